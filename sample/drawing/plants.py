"""What grows: leaves, flowers, fruit, beans and nuts, each drawn around a point."""

import math

from drawing.canvas import points, ring, smooth
from drawing.palette import dark, light, mix


def leaf(c, x, y, length, turn, colour, width=0.42):
    """A leaf from its stalk at (x, y) outwards."""
    w = length * width
    with c.at(x, y, turn):
        c.path(
            f"M0,0 C{length * 0.25},{-w * 0.8} {length * 0.7},{-w * 0.6} {length},0 C{length * 0.7},{w * 0.6} {length * 0.25},{w * 0.8} 0,0 Z",
            c.gradient([(0, dark(colour, 0.12)), (1, light(colour, 0.2))], 0, 0, length, 0),
        )
        c.path(f"M0,0 C{length * 0.25},{w * 0.8} {length * 0.7},{w * 0.6} {length},0 Z", dark(colour, 0.3), fill_opacity=0.4)
        c.line(f"M{-length * 0.1},0 L{length * 0.92},0", light(colour, 0.4), max(length * 0.022, 1.6), stroke_opacity=0.8)
        for part in (0.28, 0.46, 0.64):
            for side in (-1, 1):
                c.line(
                    f"M{length * part},0 L{length * (part + 0.13)},{side * w * 0.34}",
                    light(colour, 0.35),
                    max(length * 0.012, 1),
                    stroke_opacity=0.6,
                )


def twig(c, x, y, length, turn, colour, count=3, stem="#6f5a3a", leaf_length=0.42, width=0.42):
    """A twig with pairs of leaves and one at its end."""
    with c.at(x, y, turn):
        c.line(f"M0,0 L{length * 0.8},0", stem, max(length * 0.022, 3))
        for i in range(count):
            at = length * (0.2 + 0.55 * i / count)
            size = length * leaf_length * (1 - 0.12 * i)
            leaf(c, at, 0, size, -48, colour, width)
            leaf(c, at + length * 0.06, 0, size, 46, dark(colour, 0.08), width)
        leaf(c, length * 0.76, 0, length * leaf_length * 0.8, 0, colour, width)


def flower(c, x, y, r, petals, colour, heart, turn=0, width=0.42, notch=False):
    """A flower seen from above."""
    with c.at(x, y, turn):
        for i in range(petals):
            with c.at(0, 0, 360 / petals * i):
                w = r * width
                tip = f"L{r * 0.98},{-w * 0.28} L{r * 0.86},0 L{r * 0.98},{w * 0.28}" if notch else f"Q{r * 1.04},0 {r * 0.9},{w * 0.4}"
                c.path(
                    f"M0,0 C{r * 0.3},{-w} {r * 0.7},{-w} {r * 0.9},{-w * 0.4} {tip} C{r * 0.7},{w} {r * 0.3},{w} 0,0 Z",
                    c.across([(0, dark(colour, 0.18)), (0.6, colour), (1, light(colour, 0.3))], 0, r),
                )
        c.circle(0, 0, r * 0.27, dark(heart, 0.15))
        c.circle(-r * 0.03, -r * 0.04, r * 0.22, c.radial([(0, light(heart, 0.4)), (1, heart)], -r * 0.08, -r * 0.1, r * 0.26))


def cornflower(c, x, y, r, turn=0):
    flower(c, x, y, r, 9, "#4d6fd0", "#3c2f7d", turn, 0.4, notch=True)
    flower(c, x, y, r * 0.62, 7, "#6d8be6", "#3c2f7d", turn + 20, 0.4, notch=True)


def chamomile(c, x, y, r, turn=0, squash=1.0):
    with c.group(transform=f"translate({x} {y}) scale(1 {squash})"):
        flower(c, 0, 0, r, 13, "#fbf7ee", "#eeb530", turn, 0.27)
        c.circle(0, 0, r * 0.34, c.radial([(0, "#ffd75e"), (1, "#dd9a1f")], -r * 0.08, -r * 0.1, r * 0.38))


def citrus(c, x, y, r, colour, turn=0, squash=1.0):
    """A slice of an orange or a lemon."""
    with c.group(transform=f"translate({x} {y}) scale(1 {squash}) rotate({turn})"):
        c.circle(0, 0, r, dark(colour, 0.08))
        c.circle(0, 0, r * 0.92, light(colour, 0.8))
        for i in range(9):
            with c.at(0, 0, i * 40):
                c.path(
                    f"M{r * 0.1},0 L{r * 0.8},{-r * 0.24} Q{r * 0.93},0 {r * 0.8},{r * 0.24} Z",
                    c.across([(0, light(colour, 0.35)), (1, colour)], 0, r * 0.9),
                    stroke=colour,
                    stroke_width=r * 0.03,
                    stroke_linejoin="round",
                )
        c.circle(0, 0, r * 0.09, light(colour, 0.85))


def bean(c, x, y, size, turn, colour="#5a3320"):
    """A roasted coffee bean, lying flat side up."""
    with c.at(x, y, turn):
        c.ellipse(2, 5, size, size * 0.7, "#2b1a22", fill_opacity=0.22)
        c.ellipse(
            0,
            0,
            size,
            size * 0.7,
            c.radial([(0, light(colour, 0.3)), (0.6, colour), (1, dark(colour, 0.4))], -size * 0.35, -size * 0.3, size * 1.3),
        )
        c.line(
            f"M{-size * 0.82},{size * 0.06} C{-size * 0.3},{-size * 0.3} {size * 0.3},{size * 0.3} {size * 0.82},{-size * 0.04}",
            dark(colour, 0.6),
            size * 0.13,
        )


def beans(c, x1, y1, x2, y2, count, size=24, colour="#5a3320"):
    """Beans strewn over a surface, the nearer ones in front."""
    spots = sorted((c.rng.uniform(y1, y2), c.rng.uniform(x1, x2)) for _ in range(count))
    for y, x in spots:
        bean(c, x, y, size * c.rng.uniform(0.85, 1.1), c.rng.uniform(0, 180), colour)


def almond(c, x, y, size, turn, colour="#b5733d"):
    with c.at(x, y, turn):
        d = f"M{-size},0 C{-size * 0.9},{-size * 0.75} {size * 0.2},{-size * 0.8} {size},0 C{size * 0.2},{size * 0.8} {-size * 0.9},{size * 0.75} {-size},0 Z"
        c.path(d, "#2b1a22", fill_opacity=0.2, transform="translate(2 6)")
        c.path(d, c.radial([(0, light(colour, 0.35)), (1, dark(colour, 0.12))], -size * 0.4, -size * 0.3, size * 1.4))
        for bend in (-0.32, 0, 0.32):
            c.line(
                f"M{-size * 0.75},{size * bend * 0.5} Q0,{size * bend * 1.5} {size * 0.75},{size * bend * 0.15}",
                dark(colour, 0.3),
                1.8,
                stroke_opacity=0.6,
            )


def ball(c, x, y, r, colour, shine=0.55):
    """A berry, a cherry, a pearl of tea."""
    c.circle(x, y, r, c.radial([(0, light(colour, 0.42)), (0.45, colour), (1, dark(colour, 0.42))], x - r * 0.35, y - r * 0.4, r * 1.5))
    c.ellipse(x - r * 0.36, y - r * 0.42, r * 0.2, r * 0.13, "#ffffff", fill_opacity=shine)


def cinnamon(c, x, y, length, turn):
    colour = "#a8623a"
    with c.at(x, y, turn):
        c.rect(0, -13, length, 26, c.down([(0, light(colour, 0.25)), (0.5, colour), (1, dark(colour, 0.4))], -13, 13), rx=4)
        c.line(f"M4,0 L{length - 4},2", dark(colour, 0.4), 3)
        c.ellipse(length, -5, 5, 9, dark(colour, 0.3))
        c.ellipse(length, 6, 5, 8, dark(colour, 0.45))


def pine(c, x, y, length, turn, colour="#4c6b4a"):
    """A sprig of pine."""
    with c.at(x, y, turn):
        c.line(f"M0,0 L{length},0", "#6a4a34", 7)
        for i in range(int(length // 9)):
            at = i * 9
            reach = 62 * (1 - 0.45 * at / length)
            for side in (-1, 1):
                tone = mix(colour, light(colour, 0.4), c.rng.random() * 0.7)
                c.line(f"M{at},0 L{at + reach * 0.72:.1f},{side * reach * c.rng.uniform(0.6, 0.85):.1f}", tone, 4)


# (degrees from the leaf's axis, distance from the stalk, how blunt the lobe ends)
FIG_LOBES = (
    (-150, 0.42, 0),
    (-116, 0.66, 9),
    (-90, 0.46, 0),
    (-58, 0.86, 9),
    (-31, 0.5, 0),
    (0, 1.02, 8),
    (31, 0.5, 0),
    (58, 0.86, 9),
    (90, 0.46, 0),
    (116, 0.66, 9),
    (150, 0.42, 0),
    (180, 0.2, 0),
)


def lobed_leaf(c, x, y, size, turn, colour):
    """A fig leaf: five lobes around the stalk."""
    outline = []
    for angle, reach, blunt in FIG_LOBES:
        for spread in (-blunt, blunt) if blunt else (0,):
            turned = math.radians(angle + spread)
            outline.append((size * reach * math.cos(turned), size * reach * math.sin(turned)))
    with c.at(x, y, turn):
        c.line(f"M0,0 L{-size * 0.6},0", dark(colour, 0.1), size * 0.06)
        c.path(ring(outline), c.gradient([(0, dark(colour, 0.18)), (1, light(colour, 0.18))], -size * 0.5, 0, size, 0))
        for angle, reach in ((0, 0.95), (-62, 0.78), (62, 0.78), (-118, 0.58), (118, 0.58)):
            tip = (size * reach * math.cos(math.radians(angle)), size * reach * math.sin(math.radians(angle)))
            c.line(f"M0,0 L{points([tip])}", light(colour, 0.4), size * 0.025, stroke_opacity=0.8)


def stalk(c, through, colour="#7c9a4a", width=5):
    c.line(smooth(through), colour, width)

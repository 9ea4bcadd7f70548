"""The pantry: honey yellow, for all that is sweet."""

import math
from itertools import pairwise

from drawing.canvas import points, ring, smooth
from drawing.forms import band, glass, lid, outline, round_shade
from drawing.palette import BEECH, LEAF, dark, light
from drawing.plants import almond, ball, leaf
from drawing.stage import shadow, stage


def hexagon(cx, cy, r):
    return (
        "M" + points((cx + r * math.cos(math.radians(60 * i - 30)), cy + r * math.sin(math.radians(60 * i - 30))) for i in range(6)) + " Z"
    )


def heart_leaf(c, x, y, size, turn, colour=LEAF):
    """The leaf of a linden, shaped like a heart."""
    with c.at(x, y, turn):
        c.line(f"M0,0 L{-size * 0.4},0", "#8aa05a", size * 0.05)
        d = f"M0,0 C{-size * 0.25},{-size * 0.5} {size * 0.5},{-size * 0.75} {size},0 C{size * 0.5},{size * 0.75} {-size * 0.25},{size * 0.5} 0,0 Z"
        c.path(d, c.across([(0, dark(colour, 0.16)), (1, light(colour, 0.22))], 0, size))
        c.line(f"M0,0 L{size * 0.92},0", light(colour, 0.45), size * 0.028)
        for part, reach in ((0.08, 0.36), (0.28, 0.34), (0.5, 0.24)):
            for side in (-1, 1):
                c.line(
                    f"M{size * part},0 L{size * (part + 0.22)},{side * size * reach}", light(colour, 0.4), size * 0.016, stroke_opacity=0.8
                )


def blossom(c, x, y, r):
    """The small pale star of a linden blossom."""
    for i in range(5):
        with c.at(x, y, i * 72 + 18):
            c.ellipse(r * 0.55, 0, r * 0.5, r * 0.26, "#fdf0b0", stroke="#d9bf55", stroke_width=1)
    for i in range(12):
        a = i * math.pi / 6
        c.line(f"M{x},{y} L{x + r * 0.75 * math.cos(a):.1f},{y + r * 0.75 * math.sin(a):.1f}", "#d9a92f", 1.6)
        c.circle(x + r * 0.75 * math.cos(a), y + r * 0.75 * math.sin(a), 2.4, "#c98a1f")
    c.circle(x, y, r * 0.17, "#a9b84e")


def honey_jar(c, cx, base, s, label=True):
    honey = "#dd8d14"
    inside = [(144 * s, base - 298 * s), (151 * s, base - 260 * s), (151 * s, base - 30 * s), (130 * s, base - 4 * s)]
    shadow(c, cx, base + 6, 150 * s)
    c.path(
        outline(cx, inside),
        c.across(
            [(0, dark(honey, 0.2)), (0.2, light(honey, 0.35)), (0.5, "#eda728"), (0.85, dark(honey, 0.12)), (1, light(honey, 0.2))],
            cx - 146 * s,
            cx + 146 * s,
        ),
    )
    with c.clip(outline(cx, inside)):
        c.path(outline(cx, inside), c.radial([(0, "#ffd766", 0.8), (1, "#ffe9a0", 0)], cx + 30 * s, base - 60 * s, 170 * s))
        c.path(
            outline(cx, inside),
            c.down([(0, "#8a4a08", 0.25), (0.25, "#8a4a08", 0), (0.8, "#8a4a08", 0), (1, "#8a4a08", 0.35)], base - 320 * s, base),
        )
    c.ellipse(cx, base - 298 * s, 144 * s, 27 * s, "#f9d472")
    glass(
        c,
        cx,
        [(122 * s, base - 352 * s), (124 * s, base - 336 * s), (156 * s, base - 300 * s), (158 * s, base - 30 * s), (136 * s, base)],
        strength=0.6,
    )
    if label:
        c.path(hexagon(cx, base - 140 * s, 98 * s), "#2b1a22", fill_opacity=0.15, transform="translate(3 5)")
        c.path(hexagon(cx, base - 140 * s, 98 * s), "#fff8e6")
        c.path(hexagon(cx, base - 140 * s, 86 * s), stroke="#d9971f", stroke_width=3.5 * s)
        bee(c, cx, base - 140 * s, 50 * s)
    lid(c, cx, base - 408 * s, 134 * s, 62 * s, "#8d5a35")


def bee(c, x, y, r):
    for turn in (-62, -118):
        with c.at(x + (6 if turn > -90 else -6), y - r * 0.3, turn):
            c.ellipse(r * 0.6, 0, r * 0.62, r * 0.3, "#cfe3ea", stroke="#8fb3c2", stroke_width=2)
    body = f"M{x - r},{y + r * 0.1} C{x - r},{y - r * 0.62} {x + r},{y - r * 0.62} {x + r},{y + r * 0.1} C{x + r},{y + r * 0.8} {x - r},{y + r * 0.8} {x - r},{y + r * 0.1} Z"
    c.path(body, c.down([(0, "#ffd25a"), (1, "#e89c1c")], y - r * 0.5, y + r * 0.6))
    with c.clip(body):
        for dx in (-0.42, 0.06, 0.54):
            c.rect(x + r * dx - r * 0.12, y - r, r * 0.24, r * 2, "#4a3024")
    c.circle(x - r * 0.72, y - r * 0.04, r * 0.1, "#4a3024")
    for dx in (-0.9, -0.66):
        c.line(smooth([(x - r * 0.72, y - r * 0.4), (x + r * dx, y - r * 0.62), (x + r * (dx - 0.12), y - r * 0.72)]), "#4a3024", 2.6)


def linden_honey(c):
    stage(c)
    heart_leaf(c, 250, 742, 120, -128)
    heart_leaf(c, 240, 752, 108, 172)
    honey_jar(c, 640, 766, 0.66, label=False)
    honey_jar(c, 430, 822, 1.0)
    heart_leaf(c, 232, 800, 112, 128, "#86ab5e")
    for x, y, r in ((208, 748, 28), (256, 770, 32), (214, 808, 25)):
        blossom(c, x, y, r)
    # The dipper, with a pool of honey under it.
    c.path(
        ring([(560, 858), (620, 842), (690, 850), (712, 868), (650, 882), (580, 878)]),
        c.across([(0, "#f6c04a"), (0.5, "#ffdf86"), (1, "#dd951a")], 560, 712),
    )
    with c.at(640, 850, -24):
        c.line("M40,0 L250,0", dark(BEECH, 0.3), 17)
        c.line("M40,-2 L250,-2", BEECH, 12)
        for i in range(5):
            h = (22, 33, 37, 33, 22)[i]
            c.rect(-56 + i * 22, -h, 16, h * 2, c.down([(0, light(BEECH, 0.3)), (1, dark(BEECH, 0.3))], -h, h), rx=7)
            c.rect(-42 + i * 22, -h * 0.7, 8, h * 1.4, "#b57a3c")
        c.path("M-58,4 Q0,30 60,12 Q40,48 -10,40 Q-50,38 -58,4 Z", "#f0ad2c", fill_opacity=0.85)


def cherry(c, x, y, r, stem_to):
    c.line(smooth([(x, y - r * 0.7), ((x + stem_to[0]) / 2 - 8, (y + stem_to[1]) / 2), stem_to]), "#7c9a4a", 5)
    ball(c, x, y, r, "#b3182c")
    c.path(
        f"M{x - r * 0.3},{y - r * 0.72} Q{x},{y - r * 0.5} {x + r * 0.3},{y - r * 0.72}",
        stroke="#5c0a18",
        stroke_width=3,
        stroke_linecap="round",
        stroke_opacity=0.6,
    )


def sour_cherry_jam(c):
    stage(c)
    cx, base = 450, 820
    jam = "#8f1327"
    shadow(c, cx, base + 6, 150)
    inside = [(142, 520), (148, 560), (146, 786), (126, 814)]
    c.path(outline(cx, inside), round_shade(c, jam, cx - 146, cx + 146))
    with c.clip(outline(cx, inside)):
        for _ in range(26):
            x, y = c.rng.uniform(310, 590), c.rng.uniform(530, 820)
            c.circle(x, y, c.rng.uniform(22, 34), c.radial([(0, "#c8283f", 0.9), (1, "#5c0a18", 0.55)], x - 8, y - 10, 36))
        c.path(outline(cx, inside), c.across([(0, "#2b0610", 0.4), (0.3, "#ff8a8a", 0.12), (1, "#2b0610", 0.4)], cx - 146, cx + 146))
    glass(c, cx, [(128, 470), (130, 486), (156, 530), (158, 790), (138, 820)], strength=0.8)
    tag = "M352,600 L548,600 L560,612 L560,728 L548,740 L352,740 L340,728 L340,612 Z"
    c.path(tag, "#2b1a22", fill_opacity=0.2, transform="translate(3 5)")
    c.path(tag, "#fff6e4")
    c.path("M360,612 L540,612 L548,620 L548,720 L540,728 L360,728 L352,720 L352,620 Z", stroke="#b3182c", stroke_width=3)
    cherry(c, 424, 692, 25, (462, 628))
    cherry(c, 480, 696, 25, (462, 628))
    leaf(c, 462, 630, 62, 12, LEAF, 0.5)
    # The cloth over the lid: a gingham, tied with string.
    top = "M318,412 C330,372 570,372 582,412 L586,452 C600,480 606,500 618,528 Q596,548 572,530 Q548,556 520,536 Q492,562 462,540 Q430,562 404,538 Q376,556 352,534 Q324,548 284,526 C296,500 302,478 314,452 Z"
    c.path(top, "#fdf6ea")
    with c.clip(top):
        for i in range(13):
            x = 282 + i * 28
            c.path(
                f"M{x},370 L{x + 14},370 L{x + 14 + (x - 450) * 0.08:.1f},570 L{x + (x - 450) * 0.08:.1f},570 Z",
                "#c8323a",
                fill_opacity=0.5,
            )
        for i in range(7):
            y = 384 + i * 28
            c.path(f"M270,{y} Q450,{y + 24} 630,{y} L630,{y + 14} Q450,{y + 38} 270,{y + 14} Z", "#c8323a", fill_opacity=0.5)
        c.path(top, c.across([(0, "#2b1a22", 0.22), (0.3, "#ffffff", 0.2), (0.6, "#ffffff", 0), (1, "#2b1a22", 0.3)], 290, 610))
        with c.group(filter=c.blur(6)):
            for x in (352, 404, 462, 520, 572):
                c.line(f"M{450 + (x - 450) * 0.95},466 L{x},560", "#2b1a22", 8, stroke_opacity=0.2)
            c.path("M300,446 Q450,484 600,446 L600,474 Q450,512 300,474 Z", "#2b1a22", fill_opacity=0.25)
    c.line("M313,452 Q450,486 587,452", "#b98d55", 9)
    c.line("M313,450 Q450,484 587,450", "#e6c48c", 4)
    for dx in (-1, 1):
        c.line(smooth([(450, 476), (450 + dx * 46, 448), (450 + dx * 58, 480), (450, 476)]), "#d0a468", 6)
        c.line(smooth([(450, 478), (450 + dx * 22, 510), (450 + dx * 34, 548)]), "#d0a468", 6)
    c.circle(450, 477, 8, "#b98d55")
    shadow(c, 680, 852, 52, 0.7)
    shadow(c, 768, 836, 50, 0.7)
    cherry(c, 680, 806, 50, (748, 660))
    cherry(c, 772, 790, 48, (748, 660))
    leaf(c, 748, 664, 120, 18, LEAF, 0.5)
    leaf(c, 746, 664, 90, 160, dark(LEAF, 0.1), 0.5)
    shadow(c, 262, 856, 40, 0.6)
    cherry(c, 262, 820, 42, (214, 742))


def square_of_chocolate(c, x, y, w, h, colour):
    """One raised piece of a bar."""
    c.rect(x, y, w, h, colour, rx=6)
    c.path(f"M{x},{y} L{x + w},{y} L{x + w - 13},{y + 12} L{x + 13},{y + 12} Z", light(colour, 0.26))
    c.path(f"M{x},{y} L{x + 13},{y + 12} L{x + 13},{y + h - 12} L{x},{y + h} Z", light(colour, 0.14))
    c.path(f"M{x},{y + h} L{x + w},{y + h} L{x + w - 13},{y + h - 12} L{x + 13},{y + h - 12} Z", dark(colour, 0.45))
    c.path(f"M{x + w},{y} L{x + w - 13},{y + 12} L{x + w - 13},{y + h - 12} L{x + w},{y + h} Z", dark(colour, 0.3))


def salt(c, spots, size=8):
    for x, y in spots:
        with c.at(x, y, c.rng.uniform(0, 90)):
            r = size * c.rng.uniform(0.6, 1.1)
            c.path(
                f"M{-r},{-r * 0.7} L{r * 0.8},{-r} L{r},{r * 0.6} L{-r * 0.6},{r} Z",
                "#ffffff",
                fill_opacity=0.92,
                stroke="#d8cfc4",
                stroke_width=1,
            )


def sea_salt_chocolate(c):
    stage(c)
    brown, teal = "#5a3022", "#1f5a63"
    shadow(c, 420, 816, 170)
    with c.at(420, 802, -2):
        c.rect(-140, -470, 280, 460, dark(brown, 0.2), rx=8)
        for row in range(5):
            for column in range(3):
                square_of_chocolate(c, -136 + column * 91, -466 + row * 78, 88, 75, brown)
        salt(c, [(c.rng.uniform(-120, 120), c.rng.uniform(-450, -290)) for _ in range(22)])
        foil = [(-152, -262), (-118, -286), (-84, -256), (-40, -290), (2, -262), (44, -292), (86, -258), (122, -284), (152, -262)]
        c.path(
            f"M{points(foil)} L152,4 L-152,4 Z",
            c.across([(0, "#b9bfc2"), (0.3, "#f6f8f8"), (0.55, "#c6ccce"), (0.8, "#eef1f1"), (1, "#a3aaad")], -152, 152),
        )
        for a, b in pairwise(foil):
            c.line(f"M{points([a])} L{points([(b[0] - 6, -236)])}", "#8f979a", 2, stroke_opacity=0.6)
        wrap = "M-158,-236 L158,-236 L158,8 L-158,8 Z"
        c.path(wrap, teal)
        with c.clip(wrap):
            for row in range(7):
                for column in range(9):
                    x, y = -160 + column * 40, -236 + row * 40
                    for r in (19, 13, 7):
                        c.path(f"M{x - r},{y + 40} A{r},{r} 0 0 1 {x + r},{y + 40}", stroke="#d9b366", stroke_width=2.4, stroke_opacity=0.8)
            c.circle(0, -112, 78, "#fdf3de")
            c.circle(0, -112, 70, "none", stroke="#d9b366", stroke_width=3)
            cocoa_pod(c, 0, -112)
            c.path(wrap, c.across([(0, "#000000", 0.2), (0.25, "#ffffff", 0.2), (0.6, "#ffffff", 0), (1, "#000000", 0.25)], -158, 158))
    # Broken pieces.
    for x, y, turn in ((640, 846, -10), (742, 822, 16), (690, 790, 4)):
        c.ellipse(x + 46, y + 22, 62, 20, c.world.shadow, fill_opacity=0.35, filter=c.blur(8))
        with c.at(x, y, turn):
            c.path("M-42,26 L46,26 L46,46 L-42,46 Z", dark(brown, 0.4))
            square_of_chocolate(c, -42, -30, 88, 58, light(brown, 0.06))
    salt(c, [(c.rng.uniform(600, 780), c.rng.uniform(770, 850)) for _ in range(16)], 9)
    salt(c, [(c.rng.uniform(230, 580), c.rng.uniform(850, 882)) for _ in range(14)], 9)


def cocoa_pod(c, x, y):
    with c.at(x, y, -35):
        d = "M-54,0 C-44,-34 30,-38 56,0 C30,38 -44,34 -54,0 Z"
        c.path(d, c.down([(0, "#e0903c"), (1, "#a9502a")], -34, 34))
        with c.clip(d):
            for bend in (-22, -8, 8, 22):
                c.line(f"M-54,0 Q0,{bend * 2} 56,0", "#8a3c1f", 3, stroke_opacity=0.6)
        c.line("M-54,0 L-68,0", "#7a4a30", 7)


def biscotto(c, x, y, turn, scale=1.0):
    """A slice of biscotti: a half-moon with almonds in the cut."""
    dough = "#e3b171"
    with c.at(x, y, turn, scale):
        crust = [(-118, 30), (-112, -10), (-70, -42), (0, -52), (70, -42), (112, -10), (118, 30), (60, 38), (0, 40), (-60, 38)]
        c.path(ring([(px + 4, py + 16) for px, py in crust]), dark(dough, 0.42))
        c.path(ring(crust), "#b97a3c")
        c.path(ring([(px * 0.93, py * 0.86) for px, py in crust]), c.down([(0, light(dough, 0.4)), (1, dough)], -45, 40))
        for _ in range(30):
            c.circle(c.rng.uniform(-98, 98), c.rng.uniform(-28, 30), c.rng.uniform(1.5, 3.5), "#c28e4e", fill_opacity=0.6)
        for ax, ay, at in ((-62, 2, 20), (-8, -18, -15), (48, 6, 30), (8, 18, 5), (84, -4, 80)):
            with c.at(ax, ay, at):
                c.ellipse(0, 0, 21, 10, "#a9683a")
                c.ellipse(0, 0, 17, 7, "#fbeed6")


def almond_biscotti(c):
    stage(c)
    tin = "#b94f3c"
    cx = 410
    shadow(c, cx, 818, 168)
    c.path(outline(cx, [(166, 500), (166, 600)]), dark(tin, 0.5))
    for x, y, turn in ((330, 476, -78), (398, 440, -96), (470, 456, -72), (496, 490, -97), (368, 498, -88), (446, 500, -84)):
        biscotto(c, x, y, turn, 0.95)

    def label():
        for row in range(9):
            for column in range(12):
                x, y = cx - 180 + column * 34 + (row % 2) * 17, 520 + row * 36
                c.path(f"M{x},{y - 9} L{x + 7},{y} L{x},{y + 9} L{x - 7},{y} Z", "#e8a079", fill_opacity=0.65)
        c.path(band(cx, 169, 610, 730), "#fdf1dc")
        c.path(band(cx, 169, 620, 624), "#d9a94f")
        c.path(band(cx, 169, 716, 720), "#d9a94f")
        for dx, turn in ((-46, 150), (0, -90), (46, 30)):
            almond(c, cx + dx, 698 + (8 if dx else -4), 30, turn)

    front = "M242,500 A168,33.6 0 0 0 578,500 L578,806 A168,33.6 0 0 1 242,806 Z"
    c.path(front, tin)
    with c.clip(front):
        label()
        c.path(
            front,
            c.across(
                [(0, "#2b1a22", 0.22), (0.12, "#2b1a22", 0.04), (0.3, "#ffffff", 0.25), (0.55, "#ffffff", 0), (1, "#2b1a22", 0.3)], 242, 578
            ),
        )
        c.path(front, c.down([(0, "#2b1a22", 0), (0.7, "#2b1a22", 0), (1, "#2b1a22", 0.2)], 500, 840))
    c.line("M242,502 A168,33.6 0 0 0 578,502", light(tin, 0.35), 7)
    c.line("M244,806 A167,33.4 0 0 0 576,806", "#d9a94f", 6)
    for x, y, turn in ((690, 838, -3), (704, 786, 4), (690, 738, -5)):
        if y == 838:
            shadow(c, 696, 872, 112, 0.6)
        biscotto(c, x, y, turn, 0.92)
    for x, y, turn in ((512, 872, 20), (566, 862, -30), (330, 876, 10), (262, 858, 40)):
        almond(c, x, y, 28, turn)


PICTURES = {
    "linden-honey": linden_honey,
    "sour-cherry-jam": sour_cherry_jam,
    "sea-salt-chocolate": sea_salt_chocolate,
    "almond-biscotti": almond_biscotti,
}

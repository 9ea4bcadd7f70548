"""Forms that many products share: turned vessels, rims, handles, glass, pouches and jars."""

from drawing.canvas import curve, points
from drawing.palette import dark, light, mix

TILT = 0.2  # how far from above one looks: an ellipse is this part as high as it is wide


def outline(cx, profile, tilt=TILT):
    """The outline of a turned body: `profile` is (half-width, y) from the rim down."""
    left = [(cx - half, y) for half, y in profile]
    right = [(cx + half, y) for half, y in reversed(profile)]
    top, bottom = profile[0][0], profile[-1][0]
    return (
        f"M{points(left[:1])} {curve(left)} A{bottom},{bottom * tilt:.1f} 0 0 0 {points(right[:1])} "
        f"{curve(right)} A{top},{top * tilt:.1f} 0 0 0 {points(left[:1])} Z"
    )


def round_shade(c, colour, x1, x2, contrast=1.0):
    """How a round body takes light from the upper left: bright left of the middle, a little light back at the far edge."""
    k = contrast
    stops = [
        (0, dark(colour, 0.16 * k)),
        (0.1, dark(colour, 0.04 * k)),
        (0.3, light(colour, 0.24 * k)),
        (0.52, colour),
        (0.86, dark(colour, 0.24 * k)),
        (1, dark(colour, 0.15 * k)),
    ]
    return c.across(stops, x1, x2)


def vessel(c, cx, profile, colour, tilt=TILT, gloss=0.5, contrast=1.0, decorate=None):
    """A turned body with light and shade. `decorate()` draws on its surface, under the light."""
    d = outline(cx, profile, tilt)
    widest = max(half for half, _ in profile)
    top, bottom = profile[0][1], profile[-1][1]
    c.path(d, round_shade(c, colour, cx - widest, cx + widest, contrast))
    with c.clip(d):
        if decorate:
            decorate()
            c.path(
                d,
                c.across(
                    [(0, "#2b1a22", 0.12), (0.3, "#ffffff", 0.14), (0.55, "#ffffff", 0), (1, "#2b1a22", 0.22)], cx - widest, cx + widest
                ),
            )
        c.path(d, c.down([(0, "#2b1a22", 0), (0.6, "#2b1a22", 0), (1, "#2b1a22", 0.2)], top, bottom + bottom * 0.03))
        if gloss:
            streak(c, cx, profile, gloss)
    return d


def streak(c, cx, profile, strength):
    """The soft reflection of a window down the left side of a turned body."""
    inner = profile[0:]
    height = inner[-1][1] - inner[0][1]
    chosen = [(half, y) for half, y in inner if y <= inner[0][1] + height * 0.8]
    chosen = (
        [(chosen[0][0], chosen[0][1] + height * 0.08), *chosen[1:]]
        if len(chosen) > 1
        else [inner[0], (inner[-1][0], inner[0][1] + height * 0.75)]
    )
    left = [(cx - half * 0.76, y) for half, y in chosen]
    right = [(cx - half * 0.6, y) for half, y in reversed(chosen)]
    with c.group(filter=c.blur(5), opacity=strength):
        c.path(f"M{points(left[:1])} {curve(left)} L{points(right[:1])} {curve(right)} Z", "#ffffff")


def rim(c, cx, y, rx, colour, inside=None, liquid=None, depth=16, wall=9, tilt=TILT):
    """The open mouth of a vessel, with its inside and, perhaps, a liquid standing `depth` below the rim."""
    ry = rx * tilt
    inside = inside or colour
    c.ellipse(cx, y, rx, ry, c.across([(0, light(colour, 0.3)), (0.4, light(colour, 0.5)), (1, dark(colour, 0.06))], cx - rx, cx + rx))
    ix, iy = rx - wall, ry - wall * 0.5
    mouth = f"M{cx - ix},{y} A{ix},{iy} 0 0 1 {cx + ix},{y} A{ix},{iy} 0 0 1 {cx - ix},{y} Z"
    c.path(mouth, c.across([(0, dark(inside, 0.36)), (0.55, dark(inside, 0.16)), (1, light(inside, 0.12))], cx - rx, cx + rx))
    if liquid:
        with c.clip(mouth):
            lx, ly = ix - depth * 0.12, iy
            c.ellipse(
                cx,
                y + depth,
                lx,
                ly,
                c.radial([(0, light(liquid, 0.2)), (0.7, liquid), (1, dark(liquid, 0.18))], cx - lx * 0.3, y + depth, lx * 1.3),
            )
            c.ellipse(cx, y + depth, lx - 3, ly - 2, "none", stroke=light(liquid, 0.45), stroke_opacity=0.55, stroke_width=3)
    return mouth


def tube(c, d, colour, width):
    """A rounded bar along a path: a handle, a spout, a branch."""
    c.line(d, dark(colour, 0.28), width)
    c.line(d, colour, width * 0.82)
    with c.group(transform=f"translate({-width * 0.1:.1f} {-width * 0.14:.1f})", filter=c.blur(width * 0.05)):
        c.line(d, light(colour, 0.5), width * 0.26, stroke_opacity=0.8)


def band(cx, half, y1, y2, tilt=TILT):
    """The outline of a label around a round body, between two heights."""
    ry = half * tilt
    return f"M{cx - half},{y1} A{half},{ry:.1f} 0 0 0 {cx + half},{y1} L{cx + half},{y2} A{half},{ry:.1f} 0 0 1 {cx - half},{y2} Z"


def speckles(c, x1, y1, x2, y2, count, colour, size=4.0):
    for _ in range(count):
        r = size * (0.35 + c.rng.random() ** 2)
        c.ellipse(c.rng.uniform(x1, x2), c.rng.uniform(y1, y2), r, r * 0.8, colour, fill_opacity=round(c.rng.uniform(0.4, 0.9), 2))


def lid(c, cx, y, rx, height, colour, tilt=TILT, gloss=0.5):
    """A flat round lid whose upper face is at `y`."""
    vessel(c, cx, [(rx, y), (rx, y + height)], colour, tilt, gloss=0)
    c.ellipse(cx, y, rx, rx * tilt, c.across([(0, light(colour, 0.22)), (0.5, light(colour, 0.34)), (1, colour)], cx - rx, cx + rx))
    c.ellipse(cx, y, rx * 0.9, rx * tilt * 0.88, "none", stroke=dark(colour, 0.12), stroke_width=2.5, stroke_opacity=0.5)
    if gloss:
        with c.group(filter=c.blur(4), opacity=gloss):
            c.rect(cx - rx * 0.74, y + rx * tilt * 0.72, rx * 0.12, height * 0.8, "#ffffff")


def glass(c, cx, profile, tilt=TILT, strength=1.0):
    """A turned body of clear glass, to be drawn over what it holds."""
    d = outline(cx, profile, tilt)
    widest = max(half for half, _ in profile)
    s = strength
    c.path(
        d,
        c.across(
            [
                (0, "#ffffff", 0.6 * s),
                (0.1, "#ffffff", 0.16 * s),
                (0.5, "#ffffff", 0.04),
                (0.9, "#ffffff", 0.1 * s),
                (1, "#ffffff", 0.5 * s),
            ],
            cx - widest,
            cx + widest,
        ),
    )
    c.line(d, "#ffffff", 3, stroke_opacity=0.55)
    with c.clip(d):
        streak(c, cx, profile, 0.55 * s)
    half, y = profile[0]
    c.ellipse(cx, y, half, half * tilt, "#ffffff", fill_opacity=0.14, stroke="#ffffff", stroke_opacity=0.85, stroke_width=4)


def pouch(c, cx, top, bottom, half, colour, decorate=None):
    """A stand-up pouch, sealed along its upper edge."""
    tall = bottom - top
    d = (
        f"M{cx - half * 0.93},{top} L{cx + half * 0.93},{top} C{cx + half * 0.9},{top + tall * 0.3} {cx + half * 1.06},{bottom - tall * 0.3} {cx + half},{bottom - 8} "
        f"Q{cx + half * 0.96},{bottom + 10} {cx + half * 0.7},{bottom + 18} Q{cx},{bottom + 40} {cx - half * 0.7},{bottom + 18} "
        f"Q{cx - half * 0.96},{bottom + 10} {cx - half},{bottom - 8} C{cx - half * 1.06},{bottom - tall * 0.3} {cx - half * 0.9},{top + tall * 0.3} {cx - half * 0.93},{top} Z"
    )
    c.path(d, round_shade(c, colour, cx - half, cx + half, 0.75))
    with c.clip(d):
        if decorate:
            decorate()
            c.path(
                d, c.across([(0, "#2b1a22", 0.12), (0.28, "#ffffff", 0.16), (0.6, "#ffffff", 0), (1, "#2b1a22", 0.2)], cx - half, cx + half)
            )
        c.rect(cx - half * 1.1, top, half * 2.2, 46, dark(colour, 0.16), fill_opacity=0.45)
        for step in range(5):
            c.line(f"M{cx - half},{top + 8 + step * 8} L{cx + half},{top + 8 + step * 8}", light(colour, 0.35), 1.6, stroke_opacity=0.5)
        c.line(f"M{cx - half},{top + 70} L{cx + half},{top + 70}", dark(colour, 0.3), 2.5, stroke_opacity=0.45)
        c.line(f"M{cx - half},{top + 73} L{cx + half},{top + 73}", light(colour, 0.4), 2, stroke_opacity=0.5)
        # The fold of the base, and a few creases that make the foil look filled.
        c.path(
            f"M{cx - half * 1.1},{bottom - 40} Q{cx},{bottom + 14} {cx + half * 1.1},{bottom - 40} L{cx + half * 1.1},{bottom + 60} L{cx - half * 1.1},{bottom + 60} Z",
            dark(colour, 0.35),
            fill_opacity=0.28,
        )
        with c.group(filter=c.blur(7)):
            c.line(
                f"M{cx - half * 0.86},{top + 85} Q{cx - half * 0.7},{top + tall * 0.35} {cx - half * 0.86},{top + tall * 0.6}",
                "#ffffff",
                15,
                stroke_opacity=0.4,
            )
            c.line(
                f"M{cx + half * 0.72},{top + 80} Q{cx + half * 0.55},{top + tall * 0.2} {cx + half * 0.8},{top + tall * 0.42}",
                dark(colour, 0.4),
                10,
                stroke_opacity=0.28,
            )
        c.path(d, c.down([(0, "#2b1a22", 0), (0.7, "#2b1a22", 0), (1, "#2b1a22", 0.2)], top, bottom + 30))
    c.line(f"M{cx - half * 0.93},{top + 1} L{cx + half * 0.93},{top + 1}", light(colour, 0.6), 3, stroke_opacity=0.8)


def saucer(c, cx, y, rx, colour, tilt=0.22):
    """A plate under a cup, seen from the side; `y` is the height of its rim."""
    d = f"M{cx - rx},{y} Q{cx - rx * 0.72},{y + rx * 0.3} {cx - rx * 0.42},{y + rx * 0.31} L{cx + rx * 0.42},{y + rx * 0.31} Q{cx + rx * 0.72},{y + rx * 0.3} {cx + rx},{y} Z"
    c.path(d, round_shade(c, dark(colour, 0.12), cx - rx, cx + rx))
    c.ellipse(
        cx, y, rx, rx * tilt, c.across([(0, light(colour, 0.1)), (0.35, light(colour, 0.4)), (1, dark(colour, 0.1))], cx - rx, cx + rx)
    )
    c.ellipse(cx, y, rx - 2, rx * tilt - 1.5, "none", stroke=light(colour, 0.75), stroke_width=3, stroke_opacity=0.8)
    c.ellipse(
        cx,
        y + 4,
        rx * 0.62,
        rx * tilt * 0.58,
        c.across([(0, dark(colour, 0.18)), (1, mix(colour, light(colour, 0.4), 0.5))], cx - rx * 0.6, cx + rx * 0.6),
    )


def spoon(c, x, y, turn, colour, length=230):
    with c.at(x, y, turn):
        c.line(f"M0,0 L{length},0", dark(colour, 0.3), 13)
        c.line(f"M0,-1 L{length},-1", light(colour, 0.25), 8)
        c.ellipse(-38, 0, 50, 31, dark(colour, 0.3))
        c.ellipse(-38, -2, 48, 28, c.across([(0, light(colour, 0.5)), (1, dark(colour, 0.1))], -86, 10))
        c.ellipse(-36, 0, 36, 18, dark(colour, 0.14))

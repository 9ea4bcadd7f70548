"""Bowls and plates: the lower half of the ceramics shelf."""

import math

from drawing.canvas import ring, smooth
from drawing.forms import band, rim, speckles, spoon, vessel
from drawing.palette import LEAF, dark, light
from drawing.plants import almond, ball, leaf
from drawing.stage import shadow, stage, steam


def whisk(c, cx, top):
    """A bamboo whisk standing on its tines."""
    bamboo = "#e3c184"
    shadow(c, cx, top + 262, 62, 0.8)
    for i in range(31):
        a = (i - 15) / 15
        c.line(
            smooth([(cx + a * 26, top + 116), (cx + a * 60, top + 180), (cx + a * 72, top + 226), (cx + a * 52, top + 264 - 10 * abs(a))]),
            (dark(bamboo, 0.16), bamboo, light(bamboo, 0.35))[i % 3],
            4,
        )
    for i in range(15):
        a = (i - 7) / 7
        c.line(smooth([(cx + a * 20, top + 120), (cx + a * 28, top + 190), (cx + a * 20, top + 236)]), dark(bamboo, 0.25), 3.5)
    vessel(c, cx, [(31, top), (31, top + 120)], bamboo, gloss=0.5)
    c.ellipse(cx, top, 31, 7, light(bamboo, 0.35))
    c.ellipse(cx, top, 19, 4, dark(bamboo, 0.35))
    c.path(band(cx, 32, top + 100, top + 116), "#3d3230")


def matcha_bowl(c):
    stage(c)
    celadon = "#9fc4ae"
    whisk(c, 722, 512)
    shadow(c, 420, 836, 135)

    def glaze():
        drip = [(200, 744), (260, 764), (300, 752), (350, 778), (400, 760), (460, 784), (520, 760), (570, 772), (640, 748)]
        c.path(f"{smooth(drip)} L640,900 L200,900 Z", dark(celadon, 0.28), fill_opacity=0.8)
        speckles(c, 220, 600, 630, 840, 70, dark(celadon, 0.5), 3)

    vessel(c, 420, [(212, 596), (204, 660), (176, 750), (110, 808), (90, 812)], celadon, decorate=glaze, gloss=0.5)
    vessel(c, 420, [(86, 814), (90, 836)], "#b08a66", gloss=0)
    vessel(c, 420, [(212, 596), (204, 660), (176, 750), (110, 808), (90, 812)], celadon, decorate=glaze, gloss=0.5)
    mouth = rim(c, 420, 596, 212, celadon, liquid="#94b84a", depth=10, wall=11, tilt=0.22)
    with c.clip(mouth):
        for _ in range(90):
            a, r = c.rng.uniform(0, 6.28), c.rng.random() ** 0.5
            c.circle(420 + 190 * r * math.cos(a), 606 + 36 * r * math.sin(a), c.rng.uniform(1.5, 5), "#dbe8a8", fill_opacity=0.6)
        c.line(smooth([(330, 610), (380, 590), (450, 596), (480, 610), (440, 620), (390, 616)]), "#cfe08e", 6, stroke_opacity=0.8)
    steam(c, 420, 590, 240)
    leaf(c, 560, 872, 96, -8, LEAF)


def plate(c, cx, cy, r, glaze, edge):
    """A plate standing upright, seen from the front; its rim is not quite round."""
    wobble = [
        (cx + (r + 3 * math.sin(i * 2.3)) * math.cos(i * math.pi / 9), cy + (r + 3 * math.cos(i * 1.7)) * math.sin(i * math.pi / 9))
        for i in range(18)
    ]
    with c.group(filter=c.blur(14), opacity=0.3):
        c.circle(cx + 18, cy + 12, r, c.world.shadow)
    c.path(
        ring(wobble),
        c.gradient([(0, light(glaze, 0.5)), (0.5, glaze), (1, dark(glaze, 0.16))], cx - r * 0.7, cy - r * 0.7, cx + r * 0.7, cy + r * 0.7),
        stroke=edge,
        stroke_width=6,
    )
    c.circle(
        cx,
        cy,
        r * 0.68,
        c.gradient([(0, dark(glaze, 0.14)), (0.4, glaze), (1, light(glaze, 0.7))], cx - r * 0.5, cy - r * 0.5, cx + r * 0.5, cy + r * 0.5),
    )
    c.circle(cx + 2, cy + 2, r * 0.65, c.radial([(0, light(glaze, 0.5)), (1, glaze)], cx, cy, r * 0.65))


def poppy(c, x, y, r):
    for turn in (30, 150, 270, 90):
        with c.at(x, y, turn):
            c.path(
                f"M0,0 C{-r * 0.3},{-r * 0.9} {r * 0.5},{-r * 1.1} {r * 0.95},{-r * 0.45} C{r * 1.12},{-r * 0.1} {r},{r * 0.5} {r * 0.6},{r * 0.6} C{r * 0.3},{r * 0.5} {r * 0.1},{r * 0.2} 0,0 Z",
                c.radial([(0, "#a52a22"), (1, "#dd4f3c")], 0, 0, r),
                fill_opacity=0.95,
            )
    c.circle(x, y, r * 0.24, "#2e2a30")
    for i in range(10):
        a = i * math.pi / 5
        c.circle(x + r * 0.34 * math.cos(a), y + r * 0.34 * math.sin(a), r * 0.045, "#2e2a30")


def cake_plate(c):
    stage(c)
    plate(c, 640, 575, 212, "#f8f2e4", "#c9573f")
    for through in (((640, 720), (650, 640), (628, 560)), ((600, 706), (590, 660), (562, 632)), ((680, 700), (704, 640), (708, 600))):
        c.line(smooth(through), "#6f8f57", 6)
    leaf(c, 642, 690, 80, -38, "#7fa36a", 0.3)
    leaf(c, 632, 696, 70, -140, "#7fa36a", 0.3)
    poppy(c, 628, 540, 68)
    poppy(c, 556, 628, 38)
    poppy(c, 712, 594, 42)
    for i in range(20):
        a = i * math.pi / 10
        c.circle(640 + 178 * math.cos(a), 575 + 178 * math.sin(a), 6, "#c9573f")
    plate(c, 370, 585, 222, "#f6f4e9", "#5f8a6a")
    for i in range(26):
        leaf(
            c,
            370 + 184 * math.cos(i * math.pi / 13),
            585 + 184 * math.sin(i * math.pi / 13),
            40,
            math.degrees(i * math.pi / 13) + 62,
            "#6f9a72",
            0.42,
        )
    frond = [(330 + 90 * t + 14 * math.sin(t * 3), 715 - 270 * t) for t in (i / 14 for i in range(15))]
    c.line(smooth(frond), "#4f7a58", 5)
    for i, (x, y) in enumerate(frond[1:]):
        size = 92 * (1 - (i / 15) ** 1.4) + 10
        leaf(c, x, y, size, -158 + i * 3, "#6f9a72", 0.24)
        leaf(c, x, y, size, 6 - i * 4.5, "#5f8a62", 0.24)
    # A slice of cake in front.
    shadow(c, 640, 858, 120, 0.8)
    c.path("M520,838 L715,742 L790,786 Z", c.across([(0, "#fffaf0"), (1, "#f6dfc2")], 520, 790))
    for y, tone, tall in ((0, "#fdf3e2", 14), (14, "#d9a066", 24), (38, "#b93a4a", 8), (46, "#dca872", 24)):
        c.path(f"M520,{838 + y} L790,{786 + y} L790,{786 + y + tall} L520,{838 + y + tall} Z", tone)
    for _ in range(40):
        x = c.rng.uniform(530, 780)
        y = 838 - (x - 520) * 0.193 + c.rng.choice((18, 24, 30, 50, 56, 62))
        c.circle(x, y, 2, "#b57a42", fill_opacity=0.6)
    ball(c, 712, 760, 21, "#c8323a")
    leaf(c, 722, 746, 36, -40, LEAF, 0.5)


def breakfast_bowl(c):
    stage(c)
    shadow(c, 480, 830, 165)
    cream, blue = "#f5eddc", "#6f93ad"

    def glaze():
        line = [(220, 700), (300, 722), (380, 730), (480, 738), (580, 728), (660, 722), (740, 700)]
        c.path(f"{smooth(line)} L740,900 L220,900 Z", blue)
        c.line(smooth(line), "#d9c6a5", 7)
        speckles(c, 240, 600, 720, 840, 90, "#8a7458", 2.8)

    vessel(c, 480, [(238, 590), (232, 660), (196, 760), (120, 822), (104, 828)], cream, decorate=glaze, gloss=0.5)
    mouth = rim(c, 480, 590, 238, cream, wall=12, tilt=0.24)
    with c.clip(mouth):
        c.ellipse(480, 602, 226, 50, c.radial([(0, "#f3e2c0"), (1, "#dcc193")], 440, 596, 240))
        for _ in range(80):
            a, r = c.rng.uniform(0, 6.28), c.rng.random() ** 0.5
            c.ellipse(
                480 + 205 * r * math.cos(a),
                604 + 42 * r * math.sin(a),
                9,
                4,
                "#e9d2a6" if c.rng.random() < 0.5 else "#cfae7c",
                fill_opacity=0.7,
            )
    for x, y, r, tone in (
        (400, 572, 26, "#46558f"),
        (440, 560, 25, "#3a4880"),
        (452, 592, 27, "#46558f"),
        (410, 606, 25, "#3a4880"),
        (366, 596, 24, "#52629c"),
    ):
        ball(c, x, y, r, tone, 0.4)
        c.circle(x + 5, y - 7, 6, "#2c355f")
    for x, y in ((545, 578), (590, 594), (548, 612), (500, 606)):
        for i in range(14):
            a = i * 2.4
            ball(c, x + 17 * math.sqrt(i / 14) * math.cos(a), y + 15 * math.sqrt(i / 14) * math.sin(a), 9, "#d0425a", 0.45)
    for x, y, turn in ((500, 566, 20), (620, 570, -30), (470, 630, 10)):
        almond(c, x, y, 25, turn)
    leaf(c, 470, 566, 58, -70, LEAF, 0.55)
    leaf(c, 478, 568, 54, -20, LEAF, 0.55)
    spoon(c, 690, 866, -16, "#c9cdd0", 120)
    ball(c, 262, 858, 24, "#46558f", 0.4)
    ball(c, 306, 872, 22, "#3a4880", 0.4)


PICTURES = {
    "matcha-bowl": matcha_bowl,
    "cake-plate": cake_plate,
    "breakfast-bowl": breakfast_bowl,
}

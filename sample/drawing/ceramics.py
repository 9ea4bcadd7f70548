"""Ceramics: a cool blue, for glazes and clay."""

import math

from drawing.canvas import ring, smooth
from drawing.forms import band, rim, saucer, speckles, spoon, tube, vessel
from drawing.palette import CREAM, LEAF, TERRACOTTA, dark, light
from drawing.plants import almond, ball, leaf
from drawing.stage import backdrop, podium, shadow, stage, steam


def mug(c, cx, base, size, colour, spots, liquid):
    """A mug of half-width `size`, its raw clay showing at the foot."""
    s = size / 100
    clay = "#b98a63"
    shadow(c, cx, base + 8, size * 0.9)
    tube(
        c,
        smooth(
            [(cx + 90 * s, base - 165 * s), (cx + 160 * s, base - 172 * s), (cx + 172 * s, base - 100 * s), (cx + 90 * s, base - 46 * s)]
        ),
        colour,
        27 * s,
    )

    def glaze():
        speckles(c, cx - size, base - 220 * s, cx + size, base, 130, spots, 4.5 * s)
        foot = [
            (cx - 110 * s, base - 22 * s),
            (cx - 50 * s, base - 10 * s),
            (cx, base - 16 * s),
            (cx + 55 * s, base - 8 * s),
            (cx + 110 * s, base - 24 * s),
        ]
        c.path(f"{smooth(foot)} L{cx + 110 * s},{base + 60 * s} L{cx - 110 * s},{base + 60 * s} Z", clay)

    vessel(
        c,
        cx,
        [(96 * s, base - 205 * s), (98 * s, base - 150 * s), (99 * s, base - 50 * s), (90 * s, base)],
        colour,
        decorate=glaze,
        gloss=0.55,
    )
    rim(c, cx, base - 205 * s, 96 * s, colour, light(colour, 0.2), liquid, 12 * s, 9 * s)


def speckled_mug(c):
    stage(c)
    mug(c, 325, 758, 98, "#9dbdd2", "#4f6f88", None)
    mug(c, 690, 758, 98, "#9aa67a", "#4f5a38", None)
    mug(c, 488, 838, 142, "#efe3cc", "#8a6a4a", "#6e3d20")
    steam(c, 488, 540, 260)


def espresso_cups(c):
    stage(c)
    for cx, base, s in ((610, 742, 0.92), (395, 830, 1.14)):
        shadow(c, cx, base + 8, 165 * s, 0.8)
        saucer(c, cx, base - 44 * s, 178 * s, TERRACOTTA)
        tube(
            c,
            smooth(
                [
                    (cx + 98 * s, base - 178 * s),
                    (cx + 168 * s, base - 190 * s),
                    (cx + 176 * s, base - 122 * s),
                    (cx + 84 * s, base - 88 * s),
                ]
            ),
            TERRACOTTA,
            23 * s,
        )

        def ring_of_glaze():
            c.path(band(cx, 120 * s, base - 214 * s, base - 192 * s), CREAM)

        vessel(
            c,
            cx,
            [(110 * s, base - 212 * s), (108 * s, base - 150 * s), (84 * s, base - 66 * s), (54 * s, base - 36 * s)],
            TERRACOTTA,
            decorate=ring_of_glaze,
            gloss=0.5,
        )
        mouth = rim(c, cx, base - 212 * s, 110 * s, CREAM, CREAM, "#9a5a2c", 13 * s, 11 * s)
        with c.clip(mouth):
            c.ellipse(cx - 20 * s, base - 200 * s, 54 * s, 9 * s, "#c98a50", fill_opacity=0.7)
            c.ellipse(cx + 30 * s, base - 196 * s, 30 * s, 5 * s, "#d9a468", fill_opacity=0.7)
        steam(c, cx, base - 222 * s, 190 * s)
    spoon(c, 620, 862, -12, "#d9c08a", 130)
    c.rect(708, 776, 40, 36, c.across([(0, "#b88a5a"), (1, "#93683f")], 708, 748), rx=4)
    c.rect(744, 800, 36, 32, c.across([(0, "#fdf8ee"), (1, "#dcd3c2")], 744, 780), rx=4)


def moon_gaiwan(c):
    backdrop(c)
    c.circle(500, 480, 315, c.down([(0, "#3f5878"), (0.6, "#6c8aa5"), (1, "#a3bccb")], 165, 795))
    c.circle(500, 420, 170, c.radial([(0, "#fff8e2"), (1, "#f6e5b8")], 460, 370, 240))
    for x, y, r in ((430, 350, 26), (560, 360, 16), (585, 450, 24), (395, 450, 14), (480, 310, 11)):
        c.circle(x, y, r, "#e2cd94", fill_opacity=0.45)
    for x, y, r in ((270, 420, 4), (320, 300, 5), (715, 320, 4), (745, 470, 4), (620, 225, 3.5), (400, 215, 3.5), (690, 560, 3)):
        c.circle(x, y, r, "#fff6da")
    podium(c)
    white = "#fafaf6"
    shadow(c, 500, 842, 190, 0.8)
    saucer(c, 500, 782, 225, white)
    c.ellipse(500, 782, 206, 44, "none", stroke="#4a6f9e", stroke_width=3.5)

    def brushwork():
        c.path("M520,662 A58,58 0 1 0 566,752 A47,47 0 1 1 520,662 Z", "#3f669c")
        for x, y in ((606, 690), (628, 735), (392, 690), (372, 728)):
            c.circle(x, y, 5, "#3f669c")

    vessel(c, 500, [(176, 610), (150, 660), (122, 740), (78, 802), (74, 818)], white, 0.2, decorate=brushwork, gloss=0.6)
    rim(c, 500, 610, 176, white, wall=8)
    c.path(band(500, 160, 604, 612), dark(white, 0.2), fill_opacity=0.4)
    vessel(c, 500, [(36, 512), (80, 530), (138, 572), (152, 606)], white, gloss=0.6)
    c.line(smooth([(372, 600), (430, 622), (500, 630), (570, 622), (628, 600)]), "#4a6f9e", 3.5)
    vessel(c, 500, [(44, 482), (30, 504), (34, 520)], white, gloss=0)
    c.ellipse(500, 482, 44, 10, c.across([(0, "#ffffff"), (1, dark(white, 0.16))], 456, 544))
    c.ellipse(500, 483, 33, 6, dark(white, 0.16))


def round_teapot(c):
    stage(c)
    blue = "#3f6a96"
    shadow(c, 445, 822, 190)
    c.path(
        "M300,640 C230,650 236,560 176,506 L142,528 C170,590 180,740 300,760 Z",
        c.across([(0, light(blue, 0.25)), (0.5, blue), (1, dark(blue, 0.3))], 140, 310),
    )
    with c.at(159, 517, -32):
        c.ellipse(0, 0, 21, 8, dark(blue, 0.4))
    tube(c, smooth([(600, 600), (700, 560), (748, 630), (712, 720), (606, 750)]), blue, 32)

    def pattern():
        c.path(band(445, 196, 640, 720, 0.16), CREAM)
        for i in range(11):
            x = 275 + i * 34
            y = 697 + 30 * math.sqrt(max(0, 1 - ((x - 445) / 196) ** 2)) - 12
            leaf(c, x, y + 24, 46, -90, "#5f86ad", 0.5)
        for y in (632, 728):
            c.path(band(445, 196, y, y + 4, 0.16), CREAM)

    vessel(c, 445, [(92, 524), (140, 550), (190, 650), (182, 740), (130, 806), (112, 818)], blue, decorate=pattern, gloss=0.6)
    c.ellipse(445, 524, 92, 19, dark(blue, 0.3))
    vessel(c, 445, [(26, 480), (64, 490), (94, 516), (96, 524)], blue, gloss=0.5)
    c.circle(445, 464, 26, c.radial([(0, light(blue, 0.6)), (0.5, blue), (1, dark(blue, 0.35))], 436, 454, 36))
    steam(c, 150, 496, 220)
    shadow(c, 735, 848, 78)
    vessel(c, 735, [(84, 740), (82, 780), (60, 836), (46, 846)], CREAM, decorate=lambda: c.path(band(735, 86, 764, 772), blue))
    rim(c, 735, 740, 84, CREAM, liquid="#c07a35", depth=7, wall=8)
    steam(c, 735, 730, 150)


def side_handle_kyusu(c):
    stage(c)
    clay = "#a8492f"
    shadow(c, 445, 826, 190)
    c.path(
        "M300,612 C250,596 230,560 196,540 L172,568 C190,610 220,668 292,690 Z",
        c.across([(0, light(clay, 0.2)), (1, dark(clay, 0.2))], 170, 300),
    )
    with c.at(184, 554, -48):
        c.ellipse(0, 0, 20, 8, dark(clay, 0.5))

    def throwing_rings():
        for i in range(16):
            c.path(band(445, 198, 572 + i * 15, 573.5 + i * 15), dark(clay, 0.4), fill_opacity=0.28)
        speckles(c, 250, 540, 640, 830, 120, dark(clay, 0.35), 2.6)

    vessel(c, 445, [(118, 556), (160, 580), (192, 660), (186, 740), (146, 806), (126, 816)], clay, decorate=throwing_rings, gloss=0.22)
    c.ellipse(445, 556, 118, 24, dark(clay, 0.3))
    vessel(c, 445, [(34, 512), (88, 524), (118, 548), (120, 556)], clay, gloss=0.25)
    c.circle(445, 496, 25, c.radial([(0, light(clay, 0.5)), (0.5, clay), (1, dark(clay, 0.35))], 436, 486, 36))
    # The hollow handle points towards the viewer's right.
    with c.group(filter=c.blur(9), opacity=0.35):
        c.path("M560,740 L780,812 L780,830 L560,800 Z", "#2b1a22")
    c.path(
        "M556,650 C600,664 700,700 792,724 C812,736 806,790 780,796 C690,776 600,752 540,742 Z",
        c.gradient([(0, light(clay, 0.3)), (0.4, clay), (1, dark(clay, 0.4))], 680, 670, 655, 782),
    )
    with c.at(788, 760, 14):
        c.ellipse(0, 0, 17, 37, c.across([(0, dark(clay, 0.1)), (1, light(clay, 0.15))], -17, 17))
        c.ellipse(1, 0, 9, 23, dark(clay, 0.6))
    steam(c, 185, 528, 200)
    for x, y, s in ((300, 866, 0), (565, 876, 0)):
        shadow(c, x, y + 4, 58, 0.6, 0.8)
        vessel(c, x, [(64, y - 58), (62, y - 30), (46, y)], light(clay, 0.12), gloss=0.2)
        rim(c, x, y - 58, 64, clay, "#f3e7d2", "#b9bf55", 6, 6)


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
    "speckled-mug": speckled_mug,
    "espresso-cups": espresso_cups,
    "moon-gaiwan": moon_gaiwan,
    "round-teapot": round_teapot,
    "side-handle-kyusu": side_handle_kyusu,
    "matcha-bowl": matcha_bowl,
    "cake-plate": cake_plate,
    "breakfast-bowl": breakfast_bowl,
}

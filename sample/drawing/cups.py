"""Cups and teapots: a cool blue, for glazes and clay."""

import math

from drawing.canvas import smooth
from drawing.forms import band, rim, saucer, speckles, spoon, tube, vessel
from drawing.palette import CREAM, TERRACOTTA, dark, light
from drawing.plants import leaf
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


def espresso_cup(c, cx, base, s):
    shadow(c, cx, base + 8, 105 * s, 0.9)
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


def espresso_cups(c):
    stage(c)
    espresso_cup(c, 610, 742, 0.92)
    espresso_cup(c, 395, 830, 1.14)
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
    shadow(c, 500, 846, 130, 0.9)
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
    shadow(c, 445, 822, 150)
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
    shadow(c, 445, 822, 160)
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
    for x, y in ((300, 866), (565, 876)):
        shadow(c, x, y + 4, 58, 0.6, 0.8)
        vessel(c, x, [(64, y - 58), (62, y - 30), (46, y)], light(clay, 0.12), gloss=0.2)
        rim(c, x, y - 58, 64, clay, "#f3e7d2", "#b9bf55", 6, 6)


PICTURES = {
    "speckled-mug": speckled_mug,
    "espresso-cups": espresso_cups,
    "moon-gaiwan": moon_gaiwan,
    "round-teapot": round_teapot,
    "side-handle-kyusu": side_handle_kyusu,
}

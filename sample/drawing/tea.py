"""Tea: sage green, with leaves and flowers around."""

import math

from drawing.canvas import smooth
from drawing.forms import band, glass, lid, outline, pouch, rim, round_shade, saucer, tube, vessel
from drawing.palette import LEAF, dark, light
from drawing.plants import ball, chamomile, cinnamon, citrus, cornflower, flower, leaf, pine, twig
from drawing.stage import backdrop, podium, shadow, stage, steam


def medallion(c, cx, cy, r, paper="#f8f3e4"):
    """A round label with a fine line along its edge."""
    c.circle(cx, cy + 3, r, "#2b1a22", fill_opacity=0.14)
    c.circle(cx, cy, r, paper)
    c.circle(cx, cy, r * 0.9, "none", stroke="#b59a64", stroke_width=2.5)


def morning_sencha(c):
    stage(c)
    shadow(c, 405, 815, 165)

    def label():
        medallion(c, 405, 590, 92)
        leaf(c, 405, 652, 112, -90, LEAF, 0.5)
        leaf(c, 405, 652, 78, -146, dark(LEAF, 0.06), 0.5)
        leaf(c, 405, 652, 78, -34, dark(LEAF, 0.06), 0.5)

    pouch(c, 405, 330, 800, 168, "#5f8a5c", label)
    shadow(c, 665, 825, 88)
    cup = [(92, 680), (91, 740), (70, 812), (52, 824)]
    vessel(c, 665, cup, "#f3efe2", decorate=lambda: c.path(band(665, 93, 716, 724), "#7fa36a"))
    rim(c, 665, 680, 92, "#f3efe2", liquid="#c3cc62", depth=8, wall=8)
    steam(c, 665, 665, 200)
    for _ in range(26):
        x, y, turn = c.rng.uniform(470, 590), c.rng.uniform(846, 872), c.rng.uniform(-40, 40)
        with c.at(x, y, turn):
            c.line(f"M-15,0 Q0,{c.rng.uniform(-6, 6):.1f} 15,0", dark("#4f7a45", c.rng.random() * 0.35), 5)
    leaf(c, 235, 838, 92, 8, LEAF)


def jasmine_pearls(c):
    stage(c)
    shadow(c, 470, 818, 150)
    inside = [(140, 470), (146, 560), (146, 780), (126, 806)]
    c.path(outline(470, inside), "#dbe2c4", fill_opacity=0.8)
    with c.clip(outline(470, inside)):
        for row in range(14):
            for column in range(10):
                x = 334 + column * 31 + (row % 2) * 15 + c.rng.uniform(-4, 4)
                ball(
                    c,
                    x,
                    492 + row * 25 + c.rng.uniform(-4, 4),
                    18 + c.rng.random() * 3,
                    ("#7c8a54", "#8e9a62", "#6b7a49")[c.rng.randrange(3)],
                    0.35,
                )
                c.line(f"M{x - 9:.1f},{496 + row * 25} q9,-9 18,-2", "#e4e6c8", 3, stroke_opacity=0.6)
        c.path(outline(470, inside), c.across([(0, "#2b1a22", 0.2), (0.3, "#ffffff", 0.12), (1, "#2b1a22", 0.34)], 324, 616))
    glass(c, 470, [(112, 388), (116, 418), (152, 462), (158, 540), (158, 780), (138, 816)])
    vessel(c, 470, [(112, 330), (106, 400)], "#cfa678", gloss=0.3)
    c.ellipse(470, 330, 112, 22, light("#cfa678", 0.3))
    for _ in range(34):
        c.circle(c.rng.uniform(372, 568), c.rng.uniform(322, 398), c.rng.uniform(1.5, 3.5), "#8a6440", fill_opacity=0.4)
    c.path(band(470, 112, 428, 440), "#b98d55")
    twig(c, 850, 690, 190, 138, LEAF, 2, leaf_length=0.45)
    for x, y, r, turn in ((700, 760, 66, 10), (775, 700, 50, 40), (640, 826, 48, 25)):
        c.ellipse(x + 8, y + 14, r * 0.8, r * 0.6, c.world.shadow, fill_opacity=0.2, filter=c.blur(7))
        flower(c, x, y, r, 6, "#fdfbf2", "#e9d27a", turn, 0.44)
    for x, y in ((545, 862), (590, 876), (512, 880)):
        shadow(c, x, y + 14, 16, 0.6, 0.7)
        ball(c, x, y, 19, "#7c8a54", 0.35)
        c.line(f"M{x - 9},{y + 3} q9,-10 18,-2", "#e4e6c8", 3, stroke_opacity=0.7)


def stone_milled_matcha(c):
    stage(c)
    shadow(c, 400, 812, 150)
    tin = "#2f4a3a"

    def label():
        c.path(band(400, 151, 560, 745), "#efe8d2")
        c.path(band(400, 151, 572, 577), "#b59a64")
        c.path(band(400, 151, 728, 733), "#b59a64")
        c.circle(400, 680, 50, "#7ea04f")
        leaf(c, 400, 716, 74, -90, "#eef0d8", 0.5)

    vessel(c, 400, [(150, 430), (150, 808)], tin, decorate=label, gloss=0.45)
    lid(c, 400, 395, 156, 92, tin)
    shadow(c, 660, 838, 132, 0.8)
    bowl = [(132, 770), (122, 806), (76, 842), (60, 850)]
    vessel(c, 660, bowl, "#e9e2cf", gloss=0.3)
    rim(c, 660, 770, 132, "#efe9d8", wall=9)
    green = "#86ad3f"
    c.path(
        smooth(
            [
                (545, 772),
                (545, 772),
                (585, 735),
                (640, 690),
                (664, 676),
                (690, 694),
                (742, 742),
                (776, 772),
                (776, 772),
                (735, 790),
                (660, 796),
                (588, 790),
                (545, 772),
            ]
        )
        + " Z",
        c.gradient([(0, light(green, 0.28)), (0.5, green), (1, dark(green, 0.22))], 560, 690, 770, 790),
    )
    for _ in range(140):
        x = c.rng.uniform(560, 760)
        y = c.rng.uniform(700 + abs(x - 662) * 0.62, 786)
        c.circle(x, y, c.rng.uniform(1.2, 3), dark(green, 0.25) if c.rng.random() < 0.5 else light(green, 0.4), fill_opacity=0.6)
    with c.at(668, 702, -38):  # the bamboo scoop
        c.path(
            "M-30,-14 Q-52,0 -30,15 Q0,16 40,9 L250,7 L250,-7 L40,-9 Q0,-16 -30,-14 Z", c.down([(0, "#ead09a"), (1, "#b98d4e")], -14, 15)
        )
        c.line("M120,-8 L120,8", "#9c7338", 4)
        c.ellipse(-22, 0, 24, 11, "#86ad3f")
    leaf(c, 300, 858, 90, -6, LEAF)


def blue_earl_grey(c):
    stage(c)
    shadow(c, 455, 815, 168)
    tin = "#33507f"

    def label():
        c.path(band(455, 168, 520, 748), "#f4edda")
        c.path(band(455, 168, 532, 537), "#c2a05c")
        c.path(band(455, 168, 731, 736), "#c2a05c")
        c.line(smooth([(455, 740), (450, 700), (455, 650)]), "#6f8f57", 6)
        leaf(c, 453, 730, 74, -145, "#7fa36a", 0.3)
        leaf(c, 453, 730, 74, -38, "#7fa36a", 0.3)
        cornflower(c, 455, 640, 68, 8)

    vessel(c, 455, [(166, 410), (166, 808)], tin, decorate=label, gloss=0.5)
    for y in (470, 790):
        c.path(band(455, 167, y, y + 8), "#c2a05c", fill_opacity=0.9)
    lid(c, 455, 398, 168, 34, tin)
    vessel(c, 455, [(92, 352), (112, 392)], light(tin, 0.08), gloss=0.4)
    c.ellipse(455, 352, 92, 18, light(tin, 0.3))
    for x, y, r, turn in ((735, 752, 74, 0), (682, 838, 52, 22)):
        c.ellipse(x + 10, y + 16, r * 0.85, r * 0.6, c.world.shadow, fill_opacity=0.25, filter=c.blur(8))
        cornflower(c, x, y, r, turn)
    shadow(c, 262, 850, 66, 0.7)
    citrus(c, 262, 800, 76, "#e2c33f", 12)
    for _ in range(14):
        with c.at(c.rng.uniform(380, 600), c.rng.uniform(850, 885), c.rng.uniform(0, 180)):
            c.ellipse(0, 0, 13, 4, "#4d6fd0" if c.rng.random() < 0.6 else "#4a3a2c")


def breakfast_assam(c):
    stage(c)
    brick = "#b4553c"
    shadow(c, 320, 770, 110)

    def label():
        c.path(band(320, 112, 575, 715), "#f4e6c8")
        c.circle(320, 650, 32, "#e3a83b")
        for i in range(12):
            a = math.radians(i * 30)
            c.line(
                f"M{320 + 40 * math.cos(a):.1f},{650 + 40 * math.sin(a):.1f} L{320 + 52 * math.cos(a):.1f},{650 + 52 * math.sin(a):.1f}",
                "#e3a83b",
                5,
            )

    vessel(c, 320, [(112, 460), (112, 762)], brick, decorate=label, gloss=0.5)
    lid(c, 320, 432, 117, 66, dark(brick, 0.15))
    shadow(c, 585, 848, 130, 0.9)
    white = "#fbf5ea"
    saucer(c, 585, 786, 218, white)
    tube(c, smooth([(722, 650), (800, 632), (818, 690), (770, 738), (700, 752)]), white, 22)

    def stripe():
        c.path(band(585, 154, 640, 648, 0.22), brick)
        c.path(band(585, 154, 656, 660, 0.22), "#d9a441")

    vessel(c, 585, [(150, 610), (148, 660), (122, 740), (74, 796), (62, 804)], white, 0.22, decorate=stripe)
    mouth = rim(c, 585, 610, 150, white, liquid="#b3602b", depth=6, tilt=0.24)
    with c.clip(mouth):
        swirl = smooth([(520, 622), (560, 602), (620, 606), (634, 620), (600, 632), (566, 626), (578, 616), (606, 618)])
        c.line(swirl, "#f6e2c2", 9, stroke_opacity=0.85)
    steam(c, 585, 596, 220)
    twig(c, 150, 868, 150, -20, LEAF, 2)


def campfire_lapsang(c):
    stage(c)
    shadow(c, 455, 818, 172)

    def label():
        c.path("M300,510 L610,510 L610,720 L300,720 Z", "#efe3cc")
        with c.clip("M300,510 L610,510 L610,720 L300,720 Z"):
            c.circle(520, 566, 34, "#e58b4a")
            c.path("M280,720 L280,668 L360,580 L420,650 L480,560 L570,668 L640,610 L640,720 Z", "#8fa196")
            c.path("M280,720 L280,700 L350,640 L430,700 L520,630 L640,710 L640,720 Z", "#55695c")
            for x, tall in ((330, 60), (365, 44), (545, 66), (580, 48)):
                for part in (0, 0.3, 0.6):
                    w = tall * 0.36 * (1 - part * 0.7)
                    y = 722 - tall * part
                    c.path(f"M{x - w},{y} L{x},{y - tall * 0.55} L{x + w},{y} Z", "#2f4238")
        c.line("M300,510 L610,510 M300,720 L610,720", "#b98a4a", 4)

    pouch(c, 455, 320, 802, 172, "#3c3a3d", label)
    with c.group(filter=c.blur(9), opacity=0.35):
        pine(c, 850, 868, 230, 196, c.world.shadow)
    pine(c, 845, 850, 230, 196)
    pine(c, 800, 795, 170, 214, "#5d7d55")
    shadow(c, 272, 850, 62, 0.8)
    cone = "#8a5a3a"
    for row in range(6):
        y, w = 838 - row * 19, (44, 60, 62, 54, 40, 22)[row]
        for i in range(5):
            x = 272 + (i - 2) * w * 0.42
            c.path(
                f"M{x - w * 0.3:.1f},{y} Q{x:.1f},{y + 24} {x + w * 0.3:.1f},{y} Q{x:.1f},{y - 18} {x - w * 0.3:.1f},{y} Z",
                c.down([(0, dark(cone, 0.35)), (0.6, cone), (1, light(cone, 0.35))], y - 14, y + 14),
            )


def goodnight_chamomile(c):
    backdrop(c)
    c.circle(500, 480, 315, c.down([(0, "#52668a"), (1, "#93a8a8")], 165, 795))
    c.path("M640,235 A88,88 0 1 0 712,364 A75,75 0 1 1 640,235 Z", "#fbf0cf")
    for x, y, r in ((340, 290, 5), (420, 225, 4), (270, 420, 4), (490, 300, 3.5), (750, 470, 4.5), (545, 215, 3.5), (350, 370, 3)):
        c.circle(x, y, r, "#fbf0cf", fill_opacity=0.9)
    podium(c)
    shadow(c, 480, 856, 140, 0.9)
    saucer(c, 480, 790, 232, "#f6f3ea")
    tube(c, smooth([(632, 650), (712, 630), (734, 690), (690, 740), (612, 756)]), "#f3f4ec", 19)
    tea = [(150, 640), (142, 690), (112, 762), (66, 800)]
    c.path(outline(480, tea, 0.22), round_shade(c, "#e6b23e", 330, 630, 0.8))
    c.ellipse(480, 640, 150, 33, c.radial([(0, "#f9dc84"), (1, "#e3ad3a")], 450, 636, 170))
    for x, y, r, turn in ((420, 634, 40, 0), (505, 646, 46, 15), (562, 630, 32, 40), (470, 620, 27, 8)):
        chamomile(c, x, y, r, turn, 0.5)
    glass(c, 480, [(162, 600), (160, 660), (128, 760), (74, 808), (66, 812)], 0.22)
    steam(c, 480, 590, 210, 0.7)
    stem = "#6f8f57"
    for through, r, turn in ((((760, 880), (790, 800), (778, 712)), 62, 0), (((770, 880), (830, 830), (856, 770)), 46, 20)):
        c.line(smooth(through), stem, 6)
        chamomile(c, *through[-1], r, turn)
    with c.at(214, 880, -74):
        c.line("M0,0 L190,0", "#7d9468", 5)
        for i in range(11):
            for side in (-1, 1):
                c.ellipse(70 + i * 12, side * (11 - i * 0.5), 10, 8, ("#8a78b8", "#a493cf", "#7564a6")[i % 3])


def orange_rooibos(c):
    stage(c)
    shadow(c, 470, 820, 135)
    tea = [(132, 460), (122, 640), (112, 780), (100, 806)]
    c.path(outline(470, tea), round_shade(c, "#c2502a", 338, 602, 0.9))
    with c.clip(outline(470, tea)):
        c.path(outline(470, tea), c.down([(0, "#f2a34e", 0.55), (0.6, "#f2a34e", 0), (1, "#5a1414", 0.3)], 440, 820))
        for x, y, r, turn in ((420, 600, 84, 10), (522, 716, 78, 30)):
            with c.group(opacity=0.78):
                citrus(c, x, y, r, "#ef8b2d", turn)
    c.ellipse(470, 460, 132, 26, c.radial([(0, "#ef9a52"), (1, "#c95f2c")], 440, 455, 150))
    glass(c, 470, [(142, 400), (134, 600), (122, 780), (108, 818)])
    steam(c, 440, 440, 250)
    citrus(c, 622, 420, 84, "#f0902f", 20)
    shadow(c, 745, 850, 70, 0.7)
    c.circle(745, 782, 82, c.radial([(0, "#ffc06a"), (0.5, "#f0902f"), (1, "#c2641a")], 715, 748, 130))
    for _ in range(60):
        a, r = c.rng.uniform(0, 6.28), 78 * c.rng.random() ** 0.5
        c.circle(745 + r * math.cos(a), 782 + r * math.sin(a), 2, "#b85c14", fill_opacity=0.35)
    leaf(c, 745, 704, 74, -28, LEAF, 0.5)
    shadow(c, 290, 862, 90, 0.6, 0.8)
    cinnamon(c, 195, 850, 190, 6)
    cinnamon(c, 205, 835, 180, -10)


PICTURES = {
    "morning-sencha": morning_sencha,
    "jasmine-pearls": jasmine_pearls,
    "stone-milled-matcha": stone_milled_matcha,
    "blue-earl-grey": blue_earl_grey,
    "breakfast-assam": breakfast_assam,
    "campfire-lapsang": campfire_lapsang,
    "goodnight-chamomile": goodnight_chamomile,
    "orange-rooibos": orange_rooibos,
}

"""Coffee: caramel and copper, with beans around."""

from drawing.canvas import points, smooth
from drawing.forms import band, glass, outline, rim, round_shade, spoon, tube, vessel
from drawing.palette import BEECH, COPPER, STEEL, WALNUT, dark, light
from drawing.plants import ball, bean, beans, leaf
from drawing.stage import shadow, stage, steam


def bag(c, cx, top, bottom, half, colour, decorate):
    """A coffee bag with folded sides, rolled down at the top and held by a tin tie."""
    side = half * 0.3
    right = cx + half
    c.path(
        f"M{right},{top + 20} L{right + side},{top + 8} L{right + side},{bottom - 26} L{right},{bottom} Z",
        c.across(
            [(0, dark(colour, 0.34)), (0.5, dark(colour, 0.2)), (0.52, dark(colour, 0.38)), (1, dark(colour, 0.28))], right, right + side
        ),
    )
    front = f"M{cx - half},{top + 20} L{right},{top + 20} L{right},{bottom} Q{cx},{bottom + 8} {cx - half},{bottom} Z"
    c.path(front, c.across([(0, dark(colour, 0.04)), (0.2, light(colour, 0.2)), (0.6, light(colour, 0.08)), (1, colour)], cx - half, right))
    with c.clip(front):
        decorate()
        with c.group(filter=c.blur(9)):
            c.path(
                f"M{cx - half + 16},{top + 40} L{cx - half + 44},{top + 40} L{cx - half + 30},{bottom} L{cx - half + 12},{bottom} Z",
                "#ffffff",
                fill_opacity=0.3,
            )
            c.path(
                f"M{cx - half},{bottom + 20} L{right},{bottom + 20} L{right},{bottom - 50} Q{cx},{bottom - 20} {cx - half},{bottom - 50} Z",
                "#2b1a22",
                fill_opacity=0.16,
            )
            c.path(
                f"M{cx - half},{top + 20} L{right},{top + 20} L{right},{top + 74} L{cx - half},{top + 74} Z", "#2b1a22", fill_opacity=0.2
            )
    roll = f"M{cx - half - 6},{top - 34} L{right + 2},{top - 34} L{right + side + 2},{top - 44} L{right + side + 2},{top + 14} L{right + 2},{top + 32} L{cx - half - 6},{top + 32} Q{cx - half - 14},{top} {cx - half - 6},{top - 34} Z"
    c.path(roll, c.down([(0, light(colour, 0.3)), (0.4, colour), (1, dark(colour, 0.24))], top - 40, top + 34))
    c.path(
        f"M{right + 2},{top - 34} L{right + side + 2},{top - 44} L{right + side + 2},{top + 14} L{right + 2},{top + 32} Z",
        "#2b1a22",
        fill_opacity=0.22,
    )
    gold = "#e0b868"
    c.rect(cx - half - 26, top - 10, half * 2 + 40, 18, c.down([(0, light(gold, 0.4)), (1, dark(gold, 0.2))], top - 10, top + 8), rx=5)
    c.rect(cx - half - 26, top - 14, 30, 26, c.down([(0, light(gold, 0.5)), (1, dark(gold, 0.25))], top - 14, top + 12), rx=6)


def valve(c, x, y, colour):
    """The small one-way valve of a coffee bag."""
    c.circle(x, y, 17, dark(colour, 0.2))
    c.circle(x, y - 1, 15, light(colour, 0.12))
    for dx, dy in ((0, 0), (-6, 0), (6, 0), (0, -6), (0, 6)):
        c.circle(x + dx, y + dy, 1.8, dark(colour, 0.5))


def house_espresso(c):
    stage(c)
    shadow(c, 425, 812, 190)
    colour = "#3f2a24"

    def label():
        c.rect(270, 500, 310, 220, "#f3e3c8")
        c.rect(282, 512, 286, 196, "none", stroke="#c08a4e", stroke_width=3)
        # An espresso cup, stamped on the label.
        c.path("M362,580 L474,580 Q474,662 436,662 L400,662 Q362,662 362,580 Z", "#b5653a")
        c.line("M474,596 Q508,594 504,618 Q498,640 466,636", "#b5653a", 9)
        c.line("M346,678 L490,678", "#b5653a", 8)
        for x in (392, 418, 444):
            c.line(smooth([(x, 566), (x - 6, 554), (x + 6, 542), (x, 530)]), "#b5653a", 4)

    bag(c, 425, 352, 806, 155, colour, label)
    valve(c, 425, 458, colour)
    shadow(c, 705, 838, 76)
    cup = [(80, 724), (78, 760), (58, 822), (44, 834)]
    tube(c, smooth([(772, 750), (816, 742), (820, 782), (764, 798)]), "#fbf3e6", 14)
    vessel(c, 705, cup, "#fbf3e6")
    rim(c, 705, 724, 80, "#fbf3e6", liquid="#a5622f", depth=6, wall=8)
    steam(c, 705, 712, 170)
    beans(c, 330, 862, 600, 884, 9, 23, "#4f2c1c")
    beans(c, 225, 822, 262, 848, 3, 23, "#4f2c1c")


def ethiopia_yirgacheffe(c):
    stage(c)
    shadow(c, 415, 812, 190)
    colour = "#e9a07a"

    def label():
        c.rect(260, 372, 320, 450, "#f6e7d2")
        with c.clip("M260,520 L580,520 L580,830 L260,830 Z"):
            c.circle(415, 640, 74, "#ef9f3c")
            c.path("M240,830 L240,690 Q320,610 400,682 Q470,610 600,700 L600,830 Z", "#d9714f")
            c.path("M240,830 L240,740 Q340,668 440,736 Q510,690 600,748 L600,830 Z", "#8f4a45")
            c.path("M240,830 L240,776 Q360,728 600,790 L600,830 Z", "#5d6e4e")
        c.line("M255,520 L580,520", "#c98a5b", 4)

    bag(c, 415, 352, 806, 155, colour, label)
    valve(c, 415, 452, "#f6e7d2")
    # A branch of ripe coffee cherries.
    c.line(smooth([(880, 640), (800, 700), (720, 760), (640, 858)]), "#6f5236", 9)
    for x, y, size, turn in ((800, 702, 150, -20), (795, 700, 140, -130), (720, 760, 150, 20), (715, 765, 135, 190), (868, 650, 110, 60)):
        leaf(c, x, y, size, turn, "#4f7f4a", 0.46)
    for x, y, tone in (
        (778, 735, "#c8323a"),
        (742, 722, "#d9533a"),
        (812, 742, "#b3252f"),
        (700, 800, "#c8323a"),
        (668, 792, "#e07a3a"),
        (732, 806, "#b3252f"),
        (676, 838, "#c8323a"),
    ):
        ball(c, x, y, 26, tone)
        c.circle(x + 9, y + 12, 4, dark(tone, 0.5))
    beans(c, 300, 856, 560, 884, 8, 23, "#8a5a38")


def moka_pot(c):
    stage(c)
    shadow(c, 460, 812, 150)
    steel = STEEL

    def faceted(profile, colour=steel):
        """Eight sides, of which four show: flat strips of different brightness."""
        tones = [light(colour, 0.12), light(colour, 0.6), dark(colour, 0.06), dark(colour, 0.3)]
        edges = (-1, -0.56, 0.12, 0.68, 1)
        for tone, a, b in zip(tones, edges, edges[1:], strict=False):
            side = [(460 + half * a, y) for half, y in profile] + [(460 + half * b, y) for half, y in reversed(profile)]
            top, bottom = profile[0][1], profile[-1][1]
            c.path(
                f"M{points(side)} Z",
                c.down([(0, light(tone, 0.2)), (0.6, tone), (1, dark(tone, 0.2))], top, bottom),
                stroke=dark(tone, 0.04),
                stroke_width=1,
            )
        for a in edges[1:-1]:
            c.line("M" + points([(460 + half * a, y) for half, y in profile]), "#ffffff", 2.5, stroke_opacity=0.55)

    tube(c, "M586,470 L690,452 L716,480 L700,640", WALNUT, 34)
    c.path("M330,420 L296,448 L340,520 L356,470 Z", c.across([(0, dark(steel, 0.1)), (1, light(steel, 0.4))], 296, 356))
    faceted([(135, 420), (96, 590)])
    faceted([(108, 636), (150, 808)])
    c.line("M312,808 L608,808", dark(steel, 0.3), 7)
    c.path(
        "M352,588 L568,588 L580,604 L580,626 L568,640 L352,640 L340,626 L340,604 Z",
        c.across([(0, dark(steel, 0.2)), (0.3, light(steel, 0.7)), (0.6, steel), (1, dark(steel, 0.42))], 340, 580),
    )
    c.line("M342,614 L578,614", dark(steel, 0.35), 3, stroke_opacity=0.6)
    c.circle(430, 716, 15, dark(steel, 0.3))
    c.circle(428, 714, 12, "#d8a85a")
    c.circle(428, 714, 4.5, dark("#d8a85a", 0.4))
    c.path(
        "M322,422 L366,376 L554,376 L598,422 Z",
        c.across([(0, steel), (0.3, light(steel, 0.75)), (0.62, steel), (1, dark(steel, 0.3))], 322, 598),
    )
    c.line("M322,422 L598,422", dark(steel, 0.25), 6)
    c.line("M322,419 L598,419", "#ffffff", 2, stroke_opacity=0.7)
    c.path("M444,376 L448,352 L472,352 L476,376 Z", dark(WALNUT, 0.2))
    c.ellipse(460, 340, 30, 24, c.radial([(0, light(WALNUT, 0.45)), (1, WALNUT)], 450, 330, 34))
    steam(c, 300, 440, 210)
    shadow(c, 745, 845, 70)
    tube(c, smooth([(802, 768), (848, 762), (850, 800), (796, 814)]), "#c9694a", 14)
    vessel(c, 745, [(74, 738), (72, 776), (54, 830), (42, 840)], "#c9694a")
    rim(c, 745, 738, 74, "#c9694a", "#f6ecd9", "#7c4526", 7, 7)
    beans(c, 250, 850, 430, 882, 7, 23, "#4f2c1c")


def pour_over_dripper(c):
    stage(c)
    shadow(c, 470, 825, 160)
    # The server below, half full.
    coffee = [(128, 706), (156, 770), (150, 808), (130, 816)]
    c.path(outline(470, coffee), round_shade(c, "#6e3517", 314, 626, 0.9))
    c.ellipse(470, 706, 128, 25, c.radial([(0, "#a8602f"), (1, "#7c421f")], 450, 700, 140))
    c.line("M470,640 L470,700", "#7c421f", 5)
    c.ellipse(470, 706, 26, 6, "none", stroke="#c98a58", stroke_width=3, stroke_opacity=0.8)
    tube(c, smooth([(600, 676), (680, 668), (704, 724), (668, 780), (612, 786)]), "#fdf6ea", 17)
    glass(c, 470, [(92, 618), (96, 646), (150, 728), (164, 780), (154, 818), (138, 824)])
    # The cone on top, white, with its handle.
    white = "#fbf6ec"
    tube(c, smooth([(590, 470), (672, 470), (676, 540), (560, 560)]), white, 21)
    vessel(c, 470, [(58, 566), (62, 606)], white, gloss=0)
    vessel(c, 470, [(134, 590), (134, 612)], white, gloss=0)
    c.ellipse(470, 590, 134, 27, light(white, 0.3))
    with c.group(filter=c.blur(6)):
        c.ellipse(480, 588, 70, 12, c.world.shadow, fill_opacity=0.3)

    def ribs():
        for i in range(9):
            x = 300 + i * 46
            c.line(smooth([(x, 430), (x + 34, 490), (470 + (x - 470) * 0.3 + 20, 590)]), dark(white, 0.16), 5, stroke_opacity=0.7)
            c.line(smooth([(x + 5, 430), (x + 39, 490), (470 + (x - 470) * 0.3 + 25, 590)]), "#ffffff", 3, stroke_opacity=0.8)

    vessel(c, 470, [(162, 436), (138, 480), (64, 584)], white, decorate=ribs, gloss=0.4)
    mouth = rim(c, 470, 436, 162, white, wall=9, tilt=0.22)
    with c.clip(mouth):
        c.path("M312,436 L330,428 L470,520 L600,428 L640,436 L640,520 L300,520 Z", "#e8d3ac")
        c.ellipse(470, 452, 132, 25, c.radial([(0, "#8a5230"), (0.7, "#5d3018"), (1, "#4a2412")], 455, 446, 150))
        for _ in range(26):
            c.circle(c.rng.uniform(380, 560), c.rng.uniform(440, 462), c.rng.uniform(2, 6), "#c79468", fill_opacity=0.5)
    steam(c, 470, 424, 240)
    spoon(c, 330, 866, -12, "#c98f5a", 150)
    beans(c, 700, 838, 822, 866, 6, 23, "#5a3320")


def hand_grinder(c):
    stage(c)
    shadow(c, 450, 822, 118)
    wood, steel = BEECH, "#b9bdc0"

    def grain():
        for i in range(9):
            x = 345 + i * 26
            c.line(
                smooth([(x, 500), (x + c.rng.uniform(-8, 8), 610), (x + c.rng.uniform(-6, 6), 720), (x, 840)]),
                dark(wood, 0.3),
                3,
                stroke_opacity=0.35,
            )

    vessel(c, 450, [(118, 700), (118, 812)], wood, decorate=grain, gloss=0.3)
    vessel(c, 450, [(112, 676), (112, 706)], steel, gloss=0.5)
    vessel(c, 450, [(122, 470), (116, 560), (122, 682)], wood, decorate=grain, gloss=0.3)
    vessel(c, 450, [(124, 442), (124, 476)], steel, gloss=0.6)
    c.ellipse(450, 442, 124, 25, c.across([(0, light(steel, 0.4)), (0.5, light(steel, 0.75)), (1, steel)], 326, 574))
    vessel(c, 450, [(34, 400), (60, 440)], steel, gloss=0.4)
    vessel(c, 450, [(15, 356), (15, 404)], steel, gloss=0)
    tube(c, smooth([(440, 356), (560, 350), (690, 340)]), steel, 22)
    c.ellipse(450, 354, 26, 12, light(steel, 0.5))
    c.ellipse(450, 352, 13, 6, dark(steel, 0.25))
    vessel(c, 694, [(9, 300), (9, 338)], steel, gloss=0)
    c.path(outline(694, [(20, 262), (36, 286), (27, 318), (15, 326)]), round_shade(c, WALNUT, 658, 730))
    c.ellipse(694, 262, 20, 6, light(WALNUT, 0.3))
    # A dish of beans, and what came out of the grinder.
    shadow(c, 705, 842, 122, 0.8)
    vessel(c, 705, [(122, 772), (112, 812), (70, 842), (54, 848)], "#f8efe0", gloss=0.35)
    rim(c, 705, 772, 122, "#f8efe0", wall=9)
    for y, half in ((764, 88), (752, 60), (776, 98), (744, 26)):
        for i in range(max(int(half / 16), 2)):
            bean(c, 705 - half + i * 2 * half / max(int(half / 16) - 1, 1), y + c.rng.uniform(-4, 4), 22, c.rng.uniform(0, 180), "#5a3320")
    beans(c, 235, 835, 330, 872, 5, 23)


def slow_kettle(c):
    stage(c)
    shadow(c, 500, 826, 190)
    copper = COPPER
    # The swan neck, thick at the belly and thin at the tip.
    neck = smooth([(345, 742), (262, 712), (262, 610), (236, 530), (176, 512)])
    for width, tone, opacity in ((34, dark(copper, 0.3), 1), (27, copper, 1)):
        c.line(neck, tone, width, stroke_opacity=opacity)
    with c.group(filter=c.blur(2), transform="translate(-5 -4)"):
        c.line(neck, light(copper, 0.6), 8, stroke_opacity=0.8)
    with c.at(170, 511, 14):
        c.ellipse(0, 0, 6, 15, dark(copper, 0.55))
    c.path(outline(352, [(20, 690), (34, 780)]), dark(copper, 0.2))
    # The handle.
    tube(c, smooth([(590, 546), (690, 486), (776, 520), (770, 640), (716, 730)]), WALNUT, 38)
    c.path("M572,560 L612,520 L632,548 L598,580 Z", dark(copper, 0.25))
    body = [(132, 520), (140, 548), (178, 700), (186, 790), (176, 818)]

    def shine():
        c.path(band(500, 190, 752, 760), light(copper, 0.5), fill_opacity=0.5)
        with c.group(filter=c.blur(10)):
            c.path("M560,540 L600,540 L650,800 L612,810 Z", "#ffe2c8", fill_opacity=0.35)

    vessel(c, 500, body, copper, decorate=shine, gloss=0.75, contrast=1.25)
    c.ellipse(500, 520, 132, 27, dark(copper, 0.15))
    vessel(c, 500, [(56, 470), (112, 492), (128, 518)], copper, gloss=0.5)
    vessel(c, 500, [(12, 440), (12, 470)], dark(copper, 0.2), gloss=0)
    c.path(outline(500, [(26, 398), (36, 416), (28, 440), (18, 446)]), round_shade(c, WALNUT, 464, 536))
    c.ellipse(500, 398, 26, 7, light(WALNUT, 0.35))
    steam(c, 158, 500, 220)
    beans(c, 230, 850, 330, 872, 4, 23)
    leaf(c, 730, 862, 92, -14, "#7d9a5a")


PICTURES = {
    "house-espresso": house_espresso,
    "ethiopia-yirgacheffe": ethiopia_yirgacheffe,
    "moka-pot": moka_pot,
    "pour-over-dripper": pour_over_dripper,
    "hand-grinder": hand_grinder,
    "slow-kettle": slow_kettle,
}

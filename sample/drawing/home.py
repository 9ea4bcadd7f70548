"""For the home: a warm rose, for candlelight, linen and gifts."""

import math

from drawing.canvas import ring, smooth
from drawing.forms import band, rim, tube, vessel
from drawing.palette import WOOD, dark, light
from drawing.plants import ball, flower, leaf, lobed_leaf, twig
from drawing.stage import backdrop, podium, shadow, stage


def fig(c, x, y, r, turn=0):
    skin = "#5b3a63"
    with c.at(x, y, turn):
        d = f"M{-r * 0.1},{-r * 1.32} C{r * 0.12},{-r * 1.34} {r * 0.16},{-r * 1.1} {r * 0.3},{-r * 0.86} C{r * 0.8},{-r * 0.6} {r},{-r * 0.1} {r * 0.92},{r * 0.3} C{r * 0.8},{r} {-r * 0.8},{r} {-r * 0.92},{r * 0.3} C{-r},{-r * 0.1} {-r * 0.8},{-r * 0.6} {-r * 0.3},{-r * 0.86} C{-r * 0.16},{-r * 1.1} {-r * 0.2},{-r * 1.3} {-r * 0.1},{-r * 1.32} Z"
        c.path(d, c.radial([(0, light(skin, 0.4)), (0.5, skin), (1, dark(skin, 0.4))], -r * 0.35, -r * 0.2, r * 1.5))
        with c.clip(d):
            for bend in (-0.8, -0.4, 0, 0.4, 0.8):
                c.line(f"M0,{-r * 1.2} Q{r * bend * 1.6},{-r * 0.2} {r * bend * 0.8},{r}", light(skin, 0.35), 2.5, stroke_opacity=0.4)
            c.path(f"M{-r},{-r * 1.4} L{r},{-r * 1.4} L{r},{-r * 0.9} Q0,{-r * 0.6} {-r},{-r * 0.9} Z", "#8a9a5a", fill_opacity=0.55)


def half_fig(c, x, y, r, turn=0):
    with c.at(x, y, turn):
        skin = [
            (0, -r * 1.15),
            (r * 0.5, -r * 0.75),
            (r * 0.95, r * 0.05),
            (r * 0.6, r * 0.8),
            (0, r * 0.95),
            (-r * 0.6, r * 0.8),
            (-r * 0.95, r * 0.05),
            (-r * 0.5, -r * 0.75),
        ]
        c.path(ring(skin), "#5b3a63")
        c.path(ring([(px * 0.92, py * 0.92) for px, py in skin]), "#f3e3c8")
        c.path(
            ring([(px * 0.74, py * 0.7 + r * 0.06) for px, py in skin]),
            c.radial([(0, "#f0a08a"), (0.6, "#d0526a"), (1, "#b83a56")], 0, r * 0.1, r * 0.8),
        )
        for i in range(60):
            a, reach = i * 2.4, r * 0.6 * math.sqrt(i / 60)
            c.ellipse(reach * math.cos(a), reach * math.sin(a) + r * 0.08, 3.4, 2.2, "#fbe3b4")


def fig_tree_candle(c):
    backdrop(c)
    c.circle(440, 430, 290, c.radial([(0, "#fff3cf", 0.95), (0.4, "#ffe6b0", 0.5), (1, "#ffe6b0", 0)], 440, 430, 290))
    podium(c)
    lobed_leaf(c, 700, 640, 165, -66, "#6f9460")
    lobed_leaf(c, 262, 742, 120, -132, "#5f8656")
    clay = "#c58a6a"
    shadow(c, 440, 822, 158)

    def decoration():
        c.path(band(440, 162, 600, 742), "#fbf0e0")
        c.path(band(440, 162, 607, 611), "#b9806a")
        c.path(band(440, 162, 731, 735), "#b9806a")
        lobed_leaf(c, 440, 716, 66, -90, "#7f9f66")
        speckles_of_clay(c)

    vessel(c, 440, [(152, 528), (160, 600), (160, 740), (142, 814)], clay, decorate=decoration, gloss=0.4)
    mouth = rim(c, 440, 528, 152, clay, wall=12, tilt=0.22)
    with c.clip(mouth):
        c.ellipse(440, 542, 142, 30, c.radial([(0, "#fff0c4"), (0.35, "#fdeedb"), (1, "#ecd9c0")], 440, 540, 150))
        c.ellipse(440, 541, 60, 12, "#fff8dd", fill_opacity=0.9)
    c.line(smooth([(440, 540), (438, 522), (442, 506)]), "#4a3a34", 6)
    c.path(
        "M440,398 C462,434 476,462 472,486 C468,512 412,512 408,486 C404,462 420,436 440,398 Z",
        c.radial([(0, "#fffbe6"), (0.45, "#ffd561"), (1, "#f39a2c")], 440, 488, 92),
    )
    c.path("M440,448 C452,468 458,482 454,494 C450,506 430,506 426,494 C422,482 430,468 440,448 Z", "#fffdf2", fill_opacity=0.9)
    shadow(c, 662, 852, 70, 0.7)
    fig(c, 655, 796, 66, 10)
    shadow(c, 768, 852, 56, 0.7)
    half_fig(c, 766, 806, 56, 6)
    shadow(c, 258, 858, 52, 0.7)
    fig(c, 256, 818, 50, -8)


def speckles_of_clay(c):
    for _ in range(60):
        c.circle(
            c.rng.uniform(280, 600),
            c.rng.uniform(530, 600) if c.rng.random() < 0.5 else c.rng.uniform(770, 830),
            c.rng.uniform(1.5, 3.5),
            "#8a5a42",
            fill_opacity=0.5,
        )


def towel(c, x, width, top, bottom, colour, stripe):
    """A towel over the rail, in soft folds, striped above its hem."""
    half = width / 2
    d = f"M{x - half},{top} C{x - half - 4},{top + 120} {x - half + 8},{bottom - 160} {x - half - 6},{bottom} Q{x - half * 0.5},{bottom + 14} {x},{bottom + 2} Q{x + half * 0.5},{bottom - 8} {x + half + 6},{bottom + 6} C{x + half - 8},{bottom - 160} {x + half + 6},{top + 120} {x + half},{top} Z"
    with c.group(filter=c.blur(16), opacity=0.28):
        c.path(d, c.world.shadow, transform="translate(20 16)")
    c.path(d, colour)
    with c.clip(d):
        for i in range(int(width // 5)):
            c.line(f"M{x - half - 8 + i * 5},{top} L{x - half - 8 + i * 5},{bottom + 20}", light(colour, 0.4), 1, stroke_opacity=0.35)
        for y, tall in ((bottom - 112, 22), (bottom - 80, 8), (bottom - 62, 8), (bottom - 44, 22)):
            c.path(
                f"M{x - half - 12},{y} Q{x - half * 0.5},{y + 12} {x},{y} Q{x + half * 0.5},{y - 10} {x + half + 12},{y + 2} L{x + half + 12},{y + 2 + tall} Q{x + half * 0.5},{y - 10 + tall} {x},{y + tall} Q{x - half * 0.5},{y + 12 + tall} {x - half - 12},{y + tall} Z",
                stripe,
            )
        for dx, w, shade in ((-0.62, 0.16, 0.18), (-0.1, 0.2, 0.2), (0.5, 0.18, 0.22), (0.95, 0.16, 0.28)):
            with c.group(filter=c.blur(9)):
                c.path(
                    f"M{x + half * dx},{top} Q{x + half * (dx + 0.08)},{(top + bottom) / 2} {x + half * (dx - 0.04)},{bottom + 20} L{x + half * (dx + w)},{bottom + 20} Q{x + half * (dx + w * 1.2)},{(top + bottom) / 2} {x + half * (dx + w * 0.7)},{top} Z",
                    "#3a2018",
                    fill_opacity=shade,
                )
        for dx in (-0.36, 0.24, 0.76):
            with c.group(filter=c.blur(8)):
                c.line(
                    f"M{x + half * dx},{top} Q{x + half * (dx + 0.06)},{(top + bottom) / 2} {x + half * dx},{bottom}",
                    "#ffffff",
                    14,
                    stroke_opacity=0.35,
                )
        c.path(d, c.down([(0, "#2b1a22", 0.3), (0.06, "#ffffff", 0.2), (0.14, "#ffffff", 0), (1, "#2b1a22", 0.08)], top, bottom))


def linen_tea_towel(c):
    backdrop(c)
    podium(c)
    rail_y = 252
    for x in (205, 795):
        with c.group(filter=c.blur(8), opacity=0.3):
            c.circle(x + 10, rail_y + 12, 22, c.world.shadow)
    tube(c, f"M190,{rail_y} L810,{rail_y}", WOOD, 26)
    for x in (190, 810):
        c.circle(x, rail_y, 21, c.radial([(0, light(WOOD, 0.5)), (1, dark(WOOD, 0.15))], x - 6, rail_y - 7, 28))
    towel(c, 318, 172, rail_y - 13, 628, "#a5a877", "#f4ecd8")
    towel(c, 682, 172, rail_y - 13, 628, "#c9775a", "#f7e6d2")
    towel(c, 500, 196, rail_y - 13, 684, "#ecdfc8", "#b0623f")
    # A folded pile below, and a cup to dry.
    shadow(c, 445, 838, 178)
    for y, tone, stripe in ((794, "#a5a877", "#f4ecd8"), (754, "#c9775a", "#f7e6d2"), (714, "#ecdfc8", "#b0623f")):
        d = f"M272,{y + 4} Q262,{y + 22} 272,{y + 40} L618,{y + 40} Q634,{y + 22} 618,{y + 4} Q600,{y - 12} 560,{y - 14} L330,{y - 14} Q286,{y - 12} 272,{y + 4} Z"
        c.path(d, c.down([(0, light(tone, 0.25)), (0.35, tone), (1, dark(tone, 0.22))], y - 14, y + 42))
        with c.clip(d):
            for x in (330, 352, 362, 372):
                c.path(
                    f"M{x},{y - 20} L{x + (14 if x in (330, 372) else 5)},{y - 20} L{x + (14 if x in (330, 372) else 5) - 6},{y + 44} L{x - 6},{y + 44} Z",
                    stripe,
                )
            c.line(f"M268,{y + 23} L616,{y + 23}", dark(tone, 0.35), 3, stroke_opacity=0.5)
            c.path(d, c.across([(0, "#2b1a22", 0.15), (0.3, "#ffffff", 0.15), (0.6, "#ffffff", 0), (1, "#2b1a22", 0.18)], 268, 628))
    shadow(c, 725, 842, 74)
    tube(c, smooth([(792, 768), (840, 764), (842, 806), (784, 820)]), "#fbf5ea", 15)
    vessel(c, 725, [(76, 734), (76, 780), (62, 832), (50, 840)], "#fbf5ea", decorate=lambda: c.path(band(725, 78, 762, 770), "#c9775a"))
    rim(c, 725, 734, 76, "#fbf5ea", wall=7)
    twig(c, 232, 872, 130, -12, "#7f9f6a", 2)


def tea_journal(c):
    stage(c)
    cloth = "#7c3f4c"
    twig(c, 720, 800, 300, -78, "#7f9f6a", 4, leaf_length=0.3)
    shadow(c, 455, 818, 200)
    with c.at(450, 812, -4):
        pages = "M-178,-492 L196,-492 L196,-6 L-178,-6 Z"
        c.path("M-184,-500 L202,-500 L202,4 L-184,4 Z", dark(cloth, 0.35))
        c.path(pages, "#f6ecd6")
        for i in range(7):
            c.line(f"M{170 + i * 4},-490 L{170 + i * 4},-8", "#cdbb98", 1.4)
        c.path(
            "M-200,-508 L168,-508 Q178,-508 178,-498 L178,2 Q178,10 168,10 L-200,10 Q-212,10 -212,0 L-212,-498 Q-212,-508 -200,-508 Z",
            c.gradient([(0, light(cloth, 0.18)), (0.5, cloth), (1, dark(cloth, 0.2))], -210, -500, 180, 10),
        )
        cover = "M-212,-508 L178,-508 L178,10 L-212,10 Z"
        with c.clip(cover):
            for i in range(66):
                c.line(f"M-212,{-508 + i * 8} L178,{-508 + i * 8}", light(cloth, 0.3), 1, stroke_opacity=0.22)
            for i in range(50):
                c.line(f"M{-212 + i * 8},-508 L{-212 + i * 8},10", dark(cloth, 0.4), 1, stroke_opacity=0.22)
            c.rect(-212, -508, 46, 520, dark(cloth, 0.3), fill_opacity=0.55)
            c.line("M-164,-508 L-164,10", dark(cloth, 0.5), 3, stroke_opacity=0.7)
            c.line("M-159,-508 L-159,10", light(cloth, 0.4), 2, stroke_opacity=0.5)
        gold = "#e6bd74"
        c.rect(-128, -476, 272, 454, "none", rx=8, stroke=gold, stroke_width=3)
        c.rect(-118, -466, 252, 434, "none", rx=4, stroke=gold, stroke_width=1.6)
        # A teapot and leaves, stamped in gold.
        c.path("M-54,-262 C-70,-226 -58,-176 -26,-166 L42,-166 C74,-176 86,-226 70,-262 Z", gold)
        c.path("M-50,-270 C-44,-296 60,-296 66,-270 Z", gold)
        c.circle(8, -300, 10, gold)
        c.path("M-54,-236 C-84,-236 -82,-276 -106,-284 L-116,-270 C-98,-254 -96,-208 -52,-204 Z", gold)
        c.line("M70,-250 C116,-262 118,-196 66,-190", gold, 10)
        for x in (-14, 10, 34):
            c.line(smooth([(x, -322), (x - 7, -340), (x + 7, -358), (x, -376)]), gold, 4)
        for side in (-1, 1):
            for i in range(4):
                with c.at(8 + side * (18 + i * 24), -106 - abs(i - 1.5) * 4, -30 if side > 0 else 210):
                    c.path("M0,0 C8,-11 26,-11 36,0 C26,11 8,11 0,0 Z", gold)
        c.circle(8, -106, 6, gold)
        c.path("M96,-508 L110,-508 L110,10 L96,10 Z", "#f0d9c0")
        c.path("M96,-508 L101,-508 L101,10 L96,10 Z", "#ffffff", fill_opacity=0.5)
        c.path("M-60,8 L-36,8 L-34,62 L-46,50 L-60,64 Z", "#d9a441")
    pencil(c, 560, 870, -9)
    flower(c, 272, 864, 40, 5, "#f6d6d0", "#e3a83b", 10, 0.55)
    leaf(c, 300, 876, 70, 6, "#7f9f6a")


def pencil(c, x, y, turn):
    with c.group(filter=c.blur(7), opacity=0.35):
        c.ellipse(x + 120, y + 2, 130, 12, c.world.shadow)
    with c.at(x, y, turn):
        for dy, tone in ((-11, "#e9bd6a"), (-4, "#d9a441"), (4, "#b9842f")):
            c.rect(46, dy, 200, 8, tone)
        c.path("M46,-11 L46,12 L6,2 L6,-1 Z", "#f3dcb4")
        c.path("M18,-4 L18,5 L0,0.5 Z", "#3a2f33")
        c.rect(246, -11, 20, 23, "#c9cdd0")
        c.rect(266, -11, 20, 23, "#d98a8a", rx=7)


def bow(c, x, y, colour):
    for side in (-1, 1):
        c.path(
            f"M{x},{y} C{x + side * 40},{y + 40} {x + side * 60},{y + 90} {x + side * 54},{y + 128} L{x + side * 74},{y + 112} L{x + side * 90},{y + 124} C{x + side * 92},{y + 80} {x + side * 60},{y + 20} {x},{y} Z",
            c.down([(0, dark(colour, 0.28)), (1, colour)], y, y + 128),
        )
        loop = f"M{x},{y} C{x + side * 30},{y - 92} {x + side * 150},{y - 110} {x + side * 158},{y - 44} C{x + side * 164},{y + 14} {x + side * 60},{y + 34} {x},{y} Z"
        c.path(
            loop,
            c.across(
                [(0, dark(colour, 0.3)), (0.5, colour), (1, light(colour, 0.25))]
                if side > 0
                else [(0, light(colour, 0.35)), (0.5, colour), (1, dark(colour, 0.3))],
                min(x, x + side * 158),
                max(x, x + side * 158),
            ),
        )
        c.path(
            f"M{x + side * 20},{y - 8} C{x + side * 50},{y - 54} {x + side * 110},{y - 66} {x + side * 122},{y - 40} C{x + side * 124},{y - 8} {x + side * 60},{y + 12} {x + side * 20},{y - 8} Z",
            dark(colour, 0.42),
        )
    c.rect(x - 24, y - 25, 48, 48, c.across([(0, light(colour, 0.25)), (1, dark(colour, 0.22))], x - 24, x + 24), rx=15)
    for dx in (-9, 4):
        c.line(f"M{x + dx},{y - 20} Q{x + dx + 4},{y} {x + dx},{y + 18}", dark(colour, 0.3), 2.5, stroke_opacity=0.6)


def slow_sunday_box(c):
    stage(c)
    paper, ribbon = "#8fa58a", "#f0dfc4"
    shadow(c, 490, 832, 240)
    front = "M250,560 L650,560 L650,832 L250,832 Z"
    side = "M650,560 L752,520 L752,778 L650,832 Z"
    for d, tone in ((front, paper), (side, dark(paper, 0.24))):
        c.path(d, c.down([(0, dark(tone, 0.1)), (0.15, tone), (1, dark(tone, 0.12))], 540, 840))
        with c.clip(d):
            for row in range(8):
                for column in range(15):
                    x, y = 254 + column * 36 + (row % 2) * 18, 590 + row * 36 - max(0, 254 + column * 36 - 650) * 0.4
                    leaf(c, x, y, 22, -60 + (column % 2) * 60, light(paper, 0.35), 0.4)
            c.path(d, c.across([(0, "#ffffff", 0.2), (0.4, "#ffffff", 0), (1, "#2b1a22", 0.16)], 250, 752))
    c.path("M424,560 L476,560 L476,832 L424,832 Z", c.across([(0, light(ribbon, 0.4)), (0.5, ribbon), (1, dark(ribbon, 0.16))], 424, 476))
    c.path("M690,544 L716,534 L716,797 L690,811 Z", dark(ribbon, 0.24))
    lid_front = "M236,480 L662,480 L662,572 L236,572 Z"
    lid_side = "M662,480 L770,436 L770,524 L662,572 Z"
    lid_top = "M236,480 L662,480 L770,436 L356,436 Z"
    with c.group(filter=c.blur(8), opacity=0.35):
        c.path("M250,572 L652,572 L754,528 L754,548 L652,594 L250,590 Z", "#2b1a22")
    tone = "#e9c9bd"
    c.path(lid_front, c.across([(0, light(tone, 0.3)), (0.5, tone), (1, dark(tone, 0.06))], 236, 662))
    c.path(lid_side, c.across([(0, dark(tone, 0.22)), (1, dark(tone, 0.3))], 662, 770))
    c.path(lid_top, c.across([(0, light(tone, 0.6)), (1, light(tone, 0.2))], 236, 770))
    c.line("M236,480 L662,480 L770,436", light(tone, 0.75), 3)
    c.path("M424,480 L476,480 L476,572 L424,572 Z", c.across([(0, light(ribbon, 0.4)), (0.5, ribbon), (1, dark(ribbon, 0.12))], 424, 476))
    c.path("M424,480 L476,480 L576,436 L526,436 Z", light(ribbon, 0.3))
    c.path("M690,468.6 L716,458 L716,548 L690,559.6 Z", dark(ribbon, 0.24))
    c.path("M282,463 L708,463 L734,451 L314,451 Z", light(ribbon, 0.2))
    twig(c, 478, 452, 210, -150, "#6f8f5c", 3, leaf_length=0.34)
    twig(c, 520, 452, 190, -24, "#6f8f5c", 3, leaf_length=0.34)
    with c.group(filter=c.blur(8), opacity=0.3):
        c.ellipse(500, 462, 140, 16, "#2b1a22")
    bow(c, 500, 436, "#c9694a")
    for dx, dy in ((-54, -96), (-20, -112), (16, -100)):
        ball(c, 500 + dx, 436 + dy + 64, 0.1, "#b3182c")
    # The handwritten card: only its heart can be read in every language.
    c.line(smooth([(498, 452), (560, 560), (606, 610)]), "#c9a26a", 3.5)
    with c.at(612, 622, 14):
        c.path("M-50,0 L-30,-20 L30,-20 L50,0 L50,130 L-50,130 Z", "#2b1a22", fill_opacity=0.22, transform="translate(6 8)")
        c.path("M-50,0 L-30,-20 L30,-20 L50,0 L50,130 L-50,130 Z", "#fff8ea")
        c.circle(0, -2, 7, "#c9a26a")
        c.path("M0,92 C-44,58 -30,26 0,48 C30,26 44,58 0,92 Z", "#c9694a")
    shadow(c, 300, 876, 40, 0.6, 0.6)
    flower(c, 300, 866, 38, 6, "#fdf3e4", "#e3a83b", 10, 0.46)
    flower(c, 356, 880, 26, 6, "#fdf3e4", "#e3a83b", 30, 0.46)
    leaf(c, 262, 880, 60, 170, "#6f8f5c")


PICTURES = {
    "fig-tree-candle": fig_tree_candle,
    "linen-tea-towel": linen_tea_towel,
    "tea-journal": tea_journal,
    "slow-sunday-box": slow_sunday_box,
}

"""The stage every product stands on: the wall, a figure on it, a podium, shadows and steam."""

import math

from drawing.canvas import SIDE, smooth
from drawing.palette import dark, light, mix

PODIUM_Y = 800


def backdrop(c, figure=None):
    """The wall and floor, with the category's figure behind the product."""
    w = c.world
    c.rect(0, 0, SIDE, SIDE, c.down([(0, light(w.wall, 0.25)), (0.55, w.wall), (0.85, mix(w.wall, w.floor, 0.7)), (1, w.floor)], 0, SIDE))
    c.rect(0, 0, SIDE, SIDE, c.radial([(0, "#ffffff", 0.3), (1, "#ffffff", 0)], 250, 200, 560))
    fill = c.down([(0, w.shape), (0.5, w.shape), (1, mix(w.shape, w.wall, 0.8))], 170, 800)
    if (figure or w.figure) == "circle":
        c.circle(500, 480, 315, fill)
    elif (figure or w.figure) == "arch":
        c.path("M210,830 L210,460 A290,290 0 0 1 790,460 L790,830 Z", fill)
    branch_shadow(c)


def branch_shadow(c):
    """A plant somewhere by the window: only its shadow falls on the wall."""
    with c.group(filter=c.blur(9), opacity=0.1):
        c.line(smooth([(1010, 110), (900, 170), (800, 200), (735, 205)]), c.world.shadow, 7)
        for x, y, turn in ((945, 140, 100), (900, 168, 215), (865, 182, 80), (815, 196, 225), (790, 202, 95), (738, 206, 170)):
            with c.at(x, y, turn):
                c.path("M0,0 C35,-42 85,-40 118,0 C85,34 35,36 0,0 Z", c.world.shadow)


def podium(c, rx=405, y=PODIUM_Y, height=58):
    """A low round stand; its top is an ellipse around (500, y)."""
    w = c.world
    ry = rx * 0.25
    with c.group(filter=c.blur(26), opacity=0.38):
        c.ellipse(525, y + height + 26, rx * 1.02, ry * 0.9, w.shadow)
    side = f"M{500 - rx},{y} L{500 - rx},{y + height} A{rx},{ry} 0 0 0 {500 + rx},{y + height} L{500 + rx},{y} Z"
    c.path(
        side,
        c.across(
            [(0, mix(w.podium, w.floor, 0.45)), (0.3, mix(w.podium, w.floor, 0.12)), (1, mix(w.podium, dark(w.floor, 0.2), 0.75))],
            500 - rx,
            500 + rx,
        ),
    )
    c.ellipse(500, y, rx, ry, c.across([(0, w.podium), (0.6, w.podium), (1, mix(w.podium, w.wall, 0.75))], 500 - rx, 500 + rx))
    c.ellipse(500, y + 1, rx - 2, ry - 1.5, "none", stroke="#ffffff", stroke_opacity=0.7, stroke_width=2.5)


def stage(c, figure=None):
    backdrop(c, figure)
    podium(c)


def shadow(c, cx, y, rx, reach=1.0, strength=1.0):
    """What a thing of half-width `rx` standing at `y` throws: a dark line of contact, and a long soft shadow to the right."""
    tone = c.world.shadow
    with c.group(filter=c.blur(20), opacity=0.3 * strength):
        c.ellipse(cx + rx * 0.5 * reach, y + 6, rx * (1 + 0.35 * reach), max(rx * 0.2, 14), tone)
    with c.group(filter=c.blur(7), opacity=0.5 * strength):
        c.ellipse(cx + rx * 0.05, y + 3, rx * 1.02, max(rx * 0.2, 6), tone)


def steam(c, x, y, height=190, strength=0.75):
    """Three wisps rising from around (x, y)."""
    for dx, tall, width in ((-38, 0.78, 13), (0, 1.0, 17), (38, 0.7, 12)):
        top = y - height * tall
        fade = c.down([(0, "#ffffff", 0), (0.35, "#ffffff", strength), (0.8, "#ffffff", strength * 0.75), (1, "#ffffff", 0)], top, y)
        wave = [(x + dx - 17 * math.sin(tall * step / 10 * 7), y - height * tall * step / 10) for step in range(11)]
        with c.group(filter=c.blur(6)):
            c.line(smooth(wave), fade, width)

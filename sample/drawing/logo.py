"""The shop's sign: a snail that carries a teapot. Bold enough to be told at 100 pixels."""

import math

from drawing.canvas import SIDE, smooth
from drawing.palette import COPPER, dark, light


def shop(c):
    night, ground = "#2f5a56", "#264b48"
    c.rect(0, 0, SIDE, SIDE, c.radial([(0, light(night, 0.16)), (1, ground)], 460, 420, 720))
    c.circle(500, 550, 385, c.down([(0, "#fbeccb"), (1, "#f0cf96")], 165, 935))
    c.circle(500, 550, 362, "none", stroke="#d9a95f", stroke_width=5)
    with c.group(filter=c.blur(16), opacity=0.4):
        c.ellipse(520, 812, 300, 26, "#7a4a20")
    body = "#f4dfb8"
    outline_tone = "#5a3a2c"
    # The tail and the foot, then the neck and the head.
    foot = "M178,792 C170,770 190,760 214,764 C236,720 224,640 232,590 C238,540 300,520 338,556 C368,586 356,640 352,690 C356,730 420,744 520,744 C640,744 730,760 838,798 C842,812 830,816 812,816 L232,816 C204,816 184,812 178,792 Z"
    c.path(
        foot, c.down([(0, "#fff3d8"), (0.6, body), (1, "#dcb27c")], 540, 816), stroke=outline_tone, stroke_width=12, stroke_linejoin="round"
    )
    for x, tip in ((266, (226, 440)), (312, (336, 436))):
        c.line(smooth([(x, 560), ((x + tip[0]) / 2 + (6 if x > 290 else -6), 500), tip]), outline_tone, 30)
        c.line(smooth([(x, 566), ((x + tip[0]) / 2 + (6 if x > 290 else -6), 500), tip]), body, 13)
        c.circle(*tip, 25, outline_tone)
        c.circle(tip[0] - 3, tip[1] - 5, 9, "#ffffff")
    c.line("M246,652 Q270,682 300,662", outline_tone, 9)
    c.circle(322, 636, 17, "#e88a6a", fill_opacity=0.75)
    # The teapot on its back: handle behind, spout to the front, the spiral of a shell.
    handle = "M736,520 C800,462 884,500 872,580 C864,640 806,676 738,680"
    c.line(handle, outline_tone, 58)
    c.line(handle, COPPER, 36)
    c.line(handle, light(COPPER, 0.45), 9, stroke_opacity=0.7)
    spout = "M420,560 C392,540 404,470 372,430 L416,404 C462,440 470,470 492,490 Z"
    c.path(spout, COPPER, stroke=outline_tone, stroke_width=12, stroke_linejoin="round")
    c.circle(
        580,
        588,
        184,
        c.radial([(0, "#f0a67c"), (0.5, COPPER), (1, dark(COPPER, 0.34))], 520, 520, 290),
        stroke=outline_tone,
        stroke_width=12,
    )
    turns = [(step / 48, math.radians(35 + step / 48 * 790)) for step in range(49)]
    spiral = smooth([(580 + (152 - 128 * t) * math.cos(a), 590 + (152 - 128 * t) * math.sin(a)) for t, a in turns])
    c.line(spiral, "#fbe6c6", 17)
    c.path("M474,428 C490,380 670,380 686,428 Z", COPPER, stroke=outline_tone, stroke_width=12, stroke_linejoin="round")
    c.path("M516,412 C530,396 580,392 606,396", stroke=light(COPPER, 0.6), stroke_width=8, stroke_linecap="round")
    c.line("M462,430 L698,430", outline_tone, 14)
    c.circle(580, 366, 30, COPPER, stroke=outline_tone, stroke_width=12)
    c.circle(572, 358, 8, light(COPPER, 0.7))
    for x, y, tall, width in ((338, 384, 104, 15), (388, 376, 160, 20), (438, 384, 104, 15)):
        wave = [(x - 17 * math.sin(step / 12 * 2 * math.pi * tall / 170), y - tall * step / 12) for step in range(13)]
        c.line(smooth(wave), "#ffffff", width)


PICTURES = {"shop": shop}

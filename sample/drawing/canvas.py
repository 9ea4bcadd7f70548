"""A drawing surface that writes SVG: shapes, gradients, clips and blurs, in a square of 1000 units."""

import math
import random
from contextlib import contextmanager

SIDE = 1000
# The part of the square that shows: a little closer than the whole stage.
VIEW = "55 105 890 890"


def number(value):
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def attributes(values):
    """Keyword arguments as SVG attributes: `stroke_width=3` becomes `stroke-width="3"`."""
    return "".join(f' {key.replace("_", "-")}="{number(value)}"' for key, value in values.items())


class Canvas:
    """`rng` is seeded with the picture's name, so that a picture comes out the same every time."""

    def __init__(self, name, world):
        self.world = world
        self.rng = random.Random(name)
        self._defs = []
        self._body = []

    def svg(self):
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{VIEW}"><defs>{"".join(self._defs)}</defs>{"".join(self._body)}</svg>'

    def _define(self, tag, inner, **values):
        name = f"d{len(self._defs)}"
        self._defs.append(f'<{tag} id="{name}"{attributes(values)}>{inner}</{tag}>')
        return f"url(#{name})"

    @staticmethod
    def _stops(stops):
        """Stops are (offset, colour) or (offset, colour, opacity)."""
        return "".join(
            f'<stop offset="{stop[0]}" stop-color="{stop[1]}" stop-opacity="{stop[2] if len(stop) > 2 else 1}"/>' for stop in stops
        )

    def gradient(self, stops, x1, y1, x2, y2):
        return self._define("linearGradient", self._stops(stops), x1=x1, y1=y1, x2=x2, y2=y2, gradientUnits="userSpaceOnUse")

    def across(self, stops, x1, x2):
        return self.gradient(stops, x1, 0, x2, 0)

    def down(self, stops, y1, y2):
        return self.gradient(stops, 0, y1, 0, y2)

    def radial(self, stops, cx, cy, r):
        return self._define("radialGradient", self._stops(stops), cx=cx, cy=cy, r=r, gradientUnits="userSpaceOnUse")

    def blur(self, amount):
        return self._define(
            "filter",
            f'<feGaussianBlur stdDeviation="{amount}"/>',
            x=0,
            y=0,
            width=SIDE,
            height=SIDE,
            filterUnits="userSpaceOnUse",
            color_interpolation_filters="sRGB",
        )

    def path(self, d, fill="none", **values):
        self._body.append(f'<path d="{d}"{attributes({"fill": fill, **values})}/>')

    def line(self, d, colour, width, **values):
        self.path(d, stroke=colour, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **values)

    def ellipse(self, cx, cy, rx, ry, fill, **values):
        shape = attributes({"cx": cx, "cy": cy, "rx": rx, "ry": ry, "fill": fill, **values})
        self._body.append(f"<ellipse{shape}/>")

    def circle(self, cx, cy, r, fill, **values):
        self.ellipse(cx, cy, r, r, fill, **values)

    def rect(self, x, y, width, height, fill, **values):
        shape = attributes({"x": x, "y": y, "width": width, "height": height, "fill": fill, **values})
        self._body.append(f"<rect{shape}/>")

    @contextmanager
    def group(self, **values):
        self._body.append(f"<g{attributes(values)}>")
        yield
        self._body.append("</g>")

    @contextmanager
    def clip(self, d):
        """Draw only inside the outline `d`."""
        with self.group(clip_path=self._define("clipPath", f'<path d="{d}"/>')):
            yield

    @contextmanager
    def at(self, x, y, turn=0, scale=1):
        """Draw around (x, y): moved there, turned by degrees, scaled."""
        with self.group(transform=f"translate({number(x)} {number(y)}) rotate({number(turn)}) scale({scale})"):
            yield


def points(values):
    return " ".join(f"{number(float(x))},{number(float(y))}" for x, y in values)


def _segment(before, start, end, after):
    """The Bezier segment from `start` to `end` of a centripetal Catmull-Rom line: it stays round where points lie unevenly."""
    gaps = [math.dist(a, b) ** 0.5 for a, b in ((before, start), (start, end), (end, after))]

    def control(near, far, other, gap):
        if gap == 0:
            return near
        middle = gaps[1]
        weight = 2 * gap * gap + 3 * gap * middle + middle * middle
        return tuple(
            (gap * gap * f - middle * middle * o + weight * n) / (3 * gap * (gap + middle))
            for n, f, o in zip(near, far, other, strict=True)
        )

    return "C" + points([control(start, end, before, gaps[0]), control(end, start, after, gaps[2]), end])


def curve(through):
    """The Bezier segments of a smooth line through points, without the first `M`. A point given twice is a corner."""
    padded = [through[0], *through, through[-1]]
    windows = zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    return " ".join(_segment(*window) for window in windows if window[1] != window[2])


def smooth(through, closed=False):
    """A smooth line through points as an SVG path."""
    return f"M{points(through[:1])} {curve(through)}" + (" Z" if closed else "")


def ring(through):
    """A smooth closed outline through points."""
    count = len(through)
    segments = [_segment(*(through[(i + k) % count] for k in (-1, 0, 1, 2))) for i in range(count)]
    return f"M{points(through[:1])} {' '.join(segments)} Z"

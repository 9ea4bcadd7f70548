"""Colours: mixing them, and the colour world of each category."""

from dataclasses import dataclass


def mix(first, second, share):
    """`first` with `share` (0 to 1) of `second` in it; colours are `#rrggbb`."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def light(colour, share):
    """`colour` in warm light."""
    return mix(colour, "#fffaf0", share)


def dark(colour, share):
    """`colour` in warm shade: towards a brown, since shade in pure black looks dirty."""
    return mix(colour, "#2b1a22", share)


@dataclass(frozen=True)
class World:
    """What all pictures of one category have in common."""

    wall: str
    floor: str
    shape: str  # the figure on the wall behind the product
    podium: str
    shadow: str
    figure: str = "arch"


TEA = World("#cbdab9", "#a9c29a", "#eef2df", "#f6f4e8", "#3d4f3a", "circle")
COFFEE = World("#ecc9a6", "#d3a077", "#fae6cf", "#fdf3e7", "#6b3f26", "arch")
CERAMICS = World("#bfd3de", "#94b2c4", "#e6eff2", "#f7f7f3", "#34506a", "circle")
PANTRY = World("#f7d88f", "#e6b355", "#fff0c9", "#fff8e8", "#7a4d14", "arch")
HOME = World("#e8c5c2", "#cb999c", "#f9e6e1", "#fdf4f1", "#6a3644", "circle")

WOOD = "#c98f5a"
WALNUT = "#7a4a30"
BEECH = "#dcae78"
STEEL = "#c9cdd0"
COPPER = "#cf7d52"
CREAM = "#f6ecd9"
TERRACOTTA = "#c9694a"
LINEN = "#e6d8c0"
LEAF = "#6f9a55"

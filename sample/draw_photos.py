"""Draw the pictures of the sample shop into `photos/`.

    draw_photos.py [NAME ...] [--sheet FILE]

Without names it draws all of them. `--sheet` also puts the drawn products side by side on one page, to look at.
Needs Python 3.11 or newer with two packages: `pip install pillow resvg-py`.
"""

import argparse
import io
from pathlib import Path

import resvg_py
from PIL import Image

from drawing import bowls, coffee, cups, home, logo, palette, pantry, tea
from drawing.canvas import SIDE, Canvas

PHOTOS = Path(__file__).parent / "photos"
MAX_BYTES = 90_000

CATEGORIES = (
    (palette.TEA, tea.PICTURES),
    (palette.COFFEE, coffee.PICTURES),
    (palette.CERAMICS, cups.PICTURES),
    (palette.CERAMICS, bowls.PICTURES),
    (palette.PANTRY, pantry.PICTURES),
    (palette.HOME, home.PICTURES),
    (palette.COFFEE, logo.PICTURES),
)
PICTURES = {name: (world, draw) for world, pictures in CATEGORIES for name, draw in pictures.items()}


def render(name):
    world, draw = PICTURES[name]
    canvas = Canvas(name, world)
    draw(canvas)
    png = resvg_py.svg_to_bytes(svg_string=canvas.svg(), width=SIDE, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png))).convert("RGB")


def save(image, path):
    """Write a JPEG in the best quality that keeps within `MAX_BYTES`."""
    for quality in range(92, 50, -3):
        data = io.BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
        if data.tell() <= MAX_BYTES:
            path.write_bytes(data.getvalue())
            return
    raise SystemExit(f"{path.name} does not fit into {MAX_BYTES} bytes")


def contact_sheet(images, path, columns=6, side=220, gap=8):
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (columns * (side + gap) + gap, rows * (side + gap) + gap), "#ffffff")
    for i, image in enumerate(images):
        place = (gap + i % columns * (side + gap), gap + i // columns * (side + gap))
        sheet.paste(image.resize((side, side), Image.Resampling.LANCZOS), place)
    sheet.save(path, quality=86, optimize=True, progressive=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="a product's slug, or shop")
    parser.add_argument("--sheet", type=Path, help="also write a contact sheet")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in PICTURES]
    if unknown:
        parser.error(f"no such picture: {', '.join(unknown)}")
    PHOTOS.mkdir(exist_ok=True)
    images = {name: render(name) for name in arguments.names or PICTURES}
    for name, image in images.items():
        save(image, PHOTOS / f"{name}.jpg")
    if arguments.sheet:
        contact_sheet([image for name, image in images.items() if name not in logo.PICTURES], arguments.sheet)


if __name__ == "__main__":
    main()

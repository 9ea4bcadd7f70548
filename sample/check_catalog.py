"""Check that the sample catalogue is complete: run `python3 sample/check_catalog.py`.

Needs the Python standard library only. Prints one line per problem and exits with 1 if there is any.
"""

import csv
import re
import struct
import sys
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "es", "de")
CATALOG_HEADER = (
    "category,category_en,category_ru,category_es,category_de,product,"
    "name_en,name_ru,name_es,name_de,text_en,text_ru,text_es,text_de,"
    "sku,option_en,option_ru,option_es,option_de,price,stock,photo,visible"
).split(",")
PROMO_HEADER = ("code,kind,value,from,until,min_total,max_uses,per_customer,first_order_only,categories,products").split(",")

MAX_NAME = 40
MAX_TEXT = 300
MAX_PHOTO_BYTES = 90_000
MAX_PHOTOS_BYTES = 2_500_000
PHOTO_SIDE = 1000

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SKU = re.compile(r"[A-Z0-9-]{1,24}")
PRICE = re.compile(r"\d+(\.\d{1,2})?")


def read(name, header, problems):
    """The rows of a CSV file as (line number, row), after comparing its header."""
    with open(HERE / name, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file, strict=True)
        if reader.fieldnames != header:
            problems.append(f"{name}: the header is not the documented one")
            return []
        rows = []
        for row in reader:
            if None in row or None in row.values():
                problems.append(f"{name}:{reader.line_num}: wrong number of columns")
            else:
                rows.append((reader.line_num, row))
        return rows


def jpeg_size(data):
    """(width, height) from the first start-of-frame marker, or None if this is no JPEG."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(data):
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in (0xC0, 0xC1, 0xC2):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def check_photo(path, problems):
    """Size in bytes of one picture; reports it when missing, too large or of another shape."""
    if not path.is_file():
        problems.append(f"{path.name}: no such picture")
        return 0
    data = path.read_bytes()
    if jpeg_size(data) != (PHOTO_SIDE, PHOTO_SIDE):
        problems.append(f"{path.name}: not a JPEG of {PHOTO_SIDE}x{PHOTO_SIDE}")
    if len(data) > MAX_PHOTO_BYTES:
        problems.append(f"{path.name}: {len(data)} bytes, more than {MAX_PHOTO_BYTES}")
    return len(data)


def check_texts(row, column, limit, where, problems):
    for language in LANGUAGES:
        text = row[f"{column}_{language}"]
        if not text.strip():
            problems.append(f"{where}: {column}_{language} is empty")
        if len(text) > limit:
            problems.append(f"{where}: {column}_{language} has {len(text)} characters, more than {limit}")


def check_category(row, names, where, problems):
    path = row["category"].split("/")
    if not all(SLUG.fullmatch(slug) for slug in path):
        problems.append(f"{where}: bad category {row['category']!r}")
    for language in LANGUAGES:
        labels = row[f"category_{language}"].split(" > ")
        if len(labels) != len(path) or not all(label.strip() for label in labels):
            problems.append(f"{where}: category_{language} does not name every step of {row['category']}")
            continue
        for depth, label in enumerate(labels, start=1):
            step = ("/".join(path[:depth]), language)
            if names.setdefault(step, label) != label:
                problems.append(f"{where}: {step[0]} is called both {names[step]!r} and {label!r}")


def check_sku(row, seen, where, problems):
    sku = row["sku"]
    if not SKU.fullmatch(sku):
        problems.append(f"{where}: bad sku {sku!r}")
    if sku in seen:
        problems.append(f"{where}: sku {sku} is used twice")
    seen.add(sku)
    if not PRICE.fullmatch(row["price"]) or Decimal(row["price"]) <= 0:
        problems.append(f"{where}: bad price {row['price']!r}")
    if not row["stock"].isdecimal():
        problems.append(f"{where}: bad stock {row['stock']!r}")
    if row["visible"] not in ("yes", "no"):
        problems.append(f"{where}: visible is neither yes nor no")


def check_catalog(problems):
    """The slugs a promo code may name: (categories with their parents, products)."""
    names, skus, products = {}, set(), {}
    photos = {HERE / "photos/shop.jpg"}
    for line, row in read("catalog.csv", CATALOG_HEADER, problems):
        where = f"catalog.csv:{line}"
        if not SLUG.fullmatch(row["product"]):
            problems.append(f"{where}: bad product {row['product']!r}")
        if row["product"] not in products:
            check_category(row, names, where, problems)
            check_texts(row, "name", MAX_NAME, where, problems)
            check_texts(row, "text", MAX_TEXT, where, problems)
            photos.add(HERE / row["photo"])
        products.setdefault(row["product"], []).append((where, row))
        check_sku(row, skus, where, problems)
    for variants in products.values():
        for where, row in variants:
            if len(variants) > 1:
                check_texts(row, "option", MAX_NAME, where, problems)
            elif any(row[f"option_{language}"] for language in LANGUAGES):
                problems.append(f"{where}: a product with one SKU has no option")
    total = sum(check_photo(path, problems) for path in sorted(photos))
    if total > MAX_PHOTOS_BYTES:
        problems.append(f"photos: {total} bytes together, more than {MAX_PHOTOS_BYTES}")
    print(f"{len(products)} products, {len(skus)} SKUs, {len(photos)} pictures of {total // 1000} kB together")
    return {slug for slug, _ in names}, set(products)


def check_promos(categories, products, problems):
    codes = set()
    for line, row in read("promos.csv", PROMO_HEADER, problems):
        where = f"promos.csv:{line}"
        if not SKU.fullmatch(row["code"]) or row["code"] in codes:
            problems.append(f"{where}: bad or repeated code {row['code']!r}")
        codes.add(row["code"])
        if row["kind"] not in ("percent", "fixed", "free_delivery"):
            problems.append(f"{where}: unknown kind {row['kind']!r}")
        if (row["value"] == "") != (row["kind"] == "free_delivery"):
            problems.append(f"{where}: value goes with percent and fixed, and with these alone")
        for column in ("value", "min_total", "max_uses", "per_customer"):
            try:
                if row[column] and Decimal(row[column]) <= 0:
                    problems.append(f"{where}: {column} is not above zero")
            except InvalidOperation:
                problems.append(f"{where}: {column} is not a number")
        for column in ("from", "until"):
            try:
                if row[column]:
                    date.fromisoformat(row[column])
            except ValueError:
                problems.append(f"{where}: {column} is not a date")
        if row["first_order_only"] not in ("yes", "no"):
            problems.append(f"{where}: first_order_only is neither yes nor no")
        for column, known in (("categories", categories), ("products", products)):
            for slug in set(row[column].split()) - known:
                problems.append(f"{where}: {column} names {slug}, which is not in the catalogue")
    print(f"{len(codes)} promo codes")


def main():
    problems = []
    categories, products = check_catalog(problems)
    check_promos(categories, products, problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

"""The cover of the e-book: a picture of words."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = WIDTH, HEIGHT = 1200, 1800
MARGIN = 130
GROUND, WORDS = (0x14, 0x2F, 0x38), (0xF7, 0xF2, 0xE6)
FULL, QUIET = 255, 176
SHADES = 16
"""Few shades of one ramp keep the file small."""

RUNS = 3
"""How zlib is to pack: by runs of one shade, ten times as fast as its best, and a tenth larger."""


def draw_cover(file: Path, *, title: str, author: str, below: str) -> None:
    """Draw it, with nothing but the font that Pillow carries, so that every machine draws the same."""
    image = Image.new("L", SIZE)
    canvas = ImageDraw.Draw(image)
    lines = _lines(_drawable(title), 150, most=4)
    canvas.multiline_text((MARGIN, HEIGHT * 0.24), "\n".join(lines), font=_font(150), fill=FULL, spacing=36)
    canvas.line((MARGIN, HEIGHT * 0.72, MARGIN + 180, HEIGHT * 0.72), fill=QUIET, width=5)
    words = "\n".join(filter(None, (_drawable(below), _drawable(author))))
    canvas.multiline_text((MARGIN, HEIGHT * 0.75), words, font=_font(48), fill=QUIET, spacing=24)
    file.parent.mkdir(parents=True, exist_ok=True)
    _coloured(image).save(file, "PNG", compress_type=RUNS, bits=4)


def _coloured(image: Image.Image) -> Image.Image:
    """The ramp from ground to words in place of that from black to white."""
    shaded = image.point([value * SHADES // 256 for value in range(256)])
    ramp = [
        low + (high - low) * shade // (SHADES - 1)
        for shade in range(SHADES)
        for low, high in zip(GROUND, WORDS, strict=True)
    ]
    shaded.putpalette(ramp)
    return shaded


def _lines(text: str, size: int, *, most: int) -> list[str]:
    """The text in lines that fit; what goes beyond the last is left out, and seen to be."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _drawable(text: str) -> str:
    """The text, without accents if need be; nothing if the font lacks one of its letters even so."""
    return _in_font(text) or _in_font(
        "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    )


def _in_font(text: str) -> str:
    return text if all(char.isspace() or _shape(char) != _shape("\uffff") for char in text) else ""


@cache
def _shape(char: str) -> bytes:
    return bytes(_font(34).getmask(char))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size=size)

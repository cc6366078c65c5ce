"""How wide text will be, near enough to break lines where no browser can be asked.

The reader's sans-serif is not known when a picture is drawn, so the widths are
those of a common one, with room for a wider one.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ROOM = 1.09
_BOLD = 1.06
_BY_WIDTH = {
    222: "ijl‘’'",
    278: " !,./:;I[\\]ft|\N{NO-BREAK SPACE}·",
    333: '()-`r“”"{}',
    389: "*",
    500: "Jcksvxyz^",
    556: "0123456789?_abdeghnopqu$#–L",
    584: "+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    1000: "W@…—→←",
}
_WIDTHS = {char: width for width, chars in _BY_WIDTH.items() for char in chars}
_OTHER = 600
_FULL = 1000


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide ``text`` is at most, in the unit of ``size``."""
    return sum(map(_char_width, text)) / 1000 * size * _ROOM * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _FULL
    base = unicodedata.normalize("NFD", char)[0]
    return _WIDTHS.get(base, _OTHER)


def wrap(text: str, width: float, size: float) -> list[str]:
    """``text`` in lines no wider than ``width``; a word that is too long is broken."""
    lines: list[str] = []
    line = ""
    for word in (part for long in text.split() for part in _pieces(long, width, size)):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, size: float) -> list[str]:
    if text_width(word, size) <= width:
        return [word]
    pieces, piece = [], ""
    for char in word:
        if piece and text_width(piece + char, size) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]

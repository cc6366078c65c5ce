"""Putting numbers, dates, facts and suggestions into the words of a message."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import islice

from rapidfuzz import process

from ..chain.views import View
from ..english.dates.dates import say
from ..english.quantities.numbers import SCALES, Number

_LIKE = 70
"""A known word as like as this (of 100) is suggested."""
_LONGEST = 200
"""A longer word is no slip of the pen."""
_READ = 1200
"""Of a text of more characters only both ends are told."""
_WORD = 40
_ENDLESS = re.compile(r"\w[\w,.]{200,}")
"""So long a word is a number of thousands of digits, or none; only so many letters of both ends are told."""
_MOST = 20
"""So many numbers or dates are told."""


def nearest(word: str, known: Collection[str]) -> str:
    """“ Did you mean …?” for the known word most like ``word``, or nothing."""
    return suggested(near(word, known))


def suggested(word: str) -> str:
    """A known word as it is suggested at the end of a message; nothing for none."""
    return f" Did you mean “{word}”?" if word else ""


def near(word: str, known: Collection[str]) -> str:
    """The known word most like ``word``, or nothing."""
    best = None if len(word) > _LONGEST else process.extractOne(word, list(known), score_cutoff=_LIKE)
    return best[0] if best else ""


def listed(numbers: Iterable[Number], beside: Number | None = None) -> str:
    """Numbers as a reader would write them; beside an amount, without `east` and `her son`."""
    shown: dict[str, None] = {}
    for number in numbers:
        if beside and beside.unit not in SCALES and number.unit in SCALES:
            continue
        shown[str(number)] = None
        if len(shown) > _MOST:
            break
    return _few(shown) or "no number"


def told(dates: Iterable[str]) -> str:
    """EDTF dates as a reader would write them."""
    return _few(sorted({say(date) for date in dates})) or "no date"


def short(text: str) -> str:
    """A text, without the middle of a very long one or of a very long word: a message is to be read."""
    text = _ENDLESS.sub(lambda found: f"{found[0][:_WORD]}…{found[0][-_WORD:]}", text)
    return text if len(text) <= _READ else f"{text[: _READ // 2]} … {text[-_READ // 2 :]}"


def _few(words: Collection[str]) -> str:
    """The first of many: a message is to be read."""
    return ", ".join([*islice(words, _MOST), *["…"] * (len(words) > _MOST)])


def whose(view: View) -> str:
    """The facts that a sentence cites."""
    ids = [f.id for f in view.facts]
    if not ids:
        return "no fact"
    return (
        f"the fact “{ids[0]}”" if len(ids) == 1 else f"the facts {', '.join(ids[:3])}{' …' * (len(ids) > 3)}"
    )


def lack(view: View, what: object, known: str = "") -> str:
    """That no fact of a sentence gives or names ``what``, and what ``known`` things they give."""
    if not view.facts:
        return f"no fact is cited that has {what}"
    does, gives = ("does", "gives") if len(view.facts) == 1 else ("do", "give")
    only = f", {f'and {gives}' if known.startswith('no ') else 'only'} {known}" if known else ""
    return f"{whose(view)} {does} not have {what}{only}"

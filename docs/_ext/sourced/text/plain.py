"""A text as somebody types it who reads it on the screen.

Characters that cannot be seen (zero-width spaces, byte order marks, soft hyphens, marks of direction) are
left out, ligatures are written as their letters, and a letter with its accent is one character (NFC).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from .altered import Altered, Replacement

_JOINERS = "\u200c\u200d"
_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_ODD = re.compile(f"[{_HIDDEN}{_JOINERS}{''.join(_LIGATURES)}]")
_JOINED = re.compile("[\u0590-\u10ff\u1200-\u1cff\u2600-\u27bf\ufe0f\U0001f000-\U000fffff]")
"""Scripts and signs between which a joiner is no accident."""
_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
"""Whatever is composed or left out stands in such a run: nothing composes with the ASCII behind it."""


def plain(text: str) -> str:
    """``text`` as it is typed."""
    if text.isascii() or not _is_odd(text):
        return text
    return "".join(_pieces(text))


def composed(text: str) -> str:
    """``text`` with the letters of its ligatures and its accents composed; what is hidden in it stays."""
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return unicodedata.normalize("NFC", text)


def made_plain(text: str) -> Altered | None:
    """The same with the way back to ``text``; None if that is plain as it stands."""
    if text.isascii() or not _is_odd(text):
        return None
    made = Altered(text, _replacements(text))
    return made if made.text != text else None


def _is_odd(text: str) -> bool:
    return _ODD.search(text) is not None or not unicodedata.is_normalized("NFC", text)


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for start, end, new in _replacements(text):
        yield text[at:start]
        yield new
        at = end
    yield text[at:]


def _replacements(text: str) -> Iterator[Replacement]:
    for run in _RUN.finditer(text):
        if _is_odd(run.group()):
            yield from _in_run(text, *run.span())


def _in_run(text: str, start: int, end: int) -> Iterator[Replacement]:
    """Each letter with what is composed with it, and each hidden character by itself."""
    at = start
    while at < end:
        if _is_hidden(text, at):
            yield at, at + 1, ""
            at += 1
            continue
        after, letter = at + 1, _LIGATURES.get(text[at], text[at])
        while (mark := _mark_from(text, after, end)) >= 0:
            after, letter = mark + 1, letter + text[mark]
        composed = unicodedata.normalize("NFC", letter)
        if composed != text[at:after]:
            yield at, after, composed
        at = after


def _mark_from(text: str, at: int, end: int) -> int:
    """Where the mark stands that is composed with the letter before ``at``, or -1."""
    while at < end and _is_hidden(text, at):
        at += 1
    return at if at < end and _composes(text[at]) else -1


@cache
def _composes(char: str) -> bool:
    """Whether a character may be composed with the one before."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def _is_hidden(text: str, at: int) -> bool:
    if text[at] in _LIGATURES or not _ODD.match(text, at):
        return False
    return text[at] not in _JOINERS or not _joins_letters(text, at)


def _joins_letters(text: str, at: int) -> bool:
    """Whether a joiner does its work between letters that are not Latin, as in Persian."""
    return all(_JOINED.match(text, near) for near in (at - 1, at + 1) if near >= 0) and 0 < at < len(text) - 1

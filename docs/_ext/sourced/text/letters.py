"""Letters that only look like the ones that are meant, and characters that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOREIGN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Scripts with letters that look Latin."""
_WORD = re.compile(r"(?:(?<!\w)\w*+)?[^\x00-\x7f\w]\w*|(?<!\w)[0-9A-Za-z_]*+[^\x00-\x7f]\w*")
"""Letters with one among or between them that is not ASCII."""
_UNSEEN = re.compile(r"[^\n\r\t -~¡-¬®-\u02ff\u2010-\u2027\u2030-\u205e]")
"""A quick look: what is neither ASCII nor a Latin letter nor a plain mark may be invisible."""


def look_alikes(text: str) -> list[tuple[int, str]]:
    """Each deceptive character of ``text``: its offset, and what it is."""
    if text.isascii() and text.isprintable():
        return []
    found = [(m.start() + hit[0], hit[1]) for m in _WORD.finditer(text) if (hit := _deceptive(m.group()))]
    return found + invisible(text)


def invisible(text: str) -> list[tuple[int, str]]:
    """Each character of ``text`` that cannot be seen: its offset, and what it is."""
    return [
        (match.start(), f"an invisible character stands here: {named(match.group())}")
        for match in _UNSEEN.finditer(text)
        if _is_invisible(text, match.start())
    ]


@lru_cache(maxsize=65536)
def _deceptive(word: str) -> tuple[int, str] | None:
    """The first deceptive character of ``word``: its index, and what it is."""
    scripts = [_script(char) for char in word]
    latin = set(scripts) <= {"", "LATIN", "DIGIT"}
    for at, char in enumerate(word):
        if _is_styled(char) or (latin and char.isdecimal() and not char.isascii()):
            return at, f"“{char}” in “{word}” is {named(char)}, not the plain character"
    if "LATIN" in scripts:
        at = next((i for i, script in enumerate(scripts) if script in _FOREIGN), -1)
        if at >= 0:
            return at, f"“{word[at]}” in “{word}” is {named(word[at])}, a look-alike of a Latin letter"
    elif {"CYRILLIC", "GREEK"} & set(scripts) and _is_all_confusable(word):
        return 0, f"“{word}” is written in letters that only look Latin: {named(word[0])}, …"
    return None


def _is_styled(char: str) -> bool:
    """Whether ``char`` is a full-width or mathematical form of another."""
    return "\uff00" <= char <= "\uffef" or "\U0001d400" <= char <= "\U0001d7ff"


def _is_all_confusable(word: str) -> bool:
    from confusable_homoglyphs import confusables  # late: a large table, seldom needed

    hits = confusables.is_confusable(word, greedy=True, preferred_aliases=["latin"]) or []
    return {hit["character"] for hit in hits} >= {char for char in word if char.isalpha()}


def _is_invisible(text: str, at: int) -> bool:
    char = text[at]
    if unicodedata.category(char) not in ("Cf", "Cc"):
        return False
    # joiners are letters' business in scripts such as Persian
    joined = char in "\u200c\u200d" and 0 < at < len(text) - 1
    return not (joined and _script(text[at - 1]) not in ("LATIN", "", "DIGIT"))


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    if char.isdecimal():
        return "DIGIT"
    return unicodedata.name(char, "").split(" ")[0] if char.isalpha() else ""


def named(char: str) -> str:
    """The code of a character, and what it is called."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'control character').lower()}"

"""Rules on sources, names and letters: what must be true before a quotation is read."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process

from ..edtfdays import days
from ..library import Library
from ..model import Fact, Name, Source
from ..pages import Page
from .registry import Hit, also, rule


@rule(
    "source-changed",
    link="source",
    scope="source",
    hint=(
        "Restore the file; or, if the source was really re-read, check its quotations and record "
        "the new sha256."
    ),
)
def source_changed(library: Library, source: Source) -> Iterator[Hit]:
    """A file in `seeds/` is not the one that was read.

    Its SHA-256 differs from the one recorded in the data file: somebody edited the evidence.
    """
    digest = hashlib.sha256(library.book.texts[source.id].encode("utf-8", "surrogatepass")).hexdigest()
    if digest != source.sha256:
        yield Hit(
            message=f"seeds/{source.file} is not the file that was read: its SHA-256 is {digest[:12]}…, recorded is {source.sha256[:12]}…",
            path=("sources", source.id, "sha256"),
        )


@rule("source-twice", link="source", scope="source", hint="Keep one entry for each file.")
def source_twice(library: Library, source: Source) -> Iterator[Hit]:
    """Two sources name the same file, so that one report would count as two."""
    twins = [s.id for s in library.book.sources.values() if s.file == source.file]
    if twins[0] != source.id:
        yield Hit(
            message=f"{source.file} is already the file of “{twins[0]}”", path=("sources", source.id, "file")
        )


@rule(
    "aside-not-found",
    link="source",
    scope="source",
    hint="Copy the first and last words of the passage from the source, as they stand.",
)
def aside_not_found(library: Library, source: Source) -> Iterator[Hit]:
    """The words that begin or end an aside do not stand in its source."""
    for span in library.asides(source.id):
        path = ("sources", source.id, "aside", span.index, "from")
        if span.start < 0:
            yield Hit(message=f"this passage does not stand in seeds/{source.file}", path=path)
        elif span.twice:
            yield Hit(message=f"these words stand more than once in seeds/{source.file}", path=path)


@rule(
    "date-invalid",
    link="fact",
    scope="source",
    hint="Write the date in EDTF: 2021-09-03, 2021-09, 198X, 1996/2001, 2021-08-22/..",
)
def source_date_invalid(library: Library, source: Source) -> Iterator[Hit]:
    """A date is not EDTF, or no day of the calendar."""
    if source.published is not None and days(source.published) is None:
        yield Hit(
            message=f"“{source.published}” is not a date in EDTF", path=("sources", source.id, "published")
        )


@also("date-invalid", "fact")
def date_invalid_in_fact(library: Library, fact: Fact) -> Iterator[Hit]:
    """The same rule for the dates of a fact."""
    for field, value in (("when", fact.when), ("as-of", fact.as_of)):
        if value is not None and days(value) is None:
            yield Hit(message=f"“{value}” is not a date in EDTF", path=("facts", fact.id, field))


@rule(
    "name-twice",
    link="fact",
    scope="name",
    hint="Give the spelling to one of the two, or write the longer form.",
)
def name_twice(library: Library, name: Name) -> Iterator[Hit]:
    """Two names claim the same full spelling, so that nobody can say who is meant."""
    for other in library.book.names.values():
        if other.id < name.id and other.name == name.name:
            yield Hit(
                message=f"“{name.name}” is already the name of “{other.id}”", path=("names", name.id, "name")
            )


@rule("look-alike-letter", link="prose", scope="name", hint="Type the word again on a plain keyboard.")
def look_alike_in_name(library: Library, name: Name) -> Iterator[Hit]:
    """A letter or digit only looks like the one that is meant, or cannot be seen at all.

    A Cyrillic `а` in a Latin word, a full-width digit, a zero-width space: the eye passes them, a search does not.
    """
    for index, spelling in enumerate((name.name, *name.also)):
        path = ("names", name.id, "name") if index == 0 else ("names", name.id, "also", index - 1)
        for _, message in look_alikes(spelling):
            yield Hit(message=message, path=path)


@also("look-alike-letter", "fact")
def look_alike_in_fact(library: Library, fact: Fact) -> Iterator[Hit]:
    """The same rule for what a fact prints."""
    for field, text in (("statement", fact.statement), ("value", fact.value or "")):
        for _, message in look_alikes(text):
            yield Hit(message=message, path=("facts", fact.id, field))


@also("look-alike-letter", "page")
def look_alike_in_page(library: Library, page: Page) -> Iterator[Hit]:
    """The same rule for the text of a page."""
    for offset, message in look_alikes(page.text):
        yield Hit(message=message, at=offset)


def look_alikes(text: str) -> list[tuple[int, str]]:
    """Each deceptive character of ``text``: its offset, and what it is."""
    if text.isascii() and text.isprintable():
        return []
    found = []
    for match in re.finditer(r"\w+", text):
        deceptive = _deceptive(match.group())
        if deceptive:
            found.append((match.start() + deceptive[0], deceptive[1]))
    for suspect in _UNSEEN.finditer(text):
        at, char = suspect.start(), suspect.group()
        if _invisible(text, at):
            found.append((at, f"an invisible character stands here: {_name(char)}"))
    return found


_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
"""Characters of the Unicode categories Cc and Cf."""


@lru_cache(maxsize=65536)
def _deceptive(word: str) -> tuple[int, str] | None:
    if word.isascii():
        return None
    scripts = [_script(char) for char in word]
    for at, (char, script) in enumerate(zip(word, scripts, strict=True)):
        wide = "\uff00" <= char <= "\uffef" or "\U0001d400" <= char <= "\U0001d7ff"
        if wide or (char.isdecimal() and not char.isascii() and set(scripts) <= {"", "LATIN", "DIGIT"}):
            return at, f"“{char}” in “{word}” is {_name(char)}, not the plain character"
    if "LATIN" in scripts:
        foreign = next(
            (i for i, s in enumerate(scripts) if s in ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")), None
        )
        if foreign is not None:
            return (
                foreign,
                f"“{word[foreign]}” in “{word}” is {_name(word[foreign])}, a look-alike of a Latin letter",
            )
    elif {"CYRILLIC", "GREEK"} & set(scripts) and _all_confusable(word):
        return 0, f"“{word}” is written in letters that only look Latin: {_name(word[0])}, …"
    return None


def _all_confusable(word: str) -> bool:
    from confusable_homoglyphs import confusables  # the Unicode table; only read for words in other scripts

    hits = confusables.is_confusable(word, greedy=True, preferred_aliases=["latin"]) or []
    return {h["character"] for h in hits} >= {c for c in word if c.isalpha()}


def _invisible(text: str, at: int) -> bool:
    char = text[at]
    if char in "\n\r\t" or unicodedata.category(char) not in ("Cf", "Cc"):
        return False
    # joiners are letters' business in scripts such as Persian
    joined = char in "\u200c\u200d" and 0 < at < len(text) - 1
    return not (joined and _script(text[at - 1]) not in ("LATIN", "", "DIGIT"))


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    if char.isdecimal():
        return "DIGIT"
    return unicodedata.name(char, "").split(" ")[0] if char.isalpha() else ""


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'control character').lower()}"


def nearest(word: str, known: list[str]) -> str:
    """“ Did you mean …?” for the known word most like ``word``, or nothing."""
    best = process.extractOne(word, known, score_cutoff=70) if known else None
    return f" Did you mean “{best[0]}”?" if best else ""

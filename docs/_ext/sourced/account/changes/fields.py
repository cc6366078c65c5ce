"""What the fields of an entry say, in words, so that two of them can be set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from ...book.book import Book
from ...book.model import Aside, Entry, Evidence, Fact
from ...chain.display import show_value
from ...english.dates.dates import say
from ...text.edtf import days
from ...text.fold import squeeze
from .change import Row
from .pairing import Like, without

_LABELS = {
    "about": "is about",
    "by": "who says so",
    "when": "when it happened",
    "as-of": "known as of",
    "absent": "words that would show otherwise",
    "unused": "why no page uses it",
    "also": "other spelling",
    "dated-by": "how it was dated",
    "single": "two values are a disagreement",
    "difference": "how values differ",
    "sha256": "sum of the file",
}
_DATES = frozenset({"when", "as-of", "published"})
_LIKE = Like(50, bonus=10)
"""Two quotations as like as this are one, changed."""


def entry_rows(before: tuple[Book, Entry], after: tuple[Book, Entry]) -> Iterator[Row]:
    """What of an entry changed, field by field; ``formerly`` is told as another ID."""
    (old_book, old), (new_book, new) = before, after
    for field in msgspec.structs.fields(type(new)):
        one, other = getattr(old, field.name), getattr(new, field.name)
        key = field.encode_name
        if field.name in ("id", "formerly") or one == other:
            continue
        label = _LABELS.get(key, key)
        if key == "evidence":
            yield from _evidence_rows(before, after)
        elif key == "about" and isinstance(new, Fact):
            yield Row(label=label, before=old_book.name_of(one), after=new_book.name_of(other))
        elif key == "aside":
            yield from _mapped(
                key, *({_passage(aside): aside.why for aside in each} for each in (one, other))
            )
        elif isinstance(one, tuple):
            yield from _listed(label, [*map(_in_words, one)], [*map(_in_words, other)])
        elif isinstance(one, dict):
            yield from _mapped(key, one, other)
        else:
            words = [_field(book, entry, key, value) for book, entry, value in
                     ((old_book, old, one), (new_book, new, other))]  # fmt: skip
            if words[0] != words[1]:
                yield Row(label=label, before=words[0], after=words[1])


def _field(book: Book, entry: Entry, key: str, value: object) -> str:
    """A field in words."""
    if value is None:
        return "the report itself" if key == "by" else ""
    if isinstance(entry, Fact) and key == "value":
        return show_value(book, entry)
    if isinstance(entry, Fact) and key == "by":
        return book.name_of(str(value))
    if isinstance(entry, Fact) and key == "property":
        return book.property_title(str(value))
    if key in _DATES and days(str(value)):
        return say(str(value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else squeeze(str(value))


def _in_words(item: object) -> str:
    return squeeze(str(item))


def _passage(aside: Aside) -> str:
    return squeeze(f"“{aside.from_} … {aside.to}”" if aside.to else f"“{aside.from_}”")


def _listed(label: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """What of a list is gone, and what is new; its order says nothing."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    yield from (Row(label=label, before=item) for item in gone.elements())
    yield from (Row(label=label, after=item) for item in come.elements())


def _mapped(key: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Row]:
    for each in dict.fromkeys([*old, *new]):
        one, other = squeeze(old.get(each, "")), squeeze(new.get(each, ""))
        if one != other:
            yield Row(label=f"{key} of {each}", before=one, after=other)


def _evidence_rows(before: tuple[Book, Entry], after: tuple[Book, Entry]) -> Iterator[Row]:
    """Which quotations are gone, new, or changed, and what is read into them."""
    old, new = _evidence(before[1]), _evidence(after[1])
    for one, other in _paired(old, new):
        words = ["" if each is None else _quoted(book, each) for (book, _), each in
                 ((before, one), (after, other))]  # fmt: skip
        if words[0] != words[1]:
            yield Row(label="evidence", before=words[0], after=words[1])
        if one and other:
            yield from _extra_rows((before[0], one), (after[0], other))


def _evidence(fact: Entry) -> Sequence[Evidence]:
    return fact.evidence if isinstance(fact, Fact) else ()


def _quoted(book: Book, evidence: Evidence) -> str:
    source = book.sources.get(evidence.source)
    return f"“{squeeze(evidence.exact)}” ({source.shown if source else evidence.source})"


def _extra_rows(before: tuple[Book, Evidence], after: tuple[Book, Evidence]) -> Iterator[Row]:
    """What is read into a quotation, and what else is told of it; where it stands is told apart."""
    (old_book, one), (new_book, other) = before, after
    for key in dict.fromkeys([*one.gloss, *other.gloss]):
        meant = [_meaning(old_book, one.gloss.get(key)), _meaning(new_book, other.gloss.get(key))]
        if meant[0] != meant[1]:
            yield Row(label=f"“{squeeze(key)}” is read as", before=meant[0], after=meant[1])
    for field in msgspec.structs.fields(Evidence):
        if field.name not in ("source", "exact", "gloss", "prefix", "suffix"):
            words = [_in_words(getattr(each, field.name) or "") for each in (one, other)]
            if words[0] != words[1]:
                yield Row(label=field.encode_name, before=words[0], after=words[1])


def _meaning(book: Book, value: str | None) -> str:
    if value is None:
        return ""
    return say(value) if value not in book.names and days(value) else book.name_of(value)


def _paired(
    old: Sequence[Evidence], new: Sequence[Evidence]
) -> Iterator[tuple[Evidence | None, Evidence | None]]:
    """Quotations that belong together, the likest first, then those that are gone and those that are new."""
    told = [[(squeeze(e.exact), frozenset({e.source})) for e in each] for each in (old, new)]
    pairs = _LIKE.pairs(*told)
    yield from ((old[i], new[j]) for i, j in pairs)
    yield from ((one, None) for one in without(old, [i for i, _ in pairs]))
    yield from ((None, other) for other in without(new, [j for _, j in pairs]))

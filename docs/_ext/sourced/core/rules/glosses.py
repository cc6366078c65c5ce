"""Rules on glosses: an editor's reading of words inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..atoms.dates import find_dates, say
from ..atoms.derived import agrees, derive
from ..edtfdays import days
from ..folding import squeeze
from ..library import Library
from ..model import Evidence, Fact
from .records import nearest
from .registry import Hit, rule


def _path(fact: Fact, index: int, key: str) -> tuple[str | int, ...]:
    return ("facts", fact.id, "evidence", index, "gloss", key)


def _glosses(fact: Fact) -> Iterator[tuple[int, Evidence, str, str]]:
    for index, evidence in enumerate(fact.evidence):
        for key, value in evidence.gloss.items():
            yield index, evidence, key, value


@rule(
    "gloss-not-in-quotation",
    link="quotation",
    scope="fact",
    hint="Gloss words of the quotation, as they stand in it; or quote the words too.",
)
def gloss_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A gloss explains words that its quotation does not hold."""
    for index, evidence, key, _ in _glosses(fact):
        if not re.search(rf"(?<!\w){re.escape(squeeze(key))}(?!\w)", squeeze(evidence.exact)):
            yield Hit(message=f"“{key}” does not stand in the quotation", path=_path(fact, index, key))


@rule(
    "gloss-unknown",
    link="quotation",
    scope="fact",
    hint="Give the ID of an entry under `names`, or a date in EDTF.",
)
def gloss_unknown(library: Library, fact: Fact) -> Iterator[Hit]:
    """A gloss is neither a name of the book nor a date."""
    for index, _, key, value in _glosses(fact):
        if value not in library.book.names and days(value) is None:
            more = nearest(value, list(library.book.names))
            yield Hit(
                message=f"“{value}” is neither a name of the book nor a date.{more}",
                path=_path(fact, index, key),
            )


@rule(
    "gloss-disagrees",
    link="quotation",
    scope="fact",
    hint="Count again from the source's own date; or correct `published`.",
)
def gloss_disagrees(library: Library, fact: Fact) -> Iterator[Hit]:
    """A gloss says something else than its words allow.

    A derived date is recomputed: a weekday is the last one on or before the source's date, `two days before 9/11`
    is counted from 11 September 2001. A surname can only be glossed as one who bears it.
    """
    for index, evidence, key, value in _glosses(fact):
        if value in library.book.names:
            message = _wrong_bearer(library, key, value) or _no_person(library, key, value)
        elif days(value) is not None:
            message = _wrong_date(library, evidence, key, value)
        else:
            message = None
        if message:
            yield Hit(message=message, path=_path(fact, index, key))


def _wrong_bearer(library: Library, key: str, value: str) -> str | None:
    mentions = library.names.find(key)
    if not mentions or any(value in m.ids for m in mentions) or mentions[-1].end < len(key.strip()):
        return None
    if re.match(r"['’]s\b", key[mentions[-1].end :]):
        return None
    return f"“{key}” is a name of {' or '.join(mentions[-1].ids)}, not of {value}"


def _no_person(library: Library, key: str, value: str) -> str | None:
    name = library.book.names[value]
    if key.strip().lower() in ("he", "she", "him", "his", "i", "my", "me") and name.kind in (
        "group",
        "place",
        "event",
        "work",
    ):
        return f"“{key}” is one person, and {name.name} is none"
    if key.strip().lower() in ("it", "its") and name.kind == "person":
        return f"“{key}” is no person, and {name.name} is one"
    return None


def _wrong_date(library: Library, evidence: Evidence, key: str, value: str) -> str | None:
    source = library.book.sources.get(evidence.source)
    published = source.published if source else None
    derived = derive(key, published, _dates_before(library, evidence, key))
    if derived is None:
        return f"“{key}” cannot be counted to a date; known are weekdays, “the next day”, “two days before …”, “last week” and dates"
    if not derived:
        return f"“{key}” can only be counted from the source's own date: give the source `published:`"
    if agrees(value, derived):
        return None
    shown = sorted({str(a) if a == b else f"{a}/{b}" for a, b in derived})
    return f"“{key}” is {' or '.join(shown[:3])} by the source's own date, not {value}"


def _dates_before(library: Library, evidence: Evidence, key: str) -> list[str]:
    """The dates that stand in the source shortly before the glossed words, the glossed ones read."""
    passage = library.passage(evidence)
    if passage is None:
        return []
    raw = library.text(evidence.source).raw
    at = raw.find(key, passage.match.start)
    text = raw[max(0, at - 600) : at] if at >= 0 else ""
    return [d.value for d in find_dates(text)][-2:]


@rule(
    "gloss-missing",
    link="quotation",
    scope="fact",
    hint="Add `gloss: {Surname: id}` to the quotation, saying who is meant.",
)
def gloss_missing(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation calls somebody by a name that several bear, and nobody says who is meant."""
    for index, evidence in enumerate(fact.evidence):
        keys = " ".join(squeeze(key) for key in evidence.gloss)
        for mention in library.atoms(evidence.exact).names:
            if len(mention.ids) > 1 and not re.search(
                rf"(?<!\w){re.escape(squeeze(mention.text))}(?!\w)", keys
            ):
                yield Hit(
                    message=f"“{mention.text}” may be {' or '.join(mention.ids)}",
                    path=("facts", fact.id, "evidence", index, "exact"),
                )
                break
    yield from _pronoun(library, fact)


_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|their|him|them)\b", re.IGNORECASE)


def _pronoun(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement names its subject, and the quotation has only a pronoun for it."""
    stated = {i for m in library.atoms(fact.statement).names for i in m.ids if len(m.ids) == 1}
    if fact.about not in stated or fact.by == fact.about or not fact.evidence:
        return
    if any(fact.about in library.quoted_ids(e) for e in fact.evidence):
        return
    for index, evidence in enumerate(fact.evidence):
        keys = " ".join(evidence.gloss).lower()
        pronoun = next(
            (m.group() for m in _PRONOUN.finditer(evidence.exact) if m.group().lower() not in keys.split()),
            None,
        )
        if pronoun:
            yield Hit(
                message=f"nothing says that “{pronoun}” is {library.book.names[fact.about].name}",
                path=("facts", fact.id, "evidence", index, "exact"),
            )
            return


def told(values: list[str]) -> str:
    """Dates as a reader would write them, for messages."""
    return ", ".join(sorted({say(v) for v in values})) or "no date"

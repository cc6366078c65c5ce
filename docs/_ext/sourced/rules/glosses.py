"""Rules on glosses: an editor's reading of words inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..book.model import Evidence, Fact
from ..chain.library import Library
from ..chain.readings import is_of_another_year, side_told, sure_side_told
from ..english.dates.dates import find_dates
from ..english.dates.derived import agrees, counts_from_text, derive, is_one_day
from ..english.dates.yearless import SIDES, is_yearless, may_be_of_another_year
from ..english.pronouns import PRONOUN
from ..text.edtf import Span, days
from ..text.fold import squeeze, whole
from .messages import nearest
from .registry import Hit, Path, rule, within
from .verdict.mending import gloss, spelled_at

_ONE_PERSON = ("he", "she", "him", "his", "i", "my", "me")
_NO_PERSON = ("it", "its")
_IMPERSONAL = ("group", "place", "event", "work")
_WHOSE = "Name whom these words mean; or add them to the spellings of the name that they are one of."
_NOT_SAID = "the words do not say whether it had passed"
_LOOK_BACK, _AHEAD = 600, 60
"""So many characters before a gloss may hold the date that it counts from, and behind it its year."""


def _path(fact: Fact, index: int, key: str) -> Path:
    return within(fact, "evidence", index, "gloss", key)


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
    """A gloss explains words that its quotation does not hold.

    It stands for what an editor would put in square brackets, beside the words that it explains.
    """
    for index, evidence, key, _ in _glosses(fact):
        if not re.search(whole(key), squeeze(evidence.exact)):
            yield Hit(message=f"“{key}” does not stand in the quotation", path=_path(fact, index, key))


@rule(
    "gloss-unknown",
    link="quotation",
    scope="fact",
    hint="Give the ID of an entry under `names`, or a date in EDTF.",
)
def gloss_unknown(library: Library, fact: Fact) -> Iterator[Hit]:
    """A gloss is neither a name of the book nor a date.

    Nothing else can be read out of it.
    """
    for index, _, key, value in _glosses(fact):
        if value not in library.book.names and days(value) is None:
            message = (
                f"“{value}” is neither a name of the book nor a date.{nearest(value, library.book.names)}"
            )
            path = _path(fact, index, key)
            yield Hit(message=message, path=path, mends=spelled_at(path, value, library.book.names))


@rule(
    "gloss-disagrees",
    link="quotation",
    scope="fact",
    hint="Count again from the source's own date; or correct `published`.",
)
def gloss_disagrees(library: Library, fact: Fact) -> Iterator[Hit]:
    """A gloss says something else than its words allow.

    A derived date is recomputed: a weekday is the last one on or before the source's date, or the next one,
    `two days before 9/11` is counted from 11 September 2001, `two days later` from what the text last dated.
    A day without a year is the nearest before that date where its clause is in the past, and after it where
    that tells what is to come. It is only doubted where the date does not stand next to a verb that says so.
    Where a source is dated by a span, a weekday has to be the same day for all of it. A surname can only be
    glossed as one who bears it, and a pronoun for a person only as a person.
    """
    for index, evidence, key, value in _glosses(fact):
        if value in library.book.names:
            bearer, message = _wrong_bearer(library, key, value), _no_person(library, key, value)
            found = bearer or ((message, False) if message else None)
            hint = _WHOSE if bearer else "Name whom this word means."
        else:
            found = _wrong_date(library, evidence, key, value) if days(value) else None
            hint = ""
        if found:
            yield Hit(message=found[0], path=_path(fact, index, key), doubt=found[1], hint=hint)


def _wrong_bearer(library: Library, key: str, value: str) -> tuple[str, bool] | None:
    """That the glossed words end in a name, and not in one of ``value``'s; whether that is a doubt.

    It is one for a person who is called by something else's name, as the Portuguese in a team is.
    """
    mentions = library.names.find(key)
    if not mentions or any(value in m.ids for m in mentions) or mentions[-1].end < len(key.strip()):
        return None
    known, bearers = library.book.names, mentions[-1].ids
    people = [i for i in bearers if i in known and known[i].kind == "person"]
    message = f"“{key}” is a name of {' or '.join(map(library.name, bearers))}, not of {known[value].name}"
    return message, known[value].kind == "person" and not people


def _no_person(library: Library, key: str, value: str) -> str | None:
    """That a pronoun for a person is glossed as none, or the other way round."""
    name, word = library.book.names[value], key.strip().lower()
    if word in _ONE_PERSON and name.kind in _IMPERSONAL:
        return f"“{key}” is one person, and {name.name} is none"
    if word in _NO_PERSON and name.kind == "person":
        return f"“{key}” is no person, and {name.name} is one"
    return None


def _wrong_date(library: Library, evidence: Evidence, key: str, value: str) -> tuple[str, bool] | None:
    """That the glossed words, counted again, are another date than ``value``, and whether that is a doubt."""
    source = library.book.sources.get(evidence.source)
    published = source.published if source else None
    before = _dates_before(library, evidence, key)
    side = side_told(library, evidence, key)
    derived = derive(key, published, before[-1:], side)
    if derived is None:
        return (
            f"“{key}” cannot be counted to a date; known are weekdays, “the next day”, "
            "“two days before …”, “last week” and dates"
        ), True
    if not derived:
        if counts_from_text(key):
            return f"“{key}” counts from a date in the text before it, and none is read there", True
        return f"“{key}” can only be counted from the source's own date: give the source `published:`", False
    shown = sorted({str(a) if a == b else f"{a}/{b}" for a, b in derived})
    if not agrees(value, derived):
        either = _either(library, evidence, key, published, before[-1:])
        if agrees(value, either):
            return f"“{key}” may be {' or '.join(dict.fromkeys((shown[0], value)))}: {_NOT_SAID}", True
        farther = derive(key, published, before[:-1], side)
        may = agrees(value, farther or []) or _is_far(library, evidence, key, value)
        by = "the date before it" if counts_from_text(key) else "the source's own date"
        return f"“{key}” is {' or '.join(shown[:3])} by {by}, not {value}", may
    if is_of_another_year(library, evidence, key):
        return f"“{key}” is {shown[0]}, if it is not of the other year that its sentence tells of", True
    if is_one_day(value) and len(shown) > 1:
        if not side and is_yearless(key):
            return f"“{key}” may be {' or '.join(shown[:3])}: {_NOT_SAID}", True
        several = f"“{key}” may be {' or '.join(shown[:3])}: say both, as an interval"
        return several, not (published and "/" in published)
    return None


def _either(
    library: Library, evidence: Evidence, key: str, published: str | None, before: list[str]
) -> list[Span]:
    """What glossed words may be where it is not sure whether it had passed; nothing where it is."""
    if sure_side_told(library, evidence, key):
        return []
    return [span for side in SIDES for span in derive(key, published, before, side) or ()]


def _is_far(library: Library, evidence: Evidence, key: str, value: str) -> bool:
    """Whether the text around glossed words speaks of years, so that they may be of any."""
    return may_be_of_another_year("".join(_around(library, evidence, key)), value)


def _dates_before(library: Library, evidence: Evidence, key: str) -> list[str]:
    """The dates that stand in the source shortly before the glossed words, the glossed ones read."""
    return [d.value for d in find_dates(_around(library, evidence, key)[0])][-2:]


def _around(library: Library, evidence: Evidence, key: str) -> tuple[str, str]:
    """What stands in the source shortly before the glossed words, and these with what is behind them."""
    passage = library.passage(evidence)
    if passage is None:
        return "", key
    raw = library.text(evidence.source).raw
    at = raw.find(key, passage.match.start)
    return (raw[max(0, at - _LOOK_BACK) : at], raw[at : at + len(key) + _AHEAD]) if at >= 0 else ("", key)


@rule(
    "gloss-missing",
    link="quotation",
    scope="fact",
    hint="Add `gloss: {Surname: id}` to the quotation, saying who is meant.",
)
def gloss_missing(library: Library, fact: Fact) -> Iterator[Hit]:
    """A quotation calls somebody by a name that several bear, and nobody says who is meant.

    So it is with a pronoun, where the statement names the one whom the quotation does not.
    """
    for index, evidence in enumerate(fact.evidence):
        glossed = " ".join(squeeze(key) for key in evidence.gloss)
        for mention in library.atoms(evidence.exact).names:
            if len(mention.ids) > 1 and not re.search(whole(mention.text), glossed):
                message = f"“{mention.text}” may be {' or '.join(mention.ids)}"
                path = within(fact, "evidence", index, "exact")
                mends = gloss(library, path, mention.text, mention.ids)
                yield Hit(message=message, path=path, mends=mends)
                break
    yield from _unsaid_pronoun(library, fact)


def _unsaid_pronoun(library: Library, fact: Fact) -> Iterator[Hit]:
    """The first pronoun without a gloss, where a statement names its subject and no quotation does."""
    if fact.about not in library.atoms(fact.statement).named or fact.by == fact.about:
        return
    if any(fact.about in library.quoted_ids(e) for e in fact.evidence):
        return
    subject = library.book.names[fact.about]
    others = _NO_PERSON if subject.kind == "person" else ()
    for index, evidence in enumerate(fact.evidence):
        glossed = " ".join(evidence.gloss).lower().split()
        for match in PRONOUN.finditer(evidence.exact):
            word = match.group().lower()
            if word not in glossed and word not in others:
                message = f"nothing says that “{match.group()}” is {subject.name}"
                path = within(fact, "evidence", index, "exact")
                mends = gloss(library, path, match.group(), [fact.about])
                yield Hit(message=message, path=path, doubt=True, mends=mends)
                return

"""Rules on whose claim a sentence tells, and which side of a disagreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...book.model import Fact, Name
from ...chain.disagreements import MOST_COMPARED, are_too_many, ids_of_others, others
from ...chain.grounds import date_is_carried, read_value
from ...chain.views import View
from ...english.lexis.inflection import means_several
from ...english.quantities.numbers import same_amount
from ...english.speech.references import ONE_OF_SEVERAL, stands_for_somebody
from ...english.speech.verbs import attributes
from ...text.fold import WORD, holds
from ..registry import Hit, rule, surest
from .attributed import is_attributed

_TO = re.compile(r"\b(?:to|for|by|in) (?:the )?$", re.IGNORECASE)
_REACH = 10
"""So many characters before a name may lay something in its mouth."""
_SMALL = 3
"""Words of so many letters tell nothing of who is meant."""


@rule(
    "speech-without-speaker",
    link="prose",
    scope="sentence",
    hint="Name the speaker and say that they say it: `According to …`, `… said`.",
)
@surest
def speech_without_speaker(view: View) -> Iterator[Hit]:
    """A sentence states somebody's claim as a fact: it does not name who says so.

    The speaker stands in the sentence itself, or is the pronoun of a sentence whose forerunner names them,
    or the term that it explains. In a table another cell of the row may say whose claim it is.
    """
    if not view.narrative or view.own or (view.group.row and not view.sentence.cites):
        return
    quotes = bool(view.atoms.quoted) or any(p.kind == "quote" for p in view.sentence.pieces)
    spoken = quotes or attributes(view.text)
    for fact in view.facts:
        speaker = view.library.book.names.get(fact.by or "")
        if speaker is None or _is_told_in_row(view, speaker.id):
            continue
        if not _names(view, speaker.id):
            says = "say" if speaker.kind == "group" and means_several(speaker.name) else "says"
            message = f"this is what {speaker.name} {says}, and the sentence does not say so"
        elif not is_attributed(view, fact) and not (quotes and _is_laid_in_mouth(view, speaker.id)):
            message = f"the sentence names {speaker.name} but states the claim as a fact"
        else:
            continue
        doubt = spoken or not _is_flat(view, speaker)
        where = f"`…, says {speaker.name}`, or in a column of its own, such as `Told by`"
        hint = f"Name the speaker in the row: {where}." if view.group.row else ""
        yield Hit(message=message, fact=fact.id, doubt=doubt, hint=hint)


def _is_laid_in_mouth(view: View, speaker: str) -> bool:
    """Whether what is quoted is laid in the mouth of ``speaker`` without a verb: `to Orr it was “lost”`."""
    found = (m for m in view.atoms.names if speaker in m.ids)
    return any(
        _TO.search(view.text, max(0, m.start - _REACH), m.start) or view.text.startswith(":", m.end)
        for m in found
    )


def _is_told_in_row(view: View, speaker: str) -> bool:
    """Whether a cell of its row names ``speaker``, and it or the head of its column says that they say so."""
    return view.group.row and any(
        attributes(f"{view.heads.get(cell.cell, '')}: {cell.text}") and _mentions(view, cell.text, speaker)
        for cell in view.group.sentences
    )


def _is_flat(view: View, speaker: Name) -> bool:
    """Whether a sentence plainly leaves out whose claim it tells: none of its words means them, or hearsay.

    A fact that nobody claims may say the same.
    """
    if stands_for_somebody(view.text) or any(f.by is None for f in view.facts):
        return False
    if any(marker.kind != "negation" for marker in view.atoms.markers):
        return False
    known = {
        w.lower() for text in (speaker.name, *speaker.also, speaker.about or "") for w in WORD.findall(text)
    }
    return not any(len(word) > _SMALL and word.lower() in known for word in WORD.findall(view.text))


def _names(view: View, speaker: str) -> bool:
    """Whether the sentence names ``speaker``, itself or by a pronoun that what stands before makes plain."""
    if _mentions(view, view.text, speaker) or _points_to(view, view.index, speaker):
        return True
    if not stands_for_somebody(view.text):
        return False

    def names(text: str) -> bool | None:
        if _mentions(view, text, speaker):
            return True
        return False if not stands_for_somebody(text) or _names_person(view, text) else None

    if view.before(("speaker", speaker), names, default=_mentions(view, view.group.term, speaker)):
        return True
    return view.index > 0 and _points_to(view, view.index - 1, speaker)


def _mentions(view: View, text: str, speaker: str) -> bool:
    return any(speaker in m.ids for m in view.library.atoms(text).names)


def _points_to(view: View, index: int, speaker: str) -> bool:
    """Whether a `name` role of a sentence of the paragraph points to ``speaker``."""
    return any(p.kind == "name" and p.target == speaker for p in view.group.sentences[index].pieces)


def _names_person(view: View, text: str) -> bool:
    names = view.library.called
    return any(names[i].kind == "person" for m in view.library.atoms(text).names for i in m.ids)


@rule(
    "flat-disagreement",
    link="prose",
    scope="sentence",
    hint="Give the other value too, or say whose this one is: `One report says …`.",
)
@surest
def flat_disagreement(view: View) -> Iterator[Hit]:
    """A sentence states flatly one side of what the sources disagree on.

    It may tell both sides in one paragraph, or say whose this one is.
    """
    if not view.narrative or view.own:
        return
    for fact in view.facts:
        against, too_many = others(view.library, fact), are_too_many(view.library, fact)
        told = not view.nearby.isdisjoint(ids_of_others(view.library, fact))
        if told or not (against or too_many) or _says_whose(view, fact):
            continue
        if not too_many and _holds_for_all(view, fact, against):
            continue
        sides = "; ".join(f"“{o.value}” ({_sources(o)})" for o in against[:3])
        more = f" (of all their values only {MOST_COMPARED} are compared)" if too_many else ""
        message = f"the sources disagree: “{fact.value}” here, {sides or 'others elsewhere'}{more}"
        yield Hit(message=message, fact=fact.id, doubt=too_many or not _prints(view, fact))


def _prints(view: View, fact: Fact) -> bool:
    """Whether the sentence gives the number or the date of a fact's value, and not only speaks of it."""
    numbers = read_value(fact.value or "").numbers
    return bool(_dates(view, fact)) or any(same_amount(n, m) for n in numbers for m in view.atoms.numbers)


def _dates(view: View, fact: Fact) -> list[str]:
    """The dates of the sentence that the value of a fact gives."""
    date = read_value(fact.value or "").date
    return [d.value for d in view.atoms.dates if date and date_is_carried((date,), d.value, frozenset())]


def _holds_for_all(view: View, fact: Fact, others: Iterable[Fact]) -> bool:
    """Whether the sentence gives a date so coarsely that all agree: `in June` for the first or the second."""
    own = _dates(view, fact)
    return bool(own) and all(own == _dates(view, other) for other in others)


def _sources(fact: Fact) -> str:
    return ", ".join(dict.fromkeys(e.source for e in fact.evidence)) or fact.id


def _says_whose(view: View, fact: Fact) -> bool:
    """Whether the sentence attributes the value: to a speaker, a publisher, or `one report`."""
    if ONE_OF_SEVERAL.search(view.text):
        return True
    sources = (view.library.book.sources.get(e.source) for e in fact.evidence)
    if any(holds(view.text, source.shown) for source in sources if source):
        return True
    speakers = view.library.publishers(fact) | ({fact.by} if fact.by else set())
    return attributes(view.text) and any(speakers & set(m.ids) for m in view.atoms.names)

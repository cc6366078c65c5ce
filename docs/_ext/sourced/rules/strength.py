"""Rules on how strong a statement is: it carries the negations and hedges of its source."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.model import Fact
from ..chain.grounds import grounds
from ..chain.library import Library, Passage
from ..english.denials import affirms, allows_negation, carries, denials, separate, turned
from ..english.markers import Marker, find_markers
from ..english.quoted import find_quoted
from ..english.reach import CONDITION, governing
from ..english.speech.verbs import attributes
from ..text.taken import Taken
from .registry import Hit, rule, surest, within
from .verdict.denied import denies

_BEFORE, _AFTER = 30, 40
"""So many characters around a marker are shown."""


def _around(library: Library, passage: Passage) -> list[Marker]:
    """The markers of a quotation's own words and those around it that reach into it.

    What an ellipsis leaves out counts as the quotation's own.
    """
    return library.once(_around, passage, lambda: _find_around(passage))


def _find_around(passage: Passage) -> list[Marker]:
    start, end = passage.inner
    own = [m for m in find_markers(passage.sentence) if start <= m.start < end]
    found = own + governing(passage.sentence, start, end)
    if not found:
        return found
    quoted = find_quoted(passage.sentence)
    terms = Taken(len(passage.sentence), ((q.start, q.end) for q in quoted if not q.is_speech))
    return [m for m in found if not terms.at(m.start)]


@rule(
    "negation-not-carried",
    link="fact",
    scope="fact",
    hint="Deny it in the statement too; or, if the word bears on something else, sign: sourced review.",
)
@surest
def negation_not_carried(library: Library, fact: Fact) -> Iterator[Hit]:
    """The source denies what the statement asserts: its `never`, `no` or `denied` was left out.

    The whole sentence around the quotation is read: `rumours that the light had failed` does not say that it
    had.
    """
    path = within(fact, "statement")
    if fact.absent and not fact.evidence and not denials(fact.statement):
        yield Hit(message="this fact rests on what is absent, and its statement denies nothing", path=path)
    passages = grounds(library, fact).passages
    for passage in passages:
        end = passage.inner[1]
        said = passage.sentence[:end]
        for marker in _around(library, passage):
            if marker.kind != "negation":
                continue
            word = turned(marker, said, fact.statement) if marker.end <= end else None
            plain = denies(library, passage.sentence, [fact.statement])
            if plain and any(affirms(p.sentence, plain) for p in passages if p != passage):
                plain = None
            if plain or word or not carries(fact.statement, marker, passage.sentence):
                more = f", and the statement affirms “{plain or word}”" if plain or word else ""
                yield Hit(message=f"{_source_says(passage, marker)}{more}", path=path, doubt=not plain)


@rule(
    "negation-not-in-quotation",
    link="fact",
    scope="fact",
    hint="Take out the word that denies; or quote the words that say it.",
)
@surest
def negation_not_in_quotation(library: Library, fact: Fact) -> Iterator[Hit]:
    """A statement denies what its quotation asserts.

    `The only keeper` allows `no other keeper`; a `not` of the sentence around the quotation counts as well.
    """
    path = within(fact, "statement")
    denied = denials(fact.statement)
    passages = grounds(library, fact).passages
    if not denied or not passages:
        return
    for denial in denied:
        word = next((w for e in fact.evidence if (w := turned(denial, fact.statement, e.exact))), None)
        plain = denies(library, fact.statement, [p.sentence for p in passages])
        word = plain or word
        if word and not any(affirms(p.sentence, word) is False for p in passages):
            message = f"“{denial.text}” denies “{word}”, which the quotation affirms"
            yield Hit(message=message, path=path, hint=_out(denial.text), doubt=not plain)
    unsaid = [
        denial
        for denial in separate(denied, fact.statement)
        if not any(allows_negation(denial, fact.statement, e.exact) for e in fact.evidence)
    ]
    said = [m.text.lower() for p in passages for m in _around(library, p) if m.kind == "negation"]
    if len(unsaid) > len(said):
        said = list(dict.fromkeys(said))
        word = next((m.text for m in unsaid if m.text.lower() not in said), unsaid[-1].text)
        message = f"nothing in the quotation says “{word}”"
        yield Hit(message=message, path=path, hint=_out(word), doubt=True)


def _out(word: str) -> str:
    return f"Take “{word}” out; or quote the words that say it."


@rule(
    "hedge-not-carried",
    link="fact",
    scope="fact",
    hint="Carry the hedge (`reportedly`, `could`, `seems`); or say who says so under `by:`.",
)
def hedge_not_carried(library: Library, fact: Fact) -> Iterator[Hit]:
    """The source hedges what the statement asserts: its `reportedly`, `rumours` or `could` was left out.

    Hearsay is carried by saying whose word it is, too.
    """
    passages = grounds(library, fact).passages
    if all(marker.kind == "negation" for passage in passages for marker in _around(library, passage)):
        return
    own = {m.kind for m in find_markers(fact.statement)}
    if fact.by or attributes(fact.statement):
        own.add("report")
    conditional = CONDITION.search(fact.statement) is not None
    for passage in passages:
        for marker in _around(library, passage):
            if marker.kind == "negation" or marker.kind in own:
                continue
            if not (conditional and CONDITION.match(marker.text)):
                path = within(fact, "statement")
                yield Hit(message=_source_says(passage, marker), path=path, doubt=True)
                return


def _source_says(passage: Passage, marker: Marker) -> str:
    """That the source says a marker, with a few words of the sentence around it."""
    text = passage.sentence
    start = text.rfind(" ", 0, max(0, marker.start - _BEFORE)) + 1
    cut = text.find(" ", min(len(text), marker.end + _AFTER))
    shown = " ".join(text[start : cut if cut >= 0 else len(text)].split())
    return f"the source says “{marker.text}” of this: “{'…' * (start > 0)}{shown}{'…' * (cut >= 0)}”"

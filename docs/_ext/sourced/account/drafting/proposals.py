"""What a source offers that the data file has not: names, and a fact for each sentence that nothing uses.

All of it is marked as a draft. A program can find a name and a sentence; whether the name is a person's and
what the sentence says of whom is for an editor to decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...book.model import Evidence
from ...book.quotations import Match, Span
from ...book.yaml.tree import Node
from ...chain.library import Library
from ...english.dates.dates import find_dates
from ...english.furniture import dateline, is_of_the_page, lines_of
from ...text.fold import WORD, squeeze
from ...text.sentences import sentences_of
from ...text.taken import Taken
from ..sources.sourceuse import cover_source
from .entries import as_node, entry, words_at
from .ids import FreeIds
from .newnames import NewName, NewNames, new_names

UNNAMED = "to-be-named"
"""Stands for a property, and for a subject that no sentence names."""
_ID_WORDS = 5
_BESIDE_DAY = 20
"""A line with a day and no more characters beside it tells when, and of nothing."""


class Proposals(Struct, frozen=True, kw_only=True):
    """Entries for the data file, by their IDs."""

    names: dict[str, dict[str, Node]]
    facts: dict[str, dict[str, Node]]


def propose(library: Library, source: str) -> Proposals:
    """What a source offers. What other drafts have already is left out."""
    spans = list(_unused(library, source))
    found = new_names(library, source)
    names = {name.id: _as_name(name) for name in found}
    facts: dict[str, dict[str, Node]] = {}
    known = library.book.facts.values()
    free = FreeIds(
        {*library.book.facts, *library.book.drafts, *(was for fact in known for was in fact.formerly)}
    )
    new = NewNames(found)
    for span in spans:
        evidence = entry(library, source, _without_stop(library, source, span))
        if evidence is not None:
            id_ = free.of(evidence.exact, most=_ID_WORDS, otherwise="fact")
            facts[id_] = _as_fact(library, evidence, words_at(library, source, span), new)
    return Proposals(names=names, facts=facts)


def _unused(library: Library, source: str) -> Iterator[Span]:
    """The sentences of which nothing is used, set aside or proposed."""
    covered = cover_source(library, source).sentences
    taken = Taken(len(library.text(source).raw), ((s.start, s.end) for s in covered if not s.whole))
    for match in _drafted(library, source):
        taken.add(match.start, match.end)
    for start, end in library.aside_spans(source):  # a sentence goes on behind the number of a page
        taken.clear(start, end)
    cut, rest = library.text(source).without([*library.aside_spans(source), *_head(library, source)])
    for sentence in sentences_of(rest.raw):
        span = cut.span(*sentence)
        words = WORD.search(rest.raw, *sentence)
        if words and not taken.has(*span) and not _is_headed(library, source, span):
            line = dateline(rest.raw, words.start())
            yield cut.span(line.end, sentence[1]) if line else span


def _head(library: Library, source: str) -> Iterator[Span]:
    """The lines above the first sentence that tell headline or day: they are no part of it."""
    aside = library.aside_spans(source)
    for line in lines_of(library.text(source).raw):
        if any(start <= line.start and line.end <= end for start, end in aside):
            continue
        if dateline(line.words) or not _is_headed(library, source, (line.start, line.end)):
            return
        yield line.start, line.end


def _is_headed(library: Library, source: str, span: Span) -> bool:
    """Whether a line is the headline, says no more than a day, or is the page's own."""
    words = words_at(library, source, span)
    if squeeze(words) == squeeze(library.book.sources[source].title or "") or is_of_the_page(words):
        return True
    day = sum(date.end - date.start for date in find_dates(words))
    return bool(day) and len(words) - day <= _BESIDE_DAY


def _drafted(library: Library, source: str) -> Iterator[Match]:
    for fact in library.book.drafts.values():
        for evidence in fact.evidence:
            match = library.locate(evidence) if evidence.source == source else None
            if isinstance(match, Match):
                yield match


def _without_stop(library: Library, source: str, span: Span) -> Span:
    """A sentence without the marks at its ends: a quotation needs no full stop."""
    words = list(WORD.finditer(library.text(source).raw, *span))
    return (words[0].start(), words[-1].end()) if words else span


def _as_name(name: NewName) -> dict[str, Node]:
    node: dict[str, Node] = {"draft": "true", "kind": name.kind, "name": name.name}
    if name.also:
        node["also"] = list(name.also)
    return node


def _as_fact(library: Library, evidence: Evidence, sentence: str, new: NewNames) -> dict[str, Node]:
    node: dict[str, Node] = {
        "draft": "true",
        "about": _subject(library, sentence, new),
        "property": UNNAMED,
        "statement": sentence,
    }
    if speaker := _speaker(library, evidence):
        node["by"] = speaker
    return {**node, "evidence": [as_node(evidence)]}


def _subject(library: Library, sentence: str, new: NewNames) -> str:
    """The name that a sentence gives first."""
    known = [
        (mention.start, mention.ids[0]) for mention in library.atoms(sentence).names if mention.ids[1:] == ()
    ]
    listed = [(at, id_) for at, id_ in [*known, *new.first_in(sentence)] if not id_.startswith("@")]
    return min(listed)[1] if listed else UNNAMED


def _speaker(library: Library, evidence: Evidence) -> str:
    """Whose words stand in a quotation, if the text names the one speaker plainly."""
    passage = library.passage(evidence)
    match = library.locate(evidence)
    if passage is None or not isinstance(match, Match):
        return ""
    spoken = library.utterances(passage).touching(match.start, match.end)
    within = {next(iter(each.speakers)) for each in spoken if each.sure and len(each.speakers) == 1}
    return within.pop() if len(within) == 1 and within <= library.book.names.keys() else ""

"""The rule on what a fact is filed under: a thing, a place or a group of which its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..book.model import Fact, Name
from ..chain.grounds import grounds
from ..chain.library import Library
from ..english.lexis.lexicon import related, synonyms
from ..english.limits import is_empty
from ..english.pronouns import PRONOUN
from ..english.spellings import Mention
from ..text.fold import WORD, fold
from .registry import Hit, rule, within
from .speech import SELF

_TOPICS = frozenset({"person", "event", "work", "term", "office"})
"""Kinds of names under which no words need to name them: what happens in an event, what a work says."""
_ARTICLE = re.compile(r"\W*(?:the |an? )?", re.IGNORECASE)
_DESCRIBED = re.compile(r"\b(?i:the|this|that|these|those) ([a-z]\w*)")
"""A description that may mean what a fact is filed under: `the channel`."""
_OWNER = re.compile(r"['’]")
_HEAD = re.compile(
    r"[^,;:()]*?(?=$|[,;:()]|\b(?:that|which|who|whose|where|of|in|on|at|for|by|from|to|with)\b)"
)
"""What somebody or something is, before what more is told of it: `the company that supplies the city`."""


@rule(
    "subject-not-named",
    link="fact",
    scope="fact",
    hint="Put the name that the statement tells of under `about:`; or gloss the words that mean this one.",
)
def subject_not_named(library: Library, fact: Fact) -> Iterator[Hit]:
    """A fact about a thing, a place or a group tells of another one, and has no word for its own.

    Otherwise the silence of the government could be entered under the council, and told of it on a page.
    """
    subject = library.book.names.get(fact.about)
    if subject is None or subject.kind in _TOPICS or not fact.evidence or fact.by == fact.about:
        return
    if fact.about in grounds(library, fact).ids | library.atoms(fact.statement).named:
        return
    other = _told_of(library, fact, subject)
    if other and not _has_word_for(library, fact, subject):
        message = f"the statement tells of {other}, and neither it nor the quotation names {subject.name}"
        yield Hit(message=message, path=within(fact, "about"), doubt=True)


def _told_of(library: Library, fact: Fact, subject: Name) -> str:
    """The other name that a statement begins with as its subject; or one of the kind of ``subject`` in it.

    Not a person's: what people do is told of a ship or a pier. Nor one that speaks, or for which somebody
    speaks: that may be of anything. And not the latter where `the channel` or `it` may mean the subject.
    """
    text, first = fact.statement, _ARTICLE.match(fact.statement)
    mentions = library.atoms(text).names
    speakers = {fact.by, *_spoken_for(fact), *library.publishers(fact)}
    described = (at.start(1) for at in _DESCRIBED.finditer(text))
    is_meant = PRONOUN.search(text) or any(not _is_in(mentions, at) for at in described)
    for mention in mentions:
        kinds = {library.called[i].kind for i in mention.ids}
        begins = mention.start <= (first.end() if first else 0) and not _OWNER.match(text, mention.end)
        if "person" in kinds or not speakers.isdisjoint(mention.ids):
            continue
        if begins or (kinds == {subject.kind} and not is_meant):
            return library.name(mention.ids[0])
    return ""


def _spoken_for(fact: Fact) -> Iterator[str]:
    """Whom an editor reads a `we` of its quotations as."""
    for evidence in fact.evidence:
        yield from (value for key, value in evidence.gloss.items() if fold(key).lower() in SELF)


def _has_word_for(library: Library, fact: Fact, subject: Name) -> bool:
    """Whether a statement or a quotation has a word of a name, or a common noun for it, in no other name."""
    told = (head.group() for head in [_HEAD.match(subject.about or "")] if head)
    own = {word for text in (subject.name, *subject.also, *told) for word in _words(text)}
    known: set[str] = set()
    for text in (fact.statement, *(each.exact for each in fact.evidence)):
        mentions = library.atoms(text).names
        known |= {m.group().lower() for m in WORD.finditer(fold(text)) if not _is_in(mentions, m.start())}
    return subject.kind in known or any(related(a, b) or synonyms(a, b) for a in own for b in known)


def _is_in(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a place of a text stands in a name."""
    return any(each.start <= at < each.end for each in mentions)


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(fold(text).lower()) if not is_empty(word)}

"""Rules on whom a sentence tells of without naming them: by a pronoun, or in the entry of a term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...chain.views import View
from ..registry import Hit, also

_DOER = re.compile(r"\W*(?:he|she)\b", re.IGNORECASE)
"""A sentence that begins with whoever was named last."""
_GOES_ON = re.compile(r"['’]s?\b|,| (?:and|or)\b")
"""What follows a name that is not all of a subject."""
_LEANING = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
"""A sentence that goes on with somebody, whomever else it names."""


@also("name-not-in-facts", "sentence")
def pronoun_not_in_facts(view: View) -> Iterator[Hit]:
    """A `he` or `she` that begins a sentence would mean somebody of whom no cited fact tells."""
    facts = [fact for fact in view.facts if _is_person(view, fact.about)]
    if view.own or not facts or len(facts) < len(view.facts) or not _DOER.match(view.text):
        return
    if {i for fact in facts for i in (fact.about, fact.by) if i} & set(_persons(view, view.text)):
        return
    told = {id_ for given in view.given for id_ in given.ids}

    def named(text: str) -> tuple[str, ...] | None:
        if _LEANING.search(text):
            return None
        return _subject(view, text) or _persons(view, text) or None

    meant = view.before("persons", named, default=_persons(view, view.group.term))
    if meant and not told & set(meant):
        who = " or ".join(view.library.called[i].name for i in meant)
        yield Hit(
            message=f"here “{view.text.split()[0]}” means {who}, of whom no cited fact tells", doubt=True
        )


@also("name-not-in-facts", "sentence")
def term_not_in_facts(view: View) -> Iterator[Hit]:
    """The first sentence of a term's entry cites facts of which none speaks of the term."""
    if view.own or not view.facts or not view.group.term:
        return
    before = view.group.sentences[: view.index]
    mentions = view.library.atoms(view.group.term).names
    if any(each.cites for each in before) or len(mentions) != 1 or len(mentions[0].ids) != 1:
        return
    (id_,) = mentions[0].ids
    if not any(id_ in given.ids for given in view.given) and mentions[0].text == view.group.term.strip():
        name = view.library.called[id_].name
        yield Hit(message=f"this is said of {name}, whom no cited fact names", doubt=True)


def _subject(view: View, text: str) -> tuple[str, ...]:
    """The person by whose name a sentence begins, if that is all that it begins with."""
    first = next(iter(view.library.atoms(text).names), None)
    if first is None or first.start or len(first.ids) != 1 or not _is_person(view, first.ids[0]):
        return ()
    return () if _GOES_ON.match(text, first.end) else (first.ids[0],)


def _persons(view: View, text: str) -> tuple[str, ...]:
    """The persons that a text names, in order."""
    ids = (mention.ids[0] for mention in view.library.atoms(text).names if len(mention.ids) == 1)
    return tuple(dict.fromkeys(i for i in ids if _is_person(view, i)))


def _is_person(view: View, id_: str) -> bool:
    name = view.library.called.get(id_)
    return name is not None and name.kind == "person"

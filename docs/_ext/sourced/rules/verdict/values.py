"""The value of a fact beside the words that it was taken from, and beside the title it is told under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...book.model import Evidence, Fact
from ...chain.display import show_value
from ...chain.library import Library
from ...english.lexis.inflection import VERB, is_past_form, readings
from ...english.meaning import Token
from ...english.speech.verbs import is_stance
from ...text.fold import fold
from ..support.doubts import Doubt, beyond, says
from ..support.witness import Witness, kind_of, quoted, tokens_of, witness_of
from .filed import OTHERWISE, TITLE, of_another_day

SEVERAL = "is one of several amounts of its kind, and not the one beside its title:"
ANOTHER = "is not the amount that its evidence ties to the word it is told under:"
"""The reasons for doubts."""
_NEAR = 3
"""So many words of meaning lie at most between a word and the amount that is tied to it."""
_TIES = frozenset({"of", "by", "at"})
"""Small words that tie an amount to the word before it, which `from` and `to` do with two of them."""
_JOINS = frozenset({"and", "but", "while", "whereas"})
"""Small words behind which something else is told: `40 boats sank and 9 burned`."""


def misplaced(library: Library, fact: Fact, shown: str) -> list[Doubt]:
    """Why an amount does not belong under the title of its property.

    `Killed: 40` has to rest on words that tell of the deed; a title such as `Fighting` only files the fact.
    And where the evidence has several amounts of a kind, it has to be the one beside the title's words; nor
    may one of another kind be tied to these: `a cut of 18 per cent` under `Cut`. What has a day has that day.
    """
    tokens = tokens_of(library, shown)
    dated = of_another_day(fact.when or "", _quoted_at(library, fact, tokens))
    if dated or not _amounts(tokens):
        return [Doubt(0, len(shown), OTHERWISE, dated)] if dated else []
    deeds = [each.word for each in _untold(library, fact) if is_past_form(each.word.lower())]
    if deeds:
        return [Doubt(0, len(shown), TITLE, deed) for deed in deeds]
    title = _title(library, fact)
    if any(_is_tied_to_another(witness, tokens, title) for witness in _own(library, fact)):
        return [Doubt(0, len(shown), ANOTHER, shown)]
    named = len(_amounts(tokens)) < len(tokens)
    beside = named or any(_is_nearest(witness, tokens, title) for witness in _own(library, fact))
    return [] if beside else [Doubt(0, len(shown), SEVERAL, shown)]


def stands_alike(library: Library, fact: Fact, shown: str) -> bool:
    """Whether a value with an amount stands in a quotation of its fact as it is, and can mean no other there.

    Nothing beside it there limits or denies it; an amount without its noun is the only one of its kind; and
    where the title of its property is what other facts tell, this one tells it, too.
    """
    tokens = tokens_of(library, shown)
    if not _amounts(tokens) or (_untold(library, fact) and is_told_elsewhere(library, fact.property)):
        return False
    return any(_stands_in(library, each, shown, tokens) for each in fact.evidence)


def stands_as_told(library: Library, fact: Fact, shown: str) -> bool:
    """Whether a value stands in a quotation as the statement tells it, and the statement leaves nothing out.

    The word before it is the same in both, and what the quotation says, the statement says; nothing beside
    it there limits or denies it; an amount without its noun is the only one of its kind; and where the title
    of its property is what other facts tell, this one tells it, too.
    """
    tokens = tokens_of(library, shown)
    statement = witness_of(library, fact.statement)
    here = list(_places(statement, tokens)) if tokens else []
    if not here or (_untold(library, fact) and is_told_elsewhere(library, fact.property)):
        return False
    return any(
        _is_beside(witness, there, statement, at)
        for witness in (quoted(library, each) for each in fact.evidence)
        for there in _places(witness, tokens)
        if len(_amounts(tokens)) < len(tokens) or _is_only_one(witness, there)
        for at in here
    )


def _quoted_at(library: Library, fact: Fact, tokens: Sequence[Token]) -> Iterator[tuple[Witness, int]]:
    """Where the quotations of a fact have just these tokens."""
    witnesses = [quoted(library, each) for each in fact.evidence] if tokens and fact.when else []
    return ((witness, at[0]) for witness in witnesses for at in _places(witness, tokens))


def _places(witness: Witness, tokens: Sequence[Token]) -> Iterator[range]:
    """Where a witness has just these tokens in one clause."""
    for first in range(len(witness.tokens) - len(tokens) + 1):
        theirs = witness.tokens[first : first + len(tokens)]
        same = all(says(one, other) and says(other, one) for one, other in zip(tokens, theirs, strict=True))
        if same and len({each.clause for each in theirs}) == 1:
            yield range(first, first + len(tokens))


def _is_beside(witness: Witness, there: range, statement: Witness, here: range) -> bool:
    """Whether tokens stand in a quotation as in the statement, which says all that their clause says."""
    one, two = _before(witness, there), _before(statement, here)
    if (
        not _is_free(witness, there)
        or (one is None) != (two is None)
        or (one and two and not (says(one, two) or one.ids & two.ids))
    ):
        return False
    if witness.tokens[there[0]].lead[-1:] != statement.tokens[here[0]].lead[-1:]:
        return False
    return all(
        is_stance(each.text) or any(says(own, each) for own in statement.tokens) for each in witness.tokens
    )


def _before(witness: Witness, at: range) -> Token | None:
    """The token before these in their clause."""
    before = witness.tokens[at[0] - 1] if at[0] else None
    return before if before and before.clause == witness.tokens[at[0]].clause else None


def _amounts(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.number or token.dates]


def _stands_in(library: Library, evidence: Evidence, shown: str, tokens: Sequence[Token]) -> bool:
    witness = quoted(library, evidence)
    pattern = r"\s+".join(map(re.escape, fold(shown).split()))
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", fold(witness.text), re.IGNORECASE)
    return any(_is_plain_at(witness, match.span(), tokens) for match in found)


def _is_plain_at(witness: Witness, span: tuple[int, int], tokens: Sequence[Token]) -> bool:
    """Whether the tokens of a value stand at a place of the evidence, none cut, limited or denied there."""
    places = [n for n, each in enumerate(witness.tokens) if each.start < span[1] and span[0] < each.end]
    theirs = [witness.tokens[n] for n in places]
    if not theirs or theirs[0].start < span[0] or theirs[-1].end > span[1] or len(theirs) != len(tokens):
        return False
    if not all(says(one, other) for one, other in zip(tokens, theirs, strict=True)):
        return False
    return _is_free(witness, places) and (
        len(_amounts(tokens)) < len(tokens) or _is_only_one(witness, places)
    )


def _is_free(witness: Witness, places: Sequence[int]) -> bool:
    """Whether nothing limits what stands at these places, and nothing in its sentence turns it."""
    limits = {witness.limiting[n] for n in places} | {witness.excepting[n] for n in places}
    if not limits <= {-1, *places}:
        return False
    return not any(n not in places and not witness.is_parted(n, places[0]) for n in witness.turning)


def _is_only_one(witness: Witness, places: Sequence[int]) -> bool:
    """Whether no other amount of the quotation is of a kind with one of these."""
    kinds = {kind_of(witness.tokens[n]) for n in places}
    return not any(kind_of(each) in kinds for n, each in enumerate(witness.tokens) if n not in places)


def _is_nearest(witness: Witness, tokens: Sequence[Token], title: Sequence[Token]) -> bool:
    """Whether a witness has an amount, and none of its kind nearer to a word of the title."""
    meant = {n for n, each in enumerate(witness.tokens) if any(says(token, each) for token in tokens)}
    kinds = {kind_of(token) for token in tokens}
    alike = [
        n
        for n, each in enumerate(witness.tokens)
        if kind_of(each) in kinds and (n in meant or not _is_whole(witness.tokens, n))
    ]
    if meant >= set(alike):
        return bool(meant)
    heads = [n for n, each in enumerate(witness.tokens) if any(says(word, each) for word in title)]
    if any(_is_whole(witness.tokens, n) for n in meant) and len(alike) > len(meant):
        return False
    return any(min(alike, key=lambda n: _distance(witness.tokens, head, n)) in meant for head in heads)


def _distance(tokens: Sequence[Token], head: int, n: int) -> tuple[int, int]:
    """How far an amount is from a word: how often something else is told between, then how many words."""
    first, last = sorted((head, n))
    joins = sum(not _JOINS.isdisjoint((*each.lead, each.text)) for each in tokens[first + 1 : last + 1])
    return joins, last - first


def _is_whole(tokens: Sequence[Token], n: int) -> bool:
    """Whether an amount is what another is a part of: 310 in `240 of the county's 310 nurses`."""
    before = tokens[n - 1] if n else None
    return "of" in tokens[n].lead or bool(before and before.owner and "of" in before.lead)


def _is_tied_to_another(witness: Witness, tokens: Sequence[Token], title: Sequence[Token]) -> bool:
    """Whether each word of the title has an amount of another kind tied to it, and none that is meant."""
    kinds = {kind_of(token) for token in tokens} - {""}
    heads = [n for n, each in enumerate(witness.tokens) if any(says(word, each) for word in title)]
    if "date" in kinds or not heads:
        return False
    meant = [n for n, each in enumerate(witness.tokens) if any(says(token, each) for token in tokens)]
    shared = any(_shares_subject(witness.tokens, n) for n in meant)
    tied = [_tied(witness.tokens, head, shared=shared) for head in heads]
    return all(kind not in ("", "date", "ordinal", *kinds) for kind in tied)


def _shares_subject(tokens: Sequence[Token], n: int) -> bool:
    """Whether an amount stands behind a verb that shares its subject: `the repair took a day and cost 40`."""
    verb = tokens[n - 1] if n else None
    if verb is None or tokens[n].lead or len(verb.lead) != 1 or _JOINS.isdisjoint(verb.lead):
        return False
    return verb.is_word and any(each.kind == VERB for each in readings(verb.text.lower()))


def _tied(tokens: Sequence[Token], head: int, *, shared: bool) -> str:
    """The kind of the amount that is tied to a word, behind it in its clause; nothing if there is none.

    What the verb of a ``shared`` subject tells is tied to its subject no more than what the other one tells.
    """
    for n, token in enumerate(tokens[head + 1 : head + 1 + _NEAR]):
        if token.clause != tokens[head].clause:
            break
        if token.number and not (shared and n):
            return kind_of(token) if not token.lead or _TIES & set(token.lead) else ""
    return ""


def _title(library: Library, fact: Fact) -> Sequence[Token]:
    told = library.book.properties.get(fact.property)
    return tokens_of(library, told.title) if told else ()


def _untold(library: Library, fact: Fact) -> list[Doubt]:
    """The words of a fact's title that neither its statement nor its quotations have."""
    return library.once(_untold, fact.id, lambda: beyond(_title(library, fact), _own(library, fact)))


def _own(library: Library, fact: Fact) -> list[Witness]:
    """What a fact says, and what it rests on."""
    return [witness_of(library, fact.statement), *(quoted(library, each) for each in fact.evidence)]


def needs_others(library: Library, fact: Fact) -> bool:
    """Whether it matters to the value of a fact what other facts tell of its title."""
    shown = show_value(library.book, fact)
    return bool(shown and _untold(library, fact))


def is_told_elsewhere(library: Library, property_: str) -> bool:
    """Whether any fact of a property tells what its title says."""

    def read() -> tuple[bool, ...]:
        alike = (each for each in library.book.facts.values() if each.property == property_)
        return (any(not _untold(library, each) for each in alike),)

    return library.once(is_told_elsewhere, property_, read)[0]

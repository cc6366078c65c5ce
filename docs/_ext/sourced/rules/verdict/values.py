"""The amount of a fact beside the title it is told under: whether the evidence ties it to that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...book.model import Fact
from ...chain.library import Library
from ...english.lexis.inflection import VERB, is_past_form, may_be
from ...english.meaning import Token
from ..support.doubts import Doubt
from ..support.saying import says
from ..support.witness import Witness, kind_of, quoted, tokens_of
from .filed import OTHERWISE, TITLE, of_another_day
from .named import misnamed
from .standing import amounts_of, places_of
from .titles import title_of, untold, witnesses_of

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
    A name may be misnamed.
    """
    if misled := misnamed(library, fact):
        return misled
    tokens = tokens_of(library, shown)
    dated = of_another_day(fact.when or "", _quoted_at(library, fact, tokens))
    if dated or not amounts_of(tokens):
        return [Doubt(0, len(shown), OTHERWISE, dated)] if dated else []
    deeds = [each.word for each in untold(library, fact) if is_past_form(each.word.lower())]
    if deeds:
        return [Doubt(0, len(shown), TITLE, deed) for deed in deeds]
    title = title_of(library, fact)
    if any(_is_tied_to_another(witness, tokens, title) for witness in witnesses_of(library, fact)):
        return [Doubt(0, len(shown), ANOTHER, shown)]
    named = len(amounts_of(tokens)) < len(tokens)
    beside = named or any(_is_nearest(witness, tokens, title) for witness in witnesses_of(library, fact))
    return [] if beside else [Doubt(0, len(shown), SEVERAL, shown)]


def _quoted_at(library: Library, fact: Fact, tokens: Sequence[Token]) -> Iterator[tuple[Witness, int]]:
    """Where the quotations of a fact have just these tokens."""
    witnesses = [quoted(library, each) for each in fact.evidence] if tokens and fact.when else []
    return ((witness, at[0]) for witness in witnesses for at in places_of(witness, tokens))


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
    return verb.is_word and may_be(VERB, verb.text)


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

"""Where one text plainly denies what another affirms: the same words around a `not` that one lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...chain.library import Library
from ...english.denials import denials
from ...english.lexis.inflection import ADJECTIVE, is_past_form, may_be
from ...english.lexis.small import AUXILIARIES
from ...english.limits import is_limiting
from ...english.meaning import Token
from ...english.quantities.numbers import same_amount
from ..support.saying import says
from ..support.witness import tokens_of

_AFTER_VERB = frozenset({"not", "never", "cannot"})
"""Denials that stand before the verb which they deny; others turn a whole sentence about."""
_JOINING = frozenset({"and", "but", "or"})
"""Words before a `not` that is no verb's."""
_IDLE = frozenset({"place", "side", "standing", "part"})
"""Kinds of limits under which a clause says, or denies, the same."""


_MOST = 400
"""A text of more words than this is no sentence, and is not compared word by word."""


def denies(library: Library, denying: str, affirming: Iterable[str]) -> str | None:
    """The word that ``denying`` denies and one of ``affirming`` affirms, in an otherwise same place.

    The neighbours on both sides of the `not` stand side by side in the other text; or all that its clause
    goes on with, where one of the two calls its subject by a pronoun. Nothing may turn the sense of either:
    no other denial, and in the clause no hedge and no limit such as `until`, `only`, `but`.
    """
    texts = tuple(affirming)
    return library.once(denies, (denying, texts), lambda: (_denies(library, denying, texts),))[0]


def _denies(library: Library, denying: str, affirming: Iterable[str]) -> str | None:
    tokens = tokens_of(library, denying)
    if len(tokens) > _MOST:
        return None
    for text in affirming:
        if denials(text):  # it may deny the same in other words: `denied that he had been told`
            continue
        others = tokens_of(library, text)
        for n, token in enumerate(tokens):
            if _is_plain(token) and _is_bare(tokens, n, said=1) and not _again(tokens, n):
                word = _affirmed(tokens, n, others) or _affirmed_of_subject(tokens, n, others)
                if word:
                    return word
    return None


def _is_plain(token: Token) -> bool:
    word = token.text.lower()
    return word in _AFTER_VERB or word.endswith("n't")


def _says_so(token: Token, other: Token) -> bool:
    """Whether ``other`` says what ``token`` does, and neither only as what somebody means to do."""
    return says(token, other) and ("to" in token.lead) == ("to" in other.lead)


def _again(tokens: Sequence[Token], n: int) -> bool:
    """Whether the word behind the denial ``n`` stands in another clause as well, where it may be affirmed."""
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    return after is None or any(says(after, t) for t in tokens if t.clause != tokens[n].clause)


def _affirmed(tokens: Sequence[Token], n: int, others: Sequence[Token]) -> str | None:
    """The word behind the denial ``n``, if ``others`` have it beside the word before the denial."""
    if not 0 < n < len(tokens) - 1:
        return None
    before, after = tokens[n - 1], tokens[n + 1]
    if not before.clause == tokens[n].clause == after.clause:
        return None
    for i, (one, two) in enumerate(pairwise(others)):
        if (
            says(before, one)
            and _says_so(after, two)
            and one.clause == two.clause
            and _is_bare(others, i, said=0)
            and not _speaks_of_others(tokens, n, others, i)
        ):
            return after.text
    return None


def _affirmed_of_subject(tokens: Sequence[Token], n: int, others: Sequence[Token]) -> str | None:
    """The word behind a denial, if ``others`` have a clause with all that its clause goes on with.

    One of the two clauses calls its subject by a pronoun, and so begins with the verb. In `Ames, not Oak,
    built it` the verb stands behind, and is what Oak has to be said to do.
    """
    clause = [t for t in tokens if t.clause == tokens[n].clause]
    at = clause.index(tokens[n])
    head, tail = clause[:at], clause[at + 1 :]
    if not tail:
        return None
    contrasts = not head and _is_contrast(tokens[n], tail[0])
    if contrasts:
        tail = [*tail, *tokens[n + len(tail) + 1 :][:1]]
        if tail[-1].clause == tokens[n].clause or not _goes_on(tail[-1]):
            return None
    for i, one in enumerate(others):
        other = [t for t in others if t.clause == one.clause]
        again = other[: len(tail)] if one is other[0] else []  # its subject is a pronoun
        if not head and not contrasts and len(other) == len(tail) + 1:
            again = other[1:]
        alike = len(again) == len(tail) and _is_bare(others, i, said=0) and all(map(_says_so, tail, again))
        if alike and not _speaks_of_others(tokens, n, others, i):
            return tail[0].text
    return None


def _is_contrast(denial: Token, after: Token) -> bool:
    """Whether a denial has no verb of its own, and only tells what else it is not: `, not by them`."""
    if not _JOINING.issuperset(denial.lead) or not _is_plain_word(denial):
        return False
    word = after.text.lower()
    return not after.is_word or bool(after.lead) or not (is_past_form(word) or may_be(ADJECTIVE, word))


def _goes_on(verb: Token) -> bool:
    """Whether a word may be the verb that stands behind a contrast, and begins no sentence of its own."""
    return verb.text[:1].islower() and AUXILIARIES.issuperset(verb.lead)


def _is_plain_word(denial: Token) -> bool:
    """Whether a denial stands alone, and not at the end of a verb: ``not``, but no ``n't``."""
    return not denial.text.lower().endswith("n't")


def _speaks_of_others(tokens: Sequence[Token], n: int, others: Sequence[Token], i: int) -> bool:
    """Whether one clause denies what the other does not affirm: where four of eleven are not, seven may be.

    And what is denied of one day may be so on another.
    """
    ours = [token for token in tokens if token.clause == tokens[n].clause]
    theirs = [token for token in others if token.clause == others[i].clause]
    dated = [token for token in theirs if token.dates]
    if dated and any(token.dates and not any(says(token, each) for each in dated) for token in ours):
        return True
    known = [token.number for token in ours if token.number]
    counted = [token.number for token in theirs if token.number]
    return bool(known) and any(not any(same_amount(each, one) for one in known) for each in counted)


def _is_bare(tokens: Sequence[Token], n: int, *, said: int) -> bool:
    """Whether the clause of token ``n`` has so many denials, and no hedge or limit that turns it."""
    clause = [token for token in tokens if token.clause == tokens[n].clause]
    others = [token for token in clause if not token.denial]
    return len(clause) - len(others) == said and not any(map(_turns, others))


def _turns(token: Token) -> bool:
    """Whether a word is a hedge or a limit; a date has its `until` within."""
    if token.dates and is_limiting(token.text.partition(" ")[0].lower()):
        return True
    return bool(token.hedge) or any(limit.kind not in _IDLE for limit in token.limits)

"""What sort of a word a token may be, where nothing but the word itself and the small ones before it tell."""

from __future__ import annotations

from collections.abc import Sequence

from ...english.lexis.inflection import NOUN, VERB, is_past_form, may_be, readings
from ...english.lexis.small import AUXILIARIES, BEING
from ...english.limits import HEARSAY
from ...english.markers import has_hearsay
from ...english.meaning import Token
from ...english.speech.verbs import is_plain_verb


def is_plural(token: Token) -> bool:
    """Whether a word may be a noun that means several."""
    word = token.text.lower()
    found = readings(word) if token.is_word else frozenset()
    return any(each.kind == NOUN and each.base != word for each in found)


def noun_of(token: Token) -> str:
    """The word that may be a noun: a word itself, or the last one of a name that is a common noun."""
    if not token.is_word and not (token.named and token.text.islower()):
        return ""
    return token.text.split()[-1].lower().removesuffix("'s")


def is_verbal(token: Token, *, sure: bool) -> bool:
    """Whether a word is a verb, `sure` or not, or has a small one before it: `gave up`, `is low`."""
    if not AUXILIARIES.isdisjoint(token.lead):
        return True
    word = token.text.lower()
    return token.is_word and (is_past_form(word) or (not sure and may_be(VERB, word)))


def is_hearsay(token: Token) -> bool:
    """Whether a hedge only says that something is told, and not by whom: `it is claimed`, `is said to`."""
    if token.limits:
        return any(limit == HEARSAY for limit in token.limits)
    return token.hedge == "report" and has_hearsay(token.text)


def is_according(token: Token) -> bool:
    """Whether a token is the `according to` before whoever says it."""
    return token.text.lower().startswith("according") and bool(token.limits)


def speaks(tokens: Sequence[Token], n: int) -> bool:
    """Whether a token is whoever says something: `Ames said`, `according to Ames`, `said Ames` at the end."""
    clause = tokens[n].clause
    before = [each for each in tokens[n - 1 : n] if n and each.clause == clause]
    after = [each for each in tokens[n + 1 : n + 2] if each.clause == clause]
    if not tokens[n].ids:
        return False
    if any(map(is_according, before)) or any(is_plain_verb(each.text) for each in after):
        return True
    return not after and any(is_plain_verb(each.text) for each in before)


def told_of(tokens: Sequence[Token]) -> frozenset[int]:
    """The clauses that tell of something what it is or suffers."""
    return frozenset(token.clause for token in tokens if _tells_of(token))


def tells_of(tokens: Sequence[Token]) -> bool:
    """Whether any of these tokens tells of what stands before them what it is or suffers."""
    return any(map(_tells_of, tokens))


def _tells_of(token: Token) -> bool:
    """`was lit`, `lit by her`, but not `rose by 5 percent`."""
    if "by" in token.lead:
        return not (token.number or token.dates)
    return not BEING.isdisjoint(token.lead[-1:]) and token.is_word and not token.text.lower().endswith("ing")

"""What sort of a word a token may be, where nothing but the word itself and the small ones before it tell."""

from __future__ import annotations

from ...english.lexis.inflection import NOUN, VERB, is_past_form, may_be, readings
from ...english.lexis.small import AUXILIARIES
from ...english.limits import HEARSAY
from ...english.markers import has_hearsay
from ...english.meaning import Token


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

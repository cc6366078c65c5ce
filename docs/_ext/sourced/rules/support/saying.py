"""Whether one word of meaning says what another does."""

from __future__ import annotations

from functools import lru_cache

from ...english.dates.agreement import in_same_part
from ...english.dates.agreement import supports as date_supports
from ...english.lexis.lexicon import related, synonyms
from ...english.markers import same_hedge
from ...english.meaning import Token
from ...english.quantities.numbers import supports as number_supports
from ...english.speech.verbs import is_plain_verb
from .sorts import is_according, is_hearsay

_SHIFTED = {"would": "will", "could": "can", "might": "may"}
"""What somebody says in the present, retold in the past."""


def says(token: Token, other: Token) -> bool:
    """Whether ``other``, of the evidence, says what ``token`` does."""
    if token.ids & other.ids:
        return True
    if token.dates and other.dates:
        supported = any(date_supports(b, a) for a in token.dates for b in other.dates)
        return supported and in_same_part(other.text, other.dates, token.text)
    if token.number and other.number:
        return number_supports(other.number, token.number)
    if token.number or other.number:
        return False
    if is_hearsay(token) and is_hearsay(other):
        return True
    if (is_according(token) and is_plain_verb(other.text)) or (
        is_plain_verb(token.text) and is_according(other)
    ):
        return True
    if _SHIFTED.get(token.text.lower()) == other.text.lower():
        return True
    if token.denial or token.hedge:
        same = (token.denial, token.hedge) == (other.denial, other.hedge)
        return same and (token.denial or same_hedge(token.text, other.text))
    if token.limits or other.limits:
        return bool(set(token.limits) & set(other.limits))
    if other.dates and not token.dates:
        return token.is_word and token.text[:1].isupper() and token.text in other.text.split()
    if other.named and not token.named:
        return any(_alike(token.text.lower(), word) for word in other.text.lower().split())
    if (
        token.named and token.text.islower() and other.is_word
    ):  # a common noun that is a name with its article
        return _alike(token.text.split()[-1], other.text.lower())
    if token.named or other.denial or other.hedge:
        return False
    return _alike(token.text.lower(), other.text.lower())


@lru_cache(maxsize=262144)
def _alike(one: str, other: str) -> bool:
    """Whether one word says what another does."""
    return related(one, other) or synonyms(one, other)

"""The day as of which a fact knows what it tells: a sentence that names it says no more than the fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...english.dates.agreement import supports
from ...english.lexis.inflection import is_past_form
from ...english.meaning import Token
from ...english.speech.verbs import is_plain_verb

_AS_OF = (("as", "of"), ("by",))
"""Small words behind which a day only says up to when something is known."""
_HAVING = frozenset({"had", "has", "have"})


def tells_as_of(token: Token, unit: Sequence[Token], known: Iterable[str]) -> bool:
    """Whether a date is a day of ``known``, and not the day of a deed: `she was hired in May` tells another.

    On that day something was so, or had been done.
    """
    if not token.dates or not any(supports(day, date) for day in known for date in token.dates):
        return False
    if any(token.lead[-len(words) :] == words for words in _AS_OF):
        return True
    having = False
    for each in unit:
        having = bool(_HAVING & set(each.lead)) or (having and not each.lead)  # `had not left`
        if each.clause != token.clause or not each.is_word or not is_past_form(each.text.lower()):
            continue
        if not having and not is_plain_verb(each.text):
            return False
    return True

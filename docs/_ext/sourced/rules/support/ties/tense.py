"""Whether something was done, is being done or was to be done, and by whom a pronoun says that it was.

A report in the present may be told in the past, and `has left` as `left`. What was done is not being done,
what was so need not be so any more, and what somebody was to do has not been done.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....english.lexis.inflection import NOUN, VERB, is_past_form, may_be
from ....english.lexis.small import AUXILIARIES, BEING, DOERS, WHO
from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb
from ..setting import LEFT_OUT, TIED, Found, Place, Setting
from ..sorts import speaks

_PRESENT, _PAST = frozenset({"is", "are", "am"}), frozenset({"was", "were"})
_OWNERS, _PERSONS = frozenset({"his", "her", "their"}), frozenset({"he", "she"})
_REACH, _NEAR = 12, 4
"""So many words before a deed are looked at for the verb that it hangs on, and for its doer."""
_BEFORE_DEEDS = AUXILIARIES | {"that"}


def tenses(setting: Setting) -> Iterator[Found]:
    """What the unit tells of another time, or as more or less done than its evidence."""
    for n, token in enumerate(setting.unit):
        places = setting.told[n]
        if not places:
            continue
        is_said = is_plain_verb(token.text)
        for differs in (_planned, _going_on, *(() if is_said else (_present, _owned_by))):
            words = [differs(token, setting.at(place)) for place in places]
            if all(words):
                yield token.start, token.end, TIED, words[0]
        for left_out in () if is_said else (_asked_to, _doer, _dropped_doer, _who):
            words = [left_out(setting, n, place) for place in places]
            if all(words):
                yield token.start, token.end, LEFT_OUT, words[0]


def _is_planned(token: Token) -> bool:
    """`was to close`."""
    return any(one in BEING and two == "to" for one, two in zip(token.lead, token.lead[1:], strict=False))


def _planned(token: Token, other: Token) -> str:
    if not may_be(VERB, token.text) or _is_planned(token) == _is_planned(other):
        return ""
    if other.lead[-1:] == ("to",) and not _is_planned(other):
        return ""  # what it was for
    planned = token if _is_planned(token) else other
    return " ".join((*planned.lead, planned.text))


def _is_going_on(token: Token) -> bool:
    """`was closing`, `is being closed`."""
    if token.lead[-1:] == ("being",):
        return bool(BEING & set(token.lead[:-1]))
    is_ing = token.text.lower().endswith("ing") and may_be(VERB, token.text)
    return is_ing and bool(BEING & set(token.lead[-1:]))


def _going_on(token: Token, other: Token) -> str:
    if not (token.is_word and other.is_word) or _is_going_on(token) == _is_going_on(other):
        return ""
    done, going_on = (other, token) if _is_going_on(token) else (token, other)
    is_verb = going_on.text.lower().endswith("ing") or is_past_form(going_on.text.lower())
    return " ".join((*token.lead, token.text)) if is_verb and is_past_form(done.text.lower()) else ""


def _present(token: Token, other: Token) -> str:
    """`She is a nurse` for `she was a nurse`, `gives up` for `gave up`."""
    if _PRESENT & set(token.lead) and _PAST & set(other.lead) and not _PRESENT & set(other.lead):
        return " ".join((*token.lead, token.text))
    word, theirs = token.text.lower(), other.text.lower()
    is_now = token.is_word and token.joined and word.endswith("s") and may_be(VERB, word)
    is_then = other.is_word and is_past_form(theirs) and not AUXILIARIES & set(other.lead)
    return token.text if is_now and is_then and not may_be(NOUN, theirs) else ""


def _owned_by(token: Token, other: Token) -> str:
    """`her bonus` for `his bonus`, `he left` for `she left`; a group or a ship may be `it`."""
    for words in (_OWNERS, _PERSONS):
        ours, theirs = words & set(token.lead), words & set(other.lead)
        if ours and theirs and not ours & theirs:
            return " ".join((*sorted(ours), token.text))
    return ""


def _asked_to(setting: Setting, n: int, place: Place) -> str:
    """The verb on which a deed hangs, left out: `it took over` for `it asked the state to take over`."""
    tokens, at = setting.witnesses[place[0]].tokens, place[1]
    if tokens[at].lead[-1:] != ("to",) or not (tokens[at].is_word and may_be(VERB, tokens[at].text)):
        return ""
    if not may_be(VERB, setting.unit[n].text) or _is_planned(tokens[at]):
        return ""
    for index in range(at - 1, max(at - 1 - _REACH, -1), -1):
        other = tokens[index]
        if other.clause != tokens[at].clause:
            return ""
        is_verb = other.is_word and may_be(VERB, other.text)
        if is_verb and (other.lead[-1:] == ("to",) or is_past_form(other.text.lower())):
            return other.text if setting.is_unsaid((place[0], index)) else ""
    return ""


def _doer(setting: Setting, n: int, place: Place) -> str:
    """Who does it by the evidence, where the unit has a pronoun for another: `Ames said that she left`."""
    unit = setting.unit
    if not DOERS & set(unit[n].lead):
        return ""
    named = [m for m in range(n) if unit[m].named]
    if not any(unit[m].clause == unit[n].clause or speaks(unit, m) for m in named):
        return ""
    return _own_doer(setting, place, _BEFORE_DEEDS | WHO)


def _dropped_doer(setting: Setting, n: int, place: Place) -> str:
    """Who does it by the evidence, where the unit goes on with another: `she asked him and he refused`."""
    token, other = setting.unit[n], setting.at(place)
    if not n or setting.unit[n - 1].clause == token.clause or not is_past_form(token.text.lower()):
        return ""
    if token.lead[:1] != ("and",) or not set(token.lead[1:]) <= AUXILIARIES:
        return ""
    pronoun = DOERS & set(other.lead)
    if any((pronoun or DOERS) & set(each.lead) for each in setting.unit[:n]):
        return ""
    return " ".join((*sorted(pronoun), other.text)) if pronoun else _own_doer(setting, place, AUXILIARIES)


def _who(setting: Setting, n: int, place: Place) -> str:
    """Who does it by the evidence, where the unit has a `who` behind another name."""
    tokens, at = setting.witnesses[place[0]].tokens, place[1]
    if not n or not at or not WHO & set(setting.unit[n].lead[:1]) or not setting.unit[n - 1].ids:
        return ""
    before = tokens[at - 1]
    is_doer = before.ids and before.clause == tokens[at].clause and set(tokens[at].lead) <= AUXILIARIES
    return before.text if is_doer and not before.ids & setting.unit[n - 1].ids else ""


def _own_doer(setting: Setting, place: Place, before_deed: frozenset[str]) -> str:
    """Who does it at a place of the evidence, right before it, if the unit leaves that out."""
    tokens, at = setting.witnesses[place[0]].tokens, place[1]
    if not set(tokens[at].lead) <= before_deed:
        return ""
    behind = range(at - 1, max(at - 1 - _NEAR, -1), -1)
    index = next((n for n in behind if tokens[n].ids or not _is_beside_deed(tokens[n])), -1)
    if index < 0 or not setting.is_unsaid((place[0], index)):
        return ""
    is_inserted = any(is_plain_verb(each.text) for each in tokens[index + 1 : at])
    if tokens[index].clause != tokens[at].clause and not is_inserted:
        return ""
    is_noun = tokens[index].ids or (tokens[index].is_word and may_be(NOUN, tokens[index].text))
    return tokens[index].text if is_noun or tokens[index].number else ""


def _is_beside_deed(token: Token) -> bool:
    """Whether a word may stand between a deed and its doer: `almost certainly`, `which it said`."""
    return bool(token.limits or token.hedge or token.denial) or is_plain_verb(token.text)

"""How far the words of the evidence reach: what a superlative, a denial or a count there is said of.

To leave a detail out says less, as a rule. Under these words it says more: `the first in the county` is not
the first, who denies to have been too fast does not deny to have been fast, and four boats and rafts are not
four boats.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ....english.lexis.inflection import VERB, degree, is_past_form, may_be
from ....english.lexis.lexicon import related
from ....english.lexis.prepositions import TIES
from ....english.lexis.small import ARTICLES, BEFORE_NOUNS, BEING, STRETCHES
from ....english.limits import Limit
from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb
from ..setting import APART, LEFT_OUT, TIED, TURNED, Found, Setting
from ..sorts import is_plural

_RANKS = frozenset({"place", "position", "rank"})
_WHOLES = (Limit("quantity", "all"), Limit("quantity", "any"))
_TIMES = STRETCHES | {"time"}
_EACH = frozenset({"a", "an", "per", "every", "each"})
_OTHERS = frozenset({"he", "she", "it", "they", "we", "who", "which", "that"})
"""Small words that are the doer themselves."""
_TYING = frozenset({"so", "when"})
_TIES_CLAUSES = _TYING | {"as", "where"}
"""Small words that tie one clause to another."""
_REACH = 3
"""So many words behind a number may say how often that is."""


def scopes(setting: Setting) -> Iterator[Found]:
    """What the unit leaves out though a word that it keeps reaches that far."""
    for n, token in enumerate(setting.unit):
        for left_out in (_ranked, _denied, _conditioned, _rate, _counted_with):
            words = [left_out(setting, n, place) for place in setting.told[n]]
            if words and all(words):
                yield token.start, token.end, LEFT_OUT, min(words, key=len)
    yield from _contrasted(setting)
    yield from _caused(setting)
    yield from _limits_moved(setting)
    yield from _doers(setting)
    yield from _direct(setting)


def _behind(setting: Setting, place: tuple[int, int]) -> Iterator[tuple[int, Token]]:
    """The tokens behind a place of the evidence within its clause."""
    tokens = setting.witnesses[place[0]].tokens
    for index in range(place[1] + 1, len(tokens)):
        if tokens[index].clause != tokens[place[1]].clause:
            return
        yield index, tokens[index]


def _ranked(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """Who are all, or among whom one is the first or the largest: all that follows up to the next verb."""
    token = setting.at(place)
    ranks = any(limit.kind == "rank" for limit in token.limits) or (
        token.number and token.number.unit == "ordinal"
    )
    every = any(limit in _WHOLES for limit in token.limits)
    is_best = degree(token.text.lower()) == "est"
    if not ranks and not every and not is_best:
        return ""
    if is_best and {"one", "of"} <= set(token.lead) and "one" not in setting.unit[n].lead:
        return "one of"
    for index, behind in _behind(setting, place):
        if _is_verb(behind) or (every and behind.dates):
            return ""
        if (every and behind.number) or (behind.joined and behind.text.lower() in _RANKS):
            continue  # all eleven are all, and the sixth is in sixth place
        if setting.is_unsaid((place[0], index)):
            return behind.text
    return ""


def _is_verb(token: Token) -> bool:
    """Whether a word may be the verb of a clause."""
    return _may_act(token) and (not token.joined or is_past_form(token.text.lower()))


def _may_act(token: Token) -> bool:
    """Whether a word may be a verb, and no small word makes a noun of it."""
    if not token.is_word or BEFORE_NOUNS & set(token.lead):
        return False
    return may_be(VERB, token.text)


def _denied(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """What is denied: all that follows the `not` in its clause."""
    if not setting.granted.is_whole or not (setting.unit[n].denial or related(setting.unit[n].text, "deny")):
        return ""
    for index, behind in _behind(setting, place):
        if setting.is_unsaid((place[0], index)):
            return behind.text
    return ""


def _conditioned(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """On what it hangs: all of the clause that an `if` begins, as a wider condition promises more.

    Its subject may be a pronoun.
    """
    if not any(limit.kind == "condition" for limit in setting.unit[n].limits):
        return ""
    behind = list(_behind(setting, place))
    if n + 1 < len(setting.unit) and _OTHERS & set(setting.unit[n + 1].lead):
        behind = behind[1:]
    return next((each.text for index, each in behind if setting.is_unsaid((place[0], index))), "")


def _rate(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """How often: `three crossings a day`."""
    tokens = setting.witnesses[place[0]].tokens
    if not setting.unit[n].number:
        return ""
    for index, behind in _behind(setting, place):
        if index > place[1] + _REACH or behind.number:
            return ""
        before = behind.lead[-1] if behind.lead else tokens[index - 1].text.lower()
        if behind.text.lower() in _TIMES and before in _EACH:
            return f"{before} {behind.text}" if setting.is_unsaid((place[0], index)) else ""
    return ""


def _counted_with(setting: Setting, n: int, place: tuple[int, int]) -> str:
    """What else is counted with it: `4,000 clocks and watches`."""
    tokens = setting.witnesses[place[0]].tokens
    if not setting.unit[n].number:
        return ""
    last = place[1] + 1
    while last + 1 < len(tokens) and tokens[last + 1].joined:
        last += 1
    if last + 1 >= len(tokens):
        return ""
    between = setting.witnesses[place[0]].text[tokens[last].end : tokens[last + 1].start]
    if between.strip() not in ("and", "or"):
        return ""
    both = is_plural(tokens[last]) and is_plural(tokens[last + 1])
    return tokens[last + 1].text if both and setting.is_unsaid((place[0], last + 1)) else ""


def _contrasted(setting: Setting) -> Iterator[Found]:
    """A `but` that affirms behind a denial, where the evidence has no such turn."""
    denied = [token.clause for token in setting.unit if token.denial or token.negative]
    for token in setting.unit:
        if "but" not in token.lead or not denied or token.clause <= min(denied) or token.clause in denied:
            continue
        if not any("but" in other.lead for witness in setting.witnesses for other in witness.tokens):
            yield token.start, token.end, TURNED, f"but {token.text}"


def _caused(setting: Setting) -> Iterator[Found]:
    """A `so` or `when` that ties two clauses to each other, where the evidence has no such tie at all."""
    tying = [token for token in setting.unit if _TYING & set(token.lead[:1])]
    tying = [token for token in tying if token.clause or token.lead[0] != "so"]
    theirs = (other for witness in setting.witnesses for other in witness.tokens) if tying else ()
    if not any(_TIES_CLAUSES & set(other.lead) or _is_tie(other) for other in theirs):
        for token in tying:
            yield token.start, token.end, TIED, f"{token.lead[0]} {token.text}"


def _is_tie(token: Token) -> bool:
    return any(limit.kind in ("order", "cause", "condition") for limit in token.limits)


def _limits_moved(setting: Setting) -> Iterator[Found]:
    """A limit before another word than in the evidence: `the owners are mostly sailors`, or the other way."""
    for n, (limit, after) in enumerate(pairwise(setting.unit)):
        if not any(each.kind == "extent" for each in limit.limits) or limit.clause != after.clause:
            continue
        theirs = [(w, i + 1) for w, i in setting.places[n] if i + 1 < len(setting.witnesses[w].tokens)]
        moved = [place not in setting.at_all[n + 1] and not setting.is_unsaid(place) for place in theirs]
        if moved and all(moved) and setting.places[n + 1]:
            yield limit.start, after.end, TURNED, f"{limit.text} … {after.text}"


def _doers(setting: Setting) -> Iterator[Found]:
    """A speaker before the verb of another: `she knew` for `they knew, she said`."""
    for n, (token, after) in enumerate(pairwise(setting.unit)):
        if (
            setting.places[n]
            or not token.ids & setting.granted.speakers
            or token.clause != after.clause
            or token.owner
        ):
            continue
        if _OTHERS & set(after.lead):
            continue
        acts = _may_act(after) or after.denial or after.hedge or after.limits
        if acts and setting.places[n + 1] and not is_plain_verb(after.text):
            yield token.start, after.end, APART, f"{token.text} … {after.text}"


def _direct(setting: Setting) -> Iterator[Found]:
    """What the verb does something to, and in the evidence does it at: who sank at the pier sank no pier.

    The other way, too: who fled the town did not flee to it.
    """
    for n, (verb, token) in enumerate(pairwise(setting.unit)):
        if token.clause != verb.clause or token.dates or token.number or not is_past_form(verb.text.lower()):
            continue
        ours = [word for word in token.lead if word in TIES]
        beside = [(w, i) for w, i in setting.places[n + 1] if (w, i - 1) in setting.at_all[n]]
        theirs = [[word for word in setting.at(place).lead if word in TIES] for place in beside]
        if not theirs or BEING & set(verb.lead):
            continue
        if set(token.lead) <= ARTICLES and all(theirs):
            yield token.start, token.end, TIED, f"{theirs[0][0]} {token.text}"
        elif ours and all(set(setting.at(place).lead) <= ARTICLES for place in beside):
            yield token.start, token.end, TIED, f"{ours[0]} {token.text}"

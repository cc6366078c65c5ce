"""How many of whom, and which: a part told as the whole, some as all, the deed of one fact as another's.

A detail that is left out says less, as a rule. A share, a number or a restriction that is left out says more:
`35 riders gave up` is not `the riders gave up`, and `all eleven scales of this type` are not `all scales`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....english.lexis.inflection import VERB, is_past_form, may_be
from ....english.lexis.small import DETERMINERS
from ....english.meaning import Token
from ..setting import LEFT_OUT, TURNED, Found, Place, Setting
from ..sorts import is_plural

_DEFINITE = frozenset({"the", "these", "those", "they", "all"})
"""Small words that mean all of those who are spoken of."""
_SHARING = frozenset({"quantity", "bound", "nearness", "extent"})
"""Kinds of limits that may tell how many of a whole."""
_SHARES = ("", "%")
"""The units of numbers that tell how many of a whole, and not how much of it there is."""


def portions(setting: Setting) -> Iterator[Found]:
    """What the unit leaves out though it says more without it."""
    if not setting.tells:
        return
    for n, token in enumerate(setting.unit):
        for left_out in (_share, _number, _share_of_doer, _owned):
            words = [left_out(setting, n, place) for place in setting.told[n]]
            if words and all(words):
                yield token.start, token.end, LEFT_OUT, min(words, key=len)
    yield from _denied_elsewhere(setting)


def _head(tokens: Sequence[Token], n: int) -> int:
    """The first of the words that stand before a token with nothing between."""
    while n and tokens[n].joined and tokens[n - 1].clause == tokens[n].clause:
        n -= 1
    return n


def _is_share(token: Token) -> bool:
    """Whether a token may tell how many of a whole."""
    if token.number:
        return token.number.unit in _SHARES
    return any(limit.kind in _SHARING for limit in token.limits)


def _share(setting: Setting, n: int, place: Place) -> str:
    """The share of what a noun means: `three quarters of the costs`."""
    tokens = setting.witnesses[place[0]].tokens
    first = _head(tokens, place[1])
    lead = tokens[first].lead
    if "of" not in lead or "of" in setting.unit[_head(setting.unit, n)].lead:
        return ""
    if "one" in lead[: lead.index("of")] and "one" not in setting.unit[n].lead:
        return "one of" if is_plural(setting.unit[n]) else ""
    share = (place[0], first - 1)
    is_one = first and tokens[first - 1].clause == tokens[first].clause and _is_share(tokens[first - 1])
    return tokens[first - 1].text if is_one and setting.is_unsaid(share) else ""


def _number(setting: Setting, n: int, place: Place) -> str:
    """The number of a noun that has no article: of `35 riders`, nothing is told of `the riders`."""
    own = setting.unit[_head(setting.unit, n)]
    if not _DEFINITE & set(own.lead[-1:]) or not is_plural(setting.unit[n]):
        return ""
    tokens = setting.witnesses[place[0]].tokens
    first = _head(tokens, place[1])
    number = tokens[first].number
    if first == place[1] or number is None or number.unit or DETERMINERS & set(tokens[first].lead):
        return ""
    before = tokens[first - 1] if first else None
    if before and before.limits and before.clause == tokens[first].clause:
        return ""
    return tokens[first].text if setting.is_unsaid((place[0], first)) else ""


def _share_of_doer(setting: Setting, n: int, place: Place) -> str:
    """The share of those who do it: `most of them gave up`, `35 did not`."""
    token = setting.unit[n]
    if not token.is_word or not may_be(VERB, token.text):
        return ""
    doer = setting.unit[setting.clauses[token.clause][0]]
    if doer is token or doer.ids & setting.granted.people or not (_DEFINITE & set(doer.lead) or doer.named):
        return ""
    tokens = setting.witnesses[place[0]].tokens
    first = last = setting.witnesses[place[0]].begins[place[1]]
    while last < place[1] and _is_share(tokens[last]):
        last += 1
    if last == first or not _is_of_doer(tokens, last, place[1]):
        return ""
    if DETERMINERS & set(tokens[first].lead):
        return ""
    unsaid = [tokens[i].text for i in range(first, last) if setting.is_unsaid((place[0], i))]
    return unsaid[0] if unsaid else ""


def _is_of_doer(tokens: Sequence[Token], last: int, deed: int) -> bool:
    """Whether the share that ends before ``last`` is one `of` those who do it, or their number."""
    if tokens[last - 1].text.lower().endswith(" of") or "of" in tokens[last].lead[:1]:
        return True
    while last < deed and tokens[last].joined and tokens[last].is_word:
        last += 1
    return last == deed or (tokens[last].denial and last + 1 == deed)


def _owned(setting: Setting, n: int, place: Place) -> str:
    """Whose a thing is that the unit calls by more of its name: `her lamp` and `the lamp of the pier`."""
    token, other = setting.unit[n], setting.at(place)
    if not token.named or other.owner or len(token.text.split()) <= len(other.text.split()):
        return ""
    tokens, at = setting.witnesses[place[0]].tokens, place[1]
    if at and tokens[at - 1].owner and setting.is_unsaid((place[0], at - 1)):
        return tokens[at - 1].text
    if at + 1 == len(tokens) or tokens[at + 1].lead[:1] != ("of",) or tokens[at + 1].clause != other.clause:
        return ""
    return f"of {tokens[at + 1].text}" if setting.is_unsaid((place[0], at + 1)) else ""


def _denied_elsewhere(setting: Setting) -> Iterator[Found]:
    """A `not` before another deed than in the evidence: `had not stood and had been cleaned`."""
    unit = setting.unit
    for n in range(1, len(unit)):
        before, token = unit[n - 1], unit[n]
        if not (token.is_word and is_past_form(token.text.lower())) or not setting.told[n]:
            continue
        denied = before.denial and before.clause == token.clause
        if denied and setting.told[n - 1] and not any(_is_denied(setting, p) for p in setting.told[n]):
            yield before.start, token.end, TURNED, f"{before.text} … {token.text}"
        clause = [unit[m] for m in setting.clauses[token.clause]]
        if any(each.denial or each.negative or each.hedge for each in clause):
            continue
        found = [
            setting.witnesses[w].tokens[i - 1]
            for w, i in setting.told[n]
            if _is_right_behind(setting, (w, i))
        ]
        if len(found) == len(setting.told[n]):
            yield token.start, token.end, LEFT_OUT, found[0].text


def _is_denied(setting: Setting, place: Place) -> bool:
    """Whether a denial stands before a place of the evidence in its clause."""
    return setting.witnesses[place[0]].denied[place[1]] >= 0


def _is_right_behind(setting: Setting, place: Place) -> bool:
    return place[1] > 0 and setting.witnesses[place[0]].denied[place[1]] == place[1] - 1

"""What is listed, in another order: `Oak and Ames left` is `Ames and Oak left`.

Items are alike: names, or amounts of something, or nouns. Where what stands before or behind a list may
belong to one of its items alone, or one list answers to another, the order stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from msgspec import Struct, structs

from ...english.lexis.inflection import NOUN, is_past_form, may_be
from ...english.lexis.small import ARTICLES, BEING
from ...english.meaning import Token

_JOINING = ("and", "or")
_WHEN_OR_WHERE = frozenset({"in", "on", "at", "during"})
"""What tells of a whole clause, behind whichever item it stands."""
_OF_ALL = frozenset({"place", "order", "cause", "concession", "side"})
"""Kinds of limits that tie all of a list to what stands before it."""
_MOST = 4
"""So many items are put into every order."""
_COMMA = re.compile(r",\s")


class _Item(Struct, frozen=True):
    """One of several that are listed: from which token on, how many, and of which sort it is."""

    start: int
    size: int
    sort: str

    @property
    def end(self) -> int:
        return self.start + self.size


def in_other_orders(tokens: Sequence[Token], text: str) -> Iterator[tuple[Token, ...]]:
    """The tokens of ``text`` as they are with the items of one of its lists in each other order.

    None behind a word that denies, hedges or limits: it bears on what stands there.
    """
    joints = [n for n, token in enumerate(tokens) if n and token.lead[:1] and token.lead[0] in _JOINING]
    for n in joints:
        items = _items(tokens, n, text)
        if not items or any(not _follows_comma(tokens, other, text) for other in joints if other != n):
            continue
        if any(map(_bears_on_the_next, tokens[: items[-1].end])):
            continue
        for order in permutations(items):
            if order != items:
                yield _in_order(tokens, items, order)


def _bears_on_the_next(token: Token) -> bool:
    """Whether a word may bear on the next item alone: `not`, `perhaps`, `only`, but no `out of`."""
    return token.denial or bool(token.hedge) or any(limit.kind not in _OF_ALL for limit in token.limits)


def _items(tokens: Sequence[Token], joint: int, text: str) -> tuple[_Item, ...]:
    """The items of the list whose last one begins at ``joint``; none where it is not plain what they are."""
    last = _item_at(tokens, joint)
    items = [last] if last else []
    while items and (found := _item_at(tokens, items[0].start - 1, back=True)):
        parted = found is not None and (items[0] is last or _follows_comma(tokens, items[0].start, text))
        if found.sort != items[0].sort or not parted:
            break
        items.insert(0, found)
    several = len(items) > 2
    if not 1 < len(items) <= _MOST or _follows_comma(tokens, joint, text) > several:
        return ()
    return tuple(items) if _stands_free(tokens, items) else ()


def _item_at(tokens: Sequence[Token], at: int, *, back: bool = False) -> _Item | None:
    """The item that begins at a token or, going back, ends with it."""
    if not 0 <= at < len(tokens):
        return None
    other = at - 1 if back else at + 1
    first, second = (other, at) if back else (at, other)
    if first >= 0 and second < len(tokens) and tokens[first].number and tokens[second].joined:
        return _Item(first, 2, "amount") if _is_noun(tokens[second]) else None
    if tokens[at].owner or tokens[at].number or tokens[at].dates:
        return None
    if tokens[at].named:
        return _Item(at, 1, "name")
    return _Item(at, 1, "noun") if _is_noun(tokens[at]) else None


def _is_noun(token: Token) -> bool:
    return token.is_word and not token.owner and may_be(NOUN, token.text) and not _is_deed(token)


def _is_deed(token: Token) -> bool:
    return token.is_word and (is_past_form(token.text.lower()) or not BEING.isdisjoint(token.lead))


def _follows_comma(tokens: Sequence[Token], n: int, text: str) -> bool:
    return bool(_COMMA.match(text[tokens[n - 1].end :]))


def _stands_free(tokens: Sequence[Token], items: Sequence[_Item]) -> bool:
    """Whether nothing before or behind a list may belong to one of its items alone."""
    first, end = items[0].start, items[-1].end
    before = [token for token in tokens[:first] if token.clause == tokens[first].clause]
    leads = [tokens[item.start].lead for item in items]
    small = [set(lead) - ARTICLES for lead in (leads[0], *leads[1:-1], leads[-1][1:])]
    if any(small[1:]) and not all(each & _WHEN_OR_WHERE and len(each) == 1 for each in small):
        return False
    if before and tokens[first].joined and not (_is_deed(before[-1]) or before[-1].limits):
        return False
    if end == len(tokens):
        return True
    behind = tokens[end]
    if behind.clause != tokens[end - 1].clause:
        return not behind.lead
    if behind.lead and (behind.lead[0] in _WHEN_OR_WHERE or behind.lead == ("to",)):
        return True
    return _is_deed(behind) and not before and not set(leads[0]) - ARTICLES


def _in_order(tokens: Sequence[Token], items: Sequence[_Item], order: Sequence[_Item]) -> tuple[Token, ...]:
    """The tokens with other items in the places of a list: what joins the places stays where it is."""
    each_has_one = not _WHEN_OR_WHERE.isdisjoint(tokens[items[-1].start].lead)
    own = ARTICLES | _WHEN_OR_WHERE if each_has_one else ARTICLES
    made = list(tokens[: items[0].start])
    for place, item in zip(items, order, strict=True):
        there, here = tokens[place.start], tokens[item.start]
        lead = (*(word for word in there.lead if word not in own), *(w for w in here.lead if w in own))
        joined = there.joined and not lead
        made.append(structs.replace(here, lead=lead, joined=joined, clause=there.clause))
        made += [structs.replace(each, clause=there.clause) for each in tokens[item.start + 1 : item.end]]
    return (*made, *tokens[items[-1].end :])

"""Two facts joined into one statement: whose deed, when and how many has to stand in one of them.

Each half may be true. `Ames gave up her pay` and `Oak led the search` do not tell that Ames led it, nor that
she gave up her pay on the day of the search.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....english.lexis.inflection import NOUN, is_past_form, may_be
from ....english.lexis.prepositions import HANGS
from ....english.lexis.small import ARTICLES, BEING, DOERS, WHO
from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb
from ..knowing import tells_as_of
from ..setting import APART, Found, Setting

_JOINING = frozenset({"and", "or"})


def spliced(setting: Setting) -> Iterator[Found]:
    """What one fact tells of another thing than the unit does, of which only others tell."""
    if len(set(setting.granted.facts)) < 2:
        return
    told = _facts(setting)
    seen = set()
    for one, two in (*_deeds(setting), *_described(setting), *_listed(setting)):
        place = one, setting.unit[two].clause
        if told[one] and told[two] and place not in seen and told[one].isdisjoint(told[two]):
            seen.add(place)
            first, last = setting.unit[min(one, two)], setting.unit[max(one, two)]
            yield first.start, last.end, APART, f"{first.text} … {last.text}"


def _facts(setting: Setting) -> list[set[int]]:
    """For each token of the unit the facts that have it, in their words or as whom they tell of."""
    granted = setting.granted
    of: dict[str, set[int]] = {}
    for fact, ids in enumerate(granted.abouts):
        for id_ in ids:
            of.setdefault(id_, set()).add(fact)
    days: dict[str, set[int]] = {}
    for fact, day in enumerate(granted.days):
        days.setdefault(day, set()).add(fact)
    found = []
    for token, places in zip(setting.unit, setting.told, strict=True):
        own = {granted.facts[w] for w, _ in places}.union(*(of.get(id_, ()) for id_ in token.ids))
        for day, facts in days.items() if token.dates else ():
            if day and tells_as_of(token, setting.unit, (day,)):
                own |= facts
        found.append(own)
    return found


def _deeds(setting: Setting) -> Iterator[tuple[int, int]]:
    """Each token of a clause with those it tells of: its own subject, or the one that it goes on with."""
    doers: list[int] = []
    pending: list[int] = []
    is_told = False
    described = {m for told in setting.descriptions.values() for m in told}
    for within in _told(setting):
        if all(n in described for n in within):
            continue
        own = _subject(setting.unit, within)
        if own and len(own) == len(within):
            pending += own  # a list of those who do it, or what they do it to
            continue
        goes_on = _JOINING & set(setting.unit[within[0]].lead)
        if own and is_told and goes_on and not any(_is_told(setting.unit[n]) for n in within):
            yield from ((doer, n) for doer in doers for n in own)  # she is a nurse and a mother
            continue
        is_told = any(BEING & set(setting.unit[n].lead) for n in within)
        if own:
            doers = [*(pending if goes_on else ()), *own]
        elif DOERS & set(setting.unit[within[0]].lead):
            doers = []  # whom it means is not asked here
        elif WHO & set(setting.unit[within[0]].lead):
            doers = pending[-1:]  # else it tells of a word inside the clause before
        elif pending:
            doers = pending[:1]
        pending = pending[:1] if not own else []
        for n in within:
            if n not in own:
                yield from ((doer, n) for doer in doers if doer < n)


def _told(setting: Setting) -> Iterator[Sequence[int]]:
    """The clauses of the unit, and apart from who says something what is told: `Ames said that …`."""
    for within in setting.clauses.values():
        at = next((at for at, n in enumerate(within) if at and "that" in setting.unit[n].lead), 0)
        if at and is_plain_verb(setting.unit[within[at - 1]].text):
            yield within[:at]
            yield within[at:]
        else:
            yield within


def _subject(unit: Sequence[Token], within: Sequence[int]) -> list[int]:
    """What a clause begins with, if that is a name or a noun with what counts it."""
    own: list[int] = []
    for n in within:
        token = unit[n]
        if token.limits and not own:
            continue
        if not own and {*[word for word in token.lead if word not in ARTICLES][-1:]} & HANGS:
            return []  # `on the radio, …`
        is_noun = token.ids or (token.is_word and may_be(NOUN, token.text) and not _is_deed(token))
        if not (is_noun or token.number) or (own and not token.joined) or BEING & set(token.lead):
            break
        own.append(n)
        if token.ids:
            break
    return own


def _described(setting: Setting) -> Iterator[tuple[int, int]]:
    """Each name with what it is said to be."""
    for n, told in setting.descriptions.items():
        yield from ((n, m) for m in sorted(told))


def _listed(setting: Setting) -> Iterator[tuple[int, int]]:
    """The last deed of a clause with each noun that is listed behind it in clauses of their own."""
    deed = -1
    for within in setting.clauses.values():
        first = setting.unit[within[0]]
        deeds = [n for n in within if _is_deed(setting.unit[n])]
        if deed >= 0 and not deeds and len(within) == 1 and first.lead[:1] in ((), ("and",), ("or",)):
            yield deed, within[0]
        deed = deeds[-1] if deeds else deed


def _is_told(token: Token) -> bool:
    return _is_deed(token) or bool(BEING & set(token.lead) or token.limits)


def _is_deed(token: Token) -> bool:
    return token.is_word and is_past_form(token.text.lower())

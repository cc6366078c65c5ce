"""Which source tells what, by the words of a unit, and whether that source's words say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....english.meaning import Token
from ....english.speech.verbs import is_plain_verb
from ..setting import TOLD, Found, Setting

_IN_ITS_WORDS = frozenset({"in", "to"})
"""Small words that lay a statement in a source's mouth: `in the Herald, the pier sank`."""


def told_by(setting: Setting) -> Iterator[Found]:
    """What a clause lays in a source's mouth that no words of that source say."""
    clauses = [within for _, within in sorted(setting.clauses.items())]
    for at, within in enumerate(clauses):
        labels = _labels(setting, within)
        if not labels or (len(labels) > 1 and not _only_names(setting, within, labels)):
            continue
        wrong = [
            list(_told_by_others(setting, label, clauses[each]))
            for label in sorted(labels)
            for each in _told_at(setting, at, within, labels)
            if each == at or not _labels(setting, clauses[each])
        ]
        if wrong and all(wrong):
            yield from wrong[0]


def _only_names(setting: Setting, within: Sequence[int], labels: set[str]) -> bool:
    """Whether a clause only says who tells it: `according to the Herald`, `says the Herald`."""
    unit = setting.unit
    return all(unit[n].ids & labels or _is_report(unit[n]) or is_plain_verb(unit[n].text) for n in within)


def _told_at(setting: Setting, at: int, within: Sequence[int], labels: set[str]) -> Sequence[int]:
    """Which clause may be meant: the same or, where it has but the source's name, one beside it."""
    first = setting.unit[within[0]]
    if not _only_names(setting, within, labels):
        return (at,)
    is_said = any(is_plain_verb(setting.unit[n].text) for n in within)
    if not (is_said or _is_report(first) or _IN_ITS_WORDS & set(first.lead)):
        return ()  # a name in a list
    last = len(setting.clauses) - 1
    if at == last:
        return (at - 1,) if at else ()
    return (at + 1,) if not at or first.lead[:1] in (("and",), ("but",)) else (at - 1, at + 1)


def _labels(setting: Setting, within: Sequence[int]) -> set[str]:
    """The sources that a clause names, by what they are called."""
    return {i for n in within for i in setting.unit[n].ids} & setting.granted.labels.keys()


def _told_by_others(setting: Setting, label: str, within: Sequence[int]) -> Iterator[Found]:
    sources = setting.granted.labels[label]
    for n in within:
        told = [setting.witnesses[w].sources for w, _ in setting.places[n]]
        token = setting.unit[n]
        if told and label not in token.ids and not any(each & sources for each in told):
            teller = next(each.text for each in setting.unit if label in each.ids)
            yield token.start, token.end, TOLD, teller


def _is_report(token: Token) -> bool:
    """Whether a token is an `according to`."""
    return any(limit.kind == "report" for limit in token.limits)

"""Who somebody is by the unit, beside who that is by the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ..setting import TURNED, Found, Place, Setting


def described_otherwise(setting: Setting) -> Iterator[Found]:
    """What the evidence tells of another name, and of this one nowhere."""
    for n, told in setting.descriptions.items():
        for d in sorted(told):
            token = setting.unit[d]
            is_named = token.named and token.text.islower() and token.ids.isdisjoint(setting.unit[n].ids)
            if not (token.is_word or is_named) or not setting.places[n]:
                continue
            bearers = [setting.witnesses[w].bearers.get(i, frozenset()) for w, i in setting.places[d]]
            if (is_named or (bearers and all(bearers))) and not any(
                setting.unit[n].ids & ids for ids in bearers
            ):
                first, last = sorted((n, d))
                start, end = setting.unit[first], setting.unit[last]
                yield start.start, end.end, TURNED, f"{start.text} … {end.text}"


def tells_who(setting: Setting, unit: tuple[int, int], evidence: tuple[Place, Place]) -> bool:
    """Whether one of two is a name and the other who that is, in the unit and in the evidence."""
    ours, theirs = setting.descriptions, setting.witnesses[evidence[0][0]].descriptions
    (a, b), (one, two) = unit, (evidence[0][1], evidence[1][1])
    return any(
        d in ours.get(n, ()) and e in theirs.get(m, ()) for n, d, m, e in ((a, b, one, two), (b, a, two, one))
    )

"""Flags: a few words above a picture, each with a pole down to what it names, none across another's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..svg import LEADING, SMALL
from ..widths import text_width, wrap

Side = Literal["start", "middle", "end"]

_GAP = 5.0
"""Between pole and words."""
_ABOVE = 5.0
_WIDTHS = (210.0, 150.0, 110.0)
_NARROWEST = 60.0
_CUT = 100.0
"""How many lines of text it is worth that no pole goes through words."""
_ROUNDS = 3


class Flag(Struct, frozen=True, kw_only=True):
    """Words in lines at a pole; ``foot`` is how far the lowest line stands above the picture."""

    pole: float
    lines: tuple[str, ...]
    side: Side
    """Which part of its words is at the pole, as `text-anchor` has it."""
    foot: float = 0.0

    @property
    def x(self) -> float:
        """Where its words begin or end, or their middle."""
        return self.pole + {"start": _GAP, "middle": 0.0, "end": -_GAP}[self.side]

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where its words reach."""
        wide = max(text_width(line, SMALL) for line in self.lines)
        start = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.side]
        return start, start + wide

    @property
    def height(self) -> float:
        """How tall its words are."""
        return len(self.lines) * SMALL * LEADING + _ABOVE

    @property
    def top(self) -> float:
        """Where its pole ends: beside its words, or below them."""
        return self.foot + (2 if self.side == "middle" else self.height - 3)


def raised(wanted: Iterable[tuple[float, str]], left: float, right: float) -> list[Flag]:
    """Flags for words at places, in the order given, as low as they can stand between two ends."""
    choices = [_choices(pole, words, left, right) for pole, words in wanted]
    flags = [each[0] for each in choices]
    for _ in range(_ROUNDS):
        for number, each in enumerate(choices):
            flags[number] = _best(each, [flag for other, flag in enumerate(flags) if other != number])
    waiting = list(range(len(flags)))
    up: dict[int, Flag] = {}
    while waiting:
        # Next from below is one that no waiting pole would cut through; of these the last, as words read on.
        free = [n for n in waiting if not any(_cuts(flags[other], flags[n]) for other in waiting)]
        chosen = max(free or waiting, key=lambda n: (flags[n].pole, n))
        waiting.remove(chosen)
        up[chosen] = _over(flags[chosen], up.values())
    return [up[n] for n in range(len(flags))]


def _choices(pole: float, words: str, left: float, right: float) -> list[Flag]:
    """Every form that fits between the ends; if none does, the words run on to the nearer end."""
    room: dict[Side, float] = {
        "start": right - pole - _GAP,
        "end": pole - left - _GAP,
        "middle": 2 * min(right - pole, pole - left),
    }
    forms = [
        Flag(pole=pole, lines=_even(words, width), side=side)
        for side in room
        for width in _WIDTHS
        if width <= room[side]
    ]
    if forms:
        return forms
    side: Side = max(("start", "end"), key=lambda each: room[each])
    return [Flag(pole=pole, lines=_even(words, max(room[side], _NARROWEST)), side=side)]


def _even(words: str, width: float) -> tuple[str, ...]:
    """Words in as few lines as so much room allows, none of them longer than it must be."""
    lines = wrap(words, width, SMALL)
    while width > _NARROWEST and len(closer := wrap(words, width - 6, SMALL)) == len(lines):
        lines, width = closer, width - 6
    return tuple(lines)


def _best(forms: Sequence[Flag], others: Sequence[Flag]) -> Flag:
    return min(forms, key=lambda form: _cost(form, others))


def _cost(flag: Flag, others: Sequence[Flag]) -> float:
    """What speaks against a form: that it and another cut each other, and its height."""
    both = sum(_cuts(flag, other) and _cuts(other, flag) for other in others)
    one = sum(_cuts(flag, other) or _cuts(other, flag) or _overlap(flag, other) for other in others)
    return both * _CUT + one * 0.9 + len(flag.lines)


def _cuts(pole: Flag, words: Flag) -> bool:
    start, end = words.ends
    return pole is not words and start - 2 < pole.pole < end + 2


def _overlap(one: Flag, other: Flag) -> bool:
    return other.ends[0] < one.ends[1] + _GAP and one.ends[0] < other.ends[1] + _GAP


def _over(flag: Flag, others: Iterable[Flag]) -> Flag:
    below = (other.foot + other.height for other in others if _overlap(flag, other))
    return replace(flag, foot=max(below, default=0.0))

"""The same, told otherwise: in the active voice, in another order, or at the other end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...chain.units import Unit
from ...english.meaning import Token
from ..support.doubts import BEYOND, OPPOSITE, Doubt, doubts, is_crossed
from ..support.granted import Granted
from ..support.witness import Witness
from .fronted import with_front_last
from .listed import in_other_orders
from .voice import in_active_voice

_MOST = 50
"""A unit of more words of meaning is not put in other ways."""


def is_told_otherwise(
    unit: Unit,
    tokens: Sequence[Token],
    witnesses: Sequence[Witness],
    granted: Granted,
    found: Sequence[Doubt],
) -> bool:
    """Whether a unit is supported once it is put in another way; ``found`` are its doubts as it stands."""
    if not found or len(tokens) > _MOST or any(doubt.why in (BEYOND, OPPOSITE) for doubt in found):
        return False
    if any(not doubts(other, witnesses, granted) for other in _told_otherwise(unit, tokens)):
        return True
    if is_crossed(tokens, witnesses, granted):
        return False  # what is put at the end would be tied to nothing there
    return any(not doubts(other, witnesses, granted) for other in with_front_last(tokens))


def _told_otherwise(unit: Unit, tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The same with its agent first, and with what it lists in another order."""
    if unit.kind != "value":
        yield from in_active_voice(tokens)
    yield from in_other_orders(tokens, unit.text)

"""The sides of a disagreement: of several answers some may agree with each other."""

from __future__ import annotations

from ..book.model import Fact
from .disagreements import Disagreement, compare_groups
from .library import Library

Position = tuple[Fact, ...]


def sides(library: Library, found: Disagreement) -> list[list[Position]]:
    """The positions of a disagreement by side, in order: none on one side gainsays another there.

    Where none of them gainsays any, each stands by itself.
    """
    if found.kind not in ("contradiction", "time"):
        return [[position] for position in found.positions]
    parted: list[list[Position]] = []
    for position in found.positions:
        agreeing = (side for side in parted if not any(_gainsays(library, each, position) for each in side))
        side = next(agreeing, None)
        if side is None:
            parted.append([position])
        else:
            side.append(position)
    return parted


def _gainsays(library: Library, one: Position, other: Position) -> bool:
    return compare_groups(library, one, other) in ("contradiction", "time")

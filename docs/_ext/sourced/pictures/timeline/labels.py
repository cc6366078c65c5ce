"""The words beside a mark: of a statement without its date, which stands before them already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...english.dates.alone import is_date
from ...text.fold import ELLIPSIS, squeeze, whole


def label(statement: str, words: str, when: str) -> str:
    """``words`` of a statement, without … where nothing but the date ``when`` was left out of it."""
    parts = [part for part in ELLIPSIS.split(words) if part]
    gaps = [*_gaps(squeeze(statement), parts)]
    if len(gaps) != len(parts) - 1:
        return words  # they are not those of the statement, which is the matter of a rule
    joints = iter([" " if is_date(gap, when) else " … " for gap in gaps])
    return ELLIPSIS.sub(
        lambda left: next(joints) if left.start() and left.end() < len(words) else left[0], words
    )


def _gaps(statement: str, parts: list[str]) -> Iterator[str]:
    """What of a statement stands between its parts."""
    at = None
    for part in parts:
        found = re.compile(whole(part)).search(statement, at or 0)
        if found is None:
            return
        if at is not None:
            yield statement[at : found.start()]
        at = found.end()

"""Points of the compass in running text: ``north-east`` and ``northeastern`` are one."""

from __future__ import annotations

import re

POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_POINT = re.compile(
    r"(?<!\w)(?:(?P<first>north|south)(?:[- ]?(?P<second>east|west))?|(?P<alone>east|west))"
    r"(?:erly|ern(?:most)?|wards?)?(?!\w)"
)


def find_directions(text: str) -> list[tuple[int, int, int]]:
    """Each point of the compass written small: its place in ``POINTS``, its start and its end."""
    if not any(point in text for point in ("north", "south", "east", "west")):
        return []
    return [
        (POINTS.index(m["alone"] or m["first"] + (m["second"] or "")), *m.span())
        for m in _POINT.finditer(text)
    ]

"""Points of the compass in running text: ``north-east`` and ``northeastern`` are one."""

from __future__ import annotations

import re

POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_POINT = re.compile(
    r"(?<!\w)(?P<first>north|south)?[- ]?(?P<second>east|west)?(?:erly|ern(?:most)?|wards?)?(?!\w)"
)


def find_directions(text: str) -> list[tuple[int, int, int]]:
    """Each point of the compass written small: its place in ``POINTS``, its start and its end."""
    found = []
    for match in _POINT.finditer(text):
        point = (match["first"] or "") + (match["second"] or "")
        if point in POINTS:
            lead = len(match.group()) - len(match.group().lstrip(" -"))
            found.append((POINTS.index(point), match.start() + lead, match.end()))
    return found

"""Which facts a part of a page shows without being asked for them by their ID."""

from __future__ import annotations

from ..chain.library import Library
from ..page.page import Generated
from .people import people
from .request import BadLineError, PeopleRequest, Request, TimelineRequest, request_of
from .timeline.data import dated


def shows(library: Library, part: Generated) -> frozenset[str]:
    """The facts that a part of a page gathers by itself."""
    try:
        request = request_of(part)
    except BadLineError:
        return frozenset()
    return shown_by(library, request) if request else frozenset()


def shown_by(library: Library, request: Request) -> frozenset[str]:
    """The facts that a timeline or a picture of people gathers by itself."""
    if isinstance(request, TimelineRequest):
        facts = (fact.id for fact in library.book.facts.values() if dated(fact))
        return frozenset(facts) - set(request.without)
    if isinstance(request, PeopleRequest):
        sides = people(library, without=request.without, against=request.against)
        ties = (tie for side in sides for node in side for tie in node.ties)
        return frozenset(fact for tie in ties for fact in tie.facts)
    return frozenset()

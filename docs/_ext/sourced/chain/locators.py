"""Where in its source a quotation stands, as a reader looks it up: its page and its section."""

from __future__ import annotations

from bisect import bisect_left

from ..book.model import Evidence, Source
from ..book.quotations import Match
from ..english.dates.dates import say
from ..text.fold import holds
from .library import Library


def page_of(library: Library, evidence: Evidence) -> str:
    """On which page a quotation begins, by its text or as the entry says; empty if nothing tells."""
    return counted_page(library, evidence) or evidence.page or ""


def counted_page(library: Library, evidence: Evidence) -> str:
    """The page by the breaks of the text; empty if it has none."""
    match = library.locate(evidence)
    if not isinstance(match, Match):
        return ""
    breaks = library.text(evidence.source).page_breaks
    if not breaks:
        return ""
    first = int(library.book.sources[evidence.source].first_page or 1)
    return str(first + bisect_left(breaks, match.start))


def is_heading_before(library: Library, evidence: Evidence) -> bool:
    """Whether the words of `section` stand in the source before the quotation."""
    match = library.locate(evidence)
    if not isinstance(match, Match) or not evidence.section:
        return False
    return holds(library.text(evidence.source).raw[: match.start], evidence.section)


def origin(source: Source) -> str:
    """Where a source was read and where a copy is kept, in words; empty if nothing is said of it."""
    retrieved = f"on {say(source.retrieved)}" if source.retrieved else ""
    read = " ".join(part for part in (source.address or "", retrieved) if part)
    parts = (
        f"read at {read}" if source.address else f"read {read}" if read else "",
        f"a copy is kept at {source.archive}" if source.archive else "",
    )
    return "; ".join(part for part in parts if part)

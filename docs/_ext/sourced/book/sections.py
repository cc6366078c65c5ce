"""The sections of a data file as a book has them: what is taken over, and what is only a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict, TypeVar

from .model import DataFile, Fact, Name, Property, Source

_Drafted = TypeVar("_Drafted", Name, Fact)


class Sections(TypedDict):
    """What a data file says, as a book has it: what is only a draft stands apart."""

    sources: dict[str, Source]
    names: dict[str, Name]
    properties: dict[str, Property]
    facts: dict[str, Fact]
    drafts: dict[str, Fact]
    draft_names: dict[str, Name]


def sections(data: DataFile) -> Sections:
    """The entries of a data file as a book has them."""
    names, draft_names = _parted(data.names)
    facts, drafts = _parted(data.facts)
    return Sections(
        sources=data.sources,
        names=names,
        properties=data.properties,
        facts=facts,
        drafts=drafts,
        draft_names=draft_names,
    )


def _parted(entries: Mapping[str, _Drafted]) -> tuple[dict[str, _Drafted], dict[str, _Drafted]]:
    """Entries that somebody has taken over, and drafts."""
    taken = {id_: entry for id_, entry in entries.items() if not entry.draft}
    return taken, {id_: entry for id_, entry in entries.items() if entry.draft}

"""A loaded book: its data, its sources' texts, and where each thing stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, TypeVar

from ..text.altered import Altered
from .model import DataFile, Fact, Name, Property, Source
from .settings import Settings
from .signatures import Signatures
from .yaml.tree import Path as Path_
from .yaml.tree import Tree

DATA_FILE = Settings().data_file
"""Where the facts usually are; where they are in one book, its settings say."""

_Drafted = TypeVar("_Drafted", Name, Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What ``load_book`` returns. Nothing in it changes after loading."""

    root: Path
    sources: dict[str, Source]
    names: dict[str, Name]
    properties: dict[str, Property]
    facts: dict[str, Fact]
    drafts: dict[str, Fact] = field(default_factory=dict)
    """Facts that are only proposed: nothing tells, exports, draws or counts them."""
    draft_names: dict[str, Name] = field(default_factory=dict)
    texts: dict[str, str]
    """What is read of each source by its ID: decoded as UTF-8, made plain, newlines as they stand."""
    kept: dict[str, Altered] = field(default_factory=dict, repr=False)
    """The texts whose files have characters that nobody sees or types, with the way back to the file."""
    tree: Tree = field(repr=False)
    """The positioned tree of the data file."""
    originals: dict[str, str] = field(default_factory=dict, repr=False)
    """The SHA-256 of the file that a source's text was made from, by the ID of the source."""
    signatures: Signatures = field(default_factory=dict, repr=False)
    """What was reviewed and signed."""
    settings: Settings = field(default_factory=Settings)
    """Where all this stands."""

    @property
    def data_file(self) -> str:
        """The data file, as findings name it."""
        return self.settings.data_file

    def source_file(self, source: str) -> str:
        """The file of a source, as findings name it."""
        return self.settings.seed(self.sources[source].file)

    def file_text(self, source: str) -> str:
        """The text of a source's file, as it stands."""
        kept = self.kept.get(source)
        return kept.was if kept else self.texts[source]

    def name_of(self, id_: str) -> str:
        """What the book calls someone or something; the ID, if it has no such name."""
        name = self.names.get(id_)
        return name.name if name else id_

    def property_title(self, id_: str) -> str:
        """What tables call a property; the ID, if there is no such property."""
        known = self.properties.get(id_)
        return known.title if known else id_

    def place(self, path: Path_, *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``path``, or of its key.

        A path that leads nowhere (an absent optional field) gives the place of
        its nearest ancestor's key.
        """
        return self.tree.place(path, key=key)


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

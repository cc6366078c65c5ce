"""An entry with the IDs that others have afterwards, so that another ID alone is no change."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ...book.model import Entry, Evidence, Fact, Property
from ..uses.subject import Kind

Ids = Mapping[Kind, Mapping[str, str]]
"""By kind, what each changed ID has become."""


def with_ids(entry: Entry, ids: Ids) -> Entry:
    """The entry, naming everything as it is called afterwards."""
    names = ids["name"]
    if isinstance(entry, Property) and names:
        return replace(entry, says={names.get(id_, id_): words for id_, words in entry.says.items()})
    if not isinstance(entry, Fact) or not any(ids.values()):
        return entry
    return replace(
        entry,
        about=names.get(entry.about, entry.about),
        by=names.get(entry.by or "", entry.by),
        value=names.get(entry.value or "", entry.value),
        property=ids["property"].get(entry.property, entry.property),
        evidence=tuple(_evidence(each, ids) for each in entry.evidence),
    )


def _evidence(evidence: Evidence, ids: Ids) -> Evidence:
    gloss = {key: ids["name"].get(value, value) for key, value in evidence.gloss.items()}
    source = ids["source"].get(evidence.source, evidence.source)
    return replace(evidence, source=source, gloss=gloss)

"""Signatures carried over to another ID: the same words on the same evidence, for whoever reads them.

The digest of a unit has the IDs of sources in it, and those of whom a pronoun may mean. Where one of these
is all that differs, what was signed is what stands there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from ...book.signatures import Signatures
from ...chain.library import Library
from ...chain.pageunits import page_units
from ...chain.units import Unit, fact_units, name_units, property_units, source_units
from ...page.page import Page
from ...text.fold import squeeze


class MeansElseError(Exception):
    """Under the other ID something would say something else."""


def carried_over(signatures: Signatures, before: Iterable[Unit], after: Iterable[Unit]) -> Signatures:
    """The signatures of the units before as those of the same units after. Raises ``MeansElseError``."""
    others: Signatures = {}
    for old, new in zip(before, after, strict=True):
        if (old.kind, squeeze(old.text)) != (new.kind, squeeze(new.text)):
            raise MeansElseError(old.text if squeeze(old.text) else new.text)
        known = signatures.get(old.digest)
        if known and new.digest != old.digest:
            others[old.digest] = replace(known, unit=new.digest, rests=new.rest_digests)
    carried = (others.get(digest, each) for digest, each in signatures.items())
    return {each.unit: each for each in carried}


def units_of(library: Library, pages: Iterable[Page], facts: Collection[str] | None) -> Iterator[Unit]:
    """The units of some pages, and of the data file: all of them, or those of some facts alone."""
    book = library.book
    if facts is None:
        yield from (unit for each in book.sources.values() for unit in source_units(library, each))
        yield from (unit for each in book.names.values() for unit in name_units(library, each))
        yield from (unit for each in book.properties.values() for unit in property_units(library, each))
    chosen = (each for id_, each in book.facts.items() if facts is None or id_ in facts)
    yield from (unit for each in chosen for unit in fact_units(library, each))
    yield from (unit for page in pages for unit, _ in page_units(library, page))

"""One statement beside one quotation, as the tests of what is said otherwise need them."""

from __future__ import annotations

from sourced.book.model import Evidence, Fact, Name
from sourced.chain.library import Library
from sourced.chain.units import Unit
from sourced.rules.verdict.verdicts import support

from ..bridge import MakeBook

_NAMES = (
    Name(id="ames", kind="person", name="Ann Ames"),
    Name(id="oak", kind="person", name="Bob Oak"),
    Name(id="guard", kind="group", name="the Guard"),
    Name(id="league", kind="group", name="the League"),
    Name(id="pier", kind="place", name="the pier", also=("pier",)),
)


def is_supported(make_book: MakeBook, unit: str, evidence: str) -> bool:
    """Whether a statement of these words is supported by these of a source."""
    fact = Fact(
        id="fact",
        about="pier",
        property="state",
        statement=unit,
        evidence=(Evidence(source="gazette", exact=evidence),),
    )
    library = Library(make_book(*_NAMES, fact, gazette=f"{evidence}."))
    path = ("facts", "fact", "statement")
    return not support(library, Unit(kind="statement", text=unit, facts=("fact",), rests=(), path=path))

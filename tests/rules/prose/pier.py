"""A book of a pier, and what the rules on sentences find on a page of it."""

from __future__ import annotations

from typing import Any

from sourced.book.model import Evidence, Fact, Name, Property, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.views import views
from sourced.page.reading import read_page
from sourced.rules import checks_for

from ...bridge import MakeBook

TEXTS = {
    "gazette": (
        "The Elm Pier is 40 metres long. “The Elm Pier is a wreck for good,” Cora Holm said. "
        "Ames rebuilt it. The Elm Pier is not painted. Cora Holm said the Elm Pier was lost. "
        "It is still closed. "
        "It opened on 3 May 1901 and was sold for about 900 pounds in 1903. The Elm Pier reportedly sank. "
        "Ann Ames failed to save it."
    ),
    "herald": "The Elm Pier is 41 metres long.",
}


def _fact(id_: str, statement: str, exact: str, source: str = "gazette", **more: Any) -> Fact:
    given = {"about": "pier", "property": "state", **more}
    return Fact(id=id_, statement=statement, evidence=(Evidence(source=source, exact=exact),), **given)


ENTRIES = (
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="ann", kind="person", name="Ann Ames"),
    Name(id="ben", kind="person", name="Ben Ames"),
    Name(id="cora", kind="person", name="Cora Holm"),
    *(
        Source(id=id_, file=f"{id_}.txt", sha256="0" * 64, publisher=id_.title(), published=f"1901-05-0{day}")
        for id_, day in (("gazette", 4), ("herald", 5))
    ),
    Property(id="state", title="State"),
    Property(id="length", title="Length", single=True),
    _fact(
        "long",
        "The Elm Pier is 40 metres long.",
        "The Elm Pier is 40 metres long",
        value="40 metres",
        property="length",
    ),
    _fact(
        "long2",
        "The Elm Pier is 41 metres long.",
        "The Elm Pier is 41 metres long",
        "herald",
        value="41 metres",
        property="length",
    ),
    _fact("wreck", "The Elm Pier is a wreck for good.", "The Elm Pier is a wreck for good", by="cora"),
    _fact("lost", "The Elm Pier was lost.", "the Elm Pier was lost", by="cora"),
    _fact("builder", "Ames rebuilt the Elm Pier.", "Ames rebuilt it", value="ann"),
    _fact("paint", "The Elm Pier is not painted.", "The Elm Pier is not painted"),
    _fact(
        "closed", "The Elm Pier was still closed.", "It is still closed", value="closed", as_of="1901-05-04"
    ),
    _fact("opened", "The Elm Pier opened on 3 May 1901.", "It opened on 3 May 1901", value="1901-05-03"),
    _fact(
        "sold",
        "The Elm Pier was sold for about 900 pounds in 1903.",
        "was sold for about 900 pounds in 1903",
        value="about 900 pounds",
    ),
    _fact("sank", "The Elm Pier reportedly sank.", "The Elm Pier reportedly sank"),
    _fact("failed", "Ann Ames failed to save the Elm Pier.", "Ann Ames failed to save it"),
    Fact(
        id="owner", about="pier", property="state", statement="No source names an owner.", absent=("owner",)
    ),
)


def told(make_book: MakeBook, text: str) -> list[str]:
    """What the rules find in the sentences of a page: ``code: message``, or ``code? message`` for a doubt."""
    book = make_book(*ENTRIES, **TEXTS)
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    return [
        f"{rule.code}{'?' if hit.doubt else ':'} {hit.message}"
        for view in views(Library(book), page)
        for rule, check in checks_for("sentence")
        for hit in check(view)
    ]

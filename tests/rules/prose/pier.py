"""A book of a pier, and what the rules on sentences find on a page of it."""

from __future__ import annotations

from typing import Any

from sourced.book.model import Evidence, Fact, Name, Property, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.views import views
from sourced.page.reading import read_page
from sourced.rules import checks_for
from sourced.rules.registry import Hit
from sourced.text.fold import WORD

from ...bridge import MakeBook

TEXTS = {
    "gazette": (
        "The Elm Pier is 40 metres long. “The Elm Pier is a wreck for good,” Cora Holm said. "
        "Ames rebuilt it. The Elm Pier is not painted. Cora Holm said the Elm Pier was lost. "
        "It is still closed. "
        "It opened on 3 May 1901 and was sold for about 900 pounds in 1903. The Elm Pier reportedly sank. "
        "It burned in 1910. It was lit on 1 June 1902. Ann Ames failed to save it."
    ),
    "herald": "The Elm Pier is 41 metres long. It burned in 1911. It was lit on 2 June 1902.",
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
    Property(id="fire", title="Fire", single=True),
    Property(id="light", title="Light", single=True),
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
    _fact("burned", "The Elm Pier burned in 1910.", "It burned in 1910", property="fire", value="1910"),
    _fact(
        "burned2",
        "The Elm Pier burned in 1911.",
        "It burned in 1911",
        "herald",
        property="fire",
        value="1911",
    ),
    _fact(
        "lit", "It was lit on 1 June 1902.", "It was lit on 1 June 1902", property="light", value="1902-06-01"
    ),
    _fact(
        "lit2",
        "It was lit on 2 June 1902.",
        "It was lit on 2 June 1902",
        "herald",
        property="light",
        value="1902-06-02",
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


def told(make_book: MakeBook, text: str, *, mends: bool = True) -> list[str]:
    """What the rules find on a page, each as ``code (place, fact): message Hint. -> mend | mend``.

    The place is the word at which it is shown; behind the code of a doubt stands ``?``.
    """
    book = make_book(*ENTRIES, **TEXTS)
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    library = Library(book)
    found = [
        (rule.code, hit, page.text)
        for rule, check in checks_for("page")
        for hit in check(library, page)
        if rule.code != "copied-words"
    ]
    found += [
        (rule.code, hit, view.text)
        for view in views(library, page)
        for rule, check in checks_for("sentence")
        for hit in check(view)
    ]
    return [_said(*each, mends=mends) for each in found]


def _said(code: str, hit: Hit, text: str, *, mends: bool) -> str:
    place = ", ".join(filter(None, [*WORD.findall(text[hit.at :])[:1], hit.fact]))
    said = f"{code}{'?' * hit.doubt} ({place}): {hit.message}"
    if not mends:
        return said
    changes = " | ".join(each.title for each in hit.mends)
    return " ".join(filter(None, [said, hit.hint, changes and f"-> {changes}"]))

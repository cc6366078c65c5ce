"""``{names-table}``: who and what has a name, and how the sources spell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from docutils import nodes

from ....account.addresses import name_address
from ....account.names import NameRow, Spelling, name_rows
from ....chain.mentions import names_in
from ....english.phrases import capital, plural
from ..building import Inline, anchor, paragraph
from .grouped import GroupedDirective, entries, entry, grouped, spelt
from .links import Links, label

SHARED = " (others share it)"


class NamesTableDirective(GroupedDirective):
    """Prints the list. Its page is where links to names lead."""

    home: ClassVar[str] = "names"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The list."""
        found = name_rows(links.library, _pages(links))
        return grouped(found, argument, lambda under: [entries(_item(each, links) for each in under)])


def _pages(links: Links) -> Mapping[str, Sequence[str]]:
    """The pages that cite a fact which mentions a name, or print the name itself."""
    uses, facts = links.uses(), links.book.facts
    found: dict[str, dict[str, None]] = {}
    for docname in dict.fromkeys(docname for docnames in uses.values() for docname in docnames):
        cited = [facts[id_] for id_ in links.domain.pages[docname].cites if id_ in facts]
        names = [
            *links.domain.pages[docname].names,
            *(n for fact in cited for n in names_in(fact, links.book.names)),
        ]
        for name in names:
            found.setdefault(name, {})[docname] = None
    return {name: list(docnames) for name, docnames in found.items()}


def _item(name: NameRow, links: Links) -> nodes.list_item:

    id_ = name_address(name.id).anchor
    also = spelt(links.book.names[name.id])
    return entry(links, [id_], _said(name, id_, links), _given(name, links), also)


def _said(name: NameRow, id_: str, links: Links) -> Iterator[nodes.Node]:
    """The name, who or what that is, and where it is told of."""
    place: Inline = [] if links.html else anchor(id_)
    yield paragraph(place, nodes.strong("", name.name), classes=["sourced-statement"])
    if name.about:
        yield paragraph(capital(name.about), classes=["sourced-about"])
    count = sum(fact.about == name.id for fact in links.book.facts.values())
    facts = [links.subject(name.id, plural(count, "fact"))] if count else []
    pages = links.pages(name.pages)
    told = [*facts, *([nodes.Text("; told of in " if facts else "Told of in "), *pages] if pages else [])]
    if told:
        yield paragraph(told, classes=["sourced-used"])


def _given(name: NameRow, links: Links) -> Iterator[nodes.Node]:
    """Each spelling, and how often it stands in which source."""
    spelt = [(each, "") for each in name.spellings] + [(each, SHARED) for each in name.shared]
    for spelling, remark in spelt:
        counts = ", ".join(_counts(spelling, links))
        words = [nodes.strong("", spelling.text), nodes.Text(f"{remark}: {counts}")]
        yield paragraph(words, classes=["sourced-spelling"])
    if not spelt:
        yield paragraph("In no source.", classes=["sourced-spelling"])


def _counts(spelling: Spelling, links: Links) -> Iterator[str]:
    """How often it stands in each source, the earliest first."""
    for source, count in sorted(spelling.sources, key=lambda each: links.sources.index(each[0])):
        yield f"{label(links.book, source, inside=True)}\N{NO-BREAK SPACE}{count}"

"""``{chapters}``: pages as cards, each with its title, what it says of itself, and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec
from docutils import nodes
from docutils.nodes import Node

from ....account.tally import tally
from ....pictures.request import TimelineRequest
from ..building import items, paragraph
from ..state import PageState, Rests
from .links import Links
from .parts import PartDirective


class ChaptersDirective(PartDirective):
    """Prints the cards; its body names one page on each line, as a table of contents does."""

    has_content = True
    rests: ClassVar[Rests] = "pages"

    @property
    def argument(self) -> str:
        """The pages, from the folder of all pages."""
        named = (line.strip() for line in self.content)
        return " ".join(self.env.relfn2path(f"{name}.md")[0].removesuffix(".md") for name in named if name)

    def run(self) -> list[Node]:
        """Refuse what is no page, and leave the placeholder."""
        unknown = [docname for docname in self.argument.split() if docname not in self.env.found_docs]
        if unknown or not self.argument:
            raise self.error(f"There is no page {', '.join(unknown)}." if unknown else "Name a page.")
        return super().run()

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A list with an item for each page."""
        return [items((list(_card(docname, links)) for docname in argument.split()), "sourced-chapters")]


def _card(docname: str, links: Links) -> Iterator[nodes.Node]:

    # In one paragraph with its description: a title that is no heading may not look like one on its own.
    title = nodes.strong("", "", links.page(docname), classes=["sourced-chapter"])
    words = links.described(docname)
    yield paragraph(title, f" {words}" if words else "")
    page = links.domain.pages.get(docname)
    figures = tally(links.library, _facts(page, links) if page else ()).told()
    if shown := " · ".join(words for _, words in figures):
        yield paragraph(shown, classes=["sourced-chapter-figures"])


def _facts(page: PageState, links: Links) -> tuple[str, ...]:
    """What a page cites, and what it gathers without citing it."""
    asked = (msgspec.json.decode(argument, type=TimelineRequest) for argument in page.gathers)
    gathered = (fact for request in asked for fact in sorted(request.gathered(links.library)))
    return (*page.cites, *gathered)

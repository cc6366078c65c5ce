"""Index entries: each page that cites a fact stands in the index under the names which that mentions."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import index
from sphinx.transforms import SphinxTransform

from ....chain.mentions import names_in
from ..building import around, made
from ..domain import sourced_domain
from ..evidence.marks import Mark

ARTICLES = ("the ", "an ", "a ")
TOGETHER = ("both ", "all ")
"""So begins what speaks of others together and is no name that anybody would look up."""


class IndexNames(SphinxTransform):
    """Add the entries, each leading to the section that first cites such a fact."""

    default_priority = 790  # before the marks become links or text

    def apply(self, **_kwargs: Any) -> None:
        """Put one index node before everything else."""
        places: dict[str, str] = {}
        for mark in self.document.findall(Mark):
            for name in self._names(mark["fact"]):
                if name not in places:
                    section = around(mark, nodes.section)
                    places[name] = section["ids"][0] if section else ""
        if places:
            title = self.document.next_node(nodes.title)
            page = _plain(title.astext()) if title else self.env.docname
            entries = [("single", f"{name}; {page}", places[name], "", None) for name in sorted(places)]
            self.document.insert(0, made(index(entries=entries)))

    def _names(self, fact: str) -> list[str]:

        book = sourced_domain(self.env).input.book
        known = book.facts.get(fact)
        names = [_plain(book.names[id_].name) for id_ in names_in(known, book.names)] if known else []
        return [inverted(name) for name in names if not name.lower().startswith(TOGETHER)]


def inverted(name: str) -> str:
    """A name as an index has it: ``the old bridge`` stands under O as ``old bridge, the``."""
    for article in ARTICLES:
        if name.lower().startswith(article):
            return f"{name[len(article) :]}, {name[: len(article) - 1]}"
    return name


def _plain(words: str) -> str:
    """Words without the semicolon, which divides an entry from what is under it."""
    return words.replace(";", ",")

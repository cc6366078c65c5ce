"""Names in the text say who is meant: where a page asks for it, and where a section first names somebody."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ....account.addresses import name_address, source_address
from ....account.introducing import SOURCE, Introduction, Named
from ..addresses import Addresses
from ..building import place_of
from ..domain import SourcedDomain, sourced_domain
from .marks import Left, Parsed, SourcedRole

CLOSED: tuple[type[nodes.Node], ...] = (nodes.literal, nodes.raw, nodes.reference, pending_xref, Left)
"""What may hold no link of ours, being a link already or no words of the page's own."""

QUOTED = frozenset({"sourced-quote", "sourced-block", "sourced-unknown"})
"""Classes of what stands in the words of another."""


class Who(nodes.Inline, nodes.TextElement):
    """Words that name someone or something: ``name`` is its ID, ``tells`` what a card tells of it.

    ``asked`` where the page itself asks for it; ``listed`` where the table of names has it. ``refuri``
    leads to the page of a source, or else to that table.
    """


class NameRole(SourcedRole):
    """``{name}`Ames <berit-ames>``` prints words and says who is meant."""

    def run(self) -> Parsed:
        """Print the words, or the name."""
        words, target = self.words_and_target()
        input_ = self.domain.input
        self.domain.page(self.env.docname).names[target] = input_.digests.name(target)
        if target not in input_.book.names:
            return [self.unknown(target)], []
        shown = words or input_.display("name", target)
        return [self.placed(introduce(self.domain, self.env.docname, target, shown, asked=True))], []


def introduce(domain: SourcedDomain, docname: str, id_: str, words: str, *, asked: bool) -> Who:
    """Words with what there is to tell. Their page is read again when that changes."""
    input_ = domain.input
    state = domain.page(docname).introduced
    state.told[id_], state.names = input_.introduction(id_), input_.digests.names
    tells, listed = input_.introductions.of(id_), id_ in input_.book.names
    return Who(words, words, name=id_, tells=tells, listed=listed, asked=asked)


class Introduce(SphinxTransform):
    """Where a page first names somebody of whom there is something to tell, tell it.

    A person is introduced once in each section, and not in one that bears their name.
    """

    default_priority = 810  # after marks are numbered, and what prints nothing is gone

    def apply(self, **_kwargs: Any) -> None:
        """Find them, block by block."""
        domain = sourced_domain(self.env)
        page = domain.page(self.env.docname)
        if not page.narrative:
            return
        prose, named = [], list[str]()
        on_page, in_section = set[str](), dict[int, set[str]]()
        for block in list(self.document.findall(nodes.paragraph)):
            section = _section(block)
            if id(section) not in in_section:
                titled = domain.input.introductions.find(_title(section))
                in_section[id(section)] = {each.id for each in titled}
            pieces = list(_pieces(block))
            prose.append("".join(str(text) for text, _ in pieces))
            found = list(domain.input.introductions.find(prose[-1]))
            named += [each.id for each in found]
            self._introduce(pieces, found, on_page, in_section[id(section)])
        page.introduced.prose, page.introduced.named = tuple(prose), tuple(named)
        page.introduced.names = domain.input.digests.names

    def _introduce(
        self,
        pieces: list[tuple[nodes.Text, int]],
        found: list[Named],
        on_page: set[str],
        in_section: set[str],
    ) -> None:
        """Introduce whom a block names, if nobody has done so before."""
        for text, start in pieces:
            if isinstance(text.parent, Who):
                on_page.add(text.parent["name"])
                in_section.add(text.parent["name"])
            if not _is_open(text):
                continue
            new = []
            for named in found:
                known = in_section if named.often else on_page
                if start <= named.start and named.end <= start + len(text) and named.id not in known:
                    known.add(named.id)
                    new.append(named)
            if new:
                self._link(text, start, new)

    def _link(self, text: nodes.Text, offset: int, found: list[Named]) -> None:
        """Take a text apart, and make links of the names in it."""
        domain, words, at = sourced_domain(self.env), str(text), 0
        parts: list[nodes.Node] = []
        for named in found:
            start, end = named.start - offset, named.end - offset
            parts += [nodes.Text(words[at:start])] if at < start else []
            parts.append(introduce(domain, self.env.docname, named.id, words[start:end], asked=False))
            at = end
        parts += [nodes.Text(words[at:])] if at < len(words) else []
        parent = text.parent
        index = place_of(text)
        parent[index : index + 1] = parts


def _pieces(block: nodes.Element) -> Iterator[tuple[nodes.Text, int]]:
    """The texts of a block, each with the place where it begins."""
    start = 0
    for text in block.findall(nodes.Text):
        yield text, start
        start += len(text)


def _is_open(text: nodes.Text) -> bool:
    """Whether a link may be made in a text: in the page's own words, outside links and marks."""
    parent = text.parent
    while parent is not None:
        if isinstance(parent, (*CLOSED, Who)) or QUOTED & set(parent.get("classes", ())):
            return False
        parent = parent.parent
    return True


def _section(node: nodes.Node) -> nodes.Element | None:
    """The section of a page that a node is in: one of those below the title, or the page as a whole."""
    sections = []
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.section):
            sections.append(parent)
        parent = parent.parent
    return sections[-2] if len(sections) > 1 else sections[0] if sections else None


def _title(section: nodes.Element | None) -> str:
    title = section.next_node(nodes.title) if section is not None else None
    return title.astext() if title is not None else ""


class LinkNames(SphinxPostTransform):
    """Link each name in HTML; elsewhere only those that the page asks for, and those that have a place."""

    default_priority = 10

    def run(self, **_kwargs: Any) -> None:
        """Link them."""
        if not (found := list(self.document.findall(Who))):
            return
        domain = sourced_domain(self.env)
        builder, addresses = domain.builder, Addresses(domain, self.env.docname)
        with_cards = builder.format == "html" and builder.name != "epub"
        for who in found:
            source = who["tells"].source
            address = addresses.to(source_address(source)) if source else ""
            if not address and who["listed"]:
                address = addresses.to(name_address(who["name"]))
            if with_cards and address:
                who["refuri"] = address
            elif address and who["asked"]:
                who.replace_self(nodes.reference("", "", *who.children, refuri=address, internal=True))
            else:
                who.replace_self(list(who.children))


def visit_who(self: HTML5Translator, node: Who) -> None:
    """Open a link that carries what a card tells."""
    tells = "".join(f' data-{key}="{escape(value)}"' for key, value in _card(node["tells"]) if value)
    self.body.append(f'<a class="sourced-name" href="{escape(node["refuri"])}"{tells}>')


def _card(tells: Introduction) -> Iterator[tuple[str, str]]:
    """What a card says, line by line."""
    yield "name", tells.name
    yield "kind", tells.kind
    yield "about", tells.about
    yield "also", ", ".join(tells.also)
    if tells.kind == SOURCE:
        yield "title", tells.title
        yield "publisher", tells.publisher
        yield "published", tells.published
        yield "inferred", tells.dated_by


def depart_who(self: HTML5Translator, _node: Who) -> None:
    """Close the link."""
    self.body.append("</a>")


def plain_titles(app: Sphinx, _doctree: nodes.document) -> None:
    """Leave names that somebody has asked for in a heading out of its copies: these are links themselves."""
    env, docname = app.env, app.env.current_document.docname
    for copy in (env.titles[docname], env.longtitles[docname], env.tocs[docname]):
        for who in list(copy.findall(Who)):
            who.replace_self(list(who.children))


def setup_whois(app: Sphinx) -> None:
    """Register the role, the node that it leaves, and what finds names by itself."""
    app.add_node(Who, html=(visit_who, depart_who))
    app.add_role("name", NameRole())
    app.add_transform(Introduce)
    app.add_post_transform(LinkNames)
    app.connect("doctree-read", plain_titles, priority=600)  # when Sphinx has made the copies

"""The directives ``people``, ``locator`` and ``sourcing``, and what ``timeline`` shares with them: pictures.

HTML gets what is drawn twice, for a narrow and for a wide column, of which a
style sheet shows one; every writer gets the same in words. People and sourcing
are pictures made of words alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

import msgspec
from docutils import nodes
from docutils.nodes import Node
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ....page.page import Page
from ....pictures import NARROW, WIDE, Draw, make_picture
from ....pictures.request import REQUESTS, BadLineError
from ..builders import has_styles, opened
from ..domain import sourced_domain
from ..parts.links import Links
from ..parts.parts import PartDirective
from ..state import Rests
from .twins import FactLinks, NoteLinks, twin_nodes

CSS = "sourced-pictures.css"
OWN_CSS = {kind: f"sourced-{kind}.css" for kind in ("people", "sourcing", "timeline")}
"""What one kind of picture needs besides."""
TITLE = "The sketch in words"


class PictureGroup(nodes.General, nodes.Element):
    """A picture and its twin, or a picture that is words itself; ``kind`` says which."""


class Drawing(nodes.General, nodes.Element):
    """A picture: ``versions`` are two of SVG, narrow and wide."""


class TwinBox(nodes.General, nodes.Element):
    """The twin of a picture, folded where that can be done; ``title`` says what it is.

    One that is ``narrow`` is the picture itself, and folded on a narrow screen alone.
    """


class PictureDirective(PartDirective):
    """What the directives share: they leave a placeholder that is filled when the page is written."""

    kind: ClassVar[str]
    folded: ClassVar[str] = ""
    """Of a picture that is words itself: what it is called where a narrow screen has it folded."""
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {"without": directives.unchanged_required}

    def run(self) -> list[Node]:
        """Refuse what cannot be drawn, and leave the placeholder."""
        domain = sourced_domain(self.env)
        try:
            self._request = REQUESTS[self.kind].read(self._new_ident(), self.options, list(self.content))
        except BadLineError as error:
            raise self.error(str(error)) from None
        for fact in self._request.facts:
            domain.page(self.env.docname).facts[fact] = domain.input.digests.fact(fact)
        if self._request.unknown(domain.input.book):
            return []  # a finding of the page tells of it
        if found := list(self._request.problems(domain.input.library)):
            raise self.error(" ".join(found))
        return super().run()

    def _new_ident(self) -> str:
        return f"sourced-picture-{self.env.new_serialno('sourced-picture') + 1}"

    @property
    def argument(self) -> str:
        """The whole request."""
        return msgspec.json.encode(self._request, order="deterministic").decode()

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The picture where SVG can be shown, and its twin."""
        request = msgspec.json.decode(argument, type=REQUESTS[cls.kind])
        picture = make_picture(links.library, request, lambda: _pages(links))
        to = NoteLinks(links, request.ident) if cls.folded else FactLinks(links)
        twin = twin_nodes(picture.twin, to, request.ident)
        if not links.html:
            return twin
        if picture.draw is None:
            told = [TwinBox("", *twin, title=cls.folded, narrow=True)] if cls.folded else twin
            return [PictureGroup("", *told, kind=cls.kind)]
        drawing = cls._drawing(picture.draw, request.ident, to.address)
        below = twin_nodes(picture.below, to, request.ident)
        return [PictureGroup("", drawing, *below, TwinBox("", *twin, title=TITLE), kind=cls.kind)]

    @classmethod
    def _drawing(cls, draw: Draw, ident: str, address: Callable[[str], str]) -> Drawing:
        versions = [draw(NARROW, ident, address), draw(WIDE, f"{ident}-wide", address)]
        return Drawing("", versions=versions, kind=cls.kind)


class PeopleDirective(PictureDirective):
    """Who is tied to whom: facts whose property has a ``relation``.

    ``:against:`` names the properties, or facts, that set people against each other.
    """

    kind = "people"
    folded = "The picture: who is tied to whom"
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {
        **PictureDirective.option_spec,
        "against": directives.unchanged_required,
    }


class LocatorDirective(PictureDirective):
    """A sketch of where a place lies; its body says which fact plays which role.

    ``:compact:`` leaves out what stands below it.
    """

    kind = "locator"
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {"compact": directives.unchanged}


class SourcingDirective(PictureDirective):
    """How well sourced each page is, and what each source carries."""

    kind = "sourcing"
    rests: ClassVar[Rests] = "pages"
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {}


DIRECTIVES = (PeopleDirective, LocatorDirective, SourcingDirective)


def _pages(links: Links) -> Iterable[Page]:
    """The book's pages, in the order in which they are read."""
    return sorted(links.read_pages(), key=lambda page: links.rank(page.docname))


def visit_group(self: HTML5Translator, node: PictureGroup) -> None:
    """Open what holds both."""
    self.body.append(f'<div class="sourced-picture-group sourced-of-{node["kind"]}">\n')


def depart_group(self: HTML5Translator, node: PictureGroup) -> None:
    """Close it."""
    self.body.append("</div>\n")


def visit_drawing(self: HTML5Translator, node: Drawing) -> None:
    """Print the picture; an e-book's page is narrow."""
    narrow, wide = node["versions"]
    if self.builder.name == "epub":
        self.body.append(f'<div class="sourced-picture">{narrow}</div>\n')
    else:
        self.body.append(f'<div class="sourced-picture sourced-{node["kind"]}">\n')
        self.body.append(f'<div class="sourced-narrow">{narrow}</div>\n')
        self.body.append(f'<div class="sourced-wide">{wide}</div>\n</div>\n')
    raise nodes.SkipNode


def visit_twin(self: HTML5Translator, node: TwinBox) -> None:
    """Open the twin: folded on a screen, open on paper and in an e-book."""
    if self.builder.name == "epub":
        self.body.append('<div class="sourced-twin">\n')
    else:
        kind = "sourced-ties-box" if node.get("narrow") else "sourced-twin"
        summary = f"<summary>{node['title']}</summary>"
        self.body.append(f'<details class="{kind}"{opened(self.builder)}>{summary}\n<div>')


def depart_twin(self: HTML5Translator, node: TwinBox) -> None:
    """Close it."""
    self.body.append("</div>\n" if self.builder.name == "epub" else "</div></details>\n")


def add_style(
    app: Sphinx, _page: str, _template: str, _context: object, doctree: nodes.document | None
) -> None:
    """Load the style sheets on pages that have a picture, and on no other."""
    if doctree is None or not has_styles(app.builder):
        return
    kinds = dict.fromkeys(group["kind"] for group in doctree.findall(PictureGroup))
    for style in (CSS, *(OWN_CSS[kind] for kind in kinds if kind in OWN_CSS)) if kinds else ():
        app.add_css_file(style)


def setup_pictures(app: Sphinx) -> None:
    """Register the directives and the nodes they leave for HTML."""
    for each in DIRECTIVES:
        app.add_directive(each.kind, each)
    app.add_node(PictureGroup, html=(visit_group, depart_group))
    app.add_node(Drawing, html=(visit_drawing, None))
    app.add_node(TwinBox, html=(visit_twin, depart_twin))
    app.connect("html-page-context", add_style)

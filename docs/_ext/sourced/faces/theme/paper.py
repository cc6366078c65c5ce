"""The whole book as one page for paper: every page as it is written for a browser, in the order of reading.

Pages that stand in one file may share no anchor, so each anchor has its page's name before it. What can only
be clicked is left out, and what is folded on a screen stands open.

What few readers want on paper, long lists and what is typed into a computer, says ``print: appendix`` in its
front matter, and makes a second book of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxError
from sphinx.writers.html5 import HTML5Translator

from .drawings import printed
from .head import latest_source
from .printedbook import Book

STYLES = ("sourced-theme.css", "sourced-theme-front.css", "sourced.css")
"""First the sheets of the book as a whole, then those of its parts."""
STYLE = "sourced-theme-paper.css"
APPENDIX = "appendix"

PAGES = "pages"
"""A list that is there for the pages to which it leads: a line of it says nothing where none is printed."""

PLACE = re.compile(r"#page-([^#]+)#(.+)")
"""A place on some page: what leads to the page, then the anchor."""


class PaperBuilder(StandaloneHTMLBuilder):
    """Writes the book as one page for paper."""

    name = "paper"
    appendix: bool | None = None
    """Whether it prints the pages of the appendix, or all others; or none is left out."""
    copysource = False
    search = False
    add_permalinks = False
    book: Book

    def get_outdated_docs(self) -> str:  # type: ignore[override]  # as Sphinx's own builders of one page
        """All, as they stand in one file."""
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Where a page begins; nowhere, if it is not printed."""
        return f"#{_page(docname)}" if self.prints(docname) else ""

    def prints(self, docname: str) -> bool:
        """Whether a page is one of this book; an index without page numbers leads nowhere."""
        said = self.env.metadata.get(docname, {}).get("print", "")
        if said not in ("", APPENDIX):
            raise SphinxError(f"{self.env.doc2path(docname)}: “print: {said}” means nothing; say {APPENDIX}.")
        return docname in self.env.all_docs and self.appendix in (None, said == APPENDIX)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere."""
        return self.get_target_uri(to, typ)

    def own_anchor(self, docname: str, anchor: str) -> str:
        """An anchor of a page, as no other page has it."""
        return f"{_name(docname)}--{anchor}"

    def own_address(self, address: str) -> str:
        """The address of a place on some page, as it is here."""
        return PLACE.sub(r"#\1--\2", address)

    def write_documents(self, _docnames: Set[str]) -> None:
        """Write all pages as chapters of one book."""
        chapters, headings = [], list[str]()
        for docname in self._in_order():
            doctree = self._printed(docname)
            titles = [title.astext() for title in doctree.findall(nodes.title) if _is_heading(title)]
            headings += titles
            chapters.append((_page(docname), titles[0] if titles else docname, self._html(docname, doctree)))
        self.book = Book(
            title=f"{self.config.html_title}{': Appendix' if self.appendix else ''}",
            language=self.config.language,
            author=self.config.author,
            about=tuple(filter(None, (self.config.author, latest_source(self.env)))),
            styles=tuple(self._styles()),
            chapters=tuple(chapters),
            headings=tuple(headings),
        )

    def finish(self) -> None:
        """Write the page, and what it shows."""
        self.copy_image_files()
        (self.outdir / "index.html").write_text(self.book.html({}), encoding="utf-8", newline="\n")

    def _in_order(self) -> Iterator[str]:
        """The pages as a reader turns them."""
        docname: str | None = self.config.root_doc
        while docname:
            if self.prints(docname):
                yield docname
            docname = self.relations.get(docname, (None, None, None))[2]

    def _printed(self, docname: str) -> nodes.document:
        """A page without what leads nowhere on paper, with anchors that no other page has."""
        doctree = self.env.get_doctree(docname)
        for toctree in list(doctree.findall(addnodes.toctree)):
            toctree.parent.parent.remove(toctree.parent)  # a box of its own
        self.env.apply_post_transforms(doctree, docname)
        for section in list(doctree.findall(nodes.section)):
            empty = all(isinstance(part, nodes.title | nodes.Invisible) for part in section.children)
            if empty and isinstance(section.parent, nodes.section):
                section.parent.remove(section)
        for node in list(doctree.findall(nodes.Element)):
            self._own(docname, node)
        for item in list(doctree.findall(nodes.list_item)):
            if PAGES in item.parent["classes"] and not any(item.findall(nodes.reference)):
                item.parent.remove(item)
        return doctree

    def _own(self, docname: str, node: nodes.Element) -> None:
        """Give a node anchors of its own, and let what it leads to be found here."""

        def own(anchor: str) -> str:
            return self.own_anchor(docname, anchor)

        def lead(there: str) -> str:
            """Where a link of a drawing leads: to some page, to a place on its own, or elsewhere."""
            is_here = there.startswith("#") and not PLACE.match(there)
            return f"#{own(there[1:])}" if is_here else self.own_address(there)

        for name in ("ids", "backrefs"):
            if name in node:
                node[name] = [own(anchor) for anchor in node[name]]
        if "refid" in node:
            node["refid"] = own(node["refid"])
        if "versions" in node:
            node["versions"] = printed(node["versions"], own, lead)
        rename: Callable[[Callable[[str], str]], None] | None = getattr(node, "rename_anchors", None)
        if rename:
            rename(own)
        if "refuri" in node:
            elsewhere = node["refuri"].startswith("#") and not node["refuri"].startswith("#page-")
            address = node["refuri"] = self.own_address(node["refuri"])
            if elsewhere or (not address.startswith("#") and not urlsplit(address).scheme):
                node.replace_self(node.children)  # there is no such file beside a printed page

    def _html(self, docname: str, doctree: nodes.document) -> str:
        doctree.settings = self.docsettings
        self.secnumbers = self.env.toc_secnumbers.get(docname, {})
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        self.imgpath, self.dlpath = "_images", "_downloads"
        self.current_docname = docname
        writer = self.create_translator(doctree, self)
        assert isinstance(writer, HTML5Translator)
        doctree.walkabout(writer)
        return "".join(writer.fragment)

    def _styles(self) -> Iterator[str]:
        """The sheets of all parts of the book, as extensions ship them; then those that the book adds."""
        shipped = (Path(folder) for folder in self.config.html_static_path if Path(folder).is_absolute())
        found = sorted(file.name for folder in shipped for file in folder.glob("*.css"))
        added = [name for name, _ in self.config.html_css_files]
        first = [name for name in STYLES if name in found]
        for name in dict.fromkeys([*first, *found, *added]):
            if name != STYLE:
                yield f"_static/{name}"
        yield f"_static/{STYLE}"


class OnePageBuilder(PaperBuilder):
    """Writes the same for whoever asks for one page: Sphinx's own would have anchors several times."""

    name = "singlehtml"


class PdfBuilder(PaperBuilder):
    """Prints that page, without the appendix."""

    name = "pdf"
    appendix = False

    def finish(self) -> None:
        """Print it."""
        super().finish()
        from .topdf import make_pdf  # late: nothing else needs what packs a PDF

        make_pdf(self.book, self.outdir)


class AppendixBuilder(PdfBuilder):
    """Prints the lists and the prompts that the book leaves out."""

    name = "pdf-appendix"
    appendix = True


def _name(docname: str) -> str:
    return docname.replace("/", "-")


def _page(docname: str) -> str:
    return f"page-{_name(docname)}"


def _is_heading(title: nodes.title) -> bool:
    return isinstance(title.parent, nodes.section)


def setup_paper(app: Sphinx) -> None:
    """Register the builders."""
    app.add_builder(PaperBuilder)
    app.add_builder(PdfBuilder)
    app.add_builder(OnePageBuilder, override=True)
    app.add_builder(AppendixBuilder)

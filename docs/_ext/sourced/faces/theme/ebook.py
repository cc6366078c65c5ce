"""The e-book: Sphinx's own, with what EPUB 3 and its readers ask for beyond that.

Notes open as pop-ups where the reading system has them, drawings are declared, every page says its
language, the cover is drawn, and the same book gives the same file.
"""

from __future__ import annotations

import re
from collections.abc import Set
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils.nodes import document
from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder
from sphinx.config import Config

from .cover import draw_cover
from .head import latest_source

STYLE = "sourced-ebook.css"
FOLDER = Path(__file__).parent / "ebook"
COVER = "_static/cover.png"

TYPES = {
    "doc-noteref": "noteref",
    "doc-endnotes": "endnotes",
    "doc-endnote": "endnote",
    "doc-footnote": "footnote",
    "doc-backlink": "backlink",
}
"""What reading systems look for in place of a role, which older ones do not know."""

ROLE = re.compile(rf'role="({"|".join(TYPES)})"')
NOTE = re.compile(r'<li (?=[^>]*class="sourced-note")(?![^>]*epub:type)')
PACKAGE_ITEM = re.compile(r'<item (id="[^"]*" href="([^"]*)" media-type="[^"]*") />')
ITEM_REFERENCE = re.compile(r"\n *<itemref [^>]*/>")

ACCESS = {
    "accessMode": ("textual", "visual"),
    "accessModeSufficient": ("textual",),
    "accessibilityFeature": ("alternativeText", "readingOrder", "structuralNavigation", "tableOfContents"),
    "accessibilityHazard": ("none",),
    "accessibilitySummary": ("All that pictures show is told in words too; notes are linked both ways.",),
}
"""What shops and libraries tell readers who depend on it, in the words of schema.org."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name: each file has the same, whenever it was written."""


class EBookBuilder(Epub3Builder):
    """Writes the e-book."""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Say the language on every page."""
        super().prepare_writing(docnames)
        language = escape(self.config.epub_language)
        tag = f'{self.html_tag[:-1]} lang="{language}" xml:lang="{language}">'
        self.globalcontext["html_tag"] = tag

    def content_metadata(self) -> dict[str, Any]:
        """Describe the book as its front page does, where the configuration does not."""
        metadata = super().content_metadata()
        described = self.env.metadata[self.config.root_doc].get("description")
        if self.config.epub_description == "unknown" and described:
            metadata["description"] = escape(described)
        return metadata

    def build_content(self) -> None:
        """Write the package file, and mend it."""
        super().build_content()
        file = self.outdir / "content.opf"
        text = PACKAGE_ITEM.sub(self._declared, file.read_text(encoding="utf-8"))
        access = "".join(
            f'    <meta property="schema:{name}">{value}</meta>\n'
            for name in ACCESS
            for value in ACCESS[name]
        )
        text = _once(text).replace("  </metadata>", f"{access}  </metadata>", 1)
        file.write_text(text, encoding="utf-8", newline="\n")

    def build_epub(self) -> None:
        """Pack it, first the file that names the format, unpacked as the format asks."""
        with ZipFile(self.outdir / f"{self.config.epub_basename}.epub", "w") as epub:
            for name in ["mimetype", "META-INF/container.xml", "content.opf", "toc.ncx", *self.files]:
                entry = ZipInfo(name, EARLIEST)
                entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                epub.writestr(entry, (self.outdir / name).read_bytes())

    def _declared(self, item: re.Match[str]) -> str:
        """A file of the book, with what it is and what it holds."""
        name = item[2]
        if name == COVER:
            return f'<item {item[1]} properties="cover-image" />'
        drawn = name.endswith(".xhtml") and "<svg" in (self.outdir / name).read_text(encoding="utf-8")
        return f'<item {item[1]} properties="svg" />' if drawn else item[0]


def _once(package: str) -> str:
    """Without the pages that stand twice in the order of reading, as the index does if chapters list it."""
    seen: set[str] = set()

    def kept(reference: re.Match[str]) -> str:
        known = reference[0] in seen
        seen.add(reference[0])
        return "" if known else reference[0]

    return ITEM_REFERENCE.sub(kept, package)


def set_cover(_app: Sphinx, config: Config) -> None:
    """Take our cover and our style sheet where the configuration names none."""
    config.epub_cover = config.epub_cover or (COVER, "epub-cover.html")


def add_cover(app: Sphinx) -> None:
    """Draw the cover where Sphinx looks for it."""
    if isinstance(app.builder, EBookBuilder):
        app.config.html_static_path.append(str(FOLDER))
        app.add_css_file(STYLE, priority=900)


def draw(app: Sphinx, _builder: object) -> None:
    """Draw the cover, now that the latest source is known."""
    if isinstance(app.builder, EBookBuilder) and app.config.epub_cover[0] == COVER:
        below = latest_source(app.env)
        draw_cover(app.outdir / COVER, title=app.config.epub_title, author=app.config.author, below=below)


def type_notes(
    app: Sphinx, _pagename: str, _template: str, context: dict[str, Any], _tree: document | None
) -> None:
    """Say what is a note and what leads to one."""
    if isinstance(app.builder, EBookBuilder) and "body" in context:
        body = NOTE.sub('<li epub:type="footnote" ', context["body"])
        context["body"] = ROLE.sub(lambda role: f'{role[0]} epub:type="{TYPES[role[1]]}"', body)


def setup_ebook(app: Sphinx) -> None:
    """Register the builder in place of Sphinx's."""
    app.add_builder(EBookBuilder, override=True)
    app.connect("config-inited", set_cover)
    app.connect("builder-inited", add_cover)
    app.connect("write-started", draw)
    app.connect("html-page-context", type_notes)

"""The notes at the foot of a page: what each mark in the text rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ..addresses import Addresses
from ..builders import has_styles
from ..building import around, made
from ..domain import SourcedDomain, sourced_domain
from .content import Note
from .htmlnotes import NoteWriter, dates_html
from .marks import Left, Mark
from .plainnotes import plain_mark, plain_note
from .punctuation import drawn_near, take_in_punctuation

TITLE = "What this page rests on"
STYLE = "sourced-notes.css"


class NoteSection(nodes.section):
    """The section of a page's notes."""


class NoteList(nodes.General, nodes.Element):
    """A page's notes: ``entries`` is a list of Entry."""

    def rename_anchors(self, rename: Callable[[str], str]) -> None:
        """Give the notes other anchors, and lead back by them."""
        for entry in self["entries"]:
            entry.anchor, entry.marks = rename(entry.anchor), [rename(mark) for mark in entry.marks]


@dataclass(slots=True, kw_only=True)
class Entry:
    """One note of a page: its number, its anchor, and the IDs of what it is linked from."""

    number: int
    anchor: str
    note: Note
    marks: list[str] = field(default_factory=list)
    cited: bool = True
    """Whether the text cites it, and not a picture alone."""


class NumberMarks(SphinxTransform):
    """Number the marks of a page and write its notes."""

    default_priority = 800  # after everything that may still add or copy marks

    def apply(self, **_kwargs: Any) -> None:
        """Number, link, and add the section."""
        domain = sourced_domain(self.env)
        numbering = Numbering(self.document, domain)
        for left in list(self.document.findall(Left)):
            if isinstance(left, Mark):
                numbering.add(left)
            else:
                _take_out(left)
        if numbering.entries:
            page = domain.page(self.env.docname)
            page.anchors = {fact: entry.anchor for fact, entry in numbering.entries.items()}
            page.verdicts = {fact: entry.note.judged for fact, entry in numbering.entries.items()}
            page.in_facts = {fact: domain.input.notes.kept(fact) for fact in numbering.entries}
            self._append(list(numbering.entries.values()), numbering.free_id("notes"))

    def _append(self, entries: list[Entry], id_: str) -> None:
        notes = NoteList("", entries=entries)
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        if sections:
            sections[-1] += made(NoteSection("", nodes.title("", TITLE), notes, ids=[id_], names=[]))
        else:  # a section here would give a page without a title this one
            self.document += [made(nodes.rubric("", TITLE)), notes]


class Numbering:
    """Gives each fact of a page one number and one anchor, and each mark its link."""

    def __init__(self, document: nodes.document, domain: SourcedDomain) -> None:
        self._taken = set(document.ids)
        self._notes = domain.input.notes
        self._count = 0
        self.entries: dict[str, Entry] = {}

    def add(self, mark: Mark) -> None:
        """Link a mark to its note; inside a heading or a link it may not be a link itself."""
        before = None if mark.children else drawn_near(mark)
        entry = self._entry(mark["fact"])
        if isinstance(before, Mark):
            mark.parent.remove(mark)
            self._join(before, entry)
            return
        if heading := around(mark, nodes.title):
            entry.marks.extend(heading.parent["ids"][:1])
            mark.replace_self(nodes.Text(mark.astext()))
            return
        self._count += 1
        entry.marks.append(self.free_id(f"mark-{self._count}"))
        if around(mark, nodes.reference, pending_xref):
            mark.replace_self(nodes.inline("", mark.astext(), ids=entry.marks[-1:]))
            return
        mark.update_basic_atts({"ids": entry.marks[-1:]})
        mark["notes"] = [(entry.number, entry.anchor)]
        take_in_punctuation(mark)

    def _join(self, run: Mark, entry: Entry) -> None:
        """Let a mark lead to one more note; what its words rest on stays first."""
        note = (entry.number, entry.anchor)
        if note in run["notes"]:
            return
        kept = 1 if run.children else 0
        run["notes"] = [*run["notes"][:kept], *sorted([*run["notes"][kept:], note])]
        entry.marks.append(run["ids"][0])

    def free_id(self, wanted: str) -> str:
        """An ID that nothing else on the page has."""
        while wanted in self._taken:
            wanted += "-note"
        self._taken.add(wanted)
        return wanted

    def _entry(self, fact: str) -> Entry:
        if fact not in self.entries:
            number, anchor = len(self.entries) + 1, self.free_id(f"fact-{fact}")
            self.entries[fact] = Entry(number=number, anchor=anchor, note=self._notes.note(fact))
        return self.entries[fact]


def _take_out(blank: Left) -> None:
    drawn_near(blank)
    parent = blank.parent
    parent.remove(blank)
    if isinstance(parent, nodes.paragraph) and not parent.children:
        parent.parent.remove(parent)


class PlainNotes(SphinxPostTransform):
    """Turn marks and notes into ordinary nodes for every writer but those of HTML."""

    default_priority = 200

    def is_supported(self) -> bool:
        """Whether the builder needs it."""
        return bool(sourced_domain(self.env).builder.format != "html")

    def run(self, **_kwargs: Any) -> None:
        """Replace the nodes."""
        for mark in list(self.document.findall(Mark)):
            mark.replace_self(plain_mark(mark))
        for section in list(self.document.findall(NoteSection)):
            section.replace_self(nodes.section("", *section.children, **section.attributes))
        for notes in list(self.document.findall(NoteList)):
            items = [plain_note(entry.note, entry.anchor) for entry in notes["entries"]]
            listed = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
            notes.replace_self(made(listed))


def visit_note_section(self: HTML5Translator, node: NoteSection) -> None:
    """Open the section."""
    self.section_level += 1
    self.body.append(self.starttag(node, "section", CLASS="sourced-notes", role="doc-endnotes"))


def depart_note_section(self: HTML5Translator, node: NoteSection) -> None:
    """Close the section."""
    self.depart_section(node)


def visit_note_list(self: HTML5Translator, node: NoteList) -> None:
    """Print all notes."""
    addresses = Addresses(sourced_domain(self.builder.env), self.builder.current_docname)
    writer = NoteWriter(addresses, {entry.number: entry.note for entry in node["entries"] if entry.cited})
    items = (
        writer.html(entry.note, entry.number, entry.anchor, entry.marks, cited=entry.cited)
        for entry in node["entries"]
    )
    dates = dates_html(entry.note for entry in node["entries"])
    self.body.append(f'{dates}<ol class="sourced-note-list">\n{"".join(items)}</ol>\n')
    raise nodes.SkipNode


def add_style(
    app: Sphinx, _page: str, _template: str, _context: object, doctree: nodes.document | None
) -> None:
    """Load the style sheet on pages that have notes, and on no other."""
    if doctree is not None and has_styles(app.builder) and next(doctree.findall(NoteList), None) is not None:
        app.add_css_file(STYLE)


def setup_notes(app: Sphinx) -> None:
    """Register the nodes and what makes them."""
    app.add_node(NoteSection, html=(visit_note_section, depart_note_section))
    app.add_node(NoteList, html=(visit_note_list, None))
    app.add_transform(NumberMarks)
    app.add_post_transform(PlainNotes)
    app.connect("html-page-context", add_style)

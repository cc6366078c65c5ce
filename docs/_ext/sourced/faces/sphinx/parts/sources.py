"""One page per source: what it is, its passages, and the text it shares with the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx

from ....account.addresses import passage_address
from ....account.facts import brief_date
from ....account.source import Piece, Quoted, Unshown, source_view
from ....account.sourceuse import cover_source
from ....book.book import SEEDS
from ....book.model import Source
from ....chain.independence import of_one_origin
from ....chain.sharedtext import Shared, Stretch, shared_text
from ..state import Rests
from .building import Column, Inline, anchor, items, paragraph, quotation, row, span, table
from .links import Links, label
from .parts import PartDirective

SHORT = 12
"""A shared run of no more words is printed in full."""
RUNS = 3
"""So many of the longest runs are shown."""


class SourceDirective(PartDirective):
    """``{source} id``: what a source is. Its page is where links to the source lead."""

    required_arguments = 1
    rests: ClassVar[Rests] = "data"
    home: ClassVar[str] = "source {}"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A list of what is known of it."""
        source = _source(argument, links)
        if source is None:
            return []
        fields = nodes.field_list(classes=["sourced-source-facts"])
        for name, words in _known(source, links):
            fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", paragraph(words)))
        return [fields]


class PassagesDirective(PartDirective):
    """``{source-passages} id``: what of a source is quoted, and by which facts."""

    required_arguments = 1
    rests: ClassVar[Rests] = "data"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """Its passages in order."""

        if _source(argument, links) is None:
            return []
        found = items([], "sourced-passages")
        for item in source_view(links.library, argument):
            shown = _quoted(argument, item, links) if isinstance(item, Quoted) else [_unshown(item)]
            kind = "quoted" if isinstance(item, Quoted) else item.kind
            found += nodes.list_item("", *shown, classes=[f"sourced-{kind}"])
        return [found]


class SharedDirective(PartDirective):
    """``{source-shared} id``: how much text a source shares with each other."""

    required_arguments = 1
    rests: ClassVar[Rests] = "data"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A table, and the longest runs."""

        if _source(argument, links) is None:
            return []
        others = [other for other in links.sources if other != argument]
        found = [shared_text(links.library, argument, other) for other in others]
        return [table(SHARED, (_shared(each, links) for each in found), "sourced-cards", "sourced-shared")]


class SourcesTableDirective(PartDirective):
    """``{sources-table}``: all sources, and what is made of each."""

    rests: ClassVar[Rests] = "data"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The table."""
        rows = []
        for id_ in links.sources:
            source = links.book.sources[id_]
            covered = cover_source(links.library, id_)
            facts = sum(any(e.source == id_ for e in fact.evidence) for fact in links.book.facts.values())
            rows.append(
                row(SOURCES, [
                    links.source(id_), _dated(source), f"{covered.words:,}", str(facts),
                    _percent(covered.quoted, covered.words), str(len(source.aside)),
                ])
            )  # fmt: skip
        return [table(SOURCES, rows, "sourced-cards", "sourced-all-sources")]


SHARED = (
    Column("Shared with", 18, "sourced-with"),
    Column("Words", 10, "sourced-words"),
    Column("Share of this source", 14, "sourced-share"),
    Column("Counts as", 14, "sourced-voice"),
    Column("Longest runs", 44, "sourced-runs"),
)
SOURCES = (
    Column("Source", 26, "sourced-name"),
    Column("Published", 30, "sourced-published"),
    Column("Words", 10, "sourced-words"),
    Column("Facts", 10, "sourced-count"),
    Column("Quoted", 12, "sourced-share"),
    Column("Set aside", 12, "sourced-asides"),
)


def _source(id_: str, links: Links) -> Source | None:
    source = links.book.sources.get(id_)
    if source is None:
        links.warn("source-unknown", f"there is no source “{id_}” in the data file")
    return source


def _known(source: Source, links: Links) -> Iterator[tuple[str, Inline]]:
    yield "Called here", label(links.book, source.id)
    yield "Headline", source.title or "none in the file"
    yield "Publisher", source.publisher or "none named in the file"
    yield "Published", _dated(source)
    if source.dated_by:
        yield "How it was dated", source.dated_by
    covered = cover_source(links.library, source.id)
    quoted, aside = f"{covered.quoted:,} of them quoted", f"{covered.words_aside:,} more set aside"
    yield "Length", f"{covered.words:,} words of its own text, {quoted}; {aside}"
    yield "File", [nodes.literal("", f"{SEEDS}/{source.file}")]
    yield "SHA-256", [nodes.literal("", source.sha256[:12]), nodes.Text(" …")]


def _dated(source: Source) -> str:

    if not source.published:
        return "no date known"
    return f"{brief_date(source.published)}{' (inferred)' if source.dated_by else ''}"


def _quoted(source: str, item: Quoted, links: Links) -> Iterator[nodes.Node]:
    letters = {fact: _letter(number) for number, fact in enumerate(item.facts)}
    several = len(item.facts) > 1
    words = [
        node for piece in item.pieces for node in _piece(source, piece, letters if several else {}, links)
    ]
    yield paragraph(span(f"Line {item.line}", "sourced-place"), classes=["sourced-where"])
    yield nodes.block_quote("", paragraph(words), classes=["sourced-sentence"])
    facts = links.book.facts
    listed = []
    for fact, letter in letters.items():
        mark = [span(f"{letter} ", "sourced-letter")] if several else []
        listed.append([paragraph(mark, links.fact(fact, facts[fact].statement))])
    yield items(listed, "sourced-rests")


_SHOWN = (8, 5)
"""So many words of a long quotation are shown at its ends: the page must not become the article."""
_CONTEXT = 3
"""So many unquoted words are shown between quotations."""


def _shortened(text: str, *, quoted: bool) -> str:
    """Words of a source as this page shows them, with an ellipsis for what it leaves to the source."""
    words = text.split(" ")
    first, last = _SHOWN if quoted else (_CONTEXT, 0)
    if len(words) <= first + last + (1 if quoted else 0):
        return text
    return " ".join([*words[:first], "…", *(words[-last:] if last else [""])])


def _piece(source: str, piece: Piece, letters: dict[str, str], links: Links) -> Iterator[nodes.Node]:

    ids = [passage_address(source, start).anchor for start in piece.starts]
    if not links.html:
        yield from (anchor(id_) for id_ in ids)
    yield (
        nodes.inline("", _shortened(piece.text, quoted=True), ids=ids, classes=["sourced-words"])
        if piece.quoted
        else nodes.Text(_shortened(piece.text, quoted=False))
    )
    ending = "".join(letters[fact] for fact in piece.ends if fact in letters)
    if ending:
        yield nodes.superscript("", ending, classes=["sourced-letter"])


def _letter(number: int) -> str:
    """a, b, … z, aa, ab, …"""
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)


def _unshown(item: Unshown) -> nodes.paragraph:
    first, last = item.lines
    lines = f"Line {first}" if first == last else f"Lines {first} to {last}"
    what = f" Set aside: {item.why}." if item.kind == "aside" else " Not quoted."
    return paragraph(span(lines, "sourced-place"), what)


def _shared(shared: Shared, links: Links) -> nodes.row:

    text = links.book.texts[shared.source]
    together = of_one_origin(links.library, shared.source, shared.other)
    runs: list[nodes.Node] = []
    for run in shared.runs[:RUNS]:
        runs += [nodes.Text(" " if runs else ""), span(_run(run, text), "sourced-run")]
    if len(shared.runs) > RUNS:
        runs.append(nodes.Text(f" and {len(shared.runs) - RUNS} more."))
    return row(
        SHARED,
        [
            links.source(shared.other),
            str(shared.words),
            _percent(shared.words, shared.total),
            "one voice" if together else "another voice",
            runs or "none",
        ],
    )


def _run(run: Stretch, text: str) -> str:
    words = " ".join(text[run.start : run.end].split())
    if run.words > SHORT:
        parts = words.split()
        words = f"{' '.join(parts[: SHORT // 2])} … {' '.join(parts[-SHORT // 2 :])}"
    return f"{quotation(words)} ({run.words} words)."


def _percent(part: int, whole: int) -> str:
    """A share, rounded down, so that 100 % is said of all only."""
    return f"{1000 * part // whole / 10:.1f} %" if whole else "–"


def setup_sources(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("source", SourceDirective)
    app.add_directive("source-passages", PassagesDirective)
    app.add_directive("source-shared", SharedDirective)
    app.add_directive("sources-table", SourcesTableDirective)

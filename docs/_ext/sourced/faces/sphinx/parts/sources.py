"""One page per source: what it is, and the text it shares with the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes

from ....account.facts import brief_date
from ....account.sources.sourceuse import cover_source
from ....book.model import Source
from ....chain.sharing.independence import of_one_origin
from ....chain.sharing.sharedtext import Shared, Stretch, shared_text
from ..building import Column, Inline, paragraph, quotation, row, span, table
from ..state import Rests
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
        source = links.known_source(argument)
        if source is None:
            return []
        fields = nodes.field_list(classes=["sourced-source-facts"])
        for name, words in _known(source, links):
            fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", paragraph(words)))
        return [fields]


class SharedDirective(PartDirective):
    """``{source-shared} id``: how much text a source shares with each other."""

    required_arguments = 1
    rests: ClassVar[Rests] = "data"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A table, and the longest runs."""
        if links.known_source(argument) is None:
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


def _known(source: Source, links: Links) -> Iterator[tuple[str, Inline]]:
    yield "Called here", label(links.book, source.id)
    yield "Headline", source.title or "none in the file"
    yield "Publisher", source.publisher or "none named in the file"
    yield "Published", _dated(source)
    if source.dated_by:
        yield "How it was dated", source.dated_by
    yield from _origin(links, source)
    covered = cover_source(links.library, source.id)
    quoted, aside = f"{covered.quoted:,} of them quoted", f"{covered.words_aside:,} more set aside"
    yield "Length", f"{covered.words:,} words of its own text, {quoted}; {aside}"
    yield "File", [nodes.literal("", links.book.source_file(source.id))]
    yield "SHA-256", [nodes.literal("", source.sha256[:12]), nodes.Text(" …")]


def _origin(links: Links, source: Source) -> Iterator[tuple[str, Inline]]:
    """Where it was read, where a copy is kept, and what its text was made from."""
    if source.address:
        yield "Address", [nodes.reference("", source.address, refuri=source.address)]
    if source.retrieved:
        yield "Read on", brief_date(source.retrieved)
    if source.archive:
        yield "Archived copy", [nodes.reference("", source.archive, refuri=source.archive)]
    if source.original:
        sum_ = nodes.literal("", source.original.sha256[:12])
        yield (
            "Made from",
            [
                nodes.literal("", links.book.settings.seed(source.original.file)),
                nodes.Text(", SHA-256 "),
                sum_,
                nodes.Text(" …"),
            ],
        )


def _dated(source: Source) -> str:

    if not source.published:
        return "no date known"
    return f"{brief_date(source.published)}{' (inferred)' if source.dated_by else ''}"


def _shared(shared: Shared, links: Links) -> nodes.row:

    text = links.book.texts[shared.source]
    together = of_one_origin(links.library, shared.source, shared.other)
    voice = "one voice" if together else "another voice"
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
            links.shared(voice, shared.source, shared.other) if shared.runs else voice,
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

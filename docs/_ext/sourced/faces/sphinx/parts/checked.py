"""``{figures}`` and ``{checked} what``: what the checks looked at in this build, and what they let pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from docutils import nodes
from msgspec import to_builtins

from ....account.addresses import VERDICTS, own_anchor, reviewed_anchor
from ....account.checked import Account, Reviewed, account
from ....english.dates.dates import say
from ....english.phrases import plural
from ..building import Column, items, paragraph, quotation, row, span, table
from ..state import Rests
from .folds import fold
from .links import Links
from .parts import PartDirective

NOT_TAKEN_IN = "not_taken_in"
FIGURES = {
    "sources": ("Sources", "kept articles, each with the checksum of its file"),
    "facts": ("Facts", "statements in the data file"),
    "quotations": ("Quotations", "passages of the sources that these facts rest on"),
    "pages": ("Pages", "pages of this book"),
    NOT_TAKEN_IN: ("Pages not yet taken in", "of which nothing was checked, as each of them says"),
    "sentences": ("Sentences", "sentences on narrative pages, headings and labels included"),
    "atoms": (
        "Details",
        "what can be wrong in these sentences and facts: numbers, dates, names, quoted words, “not”",
    ),
    "drafts": ("Drafts", "facts that a program proposed and nobody has taken over: no page may cite them"),
    "units": ("Things said", "sentences, headings, statements, values and whatever else is judged by itself"),
    "supported": ("Supported", "of these, found word by word in what they rest on"),
    "reviewed": ("Reviewed", "of these, signed as saying no more than their evidence, if they have any"),
    "unreviewed": ("Unreviewed", "of these, not signed yet"),
    "refuted": ("Refuted", "of these, shown by a rule to be wrong"),
}
"""What is counted: what a reader calls it, and what that is."""
COLUMNS = (
    Column("What", 16, "sourced-what"),
    Column("How many", 14, "sourced-count"),
    Column("That is", 70, "sourced-is"),
)
LISTS = ("reviewed", "own", "pages", "absences")


class FiguresDirective(PartDirective):
    """Prints how much was checked."""

    rests: ClassVar[Rests] = "pages"
    home: ClassVar[str] = VERDICTS

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A table of the figures."""
        found = _account(links)
        counted = to_builtins(found.checked) | to_builtins(found.verdicts) | {"units": found.verdicts.units}
        rows = (
            row(COLUMNS, [title, f"{counted[what]:,}", meaning])
            for what, (title, meaning) in FIGURES.items()
            if counted[what] or what not in (NOT_TAKEN_IN, "drafts")
        )
        return [table(COLUMNS, rows, "sourced-cards", "sourced-figures")]


class CheckedDirective(PartDirective):
    """Prints one of the lists."""

    required_arguments = 1
    rests: ClassVar[Rests] = "pages"
    home: ClassVar[str] = "checked {}"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The list."""
        if argument not in LISTS:
            links.warn("list-unknown", f"there is no list “{argument}”; there are {', '.join(LISTS)}")
            return []
        found = _account(links)
        shown = list(
            {"reviewed": _reviewed, "own": _own, "pages": _pages, "absences": _absences}[argument](
                found, links
            )
        )
        return shown or [paragraph("There are none.")]


def _account(links: Links) -> Account:
    return links.library.once(
        account,
        links.version,
        lambda: account(links.book, links.read_pages(), links.library, links.judging),
    )


def _reviewed(found: Account, links: Links) -> Iterator[nodes.Node]:
    """What was signed on each page, and which words are the book's own."""
    for docname in sorted({each.docname for each in found.reviewed if each.docname}, key=links.rank):
        on_page = (each for each in found.reviewed if each.docname == docname)
        told = [(each.text, f"{_beyond(each)}; line {each.line}") for each in on_page]
        yield _page(links, docname, reviewed_anchor(docname), told, f"{len(told)} reviewed")


def _page(
    links: Links, docname: str, anchor: str, told: Sequence[tuple[str, str]], count: str, *more: nodes.Node
) -> nodes.Element:
    """What is told of a page: some of its words, each with a remark."""
    entries = ([paragraph(words, " ", span(f"({remark})", "sourced-place"))] for words, remark in told)
    title, listed = links.page(docname).astext(), items(entries, "sourced-account")
    return fold(links, anchor, title, span(count, "sourced-count"), listed, *more)


def _beyond(each: Reviewed) -> str:
    """What a reader may want to know of a signature."""
    said = each.note or (
        f"the book's own: {', '.join(map(quotation, each.beyond))}" if each.beyond else "read whole"
    )
    return f"{said}; {say(each.on)}"


def _own(found: Account, links: Links) -> Iterator[nodes.Node]:
    for docname in sorted({each.docname for each in found.own}, key=links.rank):
        on_page = (each for each in found.own if each.docname == docname)
        told = [(each.text, f"{each.reason}; line {each.line}") for each in on_page]
        more = paragraph(links.page(docname), classes=["sourced-more"])
        yield _page(links, docname, own_anchor(docname), told, plural(len(told), "sentence"), more)


def _pages(found: Account, links: Links) -> Iterator[nodes.Node]:
    entries = [
        [paragraph(links.page(each.docname), f": {each.why or 'no reason is given'}")]
        for each in found.unread
    ]
    if entries:
        yield items(entries, "sourced-account")


def _absences(found: Account, links: Links) -> Iterator[nodes.Node]:
    entries = []
    for each in found.absences:
        words = f"Looked for: {', '.join(map(quotation, each.words))}."
        entries.append([paragraph(links.fact(each.fact, each.statement), " ", span(words, "sourced-place"))])
    if entries:
        yield items(entries, "sourced-account")

"""A note as HTML, written straight from its data: a page of eighty notes must not cost a second page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType

from ....account.addresses import fact_address, passage_address
from ..addresses import Addresses
from .content import BETWEEN, Note, Other, Part, Quoted, Versions


class NoteWriter:
    """Writes the notes of a page, one after the other: ``printed`` are those that are on paper, by number."""

    def __init__(self, addresses: Addresses, printed: Mapping[int, Note] = MappingProxyType({})) -> None:
        self._addresses = addresses
        self._told = Told(printed)

    def html(self, note: Note, number: int, anchor: str, marks: list[str], *, cited: bool = True) -> str:
        """One item of the list of notes."""
        by = f' data-by="{escape(note.by)}"' if note.by else ""
        kind = "sourced-note" if cited else "sourced-note sourced-uncited"
        opening = f'<li id="{escape(anchor)}" class="{kind}"{by}>\n'
        text = opening + "".join(_parts(note, number, marks, self._addresses, self._told))
        if cited:
            self._told.add(note, number)
        return text


class Told:
    """What other notes tell: on paper that need not stand twice, their number will do."""

    def __init__(self, printed: Mapping[int, Note]) -> None:
        self._quoted = [(part, number) for number, note in printed.items() for part in note.quotations]
        self._others: list[tuple[frozenset[str], int]] = []

    def add(self, note: Note, number: int) -> None:
        """Remember whose other accounts a note has listed."""
        if note.others:
            self._others.append((frozenset((note.fact, *(each.fact for each in note.others))), number))

    def quoted(self, part: Quoted, number: int) -> str:
        """Attributes: the note with the longest words that hold these; and whether it reads them alike."""
        holding = [
            (each, n)
            for each, n in self._quoted
            if each.source_id == part.source_id and part.words in each.words
        ]
        whole, first = min(
            holding, key=lambda found: (-len(found[0].words), found[1]), default=(part, number)
        )
        if first == number:
            return ""
        alike = ' data-alike=""' if set(part.readings) <= set(whole.readings) else ""
        return f' data-first="{first}"{alike}'

    def others(self, part: Versions) -> str:
        """An attribute with the number of an earlier note that has all of the other accounts."""
        if part.akin:
            return ""
        first = next((n for told, n in self._others if told.issuperset(e.fact for e in part.others)), None)
        return f' data-first="{first}"' if first else ""


def _parts(note: Note, number: int, marks: list[str], addresses: Addresses, told: Told) -> Iterator[str]:
    yield f'<p class="sourced-statement">{_kinds(note)}{_stated(note)}'
    yield f' <span class="sourced-dated">{escape(note.dated)}</span>' if note.dated else ""
    yield f" {_verdict(note)}" if note.judged else ""
    yield f"{_backlinks(marks)}</p>\n"
    for part in note.parts:
        yield from _part(part, number, addresses, told)
    if home := addresses.to(fact_address(note.fact)):
        yield f'<p class="sourced-permalink"><a href="{escape(home)}">Permalink</a></p>\n'
    yield "</li>\n"


def dates_html(notes: Iterable[Note]) -> str:
    """When each source was published, once for all notes: on paper the notes are short, and leave it out."""
    quoted = (part for note in notes for part in note.parts if isinstance(part, Quoted) and part.dated)
    dated = dict.fromkeys(f"{each.source}: {each.dated}" for each in quoted)
    return f'<p class="sourced-dates">{escape("; ".join(dated))}.</p>\n' if dated else ""


def _stated(note: Note) -> str:
    """What it says; marked where quotations say it, as on paper they do so alone."""
    said = escape(note.statement)
    is_quoted = any(isinstance(part, Quoted) for part in note.parts)
    return f'<span class="sourced-stated">{said}</span>' if is_quoted else said


def _kinds(note: Note) -> str:
    kinds = (
        f'<span class="sourced-kind sourced-is-{kind}">{escape(words)}</span> ' for kind, words in note.kinds
    )
    return f'<span class="sourced-kinds">{"".join(kinds)}</span>'


def _verdict(note: Note) -> str:
    """The verdict; apart from it, as paper leaves that out, which words are the book's own."""
    verdict, stop, own = note.judged.partition(". ")
    more = f'<span class="sourced-own"> {escape(own)}</span>' if stop else ""
    shown = f"{escape(verdict + stop.strip())}{more}"
    return f'<span class="sourced-verdict sourced-is-{note.verdict}">{shown}</span>'


def _part(part: Part, number: int, addresses: Addresses, told: Told) -> Iterator[str]:
    if isinstance(part, Quoted):
        yield from _quotation(part, addresses, told.quoted(part, number))
    elif isinstance(part, Versions):
        more = " sourced-akin" if part.akin else ""
        yield f'<div class="sourced-others{more}"{told.others(part)}><p>{part.title}</p>\n<ul>\n'
        yield from (_other(other, addresses) for other in part.others)
        yield "</ul></div>\n"
    else:
        yield f'<p class="sourced-absent">{escape(part.words)}</p>\n'


def _other(other: Other, addresses: Addresses) -> str:
    address = addresses.to(fact_address(other.fact))
    return f"<li>{link(address, escape(other.statement))} {escape(other.where)}</li>\n"


def link(address: str, html: str) -> str:
    """``html`` as a link, if there is an address."""
    return f'<a href="{escape(address)}">{html}</a>' if address else html


def _quotation(quoted: Quoted, addresses: Addresses, again: str) -> Iterator[str]:
    yield f'<blockquote class="sourced-quotation"{again}><p>{escape(quoted.words)}</p>\n'
    dated = f'<span class="sourced-when">{BETWEEN}{escape(quoted.dated)}</span>' if quoted.dated else ""
    line = f"{BETWEEN}{escape(quoted.numbered)}" if quoted.numbered else ""
    shown = f"<cite>{escape(quoted.source)}</cite>{dated}{line}"
    start = quoted.start
    address = "" if start is None else addresses.to(passage_address(quoted.source_id, start))
    origin = "".join(f"{BETWEEN}{link(to, escape(words))}" for words, to in quoted.origin)
    yield f'<p class="sourced-source">{link(address, shown)}{origin}</p>\n'
    if quoted.readings:
        yield f'<p class="sourced-reading">{escape(quoted.reading)}</p>\n'
    yield "</blockquote>\n"


def _backlinks(marks: list[str]) -> str:
    if len(marks) == 1:
        places = [("", "")]
    else:
        places = [(f", place {number}", str(number)) for number in range(1, len(marks) + 1)]
    links = (
        f'<a href="#{escape(mark)}" role="doc-backlink" aria-label="Back to text{spoken}">↑{shown}</a>'
        for mark, (spoken, shown) in zip(marks, places, strict=True)
    )
    return f' <span class="sourced-back">{" ".join(links)}</span>' if marks else ""

"""A note as HTML, written straight from its data: a page of eighty notes must not cost a second page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .content import Note, Quoted


def note_html(note: Note, anchor: str, marks: list[str]) -> str:
    """One item of the list of notes."""
    return "".join(_parts(note, anchor, marks))


def _parts(note: Note, anchor: str, marks: list[str]) -> Iterator[str]:
    yield f'<li id="{escape(anchor)}" class="sourced-note">\n'
    yield f'<p class="sourced-statement">{escape(note.statement)}'
    yield f' <span class="sourced-who">{escape(note.says)}</span>' if note.says else ""
    yield f"{_backlinks(marks)}</p>\n"
    for quoted in note.quotations:
        yield from _quotation(quoted)
    if note.absent:
        yield f'<p class="sourced-absent">{escape(note.absence)}</p>\n'
    if note.others:
        yield '<p class="sourced-others-title">Told differently elsewhere:</p>\n<ul class="sourced-others">\n'
        yield from (f"<li>{escape(other.line)}</li>\n" for other in note.others)
        yield "</ul>\n"
    yield "</li>\n"


def _quotation(quoted: Quoted) -> Iterator[str]:
    yield f'<blockquote class="sourced-quotation"><p>“{escape(quoted.words)}”</p>\n'
    yield f'<p class="sourced-source"><cite>{escape(quoted.source)}</cite>{escape(quoted.place)}</p>\n'
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

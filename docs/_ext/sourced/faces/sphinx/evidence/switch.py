"""The switch that shows, sentence by sentence, what a page rests on: its place, and what it has to know."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from ..builders import is_site
from ..building import made
from ..domain import sourced_domain
from .content import Note
from .heads import Head
from .notes import NoteList

CLAIM, DIFFERS = 1, 2
"""What is to be said of a note: that somebody says so, that another fact differs."""

SWITCH = """\
<div class="sourced-switch" data-rests="{rests}">\
<button type="button">Show what this rests on</button></div>
"""


def add_switch(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the switch under the title. It is there from the start: nothing moves when the script has run.

    The front page first says what the book is: there it stands at the end of what comes before the sections.
    """
    notes, title = (next(doctree.findall(kind), None) for kind in (NoteList, nodes.title))
    if notes is None or title is None or not is_site(app.builder):
        return
    made = switch([entry.note for entry in notes["entries"]], sourced_domain(app.env).book_state.sources)
    page = title.parent
    if head := next(page.findall(Head), None):
        head += made
    elif docname == app.config.root_doc:
        page.insert(next(at for at, part in enumerate(page) if isinstance(part, nodes.section)), made)
    else:
        page.insert(page.index(title) + 1, made)


def switch(notes: Sequence[Note], order: Sequence[str]) -> nodes.raw:
    """The switch of a page with these notes; ``order`` are all sources of the book.

    A source has the same tint on every page. Of a note the switch knows its
    sources and what is to be said of it, so that it need not read that from the page.
    """
    labels = {each.source_id: each.source for note in notes for each in note.quotations}
    ids = sorted(labels, key=order.index)
    tags = short(list(labels.values()))
    rests = {
        "sources": [(order.index(id_), tags[labels[id_]], labels[id_]) for id_ in ids],
        "notes": [_rests(note, ids) for note in notes],
    }
    text = json.dumps(rests, ensure_ascii=False, separators=(",", ":"))
    return made(nodes.raw("", SWITCH.format(rests=escape(text)), format="html"))


def _rests(note: Note, ids: list[str]) -> list[int]:
    sources = dict.fromkeys(ids.index(each.source_id) for each in note.quotations)
    return [CLAIM * bool(note.by) + DIFFERS * bool(note.others), *sources]


def short(labels: Sequence[str]) -> dict[str, str]:
    """For each label its first words that no other begins with: ``Evening`` for ``Evening Post``."""
    words = {label: label.removeprefix("The ").split() for label in labels}
    return {
        label: " ".join(
            own[: next((n for n in range(1, len(own)) if _is_alone(own[:n], label, words)), len(own))]
        )
        for label, own in words.items()
    }


def _is_alone(beginning: list[str], label: str, words: dict[str, list[str]]) -> bool:
    others = (other for known, other in words.items() if known != label)
    return all(other[: len(beginning)] != beginning for other in others)

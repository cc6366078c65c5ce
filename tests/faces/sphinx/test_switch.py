"""What the switch is told of a page: its sources with their tints, and what each note rests on."""

from __future__ import annotations

import hashlib
import json
import re
from html import unescape
from typing import Any

import pytest

from sourced.book.book import DATA_FILE
from sourced.faces.sphinx.evidence.content import Note, Other, Quoted
from sourced.faces.sphinx.evidence.switch import CLAIM, DIFFERS, short, switch

from .conftest import Build, TinyBook


def rests(html: str) -> dict[str, Any]:
    """What the page tells the switch."""
    found = re.search('data-rests="([^"]*)"', html)
    assert found is not None
    told: dict[str, Any] = json.loads(unescape(found[1]))
    return told


def note(*sources: str, by: str = "", others: bool = False) -> Note:
    """A note that rests on these sources."""
    other = Other(fact="other", statement="It is not.", sources=())
    return Note(
        fact="fact",
        statement="It is.",
        by=by,
        quotations=tuple(
            Quoted(words="it is", source=f"The {id_} Post", source_id=id_, file="") for id_ in sources
        ),
        others=(other,) if others else (),
    )


def test_notes_are_told_by_source_and_kind() -> None:
    notes = [
        note("elm", "ash"),
        note("elm", "elm", by="Ada"),
        note(others=True),
        note("oak", by="Bo", others=True),
    ]
    told = rests(switch(notes, ["ash", "beech", "elm", "oak"]).astext())
    assert told["sources"] == [
        [0, "ash", "The ash Post"],
        [2, "elm", "The elm Post"],
        [3, "oak", "The oak Post"],
    ]
    assert told["notes"] == [[0, 1, 0], [CLAIM, 1], [DIFFERS], [CLAIM + DIFFERS, 2]]


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        pytest.param(["TRT World", "VICE World News"], ["TRT", "VICE"], id="first words"),
        pytest.param(["The thorn report", "The bastion report"], ["thorn", "bastion"], id="article"),
        pytest.param(["Daily News", "Daily Mail"], ["Daily News", "Daily Mail"], id="as long as it takes"),
        pytest.param(["Wire", "Wire of the South"], ["Wire", "Wire of"], id="one begins another"),
        pytest.param(["Gazette"], ["Gazette"], id="only one"),
    ],
)
def test_a_tag_is_as_short_as_it_can_be(labels: list[str], shown: list[str]) -> None:
    assert list(short(labels).values()) == shown


def switches(build: Build) -> dict[str, bool]:
    """Which pages have the switch."""
    return {name: "sourced-switch" in build.text(f"{name}.html") for name in ("index", "opening", "plain")}


def test_a_page_with_notes_has_the_switch(tiny_book: TinyBook) -> None:
    build = tiny_book.build()
    assert switches(build) == {"index": True, "opening": True, "plain": False}
    assert rests(build.text("index.html")) == {"sources": [[0, "Gazette", "Gazette"]], "notes": [[0, 0]]}


def test_the_e_book_has_none(tiny_book: TinyBook) -> None:
    build = tiny_book.build("epub", warnings=["epub_copyright"])
    assert "sourced-switch" not in build.text("opening.xhtml")


def test_a_new_source_moves_the_tints_of_pages_that_are_not_read(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.write("seeds/almanac.txt", "Nothing.\n")
    sha256 = hashlib.sha256(b"Nothing.\n").hexdigest()
    tiny_book.edit(DATA_FILE, "sources:\n", f"sources:\n  almanac: {{file: almanac.txt, sha256: {sha256}}}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.rules.keeping.judging.each_entry", lambda *_: [])
        patch.setattr("sourced.faces.sphinx.checking.check_whole", lambda *_: [])
        build = tiny_book.build()
    assert build.read == []
    assert rests(build.text("index.html"))["sources"] == [[1, "Gazette", "Gazette"]]

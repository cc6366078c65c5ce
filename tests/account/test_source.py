"""A source's page: quotations in their sentences, and of the rest only the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.account.addresses import passage_address
from sourced.account.sources.source import Quoted, Unshown, quotations_of, source_view
from sourced.book.loading import load_book
from sourced.book.quotations import Match
from sourced.chain.library import Library

TERN_ROCK = Path(__file__).parents[1] / "books" / "tern-rock"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(load_book(TERN_ROCK))


def test_every_quotation_is_shown_once_at_its_place(library: Library) -> None:
    for source, text in library.book.texts.items():
        shown = [item for item in source_view(library, source) if isinstance(item, Quoted)]
        starts = [start for item in shown for piece in item.pieces for start in piece.starts]
        ends = [(item.start, fact) for item in shown for piece in item.pieces for fact in piece.ends]
        found = quotations_of(library, source)
        assert starts == sorted({each.start for each in found})
        assert len(ends) == len(set(ends)) == len({(each.fact, each.end) for each in found}) > 0
        for item in shown:
            words = "".join(piece.text for piece in item.pieces)
            assert " ".join(words.split()) in " ".join(text.split())


def test_pieces_are_quoted_or_not(library: Library) -> None:
    item = next(
        i for i in source_view(library, "wire") if isinstance(i, Quoted) and "ship-remains" in i.facts
    )
    assert [(piece.text, piece.quoted, piece.ends) for piece in item.pieces] == [
        ("The ship remains on the reef", True, ("ship-remains",)),
        (", and ", False, ()),
        ("three of its crew are still missing", True, ("still-missing",)),
        (".", False, ()),
    ]
    assert (item.line, item.facts) == (12, ("ship-remains", "still-missing"))


def test_what_is_not_quoted_shows_no_words(library: Library) -> None:
    unshown = [item for item in source_view(library, "wire") if isinstance(item, Unshown)]
    assert [(item.kind, item.lines) for item in unshown][:3] == [
        ("aside", (1, 2)),
        ("unquoted", (4, 8)),
        ("aside", (10, 10)),
    ]
    assert unshown[0].why == "the menu of the site"
    assert not any(item.why for item in unshown if item.kind == "unquoted")


def test_a_quotation_over_two_sentences_keeps_them_together(library: Library) -> None:
    items = [item for source in library.book.sources for item in source_view(library, source)]
    places = [item.start for item in items if isinstance(item, Quoted)]
    for fact in library.book.facts.values():
        for evidence in fact.evidence:
            match = library.locate(evidence)
            assert isinstance(match, Match)
            assert any(start <= match.start for start in places)


def test_an_aside_inside_a_sentence_is_left_out(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    text = data.read_text(encoding="utf-8")
    aside = "    aside:\n      - {from: by the mayor, why: not needed}\nnames:\n"
    data.write_text(text.replace("names:\n", aside), encoding="utf-8")
    shown = source_view(Library(load_book(small_book)), "gazette")
    words = ["".join(piece.text for piece in item.pieces) for item in shown if isinstance(item, Quoted)]
    assert words == ["The Elm Bridge is 40 metres long.", "It was opened on 3 May 1901  […] ."]


def test_an_anchor_says_where() -> None:
    assert passage_address("vice", 12).anchor == "passage-vice-12"

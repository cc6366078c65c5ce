"""What an edit has judged again: its neighbours, what may rest on it, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.book.loading import load_book
from sourced.rules.keeping import keys
from sourced.rules.keeping.known import Known
from sourced.rules.keeping.summary import Summary

from .edited import DATA, again, replace, summed, write


def test_nothing_is_judged_again_where_nothing_has_changed(book: Path, judged: list[str]) -> None:
    known = again(book, Known(), judged)
    assert len(judged) == len(load_book(book).facts)
    assert known.is_new
    assert not again(book, known, judged).is_new
    assert judged == []


def test_an_edit_has_only_its_neighbours_judged_again(book: Path, judged: list[str]) -> None:
    known = again(book, Known(), judged)
    replace(book, DATA, "at least nine boats had passed.", "at least eight boats had passed.")
    again(book, known, judged)
    assert "nine-boats" in judged
    assert len(judged) < len(load_book(book).facts) / 2


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(DATA, "name: Berit Ames", "name: Berit Elms", id="a name"),
        pytest.param(DATA, "title: Length", "title: Size", id="a property"),
        pytest.param(DATA, "publisher: Gazette", "publisher: Echo", id="what a source is called"),
        pytest.param("seeds/herald.txt", "mayor", "Mayor", id="the text of a source"),
        pytest.param(DATA, "by: ames", "by: mayor", id="who speaks anywhere"),
        pytest.param(DATA, "formerly: [old-length]", "formerly: [twice]", id="a former ID"),
    ],
)
def test_what_any_fact_may_rest_on_has_all_judged_again(
    book: Path, judged: list[str], file: str, old: str, new: str
) -> None:
    known = again(book, Known(), judged)
    replace(book, file, old, new)
    again(book, known, judged)
    assert len(judged) == len(load_book(book).facts)


def test_another_program_takes_nothing_over(
    book: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = again(book, Known(), judged)
    monkeypatch.setattr(keys, "program", lambda: "another one")
    again(book, known, judged)
    assert len(judged) == len(load_book(book).facts)


def test_lines_are_those_of_the_file_as_it_is_now(book: Path, judged: list[str]) -> None:
    replace(book, DATA, "value: 40 metres\n", "value: 43 metres\n")
    known = again(book, Known(), judged)
    before = summed(book)
    replace(book, DATA, "\nfacts:\n", "\nfacts:\n\n\n")
    judged.clear()
    after = summed(book, Known(known.now))
    assert "measured-again" not in judged
    assert isinstance(before, Summary)
    assert isinstance(after, Summary)
    lines = [[f.line for f in each.findings if f.fact == "measured-again"] for each in (before, after)]
    assert lines[0]
    assert [line + 2 for line in lines[0]] == lines[1]


TITLED = """\
  painted-at:
    about: elm-bridge
    property: {}
    value: 40 metres
    statement: The Elm Bridge is 40 metres long.
    unused: It says the same.
    evidence:
      - {{source: gazette, exact: The Elm Bridge is 40 metres long}}
"""


def test_a_value_rests_on_what_other_facts_tell_of_its_title(book: Path) -> None:
    """Its own words do not tell of paint: so it matters whether any fact of this property does."""
    replace(book, DATA, "  son: {title", "  paint: {title: Paint}\n  son: {title")
    other = TITLED.format("paint").replace("painted-at", "another")
    write(book, {DATA: (book / DATA).read_bytes() + TITLED.format("paint").encode() + other.encode()})
    known = Known()
    before = summed(book, known)
    replace(
        book,
        DATA,
        "statement: The Elm Bridge is 40 metres long.\n    unused: It says the same.\n    evidence:\n"
        "      - {source: gazette, exact: The Elm Bridge is 40 metres long}\n  another",
        "statement: The paint is 40 metres long.\n    unused: It says the same.\n    evidence:\n"
        "      - {source: gazette, exact: The Elm Bridge is 40 metres long}\n  another",
    )
    after = summed(book, Known(known.now))
    assert after == summed(book)
    lines = [[f.message for f in each.findings if f.fact == "another"] for each in (before, after)]
    assert lines[0] != lines[1]


SHORTER = """\
  shorter:
    about: elm-bridge
    property: length
    value: 39 metres
    statement: The Elm Bridge is 39 metres long.
    unused: It is told elsewhere.
    evidence:
      - {source: gazette, exact: The Elm Bridge is 40 metres long}
"""


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(DATA, "value: 41 metres", "value: 42 metres", id="a fact that it names"),
        pytest.param(DATA, "value: 39 metres", "value: 40 metres", id="a fact that contradicts one"),
        pytest.param("docs/more.md", "`length-by-herald`", "`length-by-heralds`", id="its own words"),
        pytest.param(DATA, "name: Berit Ames", "name: Berit Elms", id="a name"),
    ],
)
def test_a_page_is_judged_again_for_what_it_rests_on(
    book: Path, judged_pages: list[str], file: str, old: str, new: str
) -> None:
    write(book, {DATA: (book / DATA).read_bytes() + SHORTER.encode()})
    known = again(book, Known(), judged_pages)
    replace(book, file, old, new)
    again(book, known, judged_pages)
    assert "docs/more.md" in judged_pages


def test_a_page_is_not_judged_again_for_facts_that_it_does_not_name(
    book: Path, judged_pages: list[str]
) -> None:
    known = again(book, Known(), judged_pages)
    assert judged_pages == ["docs/index.md", "docs/more.md"]
    replace(book, DATA, "at least nine boats had passed.", "at least eight boats had passed.")
    again(book, known, judged_pages)
    assert judged_pages == []


def test_an_unknown_fact_rests_on_all_that_may_be_meant(book: Path, judged_pages: list[str]) -> None:
    replace(book, "docs/more.md", "`length-by-herald`", "`shorter-yet`")
    known = again(book, Known(), judged_pages)
    write(book, {DATA: (book / DATA).read_bytes() + SHORTER.encode()})
    after = summed(book, Known(known.now))
    assert isinstance(after, Summary)
    assert any("“shorter”" in finding.message + finding.hint for finding in after.findings)

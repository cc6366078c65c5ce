"""What is taken over from an earlier check is what judging again would find, whatever was edited between."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourced.account.reviewing import sign
from sourced.book.findings import InputError
from sourced.book.loading import load_book
from sourced.book.signatures import load_signatures, to_lines
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.pictures.faults import check_with_pictures, sum_up_with_pictures
from sourced.rules.keeping import keys, parts
from sourced.rules.keeping.known import Known
from sourced.rules.keeping.summary import Summary

from ...fuzz.book import BOOK
from ...fuzz.mutations import rehash

SEQUENCES = int(os.environ.get("CHECK_SEQUENCES", "15"))
DATA = "data/facts.yaml"
WORDS = ("not", "41", "Herald", "reportedly", "1901-05-04", "gazette", "ames", "the bridge", "# so", "Only")
BLOCK = """\
  measured-again:
    about: elm-bridge
    property: length
    value: 40 metres
    statement: The Elm Bridge is 40 metres long.
    formerly: [old-length]
    unused: It says the same.
    evidence:
      - {source: gazette, exact: The Elm Bridge is 40 metres long}
  nine-boats:
    about: elm-bridge
    property: opened
    by: ames
    statement: Berit Ames said that at least nine boats had passed.
    unused: It is told elsewhere.
    evidence:
      - source: gazette
        exact: at least nine boats had passed
"""


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_FEW", 2)


def write(root: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def book_files() -> dict[str, bytes]:
    files = {name: text.encode() for name, text in BOOK.items()}
    files[DATA] += BLOCK.encode()
    rehash(files)
    return files


def summed(root: Path, known: Known | None = None) -> Summary | list[object]:
    """What a check finds, or why the book cannot be read."""
    try:
        book = load_book(root)
        library = Library(book)
        return sum_up_with_pictures(library, read_pages(book, library), known=known)
    except InputError as error:
        return list(error.findings)


def change_words(chance: Random, text: str) -> str:
    """One word of a text is another one, twice there, or no more."""
    words = list(re.finditer(r"[\w-]+", text))
    start, end = chance.choice(words).span()
    new = chance.choice(("", text[start:end] + " " + text[start:end], chance.choice(WORDS)))
    return text[:start] + new + text[end:]


def change_facts(chance: Random, text: str) -> str:
    """Facts in another order, or one fewer, or one more, or blank lines and comments between them."""
    head, _, facts = text.partition("\nfacts:\n")
    entries = re.split(r"(?m)^(?=  [\w-]+:)", facts)[1:]
    one = chance.randrange(len(entries))
    how = chance.randrange(4)
    if how == 0:
        chance.shuffle(entries)
    elif how == 1:
        del entries[one]
    elif how == 2:
        entries.append(entries[one].replace(":", f"-{chance.randrange(9)}:", 1))
    else:
        entries[one] += "\n  # A word in passing.\n"
    return f"{head}\nfacts:\n{''.join(entries)}"


def edit(chance: Random, root: Path) -> None:
    """One edit of a book, as an editor may make it."""
    file = chance.choice((DATA, DATA, DATA, "docs/index.md", "docs/more.md", "seeds/gazette.txt"))
    change: Callable[[Random, str], str] = change_words
    if file == DATA and chance.random() < 0.4:
        change = change_facts
    path = root / file
    path.write_text(change(chance, path.read_text(encoding="utf-8")), encoding="utf-8")
    if file.startswith("seeds") and chance.random() < 0.7:
        files = {name: (root / name).read_bytes() for name in BOOK}
        rehash(files)
        write(root, files)


def sign_some(chance: Random, root: Path) -> None:
    """Some units that wait are signed, and some signatures are taken back."""
    try:
        book = load_book(root)
        judged = check_with_pictures(book).judged
    except InputError:
        return
    waiting = [each for each in judged if each.verdict == "unreviewed"]
    signed = [sign(each, on=f"2021-01-0{chance.randint(1, 3)}") for each in waiting if chance.random() < 0.3]
    kept = [each for each in load_signatures(root).values() if chance.random() < 0.8]
    lines = to_lines({each.unit: each for each in (*kept, *signed)})
    (root / "data/reviewed.jsonl").write_text(lines, encoding="utf-8")


def states(chance: Random, root: Path) -> Iterator[None]:
    """A book after each of some edits; now and then it is again what it was."""
    write(root, book_files())
    yield
    before = [root.with_name("before")]
    for _ in range(5):
        if chance.random() < 0.2 and before[0].is_dir():
            shutil.rmtree(root)
            shutil.copytree(before[0], root)
        elif chance.random() < 0.25:
            sign_some(chance, root)
        else:
            shutil.rmtree(before[0], ignore_errors=True)
            shutil.copytree(root, before[0])
            edit(chance, root)
        yield


@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(min_value=0, max_value=2**32))
def test_a_check_that_knows_the_last_one_finds_what_any_other_finds(seed: int) -> None:
    kept = Known().now
    with tempfile.TemporaryDirectory() as folder:
        for _ in states(Random(seed), Path(folder) / "book"):
            known = Known(kept)
            assert summed(Path(folder) / "book", known) == summed(Path(folder) / "book")
            kept = known.now or kept


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write(tmp_path, book_files())
    return tmp_path


def again(root: Path, known: Known, judged: list[str]) -> Known:
    """The next check after ``known``; ``judged`` has then what it judged."""
    judged.clear()
    after = Known(known.now)
    summed(root, after)
    return after


def replace(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


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

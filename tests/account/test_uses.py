"""Where an ID is used, and which signatures rest on it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from sourced.account.uses.resting import may_use
from sourced.account.uses.subject import Kind, kinds_of, nearest_ids
from sourced.account.uses.uses import Uses, uses_of
from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.book.model import Fact
from sourced.book.signatures import Signature
from sourced.chain.library import Library
from sourced.chain.pageunits import page_units
from sourced.chain.reading import read_pages
from sourced.chain.units import Unit, fact_units, name_units, property_units, source_units
from sourced.page.page import Generated
from sourced.pictures.request import gathered_by

PAGE = """\
# The bridge

The Elm Bridge is {fact}`bridge-length` long.

- It was opened early. {evidence}`bridge-opened, bridge-length`

```{timeline}
:without: bridge-length

bridge-opened: opened on 3 May
```
"""


def units(book: Book) -> Iterator[Unit]:
    library = Library(book)
    yield from (unit for each in book.sources.values() for unit in source_units(library, each))
    yield from (unit for each in book.names.values() for unit in name_units(library, each))
    yield from (unit for each in book.properties.values() for unit in property_units(library, each))
    yield from (unit for each in book.facts.values() for unit in fact_units(library, each))
    yield from (unit for page in read_pages(book, library) for unit, _ in page_units(library, page))


def signed(book: Book) -> Book:
    """The book with a signature for everything that is shown."""
    given = {
        unit.digest: Signature(unit=unit.digest, kind=unit.kind, text=unit.text, rests=(), on="1901-05-04")
        for unit in units(book)
    }
    return dataclasses.replace(book, signatures=given)


def ask(book: Book, kind: Kind, id_: str) -> Uses:
    library = Library(book)
    pages = read_pages(book, library, wanted=may_use(library, kind, id_))
    return uses_of(library, pages, kind, id_, lambda part: gathered_by(library, part))


@pytest.fixture
def rock() -> Book:
    return signed(load_book(Path(__file__).parents[1] / "books/tern-rock"))


def test_the_uses_of_a_fact_stand_at_their_places(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    data.write_text(
        data.read_text().replace("    value: 1901-05-03", "    when: 1901-05-03\n    value: 1901-05-03")
    )
    (small_book / "docs/index.md").write_text(PAGE)
    (small_book / "docs/other.md").write_text("# Other\n\nNothing of it. {evidence}`bridge-opened`\n")
    book = load_book(small_book)
    found = ask(book, "fact", "bridge-length")
    assert [(each.line, each.text) for each in found.sentences] == [
        (3, "The Elm Bridge is 40 metres long."),
        (5, "It was opened early."),
    ]
    assert found.pages == ("docs/index.md",)
    assert [(each.line, each.text) for each in found.pictures] == [(7, "{timeline}, which leaves it out")]
    shown = ask(book, "fact", "bridge-opened")
    assert [each.by for each in shown.pictures] == [("bridge-opened",)]
    assert shown.pages == ("docs/index.md", "docs/other.md")


def test_a_timeline_shows_what_has_a_date_and_what_it_is_not_told_to_leave_out(rock: Book) -> None:
    library = Library(rock)
    dated = next(fact.id for fact in rock.facts.values() if fact.when)
    assert dated in gathered_by(library, Generated(name="timeline", start=0))
    assert dated not in gathered_by(library, Generated(name="timeline", start=0, options={"without": dated}))
    assert not gathered_by(library, Generated(name="facts-table", start=0))


@pytest.mark.parametrize("kind", ["name", "property", "source"])
def test_what_rests_on_something_says_how(rock: Book, kind: Kind) -> None:
    fact = next(fact for fact in rock.facts.values() if fact.by and fact.evidence)
    ids: dict[Kind, str] = {
        "name": fact.by or "", "property": fact.property, "source": fact.evidence[0].source,
    }  # fmt: skip
    parts = {each.kind: each.by for each in ask(rock, kind, ids[kind]).facts}[fact.id]
    assert {"name": "speaker", "property": "property", "source": "quotation"}[kind] in parts


def _changed(fact: Fact) -> Fact:
    evidence = tuple(
        replace(each, exact=f"{each.exact} x", gloss={f"{k} x": v for k, v in each.gloss.items()})
        for each in fact.evidence
    )
    return replace(fact, statement=f"{fact.statement} x", evidence=evidence, value="xx", unused="xx")


def test_the_signatures_named_are_those_that_a_change_of_the_fact_lets_expire(rock: Book) -> None:
    seen = 0
    for fact in list(rock.facts.values())[:12]:
        after = dataclasses.replace(rock, facts={**rock.facts, fact.id: _changed(fact)})
        standing = {unit.digest for unit in units(after)}
        expired = {(each.kind, " ".join(each.text.split()))
                   for each in rock.signatures.values() if each.unit not in standing}  # fmt: skip
        named = {(each.kind, each.text) for each in ask(rock, "fact", fact.id).signatures}
        assert expired == named
        seen += len(named)
    assert seen > 50


def test_an_id_that_nothing_has_is_likened_to_those_that_there_are(small_book: Path) -> None:
    book = load_book(small_book)
    assert kinds_of(book, "lenght") == []
    assert nearest_ids(book, "bridge-lenght")[0] == "bridge-length"
    assert kinds_of(book, "length") == ["property"]


def test_only_pages_that_may_use_it_are_read(small_book: Path) -> None:
    library = Library(load_book(small_book))
    may = may_use(library, "fact", "bridge-length")
    assert may("long {fact}`bridge-length`.")
    assert not may("long {fact}`bridge-length-again`.")
    assert may_use(library, "name", "elm-bridge")("Of the elm bridge.")

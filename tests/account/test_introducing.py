"""Who is introduced, with what, and where a text names somebody plainly."""

from __future__ import annotations

import pytest

from sourced.account.introducing import Introductions, other_spellings
from sourced.book.model import Name, Source
from sourced.chain.library import Library

from ..bridge import MakeBook

ENTRIES = [
    Name(id="marta-vane", kind="person", name="Marta Vane", about="the keeper of the light"),
    Name(id="osric-vane", kind="person", name="Osric Vane", about="the harbour commissioner"),
    Name(id="jonas-pell", kind="person", name="Jonas Pell"),
    Name(id="league", kind="group", name="Keepers' League", also=("League",), about="those who keep it"),
    Name(id="velmora", kind="place", name="Velmora", about="a port"),
    Name(id="sound-report", kind="work", name="the sound report", also=("Sound Reports",)),
    Source(id="wire", file="a.txt", sha256="0" * 64, publisher="Oceanic Wire", published="2014-10-20"),
    Source(
        id="sound",
        file="b.txt",
        sha256="0" * 64,
        label="the sound report",
        title="A lamp",
        published="2014-10-12/2014-10-16",
        dated_by="It tells of a Sunday.",
    ),
]


@pytest.fixture
def introductions(make_book: MakeBook) -> Introductions:
    """Those of a book of six names and two sources, one of which has no name of its own."""
    return Introductions(Library(make_book(*ENTRIES)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Marta Vane and Osric Vane spoke.", ["marta-vane", "osric-vane"], id="persons"),
        pytest.param("Vane spoke.", [], id="a surname that two people have"),
        pytest.param("Jonas Pell came from Velmora.", [], id="nothing to tell, and a place"),
        pytest.param("The League met.", ["league"], id="group"),
        pytest.param("An anti-League crowd, League-friendly.", [], id="part of a longer word"),
        pytest.param("The sound report says so.", ["sound-report"], id="source by its name"),
        pytest.param("As the Oceanic Wire has it.", ["@Oceanic Wire"], id="source without a name"),
        pytest.param("“Marta Vane came”, said Osric Vane.", ["osric-vane"], id="words of another"),
        pytest.param("“It came”, Marta Vane said, “at night.”", ["marta-vane"], id="between quotations"),
    ],
)
def test_what_is_plain_is_found(introductions: Introductions, text: str, found: list[str]) -> None:
    named = list(introductions.find(text))
    assert [each.id for each in named] == found
    assert all(
        text[each.start :].startswith(("Marta", "Osric", "League", "sound", "Oceanic")) for each in named
    )


def test_people_are_introduced_more_often_than_groups(introductions: Introductions) -> None:
    text = "Marta Vane of the League, in the Oceanic Wire"
    assert [each.often for each in introductions.find(text)] == [True, False, False]


def test_a_name_tells_who_it_is(introductions: Introductions) -> None:
    told = introductions.of("league")
    assert (told.name, told.kind, told.about) == ("Keepers' League", "group", "those who keep it")
    assert not told.source


def test_a_source_tells_where_it_is_from(introductions: Introductions) -> None:
    told = introductions.of("sound-report")
    assert (told.name, told.kind, told.source) == ("The sound report", "source", "sound")
    assert (told.title, told.publisher, told.published) == ("A lamp", "", "12–16 October 2014")
    assert told.dated_by == "It tells of a Sunday."
    wire = introductions.of("@Oceanic Wire")
    assert (wire.source, wire.publisher, wire.published) == ("wire", "Oceanic Wire", "20 October 2014")


@pytest.mark.parametrize(
    ("name", "also", "told"),
    [
        pytest.param("Ruben Aldous", ("Aldous", "RUBEN ALDOUS", "Mr. [Ruben] Aldous"), (), id="parts of it"),
        pytest.param("Ruben Aldous", ("Ruben Aldus", "the Lion"), ("Ruben Aldus", "the Lion"), id="others"),
        pytest.param("Ruben Aldous", ("Ruben Ald[o]us",), (), id="mended in the source"),
        pytest.param("Wardens", ("Warden", "the Wardens"), ("Warden",), id="singular"),
        pytest.param("National Guard", ("NG",), ("NG",), id="letters"),
    ],
)
def test_other_spellings_are_told_where_they_tell_something(
    name: str, also: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert other_spellings(Name(id="a", kind="person", name=name, also=also)) == told

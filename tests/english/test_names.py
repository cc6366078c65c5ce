"""Names in running text, and capitalised words that are none."""

from __future__ import annotations

import pytest

from sourced.book.model import Name
from sourced.english.lexis.ordinary import is_ordinary
from sourced.english.names import NameIndex

NAMES = NameIndex(
    {
        name.id: name
        for name in (
            Name(id="rock", kind="place", name="Tern Rock"),
            Name(id="light", kind="place", name="Tern Rock Light"),
            Name(id="tobias", kind="person", name="Tobias Vane"),
            Name(id="marta", kind="person", name="Marta Vane", also=("the widow",)),
            Name(id="jonas", kind="person", name="Jonas Pell", also=("Jonas Pehl",)),
            Name(id="board", kind="group", name="the Harbour Board"),
            Name(id="union", kind="group", name="US"),
            Name(id="elm", kind="group", name="Elm Co."),
            Name(id="velmorans", kind="group", name="Velmoran"),
        )
    },
    small=("keepers", "gulls", "quernmen"),
)

FOUND = [
    pytest.param("on Tern Rock", ["rock"], id="a name"),
    pytest.param("the Tern Rock Light", ["light"], id="the longest spelling"),
    pytest.param("on Tern  Rock", ["rock"], id="wider spaces"),
    pytest.param("on Tern\nRock", ["rock"], id="over a line end"),
    pytest.param("on tern rock", [], id="written small"),
    pytest.param("on TERN ROCK", ["rock"], id="written large"),
    pytest.param("on Tern Rocket", [], id="a longer word"),
    pytest.param("on Tern, Rock", [], id="parted by a comma"),
    pytest.param("Vane came", ["marta tobias"], id="a surname that two share"),
    pytest.param("Pell came", ["jonas"], id="a surname of one alone"),
    pytest.param("Pehl came", [], id="another spelling lends no surname"),
    pytest.param("Pell's boat", ["jonas"], id="an owner"),
    pytest.param("The widow and the widow", ["marta", "marta"], id="an article in either case"),
    pytest.param("Velmorans came", ["velmorans"], id="a plural"),
    pytest.param("The harbour board met", [], id="words that are no name when written small"),
    pytest.param("in the US and us", ["union"], id="an abbreviation as it is written"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_names_are_found(text: str, wanted: list[str]) -> None:
    assert [" ".join(mention.ids) for mention in NAMES.find(text)] == wanted


def test_the_dot_of_a_name_is_part_of_it() -> None:
    for text, told in {"We met the Elm Co. again": "Elm Co.", "We met the Elm Co again": "Elm Co"}.items():
        (mention,) = NAMES.find(text)
        assert (mention.text, text[mention.start : mention.end]) == (told, told)


UNKNOWN = [
    pytest.param("It is 43 degrees Celsius there", [], id="a scale of measure"),
    pytest.param("It is Anders Celsius of the board", ["Anders"], id="a man of its name is half found"),
    pytest.param("We saw Cape Orme.", ["Cape Orme"], id="a name that is not listed"),
    pytest.param("We saw Tern Rock.", [], id="a listed one"),
    pytest.param("Storms came. We left.", [], id="the first word of a sentence"),
    pytest.param("Ormesund came.", ["Ormesund"], id="unless it is no word of English"),
    pytest.param("Keepers came.", [], id="a word that the sources write small"),
    pytest.param("Quernmen came.", [], id="even if it is no word of English"),
    pytest.param("We saw Quernmen.", ["Quernmen"], id="but not where no word is large"),
    pytest.param("We left in October on a Sunday.", [], id="months and days"),
    pytest.param("He said: “Storms came.”", [], id="the first word of a quotation"),
    pytest.param("He went to The Tern Rock.", [], id="an article before a name"),
    pytest.param("Tern Rock and Ormesund", ["Ormesund"], id="beside a listed one"),
    pytest.param("A Storm came.", ["Storm"], id="nor the second"),
    pytest.param("It was dark: Storms came.", [], id="behind a colon"),
    pytest.param("It was dark (Storms came).", [], id="in brackets"),
    pytest.param("It was dark, Storms came.", ["Storms"], id="behind a comma"),
    pytest.param("“‘Storms came’, he said.”", [], id="within two marks"),
    pytest.param("... Storms came", [], id="behind dots at the beginning"),
    pytest.param("We saw J. Orme at 9 AM.", ["Orme"], id="an initial, and a time of day"),
    pytest.param("We saw Dr Orme in Sept", ["Orme"], id="a title, and a month in short"),
    pytest.param("We saw Cape-Orme.", ["Cape-Orme"], id="with a hyphen"),
    pytest.param("We saw Cape, Orme.", ["Cape", "Orme"], id="two of them"),
    pytest.param("We saw The Orme.", ["The Orme"], id="an article before no name"),
]


@pytest.mark.parametrize(("text", "wanted"), UNKNOWN)
def test_unknown_names_are_found(text: str, wanted: list[str]) -> None:
    assert [unknown.text for unknown in NAMES.unknown(text, NAMES.find(text))] == wanted


TITLES = [
    pytest.param("The Storm of the Year", [], id="words written large"),
    pytest.param("The Keepers of Ormesund", ["Ormesund"], id="a name among them"),
    pytest.param("Turn Rock", ["Turn", "Rock"][:1], id="a name misspelt as a word"),
    pytest.param("Turn Left", [], id="the same word elsewhere"),
]


@pytest.mark.parametrize(("text", "wanted"), TITLES)
def test_unknown_names_in_a_title(text: str, wanted: list[str]) -> None:
    assert [unknown.text for unknown in NAMES.unknown(text, NAMES.find(text), titled=True)] == wanted


def test_suggestions_come_from_every_spelling() -> None:
    assert {"Tern Rock", "Jonas Pehl", "Vane", "widow"} <= set(NAMES.known_words)


@pytest.mark.parametrize("word", ["The", "Storm", "Wrecks", "Unsinkable", "Geography"])
def test_an_english_word_is_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["Velmora", "Ormesund", "Paris", "Tobias"])
def test_a_name_is_not_ordinary(word: str) -> None:
    assert not is_ordinary(word)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        pytest.param("Tobais", True, id="two letters exchanged"),
        pytest.param("Tobyas Vane", True, id="another letter"),
        pytest.param("Pelll", True, id="a letter more"),
        pytest.param("Velmorn", True, id="a letter less"),
        pytest.param("Tbyas", False, id="two letters"),
        pytest.param("Pall", False, id="too short"),
        pytest.param("Tobias", False, id="the name itself"),
        pytest.param("Vanes", False, id="a word of English"),
        pytest.param("Gulls", False, id="a word that the sources write small"),
        pytest.param("Pehl", False, id="another spelling of a name"),
    ],
)
def test_a_slip_is_one_letter_of_a_longer_name(text: str, *, slip: bool) -> None:
    assert NAMES.is_slip(text) is slip

"""What stands at the cursor, on a page and in the data file, be they finished or not. ``|`` is the cursor."""

from __future__ import annotations

import pytest

from sourced.faces.editor.reading.datafile import place_in_data
from sourced.faces.editor.reading.roles import spot_on_page

FENCE = "```"
ROLES = [
    ("It is {fact}`bri|dge` long.", "fact", "bri", "bridge"),
    ("It is {fact}`|", "fact", "", ""),
    ("{fact}`forty metres <bri|dge>`", "fact", "bri", "bridge"),
    ("{fact}`forty metres <bri|", "fact", "bri", "bri"),
    ("{fact}`forty me|tres <bridge>`", "fact", "", "bridge"),
    ("{evidence}`a, br|idge, c`", "fact", "br", "bridge"),
    ("{evidence}`a,|` and `b, c`", "fact", "", ""),
    ("{quote}`words|` {name}`x`", "fact", "words", "words"),
    ("{name}`Elm <e|`", "name", "e", "e"),
    ("One {evidence}`a`.\n{evidence}`b|\n", "fact", "b", "b"),
    ("🌉 “A” {name}`el|m`", "name", "el", "elm"),
    (f"{FENCE}{{timeline}}\n:without: a, b|c\n{FENCE}", "fact", "b", "bc"),
    (f"{FENCE}{{timeline}}\na, brid|ge: its words\n{FENCE}", "fact", "brid", "bridge"),
    (":::{people}\n:against: leng|\n:::", "against", "leng", "leng"),
    (f"{FENCE}{{locator}}\ncentre: el|\n", "fact", "el", "el"),
    (f"{FENCE}{{locator}}\ncen|\n", "role", "cen", "cen"),
    (f"{FENCE}{{quote}} may|or", "fact", "may", "mayor"),
    (f"{FENCE}{{source}} gaz|", "source", "gaz", "gaz"),
]
NOWHERE = [
    "Plain wor|ds.",
    "Behind {fact}`bridge`|.",
    "`code|`",
    "{fact}`a`\n\nanother para|graph",
    "{ref}`a|`",
    f"{FENCE}{{timeline}}\n{FENCE}\nbelow|",
    f"{FENCE}{{timeline}}\na: its wo|rds\n{FENCE}",
    f"{FENCE}{{timeline}}\n:scales: 19|\n{FENCE}",
    "|",
]


@pytest.mark.parametrize(("text", "kind", "typed", "id_"), ROLES)
def test_an_id_of_a_page(text: str, kind: str, typed: str, id_: str) -> None:
    at, text = text.index("|"), text.replace("|", "")
    spot = spot_on_page(text, at)
    assert spot
    assert (spot.kind, spot.typed, spot.id) == (kind, typed, id_)
    assert text[spot.start : spot.end] == id_


@pytest.mark.parametrize("text", NOWHERE)
def test_no_id_of_a_page(text: str) -> None:
    assert spot_on_page(text.replace("|", ""), text.index("|")) is None


DATA = """\
sources:
  gazette: {file: gazette.txt, publ①isher: The "G}
names:
  elm: {kind: place, name: Elm Bridge, al②so: [the bri③dge, b]}
facts:
  a:
    about: el④m
    property: ⑤
    sta⑥tement: "He said: # no comment ⑦"
    evidence:
      - {source: g⑧az, exact: The words, gloss: {It: el⑨m, SoⒶ
      - source: gazⒷ
        exact: plain words
        glⒸ
        gloss:
          He: maⒹ
    - source: x
      exⒺ: y
    Ⓕ
  bⒼ:
HⒾ
"""
WHERE = {
    "①": ("sources gazette", True, "publ"),
    "②": ("names elm", True, "al"),
    "③": ("names elm also", False, "the bri"),
    "④": ("facts a about", False, "el"),
    "⑤": ("facts a property", False, ""),
    "⑥": ("facts a", True, "sta"),
    "⑦": ("facts a statement", False, "He said: # no comment "),
    "⑧": ("facts a evidence source", False, "g"),
    "⑨": ("facts a evidence gloss It", False, "el"),
    "Ⓐ": ("facts a evidence gloss", True, "So"),
    "Ⓑ": ("facts a evidence source", False, "gaz"),
    "Ⓒ": ("facts a evidence", True, "gl"),
    "Ⓓ": ("facts a evidence gloss He", False, "ma"),
    "Ⓔ": ("facts a evidence", True, "ex"),
    "Ⓕ": ("facts a", True, ""),
    "Ⓖ": ("facts", True, "b"),
    "Ⓘ": ("", True, "H"),
}


@pytest.mark.parametrize(("mark", "where"), WHERE.items())
def test_a_place_in_the_data_file(mark: str, where: tuple[str, bool, str]) -> None:
    text = DATA
    for other in WHERE.keys() - {mark}:
        text = text.replace(other, "")
    place = place_in_data(text.replace(mark, ""), text.index(mark))
    assert place
    assert (" ".join(place.keys), place.is_key, place.typed) == where


def test_a_comment_is_no_place() -> None:
    assert place_in_data("facts:\n  a: {about: b} # say wh", 27) is None

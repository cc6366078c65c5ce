from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from sourced.account.exports.data import export, to_json
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages
from sourced.rules.check import check_book
from sourced.text.fold import ELLIPSIS, squeeze

BOOK = Path(__file__).parents[2] / "books/tern-rock"
REFERENCE = Path(__file__).parents[3] / "docs/reference/data.md"


def exported(root: Path) -> dict[str, list[dict[str, object]]]:
    book = load_book(root)
    return export(book, read_pages(book))


def test_a_fact_is_exported_with_where_its_words_stand(small_book: Path) -> None:
    length, opened = exported(small_book)["facts"]
    assert length == {
        "id": "bridge-length",
        "about": "elm-bridge",
        "property": "length",
        "value": "40 metres",
        "statement": "The Elm Bridge is 40 metres long.",
        "by": None,
        "when": None,
        "asOf": None,
        "absent": [],
        "usedOn": ["index"],
        "unused": None,
        "formerly": [],
        "evidence": [
            {
                "source": "gazette",
                "file": "seeds/gazette.txt",
                "exact": "The Elm Bridge is 40 metres long",
                "prefix": None,
                "suffix": None,
                "gloss": {},
                "start": 0,
                "end": 32,
                "line": 1,
                "page": None,
                "section": None,
                "parts": [{"text": "The Elm Bridge is 40 metres long", "start": 0, "end": 32}],
            }
        ],
    }
    assert opened["evidence"][0]["gloss"] == {"It": "elm-bridge"}


def test_offsets_count_characters_and_lines_count_from_1(small_book: Path) -> None:
    source = small_book / "seeds/gazette.txt"
    data = small_book / "data/facts.yaml"
    old = re.search(r"sha256: (\w+)", data.read_text()).group(1)
    text = "Ünïcode – first.\r\n\n" + source.read_text()
    source.write_text(text, encoding="utf-8", newline="")
    data.write_text(data.read_text().replace(old, hashlib.sha256(source.read_bytes()).hexdigest()))
    for fact in exported(small_book)["facts"]:
        (evidence,) = fact["evidence"]
        assert source.read_bytes().decode("utf-8")[evidence["start"] : evidence["end"]] == evidence["exact"]
        assert evidence["line"] == 3


def test_words_stand_where_their_parts_say_however_they_were_typed() -> None:
    book = load_book(BOOK)
    folded = elided = 0
    for fact in exported(BOOK)["facts"]:
        for evidence in fact["evidence"]:
            text, parts = book.texts[evidence["source"]], evidence["parts"]
            assert [text[part["start"] : part["end"]] for part in parts] == [part["text"] for part in parts]
            assert (parts[0]["start"], parts[-1]["end"]) == (evidence["start"], evidence["end"])
            assert squeeze("…".join(part["text"] for part in parts)) == _joined(evidence["exact"])
            folded += len(parts) == 1 and parts[0]["text"] != evidence["exact"]
            elided += len(parts) > 1
    assert folded
    assert elided


def test_words_that_are_typed_plainly_are_exported_as_the_file_has_them(small_book: Path) -> None:
    text = "\ufeffThe El\u00adm Bridge is 40 met-\nres long. "
    text += "It was\n\n12\n\n\fo\u200bpened on 3 May 1901 by the mayor.\n"
    (small_book / "seeds/gazette.txt").write_bytes(text.encode())
    data = small_book / "data/facts.yaml"
    old = load_book(small_book).sources["gazette"].sha256
    new = hashlib.sha256(text.encode()).hexdigest()
    aside = "    aside: [{from: '12', why: the number of a page}]\n"
    typed = data.read_text().replace(old, new).replace("    published", f"{aside}    published")
    data.write_text(typed, encoding="utf-8")
    first, second = (fact["evidence"][0] for fact in exported(small_book)["facts"])
    assert first["exact"] == "The Elm Bridge is 40 metres long"
    assert [part["text"] for part in second["parts"]] == ["It was", "o\u200bpened on 3 May 1901"]
    for evidence in (first, second):
        for part in evidence["parts"]:
            assert text[part["start"] : part["end"]] == part["text"]
        assert text[evidence["start"] : evidence["end"]].count("12") == len(evidence["parts"]) - 1
    found = {finding.code for finding in check_book(load_book(small_book)).findings}
    assert not found & {"source-changed", "quotation-not-found", "quotation-in-aside"}
    data.write_text(typed.replace("It was opened on", "It was 12 opened on"), encoding="utf-8")
    assert "quotation-in-aside" in {finding.code for finding in check_book(load_book(small_book)).findings}


def _joined(exact: str) -> str:
    return squeeze(ELLIPSIS.sub("…", exact))


def test_a_quotation_that_is_not_found_has_no_place(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    data.write_text(data.read_text().replace("exact: The Elm", "exact: The Oak"))
    (evidence,) = exported(small_book)["facts"][0]["evidence"]
    assert (evidence["start"], evidence["end"], evidence["line"]) == (None, None, None)
    assert evidence["parts"] == []


def test_a_source_that_is_not_there_has_no_file(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    data.write_text(
        data.read_text().replace("{source: gazette, exact: The Elm", "{source: herald, exact: The Elm")
    )
    (evidence,) = exported(small_book)["facts"][0]["evidence"]
    assert (evidence["source"], evidence["file"], evidence["start"]) == ("herald", None, None)


def test_pages_are_listed_once_for_each_fact(small_book: Path) -> None:
    (small_book / "docs/more.md").write_text(
        "# More\n\nIt is {fact}`bridge-length` long, {fact}`bridge-length`.\n", encoding="utf-8"
    )
    length, opened = exported(small_book)["facts"]
    assert length["usedOn"] == ["index", "more"]
    assert opened["usedOn"] == ["index"]


def test_the_text_is_json_that_a_person_can_read(small_book: Path) -> None:
    data = exported(small_book)
    assert json.loads(to_json(data)) == data
    assert to_json({"name": "Élm"}) == '{\n  "name": "Élm"\n}\n'


@pytest.mark.parametrize("part", ["sources", "names", "properties", "facts"])
def test_every_field_is_documented(small_book: Path, part: str) -> None:
    documented = set(re.findall(r"`(\w+)`", REFERENCE.read_text(encoding="utf-8")))
    fields = set(exported(small_book)[part][0])
    if part == "facts":
        fields |= set(exported(small_book)["facts"][0]["evidence"][0])
    assert fields <= documented

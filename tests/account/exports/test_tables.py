"""The tables of an export, as a package that others can read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import frictionless
import pytest

from sourced.account.exports import read_licence
from sourced.account.exports.tables import FORMULA, TABLES, escape
from sourced.book.book import Book

from .conftest import ROOT, edit, exported, rows, written

REFERENCE = ROOT / "docs/reference/data.md"


def unescape(cell: str) -> str:
    """The text that ``escape`` was given, as the package tells its readers to get it back."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def test_the_data_package_is_valid(real: tuple[Book, dict[str, str]], tmp_path: Path) -> None:
    package = frictionless.Package(str(written(real[1], tmp_path) / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(TABLES)
    facts = package.get_resource("facts").read_rows()
    assert len(facts) == len(real[0].facts)


@pytest.mark.parametrize(
    ("file", "old", "new", "error"),
    [
        pytest.param("facts.csv", "length,40 metres", "lenght,40 metres", "foreign-key", id="dangling ID"),
        pytest.param("evidence.csv", ",0,32,1", ",zero,32,1", "type-error", id="words for a number"),
        pytest.param("facts.csv", "bridge-opened,", "bridge-length,", "primary-key", id="an ID twice"),
        pytest.param("names.csv", "Elm Bridge", "Oak Bridge", "hash-count", id="another file"),
    ],
)
def test_what_is_wrong_with_the_tables_is_found(
    small_book: Path, tmp_path: Path, file: str, old: str, new: str, error: str
) -> None:
    _, files = exported(small_book)
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    folder = tmp_path / "package"
    folder.mkdir()
    report = frictionless.validate(str(written(files, folder) / "datapackage.json"))
    assert error in {found for (found,) in report.flatten(["type"])}


def test_every_column_is_described_and_documented(real: tuple[Book, dict[str, str]]) -> None:
    package = json.loads(real[1]["datapackage.json"])
    documented = set(re.findall(r"`([\w.]+)`", REFERENCE.read_text(encoding="utf-8")))
    for resource, table in zip(package["resources"], TABLES, strict=True):
        header = real[1][table.file].split("\r\n", 1)[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] and field["type"] for field in resource["schema"]["fields"])
        assert {table.file, *header} <= documented


def test_each_field_of_the_data_has_its_column(real: tuple[Book, dict[str, str]]) -> None:
    """But for what is a table itself; and the file of a quotation is that of its source."""
    data = json.loads(real[1]["facts.json"])
    first = {kind: entries[0] for kind, entries in data.items()}
    fields = {kind: {*entry} - {"evidence", "aside"} for kind, entry in first.items()}
    fields["evidence"] = {*first["facts"]["evidence"][0], "fact", "number"} - {"file"}
    columns = {table.name: {column.name for column in table.columns} for table in TABLES}
    assert {kind: columns[kind] for kind in fields} == fields


def test_a_package_tells_its_title_licence_and_sources(real: tuple[Book, dict[str, str]]) -> None:
    book, files = real
    package = json.loads(files["datapackage.json"])
    front = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert f"\n# {package['title']}\n" in front
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    assert len(package["sources"]) == len(book.sources)


def test_rows_carry_what_the_data_say(real: tuple[Book, dict[str, str]]) -> None:
    book, files = real
    facts = rows(files["facts.csv"])
    assert [row["id"] for row in facts] == list(book.facts)
    assert [unescape(row["statement"]) for row in facts] == [f.statement for f in book.facts.values()]
    evidence = rows(files["evidence.csv"])
    assert [(row["fact"], unescape(row["exact"])) for row in evidence] == [
        (fact.id, each.exact) for fact in book.facts.values() for each in fact.evidence
    ]
    quoted = [each for fact in json.loads(files["facts.json"])["facts"] for each in fact["evidence"]]
    assert [json.loads(row["parts"]) for row in evidence] == [each["parts"] for each in quoted]
    asides = rows(files["asides.csv"])
    assert len(asides) == sum(len(source.aside) for source in book.sources.values())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param('=HYPERLINK("x")', '\'=HYPERLINK("x")', id="formula"),
        pytest.param("+93", "'+93", id="plus"),
        pytest.param("-1 or less", "'-1 or less", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("'=1", "''=1", id="escaped already"),
        pytest.param("'Unconquerable'", "'Unconquerable'", id="an apostrophe alone"),
        pytest.param("115 km", "115 km", id="a number with its unit"),
        pytest.param("a = b", "a = b", id="a sign inside"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert escape(text) == cell
    assert unescape(cell) == text


def test_no_table_has_a_formula(small_book: Path) -> None:
    edit(small_book, "title: A bridge", 'title: "=1+1,\\"x\\"\\nGünter"')
    edit(small_book, "name: Elm Bridge", 'name: Elm Bridge, also: ["@elm"], about: "-40 metres"')
    _, files = exported(small_book)
    (source,) = rows(files["sources.csv"])
    assert source["title"] == '\'=1+1,"x"\nGünter'
    (name,) = rows(files["names.csv"])
    assert (name["about"], json.loads(name["also"])) == ("'-40 metres", ["@elm"])
    for table in TABLES:
        for row in rows(files[table.file]):
            assert not [cell for cell in row.values() if cell[:1] in {*"=+-@\t\r\n"} and cell]


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        pytest.param("SPDX-License-Identifier: CC0-1.0\n\nText.\n", "CC0-1.0", id="stated"),
        pytest.param("All rights reserved.\n", None, id="not stated"),
        pytest.param(None, None, id="no file"),
    ],
)
def test_the_licence_is_the_one_that_is_stated(
    small_book: Path, text: str | None, licence: str | None
) -> None:
    if text is not None:
        (small_book / "docs/LICENSE").write_text(text, encoding="utf-8")
    assert read_licence(small_book) == licence
    assert ("licenses" in json.loads(exported(small_book)[1]["datapackage.json"])) == (licence is not None)

"""What all forms of an export share, and the command that writes them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import frictionless
import pyshacl
import pytest
from rdflib import URIRef

from sourced.account.exports.tables import TABLES
from sourced.book.book import Book
from sourced.faces.command import main as cli
from sourced.faces.command.status import CLEAN, FAILED

from .conftest import BASE, ROOT, SCHEMA, SHAPES, exported, graph_of, rows

# rdflib's own reader of JSON-LD and pyshacl use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset).* deprecated:DeprecationWarning")


def test_the_same_book_gives_the_same_bytes(real: tuple[Book, dict[str, str]]) -> None:
    assert exported(ROOT)[1] == real[1]


def test_the_command_writes_tables_into_a_folder(small_book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    call = ["export", "--root", str(small_book), "--format", "csv", "--output", str(folder)]
    assert cli.main(call) == cli.main(call) == CLEAN
    assert {path.name for path in folder.iterdir()} == {"datapackage.json", *(table.file for table in TABLES)}
    assert frictionless.validate(str(folder / "datapackage.json")).valid


def test_the_command_writes_linked_data(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--root", str(small_book), "--format", "jsonld"]) == CLEAN
    assert len(graph_of({"facts.jsonld": capsys.readouterr().out})) > 0


@pytest.mark.parametrize("output", [[], ["--output", "{root}/docs/tables"], ["--output", "{root}/no/folder"]])
def test_tables_without_a_place_are_refused(
    small_book: Path, output: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(small_book.rglob("*"))
    call = ["export", "--root", str(small_book), "--format", "csv"]
    assert cli.main([*call, *(each.format(root=small_book) for each in output)]) == FAILED
    assert capsys.readouterr().err.startswith("sourced: ")
    assert sorted(small_book.rglob("*")) == before


ORIGIN = """\
    address: https://gazette.example/bridge?id=1#top
    retrieved: 2021-09-03
    archive: https://archive.example/1901/bridge
    original: {file: gazette.pdf, sha256: %s}
    first-page: 11
"""


def test_where_a_source_is_from_and_where_in_it_words_stand_is_in_every_form(small_book: Path) -> None:
    with_origin(small_book)
    book, files = exported(small_book)
    assert book.sources["gazette"].original
    source = json.loads(files["facts.json"])["sources"][0]
    assert source["original"] == {"file": "seeds/gazette.pdf", "sha256": sha256(b"%PDF").hexdigest()}
    assert source["address"] == "https://gazette.example/bridge?id=1#top"
    assert (source["retrieved"], source["archive"]) == ("2021-09-03", "https://archive.example/1901/bridge")
    first, second = (fact["evidence"][0] for fact in json.loads(files["facts.json"])["facts"])
    assert (first["page"], second["page"]) == ("11", "12")
    assert (first["section"], second["section"]) == (None, "Bridge")
    assert rows(files["sources.csv"])[0]["address"] == source["address"]
    assert [row["page"] for row in rows(files["evidence.csv"])] == ["11", "12"]
    graph = graph_of(files)
    node = URIRef(f"{BASE}#source-gazette")
    assert graph.value(node, SCHEMA.url) == URIRef(source["address"])
    assert graph.value(node, URIRef("http://purl.org/pav/retrievedOn")).toPython()
    conforms, _, told = pyshacl.validate(graph, shacl_graph=str(SHAPES))
    assert conforms, told


def test_a_draft_is_not_exported(small_book: Path) -> None:
    data = small_book / "data/facts.yaml"
    data.write_text(data.read_text().replace("  bridge-opened:\n", "  bridge-opened:\n    draft: true\n"))
    _, files = exported(small_book)
    assert all("bridge-opened" not in text for text in files.values())
    assert all("bridge-length" in files[name] for name in ("facts.json", "facts.csv", "facts.jsonld"))


def with_origin(root: Path) -> None:
    """Say where the source of the small book is from, and on which page each quotation stands."""
    seed, data = root / "seeds/gazette.txt", root / "data/facts.yaml"
    old = sha256(seed.read_bytes()).hexdigest()
    seed.write_text(seed.read_text().replace(" It was", "\n\fIt was"))
    (root / "seeds/gazette.pdf").write_bytes(b"%PDF")
    text = data.read_text().replace(old, sha256(seed.read_bytes()).hexdigest())
    text = text.replace("    title: A", ORIGIN % sha256(b"%PDF").hexdigest() + "    title: A")
    data.write_text(text.replace("exact: It was", "section: Bridge, exact: It was"))

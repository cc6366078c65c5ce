from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.request import OpenerDirector

import frictionless
import pyshacl
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF

from sourced.account.exports import exports, read_imprint, read_licence
from sourced.account.exports.tables import TABLES, escape, unescape
from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages
from sourced.faces.command import main as cli
from sourced.faces.command.status import CLEAN, FAILED

ROOT = Path(__file__).parents[3]
REFERENCE = ROOT / "docs/reference/data.md"
BASE = "https://book.example/facts.jsonld"
SHAPES = Path(__file__).parent / "shapes.ttl"
SCHEMA, OA = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/oa#")

# rdflib's own reader of JSON-LD and pyshacl use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset).* deprecated:DeprecationWarning")


def exported(root: Path) -> tuple[Book, dict[str, str]]:
    book = load_book(root)
    pages = read_pages(book)
    return book, exports(book, pages, read_imprint(root, pages))


def written(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def graph_of(files: dict[str, str]) -> Graph:
    return Graph().parse(data=files["facts.jsonld"], format="json-ld", publicID=BASE)


@pytest.fixture(scope="module")
def real() -> tuple[Book, dict[str, str]]:
    """The real book, and all files of its data."""
    return exported(ROOT)


@pytest.fixture(scope="module")
def graph(real: tuple[Book, dict[str, str]]) -> Graph:
    return graph_of(real[1])


def edit(root: Path, old: str, new: str) -> None:
    file = root / "data/facts.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# Tables


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


def test_the_same_book_gives_the_same_bytes(real: tuple[Book, dict[str, str]]) -> None:
    assert exported(ROOT)[1] == real[1]


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


# Linked data


def test_nothing_is_fetched(real: tuple[Book, dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenerDirector, "open", lambda self, url, *_: pytest.fail(f"{url} was asked for"))
    context = json.loads(real[1]["facts.jsonld"])["@context"]
    assert isinstance(context, dict)
    assert "@import" not in json.dumps(context)
    assert len(graph_of(real[1])) > 0


def test_every_word_of_the_linked_data_is_defined(real: tuple[Book, dict[str, str]]) -> None:
    data = json.loads(real[1]["facts.jsonld"])

    def keys(node: object) -> set[str]:
        if isinstance(node, dict):
            return set(node).union(*map(keys, node.values()))
        return set().union(*map(keys, node)) if isinstance(node, list) else set()

    assert keys(data["@graph"]) <= set(data["@context"])


def test_the_graph_has_its_shape(graph: Graph) -> None:
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(SHAPES))
    assert conforms, text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"derivedFrom"', '"comment"', id="a fact that rests on nothing"),
        pytest.param('"end": 32', '"end": 0', id="an end before its start"),
        pytest.param('"oa:TextQuoteSelector"', '"oa:TextPositionSelector"', id="a selector missing"),
        pytest.param('"body": "#fact-', '"body": "#name-', id="an annotation of nothing"),
        pytest.param('"published": "1901-05-04"', '"headline": "x", "sha256": "1901"', id="a wrong sum"),
    ],
)
def test_another_shape_is_refused(small_book: Path, old: str, new: str) -> None:
    _, files = exported(small_book)
    assert old in files["facts.jsonld"]
    broken = graph_of({"facts.jsonld": files["facts.jsonld"].replace(old, new, 1)})
    assert pyshacl.validate(graph_of(files), shacl_graph=str(SHAPES))[0]
    assert not pyshacl.validate(broken, shacl_graph=str(SHAPES))[0]


def test_every_fact_and_quotation_is_in_the_graph(real: tuple[Book, dict[str, str]], graph: Graph) -> None:
    book, _ = real
    kinds = Counter(graph.objects(None, RDF.type))
    assert kinds[SCHEMA.Claim] == len(book.facts)
    assert kinds[SCHEMA.Article] == len(book.sources)
    assert kinds[OA.Annotation] == sum(len(fact.evidence) for fact in book.facts.values())
    for fact in book.facts.values():
        node = URIRef(f"{BASE}#fact-{fact.id}")
        assert graph.value(node, SCHEMA.text) == Literal(fact.statement)
        speaker = URIRef(f"{BASE}#name-{fact.by}") if fact.by else None
        assert graph.value(node, PROV.wasAttributedTo) == speaker


def test_selectors_select_the_words_of_the_sources(real: tuple[Book, dict[str, str]], graph: Graph) -> None:
    book, files = real
    found = graph.query(
        """
        PREFIX schema: <https://schema.org/>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?file ?text ?exact ?prefix ?suffix ?start ?end WHERE {
            ?claim a schema:Claim ; prov:wasDerivedFrom ?quotation .
            ?quotation schema:text ?text ; prov:wasQuotedFrom ?source ; oa:hasSelector ?quote, ?position .
            ?source schema:identifier ?file .
            ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
            OPTIONAL { ?quote oa:prefix ?prefix }
            OPTIONAL { ?quote oa:suffix ?suffix }
            ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
        }
        """
    )
    texts = {source.file: book.texts[source.id] for source in book.sources.values()}
    count = 0
    for each in found:
        text = texts[str(each.file).removeprefix("seeds/")]
        start, end = int(each.start), int(each.end)
        assert text[start:end] == str(each.exact) == str(each.text)
        assert text[:start].endswith(str(each.prefix or ""))
        assert text[end:].startswith(str(each.suffix or ""))
        count += 1
    facts = json.loads(files["facts.json"])["facts"]
    assert count == sum(len(each["parts"]) for fact in facts for each in fact["evidence"]) > 0


def test_a_quotation_with_an_ellipsis_is_given_in_parts(small_book: Path) -> None:
    edit(small_book, "exact: It was opened on 3 May 1901,", "exact: It was … on 3 May 1901 … mayor,")
    graph = graph_of(exported(small_book)[1])
    targets = graph.objects(URIRef(f"{BASE}#annotation-bridge-opened.1"), OA.hasTarget)
    assert sorted(str(graph.value(each, SCHEMA.text)) for each in targets) == [
        "It was",
        "mayor",
        "on 3 May 1901",
    ]


def test_a_claim_belongs_to_its_speaker_and_an_absence_rests_on_all_sources(small_book: Path) -> None:
    edit(small_book, "names:\n", "names:\n  mayor: {kind: office, name: mayor}\n")
    edit(small_book, "    value: 40 metres\n", "    value: 40 metres\n    by: mayor\n")
    absence = "\n  no-width:\n    about: elm-bridge\n    property: length\n    statement: Unknown.\n"
    file = small_book / "data/facts.yaml"
    file.write_text(file.read_text(encoding="utf-8") + absence + "    absent: [wide]\n", encoding="utf-8")
    graph = graph_of(exported(small_book)[1])
    mayor, claim = URIRef(f"{BASE}#name-mayor"), URIRef(f"{BASE}#fact-bridge-length")
    assert graph.value(claim, SCHEMA.author) == graph.value(claim, PROV.wasAttributedTo) == mayor
    assert (mayor, RDF.type, PROV.Agent) in graph
    nowhere = URIRef(f"{BASE}#fact-no-width")
    assert list(graph.objects(nowhere, PROV.wasDerivedFrom)) == [URIRef(f"{BASE}#source-gazette")]
    assert list(graph.objects(nowhere, SCHEMA.keywords)) == [Literal("wide")]


# The command


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

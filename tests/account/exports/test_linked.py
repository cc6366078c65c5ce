"""The graph of an export: its shape, and that it selects the words of the sources."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.request import OpenerDirector

import pyshacl
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF

from sourced.book.book import Book

from .conftest import BASE, OA, SCHEMA, SHAPES, edit, exported, graph_of

# rdflib's own reader of JSON-LD and pyshacl use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset).* deprecated:DeprecationWarning")


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

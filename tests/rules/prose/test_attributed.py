"""Which word of saying lays a claim in its speaker's mouth: none of the claim itself, and none of another."""

from __future__ import annotations

import pytest

from sourced.book.model import Evidence, Fact, Name, Property, Source
from sourced.chain.display import make_display
from sourced.chain.library import Library
from sourced.chain.views import views
from sourced.page.reading import read_page
from sourced.rules.prose.speakers import speech_without_speaker

from ...bridge import MakeBook

TEXT = (
    "Cora Holm said the League would appeal against the order. She said that it had been asked to leave. "
    "“I was called a fool by the reeve,” said Ann Ames. She raised the hope of a new pier. "
    "The reeve demanded a new roof. The League accused the reeve of sleeping. "
    "Cora Holm said Ann Ames had rowed out, four days before she told the reeve. "
    "Ann Ames recalled that Cora Holm warned that the pier was weak."
)


def _fact(id_: str, by: str, statement: str, exact: str, **gloss: str) -> Fact:
    evidence = (Evidence(source="gazette", exact=exact, gloss=gloss),)
    return Fact(id=id_, about="pier", property="state", by=by, statement=statement, evidence=evidence)


ENTRIES = (
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="ann", kind="person", name="Ann Ames"),
    Name(id="cora", kind="person", name="Cora Holm"),
    Name(id="league", kind="group", name="League"),
    Name(id="reeve", kind="person", name="the reeve"),
    Source(id="gazette", file="gazette.txt", sha256="0" * 64, publisher="Gazette", published="1901-05-04"),
    Property(id="state", title="State"),
    _fact("appeal", "cora", "The League would appeal against the order.", TEXT[: TEXT.index(".")]),
    _fact("fool", "ann", "Ann Ames was called a fool by the reeve.", "I was called a fool by the reeve"),
    _fact("hope", "ann", "Ann Ames raised the hope of a new pier.", "She raised the hope of a new pier"),
    _fact("roof", "reeve", "The reeve demanded a new roof.", "The reeve demanded a new roof"),
    _fact("sleep", "league", "The League accused the reeve of sleeping.", "accused the reeve of sleeping"),
    _fact(
        "rowed",
        "cora",
        "Ann Ames had rowed out, four days before she told the reeve.",
        "Cora Holm said Ann Ames had rowed out, four days before she told the reeve",
    ),
    _fact("weak", "cora", "The pier was weak.", "Cora Holm warned that the pier was weak"),
)


@pytest.mark.parametrize(
    ("fact", "sentence", "attributed"),
    [
        pytest.param("appeal", "Cora Holm said the League would appeal.", True, id="the speaker says it"),
        pytest.param("appeal", "The League would appeal, said Cora Holm.", True, id="behind it"),
        pytest.param("appeal", "The Gazette reported of Cora Holm’s appeal.", True, id="the source says it"),
        pytest.param("appeal", "For Cora Holm the League would appeal.", False, id="a word of the claim"),
        pytest.param("appeal", "For Cora Holm the League appealed.", False, id="a form of it"),
        pytest.param("appeal", "The reeve said of Cora Holm that she left.", False, id="another says it"),
        pytest.param("fool", "Ann Ames was called a fool by the reeve.", False, id="of direct speech"),
        pytest.param("fool", "Ann Ames told of being called a fool.", True, id="her word and the claim's"),
        pytest.param("fool", "Ann Ames said “I was called a fool”.", True, id="quoted"),
        pytest.param("roof", "The reeve demanded a new roof.", True, id="an act that says it"),
        pytest.param("sleep", "The League accused the reeve.", True, id="an act of the speaker"),
        pytest.param("rowed", "Cora Holm said that Ann Ames rowed out.", True, id="it reports another"),
        pytest.param("rowed", "For Cora Holm she rowed out and told the reeve.", True, id="read so"),
        pytest.param("weak", "Cora Holm warned that the pier was weak.", True, id="reported by another"),
    ],
)
def test_a_claim_is_told_by_a_word_of_saying_of_its_speaker(
    make_book: MakeBook, fact: str, sentence: str, attributed: bool
) -> None:
    book = make_book(*ENTRIES, gazette=TEXT)
    library = Library(book)
    text = f"{sentence} {{evidence}}`{fact}`"
    page = read_page(text, docname="pier", file="docs/pier.md", display=make_display(book))
    found = [hit for view in views(library, page) for hit in speech_without_speaker(view)]
    assert (not found) is attributed
    assert all(hit.doubt for hit in found)

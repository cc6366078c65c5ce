"""What can be found: passages and spellings, each with its place. The searching: see tests/browser."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sourced.rules.verdict.judging import Outcome

from .conftest import Build, TinyBook, find_nothing

FILE = "_static/sourced-passages.js"
OWN = "# More of it\n\nThis book is short. {own}`about the book`\n"


def data(build: Build) -> dict[str, Any]:
    """What is given to the search page."""
    text = build.text(FILE)
    found: dict[str, Any] = json.loads(text.partition("=")[2])
    found["passages"] = [[page, *each] for page, (own, _) in enumerate(found["parts"]) for each in own]
    found["facts"] = [fact for _, own in found["parts"] for fact in own]
    return found


def test_each_passage_leads_to_its_place(tiny_book: TinyBook) -> None:
    found = data(tiny_book.build())
    assert found["pages"] == [
        ["opening.html", "The opening", "Chapter"],
        ["plain.html", "About this book", "Chapter"],
        ["index.html", "The bridge", "Chapter"],
    ]
    assert [0, "mark-1", "The opening", "The Elm Bridge was opened on 3 May 1901."] in found["passages"]
    assert [1, "about-this-book", "About this book", "This book is short."] in found["passages"]


def test_a_fact_is_found_once_with_all_the_places_that_rest_on_it(tiny_book: TinyBook) -> None:
    tiny_book.edit("docs/index.md", "long.", "long.\nIt was opened on {fact}`bridge-opened`.")
    found = data(tiny_book.build())
    opened = [fact for fact in found["facts"] if "opened" in fact[1]]
    assert opened == [
        [
            "",
            "The Elm Bridge was opened on 3 May 1901.",
            "“It was opened on 3 May 1901” (Gazette)",
            "Elm Bridge: Opened",
            [[0, "mark-1"], [2, "mark-2"]],
        ]
    ]
    assert not any("“" in text for _, _, _, text in found["passages"])


def test_a_page_that_is_not_narrative_is_told_apart(tiny_book: TinyBook) -> None:
    tiny_book.write(
        "docs/plain.md", "---\nsourced: {narrative: false, why: a list}\n---\n\n# Plain\n\nA list.\n"
    )
    assert data(tiny_book.build())["pages"][1] == ["plain.html", "Plain", "Page"]


def test_a_claim_is_found_with_whoever_made_it(tiny_book: TinyBook) -> None:
    tiny_book.edit("data/facts.yaml", "value: 40 metres\n", "value: 40 metres\n    by: elm-bridge\n")
    with pytest.MonkeyPatch.context() as patch:
        find_nothing(patch)
        found = data(tiny_book.build())
    (long,) = (fact for fact in found["facts"] if "metres" in fact[1])
    assert long[2].startswith("Said by Elm Bridge: “The Elm Bridge is 40 metres long” (Gazette)")


def test_a_table_is_found_by_its_rows(tiny_book: TinyBook) -> None:
    tiny_book.write("docs/plain.md", "# Plain\n\n| Length | Width |\n| - | - |\n| long | wide |\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.rules.keeping.judging.judge_page", lambda *_: Outcome())
        found = data(tiny_book.build())
    assert [1, "plain", "Plain", "long · wide"] in found["passages"]


def test_a_name_has_its_sort_and_a_source_leads_to_its_page(tiny_book: TinyBook) -> None:
    front = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
    tiny_book.edit(
        "data/facts.yaml", "names:\n", "names:\n  gazette: {kind: work, name: Gazette, also: [Gaz]}\n"
    )
    tiny_book.write("docs/plain.md", f"{front}# All\n\n```{{names-table}}\n```\n")
    tiny_book.write("docs/opening.md", f"{front}# A source\n\n```{{source}} gazette\n```\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourced.faces.sphinx.checking.check_whole", lambda *_: [])
        found = data(tiny_book.build())
    assert found["names"] == [
        ["opening.html", "Source", "Gazette", "A bridge", ["Gaz"]],
        ["plain.html#name-elm-bridge", "Name", "Elm Bridge", "place", []],
    ]


def test_it_offers_the_lists_that_there_are(tiny_book: TinyBook) -> None:
    assert data(tiny_book.build())["lists"] == [["genindex.html", "Index"]]
    front = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
    tiny_book.write("docs/plain.md", f"{front}# All the names\n\n```{{names-table}}\n```\n")
    assert data(tiny_book.build())["lists"] == [["genindex.html", "Index"], ["plain.html", "All the names"]]


def test_names_and_facts_without_a_page_of_theirs_lead_nowhere(tiny_book: TinyBook) -> None:
    tiny_book.write("docs/opening.md", OWN)
    tiny_book.edit("data/facts.yaml", "value: 1901-05-03\n", "value: 1901-05-03\n    unused: for the test\n")
    found = data(tiny_book.build())
    assert found["names"] == [["", "Name", "Elm Bridge", "place", []]]
    assert [fact[1] for fact in found["facts"]] == ["The Elm Bridge is 40 metres long."]


def test_a_fact_that_no_page_uses_is_found_in_the_table(tiny_book: TinyBook) -> None:
    front = "---\nsourced: {narrative: false, why: made by the build}\n---\n\n"
    tiny_book.write("docs/plain.md", f"{front}# All\n\n```{{facts-table}}\n```\n")
    tiny_book.write("docs/opening.md", OWN)
    tiny_book.edit("data/facts.yaml", "value: 1901-05-03\n", "value: 1901-05-03\n    unused: for the test\n")
    facts = {fact[0]: fact[4] for fact in data(tiny_book.build())["facts"]}
    assert facts == {"plain.html#fact-bridge-length": [[2, "mark-1"]], "plain.html#fact-bridge-opened": []}


def test_a_changed_page_or_spelling_is_found_at_once(tiny_book: TinyBook) -> None:
    tiny_book.build()
    tiny_book.edit("docs/plain.md", "This book is short.", "This book is quite short.")
    assert "quite short" in tiny_book.build().text(FILE)
    tiny_book.edit("data/facts.yaml", "name: Elm Bridge}", "name: Elm Bridge, also: [Bridge of Elm]}")
    assert data(tiny_book.build())["names"] == [["", "Name", "Elm Bridge", "place", ["Bridge of Elm"]]]


def test_a_page_that_goes_is_no_longer_found(tiny_book: TinyBook) -> None:
    tiny_book.build()
    (tiny_book.root / "docs/plain.md").unlink()
    tiny_book.edit("docs/index.md", "plain\n", "")
    assert "plain.html" not in tiny_book.build().text(FILE)


def test_a_build_with_nothing_to_do_writes_nothing(tiny_book: TinyBook) -> None:
    file = tiny_book.build().out / FILE
    before = file.stat().st_mtime_ns
    tiny_book.build()
    assert file.stat().st_mtime_ns == before


def test_reading_side_by_side_finds_the_same(tiny_book: TinyBook) -> None:
    for number in range(6):  # Sphinx reads side by side from a few pages on
        tiny_book.write(f"docs/more{number}.md", OWN)
    tiny_book.edit("docs/index.md", "plain\n", "plain\n" + "".join(f"more{number}\n" for number in range(6)))
    one, many = (tiny_book.build(out=f"out{jobs}", jobs=jobs) for jobs in (1, 4))
    assert one.text(FILE) == many.text(FILE)


def test_only_the_search_page_loads_it(tiny_book: TinyBook) -> None:
    build = tiny_book.build()
    assert "sourced-search.js" in build.text("search.html")
    assert "sourced-search.js" not in build.text("index.html")


def test_an_e_book_has_no_search(tiny_book: TinyBook) -> None:
    build = tiny_book.build("epub", warnings=["epub_copyright"])
    assert not (build.out / FILE).exists()

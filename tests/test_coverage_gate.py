"""The book uses its sources whole: every sentence rests in a fact, or is set aside with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.account.sources.coverage import SourceCoverage, cover
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages
from sourced.faces.command.reports import finding_text

ROOT = Path(__file__).parents[1]
BOOK = load_book(ROOT)
COVERAGE = cover(BOOK, read_pages(BOOK))


@pytest.mark.parametrize("source", [pytest.param(each, id=each.source) for each in COVERAGE.sources])
def test_every_sentence_is_used_or_set_aside(source: SourceCoverage) -> None:
    file = f"seeds/{BOOK.sources[source.source].file}"
    found = [each for each in COVERAGE.findings if each.file == file]
    assert source.count("used") > 0
    assert len(source.sentences) == source.count("used") + source.count("aside") + source.count("unused")
    if found:
        pytest.fail("\n" + "".join(finding_text(each, ROOT) for each in found), pytrace=False)


def test_nothing_else_is_missing() -> None:
    assert COVERAGE.findings == ()
    assert {each.source for each in COVERAGE.sources} == set(BOOK.sources)
    assert len(COVERAGE.asides) == sum(len(source.aside) for source in BOOK.sources.values())


def test_every_sentence_of_prose_cites_a_fact_or_is_the_editors_own() -> None:
    assert COVERAGE.prose.bare == 0
    assert COVERAGE.prose.citing > COVERAGE.prose.own > 0

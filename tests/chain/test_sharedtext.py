"""Shared text is measured: words in runs that both sources have."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.sharing.sharedtext import shared_text

SEVEN = "the old bridge over the river fell"


def made(root: Path, one: str, other: str, aside: str = "") -> Library:
    """A library of two sources; what one sets aside."""
    texts = {"one": one, "other": other}
    (root / "data").mkdir()
    (root / "seeds").mkdir()
    (root / "docs").mkdir()
    sources = {}
    for id_, text in texts.items():
        (root / "seeds" / f"{id_}.txt").write_text(text, encoding="utf-8", newline="")
        digest = hashlib.sha256(text.encode()).hexdigest()
        sources[id_] = {"file": f"{id_}.txt", "sha256": digest, "published": "1901"}
    if aside:
        sources["one"]["aside"] = [{"from": aside, "why": "not the article"}]
    (root / "data/facts.yaml").write_text(yaml.safe_dump({"sources": sources}), encoding="utf-8")
    return Library(load_book(root))


@pytest.mark.parametrize(
    ("one", "other", "words", "runs"),
    [
        pytest.param(f"Today {SEVEN}.", f"They say {SEVEN} down.", 7, [SEVEN], id="one run"),
        pytest.param("the old bridge over the hill", "the old bridge over the dale", 0, [], id="five words"),
        pytest.param(f"{SEVEN}. Later {SEVEN}.", SEVEN, 14, [SEVEN, SEVEN], id="twice in one"),
        pytest.param(
            f"{SEVEN} and then a long quiet night came",
            f"a long quiet night came in, {SEVEN}",
            7,
            [SEVEN],
            id="five more elsewhere",
        ),
        pytest.param(
            f"{SEVEN}; six more words in a row",
            f"six more words in a row; {SEVEN}",
            13,
            [SEVEN, "six more words in a row"],
            id="another order",
        ),
        pytest.param(
            "the king’s old bridge over there",
            "The King's old bridge over there",
            7,
            ["the king’s old bridge over there"],
            id="folded",
        ),
        pytest.param("", SEVEN, 0, [], id="nothing"),
    ],
)
def test_runs(tmp_path: Path, one: str, other: str, words: int, runs: list[str]) -> None:
    library = made(tmp_path, one, other)
    shared = shared_text(library, "one", "other")
    assert [one[run.start : run.end] for run in shared.runs] == runs
    assert shared.words == words
    assert all(run.words >= 6 for run in shared.runs)


def test_what_is_set_aside_is_neither_counted_nor_bridged(tmp_path: Path) -> None:
    library = made(
        tmp_path,
        "the old bridge READ MORE over the river fell",
        "the old bridge over the river fell",
        "READ MORE",
    )
    shared = shared_text(library, "one", "other")
    assert (shared.words, shared.total, shared.runs) == (0, 7, ())


def test_a_source_shares_all_with_its_copy(tmp_path: Path) -> None:
    shared = shared_text(made(tmp_path, SEVEN, SEVEN), "one", "other")
    assert (shared.words, shared.total) == (7, 7)

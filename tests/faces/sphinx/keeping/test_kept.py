"""A build judges nothing that an earlier build or check has judged, and makes the same of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sourced.book import cache
from sourced.book.book import DATA_FILE
from sourced.book.signatures import SIGNED_FILE
from sourced.book.yaml import kept as yamlkept
from sourced.chain.library import Library
from sourced.faces.command.main import main
from sourced.page.page import Page
from sourced.rules.keeping import judging

from ..conftest import Build, TinyBook
from .builds import Order, build, files

VERDICTS = ".sourced-cache/verdicts"
WRONG = r"docs/opening\.md:3: WARNING: column .*97"
FACTS, PAGES = {"bridge-length", "bridge-opened"}, {"docs/index.md", "docs/opening.md", "docs/plain.md"}


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any book counts as large."""
    monkeypatch.setattr(cache, "WORTH", 1)
    monkeypatch.setattr(yamlkept, "WORTH", 1)


@pytest.fixture
def told(judged: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The facts and pages that are judged, one after another."""
    judge = judging.judge_page

    def noted(library: Library, page: Page) -> object:
        judged.append(page.file)
        return judge(library, page)

    monkeypatch.setattr(judging, "judge_page", noted)
    return judged


def clean(book: TinyBook, told: list[str], *, warnings: tuple[str, ...] = ()) -> Build:
    """Build from nothing but what is kept; ``told`` has then what was judged for that."""
    shutil.rmtree(book.root / "build", ignore_errors=True)
    told.clear()
    return book.build(warnings=warnings)


def test_a_clean_build_judges_nothing_again(tiny_book: TinyBook, told: list[str]) -> None:
    first = files(clean(tiny_book, told).out)
    assert {*told} == FACTS | PAGES
    assert files(clean(tiny_book, told).out) == first
    assert told == []


def test_a_build_judges_nothing_after_a_check_nor_a_check_after_a_build(
    tiny_book: TinyBook, told: list[str]
) -> None:
    assert main(["check", "--root", str(tiny_book.root)]) == 0
    clean(tiny_book, told)
    assert told == []
    assert main(["check", "--root", str(tiny_book.root)]) == 0
    assert told == []


def test_what_is_wrong_is_told_again_by_whoever_knows_it(tiny_book: TinyBook, told: list[str]) -> None:
    tiny_book.edit("docs/opening.md", "`bridge-opened`.", "`bridge-opened`, 97 days late.")
    first = clean(tiny_book, told, warnings=(WRONG,))
    again = clean(tiny_book, told, warnings=(WRONG,))
    assert told == []
    assert again.warnings == first.warnings
    assert files(again.out) == files(first.out)


def test_a_sign_waits_where_a_sentence_does(tiny_book: TinyBook, told: list[str]) -> None:
    (tiny_book.root / SIGNED_FILE).unlink()
    for _ in range(2):
        build = clean(tiny_book, told)
        assert "to be reviewed" in build.told
        assert "sourced-unreviewed" in build.text("plain.html")
    assert told == []


def test_a_changed_fact_costs_itself_and_the_pages_that_name_it(tiny_book: TinyBook, told: list[str]) -> None:
    clean(tiny_book, told)
    tiny_book.edit(
        DATA_FILE, "statement: The Elm Bridge is 40 metres long.", "statement: The Elm Bridge is long."
    )
    told.clear()
    tiny_book.build()
    assert "docs/index.md" in told
    assert not {"docs/opening.md", "docs/plain.md"} & {*told}


def test_a_changed_page_costs_itself(tiny_book: TinyBook, told: list[str]) -> None:
    clean(tiny_book, told)
    tiny_book.edit("docs/plain.md", "This book is short", "This book is very short")
    told.clear()
    tiny_book.build()
    assert told == ["docs/plain.md"]
    clean(tiny_book, told)
    assert told == []


def test_two_processes_keep_what_one_does(tiny_book: TinyBook, told: list[str]) -> None:
    for number in range(9):
        tiny_book.write(f"docs/more/{number}.md", "# More\n\nThis page is short. {own}`about the page`\n")
    tiny_book.edit("docs/index.md", "plain\n", "plain\nmore/*\n")
    tiny_book.edit("docs/index.md", "```{toctree}\n", "```{toctree}\n:glob:\n\n")
    tiny_book.build(jobs=2)
    clean(tiny_book, told)
    assert told == []


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(Path.unlink, id="deleted"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-9]), id="cut off"),
        pytest.param(
            lambda file: file.write_bytes(file.read_bytes().replace(b"40 metres", b"41 metres")), id="changed"
        ),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
    ],
)
def test_what_is_kept_may_go_or_break(
    tiny_book: TinyBook, told: list[str], spoil: Callable[[Path], object]
) -> None:
    tiny_book.edit("docs/index.md", "`bridge-length` long.", "`bridge-length` long, and 40 metres wide.")
    first, kept = tiny_book.build(), (tiny_book.root / VERDICTS).read_bytes()
    spoil(file := tiny_book.root / VERDICTS)
    assert not file.is_file() or file.read_bytes() != kept
    again = clean(tiny_book, told)
    assert {*told} == FACTS | PAGES
    assert files(again.out) == files(first.out)


def test_builds_at_once_leave_one_of_them(tiny_book: TinyBook, told: list[str]) -> None:
    orders = [Order(root=tiny_book.root, out=f"build-{number}") for number in range(3)]
    with ThreadPoolExecutor() as pool:
        assert [outcome.exit for outcome in pool.map(build, orders)] == [0, 0, 0]
    clean(tiny_book, told)
    assert told == []
    assert [path.name for path in (tiny_book.root / VERDICTS).parent.glob("verdicts*")] == ["verdicts"]

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from sourced.account.sources.coverage import Coverage, cover
from sourced.book.loading import load_book
from sourced.chain.reading import read_pages
from sourced.faces.command import main as cli
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS
from sourced.rules import RULES

from ..bridge import sign_all

LONG = (
    "The Elm Bridge is 40 metres long, and every spring "
    "the farmers of both villages paint its railings green."
)
FACTS = """\
  length:
    about: elm-bridge
    property: length
    statement: The bridge measures 40 metres.
    evidence:
"""


def book(root: Path, source: str, *, quoted: tuple[str, ...] = (), aside: str = "", page: str = "") -> Path:
    """A book of one source; ``quoted`` and ``aside`` are written as they stand in the data file."""
    data = f"""\
sources:
  gazette:
    file: gazette.txt
    sha256: {hashlib.sha256(source.encode()).hexdigest()}
    published: 1901-05-04
    aside: [{aside}]
names:
  elm-bridge: {{kind: place, name: Elm Bridge}}
properties:
  length: {{title: Length}}
facts:
"""
    evidence = "".join(f"      - {{source: gazette, {each}}}\n" for each in quoted)
    data += FACTS + evidence if quoted else "  {}\n"
    page = page or "# Elm Bridge\n\nIt measures 40 metres. {evidence}`length`\n"
    for name, text in {"seeds/gazette.txt": source, "data/facts.yaml": data, "docs/index.md": page}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return root


def covered(root: Path) -> Coverage:
    loaded = load_book(root)
    return cover(loaded, read_pages(loaded))


def unused(root: Path) -> list[tuple[str, int, int, str]]:
    """Code, line, column and words of each unused sentence or stretch."""
    found = covered(root).findings
    assert {each.file for each in found} <= {"seeds/gazette.txt"}
    return [(e.code, e.line, e.column, e.message.partition("“")[2].removesuffix("”")) for e in found]


@pytest.mark.parametrize(
    ("source", "quoted", "aside", "expected"),
    [
        pytest.param(LONG, [f'exact: "{LONG}"'], "", [], id="a sentence quoted whole is used"),
        pytest.param(
            LONG,
            ["exact: The Elm Bridge is 40 metres long"],
            "",
            [("source-sentence-unused", 1, 1, LONG)],
            id="a sentence of which less than half is quoted is unused",
        ),
        pytest.param(
            LONG,
            ["exact: The Elm Bridge is 40 metres long", "exact: farmers of both villages"],
            "",
            [("source-stretch-unused", 1, 81, "paint its railings green")],
            id="a clause that no quotation touches is unused",
        ),
        pytest.param(
            LONG,
            ["exact: The Elm Bridge is 40 metres long", "exact: the farmers … paint its railings green"],
            "",
            [],
            id="two open words in a row are no clause",
        ),
        pytest.param(
            LONG,
            ["exact: The Elm Bridge is 40 metres long"],
            '{from: and every spring, to: railings green, why: not needed}',
            [],
            id="the rest of a sentence may be set aside",
        ),
        pytest.param(
            "A first one stands here.\n\nThe Elm Bridge is long.",
            ["exact: Elm Bridge is long"],
            "",
            [("source-sentence-unused", 1, 1, "A first one stands here.")],
            id="a sentence of its own is unused",
        ),
        pytest.param(
            "The Elm Bridge is long. Ünïcode – stands here.",
            ["exact: Elm Bridge is long"],
            "",
            [("source-sentence-unused", 1, 25, 'Ünïcode - stands here.')],
            id="columns count characters",
        ),
        pytest.param(
            "The Elm Bridge is long.\r\n\r\nMenu\r\n\r\n***\r\n",
            ["exact: Elm Bridge is long"],
            "{from: Menu, why: furniture}",
            [],
            id="a heading set aside, and a line without words",
        ),
        pytest.param(
            "The Elm Bridge is long.\n\nMenu\n",
            ["exact: Elm Bridge is long"],
            "",
            [("source-sentence-unused", 3, 1, "Menu")],
            id="a heading of one word is not passed over",
        ),
        pytest.param(
            "The Elm Bridge is long.",
            ["exact: The Oak Bridge is long"],
            "",
            [("source-sentence-unused", 1, 1, "The Elm Bridge is long.")],
            id="words that do not stand in the source use nothing",
        ),
    ],
)  # fmt: skip
def test_what_is_unused(
    tmp_path: Path, source: str, quoted: list[str], aside: str, expected: list[tuple[str, int, int, str]]
) -> None:
    assert unused(book(tmp_path, source, quoted=tuple(quoted), aside=aside)) == expected


def test_the_three_figures_count_different_things(tmp_path: Path) -> None:
    source = "The Elm Bridge is 40 metres long. It is old and crooked now. Read our other news."
    page = (
        "# Elm Bridge\n\nIt measures 40 metres. {evidence}`length`\n"
        "This book is short. {own}`about the book`\nNothing is cited here.\n"
    )
    root = book(
        tmp_path,
        source,
        quoted=("exact: Elm Bridge is 40 metres long",),
        aside="{from: Read our other news., why: furniture}",
        page=page,
    )
    found = covered(root)
    (only,) = found.sources
    assert (only.words, only.quoted, only.words_aside) == (13, 6, 4)
    assert [only.count(use) for use in ("used", "aside", "unused")] == [1, 1, 1]
    assert (found.prose.citing, found.prose.bare, found.prose.own) == (1, 1, 1)
    assert [(each.source, each.why) for each in found.asides] == [("gazette", "furniture")]


@pytest.mark.parametrize(
    ("source", "quoted", "aside", "page", "message"),
    [
        pytest.param("***\n", (), "", "", "words of the sources' own text", id="no words"),
        pytest.param(
            "Menu\n", (), "{from: Menu, why: furniture}", "", "words of the sources' own text", id="all aside"
        ),
        pytest.param("***\n", (), "", "", "sentences of the sources", id="no sentences of sources"),
        pytest.param(
            "The Elm Bridge is long.\n",
            ("exact: The Elm Bridge is long",),
            "",
            "# Elm Bridge\n",
            "sentences on narrative pages",
            id="no prose",
        ),
    ],
)
def test_a_share_of_nothing_is_a_failure(
    tmp_path: Path, source: str, quoted: tuple[str, ...], aside: str, page: str, message: str
) -> None:
    found = covered(book(tmp_path, source, quoted=quoted, aside=aside, page=page)).findings
    assert any(each.code == "nothing-checked" and message in each.message for each in found)


def test_the_check_asks_for_no_coverage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = book(tmp_path, LONG, quoted=("exact: The Elm Bridge is 40 metres long",))
    sign_all(root)
    assert cli.main(["check", "--root", str(root)]) == CLEAN
    assert cli.main(["coverage", "--root", str(root)]) == FINDINGS
    assert not {each.code for each in covered(root).findings} & set(RULES)


def test_the_command_names_what_is_unused_and_prints_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = book(
        tmp_path,
        f"{LONG}\n\nMenu\n",
        quoted=("exact: The Elm Bridge is 40 metres long",),
        aside="{from: Menu, why: furniture}",
    )
    assert cli.main(["coverage", "--root", str(root)]) == FINDINGS
    shown = capsys.readouterr().out
    assert shown.startswith("seeds/gazette.txt:1:1: source-sentence-unused: ")
    assert "Set aside:\nseeds/gazette.txt:3:1: “Menu”\n  = furniture\n" in shown
    quotation, prose, source = shown.splitlines()[-3:]
    assert quotation.startswith(
        "Quotation coverage 36.8 %: 7 of 19 words of the sources' own text are quoted; 1 "
    )
    assert prose.startswith("Prose coverage 100.0 %: 1 of 1 sentences of narrative pages cite a fact; 0 more")
    assert (
        source == "Source coverage 50.0 %: of 2 sentences of the sources 0 are used, 1 set aside, 1 unused."
    )


def test_nothing_unused_ends_with_0(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["coverage", "--root", str(small_book), "--format", "json"]) == CLEAN
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["quotation", "prose", "source", "sources", "asides", "findings"]
    assert told["source"] == {"sentences": 2, "used": 2, "setAside": 0, "unused": 0, "share": 1.0}
    assert told["findings"] == []


def test_json_names_the_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = book(tmp_path, LONG, quoted=("exact: The Elm Bridge is 40 metres long",))
    assert cli.main(["coverage", "--root", str(root), "--format", "json"]) == FINDINGS
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["file"], found["line"], found["column"]) == ("seeds/gazette.txt", 1, 1)


@pytest.mark.parametrize("form", ["text", "json"])
def test_unreadable_input_ends_with_2(
    small_book: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_book / "data/facts.yaml").write_text("sources: {\n", encoding="utf-8")
    assert cli.main(["coverage", "--root", str(small_book), "--format", form]) == FAILED
    shown = capsys.readouterr().out
    assert "yaml-syntax" in shown
    if form == "json":
        assert json.loads(shown)["source"] is None

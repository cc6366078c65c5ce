from __future__ import annotations

import json
from pathlib import Path

import pytest

from sourced.account.signing import Signed
from sourced.book.findings import Finding
from sourced.faces.command import reports
from sourced.faces.command.status import CLEAN, FINDINGS, UNREVIEWED

CHECKED = {"sources": 1, "facts": 2, "quotations": 2, "pages": 1, "sentences": 3, "atoms": 9, "drafts": 0}
VERDICTS = {"units": 9, "supported": 4, "reviewed": 3, "unreviewed": 1, "refuted": 1}
COUNTS = reports.Figures(
    checked=CHECKED, verdicts=VERDICTS, signed=Signed(units=3, days=2, most=2, most_on="2021-08-22")
)
SUMMARY = (
    "Checked 1 source, 2 facts, 2 quotations, 1 page, 3 sentences, 9 atoms.\n"
    "Judged 9 units: 4 supported, 3 reviewed, 1 unreviewed, 1 refuted.\n"
    "Signed 3 units on 2 days, 2 of them on 2021-08-22.\n"
)


def test_drafts_are_counted_where_there_are_any() -> None:
    drafted = reports.Figures(checked={**CHECKED, "drafts": 3}, verdicts=VERDICTS)
    assert "9 atoms, 3 drafts." in reports.summary(drafted, [])
    assert "draft" not in reports.summary(COUNTS, [])


def finding(**changes: object) -> Finding:
    given = {
        "file": "data/facts.yaml",
        "line": 1,
        "column": 1,
        "code": "some-code",
        "message": "It is wrong.",
    }
    return Finding(**{**given, **changes})


def mark(line: str, column: int, **options: int) -> list[str]:
    shown, before = reports.excerpt(line, column, **options)
    return [shown, " " * before + "^"]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        pytest.param("value: 40 km", 8, ["value: 40 km", "       ^"], id="plain"),
        pytest.param("\tvalue", 2, ["    value", "    ^"], id="tab"),
        pytest.param("谷 is 40", 6, ["谷 is 40", "      ^"], id="wide characters take two columns"),
        pytest.param("e\u0301t 40", 5, ["e\u0301t 40", "   ^"], id="combining marks take none"),
        pytest.param("a\x1b[2Jb", 6, [r"a\x1b[2Jb", "        ^"], id="terminal escape"),
        pytest.param("a\u202eb", 3, [r"a\u202eb", "       ^"], id="change of writing direction"),
        pytest.param("short", 99, ["short", "     ^"], id="behind the end"),
        pytest.param("short", 0, ["short", "^"], id="before the start"),
        pytest.param("", 1, ["", "^"], id="empty"),
    ],
)
def test_excerpt_marks_the_place(line: str, column: int, expected: list[str]) -> None:
    assert mark(line, column) == expected


@pytest.mark.parametrize("column", [1, 2, 51, 5000, 9_999, 10_000])
def test_excerpt_of_a_long_line_is_short_and_shows_the_place(column: int) -> None:
    line = "".join(chr(0x4E00 + index % 5000) for index in range(10_000))
    shown, before = reports.excerpt(line, column)
    assert len(shown) <= reports.WIDTH + 2
    place = (before - shown.startswith("…")) // 2 + shown.startswith("…")
    assert shown[place] == line[column - 1]


def test_text_names_place_code_message_line_and_hint(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("one\r\nthe 115 km\r\n", newline="")
    found = finding(file="page.md", line=2, column=5, message="115 is given by no fact.", hint="Cite one.")
    assert reports.render_text(COUNTS, [found], tmp_path) == (
        "page.md:2:5: some-code: 115 is given by no fact.\n"
        "  | the 115 km\n"
        "  |     ^\n"
        "  = Cite one.\n"
        "\n"
        f"{SUMMARY}1 finding.\n"
    )


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(finding(file="absent.md"), id="no such file"),
        pytest.param(finding(file="a\0b"), id="file name with a null character"),
        pytest.param(finding(line=99), id="line behind the end"),
        pytest.param(finding(file="."), id="a folder"),
    ],
)
def test_text_without_an_excerpt_still_names_the_place(found: Finding, small_book: Path) -> None:
    text = reports.render_text(COUNTS, [found], small_book)
    assert f":{found.line}:1: some-code: It is wrong.\n" in text
    assert "  |" not in text


def test_text_obeys_no_hostile_message(tmp_path: Path) -> None:
    hostile = finding(message="x\x1b[2J\nforged.md:1:1: code: y", hint="\x07z", file="a\nb")
    lines = reports.render_text(COUNTS, [hostile], tmp_path).splitlines()
    assert lines[0] == r"a\nb:1:1: some-code: x\x1b[2J"
    assert lines[1] == "    forged.md:1:1: code: y"
    assert lines[2] == r"  = \x07z"


def test_colour_changes_no_words(tmp_path: Path) -> None:
    coloured = reports.render_text(COUNTS, [finding()], tmp_path, colour=True)
    assert "\x1b[31msome-code\x1b[0m: It is wrong." in coloured
    assert "\x1b" not in reports.render_text(COUNTS, [finding()], tmp_path)


def test_nothing_checked_is_said() -> None:
    assert reports.summary(reports.NOTHING_CHECKED, []) == "Nothing was checked. 0 findings."


def test_json_has_the_documented_form() -> None:
    given = finding(message="“115” – \udc80", fact="a-fact", hint="Do.")
    text = "".join(reports.json_pieces(COUNTS, [given]))
    assert text.isascii()
    assert json.loads(text) == {
        "checked": CHECKED,
        "verdicts": VERDICTS,
        "not_taken_in": 0,
        "signed": {"units": 3, "days": 2, "most": 2, "most_on": "2021-08-22"},
        "findings": [
            {
                "code": "some-code",
                "severity": "error",
                "file": "data/facts.yaml",
                "line": 1,
                "column": 1,
                "message": "“115” – \udc80",
                "hint": "Do.",
                "fact": "a-fact",
                "unit": "",
                "fixes": [],
            }
        ],
    }


def test_github_escapes_what_its_commands_would_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = finding(
        file="a,b:c.md", message="50% more:\r\n::error::forged", hint="Mend it.", severity="warning"
    )
    first, *rest = reports.render_github(COUNTS, [found], tmp_path / "book").splitlines()
    assert first == (
        "::warning file=book/a%2Cb%3Ac.md,line=1,col=1,title=some-code"
        "::50%25 more:%0D%0A::error::forged%0AMend it."
    )
    assert rest == reports.summary(COUNTS, [found]).splitlines()


def test_what_is_to_be_reviewed_is_no_error(tmp_path: Path) -> None:
    """It has a colour of its own, comes before what is wrong, is counted apart, and warns elsewhere."""
    waiting = finding(code="unreviewed", severity="review", line=9)
    text = reports.render_text(COUNTS, [finding(), waiting], tmp_path, colour=True)
    assert text.index("\x1b[36munreviewed") < text.index("\x1b[31msome-code")
    assert text.endswith(f"{SUMMARY}1 finding, 1 to be reviewed.\n")
    assert reports.render_github(COUNTS, [waiting], tmp_path).startswith("::warning file=")


@pytest.mark.parametrize(
    ("severities", "status"),
    [
        pytest.param([], CLEAN, id="nothing"),
        pytest.param(["review"], UNREVIEWED, id="only to be reviewed"),
        pytest.param(["review", "error"], FINDINGS, id="wrong as well"),
        pytest.param(["warning"], FINDINGS, id="a warning"),
    ],
)
def test_what_is_wrong_counts_before_what_waits(severities: list[str], status: int) -> None:
    assert reports.status_of([finding(severity=severity) for severity in severities]) == status

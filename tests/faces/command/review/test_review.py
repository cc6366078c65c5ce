"""``sourced review``: the list, and the signing by place."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from sourced.book.signatures import SIGNED_FILE, load_signatures
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS, UNREVIEWED

from .conftest import Run


def test_a_check_tells_what_waits_apart_from_what_is_wrong(run: Run, waiting: Path) -> None:
    status, out, _ = run("check")
    assert status == UNREVIEWED
    assert out.endswith("0 findings, 6 to be reviewed.\n")
    data = waiting / "data/facts.yaml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("value: 40 metres", "value: 41 metres"), encoding="utf-8"
    )
    assert run("check")[0] == FINDINGS


def test_figures_of_verdicts_add_up(run: Run) -> None:
    verdicts = json.loads(run("check", "--format", "json")[1])["verdicts"]
    assert verdicts.pop("units") == sum(verdicts.values()) > 6
    assert verdicts["unreviewed"] == 6


def test_the_list_names_place_kind_text_and_reason(run: Run) -> None:
    status, out, err = run("review", "--list")
    assert (status, err) == (UNREVIEWED, "")
    assert "docs/index.md:1: heading: The marvel\n    goes beyond “marvel”\n" in out
    assert out.endswith("6 to be reviewed.\n")


def test_without_a_terminal_the_list_is_printed_and_that_is_said(run: Run) -> None:
    status, out, err = run("review")
    assert (status, out) == (UNREVIEWED, run("review", "--list")[1])
    assert "no terminal" in err


def test_json_has_everything_that_a_reviewer_sees(run: Run) -> None:
    status, out, _ = run("review", "--format", "json", "docs/index.md:4")
    assert (status, out.isascii()) == (UNREVIEWED, True)
    [item] = json.loads(out)
    assert (item["place"], item["kind"], item["signed_before"]) == ("docs/index.md:4", "sentence", None)
    assert (item["text"], item["beyond"]) == ("Proudly it was opened on 3 May 1901.", ["Proudly"])
    assert item["reasons"] == ["goes beyond “Proudly”"]
    [proof] = item["evidence"]
    assert (proof["fact"], proof["exact"], proof["after"]) == (
        "bridge-opened", "It was opened on 3 May 1901", " by the mayor.",
    )  # fmt: skip
    assert proof["before"] == "The Elm Bridge is 40 metres long. "
    assert (proof["source"], proof["published"], proof["gloss"]) == (
        "Gazette",
        "1901-05-04",
        {"It": "Elm Bridge"},
    )


ACCEPTED = [
    pytest.param(["docs/index.md"], 2, id="a file"),
    pytest.param(["docs/index.md:4"], 1, id="a line"),
    pytest.param(["docs/index.md:4:1"], 1, id="a line and column"),
    pytest.param(["bridge-opened"], 2, id="a fact"),
    pytest.param(["bridge-opened", "docs/index.md:1", "docs/index.md"], 4, id="several, one of them twice"),
]


@pytest.mark.parametrize(("places", "number"), ACCEPTED)
def test_what_stands_at_a_place_is_signed(run: Run, waiting: Path, places: list[str], number: int) -> None:
    status, out, _ = run("review", "--accept", *places, "--note", "It is well known.")
    assert (status, out.splitlines()[-1]) == (CLEAN, f"Signed {number}.")
    signatures = load_signatures(waiting).values()
    assert [each.note for each in signatures] == ["It is well known."] * number
    assert run("review", "--list")[1].endswith(f"{6 - number} to be reviewed.\n")


@pytest.mark.parametrize(
    ("options", "by"),
    [
        pytest.param((), None, id="nobody, as nobody was asked for"),
        pytest.param(("--by", " Ann  Ames "), "Ann Ames", id="a name that is given"),
        pytest.param(("--by-git",), "Git Ames", id="the name that git has, where that is asked for"),
    ],
)
def test_a_signature_bears_a_name_only_if_one_is_asked_for(
    run: Run, waiting: Path, options: tuple[str, ...], by: str | None
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=waiting, check=True)
    subprocess.run(["git", "config", "user.name", "Git Ames"], cwd=waiting, check=True)
    assert run("review", *options, "--accept", "docs/index.md")[0] == CLEAN
    signed = load_signatures(waiting).values()
    assert {each.by or None for each in signed} == {by}
    assert ('"by"' in (waiting / SIGNED_FILE).read_text(encoding="utf-8")) == (by is not None)
    assert (f"By: {by} {len(signed)}." in run("signatures")[1]) == (by is not None)


def test_a_name_that_is_none_signs_nothing(run: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for options in (("--by", " "), ("--by-git",)):
        status, _, err = run("review", *options, "--accept", "docs/index.md")
        assert (status, (waiting / SIGNED_FILE).exists()) == (FAILED, False)
        assert "name" in err


def test_the_list_tells_that_something_is_wrong_besides(run: Run, waiting: Path) -> None:
    assert "besides" not in run("review", "--list")[2]
    page = waiting / "docs/index.md"
    timeline = "\n```{timeline}\nbridge-length: 40 metres long\n```\n"  # it has no date
    page.write_text(page.read_text(encoding="utf-8") + timeline, encoding="utf-8")
    assert "1 finding besides" in run("review", "--list")[2]
    assert "picture-impossible" in run("check")[1]


def test_all_signed_is_clean(run: Run) -> None:
    assert run("review", "--accept", "docs/index.md", "data/facts.yaml")[0] == CLEAN
    assert run("review", "--list") == (CLEAN, "0 to be reviewed.\n", "")
    assert run("check")[0] == CLEAN


def test_a_digest_signs_these_words_on_this_evidence_and_no_others(run: Run, waiting: Path) -> None:
    [item] = json.loads(run("review", "--format", "json", "docs/index.md:1")[1])
    page = waiting / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("marvel", "wonder"), encoding="utf-8")
    status, _, err = run("review", "--accept", item["digest"])
    assert (status, "is to be reviewed" in err) == (FAILED, True)
    page.write_text(page.read_text(encoding="utf-8").replace("wonder", "marvel"), encoding="utf-8")
    assert run("review", "--accept", item["digest"])[0] == CLEAN


REFUSED = [
    pytest.param(["--accept", "docs/index.md:3"], "nearest: docs/index.md:4", id="a line beside"),
    pytest.param(["--accept", "docs/index.md:4:7"], "nearest: docs/index.md:4", id="a column beside"),
    pytest.param(["--accept", "docs/indx.md"], "nearest: docs/index.md", id="a file misspelt"),
    pytest.param(["--accept", "bridge-opend"], "nearest: bridge-opened", id="a fact misspelt"),
    pytest.param(["--accept", "docs/index.md", "x\x1b[2J"], r"x\x1b[2J", id="one of two, and hostile"),
    pytest.param(["docs/index.md:" + "9" * 5000], "nearest: docs/index.md:4", id="far below"),
    pytest.param(["--note", "So it is."], "--accept", id="a note on nothing"),
    pytest.param(["docs", "--accept", "docs/index.md"], "behind --accept", id="places on both sides"),
    pytest.param(["--list", "--output", "list.txt"], "--format html", id="an output for a list"),
    pytest.param(
        ["--format", "html", "--output", "data/reviewed.jsonl"], "another file", id="over the signatures"
    ),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_a_wrong_call_signs_nothing(
    run: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(waiting)
    status, out, err = run("review", *arguments)
    assert (status, out) == (FAILED, "")
    assert told in err
    assert "\x1b" not in err
    assert not (waiting / SIGNED_FILE).exists()


def test_a_broken_signature_stops_everything(run: Run, waiting: Path) -> None:
    (waiting / SIGNED_FILE).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    status, out, _ = run("review", "--accept", "docs/index.md")
    assert status == FAILED
    assert "data/reviewed.jsonl:1:1: signature-unreadable" in out
    assert (waiting / SIGNED_FILE).read_text(encoding="utf-8") == "<<<<<<< HEAD\n"

"""``sourced quote``: what it finds, what it prints, and what it writes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from sourced.book.loading import load_book
from sourced.book.model import Evidence
from sourced.book.quotations import Match
from sourced.chain.library import Library
from sourced.faces.command.main import main

TERN = Path(__file__).parents[2] / "books/tern-rock"


@pytest.fixture
def tern(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TERN, tmp_path / "tern"))


def listed(capsys: pytest.CaptureFixture[str], *call: str) -> tuple[int, list[dict[str, str]]]:
    status = main(["quote", *call])
    return status, yaml.safe_load(capsys.readouterr().out) or []


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        pytest.param("Its light carries more", "Its light carries more", id="as it stands"),
        pytest.param("its LIGHT carries more", "Its light carries more", id="another case"),
        pytest.param("Its ligth carrys more than", "Its light carries more than", id="typing errors"),
        pytest.param("a chanel 400 meters wide", "a channel 400 metres wide", id="more of them"),
        pytest.param("prisms lens has 1,008", "The lens has 1,008 prisms", id="another order"),
    ],
)
def test_a_passage_is_found_however_it_is_typed(
    typed: str, exact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = listed(capsys, typed, "--root", str(TERN))
    assert status == 0
    assert found[0]["exact"] in exact
    assert len(found[0]["exact"]) > len(exact) / 2
    library = Library(load_book(TERN))
    for each in found:
        assert isinstance(library.locate(Evidence(**each)), Match)


def test_each_place_gets_what_tells_it_from_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = listed(capsys, "the light", "--root", str(TERN))
    assert status == 0
    assert len(found) > 1
    assert all("prefix" in each or "suffix" in each for each in found)
    assert len({json.dumps(each) for each in found}) == len(found)


def test_only_the_named_source_is_searched(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = listed(capsys, "the light", "--root", str(TERN), "--source", "herald")
    assert {each["source"] for each in found} == {"herald"}


def test_what_is_set_aside_is_not_offered(tern: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ("Skip to content", "--root", str(tern), "--source", "wire")
    assert "Skip to content" not in [each["exact"] for each in listed(capsys, *call)[1]]
    data = tern / "data/facts.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("Skip to content, to: Sign in", "Sign in"))
    assert listed(capsys, *call)[1][0]["exact"] == "Skip to content"


def test_the_entry_is_written_and_nothing_else(tern: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tern / "data/facts.yaml"
    before = data.read_text(encoding="utf-8")
    assert main(["quote", "a channel 400 metres", "--write", "light-range", "--root", str(tern)]) == 0
    after = data.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == ["      - {source: herald, exact: a channel 400 metres}"]
    assert after.replace(f"{added[0]}\n", "") == before
    line = after.splitlines().index(added[0]) + 1
    assert f"data/facts.yaml:{line}: “light-range”" in capsys.readouterr().out
    assert load_book(tern).facts["light-range"].evidence[-1].exact == "a channel 400 metres"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["…"], "type a few words"),
        (["the light", "--source", "gazete"], "Did you mean “gazette”?"),
        (["the light", "--write", "light-rang"], "Did you mean “light-range”?"),
        (["the light", "--write", "light-range"], "may be any of"),
        (["the light", "--write", "light-range", "--pick", "9"], "there are only"),
        (
            ["a channel 400 metres wide between the reef and Cape Orme", "--write", "passage-width"],
            "has this quotation already",
        ),
    ],
)
def test_a_wrong_call_is_one_clear_error(
    call: list[str], message: str, tern: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (tern / "data/facts.yaml").read_bytes()
    assert main(["quote", *call, "--root", str(tern)]) == 2
    assert message in capsys.readouterr().err
    assert (tern / "data/facts.yaml").read_bytes() == before


def test_the_passage_with_a_number_is_taken(tern: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quote", "the light", "--write", "light-range", "--pick", "2", "--root", str(tern)]) == 0
    assert "now rests on" in capsys.readouterr().out


def test_words_that_stand_nowhere_are_said_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quote", "zzzz qqqq", "--root", str(TERN)]) == 1
    assert "No passage" in capsys.readouterr().out


def test_what_is_hardly_like_the_words_is_shown_as_the_nearest_only(
    tern: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "the lamp burned whale oil"
    before = (tern / "data/facts.yaml").read_bytes()
    assert main(["quote", words, "--write", "light-range", "--root", str(tern)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("# Nothing near these words stands in ")
    assert told.count("- {source:") + told.count("- source:") == 1
    assert (tern / "data/facts.yaml").read_bytes() == before


def test_programs_read_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quote", "Its ligth carrys more than", "--format", "json", "--root", str(TERN)]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["evidence"]["exact"] == "Its light carries more than"
    assert first["file"].startswith("seeds/")
    assert 80 < first["likeness"] < 100
    assert first["line"] > 0

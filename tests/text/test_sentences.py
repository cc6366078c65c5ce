"""Sentences and paragraphs of running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourced.text.sentences import paragraph_at, sentence_at, sentences_of, split_paragraphs, split_sentences

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

SENTENCES = [
    pytest.param("He went. She came.", ["He went.", "She came."], id="two sentences"),
    pytest.param("  He went.  ", ["He went."], id="white space around is trimmed"),
    pytest.param(" \n ", [], id="white space alone is none"),
    pytest.param("Mr. Saleh went. He came.", ["Mr. Saleh went.", "He came."], id="a title"),
    pytest.param("The U.S. Army left. Then so.", ["The U.S. Army left.", "Then so."], id="U.S. inside"),
    pytest.param("It began at 5:27pm. Then it ended.", ["It began at 5:27pm.", "Then it ended."], id="time"),
    pytest.param("At 5 p.m. he left. So.", ["At 5 p.m. he left.", "So."], id="p.m."),
    pytest.param("J. K. Rowling wrote. Yes.", ["J. K. Rowling wrote.", "Yes."], id="initials"),
    pytest.param("On Sept. 9 it ended. Yes.", ["On Sept. 9 it ended.", "Yes."], id="a month"),
    pytest.param("It is 3.5 km long. Yes.", ["It is 3.5 km long.", "Yes."], id="a decimal"),
    pytest.param("It is No. 3 of them. Yes.", ["It is No. 3 of them.", "Yes."], id="No. 3"),
    pytest.param("Arms, e.g. guns, came. Yes.", ["Arms, e.g. guns, came.", "Yes."], id="e.g."),
    pytest.param("It is approx. 5 km long. Yes.", ["It is approx. 5 km long.", "Yes."], id="approx."),
    pytest.param("If not . . . it is so. Yes.", ["If not . . . it is so.", "Yes."], id="spaced ellipsis"),
    pytest.param("It fell… not yet. Yes.", ["It fell… not yet.", "Yes."], id="ellipsis"),
    pytest.param("Is it? It is! Yes.", ["Is it?", "It is!", "Yes."], id="questions and exclamations"),
    pytest.param(
        "“They lost 40. We won,” he said. Next.",
        ["“They lost 40. We won,” he said.", "Next."],
        id="a quotation stays with its attribution",
    ),
    pytest.param("“Is it so?” he asked. Next.", ["“Is it so?” he asked.", "Next."], id="a question quoted"),
    pytest.param(
        "He said: “We came. They lost 40.” Next.",
        ["He said: “We came. They lost 40.”", "Next."],
        id="an attribution in front",
    ),
    pytest.param('"We came. We go," he said. Next.', ['"We came. We go," he said.', "Next."], id="straight"),
    pytest.param(
        '“We came. We go," he said. Next. “So.”',
        ['“We came. We go," he said.', "Next.", "“So.”"],
        id="opened in one style and closed in the other",
    ),
    pytest.param("“We came. We go.", ["“We came.", "We go."], id="never closed"),
    pytest.param("The Taliban's men fled. So.", ["The Taliban's men fled.", "So."], id="an apostrophe"),
    pytest.param("(He left. So.) He came.", ["(He left. So.)", "He came."], id="sentences in brackets"),
    pytest.param("He left (so.) and came.", ["He left (so.) and came."], id="brackets inside"),
    pytest.param(
        "The valley\nis long.\r\nIt lies\nthere.", ["The valley\nis long.", "It lies\nthere."], id="wrapped"
    ),
    pytest.param("🙂 He left. Émile too.", ["🙂 He left.", "Émile too."], id="offsets count characters"),
    pytest.param("Half \ud800 of it. Yes.", ["Half \ud800 of it.", "Yes."], id="half a character"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


WRAPPED = """\
It was the best of times, it was the worst of times, it was the
age of wisdom, it was the age of foolishness, it was the epoch of
belief. It was the season of light.
"""

PARAGRAPHS = [
    pytest.param("One.\n\nTwo.", ["One.", "Two."], id="a blank line"),
    pytest.param("One.\n \t\n\nTwo.\n", ["One.", "Two."], id="lines of white space"),
    pytest.param("One.\nTwo.", ["One.", "Two."], id="a line end"),
    pytest.param("One.\r\n\r\nTwo.\r\n", ["One.", "Two."], id="CRLF"),
    pytest.param("", [], id="nothing"),
    pytest.param(WRAPPED, [WRAPPED.strip()], id="hard-wrapped"),
    pytest.param(
        WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n").strip()], id="hard-wrapped, CRLF"
    ),
    pytest.param(f"{WRAPPED}\n{WRAPPED}", [WRAPPED.strip(), WRAPPED.strip()], id="two hard-wrapped"),
    pytest.param(
        "The First of the Headlines Is About as Long as a Line\n"
        "The Second of the Headlines Is Not Much Shorter",
        [
            "The First of the Headlines Is About as Long as a Line",
            "The Second of the Headlines Is Not Much Shorter",
        ],
        id="headlines below each other",
    ),
    pytest.param("Roses are red,\nviolets are blue", ["Roses are red,", "violets are blue"], id="verse"),
    pytest.param(
        f"{'A line that is far too long to have been wrapped. ' * 3}\nand more of it in lower case",
        [("A line that is far too long to have been wrapped. " * 3).strip(), "and more of it in lower case"],
        id="too long to be wrapped",
    ),
    pytest.param(
        f"CHAPTER I\n{WRAPPED}Next",
        ["CHAPTER I", WRAPPED.strip(), "Next"],
        id="a short line ends a paragraph of a hard-wrapped text",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_paragraphs(text)] == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraph_at_agrees(text: str, expected: list[str]) -> None:
    paragraphs = split_paragraphs(text)
    for offset in range(len(text) + 1):
        around = [span for span in paragraphs if span[0] <= offset <= span[1]]
        assert paragraph_at(text, offset) == (around[0] if around else (offset, offset))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_paragraphs_of_the_sources(path: Path) -> None:
    """Each line of these articles is a paragraph, and each paragraph is found from inside."""
    text = path.read_text("utf-8")
    paragraphs = split_paragraphs(text)
    assert [text[slice(*span)] for span in paragraphs] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
    for start, end in paragraphs:
        assert {paragraph_at(text, offset) for offset in (start, (start + end) // 2, end)} == {(start, end)}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_sentences_of_the_sources(path: Path) -> None:
    """Every letter is in one sentence."""
    text = path.read_text("utf-8")
    spans = sentences_of(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert spans == sorted(set(spans))


def test_a_long_wrapped_paragraph_is_found_whole() -> None:
    text = "short line\n" + "a line of some fifty characters, wrapped right here\n" * 300
    assert paragraph_at(text, len(text) // 2) == (11, len(text) - 1)
    assert split_paragraphs(text) == [(0, 10), (11, len(text) - 1)]


def test_sentence_at() -> None:
    text = "One is. Two are.\n\nThree are."
    found = [text[slice(*sentence_at(text, offset))] for offset in (0, 3, 9, 17, 20)]
    assert found == ["One is.", "One is.", "Two are.", "", "Three are."]


def test_sentence_at_in_wrapped_text() -> None:
    start, end = sentence_at(WRAPPED, WRAPPED.index("season"))
    assert WRAPPED[start:end] == "It was the season of light."


@pytest.mark.parametrize("blank", ["\x85", "\u2003", "\u2028", "\u202f", "\u3000"])
def test_a_wide_space_is_a_space(blank: str) -> None:
    text = "It is told by A{}. Berit saw it. Jon did not."
    assert split_sentences(text.format(blank)) == split_sentences(text.format(" "))
    assert len(split_sentences(text.format(blank))) > 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The rock is high", 1),
        ("The rock is high. ", 1),
        ("It is high. So is she.", 2),
    ],
)
def test_a_text_that_may_be_several_sentences_is_divided(text: str, number: int) -> None:
    assert len(split_sentences(text)) == number

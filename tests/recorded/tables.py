"""The tables in which texts stand with their outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..rules.tables import read_table
from .outcomes import OUTCOMES

FOLDER = Path(__file__).parent
HEADS = {
    "reading": "How a text is read: each word that counts, and whose words there are.",
    "counting": "Which days a phrase means: the phrase, the day of its source, dates before it, its side.",
    "lines": "What of a text seems to be its page's.",
    "doubting": "Why a text is not supported by those behind it.",
    "pages": "What the rules find on a page of the book of a pier.",
    "facts": "What the rules find in a fact of the book of one report: `statement < quotation {fields}`.",
    "books": "What the rules find in a small book, given as JSON.",
    "data": "What the rules find in the book of Tern Rock after one change of its data.",
}
"""The first line of each table."""


def texts(name: str) -> dict[str, list[str]]:
    """The texts of a table as they are written, each with its outcome."""
    file = FOLDER / f"{name}.txt"
    return dict(read_table(file)) if file.exists() else {}


def outcome(name: str, text: str) -> list[str]:
    """What is made of a text now, a line each."""
    try:
        found = OUTCOMES[name](text)
    except Exception as error:  # that it fails is an outcome, and is seen where it appears or goes
        found = [f"{type(error).__name__}: {error}"]
    return [" ".join(each.split()) for each in found]


def write(name: str, outcomes: Mapping[str, Sequence[str]]) -> None:
    """Keep the texts of a table with these outcomes, in the order of the texts."""
    lines = [f"# {HEADS[name]}"]
    for text, found in sorted(outcomes.items()):
        lines += [text.replace("\n", "\\n"), *(f"    {each}" for each in found)]
    (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

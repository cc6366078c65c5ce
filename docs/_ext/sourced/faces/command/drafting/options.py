"""How the commands that write into the data file are called."""

from __future__ import annotations

import argparse
from typing import TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_drafting(commands: _Commands, book: argparse.ArgumentParser) -> None:
    """Add them to the parser."""
    _add_quote(commands, book)


def _add_quote(commands: _Commands, book: argparse.ArgumentParser) -> None:
    quote = commands.add_parser(
        "quote",
        parents=[book],
        help="find a passage by a few words, as an entry of evidence",
        description="Finds the passages of the sources that have these words, however they are typed, and "
        "prints for each the entry of evidence: a list item to paste, found at this place and at no other.",
    )
    quote.add_argument("words", metavar="WORDS", help="a few words of the passage, in quotation marks")
    quote.add_argument("--source", metavar="ID", help="look in this source only")
    quote.add_argument(
        "--write", metavar="FACT", help="put the entry into the evidence of this fact in data/facts.yaml"
    )
    quote.add_argument(
        "--pick", type=_number, metavar="N", help="of several passages the one with this number"
    )
    quote.add_argument("--format", choices=("text", "json"), default="text")


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("count from 1")
    return int(text)

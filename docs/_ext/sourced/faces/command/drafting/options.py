"""How the commands that write into the data file are called."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_drafting(commands: _Commands, book: argparse.ArgumentParser) -> None:
    """Add them to the parser."""
    _add_source(commands, book)
    _add_quote(commands, book)
    _add_scaffold(commands, book)


def _add_source(commands: _Commands, book: argparse.ArgumentParser) -> None:
    source = commands.add_parser(
        "add-source",
        parents=[book],
        help="take a file in as a source",
        description="Copies a text, PDF or HTML file into seeds/ as it is, and adds its entry to "
        "data/facts.yaml: its sum, what the text states of headline, day and publisher, and what seems to be "
        "the page's and not the article's. Of PDF and HTML files the text is kept beside the file.",
    )
    source.add_argument("file", type=Path, metavar="FILE")
    source.add_argument("--id", type=_id, metavar="ID", help="its ID (default: made of publisher or title)")
    for name, metavar, told in (
        ("title", "TEXT", "its headline"),
        ("publisher", "TEXT", "who published it"),
        ("published", "DATE", "when, in EDTF: 2014-10-17, or an interval as 2014-10-17/2014-10-19"),
        ("dated-by", "TEXT", "how the date was inferred, if the file does not state it"),
        ("label", "TEXT", "what running text calls it"),
        ("address", "URL", "where it was read"),
        ("retrieved", "DATE", "when it was read there"),
        ("archive", "URL", "where a copy of it is kept"),
    ):
        source.add_argument(f"--{name}", metavar=metavar, help=told)
    source.add_argument("--no-asides", action="store_true", help="propose nothing to be set aside")


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


def _add_scaffold(commands: _Commands, book: argparse.ArgumentParser) -> None:
    scaffold = commands.add_parser(
        "scaffold",
        parents=[book],
        help="propose names and facts from a source, as drafts",
        description="Proposes an entry for each name that the data file does not know, and a fact for each "
        "sentence that no fact uses and no aside sets aside. All are drafts: no page may cite them, and "
        "nothing tells or counts them, until the line `draft: true` is taken out.",
    )
    scaffold.add_argument("source", metavar="SOURCE", help="the ID of the source")
    scaffold.add_argument("--write", action="store_true", help="put the entries into data/facts.yaml")


def _id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise argparse.ArgumentTypeError("write lower-case ASCII words joined by hyphens")
    return text


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("count from 1")
    return int(text)

"""How the commands are called that tell of the book, write into the data file, or serve the book."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_KINDS = ("fact", "name", "property", "source")
"""Those of ``account.uses.subject``, which would load the whole model for a call that is only read."""


def add_knowing(commands: Commands, book: argparse.ArgumentParser) -> None:
    """Enter the commands into the parser; ``book`` has the options that they share."""
    _add_uses(commands, book)
    _add_diff(commands, book)
    _add_rename(commands, book)


def _add_uses(commands: Commands, book: argparse.ArgumentParser) -> None:
    uses = commands.add_parser(
        "uses",
        parents=[book],
        help="say where a fact, name, property or source is used",
        description="Lists the pages, sentences and pictures that use it, the facts that rest on it, and the "
        "signatures that would expire if what is told of it changed.",
    )
    uses.add_argument("id", metavar="ID", help="the ID of a fact, a name, a property or a source")
    _add_kind(uses)
    uses.add_argument("--format", choices=("text", "json"), default="text")


def _add_diff(commands: Commands, book: argparse.ArgumentParser) -> None:
    diff = commands.add_parser(
        "diff",
        parents=[book],
        help="say what changed for a reader",
        description="Sets two states of the book side by side: what pages say that they did not say, what "
        "facts, names and sources say, and what is refuted, to be reviewed or signed now. Order and layout "
        "are no changes.",
        epilog="A state is a revision that git knows, or a folder that holds a book.",
    )
    diff.add_argument("rev", nargs="?", metavar="REV", help="the state before (default: HEAD)")
    diff.add_argument("rev2", nargs="?", metavar="REV2", help="the state after (default: the book as it is)")
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text")


def _add_rename(commands: Commands, book: argparse.ArgumentParser) -> None:
    rename = commands.add_parser(
        "rename",
        parents=[book],
        help="give a fact, name, property or source another ID",
        description="Changes the ID in the data file, on every page and in the signatures at once, and "
        "nothing else. A fact keeps its former ID under `formerly`, so that links to it still lead there.",
    )
    rename.add_argument("old", metavar="OLD", help="the ID that it has")
    rename.add_argument("new", metavar="NEW", help="the ID that it is to have")
    _add_kind(rename)


def _add_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=_KINDS, help="which is meant, where several have this ID")


def add_drafting(commands: Commands, book: argparse.ArgumentParser) -> None:
    """Add them to the parser."""
    _add_source(commands, book)
    _add_quote(commands, book)
    _add_scaffold(commands, book)


def _add_source(commands: Commands, book: argparse.ArgumentParser) -> None:
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


def _add_quote(commands: Commands, book: argparse.ArgumentParser) -> None:
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


def _add_scaffold(commands: Commands, book: argparse.ArgumentParser) -> None:
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


def add_live(commands: Commands, book: argparse.ArgumentParser) -> None:
    """How the command is called."""
    parser = commands.add_parser("live", parents=[book], help="serve the book, and build it on every save")
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="where to serve it (default: 8000)"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="folder to build into (default: build, beside docs)"
    )

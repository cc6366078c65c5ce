"""How these commands are called."""

from __future__ import annotations

import argparse
from typing import TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_KINDS = ("fact", "name", "property", "source")
"""Those of ``account.uses.subject``, which would load the whole model for a call that is only read."""


def add_knowing(commands: _Commands, book: argparse.ArgumentParser) -> None:
    """Enter the commands into the parser; ``book`` has the options that they share."""
    _add_uses(commands, book)
    _add_diff(commands, book)
    _add_rename(commands, book)


def _add_uses(commands: _Commands, book: argparse.ArgumentParser) -> None:
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


def _add_diff(commands: _Commands, book: argparse.ArgumentParser) -> None:
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


def _add_rename(commands: _Commands, book: argparse.ArgumentParser) -> None:
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

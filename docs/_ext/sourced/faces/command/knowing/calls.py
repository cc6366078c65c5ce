"""How these commands are called."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from ....account.uses.subject import KINDS

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_knowing(commands: _Commands, book: argparse.ArgumentParser) -> None:
    """Enter the commands into the parser; ``book`` has the options that they share."""
    _add_uses(commands, book)


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


def _add_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=tuple(KINDS), help="which is meant, where several have this ID")

"""The ``sourced`` command: how it is called, and how it ends whatever happens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from typing import TextIO

from ... import __version__
from .calls import Commands, add_drafting, add_knowing, add_live
from .status import FAILED, INTERRUPTED, CallError

_FORMATS = ("text", "json", "github")
_MOST_PARTS = 999
_DESCRIPTION = "Check that every statement of a book rests on the words of its sources."
_EPILOG = (
    "Exit status: 0 nothing found, 1 something is wrong, 3 nothing is wrong but something is to be reviewed, "
    "2 the input could not be read or the call was wrong."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status. Writes no traceback, whatever the input."""
    if sys.stdout is None:
        return _fail("standard output is closed")
    _be_lenient(sys.stdout)
    _be_lenient(sys.stderr)
    try:
        try:
            options = _parser().parse_args(arguments)
            from .commands import call  # late: help and a wrong call are answered at once

            return call(options)
        finally:
            sys.stdout.flush()
    except CallError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # Whoever read the output has seen enough, as `head` does.
        _drop_output()
        return FAILED
    except OSError as error:
        _drop_output()
        return _fail(f"{error.filename or 'output'}: {error.strerror or error}")
    except KeyboardInterrupt:
        print("sourced: interrupted", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sourced", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command")

    book = argparse.ArgumentParser(add_help=False)
    book.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="folder of the book, with sourced.toml or data/facts.yaml (default: the nearest one upward)",
    )

    _add_init(commands)
    _add_check(commands, book)
    _add_review(commands, book)
    add_knowing(commands, book)
    _add_handing_on(commands, book)
    commands.add_parser(
        "lsp", parents=[book], help="serve an editor: verdicts while you type (Language Server Protocol)"
    )

    add_live(commands, book)
    add_drafting(commands, book)
    commands.add_parser("codes", help="list the finding codes")

    commands.add_parser("schema", help="print the JSON Schema of the data file")
    return parser


def _add_check(commands: Commands, book: argparse.ArgumentParser) -> None:
    check = commands.add_parser("check", parents=[book], help="check the whole chain", epilog=_EPILOG)
    check.add_argument("--format", choices=_FORMATS, default="text")
    check.add_argument(
        "--no-cache",
        action="store_false",
        dest="cache",
        help="judge everything again, and keep nothing in .sourced-cache for the next check or build",
    )
    _add_parts(commands, check, book)


def _add_handing_on(commands: Commands, book: argparse.ArgumentParser) -> None:
    coverage = commands.add_parser(
        "coverage", parents=[book], help="say what of the sources is not used", epilog=_EPILOG
    )
    coverage.add_argument("--format", choices=("text", "json"), default="text")

    export = commands.add_parser("export", parents=[book], help="write the data for others", epilog=_EPILOG)
    export.add_argument("--format", choices=("json", "csv", "jsonld"), default="json", dest="form")
    export.add_argument(
        "--output",
        type=Path,
        metavar="PATH",
        help="file to write (default: standard output); for csv the folder, which is made if need be",
    )


def _add_parts(commands: Commands, check: argparse.ArgumentParser, book: argparse.ArgumentParser) -> None:
    parts = check.add_mutually_exclusive_group()
    parts.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="check in so many processes (default: 1)"
    )
    parts.add_argument(
        "--shard", type=_shard, metavar="K/N", help="check the Kth of N parts; join their reports in JSON"
    )
    join = commands.add_parser(
        "join",
        parents=[book],
        help="make one report of those of all parts of a check",
        description="Joins what `sourced check --shard K/N --format json` has written, each for one K.",
        epilog=_EPILOG,
    )
    join.add_argument("reports", nargs="+", type=Path, metavar="REPORT")
    join.add_argument("--format", choices=_FORMATS, default="text")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:5]) <= _MOST_PARTS and len(text) < 5):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {_MOST_PARTS}")
    return int(text)


def _shard(text: str) -> dict[str, int]:
    number, _, of = text.partition("/")
    part = {"number": _count(number), "of": _count(of)}
    if part["number"] > part["of"]:
        raise argparse.ArgumentTypeError(f"there is no part {number} of {of}")
    return part


def _add_init(commands: Commands) -> None:
    init = commands.add_parser(
        "init",
        help="begin a book in a folder, or adopt a project that Sphinx builds",
        description="In an empty folder: a whole book of one source, three facts and one page, to be "
        "replaced. Where there is a conf.py: settings, a data file and a folder of sources; its pages are "
        "not touched, and are taken in one by one. No file that exists is overwritten.",
    )
    init.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="default: this one")


def _add_review(commands: Commands, book: argparse.ArgumentParser) -> None:
    review = commands.add_parser(
        "review",
        parents=[book],
        help="read what goes beyond its evidence, and sign it",
        description="Shows each unit that its evidence does not hold by itself, beside that evidence. "
        "In a terminal one key signs it, skips it, or opens the editor ($VISUAL or $EDITOR) at its place.",
        epilog="A PLACE is a file, file:line, the ID of a fact, or the digest that --format json and html "
        "give. Exit status: 0 nothing is left to be reviewed, or what was asked for is done; 3 something is "
        "left; 2 the input could not be read or the call was wrong.",
    )
    review.add_argument("places", nargs="*", metavar="PLACE", help="show only what stands there")
    review.add_argument("--list", action="store_true", help="list what is to be reviewed, and sign nothing")
    review.add_argument("--format", choices=("text", "json", "html"), default="text")
    review.add_argument(
        "--output", type=Path, metavar="FILE", help="where the html goes (default: standard output)"
    )
    review.add_argument(
        "--accept", nargs="+", action="extend", metavar="PLACE", help="sign what stands there"
    )
    review.add_argument("--note", default="", help="with --accept: why it holds, kept with the signature")
    signer = review.add_mutually_exclusive_group()
    signer.add_argument("--by", metavar="NAME", help="who signs, kept with the signature (default: nobody)")
    signer.add_argument("--by-git", action="store_true", help="the same, by the user.name that git has")

    signatures = commands.add_parser(
        "signatures",
        parents=[book],
        help="say how many units were signed, and how fast",
        description="Says on how many days the signatures were given and, where git can tell, how many the "
        "last commit of them brought, in how many minutes; and who signed, where they gave a name.",
    )
    signatures.add_argument(
        "rev", nargs="?", metavar="REV", help="the last such commit up to this one (default: HEAD)"
    )
    signatures.add_argument("--format", choices=("text", "json"), default="text")


def _be_lenient(stream: TextIO | None) -> None:
    """Show what the stream's encoding cannot hold as an escape, instead of failing on it."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def _fail(message: str) -> int:
    print(f"sourced: {message}", file=sys.stderr)
    return FAILED


def _drop_output() -> None:
    """Let nothing more be written, at exit either: it would fail again, with a traceback."""
    with suppress(UnsupportedOperation):  # a stream without a file, which cannot fail again
        output = sys.stdout.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, output)
        os.close(null)

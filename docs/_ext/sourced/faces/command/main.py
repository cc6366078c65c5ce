"""The ``sourced`` command.

What it needs is imported where it is used: ``sourced check`` runs on every
save, and its start must cost next to nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ... import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...book.book import Book
    from ...book.findings import Finding, InputError
    from ...rules.check import Report

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130

_DESCRIPTION = "Check that every statement of a book rests on the words of its sources."
_EPILOG = "Exit status: 0 nothing found, 1 findings, 2 the input could not be read or the call was wrong."


class CallError(Exception):
    """The command cannot do what it was asked to; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status. Writes no traceback, whatever the input."""
    if sys.stdout is None:
        return _fail("standard output is closed")
    _be_lenient(sys.stdout)
    _be_lenient(sys.stderr)
    try:
        try:
            options = _parser().parse_args(arguments)
            status: int = options.run(options)
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
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sourced", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    book = argparse.ArgumentParser(add_help=False)
    book.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="folder that holds docs/, data/facts.yaml and seeds/ (default: the nearest one upward)",
    )

    check = commands.add_parser("check", parents=[book], help="check the whole chain", epilog=_EPILOG)
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.set_defaults(run=_check)

    review = commands.add_parser(
        "review",
        parents=[book],
        help="read what goes beyond its evidence, and sign it",
        description="Units that are not supported word for word, each beside its evidence.",
    )
    review.add_argument("--list", action="store_true", help="list what is to be reviewed")
    review.add_argument("--format", choices=("text", "json"), default="text")
    review.add_argument(
        "--accept",
        action="append",
        metavar="PLACE",
        help="sign what stands at file:line, in a file, in a fact",
    )
    review.add_argument("--note", default="", help="why it holds, kept with the signature")
    review.set_defaults(run=_review)

    coverage = commands.add_parser(
        "coverage", parents=[book], help="say what of the sources is not used", epilog=_EPILOG
    )
    coverage.add_argument("--format", choices=("text", "json"), default="text")
    coverage.set_defaults(run=_coverage)

    export = commands.add_parser("export", parents=[book], help="write the data for others", epilog=_EPILOG)
    export.add_argument("--format", choices=("json", "csv", "jsonld"), default="json", dest="form")
    export.add_argument(
        "--output",
        type=Path,
        metavar="PATH",
        help="file to write (default: standard output); for csv the folder, which is made if need be",
    )
    export.set_defaults(run=_export)

    codes = commands.add_parser("codes", help="list the finding codes")
    codes.set_defaults(run=_codes)

    schema = commands.add_parser("schema", help="print the JSON Schema of the data file")
    schema.set_defaults(run=_schema)
    return parser


def _check(options: argparse.Namespace) -> int:
    from ...book.findings import InputError
    from ...rules.check import check_book

    try:
        book = _load(options.root)
        report = check_book(book)
    except InputError as error:
        return _unreadable(error, options)
    _print(options.format, _counts(report), report.findings, book.root)
    return FINDINGS if report.findings else CLEAN


def _review(options: argparse.Namespace) -> int:
    from ...book.findings import InputError
    from ...book.loading import find_root
    from .review import Review, render_items, render_list

    try:
        review = Review(options.root or find_root(Path.cwd()))
    except InputError as error:
        return _unreadable(error, options)
    if options.accept:
        for place in options.accept:
            if not review.at(place):
                raise CallError(f"nothing at {place} is to be reviewed")
        items = [item for place in options.accept for item in review.at(place)]
        print(f"Signed {review.sign(items, note=options.note)}.")
        return CLEAN
    render = render_items if options.format == "json" else render_list
    _write_utf8(render(review.items))
    return FINDINGS if review.items else CLEAN


def _coverage(options: argparse.Namespace) -> int:
    from ...account.coverage import cover
    from ...book.findings import InputError
    from ...chain.reading import read_pages
    from .coverage import render_coverage_json, render_coverage_text, render_unreadable_json

    try:
        book = _load(options.root)
        coverage = cover(book, read_pages(book))
    except InputError as error:
        if options.format == "json":
            sys.stdout.write(render_unreadable_json(error.findings))
            return FAILED
        return _unreadable(error, options)
    if options.format == "json":
        sys.stdout.write(render_coverage_json(book, coverage))
    else:
        sys.stdout.write(render_coverage_text(book, coverage, book.root, colour=_wants_colour(sys.stdout)))
    return FINDINGS if coverage.findings else CLEAN


def _export(options: argparse.Namespace) -> int:
    from ...account.exports import chosen, read_imprint
    from ...book.findings import InputError
    from ...chain.reading import read_pages
    from ...rules.check import check_book
    from .reports import render_text

    if options.form == "csv" and options.output is None:
        raise CallError("CSV is several files: say which folder they go to, with --output")
    try:
        book = _load(options.root)
        _spare_input(options, book)
        pages = read_pages(book)
        report = check_book(book, pages)
    except InputError as error:
        return _unreadable(error, options)
    if report.findings:
        print(render_text(_counts(report), report.findings, book.root), end="", file=sys.stderr)
        print("Nothing was written: data go out only when the whole chain holds.", file=sys.stderr)
        return FINDINGS
    _write(options, chosen(options.form, book, pages, read_imprint(book.root, pages)))
    return CLEAN


def _spare_input(options: argparse.Namespace, book: Book) -> None:
    from ...account.writing import input_at
    from .reports import plain

    if options.output is not None and (kept := input_at(options.output, book.root)):
        raise CallError(
            f"{plain(str(options.output))} is part of the book's input, {kept}; choose another file"
        )


def _write(options: argparse.Namespace, files: dict[str, str]) -> None:
    """One file to ``--output`` or standard output; several into the folder ``--output``."""
    from ...account.writing import write_whole

    if options.form == "csv":
        options.output.mkdir(exist_ok=True)
        for name, text in files.items():
            write_whole(options.output / name, text)
    elif options.output is None:
        _write_utf8(*files.values())
    else:
        write_whole(options.output, *files.values())


def _codes(_: argparse.Namespace) -> int:
    from ...account.coverage import RULES_OF_COVERAGE
    from ...book.inputs import INPUT_CODES
    from ...rules import RULES

    listed = {code: rule.summary for code, rule in (RULES | RULES_OF_COVERAGE).items()}
    listed |= {code: given.stops for code, given in INPUT_CODES.items()}
    width = max(map(len, listed))
    for code, summary in listed.items():
        print(f"{code:{width}}  {summary}")
    return CLEAN


def _schema(_: argparse.Namespace) -> int:
    from ...book.schema import schema_text

    _write_utf8(schema_text())
    return CLEAN


def _load(root: Path | None) -> Book:
    from ...book.loading import find_root, load_book
    from .reports import plain

    if root is not None and not root.is_dir():
        raise CallError(f"{plain(str(root))} is not a folder")
    return load_book(find_root(Path.cwd()) if root is None else root)


def _counts(report: Report) -> dict[str, int]:
    from .reports import COUNTED

    return {name: getattr(report.checked, name) for name in COUNTED}


def _unreadable(error: InputError, options: argparse.Namespace) -> int:
    from .reports import NOTHING_CHECKED

    _print(getattr(options, "format", "text"), NOTHING_CHECKED, error.findings, options.root or Path.cwd())
    return FAILED


def _print(form: str, counts: dict[str, int], findings: Sequence[Finding], root: Path) -> None:
    from .reports import render_github, render_json, render_text

    if form == "json":
        sys.stdout.write(render_json(counts, findings))
    elif form == "github":
        sys.stdout.write(render_github(counts, findings, root))
    else:
        sys.stdout.write(render_text(counts, findings, root, colour=_wants_colour(sys.stdout)))


def _wants_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _be_lenient(stream: TextIO | None) -> None:
    """Show what the stream's encoding cannot hold as an escape, instead of failing on it."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def _write_utf8(text: str) -> None:
    """JSON is UTF-8, whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)


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

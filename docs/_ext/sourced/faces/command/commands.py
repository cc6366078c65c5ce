"""What each command does. Loaded as a whole when the call has been understood: see ``main``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from ...account.coverage import RULES_OF_COVERAGE, cover
from ...account.exports import chosen, read_imprint
from ...account.writing import input_at, write_whole
from ...book.book import Book
from ...book.findings import Finding, InputError
from ...book.inputs import INPUT_CODES
from ...book.loading import find_root, load_book
from ...book.schema import schema_text
from ...chain.reading import read_pages
from ...rules import RULES
from ...rules.check import Report, check_book
from .coverage import render_coverage_json, render_coverage_text, render_unreadable_json
from .reports import COUNTED, NOTHING_CHECKED, plain, render_github, render_json, render_text
from .review import Review, render_items, render_list
from .status import CLEAN, FAILED, FINDINGS, CallError


def check(options: argparse.Namespace) -> int:
    """Check the whole chain."""
    try:
        book = _load(options.root)
        report = check_book(book)
    except InputError as error:
        return _unreadable(error, options)
    _print(options.format, _counts(report), report.findings, book.root)
    return FINDINGS if report.findings else CLEAN


def review(options: argparse.Namespace) -> int:
    """``sourced review``."""
    try:
        reviewing = Review(options.root or find_root(Path.cwd()))
    except InputError as error:
        return _unreadable(error, options)
    if options.accept:
        for place in options.accept:
            if not reviewing.at(place):
                raise CallError(f"nothing at {place} is to be reviewed")
        items = [item for place in options.accept for item in reviewing.at(place)]
        print(f"Signed {reviewing.sign(items, note=options.note)}.")
        return CLEAN
    render = render_items if options.format == "json" else render_list
    _write_utf8(render(reviewing.items))
    return FINDINGS if reviewing.items else CLEAN


def coverage(options: argparse.Namespace) -> int:
    """Say what of the sources is not used."""
    try:
        book = _load(options.root)
        covered = cover(book, read_pages(book))
    except InputError as error:
        if options.format == "json":
            sys.stdout.write(render_unreadable_json(error.findings))
            return FAILED
        return _unreadable(error, options)
    if options.format == "json":
        sys.stdout.write(render_coverage_json(book, covered))
    else:
        sys.stdout.write(render_coverage_text(book, covered, book.root, colour=_wants_colour(sys.stdout)))
    return FINDINGS if covered.findings else CLEAN


def export(options: argparse.Namespace) -> int:
    """Write the data for others."""
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
    if options.output is not None and (kept := input_at(options.output, book.root)):
        raise CallError(
            f"{plain(str(options.output))} is part of the book's input, {kept}; choose another file"
        )


def _write(options: argparse.Namespace, files: dict[str, str]) -> None:
    """One file to ``--output`` or standard output; several into the folder ``--output``."""
    if options.form == "csv":
        options.output.mkdir(exist_ok=True)
        for name, text in files.items():
            write_whole(options.output / name, text)
    elif options.output is None:
        _write_utf8(*files.values())
    else:
        write_whole(options.output, *files.values())


def codes(_: argparse.Namespace) -> int:
    """List the finding codes."""
    listed = {code: rule.summary for code, rule in (RULES | RULES_OF_COVERAGE).items()}
    listed |= {code: given.stops for code, given in INPUT_CODES.items()}
    width = max(map(len, listed))
    for code, summary in listed.items():
        print(f"{code:{width}}  {summary}")
    return CLEAN


def schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema of the data file."""
    _write_utf8(schema_text())
    return CLEAN


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "review": review,
    "coverage": coverage,
    "export": export,
    "codes": codes,
    "schema": schema,
}


def _load(root: Path | None) -> Book:
    if root is not None and not root.is_dir():
        raise CallError(f"{plain(str(root))} is not a folder")
    return load_book(find_root(Path.cwd()) if root is None else root)


def _counts(report: Report) -> dict[str, int]:
    return {name: getattr(report.checked, name) for name in COUNTED}


def _unreadable(error: InputError, options: argparse.Namespace) -> int:
    _print(getattr(options, "format", "text"), NOTHING_CHECKED, error.findings, options.root or Path.cwd())
    return FAILED


def _print(form: str, counts: dict[str, int], findings: Sequence[Finding], root: Path) -> None:
    if form == "json":
        sys.stdout.write(render_json(counts, findings))
    elif form == "github":
        sys.stdout.write(render_github(counts, findings, root))
    else:
        sys.stdout.write(render_text(counts, findings, root, colour=_wants_colour(sys.stdout)))


def _wants_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write_utf8(text: str) -> None:
    """JSON is UTF-8, whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)

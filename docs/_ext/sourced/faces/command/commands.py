"""What each command does. Loaded as a whole when the call has been understood: see ``main``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import to_builtins

from ...account.coverage import RULES_OF_COVERAGE, cover
from ...account.exports import chosen, read_imprint
from ...account.signing import signed
from ...account.writing import input_at, write_whole
from ...book.book import Book
from ...book.findings import Finding, InputError
from ...book.inputs import INPUT_CODES
from ...book.loading import find_root, load_book
from ...book.schema import schema_text
from ...book.signatures import load_signatures
from ...chain.library import Library
from ...chain.reading import read_pages
from ...rules import RULES
from ...rules.check import Share, check_book
from .coverage import render_coverage_json, render_coverage_text, render_unreadable_json
from .history import brought_by, not_committed
from .history import told as told_commit
from .reports import (
    NOTHING_CHECKED,
    Figures,
    figures,
    plain,
    render_github,
    render_json,
    render_text,
    status_of,
    told_signed,
)
from .review.run import review as run_review
from .shares import check_in_processes, check_part, joined, read_parts, render_part
from .status import CLEAN, FAILED, FINDINGS, CallError
from .streams import wants_colour, write_utf8


def check(options: argparse.Namespace) -> int:
    """Check the whole chain, or a part of it."""
    try:
        book = _load(options.root)
        if options.shard is not None:
            library = Library(book)
            part = check_part(book, read_pages(book, library), library, Share(**options.shard))
            told, findings = joined([part])
        elif options.jobs > 1:
            told, findings = check_in_processes(book, options.jobs)
        else:
            report = check_book(book)
            told, findings = figures(report), report.findings
    except InputError as error:
        return _unreadable(error, options)
    if options.shard is not None and options.format == "json":
        sys.stdout.write(render_part(part))
    else:
        _print(options.format, told, findings, book.root)
    return status_of(findings)


def join(options: argparse.Namespace) -> int:
    """Make one report of those of all parts of a check."""
    told, findings = joined(read_parts(options.reports))
    _print(options.format, told, findings, _root(options.root))
    return status_of(findings)


def review(options: argparse.Namespace) -> int:
    """Read what goes beyond its evidence, and sign it."""
    try:
        return run_review(options, _root(options.root))
    except InputError as error:
        return _unreadable(error, options)


def signatures(options: argparse.Namespace) -> int:
    """Say how many signatures there are, on how many days, and what the last commit of them brought."""
    root = _root(options.root)
    try:
        given = signed(load_signatures(root).values())
        commit, fresh = brought_by(root, options.rev or "HEAD"), not_committed(root)
    except InputError as error:
        return _unreadable(error, options)
    if options.rev and commit is None:
        raise CallError(f"git knows no signatures at {plain(options.rev)}")
    if options.format == "json":
        print(
            json.dumps(
                {"signed": to_builtins(given), "commit": to_builtins(commit), "fresh": to_builtins(fresh)},
                indent=2,
            )
        )
        return CLEAN
    print(told_signed(given))
    for brought in (commit, fresh):
        if brought is not None:
            print(told_commit(brought))
    return CLEAN


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
        sys.stdout.write(render_coverage_text(book, covered, book.root, colour=wants_colour(sys.stdout)))
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
        print(render_text(figures(report), report.findings, book.root), end="", file=sys.stderr)
        print("Nothing was written: data go out only when the whole chain holds.", file=sys.stderr)
        return status_of(report.findings)
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
        write_utf8(*files.values())
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
    write_utf8(schema_text())
    return CLEAN


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "join": join,
    "review": review,
    "signatures": signatures,
    "coverage": coverage,
    "export": export,
    "codes": codes,
    "schema": schema,
}


def _root(root: Path | None) -> Path:
    if root is not None and not root.is_dir():
        raise CallError(f"{plain(str(root))} is not a folder")
    return find_root(Path.cwd()) if root is None else root


def _load(root: Path | None) -> Book:
    return load_book(_root(root))


def _unreadable(error: InputError, options: argparse.Namespace) -> int:
    _print(getattr(options, "format", "text"), NOTHING_CHECKED, error.findings, options.root or Path.cwd())
    return FAILED


def _print(form: str, told: Figures, findings: Sequence[Finding], root: Path) -> None:
    if form == "json":
        sys.stdout.write(render_json(told, findings))
    elif form == "github":
        sys.stdout.write(render_github(told, findings, root))
    else:
        sys.stdout.write(render_text(told, findings, root, colour=wants_colour(sys.stdout)))

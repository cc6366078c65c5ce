"""What each command does. Loaded as a whole when the call has been understood: see ``main``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from ...account.exports import exports, read_imprint
from ...account.sources.coverage import RULES_OF_COVERAGE, cover
from ...account.writing import input_at, write_whole
from ...book.book import Book
from ...book.findings import Finding, InputError
from ...book.inputs import INPUT_CODES
from ...book.loading import load_book
from ...book.schema import schema_text
from ...book.settings import find_root
from ...chain.library import Library
from ...chain.reading import read_pages
from ...pictures.faults import sum_up_with_pictures
from ...rules import RULES
from ...text.pausing import without_collection
from ..editor.run import lsp
from .begin.run import init as run_init
from .coverage import render_coverage_json, render_coverage_text, render_unreadable_json
from .drafting.addsource import add_source as run_add_source
from .drafting.quote import quote as run_quote
from .drafting.scaffold import scaffold as run_scaffold
from .history import tell_signatures
from .knowing.diff import diff as run_diff
from .knowing.rename import rename as run_rename
from .knowing.uses import uses as run_uses
from .live import run_live
from .reports import (
    NOTHING_CHECKED,
    Figures,
    figures,
    json_pieces,
    plain,
    render_github,
    render_text,
    status_of,
)
from .review.run import review as run_review
from .shares import Part, check_as_asked, joined, read_parts, render_part
from .status import CLEAN, FAILED, FINDINGS, CallError
from .streams import wants_colour, write_utf8


def init(options: argparse.Namespace) -> int:
    """Begin a book, or adopt a project."""
    options.root = options.folder
    return run_init(options)


def check(options: argparse.Namespace) -> int:
    """Check the whole chain, or a part of it."""
    book = load_book(_root(options.root), cached=options.cache)
    report = check_as_asked(book, options.shard, options.jobs, keep=options.cache)
    if isinstance(report, Part) and options.format == "json":
        sys.stdout.write(render_part(report))
    else:
        told, findings = joined([report]) if isinstance(report, Part) else report
        _print(options.format, told, findings, book.root)
    return status_of(report.findings if isinstance(report, Part) else findings)


def join(options: argparse.Namespace) -> int:
    """Make one report of those of all parts of a check."""
    told, findings = joined(read_parts(options.reports))
    _print(options.format, told, findings, _root(options.root))
    return status_of(findings)


def signatures(options: argparse.Namespace) -> int:
    """Say how many signatures there are, on how many days, and what the last commit of them brought."""
    print(tell_signatures(_root(options.root), options.rev, as_json=options.format == "json"))
    return CLEAN


def coverage(options: argparse.Namespace) -> int:
    """Say what of the sources is not used."""
    try:
        book = load_book(_root(options.root))
        covered = cover(book, read_pages(book))
    except InputError as error:
        if options.format != "json":
            raise
        sys.stdout.write(render_unreadable_json(error.findings))
        return FAILED
    if options.format == "json":
        sys.stdout.write(render_coverage_json(book, covered))
    else:
        sys.stdout.write(render_coverage_text(book, covered, book.root, colour=wants_colour(sys.stdout)))
    return FINDINGS if covered.findings else CLEAN


def export(options: argparse.Namespace) -> int:
    """Write the data for others."""
    if options.form == "csv" and options.output is None:
        raise CallError("CSV is several files: say which folder they go to, with --output")
    book = load_book(_root(options.root))
    _spare_input(options, book)
    library = Library(book)
    pages = read_pages(book, library)
    report = sum_up_with_pictures(library, pages)
    if report.findings:
        print(render_text(figures(report), report.findings, book.root), end="", file=sys.stderr)
        print("Nothing was written: data go out only when the whole chain holds.", file=sys.stderr)
        return status_of(report.findings)
    imprint = read_imprint(book.root, pages)
    _write(options, exports(book, pages, imprint, library, forms=[options.form]))
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


def _in_book(run: Callable[[argparse.Namespace, Path], int], options: argparse.Namespace) -> int:
    """What a command does that is told where its book is."""
    return run(options, _root(options.root))


def _knowing(run: Callable[[argparse.Namespace, Path], int], options: argparse.Namespace) -> int:
    """What one of the commands in ``knowing`` does."""
    with without_collection():
        return _in_book(run, options)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "init": init,
    "check": check,
    "join": join,
    "review": partial(_in_book, run_review),
    "signatures": signatures,
    "uses": partial(_knowing, run_uses),
    "diff": partial(_knowing, run_diff),
    "rename": partial(_knowing, run_rename),
    "coverage": coverage,
    "export": export,
    "live": partial(_in_book, run_live),
    "add-source": partial(_in_book, run_add_source),
    "quote": partial(_in_book, run_quote),
    "scaffold": partial(_in_book, run_scaffold),
    "codes": codes,
    "schema": schema,
    "lsp": lsp,
}


def call(options: argparse.Namespace) -> int:
    """Do what a call asks for; what keeps the book from being read is told as findings are."""
    try:
        return _COMMANDS[options.command](options)
    except InputError as error:
        form = getattr(options, "format", "text")
        _print(form, NOTHING_CHECKED, error.findings, options.root or Path.cwd())
        return FAILED


def _root(root: Path | None) -> Path:
    if root is not None and not root.is_dir():
        raise CallError(f"{plain(str(root))} is not a folder")
    return find_root(Path.cwd()) if root is None else root


def _print(form: str, told: Figures, findings: Sequence[Finding], root: Path) -> None:
    if form == "json":
        sys.stdout.writelines(json_pieces(told, findings))
    elif form == "github":
        sys.stdout.write(render_github(told, findings, root))
    else:
        sys.stdout.write(render_text(told, findings, root, colour=wants_colour(sys.stdout)))

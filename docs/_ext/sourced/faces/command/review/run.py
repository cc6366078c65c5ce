"""What ``sourced review`` does, by how it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ....account.reviewing import Item
from ....account.writing import input_at, write_whole
from ....english.phrases import plural
from ..git import git_user
from ..reports import plain
from ..status import CLEAN, UNREVIEWED, CallError
from ..streams import write_utf8
from .desk import Desk
from .lists import named, render_items, render_list
from .screen import Screen
from .session import Session
from .webpage import render_page


def review(options: argparse.Namespace, root: Path) -> int:
    """Sign, list, or go through what is to be reviewed. Raises ``InputError`` and ``CallError``."""
    _agree(options)
    if options.accept:
        return _accept(Desk(root, _signer(options, root)), options.accept, options.note)
    asked = options.list or options.format != "text"
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    if terminal and not asked:
        session = Session(root, options.places, Screen(sys.stdout), _signer(options, root))
        return UNREVIEWED if session.run() else CLEAN
    desk = Desk(root)
    items = desk.at(options.places) if options.places else desk.items
    if options.format == "html":
        return _page(items, options.output, root)
    if not asked:
        print("sourced: this is no terminal, so nothing is asked; here is the list", file=sys.stderr)
    write_utf8(render_items(items) if options.format == "json" else render_list(items))
    if wrong := sum(each.severity == "error" for each in desk.report.findings):
        print(
            f"sourced: {plural(wrong, 'finding')} besides; sourced check tells what is wrong", file=sys.stderr
        )
    return UNREVIEWED if items else CLEAN


def _agree(options: argparse.Namespace) -> None:
    """Whether the options go together."""
    if options.note and not options.accept:
        raise CallError("--note goes with --accept")
    if options.accept and options.places:
        raise CallError("name all places behind --accept")
    if options.output is not None and options.format != "html":
        raise CallError("--output goes with --format html")


def _signer(options: argparse.Namespace, root: Path) -> str:
    """The name that signatures are to bear, if one was asked for. Raises ``CallError``."""
    if options.by_git:
        name = git_user(root)
        if not name:
            raise CallError("git knows no user.name; set it, or give a name with --by")
        return name
    name = " ".join(options.by.split()) if options.by is not None else ""
    if options.by is not None and not name:
        raise CallError("--by needs a name")
    return name


def _accept(desk: Desk, places: Sequence[str], note: str) -> int:
    items = desk.at(places)
    desk.sign(items, note=note)
    write_utf8("".join(map(named, items)) + f"Signed {len(items)}.\n")
    return CLEAN


def _page(items: Sequence[Item], output: Path | None, root: Path) -> int:
    page = render_page(items)
    if output is None:
        write_utf8(page)
        return CLEAN
    if kept := input_at(output, root):
        raise CallError(f"{plain(str(output))} is part of the book's input, {kept}; choose another file")
    write_whole(output, page)
    return CLEAN

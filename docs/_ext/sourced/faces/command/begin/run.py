"""What ``sourced init`` does: a new book, or a project adopted."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from ....book.settings import Settings, holds_book
from ..reports import plain
from ..status import CLEAN, CallError
from ..streams import write_utf8
from .adopting import Project, conf_of, read_project
from .confpy import difference
from .placing import place
from .templates import adopted_book, new_book

_NEXT = """
Next:
{enter}  sourced check   says what is not supported, at file:line:column
  make html       builds the book: open build/html/index.html
  make test       passes only if every statement is supported, or was read and signed
The example is there to be replaced: begin with data/facts.yaml and docs/index.md.
"""
_ADOPTED = """
Next:
{enter}  1. Put a text into {seeds}/, enter it in {data} and rest facts on it.
  2. Take a page in: let its sentences cite these facts, and write into its front matter
         sourced: {{taken-in: true}}
  3. `sourced check` says what is not supported. The other pages tell their readers that they are
     not yet taken in.
"""


def init(options: argparse.Namespace) -> int:
    """Begin a book in a folder. Raises ``CallError`` and ``InputError``; then nothing was written."""
    root = options.folder.absolute()
    if root.exists() and not root.is_dir():
        raise CallError(f"{plain(str(options.folder))} is not a folder")
    if conf := conf_of(root):
        return _adopt(options.folder, root, read_project(root, conf))
    return _begin(options.folder, root)


def _begin(folder: Path, root: Path) -> int:
    _need_room(folder, root)
    written, kept = place(root, new_book(_title(root)), {})
    lines = [f"A book begins in {plain(str(folder))}.", *_listed(written, kept)]
    _say(lines, _NEXT.format(enter=_enter(folder)))
    return CLEAN


def _adopt(folder: Path, root: Path, project: Project) -> int:
    settings, edit = project.settings, project.edit
    edits = {project.conf: edit.text} if edit.added else {}
    written, kept = place(root, adopted_book(settings), edits)
    if not (written or edits):
        write_utf8(f"{plain(str(folder))} is a book already; nothing was changed.\n")
        return CLEAN
    name = project.conf.relative_to(root).as_posix()
    pages = "1 page" if project.pages == 1 else f"{project.pages} pages"
    lines = [
        f"{plain(str(folder))} is a book now; not yet taken in: {pages}.",
        *_listed(written, kept),
    ]
    if edits:
        lines += [f"  changed {plain(name)}:", plain_lines(difference(project.text, edit.text, name))]
    _say(lines, _ADOPTED.format(seeds=settings.seeds, data=settings.data_file, enter=_enter(folder)))
    return CLEAN


def plain_lines(text: str) -> str:
    """Lines with nothing in them that a terminal would obey, each indented."""
    return "\n".join(f"    {plain(line)}" for line in text.splitlines())


def _listed(written: Sequence[str], kept: Sequence[str]) -> list[str]:
    return [f"  wrote {plain(name)}" for name in written] + [
        f"  kept {plain(name)}, which was there" for name in kept
    ]


def _say(lines: Sequence[str], more: str) -> None:
    write_utf8("\n".join(lines) + "\n" + more)


def _enter(folder: Path) -> str:
    return "" if folder.absolute() == Path.cwd() else f"  cd {plain(os.fspath(folder))}\n"


def _title(root: Path) -> str:
    words = " ".join(root.name.replace("_", "-").split("-")).strip()
    usable = "".join(char for char in words if char.isalnum() or char in " .'’&")
    usable = usable.replace("'", "’")
    return usable[:1].upper() + usable[1:] or "A sourced book"


def _need_room(folder: Path, root: Path) -> None:
    """Hold that a new book would mix with nothing that is there."""
    for each in (root, *root.parents):
        if holds_book(each):
            where = "is a book already" if each == root else f"lies in the book {plain(str(each))}"
            raise CallError(f"{plain(str(folder))} {where}; choose another folder")
    usual = Settings()
    for name in (usual.docs, usual.seeds, usual.data):
        there = root / name
        if there.is_symlink() or (there.exists() and not (there.is_dir() and not any(there.iterdir()))):
            raise CallError(
                f"{plain(str(folder))} has {name} already, with which a new book would mix; choose another "
                "folder. A project that Sphinx builds is adopted where its conf.py is, or one folder above."
            )

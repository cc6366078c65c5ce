"""Inputs of the fuzzing: each is a number, and comes to the same whenever it is made again."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import signal
import subprocess
import traceback
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sourced.book.findings import InputError
from sourced.book.loading import load_book
from sourced.faces.command.main import main as command
from sourced.faces.command.status import CLEAN, FAILED, FINDINGS, UNREVIEWED

from ..bridge import sign_all
from ..documents import HTML, make_pdf
from .beside import changed_document, changed_report, make_project
from .book import BOOK, show_all, some_of
from .calls import Call, Paths, make_call
from .editor import edit_book
from .mutations import changed, rehash
from .preview import CONF, preview
from .splicing import Files

STATUSES = {CLEAN, FINDINGS, FAILED, UNREVIEWED}
WAYS = {"command": 830, "shown": 100, "editor": 65, "preview": 5}
"""How often of a thousand a book is given to a command, shown as in a build, typed into, or previewed."""
KEPT_BY_GIT = 0.02


class TooLongError(BaseException):
    """An input takes longer than it may; no handler of the command may take it for its own."""


@cache
def base() -> tuple[Files, Files, Files]:
    """The book without a change, signed; what git keeps of it; what calls are given."""
    files: Files = {name: text.encode() for name, text in BOOK.items()}
    rehash(files)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, files)
        sign_all(root)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for call in (["init", "--template="], ["add", "."], [*_NOBODY, "commit", "-m", "x"]):
            subprocess.run(["git", *call], cwd=root, check=True, **quiet)  # type: ignore[call-overload]  # options by name
        given = _documents()
        for number in (1, 2):
            with contextlib.redirect_stdout(io.StringIO()) as told:
                command(["check", "--shard", f"{number}/2", "--format", "json", "--root", folder])
            given[f"part{number}.json"] = told.getvalue().encode()
        kept = {name: (root / name).read_bytes() for name in contents(root) if (root / name).is_file()}
        _warm(root, given)
    git = {name: content for name, content in kept.items() if name.startswith(".git/")}
    return {name: kept[name] for name in kept.keys() - git.keys()}, git, given


def _documents() -> Files:
    """Files that may be taken in as sources."""
    pdf = make_pdf([["The mill at Aske", "4 May 1998", "It burned down on Sunday night."], ["1871", "2"]])
    article = (
        BOOK["seeds/gazette.txt"].encode() + b"\nBy Jon Elm\nMay 4, 2001 10:12 pm\n* Home\n* News\n- 2 -\n"
    )
    return {"Mill (1).pdf": pdf, "mill.html": HTML.encode(), "article.txt": article}


def _warm(root: Path, given: Files) -> None:
    """Have loaded what is loaded late, once for all processes."""
    for name, content in given.items():
        (root / name).write_bytes(content)
        with contextlib.redirect_stdout(io.StringIO()):
            command(["add-source", str(root / name), "--root", str(root)])


_NOBODY = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false")


def write(root: Path, files: Files) -> None:
    """Files below a folder; one that would lie in another file is left out."""
    for name, content in files.items():
        with contextlib.suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)


def contents(root: Path) -> dict[str, bytes | None]:
    """All files below a folder; ``None`` for what is no ordinary file."""
    found = ((path.relative_to(root).as_posix(), path) for path in root.rglob("*"))
    return {name: path.read_bytes() if path.is_file() else None for name, path in found}


def _book_files(found: dict[str, bytes | None]) -> dict[str, bytes | None]:
    """Without what git writes for itself."""
    return {name: content for name, content in found.items() if not name.startswith(".git/")}


def try_one(seed: int, number: int, folder: Path, limit: float) -> str | None:
    """Make one input, run it, and say what is wrong, if anything is."""
    chance = Random(f"{seed}:{number}")
    files, git, given = base()
    paths = Paths(root=folder / "book", given=folder / "given", before=folder / "before", out=folder / "out")
    for path in (paths.root, paths.given, paths.out):
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
    if not paths.before.exists():
        write(paths.before, files)
    book = changed(chance, some_of(chance, files))
    (way,) = chance.choices(list(WAYS), list(WAYS.values()))
    write(paths.given, _given(chance, given))
    os.mkfifo(paths.given / "pipe.txt")
    call = make_call(chance, paths) if way == "command" else Call(arguments=[way])
    if "init" in call.arguments:
        make_project(chance, book)
    if way == "preview":
        book["conf.py"] = CONF.encode()
    write(paths.root, book | git if chance.random() < KEPT_BY_GIT else book)
    spent = os.times()
    wrong = _watched(chance, way, call, book, paths, limit)
    took = sum(os.times()[:2]) - sum(spent[:2])
    return f"input {number} ({took:.1f} s): {json.dumps(call.arguments)}\n{wrong}" if wrong else None


def _given(chance: Random, given: Files) -> Files:
    return {
        name: (changed_report if name.endswith(".json") else changed_document)(chance, content)
        for name, content in given.items()
    }


def _watched(chance: Random, way: str, call: Call, book: Files, paths: Paths, limit: float) -> str | None:
    """What is wrong with how an input ends, or with what it leaves."""
    before = contents(paths.root)
    signal.setitimer(signal.ITIMER_PROF, limit)
    status: object = CLEAN
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
            if way == "command":
                status = command(call.arguments)
            elif way == "shown":
                show_all(paths.root)
            elif way == "editor":
                edit_book(chance, paths.root)
            elif wrong := preview(chance, book, paths.root, paths.out):
                return wrong
    except SystemExit as exit_:
        status = exit_.code
    except TooLongError:
        return f"took too long: {traceback.format_exc(limit=-4)}"
    except BaseException:
        return traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if "Traceback" in told.getvalue():
        return told.getvalue()
    if status not in STATUSES:
        return f"exit status {status!r}"
    return None if way == "preview" else _left(call, status, before, paths.root)


def _asked_for(call: Call, root: Path) -> set[str]:
    """The file that a call was told to write, where that is no input of the book."""
    named = {Path(after) for option, after in pairwise(call.arguments) if option == "--output"}
    return {path.relative_to(root).as_posix() for path in named if path.is_relative_to(root)}


def _left(call: Call, status: object, before: dict[str, bytes | None], root: Path) -> str | None:
    """What is wrong with the files of the book afterwards: none but those may be others that were to be
    written, and what can be read before can be read then."""
    after = contents(root)
    for name in _asked_for(call, root) - before.keys():
        after.pop(name, None)
    if _book_files(after) == _book_files(before):
        return None
    names = sorted(name for name in after.keys() | before.keys() if after.get(name) != before.get(name))
    if not call.writes or status != CLEAN:
        return f"exit status {status}, and changed: {names}"
    if lost := sorted(before.keys() - after.keys()):
        return f"taken away: {lost}"
    if call.arguments[0] != "init":
        try:
            load_book(root)
        except InputError as error:
            return f"cannot be read any more: {error.findings[0]}"
    return None

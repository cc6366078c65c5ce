"""A book as it was at a revision that git knows, as it lies in a folder, or as it is now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ....account.changes.change import State
from ....book.findings import InputError
from ....book.loading import load_book
from ....book.settings import SETTINGS_FILE, Settings, holds_book, load_settings, readable_settings
from ..git import git, git_text
from ..reports import plain
from ..status import CallError

NOW = "the book as it is now"


class Told:
    """A state of the book with what it is called, and its commit where it is one."""

    def __init__(self, state: State, name: str, commit: str = "") -> None:
        self.state, self.name, self.commit = state, name, commit


@contextmanager
def state_at(root: Path, where: str | None) -> Iterator[Told]:
    """The book at ``where``: a folder that holds one, a revision, or nothing for the book as it is now.

    What git keeps is read into a folder of its own; the files of the book are not touched.
    Raises ``CallError``, and ``InputError`` where that state cannot be read.
    """
    if where is None:
        yield Told(State(load_book(root)), NOW)
        return
    if holds_book(Path(where)):
        yield Told(_load(Path(where), where), plain(where))
        return
    commit = git_text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{where}^{{commit}}")
    if not commit:
        message = "is neither a revision that git knows here nor a folder that holds a book"
        raise CallError(f"{plain(where)} {message}")
    with TemporaryDirectory(prefix="sourced-") as folder:
        _unpack(root, commit.strip(), Path(folder))
        yield Told(_load(Path(folder), where), plain(where), commit.strip())


def other_files(root: Path, before: Told, after: Told) -> list[str]:
    """The files that changed and are none of the book's own, as far as git can tell."""
    if not before.commit or (not after.commit and after.name != NOW):
        return []
    revisions = [before.commit, after.commit] if after.commit else [before.commit]
    listed = git_text(root, "diff", "--name-only", "--relative", "-z", *revisions, "--", ".") or ""
    if not after.commit:
        listed += git_text(root, "ls-files", "--others", "--exclude-standard", "-z") or ""
    settings = load_settings(root)
    states = (told.state.book for told in (before, after))
    known = {book.source_file(source) for book in states for source in book.sources}
    known |= {SETTINGS_FILE, settings.data_file, settings.signed_file}
    listed_files = (file for file in listed.split("\0") if file and file not in known)
    return [file for file in listed_files if not _is_page(settings, file)]


def _is_page(settings: Settings, file: str) -> bool:
    return _is_in(settings.docs, file) and file.endswith(".md") and not _is_hidden(file)


def _is_in(folder: str, file: str) -> bool:
    return PurePosixPath(file).is_relative_to(folder)


def _is_hidden(file: str) -> bool:
    return any(part.startswith(("_", ".")) for part in file.split("/"))


def _load(folder: Path, where: str) -> State:
    """The state in a folder; what is wrong with it is told as of there."""
    try:
        state = State(load_book(folder))
        _ = state.page_texts
    except InputError as error:
        places = "; ".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in error.findings[:3])
        more = f" (and {len(error.findings) - 3} more)" if len(error.findings) > 3 else ""
        raise CallError(f"the book at {plain(where)} cannot be read: {plain(places)}{more}") from None
    return state


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write the files of the book at a commit into a folder, byte for byte."""
    settings = _settings_at(root, commit, folder)
    parts = (settings.data_file, settings.signed_file, settings.seeds, settings.docs, "conf.py")
    listed = git(root, "ls-tree", "-r", "-z", commit, "--", *parts) or b""
    blobs: list[tuple[str, str]] = []
    for line in filter(None, os.fsdecode(listed).split("\0")):
        told, _, file = line.partition("\t")
        mode, kind, blob = told.split()
        hidden = _is_in(settings.docs, file) and _is_hidden(file)
        if kind == "blob" and mode.startswith("100") and not hidden:
            blobs.append((file, blob))
    asked = "".join(f"{blob}\n" for _, blob in blobs).encode("ascii")
    answer, at = git(root, "cat-file", "--batch", given=asked) or b"", 0
    for name in (settings.seeds, settings.docs):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for file, _ in blobs:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1


def _settings_at(root: Path, commit: str, folder: Path) -> Settings:
    """The settings at a commit, written into the folder; what is wrong with them is told on loading."""
    text = git(root, "show", f"{commit}:./{SETTINGS_FILE}")
    if text is not None:
        (folder / SETTINGS_FILE).write_bytes(text)
    return readable_settings(folder)

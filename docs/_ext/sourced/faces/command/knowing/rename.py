"""What ``sourced rename`` does."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ....account.renaming.rename import RenameError, renamed
from ....account.writing import write_together
from ....book.book import Book
from ....book.loading import load_book
from ....book.settings import Settings
from ....english.phrases import plural
from ..git import git_text
from ..reports import plain
from ..status import CLEAN, CallError
from ..streams import write_utf8
from .uses import asked_kinds

_SHOWN, _WIDTH = 20, 80


def rename(options: argparse.Namespace, root: Path) -> int:
    """Give something another ID. Raises ``InputError`` and ``CallError``."""
    book = load_book(root)
    kind, *others = asked_kinds(book, options.old, options.kind)
    if others:
        several = ", ".join([kind, *others])
        raise CallError(f"{plain(options.old)} is the ID of several: say which with --kind ({several})")
    try:
        change = renamed(book, kind, options.old, options.new)
    except RenameError as error:
        raise CallError(f"nothing was changed: {plain(str(error))}") from None
    write_together({root / file: text for file, text in change.files.items()})
    write_utf8("".join(_told(book, options.old, options.new, list(change.files), change.signatures)))
    return CLEAN


def _told(book: Book, old: str, new: str, files: list[str], signatures: int) -> Iterator[str]:
    yield f"{old} is {new} now, in {plural(len(files), 'file')}: {', '.join(map(plain, sorted(files)))}\n"
    if signatures:
        yield f"{plural(signatures, 'signature')} carried over: nothing that was signed says anything else.\n"
    left = list(_left(book, old))
    if left:
        yield "It still stands here, where it may be another thing; look at each:\n"
        yield from (f"  {plain(line)}\n" for line in left[:_SHOWN])
    if len(left) > _SHOWN:
        yield f"  … and {len(left) - _SHOWN} more\n"


def _left(book: Book, old: str) -> Iterator[str]:
    """Where git finds the former ID beside the book's own files; a word of English only between marks."""
    found = git_text(book.root, "grep", "-n", "-I", "-F", "--untracked", "-e", old, "--", ".") or ""
    edges = (r"(?<![\w-])", r"(?![\w-])") if "-" in old else ("(?<=[\"'`])", "(?=[\"'`])")
    whole = re.compile(re.escape(old).join(edges))
    for line in found.splitlines():
        file, _, rest = line.partition(":")
        number, _, words = rest.partition(":")
        if not _is_data(book.settings, file) and whole.search(words):
            yield f"{file}:{number}: {words.strip()[:_WIDTH]}"


def _is_data(settings: Settings, file: str) -> bool:
    return file in (settings.data_file, settings.signed_file) or PurePosixPath(file).is_relative_to(
        settings.seeds
    )

"""A folder that a book is written into: which files in it are the book's, and which somebody else's.

A file that was there before the first build, or came between two, is none of the book's and is never removed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from sphinx.application import Sphinx
from sphinx.config import Config

from ....account.writing import write_whole

LISTING = ".sourced-files"
"""Beside the book's files, as it must go where they go."""

BACKUP = ".buildinfo.bak"
"""What Sphinx puts aside, when it finds that it is to build otherwise than before."""


class Listing(Struct, frozen=True, kw_only=True):
    """What is known of a folder: after a build that ended well its own files, or else those that are not."""

    finished: bool
    files: tuple[str, ...]


class Folder:
    """The folder of one builder. What lies in the folder ``beside`` it is not looked at."""

    def __init__(self, root: Path, beside: Path) -> None:
        self.root, self._beside = root, beside
        self._others: frozenset[str] = frozenset()
        self.is_whole = False
        """Whether all files of a build that had ended well were there when this one began."""

    def begin(self) -> bool:
        """Note that a build has begun; whether the last one ended well."""
        for cut_short in self.root.glob(f".{LISTING}.*"):
            cut_short.unlink()  # a listing that a killed build had not put in its place yet
        present, listing = frozenset(self._present()), self._listing()
        if listing is None:
            self._others = present
        elif listing.finished:
            self._others = present - {*listing.files, BACKUP}
        else:
            self._others = present & set(listing.files)
        self.is_whole = listing is not None and listing.finished and present.issuperset(listing.files)
        self._write(finished=False, files=self._others)
        return listing is not None and listing.finished

    def empty(self) -> None:
        """Remove the book's files, and folders that are empty then."""
        for name in frozenset(self._present()) - self._others:
            (self.root / name).unlink()
        for folder, _, _ in os.walk(self.root, topdown=False):
            path = Path(folder)
            if path not in (self.root, self._beside) and not any(path.iterdir()):
                path.rmdir()

    def finish(self) -> None:
        """Note that the build has ended well."""
        self._write(finished=True, files=frozenset(self._present()) - self._others)

    @property
    def is_half_done(self) -> bool:
        """Whether a build has begun here that did not end well."""
        listing = self._listing()
        return listing is not None and not listing.finished

    @property
    def stamp(self) -> int:
        """When a build last began or ended here."""
        file = self.root / LISTING
        return file.stat().st_mtime_ns if file.exists() else 0

    def _present(self) -> Iterator[str]:
        """All files, by their names from here."""
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if Path(folder, name) != self._beside]
            at = os.path.relpath(folder, self.root)
            for name in files:
                if name != LISTING:
                    yield name if at == "." else f"{at}/{name}"

    def _listing(self) -> Listing | None:
        try:
            return msgspec.json.decode((self.root / LISTING).read_bytes(), type=Listing)
        except (OSError, msgspec.MsgspecError):
            return None

    def _write(self, *, finished: bool, files: frozenset[str]) -> None:
        listing = Listing(finished=finished, files=tuple(sorted(files)))
        write_whole(self.root / LISTING, msgspec.json.encode(listing).decode())


def leave_out(_app: Sphinx, config: Config) -> None:
    """Keep the listing out of an e-book, which takes in whatever lies in its folder."""
    config.epub_exclude_files = [*config.epub_exclude_files, LISTING]

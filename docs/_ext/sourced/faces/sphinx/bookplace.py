"""Where the book is that a build is made of. Nothing of the core that reads it is imported here."""

from __future__ import annotations

import os.path
from functools import cached_property
from pathlib import Path, PurePosixPath

from ...book.findings import InputError
from ...book.settings import SETTINGS_FILE, Settings, find_root, load_settings
from .changed.fingerprint import Watched
from .logged import stopped


class BookPlace:
    """The folder of a book, and what its settings say of it; read when first asked for."""

    def __init__(self, srcdir: Path) -> None:
        self._srcdir = srcdir

    @cached_property
    def root(self) -> Path:
        """The folder that holds the book."""
        try:
            return find_root(self._srcdir)
        except InputError as error:
            raise stopped(error, self._srcdir) from None

    @cached_property
    def pages(self) -> str:
        """Where its pages are, as findings name the folder."""
        return Path(os.path.relpath(self._srcdir, self.root)).as_posix()

    @cached_property
    def settings(self) -> Settings:
        """Where everything is; read long before the book."""
        try:
            return load_settings(self.root)
        except InputError as error:
            raise stopped(error, self.root) from None

    @property
    def watched(self) -> Watched:
        """Where its data come from."""
        root, settings = self.root, self.settings
        return Watched(
            settings=root / SETTINGS_FILE,
            data=root / settings.data_file,
            signed=root / settings.signed_file,
            seeds=root / settings.seeds,
        )

    def file(self, name: str) -> str:
        """The file of a page, as findings name it, by its path among the pages."""
        return (PurePosixPath(self.pages) / name).as_posix()

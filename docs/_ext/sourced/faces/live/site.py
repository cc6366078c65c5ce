"""A book that is built again and again by one application: what has been loaded and read stays at hand."""

from __future__ import annotations

import re
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from ...book.settings import readable_settings
from ..sphinx.domain import SourcedDomain, sourced_domain
from ..sphinx.keeping import lock
from ..sphinx.keeping.building import READ_FILE
from ..sphinx.logged import DataError

BUILDER = "html"
_COLOUR = re.compile("\x1b\\[[0-9;]*m")


@dataclass(frozen=True, kw_only=True)
class Built:
    """How a build went."""

    pages: bool
    """Whether there are new pages: none, if what the book is made of cannot be read."""
    messages: tuple[str, ...]
    """What was said of it, each with its place."""
    seconds: float


class Told(StringIO):
    """What Sphinx warns of: kept for the browser, and shown in the terminal."""

    def write(self, text: str) -> int:
        """Take in words."""
        sys.stderr.write(text)
        return super().write(_COLOUR.sub("", text))

    def take(self) -> list[str]:
        """The messages since the last time, each once."""
        lines = self.getvalue().splitlines()
        self.seek(0)
        self.truncate()
        return list(dict.fromkeys(line for line in lines if line.strip()))


@dataclass(kw_only=True)
class Site:
    """A book in ``root``, which is built into ``out``."""

    root: Path
    out: Path
    _told: Told = field(default_factory=Told)
    _around: ExitStack = field(default_factory=ExitStack)
    _app: Sphinx | None = None
    _read: int = 0
    """When this application has last read anything."""

    @property
    def pages(self) -> Path:
        """The folder of what is built."""
        return self.out / BUILDER

    @property
    def is_behind(self) -> bool:
        """Whether a build in a hurry has left anything to be built."""
        return self._app is not None and sourced_domain(self._app.env).is_behind

    def build(self, *, hurry: bool = False) -> Built:
        """Build what is new. Whatever goes wrong is told, and the next build is tried.

        In a hurry, pages that only show something of what has changed are left to the next build.
        """
        began, whole = time.monotonic(), False
        try:
            if self._app is None or self._read_at() != self._read:
                self._begin()
            assert self._app is not None
            lock.begin(self._app, None)
            sourced_domain(self._app.env).hurries = hurry
            self._app.build()
            whole = True
        except DataError:
            pass  # told already, with its place; the application has lost nothing
        except Exception as error:  # whatever an extension or a theme may raise
            self._told.write(f"{type(error).__name__}: {error}\n")
            self.end()
        finally:
            if self._app is not None:
                lock.end(self._app)
        self._read = self._read_at()
        return Built(
            pages=whole,
            messages=tuple(self._relative(line) for line in self._told.take()),
            seconds=time.monotonic() - began,
        )

    def end(self) -> None:
        """Let go of the application."""
        self._app = None
        self._around.close()

    def _begin(self) -> None:
        self.end()
        docs = self.root / readable_settings(self.root).docs
        confdir = self.root if (self.root / "conf.py").exists() else docs
        self._around.enter_context(patch_docutils(confdir))
        self._around.enter_context(docutils_namespace())
        self._app = Sphinx(
            srcdir=docs,
            confdir=confdir,
            outdir=self.pages,
            doctreedir=self.out / "doctrees",
            buildername=BUILDER,
            status=None,
            warning=self._told,
            parallel=1,
        )
        if SourcedDomain.name not in self._app.registry.domains:
            raise ConfigError("conf.py does not load the extension: name sourced.sphinx in its `extensions`")

    def _read_at(self) -> int:
        """When anything was last read: by another build too, of which this application would not know."""
        file = self.out / "doctrees" / READ_FILE
        return file.stat().st_mtime_ns if file.exists() else 0

    def _relative(self, line: str) -> str:
        """A message with its place as one would type it."""
        return line.replace(f"{self.root}/", "")

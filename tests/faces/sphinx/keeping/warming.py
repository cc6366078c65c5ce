"""Having loaded and worked out, once for a process, what builds in its children begin with: each is done in a
third of the time."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from sphinx.util.docutils import docutils_namespace


class _Templates(BytecodeCache):
    """Templates as they were compiled."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


@cache
def warm(make_and_build: Callable[[Path], None]) -> None:
    """Build something in this process; what follows from the text of a template alone is kept."""
    begin, templates = Environment.__init__, _Templates()

    def begin_with_them(self: Environment, *given: object, **named: object) -> None:
        begin(self, *given, **named)  # type: ignore[arg-type]  # passed on as given
        self.bytecode_cache = templates

    Environment.__init__ = begin_with_them  # type: ignore[method-assign]  # that is the point
    with _as_it_was(), docutils_namespace(), TemporaryDirectory() as folder:
        make_and_build(Path(folder))


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Let a build in this process leave nothing behind that another would see."""
    streams, environment = (sys.stdout, sys.stderr), dict(os.environ)
    with warnings.catch_warnings():
        try:
            yield
        finally:
            sys.stdout, sys.stderr = streams
            os.environ.clear()
            os.environ.update(environment)

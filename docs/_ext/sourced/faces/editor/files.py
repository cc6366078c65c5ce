"""Which files a book is made of, and when each was last written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ...book.book import DATA_FILE, PAGES, SEEDS
from ...book.signatures import SIGNED_FILE


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """For each file of the book, named from its root, when it was written and how long it is."""
    found = {}
    for path in _files(root):
        with suppress(OSError):
            state = path.stat()
            found[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found


def _files(root: Path) -> Iterator[Path]:
    yield from (root / name for name in (DATA_FILE, SIGNED_FILE, "conf.py", f"{PAGES}/conf.py"))
    with suppress(OSError):
        yield from (path for path in (root / SEEDS).iterdir() if path.is_file())
        yield from (path for path in (root / PAGES).rglob("*.md"))

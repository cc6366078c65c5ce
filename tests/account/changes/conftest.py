"""A book whose changes are told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sourced.account.changes.change import State
from sourced.account.changes.compare import Changes, compare_books
from sourced.book.loading import load_book

Diff = Callable[..., Changes]
DATA, PAGE = "data/facts.yaml", "docs/index.md"
MORE = """\

## More

It spans a river. {own}`what is seen`

```{timeline}
:without: bridge-length

bridge-opened: opened on 3 May
```

See [the list](other.md).
"""


@pytest.fixture
def book(small_book: Path) -> Path:
    """A book with a second page, a part made from the data, and a link."""
    page = small_book / PAGE
    page.write_text(page.read_text() + MORE)
    (small_book / "docs/other.md").write_text("# Other\n\nThe Elm Bridge stands. {evidence}`bridge-length`\n")
    edit(small_book, DATA, "    value: 1901-05-03", "    value: 1901-05-03\n    when: 1901-05-03")
    return small_book


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def diff(book: Path, tmp_path: Path) -> Diff:
    """Changes a copy of the book, file by file, and says what changed."""

    def changed(*edits: tuple[str, str, str]) -> Changes:
        copy = tmp_path / "copy"
        shutil.copytree(book, copy)
        for file, old, new in edits:
            edit(copy, file, old, new)
        return compare_books(State(load_book(book)), State(load_book(copy)))

    return changed

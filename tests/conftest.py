"""What several tests share: a book small enough to read at a glance."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

SOURCE = "The Elm Bridge is 40 metres long. It was opened on 3 May 1901 by the mayor.\n"

DATA = f"""\
sources:
  gazette:
    file: gazette.txt
    sha256: {hashlib.sha256(SOURCE.encode()).hexdigest()}
    title: A bridge
    publisher: Gazette
    published: 1901-05-04
names:
  elm-bridge: {{kind: place, name: Elm Bridge}}
properties:
  length: {{title: Length, single: true}}
  opened: {{title: Opened, single: true}}
facts:
  bridge-length:
    about: elm-bridge
    property: length
    value: 40 metres
    statement: The Elm Bridge is 40 metres long.
    evidence:
      - {{source: gazette, exact: The Elm Bridge is 40 metres long}}
  bridge-opened:
    about: elm-bridge
    property: opened
    value: 1901-05-03
    statement: The Elm Bridge was opened on 3 May 1901.
    evidence:
      - {{source: gazette, exact: It was opened on 3 May 1901, gloss: {{It: elm-bridge}}}}
"""

PAGE = """\
# The bridge

The Elm Bridge is {fact}`bridge-length` long.
It was opened on {fact}`bridge-opened`.
"""


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """The root of a book of one source, two facts and one page, with nothing wrong in it."""
    root = tmp_path / "book"
    for name, text in {"seeds/gazette.txt": SOURCE, "data/facts.yaml": DATA, "docs/index.md": PAGE}.items():
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root

"""Time grows as the number of entries does, and of the sentences that rest on them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .growth import holds, seconds

SMALL, TIMES = 120, 4
"""So many entries at first, and so many times as many then."""

DATA = """\
sources:
  gazette: {{file: gazette.txt, sha256: {sha256}, publisher: Gazette, published: 1901-05-04}}
names:
  elm-bridge: {{kind: place, name: Elm Bridge}}
  ames: {{kind: person, name: Berit Ames}}
{names}properties:
  length: {{title: Length, single: true}}
facts:
{facts}"""

Book = dict[str, str]


def written(source: str, facts: str, page: str = "", names: str = "", signed: str = "") -> Book:
    digest = hashlib.sha256(source.encode()).hexdigest()
    return {
        "data/facts.yaml": DATA.format(sha256=digest, facts=facts, names=names),
        "data/reviewed.jsonl": signed,
        "docs/index.md": f"# The bridge\n\n{page}\n",
        "seeds/gazette.txt": source,
    }


def fact(number: int, **more: object) -> str:
    words = f"Elm Bridge is {number} metres long"
    told: dict[str, object] = {
        "about": "elm-bridge",
        "property": "length",
        "value": f"{number} metres",
        "statement": f"The {words}.",
        "evidence": [{"source": "gazette", "exact": words}],
    }
    return f"  fact-{number}: {json.dumps(told | more)}\n"


def each(count: int, text: Callable[[int], str]) -> str:
    return "".join(map(text, range(100, 100 + count)))


def said(number: int) -> str:
    return f"The Elm Bridge is {number} metres long. "


def by_ames(number: int) -> str:
    return f"Ames said the Elm Bridge is {number} metres long. "


BOOKS: dict[str, Callable[[int], Book]] = {
    "facts of one subject": lambda n: written(each(n, said), each(n, fact)),
    "facts that somebody says": lambda n: written(each(n, by_ames), each(n, lambda i: fact(i, by="ames"))),
    "facts in one paragraph": lambda n: written(
        each(n, said), each(n, fact), each(n, lambda i: f"The bridge is {{fact}}`fact-{i}` long.\n")
    ),
    "facts of one sentence": lambda n: written(
        each(n, said), each(n, fact), each(n, lambda i: f"it is {{fact}}`fact-{i}` long, ")
    ),
    "facts of one role": lambda n: written(
        each(n, said), each(n, fact), f"It is. {{evidence}}`{each(n, lambda i: f'fact-{i}, ')}fact-100`"
    ),
    "names on a page": lambda n: written(
        said(100), fact(100), each(n, lambda i: f"It is Town{i}. "),
        each(n, lambda i: f"  name-{i}: {{kind: place, name: Town{i}}}\n"),
    ),
    "unknown keys": lambda n: written(
        said(100), "  x:\n" + each(20 * n, lambda i: f"    key-{i}: a\n")
    ),
    "lines that are no signatures": lambda n: written(said(100), fact(100), signed="x\n" * 20 * n),
}  # fmt: skip


@pytest.mark.parametrize("kind", BOOKS)
def test_time_grows_no_faster_than_the_entries(tmp_path: Path, kind: str) -> None:
    for name, count in (("small", SMALL), ("large", SMALL * TIMES)):
        for file, text in BOOKS[kind](count).items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    holds(lambda: seconds(tmp_path / "small"), lambda: seconds(tmp_path / "large"))

"""A book of one report, and what the rules on facts find in a fact that rests on it."""

from __future__ import annotations

from typing import Any

import yaml

from sourced.book.model import Aside, Evidence, Fact, Name, Property, Source
from sourced.chain.library import Library
from sourced.rules import checks_for

from ...bridge import MakeBook

TEXTS = {
    "gazette": (
        "The Elm Pier is 40 metres long. Ann Ames, a girl of ten, left it on 3 May. "
        "In 1899 at least 9 boats lay there. Cora Holm said the Elm Pier was lost. He never came back. "
        "Two thirds of the 90 boats sank. The Elm Pier burned in May 1900, and again on Sunday. "
        "Ames has a son, Ben Ames. “The sea took it all from us,” Cora Holm said. "
        "Buy the lamps of the Elm Pier. It reportedly sank. Ben Ames did not see it. "
        "The keeper slept there. The keeper slept there. The Elm Pier is still grey."
    ),
    "herald": "Nobody slept at the Elm Pier that night.\n\fIt rained at dawn again.",
}
ENTRIES = (
    Name(id="pier", kind="place", name="Elm Pier"),
    Name(id="ann", kind="person", name="Ann Ames"),
    Name(id="ben", kind="person", name="Ben Ames"),
    Name(id="cora", kind="person", name="Cora Holm"),
    Source(
        id="gazette",
        file="gazette.txt",
        sha256="0" * 64,
        publisher="Gazette",
        published="1901-05-07",
        aside=(Aside(from_="Buy the lamps", to="Elm Pier.", why="it is an advertisement"),),
    ),
    Source(id="herald", file="herald.txt", sha256="0" * 64, publisher="Herald"),
    Property(id="state", title="State"),
)
_OF_EVIDENCE = ("source", "gloss", "prefix", "suffix", "page")


def told(make_book: MakeBook, entry: str, *, mends: bool = True) -> list[str]:
    """What the rules find in a fact, as ``code (path): message Hint. -> mend | mend``; a doubt has ``?``.

    An entry is ``statement < quotation < another {fields}``; fields of evidence are those of all quotations.
    """
    words, brace, fields = entry.partition(" {")
    statement, *quoted = words.split(" < ")
    given = yaml.load("{" + fields, yaml.BaseLoader) if brace else {}
    more = {"source": "gazette", **{key: given.pop(key) for key in _OF_EVIDENCE if key in given}}
    evidence = tuple(Evidence(exact=each, **more) for each in quoted)
    whole = {"about": "pier", "property": "state", **given}
    fact = Fact(id="fact", statement=statement, evidence=evidence, **_as_text(whole))
    library = Library(make_book(*ENTRIES, fact, **TEXTS))
    found = [(rule.code, hit) for rule, check in checks_for("fact") for hit in check(library, fact)]
    assert all(hit.path[:2] == ("facts", "fact") for _, hit in found)
    return [_said(code, hit, mends=mends) for code, hit in found]


def _as_text(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(each) if isinstance(each, list) else each for key, each in fields.items()}


def _said(code: str, hit: Any, *, mends: bool) -> str:
    said = f"{code}{'?' * hit.doubt} ({'.'.join(map(str, hit.path[2:]))}): {hit.message}"
    if not mends:
        return said
    changes = " | ".join(each.title for each in hit.mends)
    return " ".join(filter(None, [said, hit.hint, changes and f"-> {changes}"]))

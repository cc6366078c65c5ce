"""A case as it is written, and the edits of one made to a copy of the small book.

The cases are data, in ``cases/*.yaml``; the book is ``tests/books/tern-rock``.
A case is a list of edits and what they must lead to::

    - title: a figure that its quotation does not give
      within: wall-thickness        # a fact: file, `old` and `line` are looked for in its entry only
      file: docs/tower.md           # or a file of the book
      old: value: 2.5 m             # stands exactly once there
      new: value: 2.6 m
      expect: [value-not-in-quotation]   # all of these, and no others; or `none`; or `input-error`
      line: value: 2.6 m            # stands on the line of the finding; `new`, where that is one line
      in: docs/tower.md             # the file of the finding, where it is not the edited one
      also: {fact-unknown: why}     # what else is found on these lines or in the entry of the fact, and why
      spreads: [fact-unused]        # what is found elsewhere, as a consequence
      verdict: refuted              # or `review`: whether it is shown to be wrong, or has to be read

More edits stand in ``edits``. Instead of ``old`` and ``new`` an edit may have ``fact`` (a new
entry, appended), ``append``, ``content`` (the whole file), ``bytes`` (hexadecimal),
``delete`` or ``rewrite`` (one of ``REWRITES``). Where ``line`` is a list, each is the line of a finding.
``rehash`` records the sources as they then are.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

BOOK = Path(__file__).parents[1] / "books" / "tern-rock"
CASES = Path(__file__).parent / "cases"
DATA = "data/facts.yaml"

EDIT_KEYS = {"file", "within", "old", "new", "fact", "append", "content", "bytes", "delete", "rewrite"}
CASE_KEYS = EDIT_KEYS | {
    "title",
    "edits",
    "expect",
    "line",
    "in",
    "also",
    "spreads",
    "rehash",
    "verdict",
    "why",
}
Case = dict[str, Any]
Edit = dict[str, Any]


class StrictLoader(yaml.CSafeLoader):
    """Scalars stay text, and a key that stands twice is a mistake in a case."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"{node.start_mark}: a key stands twice"
        return super().construct_mapping(node, deep)


StrictLoader.yaml_implicit_resolvers = {}


def read_cases() -> Iterator[tuple[str, Case]]:
    """Every case with the name of its file."""
    for path in sorted(CASES.glob("*.yaml")):
        with path.open(encoding="utf-8") as file:
            for case in yaml.load(file, StrictLoader):
                yield path.stem, case


def _entry(text: str, fact: str) -> tuple[int, int]:
    """Where the entry of a fact begins and ends in the data file."""
    found = re.search(rf"^  {re.escape(fact)}:\n(?:(?:    .*)?\n)+", text, re.MULTILINE)
    assert found, f"the data file has no fact {fact!r} in block form"
    return found.span()


def scope_of(text: str, edit: Edit) -> tuple[int, int]:
    return _entry(text, edit["within"]) if "within" in edit else (0, len(text))


def _replace(text: str, edit: Edit) -> str:
    start, end = scope_of(text, edit)
    part = text[start:end]
    assert part.count(edit["old"]) == 1, f"{edit['old']!r} stands {part.count(edit['old'])} times"
    return text[:start] + part.replace(edit["old"], edit["new"]) + text[end:]


def _reverse_facts(text: str) -> str:
    head, _, facts = text.partition("\nfacts:\n")
    entries = re.split(r"\n(?=  \S)", facts.rstrip("\n"))
    return head + "\nfacts:\n" + "\n".join(entry.rstrip("\n") + "\n" for entry in reversed(entries))


def _facts_first(text: str) -> str:
    head, _, facts = text.partition("\nfacts:\n")
    return "facts:\n" + facts + "\n" + head


def _split_words(text: str) -> str:
    """Every plain space of running text becomes a line end, as an eager wrapper would have it."""
    out = []
    for line in text.split("\n"):
        plain = not re.match(r"[#|`>!\[-]", line) and "{" not in line
        out.append(line.replace(" ", "\n") if plain else line)
    return "\n".join(out)


REWRITES: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "trailing spaces": lambda text: text.replace("\n", "  \n"),
    "one trailing space": lambda text: text.replace("\n", " \n"),
    "no final newline": lambda text: text.rstrip("\n"),
    "blank lines at the end": lambda text: text + "\n\n\n",
    "joined lines": lambda text: re.sub(r"(?<=[.`])\n(?=[A-Z{])", " ", text),
    "split words": _split_words,
    "facts reversed": _reverse_facts,
    "facts first": _facts_first,
    "upper case": str.upper,
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "no-break spaces": lambda text: re.sub(r"(?<=[0-9a-z]) (?=[a-z])", "\u00a0", text),
}


def _edit(root: Path, edit: Edit) -> None:
    path = root / edit.get("file", DATA)
    if "content" in edit or "bytes" in edit:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(edit["bytes"]) if "bytes" in edit else edit["content"].encode())
    elif "delete" in edit:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    else:
        text = path.read_bytes().decode()
        if "fact" in edit:
            text += "\n" + textwrap.indent(edit["fact"], "  ")
        elif "append" in edit:
            text += edit["append"]
        elif "rewrite" in edit:
            new = REWRITES[edit["rewrite"]](text)
            assert new != text, "the rewriting changes nothing"
            text = new
        else:
            text = _replace(text, edit)
        path.write_bytes(text.encode())


def _rehash(root: Path) -> None:
    """Record the bytes of the sources as they now are, as an editor would."""
    path = root / DATA
    text = path.read_bytes().decode()
    for file in re.findall(r"^    file: (\S+)$", text, re.MULTILINE):
        digest = hashlib.sha256((root / "seeds" / file).read_bytes()).hexdigest()
        text = re.sub(rf"(file: {re.escape(file)}\n +sha256: )[0-9a-f]+", rf"\g<1>{digest}", text)
    path.write_bytes(text.encode())


def edits_of(case: Case) -> list[Edit]:
    first = {key: value for key, value in case.items() if key in EDIT_KEYS}
    return [first] * bool(first.keys() - {"file", "within"}) + case.get("edits", [])


def edited_book(tmp_path: Path, case: Case) -> Path:
    root = tmp_path / "book"
    shutil.copytree(BOOK, root)
    for edit in edits_of(case):
        _edit(root, edit)
    if "rehash" in case:
        _rehash(root)
    return root

"""One edit at a time to a small book: what must be found, where, and what must not be.

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

import dataclasses
import hashlib
import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.book.book import Book
from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.page.page import Page
from sourced.rules.check import check_book, check_whole
from sourced.rules.verdict.judging import data_finding, judge_page, page_finding
from sourced.rules.verdict.verdicts import Judged

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


ALL = list(read_cases())
UNEDITED = load_book(BOOK)
PAGES = {page.file: page for page in read_pages(UNEDITED)}


def _entry(text: str, fact: str) -> tuple[int, int]:
    """Where the entry of a fact begins and ends in the data file."""
    found = re.search(rf"^  {re.escape(fact)}:\n(?:(?:    .*)?\n)+", text, re.MULTILINE)
    assert found, f"the data file has no fact {fact!r} in block form"
    return found.span()


def _scope(text: str, edit: Edit) -> tuple[int, int]:
    return _entry(text, edit["within"]) if "within" in edit else (0, len(text))


def _replace(text: str, edit: Edit) -> str:
    start, end = _scope(text, edit)
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


def _edits(case: Case) -> list[Edit]:
    first = {key: value for key, value in case.items() if key in EDIT_KEYS}
    return [first] * bool(first.keys() - {"file", "within"}) + case.get("edits", [])


def _apply(tmp_path: Path, case: Case) -> Path:
    root = tmp_path / "book"
    shutil.copytree(BOOK, root)
    for edit in _edits(case):
        _edit(root, edit)
    if "rehash" in case:
        _rehash(root)
    return root


def _find(root: Path) -> list[Finding]:
    """What rules find in a book, and what they doubt; signatures are tested elsewhere."""
    book = load_book(root)
    pages = read_pages(book)
    report = check_book(book, pages)
    by_file = {page.file: page for page in pages}
    return sorted({*_without_support(report.findings), *_doubts(book, report.judged, by_file)})


def _without_support(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code != "unreviewed"]


def _doubts(book: Book, judged: Iterable[Judged], pages: dict[str, Page]) -> Iterator[Finding]:
    """Each doubt of a rule as a finding at its place."""
    for each in judged:
        for rule, hit in each.hits:
            if hit.doubt and each.unit.page:
                yield page_finding(pages[each.unit.page], rule, hit)
            elif hit.doubt:
                fact = str(each.unit.path[1]) if each.unit.path[0] == "facts" else None
                yield data_finding(book, rule, hit, fact)


def _find_on_pages(root: Path) -> list[Finding]:
    """What `_find` finds where only pages differ from the book, which itself has no finding.

    The data are as they were, and so is what they lead to; that leaves the pages that changed.
    """
    pages = read_pages(dataclasses.replace(UNEDITED, root=root))
    changed = [page for page in pages if page != PAGES.get(page.file)]
    library = Library(UNEDITED)
    outcomes = [judge_page(library, page) for page in changed]
    found = [finding for outcome in outcomes for finding in _without_support(outcome.findings)]
    judged = [each for outcome in outcomes for each in outcome.judged]
    doubts = _doubts(UNEDITED, judged, {page.file: page for page in changed})
    return sorted({*found, *doubts, *check_whole(UNEDITED, pages)})


def _wanted_lines(root: Path, case: Case) -> tuple[str, set[int]]:
    """The file, and the lines of it, that a finding may point at."""
    file = case.get("in", case.get("file", DATA))
    wanted = case.get("line", case.get("new", "").strip())
    lines = set()
    text = (root / file).read_bytes().decode(errors="replace").replace("\r\n", "\n")
    start, end = _scope(text, case) if file == DATA else (0, len(text))
    for some in [wanted] if isinstance(wanted, str) else wanted:
        assert text[start:end].count(some) == 1, f"the line {some!r} is not one line of {file}"
        lines.add(text.count("\n", 0, text.index(some, start)) + 1)
    return file, lines


def _show(findings: list[Finding]) -> str:
    return "".join(f"\n  {f.file}:{f.line}:{f.column}: {f.code}: {f.message} [{f.fact}]" for f in findings)


def _assert_found(root: Path, case: Case, findings: list[Finding]) -> None:
    """Every code that the case names is found where it says, and nothing else is found at all."""
    file, lines = _wanted_lines(root, case)
    also, found = case.get("also", {}), _show(findings)
    here = [f for f in findings if f.file == file and f.line in lines]
    entry = [f for f in findings if f not in here and f.file == DATA and f.fact == case.get("within")]
    assert {f.code for f in here} - also.keys() == set(case["expect"]), (
        f"expected {' and '.join(case['expect'])} at {file}:{sorted(lines)}, found{found}"
    )
    if "verdict" in case:
        severity = {"refuted": "error", "review": "review"}[case["verdict"]]
        assert {f.severity for f in here if f.code in case["expect"]} == {severity}, found
    assert {f.line for f in here} == lines, f"expected at {file}:{sorted(lines)}, found{found}"
    assert {f.code for f in here + entry} == {*case["expect"], *also}, f"also {also}, found{found}"
    spread = {f.code for f in findings if f not in here and f not in entry}
    assert spread == set(case.get("spreads", [])), f"found elsewhere{found}"


def _check_case(case: Case) -> None:
    """A case that says something else than it means must not pass for a check."""
    for part in [case, *case.get("edits", [])]:
        assert part.keys() <= CASE_KEYS, f"unknown keys {part.keys() - CASE_KEYS}"
    assert _edits(case), "no edit"
    assert case["expect"] in ("none", "input-error") or isinstance(case["expect"], list)
    assert all(reason.strip() for reason in case.get("also", {}).values()), "no reason"


def test_the_unedited_book_has_no_findings() -> None:
    findings = _find(BOOK)
    assert not findings, _show(findings)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{file}: {case['title']}") for file, case in ALL])
def test_case(tmp_path: Path, case: Case) -> None:
    _check_case(case)
    root = _apply(tmp_path, case)
    if case["expect"] == "input-error":
        with pytest.raises(InputError) as caught:
            _find(root)
        if "line" in case:
            file, lines = _wanted_lines(root, case)
            assert [f for f in caught.value.findings if f.file == file and f.line in lines], caught.value
        assert all(f.line >= 1 and f.column >= 1 and f.message for f in caught.value.findings)
        return
    only_pages = all(edit.get("file", DATA).endswith(".md") for edit in _edits(case))
    findings = _find_on_pages(root) if only_pages else _find(root)
    if case["expect"] == "none":
        assert not findings, _show(findings)
    else:
        _assert_found(root, case, findings)


def test_every_case_of_every_file_runs() -> None:
    """Neither an empty file nor a lost case passes unseen."""
    texts = [path.read_text(encoding="utf-8") for path in CASES.glob("*.yaml")]
    written = sum(len(re.findall(r"^- title:", text, re.MULTILINE)) for text in texts)
    assert len(ALL) == written > 700
    titles = [f"{file}: {case['title']}" for file, case in ALL]
    assert len(set(titles)) == len(titles)

"""One edit at a time to a small book: what must be found, where, and what must not be. See ``editing.py``."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sourced.book.book import Book
from sourced.book.findings import Finding, InputError
from sourced.book.loading import load_book
from sourced.chain.library import Library
from sourced.chain.reading import read_pages
from sourced.page.page import Page
from sourced.rules.check import check_book, check_whole
from sourced.rules.verdict.judging import data_finding, judge_page, page_finding
from sourced.rules.verdict.verdicts import Judged

from .editing import BOOK, CASE_KEYS, CASES, DATA, Case, edited_book, edits_of, read_cases, scope_of

ALL = list(read_cases())
UNEDITED = load_book(BOOK)
PAGES = {page.file: page for page in read_pages(UNEDITED)}


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
    start, end = scope_of(text, case) if file == DATA else (0, len(text))
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
    assert edits_of(case), "no edit"
    assert case["expect"] in ("none", "input-error") or isinstance(case["expect"], list)
    assert all(reason.strip() for reason in case.get("also", {}).values()), "no reason"


def test_the_unedited_book_has_no_findings() -> None:
    findings = _find(BOOK)
    assert not findings, _show(findings)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{file}: {case['title']}") for file, case in ALL])
def test_case(tmp_path: Path, case: Case) -> None:
    _check_case(case)
    root = edited_book(tmp_path, case)
    if case["expect"] == "input-error":
        with pytest.raises(InputError) as caught:
            _find(root)
        if "line" in case:
            file, lines = _wanted_lines(root, case)
            assert [f for f in caught.value.findings if f.file == file and f.line in lines], caught.value
        assert all(f.line >= 1 and f.column >= 1 and f.message for f in caught.value.findings)
        return
    only_pages = all(edit.get("file", DATA).endswith(".md") for edit in edits_of(case))
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

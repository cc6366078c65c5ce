"""A book as pytest cases: one per fact, and one per group of sentences on a page.

All that a book's own test file needs:

    CASES = book_cases(Path(__file__).parents[1])

    @pytest.mark.parametrize("case", CASES.all)
    def test_book(case):
        case.hold()
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
from _pytest.mark import ParameterSet

from ...book.book import Book
from ...book.findings import Finding, InputError
from ...book.loading import load_book
from ...chain.reading import read_pages
from ...page.page import Group, Page
from ...pictures.faults import check_with_pictures
from ...rules.check import Checked
from ..command.reports import finding_texts

SHOWN = 60
_ASCII = str.maketrans({"‘": "'", "’": "'", "“": "'", "”": "'", '"': "'", "–": "-", "—": "-", "\n": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Something that must hold, and the findings against it."""

    root: Path
    findings: Sequence[Finding]

    def hold(self) -> None:
        """Fail the test, with the findings as its message, if there are any."""
        if self.findings:
            pytest.fail("\n" + "".join(finding_texts(self.findings, self.root)), pytrace=False)


Param: TypeAlias = ParameterSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Every finding of a book's check belongs to exactly one of these."""

    checked: Checked
    facts: list[Param]
    groups: list[Param]
    rest: list[Param]
    """One case: what concerns no single fact and no sentence, such as a source or a name."""

    @property
    def all(self) -> list[Param]:
        return [*self.facts, *self.groups, *self.rest]


def book_cases(root: Path) -> Cases:
    """Check the book in ``root`` and hand out what was found, case by case."""
    try:
        book = load_book(root)
        pages = read_pages(book)
        report = check_with_pictures(book, pages)
    except InputError as error:
        problems = "".join(finding_texts(error.findings, root))
        pytest.fail(f"The book cannot be read.\n{problems}", pytrace=False)
    sorted_out = _SortedOut(report.findings, book, pages)

    def case(title: str, findings: Sequence[Finding]) -> Param:
        return pytest.param(Case(root=root, findings=findings), id=title)

    return Cases(
        checked=report.checked,
        facts=[case(f"fact {each} rests on its quotations", sorted_out.facts[each]) for each in book.facts],
        groups=[case(title, sorted_out.groups[key]) for key, title in _group_titles(pages)],
        rest=[case("sources, names and the whole", sorted_out.rest)],
    )


GroupKey = tuple[str, int]
"""A page's file, and the number of the group on it."""


def _group_titles(pages: Iterable[Page]) -> Iterator[tuple[GroupKey, str]]:
    for page in pages:
        for number, group in enumerate(page.groups):
            line, _ = page.place(_start(group))
            words = " ".join(sentence.text for sentence in group.sentences).translate(_ASCII)
            short = words if len(words) <= SHOWN else words[: SHOWN - 3].rstrip() + "..."
            yield (page.file, number), f'{page.file}:{line} "{short}" says only what its facts say'


def _start(group: Group) -> int:
    return group.sentences[0].start if group.sentences else 0


class _SortedOut:
    """Findings by the fact or the group of sentences that they stand in."""

    def __init__(self, findings: Iterable[Finding], book: Book, pages: Iterable[Page]) -> None:
        self.facts: defaultdict[str, list[Finding]] = defaultdict(list)
        self.groups: defaultdict[GroupKey, list[Finding]] = defaultdict(list)
        self.rest: list[Finding] = []
        starts = {page.file: [page.place(_start(group)) for group in page.groups] for page in pages}
        for finding in findings:
            number = bisect_right(starts.get(finding.file, []), (finding.line, finding.column)) - 1
            if number >= 0:
                self.groups[finding.file, number].append(finding)
            elif finding.file == book.data_file and finding.fact in book.facts:
                self.facts[finding.fact].append(finding)
            else:
                self.rest.append(finding)

"""Findings in the data file, moved with the entries in which they stand while these are being edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from ...book.book import Book
from ...book.findings import Finding, Fix
from ...book.yaml.tree import Tree

Entry = tuple[str, str]


def entry_lines(tree: Tree) -> list[tuple[int, Entry]]:
    """The line of each entry of each section, in the order of the file."""
    found = []
    for section, entries in tree.root.items():
        if isinstance(entries, dict):
            found += [(tree.place((section, id_), key=True)[0], (section, id_)) for id_ in entries]
    return sorted(found)


def entry_at(lines: list[tuple[int, Entry]], line: int) -> tuple[int, Entry] | None:
    """The entry that a line stands in, with the line at which it begins."""
    index = bisect_right(lines, line, key=lambda each: each[0]) - 1
    return lines[index] if index >= 0 else None


def shifted(findings: Iterable[Finding], old: Book, new: Book, gone: Collection[str]) -> Iterator[Finding]:
    """The findings at the places that their entries have now; without those of facts that are ``gone``."""
    findings = [each for each in findings if each.fact not in gone]
    if old.tree.text == new.tree.text or not findings:
        yield from findings
        return
    before, after = entry_lines(old.tree), {entry: line for line, entry in entry_lines(new.tree)}
    for each in findings:
        found = entry_at(before, each.line) if each.file == new.data_file else None
        if found is None:
            yield each
        elif found[1] in after:
            yield _moved(each, after[found[1]] - found[0])


def _moved(finding: Finding, by: int) -> Finding:
    fixes = tuple(_moved_fix(each, by) for each in finding.fixes)
    return replace(finding, line=finding.line + by, fixes=fixes) if by else finding


def _moved_fix(fix: Fix, by: int) -> Fix:
    return replace(fix, line=fix.line + by, end_line=fix.end_line + by)

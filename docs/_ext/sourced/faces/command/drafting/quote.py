"""``sourced quote``: a few words, found in the sources, as an entry of evidence."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from msgspec import Struct

from ....account.drafting.datafile import change_data
from ....account.drafting.entries import as_node, entry
from ....account.drafting.passages import NEAR, Passage, find_passages
from ....book.book import Book
from ....book.loading import load_book
from ....book.model import Evidence, Fact
from ....book.quotations import Match
from ....book.yamledit import Append, EditError, block
from ....chain.library import Library
from ....english.phrases import joined, plural
from ....text.fold import WORD
from ..status import CLEAN, FINDINGS, CallError
from ..streams import write_utf8
from .needs import need

WHOLE = 100
"""The likeness of words that stand there as they were typed."""
_MOST = 3
"""So many facts are named."""
_CLEAR = 8
"""A passage that is so much more like the words than any other is the one that is meant."""


class Found(Struct, frozen=True, kw_only=True):
    """A passage with its entry."""

    passage: Passage
    evidence: Evidence | None
    """None where no words around it tell it from another."""
    file: str
    line: int


def quote(options: argparse.Namespace, root: Path) -> int:
    """Find, and print or write. Raises ``InputError`` and ``CallError``."""
    if not WORD.search(options.words):
        raise CallError("type a few words of the passage")
    book = load_book(root)
    library = Library(book)
    need(options.source, book.sources, "source")
    need(options.write, _all_facts(book), "fact")
    sources = [options.source] if options.source else list(book.sources)
    found = [_found(library, each) for each in find_passages(library, options.words, sources)]
    if options.format == "json":
        write_utf8(json.dumps([_told(each) for each in found], indent=2, ensure_ascii=False) + "\n")
        return CLEAN if found else FINDINGS
    if not found:
        print(f"# No passage of {_where(options, book)} is like these words. Type other words of it.")
        return FINDINGS
    if found[0].passage.likeness < NEAR and not options.pick:
        where = _where(options, book)
        print(f"# Nothing near these words stands in {where}. The nearest, which may be something else:")
        write_utf8(_listed(library, 1, found[0]))
        return FINDINGS
    if options.write:
        return _write(book, options, _chosen(found, options))
    chosen = [_chosen(found, options)] if options.pick else found
    write_utf8("".join(_listed(library, number, each) for number, each in enumerate(chosen, 1)))
    return CLEAN


def _all_facts(book: Book) -> dict[str, Fact]:
    """The facts, and those that are only drafts."""
    return {**book.facts, **book.drafts}


def _where(options: argparse.Namespace, book: Book) -> str:
    return f"“{options.source}”" if options.source else plural(len(book.sources), "source")


def _found(library: Library, passage: Passage) -> Found:
    source = library.book.sources[passage.source]
    return Found(
        passage=passage,
        evidence=entry(library, passage.source, (passage.start, passage.end)),
        file=library.book.settings.seed(source.file),
        line=library.text(passage.source).line_starts.line(passage.start),
    )


def _told(found: Found) -> dict[str, object]:
    evidence = as_node(found.evidence) if found.evidence else None
    return {"file": found.file, "line": found.line, "likeness": found.passage.likeness, "evidence": evidence}


def _listed(library: Library, number: int, found: Found) -> str:
    """The entry, behind a comment that says where it is from: what is printed can be pasted as it is."""
    likeness = "" if found.passage.likeness == WHOLE else f", {found.passage.likeness:.0f} % alike"
    told = f"# {number}. {found.file}:{found.line}{likeness}\n"
    if found.evidence is None:
        return f"{told}#    These words stand there more than once; type more of them.\n"
    used = _users(library, found)
    told += f"#    {used}\n" if used else ""
    return told + block([as_node(found.evidence)], 0)


def _users(library: Library, found: Found) -> str:
    """Which facts quote this passage already, or part of it."""
    facts = [
        fact.id
        for fact in library.book.facts.values()
        if any(
            each.source == found.passage.source and _touches(library, each, found) for each in fact.evidence
        )
    ]
    return (
        f"quoted already by {joined([*facts[:_MOST], *['others'] * (len(facts) > _MOST)])}" if facts else ""
    )


def _touches(library: Library, evidence: Evidence, found: Found) -> bool:
    match = library.locate(evidence)
    passage = found.passage
    return isinstance(match, Match) and match.start < passage.end and passage.start < match.end


def _chosen(found: list[Found], options: argparse.Namespace) -> Found:
    """The passage that is meant."""
    number: int = options.pick or 0
    if number > len(found):
        raise CallError(f"there are only {plural(len(found), 'passage')} to pick from")
    if number:
        return found[number - 1]
    best, *others = found
    if others and best.passage.likeness - others[0].passage.likeness < _CLEAR:
        listed = "\n".join(f"  {n}. {each.file}:{each.line}" for n, each in enumerate(found, 1))
        raise CallError(
            f"these words may be any of {len(found)} passages; type more of them, or add --pick N\n{listed}"
        )
    return best


def _write(book: Book, options: argparse.Namespace, found: Found) -> int:
    """Put the entry into the fact's list."""
    if found.evidence is None:
        raise CallError("these words stand there more than once; type more of them")
    if (found.evidence.source, found.evidence.exact) in [
        (each.source, each.exact) for each in _all_facts(book)[options.write].evidence
    ]:
        raise CallError(f"“{options.write}” has this quotation already")
    try:
        line = change_data(book, [Append(("facts", options.write, "evidence"), as_node(found.evidence))])
    except EditError as error:
        raise CallError(f"{book.data_file} was left as it is: {error}") from None
    write_utf8(f"{book.data_file}:{line}: “{options.write}” now rests on {found.file}:{found.line}\n")
    write_utf8(block([as_node(found.evidence)], 2))
    return CLEAN

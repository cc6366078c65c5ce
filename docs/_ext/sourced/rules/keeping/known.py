"""What a check found in parts of a book, kept for the next one.

A part is a few facts that stand in a row, or a page. Its key is a digest of all that its verdicts rest on,
the program included; only the signatures of its units are compared one by one. So what is taken over is what
judging the part again would find.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import msgspec
from msgspec import Struct, structs

from ...book.findings import Finding, Fix
from ...book.signatures import Signatures
from ...chain.library import Library
from ...page.page import Page
from ...text.fold import WORD, fold
from ..verdict.judging import Outcome

_LIBRARIES = (
    *("confusable-homoglyphs", "edtf", "markdown-it-py", "mdit-py-plugins", "msgspec", "myst-parser"),
    *("pyyaml", "rapidfuzz", "sentencex", "snowballstemmer", "text2num"),
)
"""What the verdicts rest on besides this package and Python."""
_FEW = 64
"""About so many facts make a part: what one edit has judged again."""


class Kept(Struct, frozen=True, kw_only=True):
    """What a part came to."""

    atoms: int = 0
    verdicts: dict[str, int] = {}
    signed: list[tuple[str, str]] = []
    """The units that are not supported as they stand, each with the day of its signature, if it has one."""
    findings: list[Finding] = []

    @property
    def days(self) -> Counter[str]:
        """How many units were signed on which day."""
        return Counter(day for _, day in self.signed if day)


def kept_of(outcomes: Iterable[Outcome], atoms: int = 0) -> Kept:
    """What is kept of outcomes with so many atoms."""
    outcomes = list(outcomes)
    judged = [each for outcome in outcomes for each in outcome.judged]
    return Kept(
        atoms=atoms,
        verdicts=Counter(each.verdict for each in judged),
        signed=[
            (each.unit.digest, each.signature.on if each.signature else "")
            for each in judged
            if each.verdict in ("reviewed", "unreviewed")
        ],
        findings=[finding for outcome in outcomes for finding in outcome.findings],
    )


class Known:
    """What was kept before, by key, and what is to be kept now."""

    def __init__(self, before: Mapping[str, Kept] | None = None) -> None:
        self.before = before or {}
        self.now: dict[str, Kept] = {}

    def find(self, key: str, signatures: Signatures) -> Kept | None:
        """What a part came to, if the same of its units were signed then, and on the same days."""
        kept = self.before.get(key)
        if kept is None or any(_day(signatures, unit) != day for unit, day in kept.signed):
            return None
        self.now[key] = kept
        return kept

    def keep(self, key: str, kept: Kept | None) -> None:
        """Keep for the next check what a part came to, if that can be."""
        if kept is not None:
            self.now[key] = kept

    @property
    def is_new(self) -> bool:
        """Whether anything was found otherwise than before, or is needed no longer."""
        return self.now.keys() != self.before.keys() or any(
            kept != self.before[key] for key, kept in self.now.items()
        )


def _day(signatures: Signatures, unit: str) -> str:
    signature = signatures.get(unit)
    return signature.on if signature else ""


class Facts(NamedTuple):
    """Facts that stand in a row in the data file, from its line ``first`` to its line ``last``."""

    key: str
    ids: list[str]
    first: int
    last: int

    def movable(self, kept: Kept, file: str) -> Kept | None:
        """What they came to with lines counted from their first; None where a place lies outside of them."""
        here = (finding for finding in kept.findings if finding.file == file)
        lines = [line for f in here for line in (f.line, *(x for fix in f.fixes for x in _lines(fix)))]
        if lines and not self.first <= min(lines) <= max(lines) <= self.last:
            return None
        return _moved(kept, file, -self.first)

    def placed(self, kept: Kept, file: str) -> Kept:
        """The way back."""
        return _moved(kept, file, self.first)


def _lines(fix: Fix) -> tuple[int, int]:
    return fix.line, fix.end_line


def _moved(kept: Kept, file: str, by: int) -> Kept:
    moved = [_moved_finding(each, by) if each.file == file else each for each in kept.findings]
    return structs.replace(kept, findings=moved)


def _moved_finding(finding: Finding, by: int) -> Finding:
    fixes = [structs.replace(fix, line=fix.line + by, end_line=fix.end_line + by) for fix in finding.fixes]
    return structs.replace(finding, line=finding.line + by, fixes=tuple(fixes))


def parts_of(library: Library) -> Iterator[Facts]:
    """All facts, in parts whose bounds an edit elsewhere does not move."""
    book, tree = library.book, library.book.tree
    entries = tree.root["facts"]
    ids = [id_ for id_ in entries if id_ in book.facts] if isinstance(entries, dict) else []
    begins = [n for n, id_ in enumerate(ids) if n == 0 or crc32(id_.encode()) % _FEW == 0]
    starts = [tree.offset(("facts", ids[n]), key=True) for n in begins]
    starts = [tree.text.rfind("\n", 0, start) + 1 for start in starts]
    if not starts:
        return
    ends = [*starts[1:], _end_of_facts(library)]
    head = tree.text[tree.offset(("facts",), key=True) : starts[0]]
    context = _digest(_context(library), *head.split())  # the bracket before all facts, if there is one
    for n, (low, high) in enumerate(zip(starts, ends, strict=True)):
        words = tree.text[low:high]
        within = ids[begins[n] : begins[n + 1] if n + 1 < len(begins) else len(ids)]
        key = _digest(context, words, *_small_in(library, within))
        first, _ = tree.line_column(low)
        yield Facts(key, within, first, first + words.count("\n"))


def _small_in(library: Library, ids: Iterable[str]) -> list[str]:
    """The words of statements that the book writes small somewhere, so that they may be no names."""
    statements = (fold(library.book.facts[id_].statement) for id_ in ids)
    return sorted({word.lower() for text in statements for word in WORD.findall(text)} & library.small)


def page_key(library: Library, page: Page) -> str:
    """The key of a page, which may cite any fact."""
    everything = library.once(page_key, "", lambda: _digest(_context(library), library.book.tree.text))
    return _digest(everything, page.file, page.text)


def _end_of_facts(library: Library) -> int:
    """Where the next section of the data file begins, or the file ends."""
    tree = library.book.tree
    keys = [tree.offset((key,), key=True) for key in tree.root]
    facts = tree.offset(("facts",), key=True)
    return min((at for at in keys if at > facts), default=len(tree.text))


def _context(library: Library) -> str:
    """A digest of all that any verdict on a fact may rest on, besides its own entry."""
    return library.once(Known, "", lambda: _read_context(library))


def _read_context(library: Library) -> str:
    book = library.book
    facts = book.facts.values()
    entries = (book.settings, book.sources, book.names, book.draft_names, book.properties, book.originals)
    former = [(was, fact.id, was in book.facts) for fact in facts for was in fact.formerly]
    return _digest(
        program(),
        *(msgspec.json.encode(each).decode() for each in (*entries, former)),
        *(f"{source}\n{_digest(book.file_text(source))}" for source in book.texts),
        *sorted({fact.by for fact in facts if fact.by}),
    )


@cache
def program() -> str:
    """A digest of this package, its word lists included, and of what it is run with."""
    folder = Path(__file__).parents[2]
    files = sorted(path for end in ("py", "tsv", "txt") for path in folder.rglob(f"*.{end}"))
    sums = [f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}" for path in files]
    return _digest(sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), *sums)


def _digest(*texts: str) -> str:
    digest = sha256()
    for text in texts:
        part = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d\n" % len(part))
        digest.update(part)
    return digest.hexdigest()

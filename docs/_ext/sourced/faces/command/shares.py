"""A check in several parts, in processes of one machine or on several, and their reports joined."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path

from msgspec import DecodeError, Struct, to_builtins
from msgspec.json import decode

from ...account.signing import signed_on
from ...book.book import Book
from ...book.findings import Finding
from ...chain.library import Library
from ...chain.reading import read_pages
from ...page.page import Page
from ...pictures.faults import sum_up_with_pictures
from ...rules.check import Share
from ...rules.keeping.known import Known
from ...rules.keeping.store import load_known, save_known
from ...rules.keeping.summary import Summary
from ...text.files import UnreadableError, read_text
from .processes import Read, judge_there, processes, received
from .reports import COUNTED, VERDICTS, Counts, Figures, figures
from .status import CallError

_SHOWN = 20
"""So many missing parts are named."""

Whole = tuple[Figures, list[Finding]]


class Part(Struct, frozen=True, kw_only=True):
    """What one part of a check found, with the book that it is a part of."""

    shard: Share
    book: str
    """A digest of all that was read: only reports on the same book are joined."""
    checked: Counts
    verdicts: Counts
    not_taken_in: int
    days: Counts
    """How many of the signatures were given on which day."""
    findings: list[Finding]


def check_as_asked(book: Book, shard: dict[str, int] | None, jobs: int, *, keep: bool) -> Part | Whole:
    """Check a book as a whole, in so many processes, or one part of it; ``keep`` for the next check."""
    library = Library(book)
    pages = read_pages(book, library)
    if shard is not None:
        share = Share(**shard)
        return _part(library, pages, share, sum_up_with_pictures(library, pages, share))
    known = load_known(book) if keep else None
    if jobs > 1:
        told = check_in_processes(library, pages, jobs, known)
    else:
        summary = sum_up_with_pictures(library, pages, known=known)
        told = figures(summary), summary.findings
    if known is not None:
        save_known(book, known)
    return told


def _part(library: Library, pages: list[Page], share: Share, summary: Summary) -> Part:
    """The report of one part."""
    told = figures(summary)
    return Part(
        shard=share,
        book=_digest(library.book, pages),
        checked=told.checked,
        verdicts=told.verdicts,
        not_taken_in=told.not_taken_in,
        days=summary.days,
        findings=summary.findings,
    )


def check_in_processes(library: Library, pages: list[Page], jobs: int, known: Known | None) -> Whole:
    """Check a book in so many processes: this one, and others."""
    shares = [Share(number=number, of=jobs) for number in range(1, jobs + 1)]
    with processes(jobs - 1, Read(library, pages, known)) as others:
        coming = [others.submit(judge_there, share) for share in shares[1:]]
        parts = [_part(library, pages, shares[0], sum_up_with_pictures(library, pages, shares[0], known))]
        for share, each in zip(shares[1:], coming, strict=True):
            summary, now = received(each.result())
            parts.append(_part(library, pages, share, summary))
            if known is not None:
                known.now |= now
    return joined(parts)


def _digest(book: Book, pages: Sequence[Page]) -> str:
    """A digest of the data, the signatures, the sources and the pages."""
    digest = sha256(book.tree.text.encode("utf-8", "surrogateescape"))
    texts = [*sorted(book.signatures), *book.texts.values(), *(f"{page.file}\0{page.text}" for page in pages)]
    for text in texts:
        digest.update(sha256(text.encode("utf-8", "surrogateescape")).digest())
    return digest.hexdigest()


def joined(parts: Sequence[Part]) -> Whole:
    """The figures and findings of the whole, as if it had been checked in one."""
    days: Counter[str] = Counter()
    for part in parts:
        days.update(part.days)
    told = Figures(
        checked={name: sum(part.checked[name] for part in parts) for name in COUNTED},
        verdicts={name: sum(part.verdicts[name] for part in parts) for name in VERDICTS},
        not_taken_in=sum(part.not_taken_in for part in parts),
        signed=signed_on(days),
    )
    return told, sorted({finding for part in parts for finding in part.findings})


def render_part(part: Part) -> str:
    """The report of a part, to be joined with the others. ASCII only."""
    return json.dumps(to_builtins(part), indent=2) + "\n"


def read_parts(paths: Sequence[Path]) -> list[Part]:
    """The reports of all parts of one check; raises ``CallError`` if they are not just these."""
    parts = [_read_part(path) for path in paths]
    if len({part.book for part in parts}) > 1:
        raise CallError("the reports are on different books, or on one that was changed between them")
    if len({part.shard.of for part in parts}) > 1:
        raise CallError("the reports are of checks in different numbers of parts")
    of, given = parts[0].shard.of, Counter(part.shard.number for part in parts)
    missing = [*islice((str(number) for number in range(1, of + 1) if not given[number]), _SHOWN)]
    twice = [str(number) for number in sorted(given) if given[number] > 1]
    if missing or twice:
        what = f"missing: {', '.join(missing)}" if missing else f"given twice: {', '.join(twice)}"
        raise CallError(f"these are not the {of} parts of one check; {what}")
    return parts


def _read_part(path: Path) -> Part:
    try:
        part = decode(read_text(path, str(path)), type=Part)
    except UnreadableError as error:
        raise CallError(error.message) from None
    except (DecodeError, UnicodeError, RecursionError) as error:
        wanted = "sourced check --shard K/N --format json"
        raise CallError(f"{path} is no report of a part, as `{wanted}` writes it: {error}") from None
    whole = {*part.checked} >= {*COUNTED} and {*part.verdicts} >= {*VERDICTS}
    if not whole or not 1 <= part.shard.number <= part.shard.of:
        raise CallError(f"{path} is no report of a part: figures are missing, or there is no such part")
    return part

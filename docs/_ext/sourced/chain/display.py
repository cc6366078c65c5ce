"""What roles print: values, names, figures, quotations."""

from __future__ import annotations

from ..book.book import Book
from ..book.model import Evidence, Fact
from ..english.dates.dates import say
from ..page.page import Display
from ..text.edtf import days
from ..text.fold import ELLIPSIS
from .grounds import read_value

FIGURES = ("sources", "names", "facts", "quotations", "claims", "absences", "latest")


def show_value(book: Book, fact: Fact) -> str:
    """What ``{fact}`` prints: ``41 m``, ``11 October 2014``, a name's spelling; "" without a value."""
    if fact.value is None:
        return ""
    if fact.value in book.names:
        return book.names[fact.value].name
    date = read_value(fact.value).date
    return say(date) if date and days(date) else fact.value


def show_quotation(evidence: Evidence) -> str:
    """A quotation as it is printed, without the marks around it; those within it are whole."""
    words = ELLIPSIS.sub(" … ", evidence.exact).strip()
    first, last = len(words) - len(words.lstrip('"“”')), len(words.rstrip('"“”'))
    edges = (words[first:last], words[first:], words[:last], words)
    shown = next((each for each in edges if not _open_marks(each)), None)
    return (shown or f"{words} …”").strip()  # the source's own speech goes on after the words taken


def in_marks(words: str) -> str:
    """Words in quotation marks; those that the words hold themselves become single ones, as in print."""
    return f"“{words.translate(_SINGLE)}”"


_SINGLE = str.maketrans('“”"', "‘’'")


def _open_marks(words: str) -> int:
    """How many quotation marks are opened and not closed, or closed and not opened."""
    depth = 0
    for mark in (char for char in words if char in '"“”'):
        depth += 1 if mark == "“" or (mark == '"' and depth == 0) else -1
        if depth < 0:
            return -depth
    return depth


def show_figure(book: Book, what: str) -> str:
    """A figure of the book itself, counted now; "" if there is none of that name."""
    if what == "latest":
        return latest_day(book)
    facts = book.facts.values()
    counts = {
        "sources": len(book.sources),
        "names": len(book.names),
        "facts": len(facts),
        "quotations": sum(len(f.evidence) for f in facts),
        "claims": sum(f.by is not None for f in facts),
        "drafts": len(book.drafts),
        "absences": sum(bool(f.absent) for f in facts),
    }
    return _small(counts[what]) if what in counts else ""


def latest_day(book: Book) -> str:
    """The date of the latest source that states it, in words; if none does, of any dated one.

    Of an interval the end, or the beginning where no end is known; and never a day that nobody has named.
    """
    dated = [source for source in book.sources.values() if source.published]
    stated = [source for source in dated if not source.dated_by]
    ends = (_end(source.published or "") for source in stated or dated)
    known = [(span[1], end) for end in ends if (span := days(end))]
    return say(max(known)[1]) if known else ""


def of_latest(day: str) -> str:
    """That a day is the one of the latest dated source: others, which bear no date, may be later."""
    return f"Latest dated source: {day}" if day else ""


def _end(date: str) -> str:
    first, _, last = date.partition("/")
    return last if last not in ("", "..") else first


def _small(count: int) -> str:
    words = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    return words[count] if count < len(words) else f"{count:,}"


def make_display(book: Book) -> Display:
    """The display function that the page reader is given for this book."""

    def display(role: str, target: str) -> str:
        if role == "figure":
            return show_figure(book, target)
        if role == "name":
            return book.names[target].name if target in book.names else ""
        fact = book.facts.get(target)
        if fact is None:
            return ""
        if role == "quote":
            return f"“{show_quotation(fact.evidence[0])}”" if fact.evidence else ""
        return show_value(book, fact)

    return display

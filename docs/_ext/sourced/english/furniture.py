"""What of a text is the page's and not the article's, by how its lines are built and what they say.

A page repeats its head, numbers its leaves, lists links line by line, and speaks to its reader of buttons and
cookies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ..text.fold import WORD, squeeze

_PAGE = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|(?=[ivxl])(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3}))(?:\s*(?:of|/)\s*\d+)?\W*",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:image|photo|picture)s? ?(?:caption|credit|source|copyright|by)\b|(?:photo|credit)s?:", re.I
)
_LEADS_ON = re.compile(r"[A-Z][A-Z' ]{2,24}:\s|(?:read|see|watch|listen)\s+(?:more|also|next)\b", re.ASCII)
_BYLINE = re.compile(
    r"\(?(?:(?:words|text|story|reporting|written|editing|additional reporting|photographs?|photos?|pictures)"
    r"(?: and \w+)? )?by:?\s+(?P<names>[A-Z][^.!?\"“”]*)\)?",
    re.IGNORECASE,
)
_UNNAMED_BYLINE = re.compile(
    r"\W*by (?:our|an?|the)(?: [\w-]+){0,3} (?:correspondents?|reporters?|staff|writers?|agenc(?:y|ies))\W*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[A-Z][\w'’-]*\.?|and|with|for|in|by|de|van|von|al|editing|reporting|photographs?|photos?|additional)"
)
_DATELINE = re.compile(
    r"(?:By (?:[A-Z][\w.'’-]+ ){1,4})?[A-Z][A-Z.'’-]+(?:[ ,/-]+[A-Z][A-Za-z.'’-]*){0,5}"
    r"(?P<day>,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)? \((?P<agency>[A-Z][^()\d]{1,39})\) ?[-–—]+ ?"
)
_NOTICE = re.compile(r"©|\(c\) ?\d{4}|\ball rights reserved\b|\bcopyright \d{4}", re.IGNORECASE)
_CONTROLS = re.compile(
    r"\b(?:sign (?:in|up|out)|log ?(?:in|out)|subscribe|register|newsletters?|cookies?|share this|tweet|menu"
    r"|skip to|privacy (?:policy|notice|settings)|terms of (?:use|service)|advertisement|follow us"
    r"|back to (?:top|home)|related (?:articles|stories|news|posts)|most (?:read|popular|viewed)"
    r"|leave (?:a|your) (?:comment|vote|reply)|forgot password|load more|view all"
    r"|your (?:comment|account|email|e-mail|password|vote|browser))\b",
    re.IGNORECASE,
)
_SPEAKS_TO_READER = re.compile(r"\byou(?:r|'re)?\b", re.IGNORECASE)
_ROW = re.compile(r"\s[|·•»/>]\s")
_ENDS = re.compile(r"[.!?…]['\"’”)\]]*$")
_LIST_MARK = re.compile(r"\s*(?:[-*–•]|\(?\d+[.)])\s")
_SHORT, _RUN = 14, 3
"""A line of no more words may be a link or a button; so many of them below each other are a list."""

HEADLINE = "the headline"
DAY = "the line that tells its day"
REPEATED = "a line that stands there more than once, such as a running head"
NUMBER = "the number of a page"
CAPTION = "a caption or credit, without its picture"
LEADS_ON = "a label that leads on to something else"
NOTICE = "a notice of copyright"
BYLINE = "the names of those who wrote, pictured or edited it"
CONTROLS = "a control or notice of the page"
ROW = "a row of links"
LIST = "lines below each other that are no sentences, such as a list of links"


class Line(Struct, frozen=True):
    """A line of a text, without the blanks around it; ``words`` with single ones between its words."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text that have anything on them, in order."""
    found = re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)
    return [Line(each.start(), each.end(), squeeze(each.group())) for each in found]


def said_of(why: Iterable[str]) -> str:
    """The reasons of several lines as one, each once."""
    return "; ".join(dict.fromkeys(why))


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS.search(line))


def reasons(lines: Sequence[Line]) -> dict[int, str]:
    """Why each line seems to be the page's, by its number."""
    counts = Counter(line.words for line in lines)
    why: dict[int, str] = {}
    for number, line in enumerate(lines):
        words = len(WORD.findall(line.words))
        if _PAGE.fullmatch(line.words) and words:
            why[number] = NUMBER
        elif counts[line.words] > 1 and 0 < words <= _SHORT:
            why[number] = REPEATED
        elif words <= 2 * _SHORT and (kind := _kind(line.words)):
            why[number] = kind
    for run in _runs(lines):
        why.update({number: why.get(number, LIST) for number in run})
    return why


def _kind(line: str) -> str:
    """What of the page a line is by its own words; nothing if it is none."""
    kinds = {
        NOTICE: _NOTICE.search(line),
        BYLINE: is_byline(line),
        CAPTION: _CAPTION.match(line),
        LEADS_ON: _LEADS_ON.match(line),
        ROW: _is_row(line),
        CONTROLS: _is_control(line),
    }
    return next((kind for kind, found in kinds.items() if found), "")


def is_byline(line: str) -> bool:
    """Whether a line names who wrote, pictured or edited what is below or above, and nothing else."""
    found = _BYLINE.fullmatch(line)
    if _UNNAMED_BYLINE.fullmatch(line):
        return True
    return found is not None and all(map(_NAME.fullmatch, re.findall(r"[\w'’.-]+", found["names"])))


def is_of_the_page(sentence: str) -> bool:
    """Whether a sentence, wherever its line ends, is the page's own: a credit, a notice, a control."""
    words = squeeze(sentence)
    count = len(WORD.findall(words))
    if count <= 2 * _SHORT and (is_byline(words) or _NOTICE.search(words)):
        return True
    return count <= _SHORT and (bool(_CAPTION.match(words)) or _is_control(words))


class Dateline(Struct, frozen=True):
    """What an agency's report begins with: where it ends, the agency, and the day as it is written."""

    end: int
    agency: str
    day: str


def dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at a place of a text: ``ASKE, Oct 17 (Northwire) -``."""
    found = _DATELINE.match(text, start)
    return Dateline(found.end(), found["agency"].strip(), (found["day"] or "").strip(" ,")) if found else None


def _is_row(line: str) -> bool:
    """Whether a line is a row of links; a row of a table has numbers."""
    return bool(_ROW.search(line)) and not _ENDS.search(line) and not re.search(r"\d", line)


def _is_control(line: str) -> bool:
    """Whether a line speaks of what a page offers; a whole sentence only if it speaks to its reader."""
    whole = _ENDS.search(line) and not _SPEAKS_TO_READER.search(line)
    return _CONTROLS.search(line) is not None and not whole


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines like headlines or buttons, three or more; behind the article blank lines may part them."""
    behind = max((n for n, line in enumerate(lines) if _is_text(line.words)), default=-1)
    groups: list[list[int]] = [[]]
    for number, line in enumerate(lines):
        if number and number <= behind and lines[number - 1].end + 1 < line.start:
            groups.append([])
        if _is_bare(line.words):
            groups[-1].append(number)
        else:
            groups.append([])
    yield from (group for group in groups if len(group) >= _RUN)


def _is_text(line: str) -> bool:
    """Whether a line is surely of the article: long, and a whole sentence."""
    return (
        len(WORD.findall(line)) > _SHORT and bool(_ENDS.search(line)) and not _SPEAKS_TO_READER.search(line)
    )


def _is_bare(line: str) -> bool:
    """Whether a line is a headline or a button: its longer words have capitals, or it has hardly any."""
    words = WORD.findall(line)
    if not words or len(words) > 2 * _SHORT or _LIST_MARK.match(line) or line[-1] in ",;:":
        return False
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long)
    titled = len(long) > 1 and 3 * capitals >= 2 * len(long)
    return titled or (len(words) <= 3 and not _ENDS.search(line))

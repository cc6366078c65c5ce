"""What would mend a finding: changes of the text that a rule can be sure of, to be offered and never made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...book.findings import Fix
from ...book.model import Fact
from ...book.quotations import Miss, Text
from ...book.yaml.tree import Tree
from ...book.yamledit.local import put
from ...chain.display import show_value
from ...chain.library import Library
from ...chain.views import View
from ...page.page import Page, Piece
from ...text.fold import fold, squeeze
from ..messages import near
from ..registry import Mend, Path

_LEAD, _TAIL = re.compile(r"[^\w(]+"), re.compile(r"[^\w)]+$")
_CLOSE = 200
"""The target of a role stands within so many characters of its words."""


def spelled(word: str, known: Iterable[str], at: int) -> tuple[Mend, ...]:
    """On a page: the known word most like ``word``, in its place."""
    other = near(word, list(known))
    return (Mend(title=f"Write “{other}”", old=word, new=other, at=at),) if other else ()


def spelled_at(path: Path, word: str, known: Iterable[str]) -> tuple[Mend, ...]:
    """In the data: the known word most like ``word``, in its place."""
    other = near(word, list(known))
    return (Mend(title=f"Write “{other}”", new=other, path=path),) if other else ()


def reworded(path: Path, text: str, word: str, other: str) -> tuple[Mend, ...]:
    """In the data: a text with another word, if there is one, instead of ``word``."""
    new = text.replace(word, other, 1)
    return (Mend(title=f"Write “{other}”", new=new, path=path),) if other else ()


def in_sentence(view: View, start: int, end: int, new: str, title: str) -> tuple[Mend, ...]:
    """Other words for those of a sentence, if they stand in one run of plain text."""
    at, last = view.sentence.offset(start), view.sentence.offset(max(start, end - 1))
    old = view.text[start:end]
    if last - at != len(old) - 1 or view.page.text[at : last + 1] != old:
        return ()
    return (Mend(title=title, old=old, new=new, at=at),)


def values(view: View, start: int, end: int, facts: Iterable[Fact]) -> tuple[Mend, ...]:
    """The values of cited facts, as a page prints them, for words of a sentence."""
    mends: list[Mend] = []
    for fact in facts:
        if shown := show_value(view.library.book, fact):
            title = f"Print the value of “{fact.id}”: {shown}"
            mends += in_sentence(view, start, end, f"{{fact}}`{fact.id}`", title)
    return tuple(mends)


def target(page: Page, piece: Piece) -> tuple[int, int] | None:
    """Where the whole content of a role stands that has words of its own: ``words <target>``."""
    closing = f"<{piece.target}>"
    end = page.text.find(closing, piece.start, piece.start + len(piece.text) + _CLOSE)
    return None if end < 0 else (piece.start, end + len(closing))


def role_target(page: Page, piece: Piece, known: Iterable[str]) -> tuple[Mend, ...]:
    """The known ID most like the one of a role, in its place."""
    inner = target(page, piece) if piece.chosen else None
    at = inner[1] - len(piece.target) - 1 if inner else piece.start
    return spelled(piece.target, known, at)


def as_printed(view: View, piece: Piece, fact: Fact) -> tuple[Mend, ...]:
    """The value of a fact instead of the words chosen for it."""
    shown, inner = show_value(view.library.book, fact), target(view.page, piece)
    if not shown or inner is None:
        return ()
    old = view.page.text[slice(*inner)]
    return (Mend(title=f"Print the value: {shown}", old=old, new=fact.id, at=inner[0]),)


def who_is_meant(view: View, start: int, end: int, ids: Iterable[str]) -> tuple[Mend, ...]:
    """Each of those whom a name of a sentence may mean, by a role."""
    words = view.text[start:end]
    mends: list[Mend] = []
    for id_ in ids:
        title = f"Say that this is {view.library.name(id_)}"
        mends += in_sentence(view, start, end, f"{{name}}`{words} <{id_}>`", title)
    return tuple(mends)


def gloss(library: Library, path: Path, words: str, ids: Iterable[str]) -> tuple[Mend, ...]:
    """A gloss of words of the quotation at ``path`` for each of those whom they may mean."""
    return tuple(
        Mend(
            title=f"Say that “{words}” is {library.name(id_)}",
            new=id_,
            path=(*path[:-1], "gloss", words),
        )
        for id_ in ids
    )


def source_words(text: Text, miss: Miss, like: str) -> str:
    """The words of a source that are most like a quotation; marks at their ends only where it has some."""
    span = text.find(miss.nearest, max(miss.offset, 0)) if miss.nearest else None
    words = " ".join(text.raw[slice(*span)].split()) if span else ""
    wanted = squeeze(like)
    lead, tail = _LEAD.match(words), _TAIL.search(words)
    if lead and not wanted.startswith(fold(lead[0])):
        words = words[lead.end() :]
    if tail and not wanted.endswith(fold(tail[0])):
        words = words[: len(words) - len(tail[0])]
    return words


def page_fixes(page: Page, mends: Iterable[Mend]) -> Iterator[Fix]:
    """Mends on a page as changes of its file; none where other words stand than are to be replaced."""
    for mend in mends:
        end = mend.at + len(mend.old)
        if page.text[mend.at : end] == mend.old:
            yield _fix(mend.title, page.place(mend.at), page.place(end), mend.new)


def data_fixes(tree: Tree, mends: Iterable[Mend]) -> Iterator[Fix]:
    """Mends in the data as changes of its file."""
    for mend in mends:
        if edit := put(tree, mend.path, mend.new):
            yield _fix(mend.title, tree.line_column(edit.start), tree.line_column(edit.end), edit.text)


def _fix(title: str, start: tuple[int, int], end: tuple[int, int], text: str) -> Fix:
    return Fix(title=title, line=start[0], column=start[1], end_line=end[0], end_column=end[1], text=text)

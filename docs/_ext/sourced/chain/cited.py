"""What the sentences of a paragraph have in common: the facts that they cite, and what stood before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from ..book.model import Fact
from ..english.quantities.amounts import Amounts
from .grounds import Given, given
from .library import Library

_Answer = TypeVar("_Answer")


class Cited:
    """Facts that sentences cite, each once, and what they give together; one for all cells of a row."""

    def __init__(self, library: Library, ids: Iterable[str]) -> None:
        self._library = library
        known, once = library.book.facts, dict.fromkeys(ids)
        self.any = bool(once)
        """Whether anything is cited, known or not."""
        self.facts: list[Fact] = [known[id_] for id_ in once if id_ in known]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Their IDs."""
        return frozenset(fact.id for fact in self.facts)

    @cached_property
    def given(self) -> list[Given]:
        """What each of them gives."""
        return [given(self._library, fact) for fact in self.facts]

    @cached_property
    def numbers(self) -> Amounts:
        """The numbers that they give."""
        return Amounts(number for given in self.given for number in given.numbers)

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The dates that they give, each once."""
        return tuple(dict.fromkeys(date for given in self.given for date in given.dates))

    @cached_property
    def completed(self) -> frozenset[str]:
        """The whole dates that their dates without a year may mean."""
        return frozenset(whole for given in self.given for whole in given.completed)


class Paragraph:
    """The sentences of a paragraph, and the facts that all of them cite."""

    def __init__(self, texts: Sequence[str], cited: Cited) -> None:
        self.texts, self.cited = texts, cited
        self._known: dict[Hashable, list[Any]] = {}

    def before(
        self, index: int, question: Hashable, read: Callable[[str], _Answer | None], default: _Answer
    ) -> _Answer:
        """What the nearest sentence before ``index`` answers, of those that answer at all.

        Each sentence is asked a question once, however many of those behind it want to know.
        """
        known = self._known.setdefault(question, [])
        while len(known) < index:
            answer = read(self.texts[len(known)])
            known.append(answer if answer is not None else known[-1] if known else default)
        found: _Answer = known[index - 1] if index else default
        return found

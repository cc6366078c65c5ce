"""Headings that gather names by their kind: ``Groups and peoples: group, people``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from msgspec import Struct


class OfAKind(Protocol):
    """Something that has the kind of a name."""

    @property
    def kind(self) -> str:
        """The kind."""
        ...


class Heading(Struct, frozen=True):
    """A heading, and the kinds that stand under it."""

    title: str
    kinds: frozenset[str]


_Kind = TypeVar("_Kind", bound=OfAKind)


def read_headings(lines: str) -> tuple[Heading, ...]:
    """The headings that lines state, one each."""
    parts = (line.partition(":") for line in lines.splitlines() if line.strip())
    return tuple(
        Heading(title.strip(), frozenset(kinds.replace(",", " ").split())) for title, _, kinds in parts
    )


def under_headings(
    found: Iterable[_Kind], headings: Iterable[Heading], rest: str
) -> Iterator[tuple[str, list[_Kind]]]:
    """What is found, under the heading for its kind; what no heading is for comes last, under ``rest``."""
    left = list(found)
    for heading in headings:
        if under := [each for each in left if each.kind in heading.kinds]:
            yield heading.title, under
        left = [each for each in left if each.kind not in heading.kinds]
    if left:
        yield rest, left

"""Laying out long patterns and word lists so that they can be read."""

from __future__ import annotations


def any_of(*alternatives: str) -> str:
    """A pattern for any of ``alternatives``; the first that fits is taken."""
    return f"(?:{'|'.join(alternatives)})"


def any_word(*alternatives: str) -> str:
    """The same between word boundaries."""
    return rf"\b{any_of(*alternatives)}\b"


def word_list(*lines: str) -> list[str]:
    """The words of ``lines``, which part them by spaces."""
    return [word for line in lines for word in line.split()]

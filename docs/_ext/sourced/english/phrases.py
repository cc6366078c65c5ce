"""Small turns of English for what is told: lists, counts, the beginning of a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def joined(words: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    *rest, end = [*words] or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def capital(text: str) -> str:
    """``text`` as a sentence begins."""
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, many: str = "") -> str:
    """``1 fact``, ``2 facts``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"

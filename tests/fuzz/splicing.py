"""Texts with a stretch taken out, doubled, moved or put in, for the fuzzing. A book is its files, as bytes by
name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from .oddities import WORDS

Files = dict[str, bytes]
Change = Callable[[Random, Files], None]


def words(chance: Random, most: int = 30) -> str:
    """Running text of a kind."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


def spliced(chance: Random, text: str, pieces: Sequence[str]) -> str:
    """A text with a stretch taken out, doubled, moved, or with a piece put in, once or many times."""
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.choice((0, 0, 1, 5, 40, 400)))
    times = chance.choice((1, 1, 1, 1, 2, 5, 60))
    put = chance.choice((chance.choice(pieces), words(chance), text[end : end + 30], "")) * times
    kept = text[start:end] * chance.choice((0, 1, 1, 2))
    return text[:start] + put + kept + text[end:]


def text_of(files: Files, name: str) -> str:
    """A file as text."""
    return files[name].decode("utf-8", "replace")


def put(files: Files, name: str, text: str) -> None:
    """A text as a file, half a pair of surrogates included."""
    files[name] = text.encode("utf-8", "surrogatepass")


def spliced_bytes(chance: Random, content: bytes, pieces: Sequence[str]) -> bytes:
    """The same of what may be no text."""
    return spliced(chance, content.decode("latin-1"), pieces).encode("latin-1", "replace")

"""How long finding quotations takes, as a ratio to a bare ``str.find`` in the fact's own source.

For each number of facts it makes up sources, with typographic marks as newspapers have them, and quotations
taken from them, one in ten typed with straight marks instead. It measures in turn, run by run:

- ``bare``: ``text.find(exact)`` in the source of each fact, the least that looking costs;
- ``find``: ``Library.locate`` for each fact, which also makes sure that the words stand there once, as whole
  words, and looks again after folding where the marks differ.

The table gives the median CPU time of ``bare``, the median of the ratios of each run (a slow moment of the
machine falls on both sides of a ratio), and microseconds for each fact. The goal is a ratio of at most 3, and
time in proportion to the number of facts.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
from array import array
from collections.abc import Callable
from pathlib import Path

from sourced.book.book import Book
from sourced.book.model import Evidence, Source
from sourced.book.quotations import Match
from sourced.book.yaml.tree import Tree
from sourced.chain.library import Library

SYLLABLES = ("ba", "ke", "lo", "mi", "tu", "ra", "ne", "so", "vi", "du", "pa", "el", "or", "an", "is")
MARKS = {"“": '"', "”": '"', "’": "'", "–": "-"}
FACTS_PER_SOURCE = 20
WORDS_PER_QUOTATION = 12


def make_words(chance: random.Random, count: int) -> list[str]:
    """Running text, a mark here and there; so many words that hardly twelve of them come twice."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(count)]
    for at in range(0, count - 2, 25):
        words[at], words[at + 1] = f"“{words[at]}", f"{words[at + 1]}”"
    for at in range(7, count, 40):
        words[at] = f"{words[at]}’s –"
    return words


def make_book(facts: int, words: int) -> tuple[Book, list[Evidence]]:
    """Sources of ``words`` words each, and the quotations of ``facts`` facts."""
    chance = random.Random(facts)
    texts, evidence = {}, []
    for number in range(-(-facts // FACTS_PER_SOURCE)):
        id_, text = f"s{number}", make_words(chance, words)
        texts[id_] = " ".join(text)
        for _ in range(min(FACTS_PER_SOURCE, facts - len(evidence))):
            start = chance.randrange(words - WORDS_PER_QUOTATION)
            exact = " ".join(text[start : start + WORDS_PER_QUOTATION])
            if len(evidence) % 10 == 0:
                exact = exact.translate(str.maketrans(MARKS))
            evidence.append(Evidence(source=id_, exact=exact))
    sources = {id_: Source(id=id_, file=f"{id_}.txt", sha256="0" * 64) for id_ in texts}
    tree = Tree("", {}, array("I"), frozenset())
    book = Book(root=Path(), sources=sources, names={}, properties={}, facts={}, texts=texts, tree=tree)
    return book, evidence


def bare(book: Book, evidence: list[Evidence]) -> None:
    for each in evidence:
        book.texts[each.source].find(each.exact)


def find(book: Book, evidence: list[Evidence]) -> None:
    library = Library(book)
    found = [library.locate(each) for each in evidence]
    assert sum(isinstance(match, Match) for match in found) > 0.99 * len(evidence)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(facts: int, words: int, runs: int) -> str:
    book, evidence = make_book(facts, words)
    size = sum(map(len, book.texts.values())) / 1e6
    times = [
        (seconds(lambda: bare(book, evidence)), seconds(lambda: find(book, evidence))) for _ in range(runs)
    ]
    least = statistics.median(run[0] for run in times)
    ratio = statistics.median(run[1] / run[0] for run in times)
    each = statistics.median(run[1] for run in times) / facts * 1e6
    return f"{facts:>8} {size:>7.1f} {least:>8.3f} {ratio:>10.2f} {each:>14.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--facts", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="numbers of facts"
    )
    parser.add_argument("--words", type=int, default=2_000, help="words of a source (default: 2,000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each (default: 5)")
    options = parser.parse_args()
    print("   facts      MB  bare, s  find/bare  µs for a fact")
    for facts in options.facts:
        print(measure(facts, options.words, options.runs), flush=True)


if __name__ == "__main__":
    main()

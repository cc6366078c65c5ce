"""What is taken over from an earlier check is what judging again would find, whatever was edited between."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourced.account.reviewing import sign
from sourced.book.findings import InputError
from sourced.book.loading import load_book
from sourced.book.signatures import load_signatures, to_lines
from sourced.pictures.faults import check_with_pictures
from sourced.rules.keeping.known import Known

from ...fuzz.book import BOOK
from ...fuzz.mutations import rehash
from .edited import DATA, book_files, summed, write

SEQUENCES = int(os.environ.get("CHECK_SEQUENCES", "15"))
WORDS = ("not", "41", "Herald", "reportedly", "1901-05-04", "gazette", "ames", "the bridge", "# so", "Only")


def change_words(chance: Random, text: str) -> str:
    """One word of a text is another one, twice there, or no more."""
    words = list(re.finditer(r"[\w-]+", text))
    start, end = chance.choice(words).span()
    new = chance.choice(("", text[start:end] + " " + text[start:end], chance.choice(WORDS)))
    return text[:start] + new + text[end:]


def change_facts(chance: Random, text: str) -> str:
    """Facts in another order, or one fewer, or one more, or blank lines and comments between them."""
    head, _, facts = text.partition("\nfacts:\n")
    entries = re.split(r"(?m)^(?=  [\w-]+:)", facts)[1:]
    if not entries:  # an earlier edit took the word away under which they stand
        return text
    one = chance.randrange(len(entries))
    how = chance.randrange(4)
    if how == 0:
        chance.shuffle(entries)
    elif how == 1:
        del entries[one]
    elif how == 2:
        entries.append(entries[one].replace(":", f"-{chance.randrange(9)}:", 1))
    else:
        entries[one] += "\n  # A word in passing.\n"
    return f"{head}\nfacts:\n{''.join(entries)}"


def edit(chance: Random, root: Path) -> None:
    """One edit of a book, as an editor may make it."""
    file = chance.choice((DATA, DATA, DATA, "docs/index.md", "docs/more.md", "seeds/gazette.txt"))
    change: Callable[[Random, str], str] = change_words
    if file == DATA and chance.random() < 0.4:
        change = change_facts
    path = root / file
    path.write_text(change(chance, path.read_text(encoding="utf-8")), encoding="utf-8")
    if file.startswith("seeds") and chance.random() < 0.7:
        files = {name: (root / name).read_bytes() for name in BOOK}
        rehash(files)
        write(root, files)


def sign_some(chance: Random, root: Path) -> None:
    """Some units that wait are signed, and some signatures are taken back."""
    try:
        book = load_book(root)
        judged = check_with_pictures(book).judged
    except InputError:
        return
    waiting = [each for each in judged if each.verdict == "unreviewed"]
    signed = [sign(each, on=f"2021-01-0{chance.randint(1, 3)}") for each in waiting if chance.random() < 0.3]
    kept = [each for each in load_signatures(root).values() if chance.random() < 0.8]
    lines = to_lines({each.unit: each for each in (*kept, *signed)})
    (root / "data/reviewed.jsonl").write_text(lines, encoding="utf-8")


def states(chance: Random, root: Path) -> Iterator[None]:
    """A book after each of some edits; now and then it is again what it was."""
    write(root, book_files())
    yield
    before = [root.with_name("before")]
    for _ in range(5):
        if chance.random() < 0.2 and before[0].is_dir():
            shutil.rmtree(root)
            shutil.copytree(before[0], root)
        elif chance.random() < 0.25:
            sign_some(chance, root)
        else:
            shutil.rmtree(before[0], ignore_errors=True)
            shutil.copytree(root, before[0])
            edit(chance, root)
        yield


@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(min_value=0, max_value=2**32))
def test_a_check_that_knows_the_last_one_finds_what_any_other_finds(seed: int) -> None:
    kept = Known().now
    with tempfile.TemporaryDirectory() as folder:
        for _ in states(Random(seed), Path(folder) / "book"):
            known = Known(kept)
            assert summed(Path(folder) / "book", known) == summed(Path(folder) / "book")
            kept = known.now or kept

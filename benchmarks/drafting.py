"""What the commands that write into the data file cost on a large book, in seconds of processor time.

It writes a book of made-up facts into a temporary folder, and runs each command in a process of its own:

    .venv/bin/python benchmarks/drafting.py --facts 10000

The goal is at most two seconds for each.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

EXTENSION = Path(__file__).parents[1] / "docs" / "_ext"
WORDS = (
    *("the", "bridge", "mill", "road", "town", "north", "of", "which", "held", "years", "river", "old"),
    *("stone", "mayor", "paid", "opened", "winter", "timber", "iron", "toll", "gate", "market", "letter"),
)
SOURCES, NAMES = 50, 97
ARTICLE = "The mayor of Aske paid for the bridge in 1901. Edda Coyle said so.\n\nSign in | Register | Menu\n"
COMMANDS = {
    "quote": ["quote", "thing5 bridge is 102 km form the"],
    "quote, words in another order": ["quote", "letter market iron 204"],
    "quote --write": ["quote", "Thing8 Bridge is 8 km from", "--write", "fact-9", "--pick", "1"],
    "add-source": ["add-source", "article.txt"],
    "scaffold": ["scaffold", "s3"],
    "scaffold --write": ["scaffold", "s4", "--write"],
}


def write_book(root: Path, facts: int) -> None:
    """A book in which every second sentence of each source is used by one fact."""
    chance = random.Random(facts)
    for name in ("data", "docs", "seeds"):
        (root / name).mkdir()
    sources, entries = ["sources:"], ["properties:", "  length: {title: Length}", "facts:"]
    per_source = max(1, facts // SOURCES)
    for source in range(SOURCES):
        paragraphs = []
        for number in range(source * per_source, (source + 1) * per_source):
            far = " ".join(chance.choices(WORDS, k=14))
            words = f"The Thing{number % NAMES} Bridge is {number} km from {far}"
            paragraphs.append(f"{words}. Nobody {' '.join(chance.choices(WORDS, k=12))}.")
            entries += [
                f"  fact-{number}:",
                f"    about: thing-{number % NAMES}",
                "    property: length",
                f"    value: {number} km",
                f"    statement: {words}.",
                f"    evidence:\n      - {{source: s{source}, exact: {words}}}",
            ]
        text = "\n\n".join(paragraphs) + "\n"
        (root / f"seeds/s{source}.txt").write_text(text, encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        sources.append(f"  s{source}: {{file: s{source}.txt, sha256: {digest}, published: 1901-05-04}}")
    names = [f"  thing-{number}: {{kind: place, name: Thing{number} Bridge}}" for number in range(NAMES)]
    lines = [*sources, "names:", *names, *entries]
    (root / "data/facts.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (root / "docs/index.md").write_text("# Bridges\n", encoding="utf-8")
    (root / "article.txt").write_text(ARTICLE, encoding="utf-8")


def seconds(root: Path, command: list[str]) -> float:
    """The processor time of one call."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    call = [sys.executable, "-m", "sourced", *command, "--root", str(root)]
    subprocess.run(
        call,
        check=True,
        cwd=root,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(EXTENSION)},
    )
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--facts", type=int, default=10_000, help="number of facts (default: 10000)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_book(root, options.facts)
        for name, command in COMMANDS.items():
            print(f"{seconds(root, command):6.2f} s  {name}")


if __name__ == "__main__":
    main()

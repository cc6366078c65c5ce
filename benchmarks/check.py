"""What a check costs for each fact, where all stand in one source and where each source has twenty.

What a check costs with next to no facts is taken off. ``growth`` is what four times the facts take, by four:
1 is in proportion. Processes are compared by the clock. ``again`` is a whole check after one fact was edited,
where the one before was kept; all others neither keep anything nor take anything over.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import NamedTuple

from build import EXTENSION
from survey import facts, write

GROWTH = 1.35
"""Four times the facts may take so much more than four times the time."""
TOLD = 20
"""So many facts stand on the one page, and in each of many sources."""

FIRST = ["".join(letters) for letters in product("BDFGKLMNPRST", ("al", "er", "in", "or"), ("da", "fo"))]
LAST = ["".join(letters) for letters in product("bdfgklmnprst", ("um", "et", "ik", "on"), ("ham", "wick"))]


class Cost(NamedTuple):
    """Processor seconds, seconds by the clock, and megabytes at most."""

    processor: float
    clock: float
    memory: float


def write_facts(root: Path, count: int, sources: int) -> None:
    """A book of so many facts in so many sources."""
    parts = list(dict.fromkeys(fact.part for fact in facts(128)))
    texts: list[list[str]] = [[] for _ in range(sources)]
    entries, places = [], {}
    for number in range(count):
        part, place = parts[number % len(parts)], _place(number // len(parts))
        source, value = number * sources // count, f"{10 + number % 89} km"
        places[place.lower()] = place
        said = f"The {part} of {place} runs for {value}."
        texts[source].append(said)
        entries.append(
            f"  f{number}:\n    about: {place.lower()}\n    property: {part.replace(' ', '-')}\n"
            f"    value: {value}\n    statement: {said}\n"
            f"    evidence:\n      - {{source: s{source}, exact: {said}}}\n"
        )
    listed = [_write_source(root, number, said) for number, said in enumerate(texts)]
    names = [f"  {id_}: {{kind: place, name: {name}}}\n" for id_, name in places.items()]
    kinds = [f"  {part.replace(' ', '-')}: {{title: {part}}}\n" for part in parts]
    told = [f"It is {{fact}}`f{number}` long.\n" for number in range(min(count, TOLD))]
    write(root / "docs/index.md", "# The survey\n\n", *told)
    sections = {"sources": listed, "names": names, "properties": kinds, "facts": entries}
    write(root / "data/facts.yaml", *(f"{name}:\n{''.join(lines)}" for name, lines in sections.items()))


def _place(number: int) -> str:
    return FIRST[number % len(FIRST)] + LAST[number // len(FIRST) % len(LAST)]


def _write_source(root: Path, number: int, said: list[str]) -> str:
    text = "\n\n".join(said) + "\n"
    write(root / f"seeds/s{number}.txt", text)
    return f"  s{number}: {{file: s{number}.txt, sha256: {sha256(text.encode()).hexdigest()}}}\n"


def check(root: Path, *options: str) -> Cost:
    """What a check costs, whatever it finds."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "sourced", "check", "--format", "json", *options, "--root", str(root)]
    environment = os.environ | {"PYTHONPATH": str(EXTENSION)}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, _, used = os.wait4(process.pid, 0)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def measure_checks(folder: Path, count: int) -> bool:
    """Print a table of checks; whether their time is in proportion to their facts."""
    print("\n| check | ms a fact | KB a fact | growth | two processes / one | again, seconds |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    books = {"one source": 1, "twenty facts a source": count // TOLD}
    growths = [_measure(folder / title, title, count, sources) for title, sources in books.items()]
    return max(growths) < GROWTH


def _measure(folder: Path, title: str, count: int, sources: int) -> float:
    small = count // 4
    for number, among in ((TOLD, 1), (small, -(-sources // 4)), (count, sources)):
        write_facts(folder / str(number), number, among)
    none, one, four = (check(folder / str(number), "--no-cache") for number in (TOLD, small, count))
    two = check(folder / str(count), "--no-cache", "--jobs", "2")
    check(folder / str(count))
    _edit(folder / str(count) / "data/facts.yaml")
    again = check(folder / str(count))
    growth = (four.processor - none.processor) / (one.processor - none.processor) * (small / count)
    time_, memory = (four.processor - none.processor) / count, (four.memory - one.memory) / (count - small)
    print(
        f"| {count:,} facts, {title} | {time_ * 1000:.2f} | {memory * 1024:.1f} | {growth:.2f} "
        f"| {two.clock / four.clock:.2f} | {again.processor:.1f} |",
        flush=True,
    )
    return growth


def _edit(path: Path) -> None:
    """The statement of a fact in the middle says something else."""
    text = path.read_text(encoding="utf-8")
    at = text.index("runs for", text.index("statement:", len(text) // 2))
    path.write_text(f"{text[:at]}goes on for{text[at + len('runs for') :]}", encoding="utf-8")

"""What the roles cost a build: cold, idle, and after one changed fact.

Each figure is a ratio of two builds that were run by turns, so that whatever
else the machine does falls on both. Run it with the project's own Python:

    .venv/bin/python benchmarks/build.py
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FACTS_PER_PAGE = 20
KINDS = (
    *("north", "south", "east", "west", "upper", "lower", "inner", "outer"),
    *("old", "new", "long", "short", "high", "low", "wide", "narrow"),
)
PARTS = ("wall", "road", "stair", "ditch", "fence", "bridge", "tunnel", "path")
EXTENSION = Path(__file__).parents[1] / "docs" / "_ext"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One invented fact: how long a part of a place is."""

    id: str
    place: str
    part: str
    value: int

    @property
    def quotation(self) -> str:
        """What the source says."""
        return f"The {self.part} of {self.place} runs for {self.value} km."

    @property
    def entry(self) -> str:
        """Its entry in the data file."""
        return (
            f"  {self.id}:\n    about: {self.place.lower()}\n    property: {self.part.replace(' ', '-')}\n"
            f"    value: {self.value} km\n    statement: {self.quotation}\n"
            f"    evidence:\n      - {{source: survey, exact: {self.quotation}}}\n"
        )

    def sentence(self, *, sourced: bool) -> str:
        """What the page says."""
        value = f"{{fact}}`{self.id}`" if sourced else f"{self.value} km"
        return f"At {self.place} the {self.part} is {value} long."


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Another way to say what a sentence rests on: a mark behind it, and the foot of the page."""

    extension: str
    role: Callable[[Fact], str]
    below: Callable[[list[Fact]], str]
    conf: str = ""


def facts(count: int) -> list[Fact]:
    """As many facts as asked for, all different."""
    parts = [f"{kind} {part}" for kind, part in itertools.product(KINDS, PARTS)]
    middles, ends = ("al", "er", "in", "or", "um"), ("don", "gate", "mouth", "stead")
    places = ["".join(letters) for letters in itertools.product("BDFGKLMNPRST", middles, ends)]
    pairs = itertools.islice(itertools.product(places, parts), count)
    return [
        Fact(id=f"{place.lower()}-{part.replace(' ', '-')}", place=place, part=part, value=10 + number % 89)
        for number, (place, part) in enumerate(pairs)
    ]


def write_book(
    root: Path, pages: int, *, count: int, sourced: bool = False, mark: Mark | None = None
) -> list[Fact]:
    """Write a book of so many facts, with roles or as the same words without them.

    ``mark`` says in another way what the words rest on. Where there are fewer facts than places for them,
    pages share all but the very first.
    """
    known = facts(count)
    turns = itertools.chain(known[:1], itertools.cycle(known[1:]))
    (root / "docs").mkdir(parents=True)
    names = [f"page-{number}" for number in range(pages)]
    parts = [names[start : start + 25] for start in range(0, pages, 25)]
    index = "\n".join(f"part-{number}" for number in range(len(parts)))
    _write(root / "docs/index.md", f"# The survey\n\n```{{toctree}}\n{index}\n```\n")
    for number, part in enumerate(parts):
        listed = "\n".join(part)
        _write(root / f"docs/part-{number}.md", f"# A part\n\n```{{toctree}}\n{listed}\n```\n")
    for name in names:
        own = list(itertools.islice(turns, FACTS_PER_PAGE))
        sentences = [fact.sentence(sourced=sourced) + (mark.role(fact) if mark else "") for fact in own]
        groups = ["\n".join(sentences[start : start + 5]) for start in range(0, FACTS_PER_PAGE, 5)]
        below = f"\n{mark.below(own)}\n" if mark else ""
        _write(root / f"docs/{name}.md", "# A page\n\n" + "\n\n".join(groups) + "\n" + below)
    added = "sourced.sphinx" if sourced else mark.extension if mark else ""
    extensions = ["myst_parser", *([added] if added else [])]
    options = {"collapse_navbar": True, "navbar_persistent": [], "primary_sidebar_end": []}
    _write(
        root / "conf.py",
        f"extensions = {extensions}\nhtml_theme = 'sphinx_book_theme'\nhtml_theme_options = {options}\n"
        "smartquotes = False\n" + (mark.conf if mark else ""),
    )
    write_data(root, known)
    return known


def write_data(root: Path, known: list[Fact]) -> None:
    """Write the data file and the one source."""
    source = "\n\n".join(fact.quotation for fact in known) + "\n"
    _write(root / "seeds/survey.txt", source)
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    places = dict.fromkeys(fact.place for fact in known)
    properties = dict.fromkeys(fact.part for fact in known)
    _write(
        root / "data/facts.yaml",
        f"sources:\n  survey: {{file: survey.txt, sha256: {sha256}, published: 2001-05-04}}\nnames:\n"
        + "".join(f"  {place.lower()}: {{kind: place, name: {place}}}\n" for place in places)
        + "properties:\n"
        + "".join(f"  {part.replace(' ', '-')}: {{title: {part}}}\n" for part in properties)
        + "facts:\n"
        + "".join(fact.entry for fact in known),
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(root: Path, out: str = "build", *options: str) -> float:
    """Processor seconds of a build; any warning is an error."""
    return run("sphinx", "-q", "-W", *options, "-c", str(root), str(root / "docs"), str(root / out))


def run(module: str, *arguments: str) -> float:
    """Processor seconds of a command in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(EXTENSION)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # all else is compiled, too
    started = _processor_time()
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return _processor_time() - started


def _processor_time() -> float:
    """Of all children so far: unlike the clock it does not count what else the machine is doing."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pair(title: str, goal: float, runs: int, one: Callable[[], float], other: Callable[[], float]) -> float:
    """Run two builds by turns, print a line of the table, and tell the ratio."""
    times = [(one(), other()) for _ in range(runs)]
    first, second = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(a / b for a, b in times)
    print(f"| {title} | {first:.2f} s | {second:.2f} s | {ratio:.2f} | {goal:.2f} |", flush=True)
    return ratio


def compare_cold(folder: Path, pages: int, runs: int) -> None:
    """A cold build with roles, and with plain words."""
    for name, sourced in (("sourced", True), ("plain", False)):
        write_book(folder / name, pages, count=pages * FACTS_PER_PAGE, sourced=sourced)

    def cold(name: str) -> float:
        out = f"build-{time.time_ns()}"
        return build(folder / name, out)

    def check() -> float:
        return run("sourced", "check", "--root", str(folder / "sourced"))

    pair(f"cold, {pages} pages / plain words", 1.10, runs, lambda: cold("sourced"), lambda: cold("plain"))
    pair(
        "the same, less what the check costs alone",
        1.10,
        runs,
        lambda: cold("sourced") - check(),
        lambda: cold("plain"),
    )


def compare_idle(folder: Path, runs: int) -> None:
    """A build with nothing to do."""
    for name in ("sourced", "plain"):
        build(folder / name)
    pair("idle / plain words", 1.05, runs, lambda: build(folder / "sourced"), lambda: build(folder / "plain"))


def compare_changed(folder: Path, pages: int, count: int, runs: int) -> None:
    """One changed fact, against an idle build and against one touched page of a plain book."""
    write_book(folder / "sourced", pages, count=count, sourced=True)
    write_book(folder / "plain", pages, count=count, sourced=False)
    for name in ("sourced", "plain"):
        build(folder / name)
    file = folder / "sourced/data/facts.yaml"
    wordings = itertools.cycle([(" runs for ", " goes on for "), (" goes on for ", " runs for ")])

    def changed() -> float:
        _write(file, file.read_text(encoding="utf-8").replace(*next(wordings), 1))
        return build(folder / "sourced")

    def touched(name: str) -> float:
        page = folder / name / "docs/page-1.md"
        _write(page, page.read_text(encoding="utf-8") + "\n")
        return build(folder / name)

    def idle() -> float:
        return build(folder / "sourced")

    title = f"one changed fact of {count:,}, {pages:,} pages"
    pair(f"{title} / idle", 1.20, runs, changed, idle)
    pair(f"{title} / one touched page of plain words", 1.20, runs, changed, lambda: touched("plain"))
    pair(
        "one touched page / one of plain words",
        1.20,
        runs,
        lambda: touched("sourced"),
        lambda: touched("plain"),
    )


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=100, help="pages of the cold and idle builds")
    parser.add_argument("--many-pages", type=int, default=1000, help="pages where one fact changes")
    parser.add_argument("--many-facts", type=int, default=2000, help="facts of the book of many pages")
    parser.add_argument("--runs", type=int, default=5, help="pairs of runs; the median counts")
    options = parser.parse_args()
    print("| build | this | that | ratio | goal |\n| --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare_cold(folder / "cold", options.pages, options.runs)
        compare_idle(folder / "cold", options.runs)
        compare_changed(folder / "many", options.many_pages, options.many_facts, options.runs)


if __name__ == "__main__":
    main()

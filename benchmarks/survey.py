"""An invented book, as large as a benchmark needs it."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FACTS_PER_PAGE = 20
KINDS = (
    *("north", "south", "east", "west", "upper", "lower", "inner", "outer"),
    *("old", "new", "long", "short", "high", "low", "wide", "narrow"),
)
PARTS = ("wall", "road", "stair", "ditch", "fence", "bridge", "tunnel", "path")


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
    write(root / "docs/index.md", f"# The survey\n\n```{{toctree}}\n{index}\n```\n")
    for number, part in enumerate(parts):
        listed = "\n".join(part)
        write(root / f"docs/part-{number}.md", f"# A part\n\n```{{toctree}}\n{listed}\n```\n")
    for name in names:
        own = list(itertools.islice(turns, FACTS_PER_PAGE))
        sentences = [fact.sentence(sourced=sourced) + (mark.role(fact) if mark else "") for fact in own]
        groups = ["\n".join(sentences[start : start + 5]) for start in range(0, FACTS_PER_PAGE, 5)]
        below = f"\n{mark.below(own)}\n" if mark else ""
        write(root / f"docs/{name}.md", "# A page\n\n" + "\n\n".join(groups) + "\n" + below)
    added = "sourced.sphinx" if sourced else mark.extension if mark else ""
    extensions = ["myst_parser", *([added] if added else [])]
    options = {"collapse_navbar": True, "navbar_persistent": [], "primary_sidebar_end": []}
    write(
        root / "conf.py",
        f"extensions = {extensions}\nhtml_theme = 'sphinx_book_theme'\nhtml_theme_options = {options}\n"
        "smartquotes = False\n" + (mark.conf if mark else ""),
    )
    write_data(root, known)
    return known


def write_data(root: Path, known: list[Fact]) -> None:
    """Write the data file and the one source."""
    source = "\n\n".join(fact.quotation for fact in known) + "\n"
    write(root / "seeds/survey.txt", source)
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    places = dict.fromkeys(fact.place for fact in known)
    properties = dict.fromkeys(fact.part for fact in known)
    write(
        root / "data/facts.yaml",
        f"sources:\n  survey: {{file: survey.txt, sha256: {sha256}, published: 2001-05-04}}\nnames:\n"
        + "".join(f"  {place.lower()}: {{kind: place, name: {place}}}\n" for place in places)
        + "properties:\n"
        + "".join(f"  {part.replace(' ', '-')}: {{title: {part}}}\n" for part in properties)
        + "facts:\n"
        + "".join(fact.entry for fact in known),
    )


def write(path: Path, *texts: str) -> None:
    """Write a file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(texts), encoding="utf-8")

"""Books made of a few facts, and a picture read back."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from math import cos, radians, sin
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from sourced.book.book import Book
from sourced.book.model import Evidence, Fact, Name, Property, Source
from sourced.book.yaml.tree import Tree
from sourced.chain.library import Library
from sourced.pictures.svg import Box
from sourced.pictures.widths import text_width

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {
    "rock": Name(kind="place", name="Tern Rock"),
    "port": Name(kind="place", name="Velmora"),
    "sound": Name(kind="place", name="Aske Sound", thread="sea"),
    "edda": Name(kind="person", name="Edda Coyle"),
    "osric": Name(kind="person", name="Osric Vane"),
    "league": Name(kind="group", name="Keepers’ League"),
    "board": Name(kind="group", name="Harbour Board"),
}
PROPERTIES = {
    "event": Property(title="Event", thread="land"),
    "father": Property(title="Father", relation="child of", single=True),
    "led-by": Property(title="Led by", relation="led by"),
    "member": Property(title="Member", relation="joined"),
    "fought": Property(title="Fought", relation="fought"),
    "met": Property(title="Met", relation="met"),
    "size": Property(title="Size", single=True),
}
SOURCES = ("gazette", "herald", "mail")


def fact(id_: str, **fields: object) -> Fact:
    """A fact with what each needs; ``source`` names its sources, whose words are its statement."""
    given = {
        "about": "rock",
        "property": "event",
        "statement": f"Of {id_} is told here.",
        "source": "gazette",
    } | fields
    sources = str(given.pop("source")).split()
    evidence = tuple(
        Evidence(source=each, exact=str(given["statement"])) for each in sources if each != "none"
    )
    return Fact(id=id_, evidence=evidence, **given)  # type: ignore[arg-type]  # fields of a fact


@pytest.fixture
def book_of() -> Callable[..., Book]:
    """Makes a book of facts; more names may be given, and other text for a source."""

    def make(*facts: Fact, names: dict[str, Name] | None = None, texts: dict[str, str] | None = None) -> Book:
        spoken = {
            source: "\n\n".join(e.exact for f in facts for e in f.evidence if e.source == source)
            for source in SOURCES
        } | (texts or {})
        return Book(
            root=Path(),
            sources={
                id_: Source(id=id_, file=f"{id_}.txt", sha256="0" * 64, label=f"the {id_}") for id_ in SOURCES
            },
            names={id_: replace(name, id=id_) for id_, name in (NAMES | (names or {})).items()},
            properties=PROPERTIES,
            facts={each.id: each for each in facts},
            texts=spoken,
            tree=Tree("", {}, array("I"), frozenset()),
        )

    return make


class Drawn:
    """A picture read back from its SVG, or from those of its parts, which stand below each other."""

    def __init__(self, svg: str | list[str]) -> None:
        self.parts = [svg] if isinstance(svg, str) else svg
        self.svg = "".join(self.parts)
        self.root = ElementTree.fromstring(f"<all>{self.svg}</all>")
        for group in self.root.iter(f"{SVG}g"):
            turn = group.get("transform", "")
            for text in group.iter(f"{SVG}text") if turn.startswith("rotate") else ():
                text.set("transform", turn)

    def all(self, name: str) -> list[ElementTree.Element]:
        """All elements of a name."""
        return list(self.root.iter(f"{SVG}{name}"))

    @property
    def texts(self) -> list[str]:
        """Every line of text."""
        return [each.text or "" for each in self.all("text")]

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [each.attrib["href"] for each in self.all("a")]

    @property
    def names(self) -> list[str]:
        """What its links are called."""
        return [each.get("aria-label") or each.findtext(f"{SVG}title", "") for each in self.all("a")]

    def holds(self) -> None:
        """What must be true of every picture."""
        ids = re.findall(r' id="([^"]*)"', self.svg)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"url\(#([^)]*)\)", self.svg)) <= set(ids)
        assert len(self.root) == len(self.parts)
        assert all(part.startswith("<svg xmlns=") for part in self.parts)
        for root in self.root:
            assert {root.attrib[f"aria-{name}"] for name in ("labelledby", "describedby")} <= set(ids)
            assert all(root.findtext(f"{SVG}{name}") for name in ("title", "desc"))
            for text in root.iter(f"{SVG}text"):
                for box in covered(text):
                    assert box.left >= -1, text.text
                    assert box.right <= float(root.attrib["width"]) + 1, text.text


def shared(one: Box, other: Box) -> float:
    """How much paper two boxes share."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across * down if across > 0 and down > 0 else 0.0


def covered(text: ElementTree.Element) -> list[Box]:
    """The paper that a line of text covers, as a row of boxes, turned or not."""
    size = float(text.attrib["font-size"])
    spaced = float(text.get("letter-spacing", "0")) * len(text.text or "")
    long = text_width(text.text or "", size, bold="font-weight" in text.attrib) + spaced
    start = -long * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")]
    x, y = float(text.attrib["x"]), float(text.attrib["y"]) - size * 0.34
    turn = re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", text.get("transform", ""))
    angle = radians(float(turn[1])) if turn else 0.0
    if turn:
        x, y = float(turn[2]), float(turn[3])
    count, half = max(round(long / size), 1), size * 0.45
    middles = [start + long * (part + 0.5) / count for part in range(count)]
    wide = half if turn else long / count / 2
    points = [(x + cos(angle) * along, y + sin(angle) * along) for along in middles]
    return [Box(a - wide, b - half, a + wide, b + half) for a, b in points]


@pytest.fixture
def library_of(book_of: Callable[..., Book]) -> Callable[..., Library]:
    """Makes the library of such a book."""

    def make(*facts: Fact, **more: object) -> Library:
        return Library(book_of(*facts, **more))

    return make


@pytest.fixture
def drawn() -> Callable[[str | list[str]], Drawn]:
    """Reads a picture back and holds it to what must be true of every one."""

    def read(svg: str | list[str]) -> Drawn:
        picture = Drawn(svg)
        picture.holds()
        return picture

    return read

"""What a part of a book came to when it was judged: all that anybody asks of it afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from .findings import Finding


class Unsure(Struct, frozen=True, array_like=True):
    """A unit that is not supported as it stands, and not refuted."""

    digest: str
    on: str
    """The day of its signature; empty if it waits for one."""
    kind: str
    text: str
    beyond: tuple[str, ...]
    """The words that go beyond the evidence."""
    line: int = 0
    """Its line on its page."""


class Stated(Struct, frozen=True, array_like=True):
    """How the statement of a fact was judged, and its words that go beyond the evidence."""

    verdict: str = "supported"
    beyond: tuple[str, ...] = ()


class Kept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a part came to: a page, a fact, or a few facts that stand in a row."""

    atoms: int = 0
    verdicts: dict[str, int] = {}
    """How many units there are of each verdict."""
    sentences: dict[str, int] = {}
    """The same of those that a reader calls sentences."""
    unsure: tuple[Unsure, ...] = ()
    stated: dict[str, Stated] = {}
    """Of facts, if it is anything else than supported as it stands."""
    elsewhere: dict[str, bool] = {}
    """Of properties, where it mattered: whether any of their facts tells what the title says."""
    findings: tuple[Finding, ...] = ()

    @property
    def days(self) -> Counter[str]:
        """How many units were signed on which day."""
        return Counter(each.on for each in self.unsure if each.on)

    def statement(self, fact: str) -> Stated:
        """How the statement of one of its facts was judged."""
        return self.stated.get(fact, Stated())

    def of(self, fact: str) -> Kept:
        """What is told of one of its facts; its figures are known only of all together."""
        found = tuple(finding for finding in self.findings if finding.fact == fact)
        stated = {fact: self.stated[fact]} if fact in self.stated else {}
        return Kept(stated=stated, findings=found) if found or stated else NOTHING


Entry = tuple[str, Kept]
"""The key that a part had, a digest of all that its verdicts rest on, and what it came to."""

NOTHING = Kept()
"""Of a part of which there is nothing to tell."""


def together(parts: Iterable[Kept]) -> Kept:
    """What several parts came to."""
    parts = list(parts)
    verdicts, sentences = Counter[str](), Counter[str]()
    for part in parts:
        verdicts.update(part.verdicts)
        sentences.update(part.sentences)
    return Kept(
        atoms=sum(part.atoms for part in parts),
        verdicts=dict(verdicts),
        sentences=dict(sentences),
        unsure=tuple(unit for part in parts for unit in part.unsure),
        stated={fact: stated for part in parts for fact, stated in part.stated.items()},
        elsewhere={name: told for part in parts for name, told in part.elsewhere.items()},
        findings=tuple(finding for part in parts for finding in part.findings),
    )

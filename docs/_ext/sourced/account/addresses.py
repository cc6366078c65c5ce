"""Permanent addresses inside the book: of facts, names, passages of sources, and disagreements."""

from __future__ import annotations

import re
from typing import NamedTuple

FACTS, NAMES, DIFFERENCES, VERDICTS, SHARED = "facts", "names", "differences", "verdicts", "shared"
"""What a page can be the home of, besides a source."""


class Address(NamedTuple):
    """Where something is told: on the page that is the home of what, and at which place of it."""

    home: str
    anchor: str = ""


def fact_address(fact: str) -> Address:
    """Where the table of all facts has a fact."""
    return Address(FACTS, f"fact-{fact}")


def name_address(name: str) -> Address:
    """Where the table of names has a name."""
    return Address(NAMES, f"name-{name}")


def subject_address(name: str) -> Address:
    """Where the list of all facts has those about a name."""
    return Address(FACTS, f"about-{name}")


def source_address(source: str) -> Address:
    """The page of a source."""
    return Address(f"source {source}")


def passage_address(source: str, start: int) -> Address:
    """Where a source's page has the quotation that begins at character ``start`` of its file.

    A source never changes, so neither does this.
    """
    return Address(f"source {source}", f"passage-{source}-{start}")


def disagreement_address(about: str, kind: str) -> Address:
    """Where the disagreement on a property of a subject is told."""
    return Address(DIFFERENCES, f"differ-{about}-{kind}")


def shared_address(*sources: str) -> Address:
    """Where what two sources share stands side by side; of more or fewer, the list of all such pairs."""
    return Address(SHARED, f"shared-{'-'.join(sorted(sources))}" if len(sources) == 2 else "")


def heading_anchor(title: str) -> str:
    """Where a heading that a page's author gives to a part stands."""
    return "-".join(re.findall(r"\w+", title.lower()))


def own_anchor(docname: str) -> str:
    """Where the editors' own sentences of a page are listed."""
    return f"own-{docname.replace('/', '-')}"


def reviewed_address(docname: str) -> Address:
    """The list of what was reviewed on a page."""
    return Address("checked reviewed", reviewed_anchor(docname))


def reviewed_anchor(docname: str) -> str:
    """Where what was reviewed on a page is listed."""
    return f"reviewed-{docname.replace('/', '-')}"

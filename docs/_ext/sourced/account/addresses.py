"""Permanent addresses inside the book: of facts, names, passages of sources, and disagreements."""

from __future__ import annotations

import re


def fact_anchor(fact: str) -> str:
    """Where the table of all facts has a fact."""
    return f"fact-{fact}"


def name_anchor(name: str) -> str:
    """Where the table of names has a name."""
    return f"name-{name}"


def subject_anchor(name: str) -> str:
    """Where the list of all facts has those about a name."""
    return f"about-{name}"


def heading_anchor(title: str) -> str:
    """Where a heading that a page's author gives to a part stands."""
    return "-".join(re.findall(r"\w+", title.lower()))


def passage_anchor(source: str, start: int) -> str:
    """Where a source's page has the quotation that begins at character ``start`` of its file.

    A source never changes, so neither does this.
    """
    return f"passage-{source}-{start}"


def disagreement_anchor(about: str, kind: str) -> str:
    """Where the disagreement on a property of a subject is told."""
    return f"differ-{about}-{kind}"


def own_anchor(docname: str) -> str:
    """Where the editors' own sentences of a page are listed."""
    return f"own-{docname.replace('/', '-')}"


def reviewed_anchor(docname: str) -> str:
    """Where what was reviewed on a page is listed."""
    return f"reviewed-{docname.replace('/', '-')}"

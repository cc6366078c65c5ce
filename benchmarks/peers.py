"""The pages of ``build.py`` with the same words and other ways to say what they rest on.

Footnotes by hand check nothing; sphinx-needs and sphinxcontrib-bibtex are measured where they are installed.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from survey import Fact, Mark, write_book


def _footnote(fact: Fact) -> str:
    return f"[^{fact.id}]"


def _footnotes(facts: list[Fact]) -> str:
    return "\n".join(f"[^{fact.id}]: “{fact.quotation}” (the survey)" for fact in facts)


def _need(fact: Fact) -> str:
    return f" {{need}}`{_need_id(fact)}`"


def _need_id(fact: Fact) -> str:
    return fact.id.upper().replace("-", "_")


def _needs(facts: list[Fact]) -> str:
    return "\n\n".join(
        f"```{{need}} {fact.quotation}\n:id: {_need_id(fact)}\n\n{fact.quotation}\n```" for fact in facts
    )


def _cite(fact: Fact) -> str:
    return f" {{cite}}`{fact.id}`"


def _bibliography(facts: list[Fact]) -> str:
    return "```{bibliography}\n:filter: docname in docnames\n```"


FOOTNOTES = Mark(extension="", role=_footnote, below=_footnotes)
NEEDS = Mark(extension="sphinx_needs", role=_need, below=_needs)
BIBTEX = Mark(
    extension="sphinxcontrib.bibtex",
    role=_cite,
    below=_bibliography,
    conf="bibtex_bibfiles = ['facts.bib']\n"
    "suppress_warnings = ['bibtex.duplicate_citation', 'bibtex.duplicate_label']\n",
)


def installed() -> dict[str, Mark]:
    """The peers that can be measured here."""
    found = {"footnotes by hand": FOOTNOTES}
    if find_spec("sphinx_needs"):
        found["sphinx-needs"] = NEEDS
    if find_spec("sphinxcontrib") and find_spec("sphinxcontrib.bibtex"):
        found["sphinxcontrib-bibtex"] = BIBTEX
    return found


def write_peer(root: Path, pages: int, *, count: int, mark: Mark) -> None:
    """Write the book as a peer has it."""
    known = write_book(root, pages, count=count, mark=mark)
    if mark is BIBTEX:
        entries = [f"@misc{{{fact.id}, title = {{{fact.quotation}}}, year = {{2001}}}}" for fact in known]
        (root / "facts.bib").write_text("\n\n".join(entries) + "\n", encoding="utf-8")

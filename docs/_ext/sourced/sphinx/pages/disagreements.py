"""``{disagreements}``: where the sources differ, found from the data, the positions side by side.

``{disagreements} contradiction`` (or ``time``, ``precision``, ``wording``)
prints those of one kind; without a kind it prints a table that leads to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from .building import Column, items, paragraph, quotation, row, section, span, table
from .links import Links, joined
from .parts import PartDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ...core.disagreements import Disagreement
    from ...core.model import Evidence, Fact
    from ..content import Quoted

KINDS = {
    "contradiction": "contradiction",
    "time": "known at different times",
    "precision": "more and less exact",
    "wording": "other words",
}
"""Each kind of difference in plain English."""

OVERVIEW = (
    Column("About", 24, "sourced-subject"),
    Column("What", 26, "sourced-property"),
    Column("Told as", 34, "sourced-value"),
    Column("Kind", 16, "sourced-kind"),
)


class DisagreementsDirective(PartDirective):
    """Prints the differences of one kind, or an overview of all."""

    optional_arguments = 1
    home: ClassVar[str] = "differences"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """The overview, or a section for each difference."""
        from ...core.disagreements import disagreements

        found = disagreements(links.library)
        if not argument:
            return (
                [table(OVERVIEW, (_summary(each, links) for each in found), "sourced-overview")]
                if found
                else []
            )
        if argument not in KINDS:
            links.warn(
                "kind-unknown", f"there is no kind of difference “{argument}”; there are {', '.join(KINDS)}"
            )
        shown = [_section(each, links) for each in found if each.kind == argument]
        return [*shown] or [paragraph("There is none of this kind.")]


def _title(found: Disagreement, links: Links) -> tuple[str, str]:
    from ...core.facttable import name_of

    return name_of(links.book, found.about), links.book.properties[found.property].title


def _summary(found: Disagreement, links: Links) -> nodes.row:
    from ...core.anchors import disagreement_anchor
    from ...core.display import show_value

    about, what = _title(found, links)
    values = [show_value(links.book, position[0]) for position in found.positions]
    place = links.here(disagreement_anchor(found.about, found.property), what)
    return row(OVERVIEW, [capital(about), place, "; ".join(values), KINDS[found.kind]])


def capital(words: str) -> str:
    """Words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def _section(found: Disagreement, links: Links) -> nodes.section:
    from ...core.anchors import disagreement_anchor

    about, what = _title(found, links)
    cards = items((list(_position(position, links)) for position in found.positions), "sourced-positions")
    title = f"{capital(about)}: {what}"
    return section(
        disagreement_anchor(found.about, found.property),
        title,
        cards,
        items(_remarks(found, links), "sourced-remarks"),
        classes=["sourced-difference", f"sourced-{found.kind}"],
    )


def _position(facts: tuple[Fact, ...], links: Links) -> Iterator[nodes.Node]:
    from ...core.display import show_value

    yield paragraph(nodes.strong("", capital(show_value(links.book, facts[0]))), classes=["sourced-position"])
    for fact in facts:
        note = links.domain.input.notes.note(fact.id)
        says = span(_said(fact, links), "sourced-who")
        yield paragraph(links.fact(fact.id, fact.statement), says, classes=["sourced-statement"])
        evidence = [each for each in fact.evidence if each.source in links.book.sources]
        for each, quoted in zip(evidence, note.quotations, strict=True):
            yield _quotation(each, quoted, links)


def _said(fact: Fact, links: Links) -> str:
    """Who says so, and as of when."""
    from ...core.facttable import brief_date, name_of

    by = f"said by {name_of(links.book, fact.by)}" if fact.by else ""
    as_of = f"as of {brief_date(fact.as_of)}" if fact.as_of else ""
    said = ", ".join(part for part in (by, as_of) if part)
    return f" {capital(said)}." if said else ""


def _quotation(evidence: Evidence, quoted: Quoted, links: Links) -> nodes.block_quote:
    from ...core.quotations import Match

    match = links.library.locate(evidence)
    words = quotation(quoted.words)
    linked = (
        links.passage(evidence.source, match.start, quoted.source)
        if isinstance(match, Match)
        else quoted.source
    )
    quote = nodes.block_quote("", paragraph(words), classes=["sourced-quotation"])
    quote += paragraph(linked, _place(evidence.source, quoted, links), classes=["sourced-source"])
    if quoted.reading:
        quote += paragraph(quoted.reading, classes=["sourced-reading"])
    return quote


def _place(source: str, quoted: Quoted, links: Links) -> str:
    from ...core.facttable import brief_date

    published = links.book.sources[source].published
    date = f", {brief_date(published)}" if published else ""
    inferred = " (inferred)" if date and quoted.inferred else ""
    line = f", line\N{NO-BREAK SPACE}{quoted.line}" if quoted.line else ""
    return f"{date}{inferred}{line}"


def _remarks(found: Disagreement, links: Links) -> Iterator[list[nodes.Node]]:
    says = links.book.properties[found.property].says.get(found.about)
    if says:
        yield [paragraph(nodes.strong("", "What the book says: "), says)]
    yield [paragraph(nodes.strong("", "Who is independent: "), *_independence(found, links))]
    uses = links.uses()
    pages = list(dict.fromkeys(page for p in found.positions for fact in p for page in uses.get(fact.id, [])))
    if pages:
        yield [paragraph(nodes.strong("", "Told in: "), links.pages(pages), ".")]


def _independence(found: Disagreement, links: Links) -> Iterator[list[nodes.Node] | str]:
    from ...core.independence import independent

    groups = independent(links.library, [fact for position in found.positions for fact in position])
    together = [group for group in groups if len(group) > 1]
    alone = [source for group in groups if len(group) == 1 for source in group]
    if not together:
        yield (
            "Only one source speaks of this."
            if len(alone) == 1
            else "No two of these sources share the passage."
        )
        return
    for group in together:
        yield _listed(group, links)
        yield " share wording in these passages and count as one voice. "
    if alone:
        yield _listed(alone, links)
        yield " stands apart." if len(alone) == 1 else " each stand apart."


def _listed(sources: list[str], links: Links) -> list[nodes.Node]:
    """The labels of sources, in the order of the data file: ``A, B and C``."""
    ids = [id_ for id_ in links.book.sources if id_ in sources]
    shown = [links.source(id_, inside=number > 0) for number, id_ in enumerate(ids)]
    if len(shown) < 2:
        return shown
    return [*joined(shown[:-1]), nodes.Text(" and "), shown[-1]]


def setup_disagreements(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("disagreements", DisagreementsDirective)

"""``{disagreements}``: where the sources differ, found from the data, the positions side by side.

``{disagreements} contradiction`` (or ``time``, ``precision``, ``wording``)
prints those of one kind; without a kind it prints all. Each is one line until it is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes

from ....account.addresses import disagreement_address
from ....account.facts import brief_date
from ....book.model import Fact
from ....chain.disagreements import Disagreement, disagreements
from ....chain.display import show_value
from ....chain.sharing.independence import independent
from ....chain.sides import sides
from ....english.phrases import capital
from ..building import items, paragraph, span
from .folds import fold
from .links import Links, separated
from .parts import PartDirective

KINDS = ("contradiction", "time", "precision", "wording")
AGAINST = " ↔ "
STRAIGHT = re.compile('"([^"]*)"')
ALONGSIDE = "; "
"""Between answers that agree with each other, as far as the build can tell."""


class DisagreementsDirective(PartDirective):
    """Prints the differences, or those of one kind."""

    optional_arguments = 1
    home: ClassVar[str] = "differences"

    @classmethod
    def fill(cls, argument: str, links: Links) -> list[nodes.Node]:
        """A fold for each difference."""
        if argument and argument not in KINDS:
            links.warn(
                "kind-unknown", f"there is no kind of difference “{argument}”; there are {', '.join(KINDS)}"
            )
        found = disagreements(links.library)
        shown = [_difference(each, links) for each in found if argument in ("", each.kind)]
        return [*shown] or [paragraph("There is none of this kind.")]


def _title(found: Disagreement, links: Links) -> tuple[str, str]:
    return links.book.name_of(found.about), links.book.properties[found.property].title


def _value(fact: Fact, links: Links) -> str:
    """As it is printed, with the quotation marks of all that stands around it."""
    return STRAIGHT.sub(r"“\1”", show_value(links.book, fact))


def _difference(found: Disagreement, links: Links) -> nodes.Element:

    about, what = _title(found, links)
    parted = sides(links.library, found)
    values = AGAINST.join(ALONGSIDE.join(_value(position[0], links) for position in side) for side in parted)
    cards = items((list(_position(each, links)) for side in parted for each in side), "sourced-positions")
    return fold(
        links,
        disagreement_address(found.about, found.property).anchor,
        f"{what} ({about})",
        span(values, "sourced-values"),
        cards,
        items(_remarks(found, links), "sourced-remarks"),
        classes=["sourced-difference"],
    )


def _position(facts: tuple[Fact, ...], links: Links) -> Iterator[nodes.Node]:

    yield paragraph(nodes.strong("", capital(_value(facts[0], links))), classes=["sourced-position"])
    for fact in facts:
        says = span(_said(fact, links), "sourced-who")
        yield paragraph(links.fact(fact.id, fact.statement), says, classes=["sourced-statement"])
        yield from links.quotations(fact.id)


def _said(fact: Fact, links: Links) -> str:
    """Who says so, and as of when."""
    by = f"said by {links.book.name_of(fact.by)}" if fact.by else ""
    as_of = f"as of {brief_date(fact.as_of)}" if fact.as_of else ""
    said = ", ".join(part for part in (by, as_of) if part)
    return f" {capital(said)}." if said else ""


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

    groups = [group for facts in _agreeing(found) for group in independent(links.library, facts)]
    together = [group for group in groups if len(group) > 1]
    heard = {source for group in together for source in group}
    alone = [*dict.fromkeys(source for group in groups for source in group if source not in heard)]
    if not together:
        yield (
            "Only one source speaks of this."
            if len(alone) == 1
            else "Each of these sources is a voice of its own here."
        )
        return
    for group in together:
        yield _listed(group, links)
        yield [
            nodes.Text(" "),
            links.shared("share wording", *group),
            nodes.Text(f" {_counted(group, found)}. "),
        ]
    if alone:
        yield _listed(alone, links)
        yield " stands apart." if len(alone) == 1 else " each stand apart."


def _agreeing(found: Disagreement) -> Iterator[list[Fact]]:
    """Facts that do not gainsay each other: among these one voice is counted once, but not across them."""
    if found.kind in ("precision", "wording"):
        yield [fact for position in found.positions for fact in position]
    else:
        yield from map(list, found.positions)


def _counted(group: list[str], found: Disagreement) -> str:
    """How sources that share wording count, who may be of one position or of several."""
    sides = [{each.source for fact in position for each in fact.evidence} for position in found.positions]
    together = any(side.issuperset(group) for side in sides)
    return "and count as one voice" if together else "and count as one voice where they agree"


def _listed(sources: list[str], links: Links) -> list[nodes.Node]:
    """The labels of sources, the earliest first: ``A, B and C``."""
    ids = [id_ for id_ in links.sources if id_ in sources]
    shown = [links.source(id_, inside=number > 0) for number, id_ in enumerate(ids)]
    if len(shown) < 2:
        return shown
    return [*separated(shown[:-1]), nodes.Text(" and "), shown[-1]]

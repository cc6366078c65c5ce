"""Quotations printed as such: a role inside a sentence, and a directive that sets one apart."""

from __future__ import annotations

from docutils import nodes
from docutils.nodes import Node
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..building import made
from ..domain import sourced_domain
from .marks import Mark, Parsed, SourcedRole

AS_IT_STANDS = {"support_smartquotes": False}
"""Sphinx gives other quotation marks and dashes to all words but those of such nodes."""


class QuoteRole(SourcedRole):
    """``{quote}`id``` prints a quotation in quotation marks; its sentence names the speaker."""

    def run(self) -> Parsed:
        """Print the quotation and the sign of its note."""
        target = self.text.strip()
        mark = self.mark(target)
        words = self.domain.input.display("quote", target)
        if not words:
            return [self.unknown(target)], []
        quote = nodes.inline(self.rawtext, words, classes=["sourced-quote"], **AS_IT_STANDS)
        return [self.placed(quote), mark], []


class QuoteDirective(SphinxDirective):
    """The same as a block, with who said it and where it was published."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[Node]:
        """Print the block."""
        domain = sourced_domain(self.env)
        target = " ".join(self.arguments[0].split())
        domain.page(self.env.docname).facts[target] = domain.input.digests.fact(target)
        words = domain.input.display("quote", target)
        if not words:
            unknown = made(nodes.inline("", f"[?{target}]", classes=["sourced-unknown"]))
            return [self._placed(nodes.paragraph("", "", unknown))]
        note = domain.input.notes.note(target)
        sources = domain.input.book.sources
        where = [
            f"in {sources[each.source_id].shown}" if note.by else each.source for each in note.quotations[:1]
        ]
        who = ", ".join([note.by] * bool(note.by) + where)
        attribution = made(nodes.attribution("", who, self._placed(Mark("", "", fact=target))))
        quote = nodes.block_quote(
            "", nodes.paragraph("", words, **AS_IT_STANDS), attribution, classes=["sourced-block"]
        )
        return [self._placed(quote)]

    def _placed(self, node: nodes.Element) -> nodes.Element:
        self.set_source_info(node)
        return node


def setup_quotes(app: Sphinx) -> None:
    """Register the role and the directive."""
    app.add_role("quote", QuoteRole())
    app.add_directive("quote", QuoteDirective)

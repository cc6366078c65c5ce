"""Names in the text: the role that prints one says who is meant, and leads to the table of names."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from ..core.anchors import name_anchor
from .homes import home_of
from .marks import Parsed, SourcedRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class Who(nodes.Inline, nodes.TextElement):
    """Words that name someone or something: ``name`` is its ID, ``about`` what a card tells of it.

    ``refuri`` leads to its row in the table of names, where the book has one.
    """


class NameRole(SourcedRole):
    """``{name}`Ames <berit-ames>``` prints words and says who is meant."""

    def run(self) -> Parsed:
        """Print the words, or the name."""
        words, target = self.words_and_target()
        input_ = self.domain.input
        self.domain.page(self.env.docname).names[target] = input_.digests.name(target)
        name = input_.book.names.get(target)
        if name is None:
            return [self.unknown(target)], []
        about = {"name": name.name, "kind": name.kind, "about": name.about, "also": ", ".join(name.also)}
        shown = words or input_.display("name", target) or target
        return [self.placed(Who(self.rawtext, shown, name=target, about=about, classes=["sourced-name"]))], []


class LinkNames(SphinxPostTransform):
    """Link each name to the table of names; where no page has it, leave plain words."""

    default_priority = 10

    def run(self, **_kwargs: Any) -> None:
        """Link them."""
        if not (found := list(self.document.findall(Who))):
            return
        home = home_of(self.env, "names")
        builder = self.env._app.builder
        for who in found:
            if home is None:
                who.replace_self(nodes.inline("", "", *who.children, classes=who["classes"]))
                continue
            anchor = name_anchor(who["name"])
            link = make_refnode(builder, self.env.docname, home, anchor, who.children)
            if builder.format == "html" and builder.name != "epub":
                who["refuri"] = link.get("refuri") or f"#{link['refid']}"
            else:
                who.replace_self(link)


def visit_who(self: HTML5Translator, node: Who) -> None:
    """Open a link that carries what a card tells."""
    about = "".join(f' data-{key}="{escape(value)}"' for key, value in node["about"].items() if value)
    self.body.append(f'<a class="sourced-name" href="{escape(node["refuri"])}"{about}>')


def depart_who(self: HTML5Translator, _node: Who) -> None:
    """Close the link."""
    self.body.append("</a>")


def setup_whois(app: Sphinx) -> None:
    """Register the role and the node that it leaves."""
    app.add_node(Who, html=(visit_who, depart_who))
    app.add_role("name", NameRole())
    app.add_post_transform(LinkNames)

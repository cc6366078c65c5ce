"""``{data-file}`facts.json```: the name of a file of data, and the way to it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.nodes import Node, system_message
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole
from sphinx.util.osutil import relative_uri

from ..builders import is_site
from ..domain import sourced_domain


class DataFile(nodes.literal):
    """The name of a file; ``docname`` is the page that names it."""


class DataFileRole(SphinxRole):
    """Prints the name."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Leave the name; whether it can be a link is known when the page is written."""
        return [DataFile(self.rawtext, self.text, docname=self.env.docname)], []


class LinkDataFiles(SphinxPostTransform):
    """Make links of the names; an e-book and paper have no such files beside them."""

    default_priority = 5

    def run(self, **_kwargs: Any) -> None:
        """Replace the nodes."""
        builder = sourced_domain(self.env).builder
        for file in list(self.document.findall(DataFile)):
            name = nodes.literal("", file.astext())
            if is_site(builder):
                address = relative_uri(builder.get_target_uri(file["docname"]), file.astext())
                file.replace_self(nodes.reference("", "", name, refuri=address, internal=True))
            else:
                file.replace_self(name)


def setup_data_files(app: Sphinx) -> None:
    """Register the role."""
    app.add_node(DataFile)
    app.add_role("data-file", DataFileRole())
    app.add_post_transform(LinkDataFiles)

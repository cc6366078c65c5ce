"""Pages that the build makes out of the data: differences, sources, facts, names, the book's own account."""

from __future__ import annotations

from sphinx.application import Sphinx

from .chapters import ChaptersDirective
from .checked import CheckedDirective, FiguresDirective
from .codes import CodesDirective
from .datafiles import setup_data_files
from .disagreements import DisagreementsDirective
from .facts import FactsTableDirective
from .fields import FieldsDirective
from .folds import setup_folds
from .grouped import setup_grouped
from .index import IndexNames
from .names import NamesTableDirective
from .parts import setup_parts
from .passages import PassagesDirective
from .sharing import SharedPassagesDirective, setup_sharing
from .sources import SharedDirective, SourceDirective, SourcesTableDirective

DIRECTIVES = {
    "chapters": ChaptersDirective,
    "checked": CheckedDirective,
    "codes": CodesDirective,
    "disagreements": DisagreementsDirective,
    "facts-table": FactsTableDirective,
    "fields": FieldsDirective,
    "figures": FiguresDirective,
    "names-table": NamesTableDirective,
    "shared-passages": SharedPassagesDirective,
    "source": SourceDirective,
    "source-passages": PassagesDirective,
    "source-shared": SharedDirective,
    "sources-table": SourcesTableDirective,
}


def setup_pages(app: Sphinx) -> None:
    """Register every generated part."""
    setup_parts(app)
    setup_folds(app)
    setup_grouped(app)
    setup_sharing(app)
    setup_data_files(app)
    app.add_transform(IndexNames)
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)

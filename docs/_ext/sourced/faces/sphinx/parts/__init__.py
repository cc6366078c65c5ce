"""Pages that the build makes out of the data: differences, sources, facts, names, the book's own account."""

from __future__ import annotations

from sphinx.application import Sphinx

from .chapters import setup_chapters
from .checked import setup_checked
from .datafiles import setup_data_files
from .disagreements import setup_disagreements
from .facts import setup_facts
from .fields import setup_fields
from .folds import setup_folds
from .grouped import setup_grouped
from .index import setup_index
from .names import setup_names
from .parts import setup_parts
from .passages import setup_passages
from .sharing import setup_sharing
from .sources import setup_sources


def setup_pages(app: Sphinx) -> None:
    """Register every generated part."""
    setup_parts(app)
    setup_folds(app)
    setup_grouped(app)
    setup_disagreements(app)
    setup_sources(app)
    setup_passages(app)
    setup_sharing(app)
    setup_facts(app)
    setup_names(app)
    setup_checked(app)
    setup_chapters(app)
    setup_index(app)
    setup_data_files(app)
    setup_fields(app)

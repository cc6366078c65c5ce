"""What the extension consists of, feature by feature."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from ...book.findings import InputError
from ...book.loading import find_root
from ...book.pagefiles import inner_folders
from ...book.settings import load_settings
from .changed.changes import setup_changes
from .collecting import setup_collecting
from .domain import setup_domain
from .evidence.cards import setup_cards
from .evidence.heads import setup_heads
from .evidence.marks import setup_marks
from .evidence.notes import setup_notes
from .evidence.quotes import setup_quotes
from .evidence.waiting import setup_waiting
from .evidence.whois import setup_whois
from .footnotes import setup_footnotes
from .house.directive import setup_house
from .keeping import setup_keeping
from .naming import setup_naming
from .parts import setup_pages
from .parts.codes import setup_codes
from .pictures.directives import setup_pictures
from .pictures.timelines import setup_timelines
from .searching.landing import setup_landing
from .searching.search import setup_search
from .shown import setup_shown

STATIC = Path(__file__).parent / "static"


def setup_sourced(app: Sphinx) -> None:
    """Register every feature of the extension."""
    setup_collecting(app)
    setup_naming(app)
    setup_keeping(app)
    setup_domain(app)
    setup_changes(app)
    setup_marks(app)
    setup_quotes(app)
    setup_whois(app)
    setup_notes(app)
    setup_heads(app)
    setup_footnotes(app)
    setup_waiting(app)
    setup_cards(app)
    setup_codes(app)
    setup_pages(app)
    setup_house(app)
    setup_pictures(app)
    setup_timelines(app)
    setup_search(app)
    setup_landing(app)
    setup_shown(app)
    setup_style(app)
    app.connect("config-inited", refuse_silence)
    app.connect("config-inited", leave_out_inner)


def setup_style(app: Sphinx) -> None:
    """Ship the extension's own style sheet, so that every book gets it."""
    app.connect("builder-inited", lambda app: app.config.html_static_path.append(str(STATIC)))
    app.add_css_file("sourced.css")


def leave_out_inner(app: Sphinx, config: Config) -> None:
    """Make no pages of sources and data where they lie among the pages."""
    with suppress(InputError):  # told when the book is read
        settings = load_settings(find_root(app.srcdir))
        config.exclude_patterns = [*config.exclude_patterns, *inner_folders(settings)]


def refuse_silence(_app: Sphinx, config: Config) -> None:
    """Refuse to hide findings wholesale: a doubt is answered where it stands, by a signature."""
    hidden = [name for name in config.suppress_warnings if name.split(".")[0] == "sourced"]
    if hidden:
        raise ConfigError(
            f"suppress_warnings may not name {', '.join(hidden)}: mend what they name, "
            "or set it beside its evidence and sign it (`sourced review`)."
        )

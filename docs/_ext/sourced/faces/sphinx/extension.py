"""What the extension consists of, feature by feature."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from ...book.findings import InputError
from ...book.pagefiles import inner_folders
from ...book.settings import find_root, load_settings
from .changed.changes import setup_changes
from .domain import setup_domain
from .keeping import setup_keeping
from .naming import say_no_placeholder
from .starting.collecting import setup_collecting
from .starting.late import Late
from .starting.spread import setup_spread

STATIC = Path(__file__).parent / "static"


def setup_sourced(app: Sphinx) -> None:
    """Register what every build needs, and what brings the rest when there is anything to do."""
    setup_collecting(app)
    app.connect("config-inited", say_no_placeholder, priority=1)  # before anybody asks for the title
    setup_keeping(app, Late(app))
    setup_domain(app)
    setup_changes(app)
    setup_spread(app)
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

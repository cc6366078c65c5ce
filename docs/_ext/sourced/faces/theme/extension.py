"""What the lean form of the theme consists of."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from .assets import setup_assets
from .ebook import setup_ebook
from .folding import setup_folding
from .frame.context import setup_context
from .frame.icons import setup_icons
from .frame.options import refuse, set_defaults
from .frame.sidenotes import setup_sidenotes, take_option
from .frame.trimming import setup_trimming
from .head import setup_head
from .paper import setup_paper
from .scrolling import setup_scrolling
from .searching import setup_searching
from .sitemap import setup_sitemap
from .unthemed import setup_unthemed

HERE = Path(__file__).parent
THEME, OURS = "sphinx_book_theme", "sourced_book_theme"
"""The theme that a book asks for, and ours, which inherits from it."""


def setup_theme(app: Sphinx) -> None:
    """Register every part."""
    app.add_html_theme(OURS, HERE / "templates")
    app.connect("config-inited", use_theme)
    setup_assets(app)
    setup_context(app)
    setup_head(app)
    setup_icons(app)
    setup_ebook(app)
    setup_folding(app)
    setup_paper(app)
    setup_scrolling(app)
    setup_searching(app)
    setup_sidenotes(app)
    setup_sitemap(app)
    setup_trimming(app)
    setup_unthemed(app)


def use_theme(app: Sphinx, config: Config) -> None:
    """Let our frame go before that of the theme it inherits from, and the author's templates before both."""
    if config.html_theme != THEME:
        raise ConfigError(
            f"sourced.theme is written for html_theme = {THEME!r}, not for {config.html_theme!r}. "
            "Set that theme, or take sourced.theme out of the extensions."
        )
    config.html_theme = OURS
    # A new list: the default one is shared by every build in the process. The theme adds its own after ours.
    config.templates_path = [*config.templates_path, str(HERE / "components")]
    refuse(config)
    set_defaults(config)
    take_option(app, config)

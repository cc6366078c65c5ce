"""What the lean form of the theme consists of."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from .assets import add_own, keep_needed, ship_needed
from .ebook import setup_ebook
from .folding import setup_folding
from .frame.context import add_parts
from .frame.icons import add_filter
from .frame.options import refuse, set_defaults
from .frame.sidenotes import Sidenote, depart_sidenote, take_option, visit_sidenote
from .frame.trimming import link_parts, write_parts
from .head import describe
from .paper import setup_paper
from .scrolling import setup_scrolling
from .searching import leave_out_index, search_page
from .sitemap import write_sitemap
from .unthemed import let_go

HERE = Path(__file__).parent
THEME, OURS = "sphinx_book_theme", "sourced_book_theme"
"""The theme that a book asks for, and ours, which inherits from it."""


def setup_theme(app: Sphinx) -> None:
    """Register every part."""
    app.add_html_theme(OURS, HERE / "templates")
    app.connect("config-inited", use_theme)
    app.add_node(Sidenote, html=(visit_sidenote, depart_sidenote))
    setup_folding(app)
    setup_paper(app)
    setup_scrolling(app)
    _connect(app)


def _connect(app: Sphinx) -> None:
    """Connect to Sphinx's events; late where pages end, as themes and extensions add to each as well."""
    app.connect("builder-inited", add_own)
    app.connect("builder-inited", add_filter)
    app.connect("html-page-context", add_parts, priority=100)
    app.connect("html-page-context", describe)
    setup_ebook(app)
    app.connect("builder-inited", leave_out_index)
    app.connect("builder-inited", let_go)
    app.connect("html-collect-pages", search_page)
    app.connect("html-page-context", link_parts, priority=890)
    app.connect("html-page-context", keep_needed, priority=900)
    app.connect("build-finished", write_sitemap)
    app.connect("build-finished", write_parts, priority=890)
    app.connect("build-finished", ship_needed, priority=900)


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

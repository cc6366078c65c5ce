"""What the lean form of the theme consists of."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from .assets import setup_assets
from .ebook import setup_ebook
from .folding import setup_folding
from .head import setup_head
from .paper import setup_paper
from .scrolling import setup_scrolling
from .searching import setup_searching
from .sitemap import setup_sitemap
from .unthemed import setup_unthemed

HERE = Path(__file__).parent
THEME = "sphinx_book_theme"

UNUSED_PARTS = (
    *("article_header_start", "article_header_end", "article_footer_items", "content_footer_items"),
    *("navbar_start", "navbar_center", "navbar_end", "navbar_persistent", "primary_sidebar_end"),
    *("footer_start", "footer_center", "footer_end", "footer_content_items", "secondary_sidebar_items"),
)
"""Where the theme would put its own parts: it renders each for every page, even where no template asks."""


def setup_theme(app: Sphinx) -> None:
    """Register every part."""
    app.connect("config-inited", use_templates)
    setup_assets(app)
    setup_head(app)
    setup_ebook(app)
    setup_folding(app)
    setup_paper(app)
    setup_scrolling(app)
    setup_searching(app)
    setup_sitemap(app)
    setup_unthemed(app)


def use_templates(_app: Sphinx, config: Config) -> None:
    """Let our templates go before those of the theme that they are written for."""
    if config.html_theme != THEME:
        raise ConfigError(
            f"sourced.theme is written for html_theme = {THEME!r}, not for {config.html_theme!r}. "
            "Set that theme, or take sourced.theme out of the extensions."
        )
    # A new list: the default one is shared by every build in the process.
    config.templates_path = [str(HERE / "templates"), *config.templates_path]
    config.html_theme_options = config.html_theme_options | {part: [] for part in UNUSED_PARTS}
    config.html_sidebars = {"**": []}

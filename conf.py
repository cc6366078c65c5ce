"""The book's Sphinx configuration; the sources are in docs/ (``sphinx-build -c . docs build/html``)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "docs" / "_ext"))

project = "The Panjshir Valley"
author = "The editors of this book"
copyright = "the editors of this book; text under CC BY 4.0"  # noqa: A001  the name is Sphinx's
language = "en"
version = release = "0.1"

extensions = ["myst_parser", "sourced.sphinx", "sourced.theme"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_ext", "_build", "LICENSE"]
nitpicky = True
smartquotes = False  # they would alter quotations
show_warning_types = True

html_theme = "sphinx_book_theme"
html_title = project
html_short_title = project
html_theme_options = {
    "toc_title": "On this page",
    "secondary_sidebar_items": {"**": ["page-toc"], "index": []},  # the first page shows where everything is
    "search_bar_text": "Search",
    "collapse_navbar": True,
    "use_download_button": False,  # the data and the sources of the pages are in the project
    "use_fullscreen_button": False,
    "back_to_top_button": False,
    "footer_content_items": ["copyright", "last-updated", "extra-footer"],
}
html_favicon = "docs/_static/favicon.svg"
# At the foot of each page: a page of the book, or an address, and its words.
html_context = {
    "footer_links": [
        ("https://creativecommons.org/licenses/by/4.0/", "The licence"),
        ("reference/data", "Download the data"),
        ("checked", "How this book is checked"),
    ]
}
html_static_path = ["docs/_static"]
# Where the book will be read, if the host says so: then links to it can be whole, and a sitemap made.
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # read from disk, pages cannot be fetched for summaries
html_last_updated_fmt = None  # the same input gives the same bytes

epub_basename = "panjshir-valley"
epub_identifier = epub_uid = "panjshir-valley"
epub_scheme = "ID"
epub_show_urls = "no"
epub_contributor = author

"""The book that random sequences change, and what changes in it."""

from __future__ import annotations

CONF = """\
extensions = ["myst_parser", "sourced.sphinx"{more}]
version = "1"
author = copyright = "nobody"
exclude_patterns = ["part.md", "_static"]
smartquotes = False
myst_heading_anchors = 2
html_css_files = ["own.css"]
html_theme = "{theme}"
html_static_path = ["docs/_static"]
"""
INDEX = """\
# The book

This book is short. {own}`about the book`

```{toctree}
:glob:

pages/*
facts
```
"""
FACTS = """\
---
sourced: {narrative: false, why: a list}
---
# Facts

```{facts-table}
```

```{checked} own
```

```{source} gazette
```
"""
PART = "This part {}. {{own}}`about the page`\n"
STYLE, MORE, LIST = "docs/_static/own.css", "docs/_static/more.css", "docs/list.txt"
BUILDERS = ("html", "html", "html", "html", "text", "dirhtml", "json")
PAGES = (1, 2, 3, 4, 5)
TITLES = ("The bridge", "The opening", "Another title")
END = "## The end\n\nThis is all. {own}`about the page`"
SENTENCES = (
    "The Elm Bridge is {fact}`bridge-length` long.",
    "The Elm Bridge was opened on {fact}`bridge-opened`.",
    "This page is short. {own}`about the page`",
    "This page stays short. {own}`about the page`",
    "The Elm Bridge is 41 metres long. {evidence}`bridge-length`",
    "See [that one](1.md). {own}`about the page`",
    "See {doc}`2`. {own}`about the page`",
    "See [there](3.md#the-end). {own}`about the page`",
    "{nosuchrole}`x` {own}`about the page`",
    "![drawn](../drawn.png)",
    "{download}`../list.txt` {own}`about the page`",
    "```{include} ../part.md\n```",
)
CHANGES = (
    ("The Elm Bridge is 40 metres long.", "The Elm Bridge has a length of 40 metres."),
    ("publisher: Gazette", "publisher: Elm Gazette"),
    ("name: Elm Bridge}", "name: Elm Bridge, also: [Bridge of Elms]}"),
    ("value: 40 metres", "value: 41 metres"),
    ("title: Opened", "title: Day of opening"),
    ("published: 1901-05-04", "published: 1901-05-05"),
)
"""What becomes of the data: new words, a value that is wrong, whatever a page may show."""

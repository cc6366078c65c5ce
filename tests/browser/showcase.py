"""A small book that uses what the theme and its usual extensions have: margin, tabs, cards, menus."""

from __future__ import annotations

from pathlib import Path

from ..conftest import DATA, SOURCE

CONF = """\
project = html_title = "Showcase"
author = "Its author"
extensions = ["myst_parser", "sphinx_design", "sphinx_copybutton", "sourced.sphinx", "sourced.theme"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
smartquotes = False
html_theme = "sphinx_book_theme"
html_favicon = "icon.svg"
html_theme_options = {
    "announcement": "<p>The bridge is <a href='bridge.html'>closed</a> today.</p>",
    "logo": {"image_light": "icon.svg", "text": "The showcase"},
    "icon_links": [{"name": "Code", "url": "https://example.org/", "icon": "fa-brands fa-gitlab"}],
    "repository_url": "https://github.com/team/book",
    "use_repository_button": True,
    "use_edit_page_button": True,
    "use_sidenotes": True,
    "navigation_with_keys": True,
    "navbar_end": ["navbar-icon-links"],
    "article_header_start": ["toggle-primary-sidebar", "breadcrumbs"],
}
"""

HEAD = "---\nsourced: {narrative: false, why: It shows what the theme has.}\n---\n\n"
INDEX = HEAD + "# Showcase\n\nWhat there is.\n\n```{toctree}\nparts\nbridge\nbelow/index\n```\n"

PARTS = f"""\
{HEAD}# Parts

A line of text long enough to be broken, with a note beside it[^one] and another without a number[^two],
and after it some more words, so that the paragraph has several lines on each screen.

[^one]: What is noted.

    Its second paragraph.
[^two]: {{-}} Beside the text.

```{{margin}} In the margin
Words with a title.
```

```{{margin}}
Words without one.
```

More text, so that the boxes above have something to stand beside, and again some more of it.

:::{{note}}
A note.
:::

:::{{warning}}
A warning.
:::

:::{{dropdown}} Folded
What was folded.
:::

::::{{grid}} 1 2 2 2
:gutter: 2

:::{{grid-item-card}} Card one
:link: bridge
:link-type: doc
Words of the first card.
:::

:::{{grid-item-card}} Card two
Words of the second card.
:::
::::

::::{{tab-set}}

:::{{tab-item}} First
What the first tab has.
:::

:::{{tab-item}} Second
What the second tab has.
:::
::::

:::{{div}} full-width
A block as wide as text and margin together. It has words enough to fill more than one line of both,
which can be seen where the screen is wide enough, and on a narrow screen it is as wide as the text.
:::

```{{figure}} icon.svg
:figclass: margin-caption
:alt: A square

A caption in the margin.
```

```{{epigraph}}
Quoted words.

-- Somebody
```

```python
print("copy me")
```

## A heading

Text.

## Another heading

Text.
"""

SENTENCE = "The Elm Bridge is {fact}`bridge-length` long.\n"
MARGIN = f"```{{margin}} Beside\n{SENTENCE}```\n"
BRIDGE = f"""\
# The bridge

{SENTENCE}It was opened on {{fact}}`bridge-opened`.

{MARGIN}
{SENTENCE}It was opened on {{fact}}`bridge-opened`.

{SENTENCE}
:::{{div}} full-width
{SENTENCE}:::

{SENTENCE}
## Its length

{SENTENCE}
"""

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80">'
    '<rect width="80" height="80" fill="#789"/></svg>'
)


def write_showcase(root: Path) -> None:
    """Write the book."""
    pages = {
        "index.md": INDEX,
        "parts.md": PARTS,
        "bridge.md": BRIDGE,
        "below/index.md": f"{HEAD}# Below\n\n```{{toctree}}\ndeep\n```\n",
        "below/deep.md": f"{HEAD}# Deep\n\nText.\n",
        "conf.py": CONF,
        "icon.svg": ICON,
    }
    more = {"seeds/gazette.txt": SOURCE, "data/facts.yaml": DATA}
    for name, text in {**{f"docs/{name}": text for name, text in pages.items()}, **more}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

"""A site of a few pages with the theme, built in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from warnings import catch_warnings, filterwarnings

import pytest
from sphinx.application import Sphinx
from sphinx.deprecation import RemovedInSphinx11Warning
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = """\
project = html_title = html_short_title = "A small site"
author = "Its author"
version = "1"
extensions = ["myst_parser", "sourced.theme"]
html_theme = "sphinx_book_theme"
"""

PAGES = {
    "index": """\
---
description: What the "site" is about.
---

# A small site

```{toctree}
:caption: Parts
part/one
two
```
""",
    "part/one": """\
# One & only

The first words of the page.

## Below

| a | b |
| - | - |
| 1 | 2 |

```python
x = 1
```

## Further below
""",
    "two": "# Two\n",
}

Built = Callable[..., Path]


def write_site(root: Path, **more: str) -> None:
    """Write its pages, and more of them."""
    for name, text in (PAGES | more).items():
        path = root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "docs" / "conf.py").write_text(CONF, encoding="utf-8")


def run_sphinx(root: Path, builder: str = "html", **settings: object) -> tuple[Path, str]:
    """Build it with settings beside those above; the folder of pages, and the warnings."""
    out, docs, warning = root / builder, root / "docs", StringIO()
    with patch_docutils(str(docs)), docutils_namespace(), catch_warnings():
        # MyST-Parser 5.2 and the theme still ask for what Sphinx 11 will not have.
        filterwarnings("ignore", r"'(myst_parser|sphinx_book_theme)\.", RemovedInSphinx11Warning)
        app = Sphinx(docs, docs, out, root / "trees", builder, settings, status=None, warning=warning)
        app.build()
    return out, warning.getvalue()


@pytest.fixture
def build_site(tmp_path: Path) -> Built:
    """Builds it, with settings beside those above, and returns the folder of pages; no warning may come."""
    write_site(tmp_path)

    def build(builder: str = "html", **settings: object) -> Path:
        out, warnings = run_sphinx(tmp_path, builder, **settings)
        assert not warnings
        return out

    return build

"""What a book is called, and by whom it is, where nobody has said so: nothing that only says that."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

_HEADING = re.compile(r"^# +(.+?)[ \t]*#*$", re.MULTILINE)
_MARKUP = re.compile(r"\{[\w-]+\}|[`*]")


def say_no_placeholder(app: Sphinx, config: Config) -> None:
    """Call the book as its front page does, and name no author, where the configuration is silent."""
    if _is_default(config, "author"):
        config.author = ""
    if not (config.copyright or config.project_copyright) and _is_default(config, "html_show_copyright"):
        config.html_show_copyright = False
    if _is_default(config, "project"):
        config.project = _front_title(Path(app.srcdir), config.root_doc)
        if _is_default(config, "html_title"):
            config.html_title = config.project


def _is_default(config: Config, name: str) -> bool:
    return name not in config._raw_config and name not in config._overrides


def _front_title(srcdir: Path, root_doc: str) -> str:
    """The heading of the front page, or else the name of the folder that it is in."""
    page = srcdir / f"{root_doc}.md"
    text = page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""
    found = _HEADING.search(text)
    return _MARKUP.sub("", found[1]).strip() if found else srcdir.resolve().name

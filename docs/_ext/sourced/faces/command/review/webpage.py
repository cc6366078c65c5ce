"""The units to be reviewed as one page for a browser, which needs no script and asks no other host."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ....account.reviewing import Item
from ....text.fold import squeeze
from ..reports import plain
from .screen import SHOWN, told_change, told_of


def render_page(items: Sequence[Item]) -> str:
    """The page. Everything in it is escaped, and what a browser would obey unseen is made visible."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    environment.globals |= {"told_change": told_change, "told_of": told_of, "shown": SHOWN}
    environment.tests["same_words"] = lambda one, other: squeeze(one) == squeeze(other)
    return environment.get_template("webpage.html").render(items=items)


def _visible(value: object) -> object:
    return plain(value.replace("\r", "").replace("\n", " ")) if type(value) is str else value

"""The Markdown parser, configured as the book is built, and telling where inline markup stands.

markdown-it says on which lines a block stands, but not where in it a word
does. ``PlacedState`` adds that: ``map[0]`` of an inline token is the index at
which it starts in the text of its block.

Of the extensions of MyST (``myst_enable_extensions``) pages are read with
``attrs_block``, ``attrs_inline``, ``colon_fence`` and ``deflist``. Formulas between
dollars and substitutions are recognised besides, only to be reported: whether a
book prints their signs or something else, nobody checked it.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block.fence import make_fence_rule
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.substitution import substitution_plugin

Env = MutableMapping[str, Any]


class PlacedState(StateInline):
    """Notes where each token starts."""

    text_start: int | None = None

    def append_pending(self, text: str) -> None:
        """Plain text is collected before it becomes a token; its start is where the collecting began."""
        if self.text_start is None:
            self.text_start = self.pos
        super().append_pending(text)

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        """Add a token; the text collected becomes one before it."""
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        self.place_text(self.tokens[-2:-1])
        return token

    def place_text(self, last: list[Token]) -> None:
        """Note where the text collected last started."""
        for token in last:
            if token.map is None:
                start = self.pos if self.text_start is None else self.text_start
                token.map = [start, start + len(token.content)]
        self.text_start = None


class PlacedInline(ParserInline):
    """Reads the text of a block, noting where each token starts."""

    def parse(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> list[Token]:
        """Read ``src`` into ``tokens``."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        state.place_text(state.tokens[-1:])
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def parser() -> MarkdownIt:
    """The parser; it keeps nothing from one text to the next."""
    md = MarkdownIt("commonmark")
    md.inline = PlacedInline()
    md.configure("commonmark").enable("table")
    # What joins neighbouring texts also forgets where they stand.
    md.disable(["fragments_join", "text_join"])
    md.use(front_matter_plugin).use(myst_block_plugin).use(myst_role_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.use(dollarmath_plugin, allow_space=False, allow_digits=False)
    ends = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    colon_fence = make_fence_rule(markers=(":",), token_type="colon_fence")
    md.block.ruler.before("fence", "colon_fence", colon_fence, {"alt": ends})
    md.use(amsmath_plugin).use(deflist_plugin).use(substitution_plugin)
    after = ("image", "code_inline", "link_close", "span_close")
    md.use(attrs_plugin, after=after, spans=True, span_after="footnote_ref")
    md.use(attrs_block_plugin)
    return md

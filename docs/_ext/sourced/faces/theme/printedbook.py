"""The book as one page for paper: cover, contents, running heads, chapters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, kw_only=True)
class Book:
    """The whole book, ready to be written as one page."""

    title: str
    language: str
    author: str
    about: tuple[str, ...]
    """Lines for the cover."""
    styles: tuple[str, ...]
    chapters: tuple[tuple[str, str, str], ...]
    """Each with its anchor, its title and its HTML."""
    headings: tuple[str, ...]
    """All of them, in their own words."""

    def html(self, numbers: Mapping[str, int]) -> str:
        """The page; ``numbers`` say on which page of paper each chapter begins, once that is known."""
        styles = "\n".join(f'<link rel="stylesheet" href="{escape(style)}">' for style in self.styles)
        heads = "\n".join(self._head(anchor, title) for anchor, title, _ in self.chapters)
        about = "\n".join(f"<p>{escape(line)}</p>" for line in self.about)
        contents = "\n".join(
            f'<li><a href="#{anchor}">{escape(title)} <span>{numbers.get(anchor, "")}</span></a></li>'
            for anchor, title, _ in self.chapters
        )
        chapters = "\n".join(
            f'<section class="chapter" id="{anchor}">\n{text}\n</section>'
            for anchor, _, text in self.chapters
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head><meta charset="utf-8">\n'
            f"<title>{escape(self.title)}</title>\n{styles}\n<style>\n{heads}\n</style>\n</head>\n<body>\n"
            f'<header class="cover"><p class="book-title">{escape(self.title)}</p>\n{about}\n</header>\n'
            f'<nav class="contents">\n<h1>Contents</h1>\n<ol>\n{contents}\n</ol>\n</nav>\n'
            f'<main class="bd-main">\n{chapters}\n</main>\n</body>\n</html>\n'
        )

    def _head(self, anchor: str, title: str) -> str:
        """The running head of a chapter: the book on the one side, the chapter on the other."""
        book, chapter = (f'"{_string(words)}"' for words in (self.title, title))
        return (
            f"#{anchor} {{ page: {anchor} }}\n"
            f"@page {anchor} {{ @top-left {{ content: {book} }} @top-right {{ content: {chapter} }} }}"
        )


def _string(words: str) -> str:
    """Words as a string of CSS, which is to end no element of HTML."""
    return re.sub(r'["\\<]', lambda found: f"\\{ord(found[0]):x} ", words)

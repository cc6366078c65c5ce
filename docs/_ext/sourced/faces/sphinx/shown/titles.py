"""Titles that Sphinx puts into links: each was read where it stands, as a heading or a caption."""

from __future__ import annotations

from functools import cached_property

from docutils import nodes
from docutils.languages import get_language
from sphinx.environment import BuildEnvironment

from ....page.shown import words


class Titles:
    """What the links of one page may say without anybody having written it there."""

    def __init__(self, env: BuildEnvironment, doctree: nodes.document) -> None:
        self._env, self._doctree = env, doctree

    @cached_property
    def _known(self) -> frozenset[str]:
        env = self._env
        titles = [title.astext() for title in (*env.titles.values(), *env.longtitles.values())]
        titles += [str(name) for _, _, name in env.domains.standard_domain.labels.values()]
        titles += [node.astext() for node in self._doctree.findall(nodes.title)]
        for known in env.metadata.values():  # the headings of each page, as MyST keeps them
            titles += [str(name) for _, _, name in known.get("myst_slugs", {}).values()]
        return frozenset(map(words, titles))

    @cached_property
    def _numbered(self) -> frozenset[str]:
        """What stands beside the number of a figure or table: `Fig. %s`."""
        return frozenset(words(form.replace("%s", " ")) for form in self._env.config.numfig_format.values())

    def may_say(self, link: str) -> bool:
        """Whether the words of a link may be a title, or the number of a figure, a table or a formula."""
        plain = " ".join(word for word in link.split(" ") if not word.replace(".", "").isdigit())
        return link in self._known or not plain or (plain != link and plain in self._numbered)

    def is_contents(self, title: nodes.title) -> bool:
        """Whether a title is the one that docutils gives a table of contents without one."""
        settings = self._doctree.settings
        language = get_language(settings.language_code, None)
        is_list = "contents" in title.parent.get("classes", ())
        return is_list and title.astext() == language.labels["contents"]

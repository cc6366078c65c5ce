"""Search that finds what people type: the passages of all pages and the spellings of the data, as one file.

It is loaded as a script, because a page read from disk may load no other data.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from ..core.anchors import fact_anchor, name_anchor
from ..writing import write_whole
from .domain import sourced_domain
from .homes import home_of
from .pages.links import in_order
from .passages import PassageCollector, passages

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

DATA, SCRIPT, STYLE = "sourced-passages.js", "sourced-search.js", "sourced-search.css"
PAGE = "search"


def search_data(app: Sphinx) -> dict[str, Any]:
    """Pages with their titles, passages by page, and names with all spellings."""
    env, known = app.env, passages(app.env)
    pages: list[tuple[str, str]] = []
    found: list[tuple[int, str, str, str]] = []
    facts: set[str] = set()
    first, *others = in_order(env)
    for docname in (
        name for name in (*others, first) if name in known
    ):  # the front page repeats the chapters
        pages.append((app.builder.get_target_uri(docname), env.titles[docname].astext()))
        for each in known[docname]:
            if each.fact not in facts or not each.fact:
                found.append((len(pages) - 1, each.anchor, each.heading, each.text))
            facts.add(each.fact)
    names, unused = _names(app), _unused(app, facts)
    return {"pages": pages, "passages": found, "names": names, "unused": unused}


def _names(app: Sphinx) -> list[tuple[str, str, str, list[str]]]:
    """Each name: where the table of names has it, the name, what it is, and its other spellings."""
    home = _home(app, "names")
    return [
        (home and f"{home}#{name_anchor(name.id)}", name.name, name.about or name.kind, list(name.also))
        for name in sourced_domain(app.env).input.book.names.values()
    ]


def _unused(app: Sphinx, shown: set[str]) -> list[tuple[str, str]]:
    """Each fact in no page's notes: where the table of facts has it, and what it says."""
    home = _home(app, "facts")
    facts = sourced_domain(app.env).input.book.facts
    return [
        (
            f"{home}#{fact_anchor(id_)}",
            " ".join([fact.statement, *(f"“{each.exact}”" for each in fact.evidence)]),
        )
        for id_, fact in facts.items()
        if home and id_ not in shown
    ]


def _home(app: Sphinx, what: str) -> str:
    docname = home_of(app.env, what)
    return app.builder.get_target_uri(docname) if docname else ""


def write_search(app: Sphinx, error: Exception | None) -> None:
    """Write the file where it is older than what has been read."""
    if error or not _searches(app):
        return
    file = app.outdir / "_static" / DATA
    if file.exists() and _age(file) >= _age(app.doctreedir / "environment.pickle"):
        return
    text = json.dumps(search_data(app), ensure_ascii=False, separators=(",", ":"))
    content = f"globalThis.sourcedPassages={text}\n"
    if file.exists() and file.read_bytes() == content.encode():
        os.utime(file)
    else:
        file.parent.mkdir(exist_ok=True)
        write_whole(file, content)


def _age(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


def _searches(app: Sphinx) -> bool:
    return app.builder.format == "html" and app.builder.name != "epub"


def add_scripts(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Load what searching needs on the search page, and on no other; the script itself loads the passages."""
    if page == PAGE and _searches(app):
        context["own_search"] = True  # for templates that would load Sphinx's own
        app.add_css_file(STYLE)
        app.add_js_file(SCRIPT, loading_method="defer")


def setup_search(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.add_env_collector(PassageCollector)
    app.connect("html-page-context", add_scripts)
    app.connect("build-finished", write_search)

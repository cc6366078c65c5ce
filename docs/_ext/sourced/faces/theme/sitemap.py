"""The list of all pages for search engines, where the book's address is known.

The format knows whole addresses only, so a book without ``html_baseurl`` has none: one with
relative addresses would be refused, and one with a guessed host would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from .assets import base_address, has_lean_pages

UNLISTED = {"search", "genindex"}
"""They hold nothing of their own."""


def write_sitemap(app: Sphinx, error: Exception | None) -> None:
    """Write ``sitemap.xml`` and a ``robots.txt`` that names it."""
    base = base_address(app.config)
    if error or not base or not has_lean_pages(app):
        return
    pages = (
        path.relative_to(app.outdir).as_posix()
        for path in sorted(app.outdir.rglob("*.html"))
        if "_static" not in path.parts
    )
    by_folder = app.builder.name == "dirhtml"
    addresses = (
        urljoin(base, quote(page.removesuffix("index.html") if by_folder else page))
        for page in pages
        if page.removesuffix("/index.html").removesuffix(".html") not in UNLISTED
    )
    _write(app.outdir / "sitemap.xml", _sitemap(addresses))
    _write(app.outdir / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {urljoin(base, 'sitemap.xml')}\n")


def _sitemap(addresses: Iterable[str]) -> str:
    entries = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")

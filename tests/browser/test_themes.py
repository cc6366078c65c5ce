"""The extension in themes that know nothing of it: built without a warning, and its parts can be read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sourced.faces.command.main import main

from .reading import CARD, MARK, PHONE

THEMES = ("sphinx_book_theme", "furo", "alabaster")
"""Each without ``sourced.theme``."""
READABLE = 4.5
"""The contrast that WCAG asks for."""
CHAPTER = """
# The clock

The town clock of Ambleford was built by Ada Finch in {fact}`clock-built`.

The words are Tom Reed's: {quote}`clock-repaired`
"""
LATER = "---\nsourced: {taken-in: false}\n---\n\n# Later\n\nIt fell in 1950.\n"
CONTRAST = """element => {
  const lightness = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    const [red, green, blue] = parts.map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const seen = colour => !/, 0\\)$|^transparent$/.test(colour)
  let ground = element
  while (ground && !seen(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement
  const below = ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)"
  const [dark, light] = [getComputedStyle(element).color, below].map(lightness).sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}"""


@pytest.fixture(scope="module", params=THEMES)
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new book whose configuration says nothing but the theme, built."""
    root = tmp_path_factory.mktemp("themed")
    main(["init", str(root)])
    conf = f'extensions = ["myst_parser", "sourced.sphinx"]\nhtml_theme = "{request.param}"\n'
    (root / "conf.py").write_text(conf)
    page = root / "docs/index.md"
    page.write_text(page.read_text() + "\n```{toctree}\nclock\nlater\n```\n", encoding="utf-8")
    (root / "docs/clock.md").write_text(CHAPTER, encoding="utf-8")
    (root / "docs/later.md").write_text(LATER, encoding="utf-8")
    out = root / "build"
    command = [sys.executable, "-m", "sphinx", "-qW", "-c", str(root), str(root / "docs"), str(out)]
    subprocess.run(command, check=True)
    return out


def test_nothing_is_printed_that_nobody_has_said(themed: Path) -> None:
    html = "".join(path.read_text(encoding="utf-8") for path in themed.glob("*.html"))
    assert "not set" not in html
    assert not re.search(r"(?:©|Copyright)[^<]*<", html)
    assert "<title>The town clock" in html
    assert "Latest dated source: 14 March 1908" in html


def test_a_quotation_has_the_marks_of_its_source(themed: Path) -> None:
    """Though Sphinx is left to give other words marks of its own."""
    html = (themed / "clock.html").read_text(encoding="utf-8")
    assert "Tom Reed’s" in html
    assert '“"The town clock was repaired in 1890," said Tom Reed”' in html.replace("&quot;", '"')


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_cards_notes_and_heads_can_be_read(themed: Path, chromium: Browser, width: int) -> None:
    """In the light and in the dark, where the theme has that."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, has_touch=width == PHONE)
    page = context.new_page()
    page.goto((themed / "clock.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    mark = page.locator(MARK).first
    if width == PHONE:
        mark.tap()
    else:
        mark.hover()
    expect(page.locator(CARD)).to_be_visible()
    _legible(
        page, ".sourced-head summary", ".sourced-note cite", f"{CARD} cite", f"{CARD} a", f"{CARD} blockquote"
    )
    page.goto((themed / "later.html").as_uri())
    _legible(page, ".sourced-waiting")
    context.close()


def _legible(page: Page, *selectors: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for selector in selectors:
            found = page.locator(selector).first
            assert found.evaluate(CONTRAST) >= READABLE, f"{scheme}: {selector}"

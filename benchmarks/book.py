"""What a cold build of the real book costs, next to plain Sphinx on pages of the same words.

The plain pages are made from the built ones: every heading, paragraph, item and cell as Markdown
without a role, in the theme as it comes. Once with all that the build adds (notes, generated pages,
the words beside pictures), and once without. Each pair of builds is run by turns:

    .venv/bin/python benchmarks/book.py
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from build import run

ROOT = Path(__file__).parents[1]
GOAL = 1.25
WORDS = ("h1", "h2", "h3", "h4", "p", "dt", "dd", "li", "td", "th", "pre")
ADDED = ".sourced-notes, table, .sourced-picture-group, svg, script, nav"
PLAIN_CONF = """\
extensions = ["myst_parser"]
html_theme = "sphinx_book_theme"
smartquotes = False
suppress_warnings = ["toc", "myst"]
"""


def write_plain(html: Path, out: Path, *, whole: bool) -> int:
    """Write the plain pages; says how many words they have."""
    words = 0
    names = [path.relative_to(html).with_suffix("") for path in sorted(html.rglob("*.html"))]
    names = [name for name in names if (ROOT / "docs" / name).with_suffix(".md").exists()]
    for name in names:
        soup = BeautifulSoup((html / name).with_suffix(".html").read_text(encoding="utf-8"), "html.parser")
        article = soup.find(class_="bd-article")
        assert isinstance(article, Tag), name
        for added in article.select("svg, script, nav" if whole else ADDED):
            added.decompose()
        text = "\n\n".join(_markdown(each) for each in article.find_all(WORDS) if not each.find(WORDS))
        if name.name == "index" and name.parent == Path():
            listed = "\n".join(other.as_posix() for other in names if other != name)
            text += f"\n\n```{{toctree}}\n{listed}\n```\n"
        words += len(text.split())
        path = (out / "docs" / name).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
    (out / "conf.py").write_text(PLAIN_CONF, encoding="utf-8")
    return words


def _markdown(element: Tag) -> str:
    text = re.sub(r"[^\w .,;:!?“”‘’()–—-]", "", " ".join(element.get_text(" ").split()))
    level = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}.get(element.name or "", "")
    return f"{level}{text}"


def build(root: Path, out: Path) -> float:
    """Processor seconds of a build into ``html`` of a folder."""
    options = ["-q", "-c", str(root), "-d", str(out / "doctrees")]
    return run("sphinx", *options, str(root / "docs"), str(out / "html"))


def cold(root: Path) -> float:
    """Processor seconds of a cold build."""
    with tempfile.TemporaryDirectory() as out:
        return build(root, Path(out))


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="pairs of builds; the median counts")
    options = parser.parse_args()
    print("| plain pages | words | book | plain | ratio | goal |\n| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(ROOT, folder)
        for title, whole in (("all words of the book", True), ("without what the build adds", False)):
            plain = folder / f"plain-{time.time_ns()}"
            words = write_plain(folder / "html", plain, whole=whole)
            pairs = [(cold(ROOT), cold(plain)) for _ in range(options.runs)]
            book, other = (statistics.median(times) for times in zip(*pairs, strict=True))
            ratio = statistics.median(one / two for one, two in pairs)
            print(
                f"| {title} | {words:,} | {book:.2f} s | {other:.2f} s | {ratio:.2f} | {GOAL} |", flush=True
            )


if __name__ == "__main__":
    main()

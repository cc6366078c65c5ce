"""Which files are pages, by what a ``conf.py`` says that nobody runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sourced.book.pagefiles import page_files

FILES = ("a.md", "b.markdown", "c.MD", "d.rst", "e.txt", "x.py", "_f/g.md", ".h/i.rst", "j/k.rst", "j/l.md")

CONFS = [
    pytest.param("", "a.md j/l.md", "d.rst j/k.rst", id="nothing said"),
    pytest.param("source_suffix = '.rst'", "a.md j/l.md", "d.rst j/k.rst", id="one"),
    pytest.param("source_suffix: object = ['.txt']", "a.md j/l.md", "e.txt", id="list"),
    pytest.param(
        "source_suffix = {'.md': 'markdown', '.MD': 'markdown', '.txt': 'restructuredtext'}",
        "a.md c.MD j/l.md",
        "e.txt",
        id="mapping",
    ),
    pytest.param(
        "source_suffix = {'.rst': 'restructuredtext'}\nif True:\n    source_suffix['.markdown'] = 'markdown'",
        "a.md b.markdown j/l.md",
        "d.rst j/k.rst",
        id="one more",
    ),
    pytest.param(
        "source_suffix = suffixes()", "a.md b.markdown c.MD j/l.md", "d.rst e.txt j/k.rst", id="worked out"
    ),
    pytest.param("other = '.txt'", "a.md j/l.md", "d.rst j/k.rst", id="another setting"),
    pytest.param("source_suffix = [", "a.md j/l.md", "d.rst j/k.rst", id="no Python"),
    pytest.param("raise SystemExit", "a.md j/l.md", "d.rst j/k.rst", id="never run"),
    pytest.param("exclude_patterns = ['j']", "a.md", "d.rst", id="folder shut out"),
    pytest.param("exclude_patterns = ['**/k.*']", "a.md j/l.md", "d.rst", id="pattern"),
    pytest.param("exclude_patterns: list[str] = ['**/l.*']", "a.md", "d.rst j/k.rst", id="Markdown shut out"),
    pytest.param("exclude_patterns = ['*.rst']", "a.md j/l.md", "j/k.rst", id="pattern of one folder"),
    pytest.param("exclude_patterns = ['k.rst']", "a.md j/l.md", "d.rst j/k.rst", id="another folder's file"),
    # Where a page may be let in again, Markdown is read all the same.
    pytest.param(
        "exclude_patterns = ['j']\nexclude_patterns.remove('j')", "a.md j/l.md", "d.rst", id="changed later"
    ),
    pytest.param(
        "if 0:\n exclude_patterns = ['j']\nelse:\n exclude_patterns = []",
        "a.md j/l.md",
        "d.rst",
        id="or",
    ),
    pytest.param("exclude_patterns = sorted(['j'])", "a.md j/l.md", "d.rst", id="shut out by a call"),
]


@pytest.mark.parametrize("folder", ["", "docs"])
@pytest.mark.parametrize(("conf", "markdown", "others"), CONFS)
def test_pages(tmp_path: Path, folder: str, conf: str, markdown: str, others: str) -> None:
    for name in FILES:
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).touch()
    (tmp_path / folder / "conf.py").write_text(conf)
    found = page_files(tmp_path)
    shown = [
        " ".join(path.relative_to(tmp_path / "docs").as_posix() for path in paths)
        for paths in (found.markdown, found.others)
    ]
    assert shown == [markdown, others]


def test_what_cannot_be_opened_is_a_page_and_a_folder_is_none(tmp_path: Path) -> None:
    (tmp_path / "docs/folder.md").mkdir(parents=True)
    os.mkfifo(tmp_path / "docs/pipe.md")
    os.mkfifo(tmp_path / "conf.py")
    (tmp_path / "docs/lost.md").symlink_to("nowhere")
    assert [path.name for path in page_files(tmp_path).markdown] == ["lost.md", "pipe.md"]

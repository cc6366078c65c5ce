"""A project that Sphinx builds becomes a book without a page being touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sourced.book.settings import Settings, load_settings
from sourced.faces.command.begin import templates
from sourced.faces.command.main import main
from sourced.faces.sphinx.evidence.heads import NOT_TAKEN_IN

from .test_init import files, put

CONF = 'project = "Old"\nextensions = ["myst_parser"]\nhtml_theme = "basic"\n'


def write(root: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return root


def adopt(root: Path, capsys: pytest.CaptureFixture[str], *, status: int = 0) -> str:
    """What is told; of what was there, at most ``conf.py`` may have changed."""
    before = files(root)
    assert main(["init", str(root)]) == status
    after = files(root)
    changed = {name for name in before if after[name] != before[name]}
    assert all(name.endswith("conf.py") for name in changed)
    captured = capsys.readouterr()
    if status:
        assert after == before
    return captured.out + captured.err


def pages(folder: str, count: int) -> dict[str, str]:
    """So many pages, the front page included, all of them with figures that no fact has."""
    listed = "\n".join(f"part-{number}" for number in range(1, count))
    front = f"# Old project\n\nIt has 17 parts.\n\n```{{toctree}}\n{listed}\n```\n"
    rest = {
        f"{folder}/part-{n}.md": f"# Part {n}\n\nIn 19{n:02} it <b>fell</b>.\n\n:::{{note}}\nSo.\n:::\n"
        for n in range(1, count)
    }
    return {f"{folder}/index.md": front, **rest}


def test_fifty_pages_are_adopted_and_the_first_is_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {**pages("source", 50), "source/conf.py": CONF})
    before = files(tmp_path)
    told = adopt(tmp_path, capsys)
    assert "not yet taken in: 50 pages" in told
    assert '-extensions = ["myst_parser"]' in told
    assert '+extensions = ["myst_parser", "sourced.sphinx"]' in told
    after = files(tmp_path)
    assert {name: after[name] for name in before if not name.endswith("conf.py")} == {
        name: content for name, content in before.items() if not name.endswith("conf.py")
    }
    assert load_settings(tmp_path) == Settings(docs="source", taken_in=False)
    assert main(["check", "--root", str(tmp_path)]) == 3
    assert "50 pages are not yet taken in" in capsys.readouterr().out
    take_in(tmp_path / "source/part-1.md", tmp_path)
    assert main(["check", "--root", str(tmp_path)]) == 0
    assert "49 pages are not yet taken in" in capsys.readouterr().out
    out = tmp_path / "build"
    command = [sys.executable, "-m", "sphinx", "-qW", str(tmp_path / "source"), str(out)]
    subprocess.run(command, check=True)
    shown = [path.stem for path in out.glob("*.html") if NOT_TAKEN_IN in path.read_text(encoding="utf-8")]
    assert sorted(shown) == sorted(["index", *(f"part-{n}" for n in range(2, 50))])


def take_in(page: Path, root: Path) -> None:
    """Make a page that of a new book, on the source and the facts of that."""
    new = templates.new_book("New")
    write(root, {name: new[name] for name in ("data/facts.yaml", "seeds/courier.txt")})
    page.write_text("---\nsourced: {taken-in: true}\n---\n\n" + new["docs/index.md"], encoding="utf-8")


LAYOUTS = [
    pytest.param("conf.py", "index.md", Settings(docs=".", taken_in=False), id="all in the root"),
    pytest.param("conf.py", "docs/index.md", Settings(docs="docs", taken_in=False), id="conf.py above"),
    pytest.param("docs/conf.py", "docs/index.rst", Settings(docs="docs", taken_in=False), id="docs"),
    pytest.param("doc/conf.py", "doc/index.md", Settings(docs="doc", taken_in=False), id="doc"),
    pytest.param(
        "source/conf.py", "source/start.md", Settings(docs="source", taken_in=False), id="front page"
    ),
]


@pytest.mark.parametrize(("conf", "front", "wanted"), LAYOUTS)
def test_where_the_pages_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], conf: str, front: str, wanted: Settings
) -> None:
    text = CONF + 'root_doc = "start"\n' * ("start" in front) + 'exclude_patterns = ["README.md", "build"]\n'
    write(tmp_path, {conf: text, front: "Old\n===\n", "README.md": "# Read me\n"})
    assert "not yet taken in: 1 page." in adopt(tmp_path, capsys)
    assert load_settings(tmp_path) == wanted
    assert "is a book already; nothing was changed" in adopt(tmp_path, capsys)


def test_a_flat_project_makes_no_page_of_a_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    conf = CONF + 'source_suffix = {".md": "markdown", ".txt": "markdown"}\n'
    write(tmp_path, {"conf.py": conf, "index.md": "# Old\n"})
    adopt(tmp_path, capsys)
    take_in(tmp_path / "index.md", tmp_path)
    command = [sys.executable, "-m", "sphinx", "-qW", str(tmp_path), str(tmp_path / "_build")]
    subprocess.run(command, check=True)
    assert {path.name for path in (tmp_path / "_build").glob("*.html")} == {
        "genindex.html",
        "index.html",
        "search.html",
    }
    assert main(["export", "--root", str(tmp_path), "--output", str(tmp_path / "facts.json")]) == 0
    assert main(["export", "--root", str(tmp_path), "--output", str(tmp_path / "index.md")]) == 2


def test_another_folder_of_the_name_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"conf.py": CONF, "index.md": "# Old\n"})
    put(tmp_path, "seeds/rows.sql", "data/table.csv", "data/.gitattributes")
    told = adopt(tmp_path, capsys)
    assert load_settings(tmp_path).seeds == "sources"
    assert "kept data/.gitattributes, which was there" in told
    put(tmp_path / "more", "seeds/a", "sources/a", "sourced-texts/a")
    write(tmp_path / "more", {"conf.py": CONF, "index.md": "# Old\n"})
    assert "are all in use" in adopt(tmp_path / "more", capsys, status=2)


def test_settings_that_are_there_are_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"docs/conf.py": CONF, "pages/start.md": "# Old\n"})
    assert "there is no front page index.md" in adopt(tmp_path, capsys, status=2)
    write(tmp_path, {"sourced.toml": 'docs = "pages"\ntaken-in = false\n'})
    assert "kept sourced.toml" in adopt(tmp_path, capsys)
    write(tmp_path / "b", {"docs/conf.py": CONF, "docs/index.md": "# Old\n", "sourced.toml": "docs = 3\n"})
    assert "wrong-type" in adopt(tmp_path / "b", capsys, status=2)


REFUSED = [
    pytest.param("import this\n", "has no list", 'extensions = ["myst_parser", "sourced.sphinx"]', id="none"),
    pytest.param(
        'extensions = ["myst_parser"]\nif 1:\n    extensions.append("x")\n',
        "in several places",
        'extensions += ["sourced.sphinx"]',
        id="changed later",
    ),
    pytest.param(
        'extensions = sorted(["myst_parser"])\n',
        "worked out",
        'extensions += ["sourced.sphinx"]',
        id="a call",
    ),
    pytest.param(
        "extensions = [\n", "no Python", 'extensions += ["myst_parser", "sourced.sphinx"]', id="broken"
    ),
    pytest.param(
        'extensions = ["recommonmark"]\n',
        "reads the Markdown",
        'extensions += ["myst_parser", "sourced.sphinx"]',
        id="another reader of Markdown",
    ),
]


@pytest.mark.parametrize(("conf", "why", "paste"), REFUSED)
def test_where_one_line_may_be_wrong_it_is_only_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], conf: str, why: str, paste: str
) -> None:
    write(tmp_path, {"conf.py": conf, "index.md": "# Old\n"})
    told = adopt(tmp_path, capsys, status=2)
    assert why in told
    assert f"\n    {paste}\n" in told
    if "[\n" not in conf:
        write(tmp_path, {"conf.py": f"{conf}{paste}\n"})
        assert "wrote sourced.toml" in adopt(tmp_path, capsys)

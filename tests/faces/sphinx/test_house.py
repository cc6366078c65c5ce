"""The page on how the extension is built shows the imports as they are."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sourced.faces.sphinx.house import imports
from sourced.faces.sphinx.house.directive import draw_imports
from sourced.faces.sphinx.house.imports import Folder, folders

from .conftest import TinyBook

PAGE = """\
# The house

Here it is drawn. {own}`about the page`

```{imports}
```
"""


def drawn(*asked: dict[str, int]) -> ElementTree.Element:
    """The drawing of some folders, each with what it imports."""
    found = [
        Folder(name=f"f{at}", holds="Words.", modules=9, lines=99, imports=each)
        for at, each in enumerate(asked)
    ]
    return ElementTree.fromstring(draw_imports(found, 300, "house"))


def lines(svg: ElementTree.Element) -> list[float]:
    """How thick each line is."""
    return [
        float(path.get("stroke-width", "")) for path in svg.iter() if path.get("stroke-width", "1") != "1"
    ]


def test_a_line_is_the_thicker_the_more_modules_import() -> None:
    two, eight = lines(drawn({}, {"f0": 2}, {"f1": 8}))
    assert two < eight
    assert not lines(drawn({}, {}))


def test_the_page_has_one_drawing_and_every_folder_in_the_table(tiny_book: TinyBook) -> None:
    tiny_book.write("docs/plain.md", PAGE)
    html = tiny_book.build().text("plain.html")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    narrow, wide = (ElementTree.fromstring(svg) for svg in re.findall(r"<svg .*?</svg>", html, re.DOTALL))
    arrows = sum(len(folder.imports) for folder in folders())
    assert len([each for each in narrow.iter() if each.get("stroke-opacity")]) == arrows
    assert float(wide.get("width", "")) > float(narrow.get("width", ""))
    told = re.findall(r"imports ([^<]+)</p>", html)
    assert told[0] == "no other"
    assert told[-1] == ", ".join(f"{name} ({count})" for name, count in folders()[-1].imports.items())


def test_other_writers_get_the_table_alone(tiny_book: TinyBook) -> None:
    tiny_book.write("docs/plain.md", PAGE)
    text = tiny_book.build("text").text("plain.txt")
    assert "imports no other" in text
    assert "svg" not in text


def test_a_new_import_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody writes the figures down: they are read from the files at each build."""
    before = {folder.name: folder.imports for folder in folders()}["page"]
    read = imports.imported
    monkeypatch.setattr(imports, "imported", lambda path: [*read(path), "sourced.english.names"])
    after = {folder.name: folder for folder in folders()}["page"]
    assert "english" not in before
    assert after.imports == before | {"english": after.modules}

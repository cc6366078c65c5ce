"""Scripts and style sheets as they are sent: the same, without remarks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sourced.faces.sphinx.lean import lean

FACES = Path(__file__).parents[3] / "docs/_ext/sourced/faces"
OWN = sorted(file for file in FACES.glob("*/static/*") if file.suffix in {".js", ".css"})
STRING = re.compile(r'"[^"\n]*"')


def test_remarks_and_indentation_go() -> None:
    script = "// What it does.\n(() => {\n  // why\n  const a = '// no remark'; // kept\n\n  b();\n})();\n"
    assert lean(script, ".js") == "(() => {\nconst a = '// no remark'; // kept\nb();\n})();\n"
    sheet = "/* What for. */\n\n.a,\n.b > i {\n  color: red; /* why */\n  margin: 0 1px;\n}\n"
    assert lean(sheet, ".css") == ".a,\n.b > i{color: red;margin: 0 1px;}\n"


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.name)
def test_nothing_else_is_touched(file: Path) -> None:
    """Every string of a sheet is left as it is, and no string of a script goes over several lines."""
    text = file.read_text(encoding="utf-8")
    made = lean(text, file.suffix)
    if file.suffix == ".css":
        without = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        assert STRING.findall(made) == STRING.findall(without)
        assert [made.count(each) for each in "{}"] == [without.count(each) for each in "{}"]
    else:
        assert not [line for line in text.splitlines() if line.count("`") % 2]
        assert "/*" not in re.sub(r"/\* [^*]+ \*/", "", text)
    assert len(made) < len(text)

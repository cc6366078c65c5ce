"""Scripts as they are sent: the same, without remarks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sourced.faces.sphinx.lean import lean

FACES = Path(__file__).parents[3] / "docs/_ext/sourced/faces"
OWN = sorted(FACES.glob("*/static/*.js"))


def test_remarks_and_indentation_go() -> None:
    script = "// What it does.\n(() => {\n  // why\n  const a = '// no remark'; // kept\n\n  b();\n})();\n"
    assert lean(script) == "(() => {\nconst a = '// no remark'; // kept\nb();\n})();\n"


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.name)
def test_our_scripts_can_be_made_lean(file: Path) -> None:
    """No string goes over several lines, and no remark of several lines stands in them."""
    text = file.read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if line.count("`") % 2]
    assert "/*" not in re.sub(r"/\* [^*]+ \*/", "", text)
    assert len(lean(text)) < len(text)

"""Sheets and scripts are shortened and stay what they are."""

from __future__ import annotations

import pytest

from sourced.faces.theme.frame.sheets import classes, parse, trim, variables
from sourced.faces.theme.frame.shortening import shorten_script, shorten_style


@pytest.mark.parametrize(
    ("css", "short"),
    [
        pytest.param("/* why */\na,\nb > c {\n  color: red;\n}\n", "a,b>c{color:red}\n", id="spaces"),
        pytest.param('q::before {\n  content: " ; } ";\n}\n', 'q::before{content:" ; } "}\n', id="quoted"),
        pytest.param("li :hover {\n  --a: b;\n}\n", "li :hover{--a:b}\n", id="below"),
        pytest.param('q { content: "a: b" }\n', 'q{content:"a: b"}\n', id="colon in quotation marks"),
        pytest.param("p {\n  width: calc(1px + 2px);\n}\n", "p{width:calc(1px + 2px)}\n", id="sum"),
    ],
)
def test_a_sheet_is_shortened(css: str, short: str) -> None:
    """Outside of quotation marks."""
    assert shorten_style(css) == short


@pytest.mark.parametrize(
    ("js", "short"),
    [
        pytest.param("// why\nif (a) {\n  b(); // how\n}\n", "if (a) {\nb(); // how\n}\n", id="comment"),
        pytest.param("let a = `one\n  // two`;\n", "let a = `one\n  // two`;\n", id="text-of-several-lines"),
    ],
)
def test_a_script_is_shortened(js: str, short: str) -> None:
    """Unless a text runs over several lines."""
    assert shorten_script(js) == short


CSS = """\
@import "other.css";
:root { --a: var(--b); --b: 1px; --c: 2px }
.one, .two:not(.three) { width: var(--a) }
@media print { .one > .four { content: "}" } @supports (gap: 1px) { .one { gap: 1px } } }
@keyframes turn { to { rotate: 90deg } }
"""


def test_a_sheet_is_cut_to_what_is_used() -> None:
    """By the classes that a selector asks for, and the variables that the rest needs."""
    rules = parse(CSS)
    kept = trim(rules, lambda selector: bool(classes(selector)) and classes(selector) <= {"one", "two"})
    assert [rule.text() for rule in kept] == [
        ".one,.two:not(.three){width: var(--a)}",
        "@media print{@supports (gap: 1px){.one{gap: 1px}}}",
    ]
    assert [rule.body for rule in variables(kept, rules, frozenset())] == ["--a:var(--b);--b:1px"]
    assert not variables(kept, rules, frozenset({"--a"}))
    assert {"one", "four"} in [classes(each) for rule in rules for each in rule.selectors]

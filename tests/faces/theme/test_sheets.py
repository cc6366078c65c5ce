"""Sheets are cut to what is used."""

from __future__ import annotations

from sourced.faces.theme.frame.sheets import classes, parse, trim, variables

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

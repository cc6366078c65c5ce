"""The words of a line: what of each kind of Markdown within it is read, and as what."""

from __future__ import annotations

import pytest

from .test_reading import read, texts

INLINE = [
    pytest.param("un*believ*able __so__", ["unbelievable so"], id="emphasis inside a word"),
    pytest.param("2 * 3 and a_b_c", ["2 * 3 and a_b_c"], id="no emphasis"),
    pytest.param("a \\* b &amp; c&nbsp;d", ["a * b & c\u00a0d"], id="escapes and entities"),
    pytest.param("a `code` b.", ["a code b."], id="code reads as words"),
    pytest.param("Use `x`. Then go.", ["Use x.", "Then go."], id="code ends a sentence"),
    pytest.param("$5 and $6", ["$5 and $6"], id="prices"),
    pytest.param('[a *b*](c.md "T u")', ["a b", "label: T u"], id="link with title"),
    pytest.param("[a][r] b\n\n[r]: c.md", ["a b"], id="reference link"),
    pytest.param("<https://example.org/115> is", ["is", "code: https://example.org/115"], id="address"),
    pytest.param('a ![b *c*](d.png "e") f', ["a   f", "label: e", "label: b c"], id="image"),
    pytest.param("[a b]{.c} d", ["a b d"], id="span with attributes"),
    pytest.param("a<br>b <em>c</em>", ["a b c"], id="harmless HTML"),
    pytest.param("{fact}`length` long", ["115 km long"], id="fact"),
    pytest.param("{fact}`so long <length>` is", ["so long is"], id="fact in other words"),
    pytest.param("{fact}`so\n  long\n  <length>` is", ["so long is"], id="role over lines"),
    pytest.param("On {fact}`opened`. Then.", ["On 9 Sept. 2001.", "Then."], id="abbreviation in a fact"),
    pytest.param(
        "He said {quote}`lost`. So.",
        ["He said “They lost 40. We won.”.", "So."],
        id="quotation stays whole",
    ),
    pytest.param("{name}`He <ahmad>` and {name}`ahmad`", ["He and Ahmad Massoud"], id="names"),
    pytest.param("{figure}`sources` of them", ["5 of them"], id="figure"),
    pytest.param("{abbr}`NRF (a front)` is", ["NRF is", "label: a front"], id="abbreviation"),
    pytest.param("{ref}`a b <c>` and {doc}`/d`.", ["a b and  ."], id="references"),
    pytest.param("{numref}`Map {number} <c>` and {numref}`c`.", ["Map  and  ."], id="numbered references"),
    pytest.param("{term}`a` {sup}`b` {kbd}`c`", ["a b c"], id="roles that print"),
    pytest.param("{bdg}`a b` {bdg-info-line}`c`", ["a b c"], id="badges"),
    pytest.param("{bdg-link-dark}`a <https://b.example>` {bdg-ref}`c <d>`", ["a c"], id="badges that lead"),
    pytest.param("a {octicon}`star;1em` b {fas}`book` c", ["a   b   c"], id="icons"),
    pytest.param("{index}`d <e>` {index}`f`", ["d f", "label: e", "label: f"], id="words of an index"),
    pytest.param("{download}`a <b.csv>` {download}`c.csv`", ["a c.csv"], id="downloads"),
    pytest.param("a {math}`b` {file}`c` d", ["a b c d"], id="roles that are code"),
    pytest.param("a {samp}`b{c}d` {code}`e. F`", ["a bcd e. F"], id="roles that are code, with signs"),
]


@pytest.mark.parametrize(("text", "expected"), INLINE)
def test_inline(text: str, expected: list[str]) -> None:
    page = read(text)
    assert texts(page) == expected
    assert page.unchecked == ()

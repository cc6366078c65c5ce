from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sourced.pictures.svg import Box, Canvas, clean, number, polyline, tag
from sourced.pictures.widths import text_width, wrap


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(3, "3", id="whole"),
        pytest.param(2.25, "2.2", id="rounded"),
        pytest.param(-0.04, "0", id="no minus before nothing"),
        pytest.param(-1.5, "-1.5", id="negative"),
        pytest.param(100.0, "100", id="zeros of the number stay"),
    ],
)
def test_numbers(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("<b>&\"'", "&lt;b&gt;&amp;&quot;&#x27;", id="markup"),
        pytest.param("a\x00b\x1fc\ud800d", "a\ufffdb\ufffdc\ufffdd", id="what XML does not allow"),
        pytest.param("پنجشیر 谷", "پنجشیر 谷", id="other scripts"),
    ],
)
def test_text_is_fit_for_xml(text: str, written: str) -> None:
    assert clean(text) == written
    ElementTree.fromstring(tag("text", clean(text), label=text))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 100, [], id="nothing"),
        pytest.param("one two", 1000, ["one two"], id="fits"),
        pytest.param("one  two\nthree", 65, ["one two", "three"], id="breaks between words"),
        pytest.param("iiii WWWW", 34, ["iiii", "WW", "WW"], id="breaks a word that is too long"),
    ],
)
def test_lines_break(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, 15) == lines


def test_widths_know_thin_and_wide_letters() -> None:
    assert text_width("ill", 15) < text_width("ABC", 15) < text_width("谷谷谷", 15)
    assert text_width("é", 15) == text_width("e", 15) == text_width("e\u0301", 15)
    assert text_width("word", 15) < text_width("word", 15, bold=True)


BOX = Box(1, 2, 11, 22)


def test_a_fact_without_an_address_is_drawn_without_a_link() -> None:
    canvas = Canvas(100, "p", lambda fact: "#there" if fact == "known" else "")
    for each in ("known", "unknown"):
        since = canvas.mark()
        canvas.line(0, 10, each)
        canvas.link(each, since, each, BOX)
    svg = canvas.picture("T", "D")
    assert svg.count("<a ") == 1
    assert '<a href="#there" aria-label="known">' in svg
    assert ">unknown</text>" in svg


@pytest.mark.parametrize(
    ("label", "name"),
    [
        pytest.param("9 km & more told", "9 km &amp; more told", id="what is seen"),
        pytest.param("It is 9 km & more told", "It is 9 km &amp; more told", id="more, with what is seen"),
        pytest.param(
            "How long it is", "9 km &amp; more told: How long it is", id="more, behind what is seen"
        ),
    ],
)
def test_the_name_of_a_link_holds_the_words_that_are_seen(label: str, name: str) -> None:
    canvas = Canvas(100, "p", lambda _fact: "#there")
    canvas.line(0, 0, "before")
    since = canvas.mark()
    canvas.line(0, 10, "9 km & more")
    canvas.line(0, 20, "told")
    canvas.link("fact", since, label, BOX)
    assert f'aria-label="{name}"' in canvas.picture("T", "D")


def test_the_box_of_a_link_answers_to_a_pointer() -> None:
    canvas = Canvas(100, "p", lambda _fact: "#there")
    since = canvas.mark()
    canvas.add(tag("circle", cx=5, cy=5, r=2))
    canvas.link("fact", since, "told", BOX)
    (rect,) = ElementTree.fromstring(canvas.picture("T", "D")).iter("{http://www.w3.org/2000/svg}rect")
    assert rect.attrib == {
        "x": "1", "y": "2", "width": "10", "height": "20", "fill": "none", "pointer-events": "all"
    }  # fmt: skip


@pytest.mark.parametrize("words", [True, False])
def test_a_link_without_words_shows_its_name_and_says_it_once(words: bool) -> None:
    canvas = Canvas(100, "p", lambda _fact: "#there")
    since = canvas.mark()
    canvas.add(tag("circle", cx=5, cy=5, r=2))
    if words:
        canvas.line(0, 10, "told")
    canvas.link("fact", since, "It is <told>", BOX, tab=False)
    drawn = canvas.picture("T", "D")
    assert ("<title>It is &lt;told&gt;</title>" in drawn) != words
    assert ('aria-label="It is &lt;told&gt;"' in drawn) == words
    assert 'tabindex="-1"' in drawn


def test_a_group_holds_what_was_drawn_since() -> None:
    canvas = Canvas(100, "p", str)
    canvas.add("<a/>")
    since = canvas.mark()
    canvas.add("<b/>")
    canvas.wrap(since, class_="c")
    assert '<a/><g class="c"><b/></g></svg>' in canvas.picture("T", "D")


def test_a_line_of_many_points_is_told_step_by_step_and_does_not_drift() -> None:
    points = [(0.04 * step, 10 - 0.33 * step) for step in range(200)]
    start, steps = polyline(points).removeprefix("M").split("l")
    told = [float(each) for each in re.findall(r"-?[\d.]+", steps)]
    x, y = map(float, start.split(" "))
    for dx, dy in zip(told[::2], told[1::2], strict=True):
        x, y = x + dx, y + dy
    assert (x, y) == pytest.approx(points[-1], abs=0.06)

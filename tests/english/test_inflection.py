"""The base forms of words; next to each rule a word that only looks like a form."""

from __future__ import annotations

import pytest

from sourced.english.lexis.inflection import degree, lemmas


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("said", "say"),
        ("fled", "flee"),
        ("children", "child"),
        ("women", "woman"),
        ("armies", "army"),
        ("caches", "cache"),
        ("churches", "church"),
        ("died", "die"),
        ("dying", "die"),
        ("planned", "plan"),
        ("hoped", "hope"),
        ("menus", "menu"),
        ("faster", "fast"),
        ("left", "leave"),
        ("left", "left"),
        ("better", "good"),
        ("valley's", "valley"),
        ("valley’s", "valley"),
        ("Soldiers", "soldier"),
    ],
)
def test_a_form_has_its_base_form(form: str, base: str) -> None:
    assert base in lemmas(form)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("moral", "more"),
        ("former", "form"),
        ("number", "numb"),
        ("tower", "tow"),
        ("corner", "corn"),
        ("evening", "even"),
        ("hoped", "hop"),
        ("bus", "bu"),
        ("news", "new"),
        ("customer", "custom"),
        ("offer", "off"),
        ("during", "dure"),
        ("everest", "ever"),
        ("paris", "pari"),
        ("yemen", "yeman"),
    ],
)
def test_a_word_that_ends_like_a_form_is_none(word: str, other: str) -> None:
    assert other not in lemmas(word)


def test_a_comparative_may_stand_for_itself() -> None:
    assert lemmas("later") == {"late", "later"}
    assert lemmas("larger", degrees=False) == {"larger"}
    assert lemmas("taller") == {"tall"}
    assert lemmas("taller", degrees=False) == {"taller"}, "also where it is no base form"
    assert lemmas("soldiers", degrees=False) == {"soldier"}


@pytest.mark.parametrize(
    ("word", "its"), [("larger", "er"), ("largest", "est"), ("large", ""), ("tower", ""), ("modest", "")]
)
def test_degree(word: str, its: str) -> None:
    assert degree(word) == its


def test_an_unknown_word_may_be_what_the_rules_give() -> None:
    assert {"livestream", "livestreamed"} <= lemmas("livestreamed")
    assert "warlord" in lemmas("warlords")
    assert lemmas("Kofi") == {"kofi"}
    assert lemmas("mpa40s") == {"mpa40s"}
    assert lemmas("zoks") == {"zoks"}, "too short to tell"
    assert lemmas("zokus") == {"zokus"}

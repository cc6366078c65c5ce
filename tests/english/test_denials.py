"""What a text denies, and whether another denies it too."""

from __future__ import annotations

import pytest

from sourced.english.denials import affirms, allows_negation, carries, denials, separate, turned
from sourced.english.lexis.stems import content_words, stem
from sourced.english.markers import find_markers


def test_a_quoted_term_denies_nothing() -> None:
    assert [marker.text for marker in denials("The “unsinkable” ship never came.")] == ["never"]
    assert [marker.text for marker in denials("“It did not sink at all,” he said.")] == ["not"]


ALLOWED = [
    pytest.param("There was no other keeper.", "She was the only keeper.", True, id="only, of others"),
    pytest.param("There were no other keepers.", "She was the sole old keeper.", True, id="in other forms"),
    pytest.param("Nobody else kept it.", "She alone kept it.", True, id="alone, of nobody else"),
    pytest.param("There was no other light.", "She was the only keeper.", False, id="only, of another thing"),
    pytest.param("There was no light.", "She was the only keeper.", False, id="a denial of no other"),
    pytest.param("It was not red, but another keeper came.", "The only keeper.", False, id="another clause"),
    pytest.param("No ship came.", "The ships stayed out of the sound until May.", False, id="out of, until"),
    pytest.param("No ship came.", "The ships came.", False, id="nothing"),
]


@pytest.mark.parametrize(("denial", "source", "allowed"), ALLOWED)
def test_what_allows_a_denial(denial: str, source: str, allowed: bool) -> None:
    assert allows_negation(denials(denial)[0], denial, source) is allowed


SEPARATE = [
    pytest.param("It never sank, not even in the war.", 1, id="not even"),
    pytest.param("No ship sank, neither here nor there.", 1, id="neither, of the same"),
    pytest.param("No ship sank, neither was one lost.", 2, id="neither, of another"),
    pytest.param("It sank, not even in the war.", 1, id="not even, without another"),
    pytest.param("It never sank, and it did not burn.", 2, id="two"),
]


@pytest.mark.parametrize(("text", "count"), SEPARATE)
def test_what_is_denied_twice_is_one_denial(text: str, count: int) -> None:
    assert len(separate(denials(text), text)) == count


CARRIED = [
    pytest.param("He denied that it sank.", "It sank, and he was not there.", False, id="a not for a denied"),
    pytest.param("He denied that it sank.", "He said that it did not sink.", True, id="denied, said as not"),
    pytest.param("It never sank.", "It did not sink.", True, id="another plain word"),
    pytest.param(
        "It never sank.", "It sank, and did not burn.", False, id="another word denied pays for nothing"
    ),
    pytest.param("It never sank.", "It did not go down.", True, id="a denial of other words"),
    pytest.param("No fire broke out.", "It stayed free of fire.", True, id="free of"),
    pytest.param("It never sank.", "It was yet to sink.", True, id="yet to"),
    pytest.param("It never sank.", "Nor did it sink.", True, id="nor"),
    pytest.param("There is no other way.", "This is the only way.", True, id="only, of no other"),
    pytest.param("No way but this is left.", "Only this way is left.", True, id="only, of none but"),
    pytest.param("It is not red but white.", "It is only white.", False, id="only, of not but"),
    pytest.param("There is no way.", "This is the only way.", False, id="only, of another denial"),
    pytest.param("It never sank.", "It sank only twice.", False, id="only, of a never"),
    pytest.param("It never sank.", "It sank outside the sound.", False, id="outside"),
    pytest.param("It never sank.", "It failed to sink.", False, id="a weaker one"),
    pytest.param("It failed to sink.", "It never sank.", True, id="a stronger one"),
    pytest.param("It never sank.", "It sank.", False, id="none"),
]


@pytest.mark.parametrize(("source", "text", "carried"), CARRIED)
def test_a_denial_is_carried(source: str, text: str, carried: bool) -> None:
    (marker,) = find_markers(source)
    assert carries(text, marker, source) is carried


TURNED = [
    pytest.param("He is not related to her.", "He is related to her.", "related", id="not, left out"),
    pytest.param("He is not related to her.", "He is not related to her.", None, id="not, kept"),
    pytest.param("He is not related to her.", "He never met her.", None, id="denied otherwise"),
    pytest.param("It was never to be lit.", "It was lit.", "lit", id="past light words"),
    pytest.param("He failed to land.", "He landed.", None, id="a failure is told otherwise"),
]


@pytest.mark.parametrize(("source", "text", "word"), TURNED)
def test_a_denial_is_turned(source: str, text: str, word: str | None) -> None:
    (marker,) = find_markers(source)
    assert turned(marker, source, text) == word


AFFIRMED = [
    pytest.param("The light was lit.", True, id="said"),
    pytest.param("The light was never lit.", False, id="denied before it"),
    pytest.param("The light failed to be lit.", False, id="failed to"),
    pytest.param("The light failed and was lit.", True, id="failed, of something else"),
    pytest.param("Never, they say, was it lit.", False, id="over a parenthesis"),
    pytest.param("It was not dark but lit.", True, id="denied of something else"),
    pytest.param("It was dark.", None, id="not said"),
]


@pytest.mark.parametrize(("text", "affirmed"), AFFIRMED)
def test_a_word_is_affirmed(text: str, affirmed: bool | None) -> None:
    assert affirms(text, "lit") is affirmed


STEMS = [
    pytest.param("wounded", "wounds", True, id="a verb and a noun"),
    pytest.param("armies", "army", True, id="ies"),
    pytest.param("running", "runs", True, id="a doubled letter"),
    pytest.param("died", "dies", True, id="ied"),
    pytest.param("keeper", "keep", False, id="who does it, and the deed"),
    pytest.param("metal", "met", False, id="al"),
    pytest.param("moral", "more", False, id="al for e"),
    pytest.param("former", "form", False, id="er"),
    pytest.param("number", "numb", False, id="er, of no verb"),
    pytest.param("later", "late", False, id="er, of a comparison"),
    pytest.param("tower", "town", False, id="two words"),
    pytest.param("sea", "season", False, id="a short word is left as it is"),
]


@pytest.mark.parametrize(("one", "other", "alike"), STEMS)
def test_words_of_one_stem(one: str, other: str, alike: bool) -> None:
    assert (stem(one) == stem(other)) is alike


def test_words_that_carry_meaning() -> None:
    assert content_words("The Keepers of the light") == {stem("keepers"), "light"}


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        pytest.param("The lamp was lit.", True, id="plainly"),
        pytest.param("The lamp was not lit.", False, id="denied before it"),
        pytest.param("The lamp was lit by nobody.", False, id="denied behind it"),
        pytest.param("Lit was no lamp.", False, id="denied behind it, once"),
        pytest.param("The lamp was lit, never again dark.", True, id="denied in another clause"),
        pytest.param("The lamp was lit no more than once.", True, id="bounded"),
        pytest.param("They failed to have it lit.", False, id="failed"),
        pytest.param("He denied that it was lit.", False, id="denied by somebody"),
        pytest.param("The lamp burned.", None, id="not said"),
    ],
)
def test_what_a_text_affirms(text: str, *, affirmed: bool | None) -> None:
    assert affirms(text, "lit") is affirmed

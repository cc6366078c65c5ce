"""What two sources share, side by side: which sentences, which of their words, and no more than a share."""

from __future__ import annotations

import pytest

from sourced.account.sources.sharedpassages import SHARE, Beside, Passage, shared_passages
from sourced.book.book import Book
from sourced.book.loading import load_book
from sourced.book.model import Aside, Evidence, Fact, Source
from sourced.chain.library import Library
from sourced.chain.sharing.sharedtext import counted_words

from ..bridge import MakeBook
from .test_source import TERN_ROCK

FELL = "the old bridge over the river fell at night"
ELSEWHERE = "Nobody had seen the ferry since noon. "
SHOWN = {"lit": "[{}]", "near": "{}", "left": "…", "aside": "~"}


def told(passage: Passage) -> str:
    """A passage, its lit words in brackets."""
    return "".join(SHOWN[piece.state].format(piece.text) for piece in passage.pieces)


def dated(make_book: MakeBook, *entries: Fact, aside: str = "", **texts: str) -> Book:
    """A book of sources, each a day later than the one before."""
    sources = [
        Source(
            id=id_,
            file=f"{id_}.txt",
            sha256="0" * 64,
            published=f"1901-05-0{day}",
            aside=(Aside(from_=aside, why="not the article"),) if aside and aside in text else (),
        )
        for day, (id_, text) in enumerate(texts.items(), start=1)
    ]
    return make_book(*sources, *entries, **texts)


def only(book: Book) -> Beside:
    """The only pair."""
    (found,) = shared_passages(Library(book))
    return found


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        pytest.param(
            f"{ELSEWHERE}They say {FELL}.",
            f"Then {FELL}, alas. {ELSEWHERE.replace('seen', 'met')}",
            [(f"They say [{FELL}].", f"Then [{FELL}], alas.")],
            id="the sentence, and none beside it",
        ),
        pytest.param("the old bridge over the hill", "the old bridge over the dale", [], id="five words"),
        pytest.param(
            f"{FELL}, and nine men died.",
            f"When {FELL}, two boys or nine men died.",
            [(f"[{FELL}], and [nine men died].", f"When [{FELL}], two boys or [nine men died].")],
            id="three words are lit",
        ),
        pytest.param(
            f"{FELL}, and many men died.",
            f"When {FELL}, two boys or nine men died.",
            [(f"[{FELL}], and many men died.", f"When [{FELL}], two boys or nine men died.")],
            id="two are not",
        ),
        pytest.param(
            f"{FELL}. Later {FELL} once more.",
            f"Then {FELL}.",
            [(f"[{FELL}].", f"Then [{FELL}]."), (f"Later [{FELL}] once more.", f"Then [{FELL}].")],
            id="twice in one",
        ),
        pytest.param(
            f"So {FELL}. Later {FELL}.",
            f"As {FELL}. Again {FELL}.",
            [(f"So [{FELL}].", f"As [{FELL}]."), (f"Later [{FELL}].", f"Again [{FELL}].")],
            id="twice in both",
        ),
        pytest.param(
            f"One, two, three, four, five, six, seven, eight, nine: {FELL}.",
            f"{FELL} {'so ' * 8}far.",
            [(f"…two, three, four, five, six, seven, eight, nine: [{FELL}].", f"[{FELL}]{' so' * 8}…")],
            id="what is far from it",
        ),
    ],
)
def test_sentences_that_share_words_stand_side_by_side(
    make_book: MakeBook, one: str, other: str, shown: list[tuple[str, str]]
) -> None:
    found = shared_passages(Library(dated(make_book, gazette=one, herald=other)))
    assert [tuple(map(told, pair)) for each in found for pair in each.passages] == shown
    assert [(each.one, each.other) for each in found] == ([("gazette", "herald")] if shown else [])


def test_what_is_set_aside_is_not_shown(make_book: MakeBook) -> None:
    text = f"Now {FELL} READ MORE and sank."
    found = only(dated(make_book, aside="READ MORE", gazette=text, herald=f"Now {FELL}."))
    assert told(found.passages[0][0]) == f"[Now {FELL}]~and sank."


@pytest.mark.parametrize(
    ("texts", "voice"),
    [
        pytest.param({"a": f"So {FELL}.", "b": f"As {FELL}."}, (True, True, 1), id="running text"),
        pytest.param(
            {"a": f"“So {FELL},” he said.", "b": f"“As {FELL},” he said."}, (False, False, 0), id="speech"
        ),
    ],
)
def test_it_says_what_makes_one_voice(
    make_book: MakeBook, texts: dict[str, str], voice: tuple[bool, bool, int]
) -> None:
    found = only(dated(make_book, **texts))
    assert (found.together, found.directly, found.grounds) == voice


def test_what_makes_one_voice_comes_first(make_book: MakeBook) -> None:
    """Although the same speech stands in both, and is longer."""
    speech = f"“{ELSEWHERE[:-2]} and nobody will see it again in my life,” said Ann."
    book = dated(
        make_book, a=f"{speech} So {FELL}. {'It rained. ' * 99}", b=f"As {FELL}. {speech} {'But no. ' * 99}"
    )
    found = only(book)
    assert FELL in told(found.passages[0][0])
    assert found.grounds == 1
    assert len(found.passages) == 2


def test_each_passage_has_its_line_and_its_quotation(make_book: MakeBook) -> None:
    evidence = (Evidence(source="herald", exact="bridge over the river fell"),)
    fact = Fact(id="f", about="x", property="y", statement="S.", evidence=evidence)
    book = dated(make_book, fact, gazette=f"So {FELL}.", herald=f"Alas!\nThen {FELL}.\n{ELSEWHERE}")
    one, other = only(book).passages[0]
    assert (one.line, one.quotation) == (1, None)
    assert (other.line, other.quotation) == (2, book.texts["herald"].index("bridge over"))


def test_a_copy_is_not_shown_as_a_whole(make_book: MakeBook) -> None:
    """Of no source more than a share, and it is said how much is missing."""
    text = " ".join(f"Keeper K{n} of lamp L{n} saw S{n} ships on day D{n}." for n in range(30))
    book = dated(make_book, gazette=text, herald=text)
    found = only(book)
    words = sum(len(told(one).split()) for one, _ in found.passages)
    assert 0 < words <= len(text.split()) / SHARE
    assert found.more > len(found.passages) > 0


def test_no_source_is_shown_beyond_its_share() -> None:
    library = Library(load_book(TERN_ROCK))
    found = shared_passages(library)
    assert found
    for source in library.book.texts:
        seen = {told(p) for each in found for pair in each.passages for p in pair if p.source == source}
        total = len(counted_words(library, source).places)
        assert sum(len(each.split()) for each in seen) <= max(40, total / SHARE)

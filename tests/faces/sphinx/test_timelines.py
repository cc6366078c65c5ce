"""A timeline in a built book: the picture, the text below it, and the choice of a thread."""

from __future__ import annotations

import re

import pytest

from .conftest import TinyBook

WHEN = "    value: 1901-05-03\n"
PLAIN = "# Dates\n\n```{timeline}\n```\n"
SCALED = "# Dates\n\n```{timeline}\n:scales: 1901-05/1901-06, 1890/1910\n```\n"


@pytest.fixture
def dated(tiny_book: TinyBook) -> TinyBook:
    """The tiny book with a dated fact and a page for it."""
    tiny_book.edit("data/facts.yaml", WHEN, f"{WHEN}    when: 1901-05-03\n")
    tiny_book.write("docs/dates.md", PLAIN)
    tiny_book.edit("docs/index.md", "plain\n", "plain\ndates\n")
    return tiny_book


def add_thread(book: TinyBook) -> None:
    thread = "opened: {title: Opened, single: true, thread: building}"
    book.edit("data/facts.yaml", "opened: {title: Opened, single: true}", thread)


def test_each_date_is_a_section_with_what_happened_and_who_tells_it(dated: TinyBook) -> None:
    html = dated.build().text("dates.html")
    section = re.search(
        r'<section class="sourced-date[^>]*id="timeline-3-may-1901">.*?</section>', html, re.DOTALL
    )
    assert section
    assert "<h2>3 May 1901" in section[0]
    words = " ".join(re.sub(r"<[^>]*>", " ", section[0]).split())
    assert "The Elm Bridge was opened on 3 May 1901. Told by" in words
    assert 'href="opening.html#fact-bridge-opened"' in section[0]


def test_a_date_that_the_book_has_worked_out_says_so(dated: TinyBook) -> None:
    """In the list and in the picture's own words; not one that the article states."""
    dated.edit(
        "data/facts.yaml", "published: 1901-05-04", "published: 1901-05-04\n    dated-by: So it seems."
    )
    reckoned = "ated by the reckoning of this book"
    assert reckoned not in dated.build().text("dates.html")
    dated.edit("data/facts.yaml", f"{WHEN}    when: 1901-05-03\n", f"{WHEN}    when: 1901-05-02\n")
    html = dated.build(warnings=["."]).text("dates.html")
    assert f'Gazette · <span class="sourced-reckoned">d{reckoned}</span></p>' in html
    assert f"The Elm Bridge was opened on 3 May 1901. D{reckoned}." in html


def test_the_picture_leads_to_the_date_on_its_page(dated: TinyBook) -> None:
    html = dated.build().text("dates.html")
    assert re.findall(r'<a href="(#timeline-[^"]*)" tabindex="-1"', html) == ["#timeline-3-may-1901"] * 2


def test_a_mark_has_the_number_that_its_event_has_in_the_text(dated: TinyBook) -> None:
    html = dated.build().text("dates.html")
    assert html.count('class="sourced-nth">1</text></a>') == 2
    assert '<span class="sourced-nth">1</span> <a class="reference' in html
    assert "sourced-nth" not in dated.build("text").text("dates.txt")


def test_each_scale_is_a_section_that_the_contents_know(dated: TinyBook) -> None:
    dated.write("docs/dates.md", SCALED)
    build = dated.build()
    toc = build.app.env.tocs["dates"].astext()
    assert "1890 to 1910" in toc
    assert "May 1901 to June 1901" in toc
    html = build.text("dates.html")
    assert (
        html.index("<h2>1890 to 1910")
        < html.index("<h2>May 1901 to June 1901")
        < html.index("<h3>3 May 1901")
    )
    assert "Nothing in this book is dated here." in html


def test_what_lies_on_no_scale_stands_before_them(dated: TinyBook) -> None:
    dated.write("docs/dates.md", "# Dates\n\n```{timeline}\n:scales: 1950/1960\n```\n")
    html = dated.build().text("dates.html")
    assert html.index("<h2>3 May 1901") < html.index("<h2>1950 to 1960")


def test_a_changed_date_is_never_stale(dated: TinyBook) -> None:
    dated.write("docs/dates.md", SCALED)
    assert "Nothing in this book" in dated.build().text("dates.html")
    dated.edit("data/facts.yaml", "    when: 1901-05-03\n", "    when: 1901\n")
    build = dated.build()
    assert "dates" not in build.read
    html = build.text("dates.html")
    assert html.index("<h2>1890 to 1910") < html.index("<h3>1901") < html.index("<h2>May 1901 to June 1901")


def test_other_writers_get_the_text_alone(dated: TinyBook) -> None:
    text = dated.build("text").text("dates.txt")
    assert "The Elm Bridge was opened on 3 May 1901." in text
    assert "svg" not in text
    assert "Everything" not in text
    assert "How to read" not in text


def test_an_ebook_has_the_narrow_picture_and_an_open_key(dated: TinyBook) -> None:
    add_thread(dated)
    page = dated.build("epub", warnings=["epub_copyright"]).text("dates.xhtml")
    assert page.count('role="graphics-document"') == 1
    assert '<div class="sourced-key">' in page
    assert "<fieldset" not in page
    assert "<details" not in page


def test_a_thread_can_be_chosen_without_a_script(dated: TinyBook) -> None:
    add_thread(dated)
    html = dated.build().text("dates.html")
    choices = re.findall(r'class="sourced-pick-(\d)"( checked)?><span>(\w+)', html)
    assert choices == [("0", " checked", "Everything"), ("1", "", "Building")]
    assert '<li class="sourced-thread sourced-thread-1">' in html
    assert re.search(r'<section class="sourced-date [^"]*sourced-thread-1"', html)
    assert html.count('<g class="sourced-thread sourced-thread-1">') == 2


def test_without_threads_there_is_no_choice(dated: TinyBook) -> None:
    html = dated.build().text("dates.html")
    assert "<fieldset" not in html
    assert "sourced-thread-1" not in html


def test_a_page_may_have_two_timelines(dated: TinyBook) -> None:
    dated.write("docs/dates.md", SCALED + SCALED.removeprefix("# Dates\n"))
    html = dated.build().text("dates.html")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_book_without_dates_has_neither_picture_nor_choice(dated: TinyBook) -> None:
    dated.edit("data/facts.yaml", "    when: 1901-05-03\n", "")
    html = dated.build().text("dates.html")
    assert "<svg" not in html
    assert "sourced-key" not in html


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param("bridge-opened", "write each fact once", id="no words"),
        pytest.param(
            "bridge-opened: The ford was opened", "are not words of “bridge-opened”", id="other words"
        ),
        pytest.param("ford-opened: The ford", "there is no fact “ford-opened”", id="no fact"),
    ],
)
def test_a_label_that_its_fact_does_not_bear_is_refused(dated: TinyBook, body: str, message: str) -> None:
    dated.write("docs/dates.md", f"# Dates\n\n```{{timeline}}\n{body}\n```\n")
    build = dated.build(warnings=[re.escape(message)])
    assert re.search(r"dates\.md:[34]: ", build.warnings[0])


def test_a_label_stands_in_the_picture(dated: TinyBook) -> None:
    label = "bridge-opened: The Elm Bridge"
    dated.write("docs/dates.md", f"# Dates\n\n```{{timeline}}\n{label}\n```\n")
    html = dated.build().text("dates.html")
    assert html.count(">3 May: The Elm") == 2
    assert " ".join(re.findall(r'class="sourced-flag">([^<]*)<', html)).count("Bridge") == 2


GROUP = "# Dates\n\n```{timeline}\nbridge-opened, bridge-length: The Elm Bridge\n```\n"
NO_DATE = "the quotation does not give this date"


def date_length(book: TinyBook, when: str) -> None:
    book.write("docs/dates.md", GROUP)
    book.edit("data/facts.yaml", "  bridge-length:\n", f"  bridge-length:\n    when: {when}\n")


def test_facts_that_tell_one_event_stand_under_it(dated: TinyBook) -> None:
    date_length(dated, "1901")
    html = dated.build(warnings=[NO_DATE]).text("dates.html")
    assert html.count('<section class="sourced-date') == 1
    (under,) = re.findall(r'<ul class="sourced-accounts[^"]*">.*?</ul>', html, re.DOTALL)
    assert "The Elm Bridge is 40 metres long." in under
    assert "was opened" not in under


def test_facts_of_two_times_are_not_one_event(dated: TinyBook) -> None:
    date_length(dated, "1950")
    dated.build(warnings=["`bridge-length` is of another time than `bridge-opened`", NO_DATE])

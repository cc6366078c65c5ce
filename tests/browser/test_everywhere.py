"""What holds for every page: narrow screens, no scripts, no network, paper."""

from __future__ import annotations

from io import BytesIO

from playwright.sync_api import expect
from pypdf import PdfReader

from .reading import CARD, MARK, PHONE, WIDTHS, Reader, Site, words

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_no_page_is_wider_than_the_screen(reader: Reader, site: Site) -> None:
    page = reader.open(site.pages[0])
    wider = {}
    for path in site.pages:
        page.goto(reader.address(path))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 700})
            wider[path, width] = page.evaluate(WIDER)
    assert not {where: by for where, by in wider.items() if by > 0}


def test_every_page_reads_the_same_without_scripts(reader: Reader, site: Site) -> None:
    page = reader.open(site.pages[0], scripts=False)
    for path in site.pages:
        page.goto(reader.address(path))
        expect(page.locator("h1").first).to_be_visible()
        notes = page.locator('[role="doc-endnotes"]')
        if MARK.split("[")[1][:-1] in site.text(path):
            expect(notes.locator("li").first).to_be_visible()


def test_every_page_works_from_disk(reader: Reader, site: Site) -> None:
    page = reader.open(site.pages[0], from_disk=True)
    for path in site.pages:
        page.goto(reader.address(path, from_disk=True))
        expect(page.locator("h1").first).to_be_visible()
    page.goto(reader.address(site.richest, from_disk=True))
    page.locator(MARK).first.click()
    expect(page.locator(CARD)).to_be_visible()


def test_a_printed_page_holds_its_text_and_its_notes(reader: Reader, site: Site) -> None:
    page = reader.open(site.richest, width=PHONE, scheme="dark")
    title = words(page.locator("h1").evaluate("each => each.firstChild.textContent"))
    statements = [words(each) for each in page.locator(".sourced-note cite").all_text_contents()]
    printed = PdfReader(BytesIO(page.pdf(tagged=True, outline=True)))
    text = words(" ".join(sheet.extract_text() for sheet in printed.pages))
    assert title in text
    assert statements
    assert all(each in text for each in set(statements))
    assert printed.outline

"""What reads and writes pages, all loaded at once: a build with nothing to do needs none of it."""

from __future__ import annotations

from sphinx.application import Sphinx

from ..evidence.cards import setup_cards
from ..evidence.heads import setup_heads
from ..evidence.marks import setup_marks
from ..evidence.notes import setup_notes
from ..evidence.quotes import setup_quotes
from ..evidence.waiting import setup_waiting
from ..evidence.whois import setup_whois
from ..footnotes import LetterFootnotes
from ..house.directive import ImportsDirective
from ..parts import setup_pages
from ..pictures.directives import setup_pictures
from ..pictures.timelines import setup_timelines
from ..searching.search import setup_search
from ..shown.differing import setup_shown


def setup_features(app: Sphinx) -> None:
    """Register every feature of pages."""
    setup_marks(app)
    setup_quotes(app)
    setup_whois(app)
    setup_notes(app)
    setup_heads(app)
    app.add_post_transform(LetterFootnotes)
    setup_waiting(app)
    setup_cards(app)
    setup_pages(app)
    app.add_directive("imports", ImportsDirective)
    setup_pictures(app)
    setup_timelines(app)
    setup_search(app)
    setup_shown(app)

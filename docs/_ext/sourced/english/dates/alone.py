"""Words that are a date, and nothing else."""

from __future__ import annotations

from ...text.altered import blanked
from ..lexis.stems import content_words
from .agreement import supports
from .dates import WEEKDAYS, find_dates


def is_date(text: str, when: str = "") -> bool:
    """Whether there is nothing in a text but a date, in whatever words: that one, if it is given."""
    dates = find_dates(text)
    is_own = all(not when or date.value in WEEKDAYS or supports(when, date.value) for date in dates)
    return bool(dates) and is_own and not content_words(blanked(text, ((d.start, d.end) for d in dates)))

"""Finding a quotation in its source."""

from .locating import MIN_WORDS, locate
from .nearness import nearest
from .outcome import Match, Miss, Reason
from .places import candidates, passages
from .sourcetext import Span, Text

__all__ = [
    "MIN_WORDS",
    "Match",
    "Miss",
    "Reason",
    "Span",
    "Text",
    "candidates",
    "locate",
    "nearest",
    "passages",
]

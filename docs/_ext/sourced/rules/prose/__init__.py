"""The rules on pages: what a sentence may say of the facts that it cites."""

from __future__ import annotations

from . import citing, counting, figures, labels, names, speakers, strength, times, words

MODULES = (citing, figures, labels, names, words, strength, speakers, times, counting)
"""Where they are declared."""

"""The rules on pages: what a sentence may say of the facts that it cites."""

from __future__ import annotations

from . import citing, counting, figures, labels, marks, meant, names, speakers, strength, tables, times, words

MODULES = (citing, figures, labels, tables, names, meant, words, marks, strength, speakers, times, counting)
"""Where they are declared."""

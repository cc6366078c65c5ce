"""Small words by what they do in a sentence, and words for stretches of time, in the singular."""

from __future__ import annotations

from ..patterns import word_list

ARTICLES = frozenset(word_list("a an the this that these those"))
"""What begins a noun and is no owner."""
DETERMINERS = ARTICLES | frozenset(word_list("his her its their our my of"))
"""What stands before a noun."""
BEFORE_NOUNS = ARTICLES | frozenset(word_list("of to in on at for"))
"""What stands before a noun and never before a verb in one of its forms."""
BEING = frozenset(word_list("is are was were be been being"))
AUXILIARIES = BEING | frozenset(word_list("am do does did has have had"))
"""Verbs that carry tense and voice."""
DOERS = frozenset(word_list("he she it they"))
"""What stands for whoever does something."""
WHO = frozenset(word_list("who which"))
"""What begins a clause that only tells which one is meant, and nothing else."""
STRETCHES = frozenset(word_list("second minute hour day night week month year decade century"))

"""The rules, each under its stable code. Importing this package fills the table."""

from . import facts, glosses, prose, quotation, records, speech, statements, strength, times, whole, wording
from .registry import RULES, Hit, Rule, checks_for

__all__ = ["RULES", "Hit", "Rule", "checks_for"]
_ = (records, quotation, glosses, facts, statements, strength, speech, times, prose, wording, whole)

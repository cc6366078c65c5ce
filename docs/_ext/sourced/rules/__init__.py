"""The rules, each under its stable code. Importing this package fills the table."""

from __future__ import annotations

from . import (
    abouts,
    facts,
    glosses,
    letters,
    prose,
    quotations,
    records,
    shown,
    speech,
    statements,
    strength,
    subjects,
    times,
    whole,
)
from .registry import RULES, Hit, Rule, checks_for, put_in_order
from .verdict import verdicts

__all__ = ["MODULES", "RULES", "Hit", "Rule", "checks_for"]

MODULES = (
    *(records, abouts, quotations, glosses, letters),
    *(facts, subjects, statements, strength, speech, times),
    *prose.MODULES,
    *(whole, shown, verdicts),
)
"""Where rules are declared, in the order in which they are listed within one link of the chain."""

put_in_order(MODULES)

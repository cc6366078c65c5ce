"""What a rule is, and the table of all of them.

A rule is a generator: it is given what it judges and yields a ``Hit`` for each
place where that is wrong. Its docstring says what it stops; the reference page
of finding codes is made from this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypeVar

from msgspec import Struct

from ..book.findings import Severity
from ..book.model import Fact

Link = Literal["source", "quotation", "fact", "prose", "book"]
"""The link of the chain that a rule guards."""
Scope = Literal["source", "name", "fact", "sentence", "page", "whole"]
"""What a check judges: it is given one of these."""

Path = tuple[str | int, ...]


class Hit(Struct, frozen=True, kw_only=True):
    """One place where a rule is broken.

    ``path`` leads into the data file, ``file`` to another file as a whole; on pages ``at`` is an offset into
    the sentence's text (or into the page's, for rules about whole pages).
    """

    message: str
    path: Path = ()
    file: str | None = None
    at: int = 0
    fact: str | None = None


Check = Callable[..., Iterator[Hit]]
_Check = TypeVar("_Check", bound=Check)


class Rule(Struct, frozen=True, kw_only=True):
    """A rule with what people need to know of it."""

    code: str
    link: Link
    hint: str
    summary: str
    explanation: str
    severity: Severity = "error"


RULES: dict[str, Rule] = {}
"""Every rule by its code."""
_CHECKS: dict[Scope, list[tuple[str, Check]]] = {}


def rule(code: str, *, link: Link, scope: Scope, hint: str) -> Callable[[_Check], _Check]:
    """Enter a check into the table under its code; its docstring tells what the rule stops."""

    def enter(check: _Check) -> _Check:
        declare(code, link=link, hint=hint, text=check.__doc__ or "")
        return also(code, scope)(check)

    return enter


def declare(code: str, *, link: Link, hint: str, text: str) -> Rule:
    """Enter a rule into the table: the first line of ``text`` is its summary, the rest explains it."""
    summary, _, explanation = text.strip().partition("\n")
    RULES[code] = Rule(
        code=code, link=link, hint=hint, summary=summary, explanation=" ".join(explanation.split())
    )
    return RULES[code]


def also(code: str, scope: Scope) -> Callable[[_Check], _Check]:
    """Let a rule judge another kind of thing too."""

    def enter(check: _Check) -> _Check:
        _CHECKS.setdefault(scope, []).append((code, check))
        return check

    return enter


def checks_for(scope: Scope) -> list[tuple[Rule, Check]]:
    """The rules that judge ``scope`` with their checks, in the order of the table."""
    return [(RULES[code], check) for code, check in _CHECKS.get(scope, [])]


def within(fact: Fact, *path: str | int) -> Path:
    """The path of a place within a fact's entry."""
    return ("facts", fact.id, *path)

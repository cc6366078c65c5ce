"""What a rule is, and the table of all of them.

A rule is a generator: it is given what it judges and yields a ``Hit`` for each
place where that is wrong. Its docstring says what it stops; the reference page
of finding codes is made from this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, wraps
from types import ModuleType
from typing import Literal, ParamSpec, TypeVar, get_args

from msgspec import Struct

from ..book.findings import Severity
from ..book.model import Fact

Link = Literal["source", "quotation", "fact", "prose", "book"]
"""The link of the chain that a rule guards, in the order of the chain."""
Scope = Literal["source", "name", "fact", "sentence", "page", "waiting-page", "whole"]
"""What a check judges: it is given one of these. A waiting page is not taken in yet."""

Path = tuple[str | int, ...]


class Mend(Struct, frozen=True, kw_only=True):
    """A change that would mend what a rule found.

    On a page ``new`` is to stand instead of ``old``, which stands at the offset ``at`` of the page. In the
    data it is to be the value at ``path``, be there one already or not.
    """

    title: str
    new: str
    old: str = ""
    at: int = 0
    path: Path = ()


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
    hint: str = ""
    """What would mend it here, where that can be said more plainly than for the whole rule."""
    doubt: bool = False
    """Whether this is a reason to have the unit reviewed, and no proof against it."""
    mends: tuple[Mend, ...] = ()


Check = Callable[..., Iterator[Hit]]
_Check = TypeVar("_Check", bound=Check)
_Given = ParamSpec("_Given")


class Rule(Struct, frozen=True, kw_only=True):
    """A rule with what people need to know of it."""

    code: str
    link: Link
    hint: str
    summary: str
    explanation: str
    module: str
    """Where the rule is declared."""
    severity: Severity = "error"


RULES: dict[str, Rule] = {}
"""Every rule by its code, in the order of the chain."""
_CHECKS: dict[Scope, list[tuple[str, Check]]] = {}


def rule(code: str, *, link: Link, scope: Scope, hint: str) -> Callable[[_Check], _Check]:
    """Enter a check into the table under its code; its docstring tells what the rule stops."""

    def enter(check: _Check) -> _Check:
        declare(code, link=link, hint=hint, text=check.__doc__ or "", module=check.__module__)
        return also(code, scope)(check)

    return enter


def declare(code: str, *, link: Link, hint: str, text: str, module: str) -> Rule:
    """Enter a rule into the table: the first line of ``text`` is its summary, the rest explains it."""
    summary, _, explanation = text.strip().partition("\n")
    RULES[code] = Rule(
        code=code,
        link=link,
        hint=hint,
        summary=summary,
        explanation=" ".join(explanation.split()),
        module=module,
    )
    return RULES[code]


def also(code: str, scope: Scope) -> Callable[[_Check], _Check]:
    """Let a rule judge another kind of thing too."""

    def enter(check: _Check) -> _Check:
        _CHECKS.setdefault(scope, []).append((code, check))
        checks_for.cache_clear()
        return check

    return enter


def surest(check: Callable[_Given, Iterator[Hit]]) -> Callable[_Given, Iterator[Hit]]:
    """Let a check tell one thing only: the first that proves a fault, or else the first that is a doubt."""

    @wraps(check)
    def tell(*given: _Given.args, **named: _Given.kwargs) -> Iterator[Hit]:
        found = list(check(*given, **named))
        yield from [min(found, key=lambda hit: hit.doubt)] if found else []

    return tell


def put_in_order(modules: Sequence[ModuleType]) -> None:
    """Order the table by the links of the chain, then by ``modules``; whatever was imported first."""
    links, names = get_args(Link), [module.__name__ for module in modules]
    declared = sorted(RULES.values(), key=lambda rule: (links.index(rule.link), names.index(rule.module)))
    RULES.clear()
    RULES.update((rule.code, rule) for rule in declared)
    places = {code: place for place, code in enumerate(RULES)}
    for checks in _CHECKS.values():
        checks.sort(key=lambda each: places[each[0]])
    checks_for.cache_clear()


@cache
def checks_for(scope: Scope) -> tuple[tuple[Rule, Check], ...]:
    """The rules that judge ``scope`` with their checks, in the order of the table."""
    return tuple((RULES[code], check) for code, check in _CHECKS.get(scope, []))


def within(fact: Fact, *path: str | int) -> Path:
    """The path of a place within a fact's entry."""
    return ("facts", fact.id, *path)

"""Style sheets taken apart: which rules a page has use for, by the classes that stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_](?:[\w-]|\\.)*)")
_ASIDE = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(--[\w-]+)\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')*)")
_STEP = re.compile(r"""["']|[{};]""")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule, within the conditions that it stands in, such as ``@media print``."""

    selectors: tuple[str, ...]
    body: str
    within: tuple[str, ...] = ()

    def text(self) -> str:
        """As a style sheet has it."""
        rule = f"{','.join(self.selectors)}{{{self.body}}}"
        return "".join(f"{each}{{" for each in self.within) + rule + "}" * len(self.within)


def parse(css: str) -> tuple[Rule, ...]:
    """The rules of a sheet in their order; no ``@import`` and the like, ``@keyframes`` as a whole."""
    return tuple(_rules(_COMMENT.sub("", css), ()))


def _rules(css: str, within: tuple[str, ...]) -> Iterator[Rule]:
    at = 0
    while (opened := _next(css, at, "{;")) >= 0:
        head = " ".join(css[at:opened].split())
        if css[opened] == ";":
            at = opened + 1
            continue
        closed = _matching(css, opened)
        body = css[opened + 1 : closed]
        if head.startswith(("@media", "@supports", "@container", "@layer")):
            yield from _rules(body, (*within, head))
        elif head.startswith("@"):
            yield Rule(selectors=(head,), body=body.strip(), within=within)
        else:
            yield Rule(selectors=tuple(_split(head)), body=body.strip().rstrip(";"), within=within)
        at = closed + 1


def _next(css: str, at: int, wanted: str) -> int:
    """Where one of some characters stands next, outside of quotation marks; -1 if nowhere."""
    while found := _STEP.search(css, at):
        if found[0] in wanted:
            return found.start()
        at = found.end()
        if found[0] in "\"'":
            at = css.index(found[0], at) + 1
    return -1


def _matching(css: str, opened: int) -> int:
    """Where the brace that is opened there is closed."""
    depth, at = 1, opened + 1
    while depth:
        found = _next(css, at, "{}")
        if found < 0:
            return len(css)
        depth += 1 if css[found] == "{" else -1
        at = found + 1
    return at - 1


def _split(head: str) -> Iterator[str]:
    """The selectors of a rule, parted at commas that stand in no bracket."""
    depth, start = 0, 0
    for place, letter in enumerate(head):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            yield head[start:place].strip()
            start = place + 1
    yield head[start:].strip()


@cache
def classes(selector: str) -> frozenset[str]:
    """The classes that a page must have for a selector to match, as far as it says so outside of brackets."""
    return frozenset(name.replace("\\", "") for name in _CLASS.findall(_ASIDE.sub("", selector)))


def styled(rules: Iterable[Rule]) -> frozenset[str]:
    """All classes that some rules speak of, in brackets too."""
    return frozenset(name for rule in rules for each in rule.selectors for name in _CLASS.findall(each))


def trim(rules: Iterable[Rule], wanted: Callable[[str], bool]) -> tuple[Rule, ...]:
    """The rules with those of their selectors that are wanted; a rule without any is left out."""
    kept = ((rule, tuple(each for each in rule.selectors if wanted(each))) for rule in rules)
    return tuple(replace(rule, selectors=selectors) for rule, selectors in kept if selectors)


def variables(rules: Iterable[Rule], sheet: Iterable[Rule], known: Set[str]) -> tuple[Rule, ...]:
    """What sets the variables that some rules use, and those that these use in turn, unless known."""
    setting = [
        rule for rule in sheet if any(":root" in each or each.startswith("html") for each in rule.selectors)
    ]
    values = [(rule, _SET.findall(rule.body)) for rule in setting]
    needed, more = set[str](), _used(" ".join(rule.body for rule in rules)) - known
    while more:
        needed |= more
        found = " ".join(value for _, each in values for name, value in each if name in more)
        more = _used(found) - needed - known
    return tuple(
        replace(rule, body=";".join(f"{name}:{value.strip()}" for name, value in each if name in needed))
        for rule, each in values
        if any(name in needed for name, _ in each)
    )


def _used(text: str) -> set[str]:
    return set(_VARIABLE.findall(text))


def set_in(rules: Iterable[Rule]) -> frozenset[str]:
    """The variables that some rules set."""
    return frozenset(name for rule in rules for name, _ in _SET.findall(rule.body))

"""The front matter of a page: whether it is taken in and narrative, and the words of it that readers see."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from .assembly import Flow
from .lines import Lines

_LABELS = frozenset({"title", "subtitle", "description", "abstract", "short_title"})
_DEEPEST = 20


@dataclass(slots=True)
class Front:
    """What a page's front matter says."""

    taken_in: bool | None = None
    """Nothing where the page does not say; one that says whether it is narrative is."""
    narrative: bool = True
    reviewed: bool = False
    why: str = ""
    labels: list[Flow] = field(default_factory=list)
    unchecked: list[tuple[int, str]] = field(default_factory=list)
    misread: list[tuple[int, str]] = field(default_factory=list)
    """What it says to the checks, and they do not understand."""

    def read(self, content: str, lines: Lines) -> None:
        """Read the YAML between the two ``---``; ``lines`` are its lines in the file."""
        try:
            # Composing makes no objects, so that no date or tag can do anything; and the loader
            # is the one in Python, because that in C crashes where brackets are nested very deep.
            tree = yaml.compose(content, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, RecursionError) as error:
            self.unchecked.append((lines.start(0), f"front matter that is no valid YAML ({_problem(error)})"))
            return
        if tree is None:
            return
        if not isinstance(tree, yaml.MappingNode):
            self.unchecked.append((lines.start(0), "front matter that is no mapping"))
            return
        for key, value in tree.value:
            if key.value == "sourced":
                self._sourced(value, lines)
            elif key.value == "myst":
                self._myst(value, lines)
        self._labels(tree, lines, 0)

    def _sourced(self, node: yaml.Node, lines: Lines) -> None:
        if not isinstance(node, yaml.MappingNode):
            self.misread.append((_offset(node, lines), "front matter: `sourced` is no mapping"))
            return
        for key, value in node.value:
            if key.value == "taken-in" and value.value in ("true", "false"):
                self.taken_in = value.value == "true"
            elif key.value == "narrative" and value.value in ("true", "false"):
                self.narrative = value.value == "true"
                self.taken_in = True if self.taken_in is None else self.taken_in
            elif key.value == "reviewed" and value.value == "all":
                self.reviewed = True
            elif key.value == "why" and isinstance(value, yaml.ScalarNode):
                self.why = value.value.strip()
                self.labels.append(_label(value, lines))  # the book's account of itself prints it
            else:
                what = f"front matter: `sourced` with `{key.value}`, which means nothing here"
                self.misread.append((_offset(key, lines), what))

    def _myst(self, node: yaml.Node, lines: Lines) -> None:
        """A page may not change how it is built: it would be read otherwise than it is printed."""
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value not in ("html_meta", "substitutions"):
                what = f"front matter: `myst` with `{key.value}`, which changes how the page is built"
                self.unchecked.append((_offset(key, lines), what))

    def _labels(self, node: yaml.MappingNode, lines: Lines, depth: int, *, all_: bool = False) -> None:
        """What is told of the page; under `html_meta` that is all there is."""
        for key, value in node.value:
            if isinstance(value, yaml.MappingNode) and depth < _DEEPEST:
                self._labels(value, lines, depth + 1, all_=all_ or key.value == "html_meta")
            elif isinstance(value, yaml.ScalarNode) and (all_ or str(key.value) in _LABELS):
                self.labels.append(_label(value, lines))


def _label(node: yaml.ScalarNode, lines: Lines) -> Flow:
    """The words of a scalar; exact in place unless YAML folds or escapes them."""
    flow = Flow()
    start = _offset(node, lines)
    if node.style in ("'", '"'):
        start += 1
    elif node.style in ("|", ">"):
        start = lines.start(node.start_mark.line + 1)
    for number, line in enumerate(node.value.split("\n")):
        flow.add(" " * bool(number) + line.strip(), start)
    return flow


def _offset(node: yaml.Node, lines: Lines) -> int:
    """Where a node stands in the file."""
    line = min(node.start_mark.line, len(lines.lines) - 1)
    return lines.lines[line][1] + node.start_mark.column


def _problem(error: yaml.YAMLError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    return str(getattr(error, "problem", None) or "unreadable")

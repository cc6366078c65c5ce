"""The options of the book theme: what cannot be honoured is refused by name, with the reason.

Nothing on a page may be fetched from another host, and no page loads the theme's own scripts. What an option
asks for beyond that is left out, and the build says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from sphinx.config import Config
from sphinx.util import logging

Options = dict[str, Any]

_LOGGER = logging.getLogger(__name__)
_ADS = "sidebar-ethical-ads"
_ELSEWHERE = "which would be fetched from another host whenever a page is read"


def refuse(config: Config) -> None:
    """Take out of the options what cannot be honoured, and say so; the author's dictionary stays as it is."""
    options = config.html_theme_options = dict(config.html_theme_options)
    for rule in _RULES:
        for name, reason in rule(options):
            _LOGGER.warning("html_theme_options: %s %s", name, reason, type="sourced", subtype="theme")


def _analytics(options: Options) -> Iterator[tuple[str, str]]:
    if options.pop("analytics", None):
        why = (
            "it loads a script of another host into every page. Count what your own server delivers instead."
        )
        yield "analytics", f"is left out: {why}"


def _search_as_you_type(options: Options) -> Iterator[tuple[str, str]]:
    if is_on(options.get("search_as_you_type")):
        del options["search_as_you_type"]
        yield (
            "search_as_you_type",
            "is left out: every page would have to load the whole index. The search page has all results.",
        )


def _announcement(options: Options) -> Iterator[tuple[str, str]]:
    if str(options.get("announcement") or "").startswith("http"):
        del options["announcement"]
        yield "announcement", f"is left out: it names a page, {_ELSEWHERE}. Give its words, as HTML."


def _logo(options: Options) -> Iterator[tuple[str, str]]:
    logo = options.get("logo")
    if not isinstance(logo, dict):
        return
    options["logo"] = logo = dict(logo)
    for part in ("image_light", "image_dark"):
        if _is_elsewhere(logo.get(part)):
            del logo[part]
            yield f"logo.{part}", f"is left out: it names a picture, {_ELSEWHERE}. Keep it beside the pages."


def _icon_links(options: Options) -> Iterator[tuple[str, str]]:
    links = options.get("icon_links")
    if not isinstance(links, list):
        return
    options["icon_links"] = kept = [dict(link) for link in links]
    for link in kept:
        name, icon = link.get("name", ""), str(link.get("icon", ""))
        if link.get("type") == "url" and _is_elsewhere(icon):
            why = f"it names a picture, {_ELSEWHERE}. Keep it beside the pages, with the type local."
        elif "fa-custom" in icon.split():
            why = "an icon of your own needs the icon script. Keep it as a picture, with the type local."
        else:
            continue
        link |= {"type": "fontawesome", "icon": "fa-solid fa-link"}
        yield "icon_links", f"shows “{name}” with an icon of the theme: {why}"


def _launch_buttons(options: Options) -> Iterator[tuple[str, str]]:
    buttons = options.get("launch_buttons")
    if isinstance(buttons, dict) and buttons.get("thebe"):
        options["launch_buttons"] = {key: value for key, value in buttons.items() if key != "thebe"}
        yield "launch_buttons.thebe", "is left out: it loads its scripts from another host."


def _switcher(options: Options) -> Iterator[tuple[str, str]]:
    switcher = options.get("switcher")
    if isinstance(switcher, dict) and _is_elsewhere(switcher.get("json_url")):
        del options["switcher"]
        why = f"its json_url names a file, {_ELSEWHERE}. Give the path of such a file in the book."
        yield "switcher", f"is left out: {why}"
    if is_on(options.get("show_version_warning_banner")):
        del options["show_version_warning_banner"]
        why = "only a script that asks the newest version could know. Use announcement for an old one."
        yield "show_version_warning_banner", f"is left out: {why}"


def _advertisements(options: Options) -> Iterator[tuple[str, str]]:
    for name, value in options.items():
        parts = value.split(",") if isinstance(value, str) else value
        if isinstance(parts, list) and any(_named(part) == _ADS for part in parts):
            options[name] = [part for part in parts if _named(part) != _ADS]
            yield name, f"shows no {_ADS}: advertisements come from another host."


def _gone(options: Options) -> Iterator[tuple[str, str]]:
    if options.pop("expand_toc_sections", None):
        yield "expand_toc_sections", "is left out: the theme has it no longer. Use show_navbar_depth."


_RULES: tuple[Callable[[Options], Iterator[tuple[str, str]]], ...] = (
    *(_analytics, _search_as_you_type, _announcement, _logo, _icon_links),
    *(_launch_buttons, _switcher, _advertisements, _gone),
)


def is_on(value: object) -> bool:
    """Themes read such an option as a word or as a truth value."""
    return str(value).strip().lower() in {"true", "1", "yes", "on"}


def _is_elsewhere(address: object) -> bool:
    return str(address or "").startswith(("http://", "https://", "//"))


def _named(part: object) -> str:
    return PurePosixPath(str(part).strip()).stem


def set_defaults(config: Config) -> None:
    """What follows from the options as they are given."""
    options = config.html_theme_options
    # Without it the theme adds a search button to a bar that nobody asked for.
    options.setdefault("navbar_persistent", [])
    if is_on(options.get("use_download_button")):
        config.html_copy_source = True  # or the button would lead nowhere

"""The options that the tests set, and the pages and files that they speak of."""

from __future__ import annotations

import json

PAGES = {
    "part/below/index": "# Below\n\n```{toctree}\ndeep\n```\n",
    "part/below/deep": "# Deep\n",
    "noted": (
        "# Noted\n\nA word.[^a] Another.[^b] The first again.[^a]\n\n"
        "[^a]: What is noted.\n\n    And a second paragraph.\n\n[^b]: {-} Beside it.\n"
    ),
    "notebook": "---\nkernelspec:\n  name: python3\n---\n\n# Notebook\n",
}
ROOT = (
    "# A small site\n\n```{toctree}\n:caption: Parts\npart/one\npart/below/index\ntwo\nnoted\nnotebook\n```\n"
)

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>\n'
)
FILES = {
    "_static/light.svg": PICTURE,
    "_static/dark.svg": PICTURE,
    "_static/images/own.svg": PICTURE,
    "_static/own.css": ".own { color: teal }\n",
    "_static/own.js": "globalThis.own = true;\n",
    "_templates/hello.html": '<p class="hello">Hello from {{ pagename }}</p>\n',
    "_templates/layout.html": (
        '{% extends "!layout.html" %}{% block extrahead %}{{ super() }}<meta name="own">{% endblock %}'
    ),
    "versions.json": json.dumps(
        [{"version": "1", "url": "/1/"}, {"version": "2", "name": "Two", "url": "/2/"}]
    ),
}
AUTHORS = {
    "html_static_path": ["_static"],
    "templates_path": ["_templates"],
    "html_css_files": ["own.css"],
    "html_js_files": ["own.js"],
}

REPOSITORY = {
    "repository_url": "https://git.example.org/team/book",
    "repository_provider": "gitlab",
    "repository_branch": "draft",
    "path_to_docs": "docs",
    "use_repository_button": True,
    "use_edit_page_button": True,
    "use_source_button": True,
    "use_issues_button": True,
}
"""Of a server of their own."""

FULL = REPOSITORY | {
    "announcement": "<b>Hear</b> this",
    "sticky_banners": True,
    "logo": {
        "image_light": "_static/light.svg",
        "image_dark": "_static/dark.svg",
        "text": "Words by the logo",
        "alt_text": "A bridge",
        "link": "two",
    },
    "icon_links": [
        {"name": "Code", "url": "https://git.example.org/", "icon": "fa-brands fa-gitlab"},
        {"name": "Own", "url": "https://example.org/", "icon": "_static/images/own.svg", "type": "local"},
    ],
    "icon_links_label": "Elsewhere",
    "github_url": "https://github.com/team",
    "gitlab_url": "https://gitlab.com/team",
    "bitbucket_url": "https://bitbucket.org/team",
    "twitter_url": "https://twitter.com/team",
    "external_links": [{"name": "Other site", "url": "https://example.org/other"}],
    "toc_title": "In this chapter",
    "use_download_button": True,
    "use_fullscreen_button": True,
    "launch_buttons": {
        "binderhub_url": "https://binder.example.org",
        "notebook_interface": "jupyterlab",
    },
    "home_page_in_toc": True,
    "show_navbar_depth": 2,
    "max_navbar_depth": 2,
    "extra_footer": "<i>Beneath it all</i>",
    "use_sidenotes": True,
    "search_bar_text": "Look for",
    "navigation_with_keys": True,
    "show_toc_level": 2,
    "back_to_top_button": True,
    "pygments_light_style": "friendly",
    "pygments_dark_style": "monokai",
    "navbar_start": ["navbar-logo"],
    "navbar_center": ["navbar-nav"],
    "navbar_end": ["navbar-icon-links", "version-switcher"],
    "navbar_persistent": ["search-button"],
    "navbar_align": "right",
    "header_links_before_dropdown": 2,
    "header_dropdown_text": "And more",
    "switcher": {"json_url": "versions.json", "version_match": "2"},
    "check_switcher": True,
    "article_header_start": ["breadcrumbs"],
    "article_header_end": ["hello.html", "article-header-buttons"],
    "article_footer_items": ["hello.html"],
    "content_footer_items": ["indices"],
    "primary_sidebar_end": ["hello.html"],
    "footer_start": ["sphinx-version"],
    "footer_center": ["hello.html"],
    "footer_end": ["theme-version"],
    "footer_content_items": ["author", "extra-footer"],
    "secondary_sidebar_items": {"**": ["page-toc", "edit-this-page", "sourcelink"], "two": []},
    "shorten_urls": True,
    "surface_warnings": True,
}

OTHER = {
    "collapse_navbar": True,
    "show_prev_next": False,
    "back_to_top_button": False,
    "disable_search": True,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "logo_link": "https://example.org/home",
    "collapse_navigation": True,
    "navigation_depth": 1,
    "show_nav_level": 1,
    "sidebar_includehidden": False,
    "pygment_light_style": "friendly",
    "pygment_dark_style": "monokai",
}

REFUSED = {
    "analytics": {"google_analytics_id": "G-0"},
    "search_as_you_type": True,
    "announcement": "https://example.org/announcement.html",
    "logo": {"image_light": "https://example.org/logo.svg", "text": "Words"},
    "icon_links": [
        {"name": "Far", "url": "https://example.org/", "icon": "https://example.org/a.svg", "type": "url"},
        {"name": "Custom", "url": "https://example.org/", "icon": "fa-custom fa-own"},
    ],
    "launch_buttons": {"thebe": True},
    "switcher": {"json_url": "https://example.org/versions.json", "version_match": "1"},
    "show_version_warning_banner": True,
    "primary_sidebar_end": ["sidebar-ethical-ads"],
    "expand_toc_sections": ["part/one"],
}

"""For every option: which site shows it, on which page, and by what."""

from __future__ import annotations

ONE = "part/one.html"
BELOW = ("other", "part/below/index.html", '<nav class="bd-docs-nav bd-links".*href="deep.html"')
"""What the other theme's own list of the pages below shows, by its own template."""
MENU = '<ul class="header-menu" id="source-buttons-menu" popover>.*'
SHOWN = {
    "announcement": ("full", ONE, '<aside class="bd-header-announcement"[^>]*><div[^>]*><b>Hear</b> this'),
    "secondary_sidebar_items": (
        "full",
        ONE,
        '<aside class="bd-sidebar-secondary".*class="tocsection editthispage"',
    ),
    "toc_title": ("full", ONE, '<p class="page-toc-title" id="page-toc-title">In this chapter</p>'),
    "article_header_start": (
        "full",
        ONE,
        '<header class="bd-header">.*<ul class="bd-breadcrumbs">.*</header>',
    ),
    "article_header_end": (
        "full",
        ONE,
        '<span class="bd-header-tools"> <p class="hello">Hello from part/one',
    ),
    "use_download_button": ("full", ONE, 'download-source-button" href="../_sources/part/one.md"'),
    "use_fullscreen_button": ("full", ONE, 'onclick="toggleFullScreen\\(\\)"'),
    "use_issues_button": ("full", ONE, f'{MENU}href="https://git.example.org/team/book/-/issues/new'),
    "use_source_button": ("full", ONE, f'{MENU}/team/book/-/blob/draft/docs/part/one.md\\?plain=1"'),
    "use_edit_page_button": ("full", ONE, f'{MENU}/team/book/-/edit/draft/docs/part/one.md"'),
    "use_repository_button": ("full", ONE, f'{MENU}href="https://git.example.org/team/book"'),
    "path_to_docs": ("full", ONE, "/draft/docs/part/one.md"),
    "repository_url": ("full", ONE, "https://git.example.org/team/book"),
    "repository_branch": ("full", ONE, "/edit/draft/"),
    "repository_provider": (
        "full",
        ONE,
        'source-buttons" popovertarget[^>]*><svg class="svg-icon fab fa-gitlab"',
    ),
    "launch_buttons": (
        *("full", "notebook.html"),
        (
            ""
            'href="https://binder.example.org/v2/git/[^"]*urlpath=lab/tree/docs/notebook.md".*<img '
            'src="_static/images/logo_binder'
        ),
    ),
    "navbar_start": (
        "full",
        ONE,
        '<nav class="bd-navbar"[^>]*><div class="navbar-item"> ?<a class="navbar-brand logo"',
    ),
    "navbar_center": ("full", ONE, '<ul class="bd-navbar-elements">.*>Two'),
    "navbar_end": ("full", ONE, '<nav class="bd-navbar".*<ul class="navbar-icon-links".*<header'),
    "navbar_persistent": ("full", ONE, '<nav class="bd-navbar".*aria-label="Search".*<header'),
    "navbar_align": ("full", ONE, "navbar-header-items__center ms-auto"),
    "header_links_before_dropdown": ("full", ONE, 'Below </a> </li> <li class="nav-item dropdown">'),
    "header_dropdown_text": (
        "full",
        ONE,
        (
            'popovertarget="pst-nav-more-links"> And more </button> <ul '
            'id="pst-nav-more-links" class="dropdown-menu" popover>'
        ),
    ),
    "external_links": ("full", ONE, 'href="https://example.org/other"> Other site'),
    "switcher": (
        "full",
        ONE,
        'popovertarget="versions[^"]*">Two</button>.*href="/2/" aria-current="true">Two</a>',
    ),
    "home_page_in_toc": (
        "full",
        "index.html",
        '<ul class="bd-sidenav__home-link">.*aria-current="page" href="#">A small site',
    ),
    "show_navbar_depth": ("full", ONE, '<details open="open"><summary aria-label="Below">'),
    "max_navbar_depth": (
        "full",
        ONE,
        '<li class="toctree-l2"><a class="nav-link" href="below/deep.html">Deep',
    ),
    "collapse_navbar": ("plain", ONE, 'href="below/deep.html"'),
    "extra_footer": ("full", ONE, '<footer.*<div class="extra_footer"> <i>Beneath it all</i>'),
    "footer_content_items": (
        "full",
        ONE,
        '<footer class="bd-footer"> <p class="component-author"> By Its author </p> <div class="extra',
    ),
    "footer_start": ("full", ONE, '<footer.*<p class="sphinx-version">'),
    "footer_center": ("full", ONE, '<div class="footer-items__center">.*Hello'),
    "footer_end": ("full", ONE, '<footer.*<p class="theme-version">'),
    "use_sidenotes": (
        "full",
        "noted.html",
        (
            '<span class="sidenote" id="[^"]+" role="note"><sup>1</sup> <span '
            'class="sidenote-paragraph">What is noted.</span><span '
            'class="sidenote-paragraph">And a second'
        ),
    ),
    "bitbucket_url": ("full", ONE, 'href="https://bitbucket.org/team"'),
    "github_url": ("full", ONE, 'href="https://github.com/team"'),
    "gitlab_url": ("full", ONE, 'href="https://gitlab.com/team"'),
    "twitter_url": ("full", ONE, 'href="https://twitter.com/team"'),
    "icon_links_label": ("full", ONE, '<ul class="navbar-icon-links" aria-label="Elsewhere"'),
    "icon_links": (
        "full",
        ONE,
        (
            'href="https://git.example.org/"[^>]*><svg class="svg-icon fa-brands '
            'fa-gitlab.*<img src="../_static/images/own.svg"'
        ),
    ),
    "show_prev_next": ("plain", ONE, '<nav class="prev-next-area"'),
    "search_bar_text": ("full", ONE, 'type="search" name="q" placeholder="Look for" aria-label="Look for"'),
    # Arrow keys always turn the page, as the browser tests see: with this option, too, by one script alone.
    "navigation_with_keys": ("full", ONE, 'src="../_static/sourced-theme.js'),
    "sidebar_includehidden": BELOW,
    "navigation_depth": BELOW,
    "collapse_navigation": BELOW,
    "show_nav_level": BELOW,
    "show_toc_level": ("full", ONE, '<body[^>]* data-levels="2"'),
    "check_switcher": ("full", ONE, ">Two</button>"),
    "pygments_light_style": ("full", ONE, '<body class="[^"]*own-code'),
    "pygments_dark_style": ("full", ONE, "_static/pygments.css"),
    "pygment_light_style": ("other", ONE, "_static/pygments.css"),
    "pygment_dark_style": ("other", ONE, "_static/pygments.css"),
    "logo": (
        "full",
        ONE,
        (
            'href="../two.html"> <img class="logo__image only-light" '
            'src="../_static/light.svg" alt="A bridge" width="60" height="20" /> <img '
            'class="logo__image only-dark" src="../_static/dark.svg".*<span '
            'class="logo__title">Words by the logo'
        ),
    ),
    "logo_link": (
        "other",
        ONE,
        (
            '<a class="navbar-brand logo" href="https://example.org/home"> <img '
            'class="logo__image" src="../_static/light.svg" alt="[^"]* - Home"'
        ),
    ),
    "surface_warnings": ("full", ONE, "</html>"),
    "back_to_top_button": ("full", ONE, '<div class="back-to-top"><a href="#main-content">.*Back to top'),
    "shorten_urls": ("full", ONE, "</html>"),
    "article_footer_items": ("full", ONE, '<div class="bd-footer-article"><p class="hello">'),
    "content_footer_items": ("full", ONE, '<footer.*class="sidebar-indices-items"'),
    "primary_sidebar_end": ("full", ONE, '<div class="sidebar-primary-items__end"><p class="hello">'),
    "sticky_banners": ("full", ONE, '<body class="[^"]*sticky-banners'),
}

ABSENT = {
    "show_prev_next": ("other", ONE, "prev-next-area"),
    "back_to_top_button": ("other", ONE, "back-to-top"),
    "disable_search": ("other", ONE, 'type="search"|bd-header-search'),
    "use_download_button": ("other", ONE, "download-buttons"),
    "use_fullscreen_button": ("other", ONE, "toggleFullScreen"),
    "collapse_navbar": ("other", ONE, "below/deep.html"),
    "max_navbar_depth": ("full", ONE, "toctree-l3"),
    "secondary_sidebar_items": ("full", "two.html", 'id="page-toc"'),
    "use_sidenotes": ("full", "noted.html", 'role="doc-footnote"|\\{-\\}'),
}
"""What must not be there, where the option says so."""

SAID = {
    "analytics": "analytics is left out: it loads a script of another host",
    "search_as_you_type": "search_as_you_type is left out: every page would have to load the whole index",
    "announcement": "announcement is left out: it names a page, which would be fetched from another host",
    "logo": "logo.image_light is left out: it names a picture",
    "icon_links": "icon_links shows “Far” with an icon of the theme: it names a picture",
    "launch_buttons": "launch_buttons.thebe is left out: it loads its scripts from another host",
    "switcher": "switcher is left out: its json_url names a file",
    "show_version_warning_banner": "show_version_warning_banner is left out: only a script",
    "primary_sidebar_end": "primary_sidebar_end shows no sidebar-ethical-ads",
    "expand_toc_sections": "expand_toc_sections is left out: the theme has it no longer",
}
"""What is refused, and how."""

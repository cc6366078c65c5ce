"""Words, values and pieces of Markdown that are apt to break something, for the changes."""

from __future__ import annotations

WORDS = [
    word
    for row in (
        "the a of in and or not never no said told says according to by was were is his her it they he",
        "Ames Berit Mayor Elm Bridge Gazette 40 41 metres 3 May 1901 1901 Sunday yesterday week two hundred",
        "dozens thousand and first reportedly could may rumours denied false only other still now about at",
        "least more than nearly “ ” ‘ ’ \" ' , . ; : - – … ( ) [ ] but although which that km north son of",
        "source report three articles both reports half ½ 9/11 U.S. Dr. ſ İ é а ２ ² \u200b \u00a0",
        "\ufeff \u2028",
    )
    for word in row.split(" ")
]
SCALARS = [
    "", " ", "…", "...", "²", "2001-²", "x" * 300, "9" * 5000, "9" * 400 + " km", "1,0,0", "9999-12-31",
    "0001-01-01", "0000", "../1901", "1901/..", "..", "/", "1/2/3/4", "1901-13-40", "XXXX-05", "199X",
    "1901-2X", "1901?~%", "-1", "five hundred and", "elm-bridge", "ames", "gazette", "nobody-at-all",
    "@Gazette", "Elm-Bridge", "3 May", "Sunday", "tomorrow", "next week", "9999 years ago",
    "10000 decades before 9/11", "a day after 31 December 9999", "true", "null", "~", "0x10", "$a$",
    "{fact}`x`", "<b>", "“", "\u202eabc", "a\u0301" * 40, "\U0001f600", "not " * 60, "north of", "no name",
    "\ud800",
]  # fmt: skip
UNITS = [
    "{fact}`bridge-length` ", "{fact}`x <bridge-opened>` ", "{evidence}`bridge-length, nothing` ",
    "{own}`why` ", "{except}`number-not-in-facts: so` ", "{quote}`claim` ", "{name}`Ames <ames>` ",
    "{figure}`facts` ", "{x}`y` ", "\n```{quote} claim\n```\n",
    "\n```{timeline}\n:scales: 1901\nclaim: never closed\n```\n", "\n```{people}\n```\n",
    "\n```{locator}\ncentre: bridge-length\n```\n", "\n:::{note}\nA note.\n:::\n", "\n## A heading\n\n",
    "\n- item\n", "\n> quoted\n", "\n| a | b |\n| - | - |\n| 40 | {fact}`bridge-length` |\n", "\n---\n",
    "$a$", "$$\nx\n$$\n", "{{ x }}", "<b>bold</b>", "<!-- a", "-->", "![alt 41](a.png)",
    "[words](<a b> 'title 42')", "[^1]", "\n[^1]: a note\n", "`code 43`", "**", "_", "\\", "&nbsp;",
    "&#x110000;", "\t", "\r", "\x0c", "(target)=\n", "{.class}", "{#id}", "% comment\n", "+++\n",
    "\n```\nopen", "\n    indented\n", "<https://a.example>", "term\n: definition\n", "|", "::",
]  # fmt: skip

"""The reader of pages: MyST Markdown into sentences with their places.

``lines`` knows where text stands in the file, ``markdown`` configures the
parser, ``front`` reads the front matter, ``blocks`` walks over what is below
each other, ``fences`` over directives and code, ``inline`` over what is beside
each other, ``directives``, ``roles`` and ``html`` say what is what, ``assembly``
makes sentences of it, and ``code`` of what is shown as it is written.
"""

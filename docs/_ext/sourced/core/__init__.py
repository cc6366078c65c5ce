"""The core of a sourced book: text and data in, findings out.

It imports neither Sphinx nor docutils; the command line, the Sphinx extension
and the pytest plug-in are faces of it and hold no rule of their own.
"""

"""How people and programs meet a book: command, editor, preview, pytest, Sphinx, theme."""

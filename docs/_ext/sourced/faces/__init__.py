"""How people and programs meet a book: command, pytest, Sphinx, theme."""

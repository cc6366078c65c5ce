"""The search of the book, and how a reader lands on what was found."""

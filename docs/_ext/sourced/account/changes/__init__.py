"""What changed for a reader between two states of a book."""

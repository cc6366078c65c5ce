"""What is told of a book, as data."""

"""What is told of a source: its passages in order, and what becomes of each."""

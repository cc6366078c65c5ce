"""What is kept of a check: its figures and findings, and for the next one what its parts came to."""

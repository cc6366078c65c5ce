"""The data file and the sources: read, placed, and found wrong."""

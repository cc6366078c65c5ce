"""The commands that write into the data file."""

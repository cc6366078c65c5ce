"""The picture of who is tied to whom."""

"""What stands at a place of a text that is being typed."""

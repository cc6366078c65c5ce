"""What an editor may want to know before a change, and after it: uses, differences, another ID."""

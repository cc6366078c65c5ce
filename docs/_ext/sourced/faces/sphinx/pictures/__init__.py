"""The directives that draw pictures."""

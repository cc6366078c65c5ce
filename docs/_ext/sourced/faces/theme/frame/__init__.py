"""The frame around the text: the theme's options, parts, icons and rules, and what stands in the margin."""

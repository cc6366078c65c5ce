"""The live preview: an edited page is in the browser in a moment, and beside it what is wrong with it."""

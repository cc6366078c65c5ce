"""The picture of how well sourced each page is."""

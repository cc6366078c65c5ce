"""The page that tells how the extension itself is built: its folders, and who imports whom."""

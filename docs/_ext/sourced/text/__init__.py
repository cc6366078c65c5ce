"""Text without meaning: letters, sentences, files, days."""

"""The language server: verdicts, completion, evidence and quick fixes where pages and data are written."""

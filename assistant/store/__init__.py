"""SQLite: the one place that knows SQL."""

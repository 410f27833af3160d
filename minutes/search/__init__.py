"""Search over all records, on FTS5 of SQLite and on the full text of PostgreSQL."""

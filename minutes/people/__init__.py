"""People: who is one person and who are two, and what papers say of each."""

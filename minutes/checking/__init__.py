"""Checking a meeting: what needs a look, beside the page it stands on, and what people answered."""

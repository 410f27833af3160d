"""What becomes of what was agreed, after its meeting."""

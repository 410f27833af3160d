"""A whole committee as one file, and from such a file into another installation."""

"""The papers as they are shown: their files, the pictures of their pages, their paragraphs, and where words stand."""

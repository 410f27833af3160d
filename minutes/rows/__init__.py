"""The rows of the lists: written at once, for the tags of a template take most of the time of a page with thirty.

Each module writes the rows of some lists, as ``minutes.templatetags.rows`` gives them to the pages. Words that come
from people and papers go through ``written``, which escapes them.
"""

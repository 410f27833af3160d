"""An installation in a folder: every row and every paper, consistent with each other, and to be had back from it.

A backup knows no database's own format, so it can be restored on another version of PostgreSQL, and SQLite's on
PostgreSQL. It has a file of rows for each kind of record, the papers under their names, and a manifest with the sum of
each. Papers are only ever added, and stored before their rows; so the rows are taken first, in one snapshot, and every
paper that they name is there when the papers are copied. Left out are who is signed in, and what is worked out from
the rest: the search index.
"""

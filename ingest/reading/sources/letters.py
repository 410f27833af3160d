"""Letters as they are read: white space of every width is a space, and what is never seen is left out."""

from __future__ import annotations

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = dict.fromkeys("\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
_UNSEEN = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad", "")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_PLAIN = str.maketrans(_LIGATURES | _SPACES | _UNSEEN | _HYPHENS)


def plain(text: str) -> str:
    """The text of a Word or text file with plain spaces and hyphens, and ligatures spelt out.

    >>> plain("Councillor\u202fA Marl’s of\ufb01ce, re\u200bport")
    'Councillor A Marl’s office, report'
    """
    return text.translate(_PLAIN)

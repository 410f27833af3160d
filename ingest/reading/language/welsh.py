"""Welsh beside English, or in its place: told by the small words that every sentence has, and said to the officer.

Councils in Wales publish in both languages (Welsh Language (Wales) Measure 2011). The reader knows English; what
stands in Welsh alone is better named than misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.reading.model import Problem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words of grammar that the other language does not have; "a", "i", "o", "am" and "y" would mislead, being letters.
_WELSH = frozenset(
    _WORD.findall(
        "yr yn ac ar ei eu gan gyda wedi oedd roedd bod fod bydd byddai mae nad nid sydd hefyd hwn hon rhwng trwy drwy "
        "wrth tuag cael ddim dim dydd cyfarfod cofnodion pwyllgor cyngor cynghorydd cynghorwyr a'r i'r o'r â'r"
    )
)
_ENGLISH = frozenset(
    _WORD.findall("the of and to was were that be been by for with from had has have it which this at on is are")
)
_LEAST = 4  # of the small words: a name such as Cyngor Bro is not a sentence


def is_welsh(text: str) -> bool:
    """Whether a paragraph is written in Welsh: its small words are, and are more than the English ones."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    welsh = sum(word in _WELSH for word in words)
    return welsh >= _LEAST and welsh > 2 * sum(word in _ENGLISH for word in words)


def said(paragraphs: Iterable[str]) -> tuple[Problem, ...]:
    """One problem where paragraphs of a paper are in Welsh, saying what to do; none where all is in English.

    A paper counts as being in Welsh where more than half of its letters stand in Welsh paragraphs.
    """
    texts = tuple(paragraphs)
    welsh = sum(len(text) for text in texts if is_welsh(text))
    if not welsh:
        return ()
    if 2 * welsh > sum(len(text) for text in texts):
        return (Problem("This paper is in Welsh, which the reader does not know. Upload the English version."),)
    return (Problem("Part of this paper is in Welsh. Only what stands in English was read."),)

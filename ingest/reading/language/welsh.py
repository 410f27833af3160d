"""Welsh beside English, or in its place: told by the small words that every sentence has, and said to the officer.

Councils in Wales publish in both languages (Welsh Language (Wales) Measure 2011). The reader knows English; what
stands in Welsh alone is better named than misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from ingest.reading.model import Block, Paper, Problem

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
BODY = r"(?:pwyllgor|cyd-?bwyllgor|bwrdd|fforwm|gr[wŵ]p)"
"""What the bodies of a council are called: the first word of their names."""
_FEWEST = 2  # beside a Welsh column, which says by itself that the paper is in two languages
_WHOLE = 3  # times as much Welsh as English: the paper itself is in Welsh
_LEAST = 4  # of the small words: a name such as Cyngor Bro is not a sentence


@lru_cache(maxsize=2048)  # several rooms ask for the same paragraph in turn
def is_welsh(text: str) -> bool:
    """Whether a paragraph is written in Welsh: its small words are, and are more than the English ones."""
    if _WELSH.isdisjoint(text.lower().split()):
        return False  # quicker than to take the marks off every word
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    welsh = sum(word in _WELSH for word in words)
    return welsh >= _LEAST and welsh > 2 * sum(word in _ENGLISH for word in words)


def english(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without the Welsh that stands beside English: columns of tables, and paragraphs between English ones.

    A table that has one column left is the paragraphs of that column. A paper without English stays as it is.
    """
    listed = tuple(blocks)
    if not any(_has_welsh(block) for block in listed):
        return listed
    kept = tuple(part for block in listed for part in _english(block))
    return kept if any(_words(part).strip() for part in kept) else listed


def in_english(paper: Paper) -> Paper:
    """The paper without the Welsh beside its English; the parts of it that are in Welsh alone stay as they are."""
    front, tail = english(paper.front), english(paper.tail)
    sections = tuple(replace(section, blocks=english(section.blocks)) for section in paper.sections)
    return replace(paper, front=front, sections=sections, tail=tail)


def _has_welsh(block: Block) -> bool:
    return bool(_welsh_columns(block)) if block.kind == "table" else is_welsh(block.text)


def _english(block: Block) -> Iterator[Block]:
    if block.kind != "table":
        if not is_welsh(block.text):
            yield block
        return
    welsh = _welsh_columns(block)
    if not welsh:
        yield block
        return
    rows = tuple(tuple(cell for place, cell in enumerate(row) if place not in welsh) for row in block.rows)
    if max(map(len, rows)) > 1:
        yield replace(block, rows=rows)
        return
    for row in rows:
        for cell in row:
            yield from cell.blocks


def _welsh_columns(block: Block) -> frozenset[int]:
    """The columns of a table that are Welsh, where the column beside them is English."""
    width = max((len(row) for row in block.rows), default=0)
    if not 2 <= width <= 4:
        return frozenset()
    texts = [" ".join(row[place].text for row in block.rows if place < len(row)) for place in range(width)]
    welsh = frozenset(place for place, text in enumerate(texts) if is_welsh(text))
    beside = any(_is_english(text) for place, text in enumerate(texts) if place not in welsh)
    return welsh if beside else frozenset()


def _words(block: Block) -> str:
    return block.text or " ".join(cell.text for row in block.rows for cell in row)


def _is_english(text: str) -> bool:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    found = sum(word in _ENGLISH for word in words)
    return found >= _FEWEST and found > sum(word in _WELSH for word in words)


def said(paragraphs: Iterable[str]) -> tuple[Problem, ...]:
    """One problem where paragraphs of a paper are in Welsh, saying what to do; none where all is in English.

    Cells of a table's row stand between tabs in a paragraph, its rows between line ends.

    A paper counts as being in Welsh where its Welsh paragraphs are far longer than the English ones.
    """
    texts = tuple(part for paragraph in paragraphs for part in re.split(r"[\t\n]", paragraph))
    welsh = sum(len(text) for text in texts if is_welsh(text))
    if not welsh:
        return ()
    if welsh > _WHOLE * sum(len(text) for text in texts if not is_welsh(text) and _is_english(text)):
        return (Problem("This paper is in Welsh, which the reader does not know. Upload the English version."),)
    return (Problem("Part of this paper is in Welsh. Only what stands in English was read."),)

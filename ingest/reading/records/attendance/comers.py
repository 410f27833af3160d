"""People listed under an item: "Witnesses:", "In attendance for this item were:", and the names below or behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.model import Block, Section
from ingest.reading.records.attendance import labels, lists, said, said_words
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.sighting import Group, Sighting
from ingest.reading.records.passages import everything

_FOR_ITEM = r"(?:\s+(?:for|during|at|on)\s+(?:this|the|that)?\s*(?:agenda\s+)?items?(?:\s+\d+\w?)?)?"
_LABEL = re.compile(
    rf"(?:(?:also\s+)?(?:in\s+attendance|attending|present){_FOR_ITEM}(?:\s+(?:were|was))?"
    r"|the\s+following\s+(?:\w+\s+){0,4}(?:(?:were|was)\s+(?:also\s+)?(?:in\s+attendance|present|welcomed)|attended)[^:.]{0,50}"
    r"|(?:(?:external|expert|invited)\s+)?(?:witness(?:es)?|contributors?|invitees|guests?|speakers?|presenters?)"
    rf"(?:\s+(?:in\s+attendance|present|attending))?{_FOR_ITEM}"
    r"|(?:(?:council|lead)\s+)?(?:officers?|(?:cabinet|executive|ward|other)\s+members?|partners)\s+"
    rf"(?:also\s+)?(?:in\s+attendance|present|attending){_FOR_ITEM})\s*(?P<colon>:?)[\s–-]*",
    re.IGNORECASE,
)


# "Two members of the public were present to speak:", "The following residents addressed the Committee:"
_SPOKE = re.compile(
    r"(?![^:]*\bnot\b)[^:.;]{0,120}\b(?:public|residents?|speakers?|petitioners?|objectors?|supporters?|young\s+people|people|persons"
    r"|representatives?|organisations?|following)\b[^:.;]{0,80}\b(?:present|attended|attendance|spoke|speak|speaking"
    r"|addressed|heard|evidence|welcomed|made\s+(?:\w+\s+)?(?:statements?|representations?|deputations?))\b"
    r"[^:.;]{0,80}:\s*",
    re.IGNORECASE,
)


_SPEAKS = re.compile(r"\b(?:spoke|speak|speaking|addressed|statements?|representations?|deputations?)\b", re.IGNORECASE)


def spoken(text: str, low: int, high: int) -> int:
    """Where the names begin behind "The following residents addressed the Committee:", 0 where nobody is said to."""
    found = _SPOKE.match(text, low, high)
    return found.end() if found and _SPEAKS.search(found.group()) else 0


def read(section: Section, item: int) -> Iterator[Sighting]:
    """Everybody whom the item lists or tells of as having come, sent apologies or been replaced."""
    group: Group | None = None
    below = False  # whoever stands below is said to have spoken
    for block in section.blocks:
        if block.kind == "table":
            yield from (_spoke(block, item, group) if below and group else []) or _table(block, item)
            group, below = None, False
        elif (label := _LABEL.match(block.text)) and _is_label(block, label):
            group = _group(label.group())
            yield from _people(block, item, group, label.end())
        elif spoke := _SPOKE.match(block.text):
            group, below = Group(default="guest"), spoke.end() == len(block.text)
            yield from _people(block, item, group, spoke.end()) or _sentences(block, item)
        elif group is not None and (seen := _people(block, item, group)):
            yield from seen
        else:
            group, below = None, False
            yield from _sentences(block, item)


def _is_label(block: Block, label: re.Match[str]) -> bool:
    """A label ends with a colon, or is a line of its own that looks like one."""
    if label["colon"]:
        return True
    return label.end() == len(block.text) and (
        block.kind == "heading" or block.bold or block.underlined or block.italic
    )


def _group(label: str) -> Group:
    found = labels.group(re.sub(r"\s+", " ", label)) or Group()
    if found.status != "present" or found.role == "member" or not (found.role or found.default):
        return Group(default="officer")
    return replace(found, remote=False)


def _people(block: Block, item: int, group: Group, low: int = 0) -> list[Sighting]:
    """The people of a list that begins at ``low``; none where the words are no list."""
    text = block.text[low:]
    if not text or said_words.PROSE.search(re.sub(r"\([^()]*\)", " ", text)):
        return []
    listed = lists.people(block.text, low, lines=[piece.start for piece in block.pieces])
    if not listed or block.text[low : listed[0].start].strip(" ,:–-*•"):
        return []
    return [seen for one in listed for seen in sightings(one, block, group, item=item)]


def _spoke(block: Block, item: int, group: Group) -> list[Sighting]:
    """The people of a table below "The following residents spoke:", in its first column that names somebody a row."""
    width = max((len(row) for row in block.rows), default=0)
    for place in range(width):
        cells = [row[place] for row in block.rows if place < len(row) and row[place].text.strip()]
        held = [[seen for inner in cell.blocks for seen in _people(inner, item, group)] for cell in cells]
        if sum(map(bool, held)) >= max(1, len(block.rows) - 1):
            return [seen for found in held for seen in found]
    return []


def _table(block: Block, item: int) -> Iterator[Sighting]:
    for row in block.rows:
        first = row[0].text.strip() if row else ""
        label = _LABEL.fullmatch(first)
        for cell in row:
            for inner in everything(cell.blocks):
                yield from _people(inner, item, _group(first)) if label else _sentences(inner, item)


def _sentences(block: Block, item: int) -> list[Sighting]:
    return said.read(block, item) if said_words.TRIGGER.search(block.text) else []

"""The number of an item where no marker of a list tells it: a code, a word before it, a mark beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.reading.language.dates import dates
from ingest.reading.layout.markers import MIXED
from ingest.reading.layout.sections_titles import set_apart
from ingest.reading.model import Block

# "Item 4: Budget" · "Agenda item 5 – Public forum" · "Minute No. 34 Apologies" · "Eitem 3"
_ITEM = re.compile(
    r"(?i:agenda\s+)?(?i:item|minute|min\.?|eitem)\s*(?i:no\.?\s*)?(?P<number>[A-Z]{0,3}/?\d{1,4}[a-z]?)\s*"
    r"(?:[:.–—-]\s*|\s+(?=[A-Z]))"
)
# "Action by 1. Apologies": the head of the column beside, in one line with the first item
_UNDER_HEAD = re.compile(r"Actions?(?: by)?\s+(?P<number>1\.0?)\s+(?=[A-Z])")
# "49 : APOLOGIES" · "12 – Budget" · "OSC.12 Apologies" · "2023/24-15 Apologies" · "Cou/285/07-08 Present" · "[12] Work"
# "* 31 Budget" · "31* Budget" · "Sc.31 Budget" · "31 | Budget"
_CODED = re.compile(
    r"(?:[\[#§*†‡]\s?)?(?:No\.?\s*)?(?!(?:PART|PAGE|APPENDIX|ANNEX|SECTION|PHASE|OPTION|STAGE|LOT|WARD|ZONE|TABLE|FIGURE|"
    r"YEAR|COVID|PLOT|UNIT|SCHEDULE|GROUP|TEAM|LEVEL|TIER|ROOM)\b)"
    rf"(?P<number>(?:[A-Z]{{1,6}}[ ./-]?|{MIXED})?\d{{1,4}}[a-z]?(?:[./-]\d{{1,4}}){{0,3}}|[IVX]{{1,5}}(?=[.):]))"
    r"\s?\*?\s*(?P<mark>[.:)\]|]|[–—-](?=\s)|(?=\s))\s*(?=[A-Z‘“])"
)

# "* 117 Minutes": a mark says that the item was decided under powers of the committee's own, or is to be confirmed
_BEHIND_MARK = re.compile(r"(?P<number>\d{1,4}(?:/\d{2,4})?)[.:)]?\s+(?=[A-Z‘“])")
_MARKS = ("*", "#", "†", "‡")


class Marked(NamedTuple):
    """``number`` as printed, and where the words after it begin."""

    number: str
    start: int


def marked(block: Block) -> Marked | None:
    """The number that a block begins with, and where its words start; None where there is none.

    A bare one ("12 – Budget", or "12 Budget" behind a star) counts only in words that are set as a heading.
    """
    if block.marker:
        found = _BEHIND_MARK.match(block.text) if block.marker in _MARKS and _heads(block, block.text) else None
    else:
        found = _ITEM.match(block.text) or _UNDER_HEAD.match(block.text) or _coded(block)
    return Marked(found["number"], found.end()) if found else None


def _coded(block: Block) -> re.Match[str] | None:
    item = _CODED.match(block.text)
    if item and any(day.start < item.end("number") < day.end for day in dates(block.text[:80] + " 2000")):
        return None  # "TMG 14 November 2024"
    if item is None or not (item["number"].isdigit() and item["mark"] != ":"):
        return item
    return item if _heads(block, block.text[item.end() :]) else None


def _heads(block: Block, words: str) -> bool:
    return set_apart(block, words) and len(block.text) <= 150

"""Who signs: the name under the last item, with the post under it or beside it."""

from __future__ import annotations

import re

from ingest.reading.model import Block, Paper
from ingest.reading.records.meeting_top import Claim
from ingest.reading.records.passages import everything

_POST = (
    r"(?:(?:interim|acting|deputy|assistant|corporate|executive|strategic|county|city|borough|town|parish|service|legal|"
    r"democratic|head|group|senior|principal)\s+)*(?:director|secretary|solicitor|clerk|chief|monitoring|head of|"
    r"governance|proper officer|democratic|committee|services?)\b"
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s+)?(?:[A-Z][\w.’'-]*\s+){1,3}?[A-Z][\w’'-]+"
    r"(?:,?\s+(?:OBE|MBE|CBE))?"
)
_COUNCILLOR = r"(?:(?i:Cllr|Councillor)\.?\s+)?"
_ALONE = re.compile(rf"(?P<name>{_NAME})")
_BESIDE = re.compile(rf"(?P<name>{_NAME})[\s,–—-]+(?i:(?P<post>{_POST}).{{0,60}})", re.S)
_SIGNED = re.compile(
    rf"\(?Signed(?: by| as an? (?:true|correct|accurate)(?: and \w+)? record)?\s*\)?[:._…\s]+"
    rf"{_COUNCILLOR}(?P<name>{_NAME})\b",
    re.S,
)
_WORDS_OF_POSTS = re.compile(rf"^(?i:{_POST})")
_LATE = 10  # blocks from the end of the paper among which a signature stands


def signatory(paper: Paper) -> Claim | None:
    """The name of the officer or chair who signs at the end; None where there is only a line to sign on."""
    last = [*everything(paper.sections[-1].blocks)][-_LATE:] if paper.sections else []
    blocks = [*last, *everything(paper.tail)][-2 * _LATE :]
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if found := _at(block, below):
            return found
    return _last(blocks[-1]) if blocks else None


def _last(block: Block) -> Claim | None:
    """ "Councillor Grace Holt (Chair)" as the last words of a paper."""
    found = _WITH_CHAIR.fullmatch(block.text.strip())
    return _claim(block, found["name"]) if found and not _NO_NAME.search(found["name"]) else None


def _at(block: Block, below: Block | None) -> Claim | None:
    text = block.text.strip()
    if len(text) > 120 or block.kind == "table" or block.marker:
        return None
    if (signed := _SIGNED.search(text)) or (signed := _BESIDE.fullmatch(text)):
        return None if _NO_NAME.search(signed["name"]) else _claim(block, signed["name"])
    if below and re.fullmatch(r"Signed(?: by)?\W*", text) and (name := _ALONE.fullmatch(below.text.strip())):
        return None if _NO_NAME.search(name["name"]) else _claim(below, name["name"])
    if (chair := _IN_THE_CHAIR.fullmatch(text)) and not _NO_NAME.search(chair["name"]):
        return _claim(block, chair["name"])
    alone = _ALONE.fullmatch(text)
    if alone and below and _CHAIR.fullmatch(below.text.strip()) and not _NO_NAME.search(text):
        return _claim(block, _UNTITLED.sub("", alone["name"]))
    if alone and below and not _WORDS_OF_POSTS.match(text) and _WORDS_OF_POSTS.match(below.text.strip()):
        return _claim(block, alone["name"]) if len(below.text.split()) <= 12 and not below.marker else None
    return None


# "G HOLT" over "CHAIR", "(Councillor Grace Holt, Chair)": who was in the chair signs for the minutes
_CHAIR = re.compile(r"\(?(?:(?:the\s+)?chair(?:man|woman|person)?|presiding\s+(?:member|officer)|convener)\)?\W*", re.I)
_UNTITLED = re.compile(r"^(?:Cllr|Councillor)\.?\s+")
_IN_THE_CHAIR = re.compile(
    rf"\(\s*{_COUNCILLOR}(?P<name>{_NAME})\s*[,–-]\s*(?i:chair(?:man|woman|person)?|convener)\s*\)\W*",
    re.S,
)
_WITH_CHAIR = re.compile(
    rf"{_COUNCILLOR}(?P<name>{_NAME}),?\s*\((?i:(?:the )?chair(?:man|woman|person)?|convener)\)\W*",
    re.S,
)
_NO_NAME = re.compile(
    r"\b(?:the|chair(?:man|person|woman)?|date[ds]?|mayor|leader|convener|presiding|clerk|signed|signature|meeting|committee|"
    r"council|panel|board|minutes|vice|deputy|cadeirydd|page|county hall|town hall)\b",
    re.I,
)


def _claim(block: Block, name: str) -> Claim:
    start = block.text.index(name)
    return Claim(block, start, start + len(name))

"""Where the business ends: signatures, closing times, glossaries, contacts and background papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_titles import is_upper
from ingest.reading.model import Block

_ENDS = re.compile(
    r"(?:the\s+)?(?:meeting|proceedings|panel|committee|session|daeth y cyfarfod)\s.{0,60}?"
    r"(?:ended|closed|finished|concluded|terminated|rose|adjourned|i ben)\b|"
    r"there being no (?:further|other) business|(?:duration|close) of (?:the )?meeting\s*[:–-]|"
    r"meeting (?:closed|ended|finished|concluded)|"
    r"signed\b(?:\s+(?:as|by)\b.*)?[\s:._…-]*|"
    r"(?:chair(?:man|person|woman)?|convener|cadeirydd)\s*[:._…\s]*(?:date\s*[:._…\s]*)?$|"
    r"[_.…]{5,}|date of issue|glossary\b|abbreviations\b|acronyms\b|"
    r"(?:lead officer )?contacts?(?: details| officers?)?\s*:?$|"
    r"background (?:papers|documents)|appendix\b|appendices\b|annex\b|for further information|published on",
    re.I,
)


def tail_start(blocks: tuple[Block, ...]) -> int:
    """The index of the first of the last section's blocks that is no business; their number where all are."""
    for at, block in enumerate(blocks):
        if block.kind != "table" and _ENDS.match(block.marked_text):
            return at
        if _signature(blocks, at):
            return at
    return len(blocks)


_CLOSED = re.compile(
    r"\W*(?:the\s+)?(?:meeting|proceedings|panel|committee|session)\s(?:\w+\s){0,6}?(?:ended|closed|finished|concluded|"
    r"terminated|rose)\b|meeting (?:closed|ended|finished|concluded)|there being no (?:further|other) business|"
    r"\W*(?:duration|close|end) of (?:the )?meeting\b",
    re.I,
)
_APPENDED = re.compile(r"(?:appendix|appendices|annex|annexe)\b.{0,80}$", re.I)


def business_ends(nodes: Sequence[Node]) -> list[int]:
    """The nodes at which the business may be over: a line that closes the meeting, the heading of an appendix."""
    return [at for at, node in enumerate(nodes) if node.block is not None and _ends_business(node.block)]


def _ends_business(block: Block) -> bool:
    if block.kind == "table" or block.marker:
        return False
    headed = block.bold or block.kind == "heading" or is_upper(block.text)
    closed = _CLOSED.match(block.text) and len(block.text.split()) <= 25 and re.search(r"\d", block.text)
    return bool(closed) or (headed and bool(_APPENDED.match(block.text)))


# "MINUTES of a meeting of the … held …" as a title, not the item "3. Minutes of the meeting held on …"
_TITLE = re.compile(
    r"(?:draft )?(?:minutes|notes?)\s+of\s+(?:a|the|an)?\s*.{0,120}\b(?:held|meeting|committee|council)\b", re.I | re.S
)
_NAMES = re.compile(r"(?:\w+ )?(?:present|in attendance|attendance|attendees|committee members)\b", re.I)
_NEAR = 10


def second_meeting(blocks: tuple[Block, ...]) -> int | None:
    """Where the title of another meeting's minutes stands in the same file; None where there is but one.

    A title has no number, and names of those present follow it, as they followed the first one.
    """
    named = [at for at, block in enumerate(blocks) if _NAMES.match(_first_words(block))]
    if not named:
        return None
    for at, block in enumerate(blocks):
        title = at > named[0] + _NEAR and not block.marker and _TITLE.match(block.text.strip())
        if title and any(at < place <= at + _NEAR for place in named) and not block.text.rstrip().endswith("."):
            return _title_start(blocks, at)
    return None


def _first_words(block: Block) -> str:
    if block.kind != "table":
        return block.text.strip()
    return block.rows[0][0].text.strip() if block.rows and block.rows[0] else ""


def _title_start(blocks: tuple[Block, ...], at: int) -> int:
    """The council's and committee's names stand above the line that says what this is."""
    while at and len(blocks[at - 1].text.split()) <= 12 and _NAME_OF_BODY.search(blocks[at - 1].text):
        at -= 1
    return at


_NAME_OF_BODY = re.compile(r"(?:council|committee|panel|board|commission|cabinet|group)\W*$", re.I)


def _signature(blocks: tuple[Block, ...], at: int) -> bool:
    """A name alone in a line, a post alone in the next, near the end ("I M Fisher / County Secretary")."""
    if len(blocks) - at > 12 or at + 1 >= len(blocks):
        return False
    name, post = blocks[at], blocks[at + 1]
    return is_signature_name(name.text) and bool(POST.search(post.text)) and len(post.text.split()) <= 12


# The posts of officers who sign minutes.
POST = re.compile(
    r"\b(?:director|secretary|solicitor|clerk|chief executive|monitoring officer|head of|officer|manager|chair(?:man)?|"
    r"proper officer|town clerk|county solicitor|legal|democratic services|governance)\b",
    re.I,
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.? )?(?:[A-Z][\w.’'-]*\s+){1,4}[A-Z][\w’'-]+(?:,? (?:OBE|MBE|CBE|QPM))?"
)


def is_signature_name(text: str) -> bool:
    """Is this line a person's name and nothing else?"""
    return bool(_NAME.fullmatch(text.strip())) and not POST.search(text) and len(text) <= 45

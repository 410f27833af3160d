"""Several substitutes told in one sentence of apologies, each behind the one whom they came for.

"Apologies were received from Councillor A with Councillor B substituting, and from Councillor C for whom Councillor D
attended."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import names
from ingest.reading.language.names import FoundName
from ingest.reading.model import Block
from ingest.reading.records.attendance import lists
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.sighting import Group, Sighting

_AWAY = re.compile(r"\bapolog|\babsen(?:t|ce)\b", re.IGNORECASE)
# Several under one title cannot be told apart here
_PLURAL = re.compile(r"\b(?:councillors|cllrs|messrs|members)\s+(?-i:[A-Z])", re.IGNORECASE)
# What stands before a substitute, whatever follows
_BEFORE = re.compile(
    r"(?:\bfor\s+whom|\bin\s+whose\s+(?:place|stead|absence)|\b(?:substituted|replaced|represented|deputised)(?:\s+for)?\s+by"
    r"|\bsubstitute(?:\s+being)?\s*:?)\s*(?:\(\s*)?$",
    re.IGNORECASE,
)
# What may stand before one, where the words behind tell it
_MAY_BE = re.compile(r"(?:\bwith|,|\(|;|\band|[-–])\s*$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:was|had|also)\s+)*(?:substitut(?:ing|ed)\b(?!\s+(?:for|by)\s+(?-i:[A-Z]))|deputi[sz](?:ing|ed)"
    r"\b(?!\s+for\s+(?-i:[A-Z]))|(?:attend(?:ing|ed)|present|sat|acting|in\s+attendance)\s+(?:the\s+meeting\s+)?(?:as|in|on)\b"
    r"|stood\s+in|standing\s+in|as\s+(?:(?:an?|the|his|her|their)\s+)?(?:\w+\s+)?(?:substitute|deputy|replacement)\b(?!\s+for)"
    r"|in\s+(?:his|her|their)\s+(?:place|stead|absence))",
    re.IGNORECASE,
)
_FEWEST = 2  # substitutes: one alone is read with all that may stand around it


def read(block: Block, start: int, end: int, item: int | None) -> list[Sighting]:
    """Those away and those who came for them; nobody where fewer than two substitutes are told of."""
    text = block.text[start:end]
    if not _AWAY.search(text) or _PLURAL.search(text):
        return []
    found = [one for one in names.find(text) if one.name.civic or one.name.titles]
    came = _substitutes(text, found)
    if len(came) < _FEWEST or 0 in came or any(place - 1 in came for place in came):
        return []
    return list(_told(block, start, found, came, item))


def _substitutes(text: str, found: list[FoundName]) -> set[int]:
    """Which of the people of a sentence are said to have come in the place of the one before."""
    came = set()
    for place, one in enumerate(found):
        before = text[found[place - 1].end : one.start] if place else ""
        if _BEFORE.search(before) or (_MAY_BE.search(before) and _BEHIND.match(text, one.end)):
            came.add(place)
    return came


def _told(block: Block, start: int, found: list[FoundName], came: set[int], item: int | None) -> Iterator[Sighting]:
    for place, one in enumerate(found):
        group = Group(role="substitute") if place in came else Group(status="apologies")
        listed = lists.people(block.text, start + one.start, start + one.end)
        for seen in (seen for person in listed for seen in sightings(person, block, group, item=item)):
            yield seen if place not in came else _instead(seen, found[place - 1])


def _instead(seen: Sighting, gone: FoundName) -> Sighting:
    return replace(seen, role="substitute", own=True, replaces=gone.name)

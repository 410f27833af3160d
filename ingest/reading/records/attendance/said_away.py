"""Who sent apologies and who was not there, as sentences tell it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.records.attendance import said_words as words
from ingest.reading.records.attendance.said_sentence import SENT_APOLOGIES, Sentence
from ingest.reading.records.attendance.sighting import Group, Sighting


def apologies(sentence: Sentence) -> list[Sighting]:
    """ "Apologies were received from Councillor A", "Mr C gave his apologies"; whoever is late was present."""
    if match := words.APOLOGIES.search(sentence.text):
        late = words.LATE.search(match["what"])
        group = Group(status="present", default="member") if late else SENT_APOLOGIES
        seen = sentence.listed(sentence.start + match.start("who"), sentence.end, group)
        return [replace(one, creates=False) for one in seen] if late else seen
    if (match := words.SENT.search(sentence.text)) and not words.LATE.search(sentence.text):
        return sentence.listed(sentence.start, sentence.start + match.end("who"), SENT_APOLOGIES)
    return []


def away(sentence: Sentence) -> list[Sighting]:
    """ "Councillor A was not present", where no apologies are told of in the same words."""
    if "apolog" in sentence.text.lower() or not (match := words.AWAY.search(sentence.text)):
        return []
    low, high = next(match.span(way) for way in ("who", "whom") if match[way])
    told = re.search(r"\bthat\b", sentence.text[low:high])  # "Mrs A regretted that Mr B was not present"
    return [] if told else sentence.listed(sentence.start + low, sentence.start + high, Group(status="absent"))

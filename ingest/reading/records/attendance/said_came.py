"""Who came, was welcomed, took the chair, or arrived and left while the meeting went on, as sentences tell it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.language.posts import Kind
from ingest.reading.records.attendance import said_words as words
from ingest.reading.records.attendance.said_sentence import Sentence
from ingest.reading.records.attendance.sighting import Sighting


def chair_named(sentence: Sentence) -> list[Sighting]:
    """ "The Chairman, Cllr A Marrow, declared the meeting open": a chair who is named nowhere else perhaps."""
    match = words.CHAIR_NAMED.match(sentence.whole) if sentence.front else None
    if match is None:
        return []
    low = sentence.end - len(sentence.whole)
    return _in_chair(sentence, sentence.listed(low + match.start("who"), low + match.end("who"), sentence.seated()))


def welcomed(sentence: Sentence) -> list[Sighting]:
    """ "The Chair welcomed Ann Marrow, Head of Roads, to the meeting"."""
    match = words.WELCOMED.search(sentence.text)
    if match is None or words.WELCOMED_WHAT.search(sentence.text):
        return []
    return sentence.listed(sentence.start + match.start("who"), sentence.end, sentence.comers())


def chaired(sentence: Sentence) -> list[Sighting]:
    """ "with Councillor A in the chair", "Mr B was elected Chair for the meeting"."""
    if match := words.ELECTED_CHAIR.search(sentence.text):
        low, high = next(match.span(way) for way in ("who", "to", "whom") if match[way])
        low, high = sentence.behind_report(sentence.start + low, sentence.start + high), sentence.start + high
        return _in_chair(sentence, sentence.listed(low, high, sentence.seated()))
    if sentence.front and (match := words.CHAIRED_BY.search(sentence.text)):
        low, high = next(match.span(way) for way in ("by", "under", "with") if match[way])
        return _in_chair(sentence, sentence.listed(sentence.start + low, sentence.start + high, sentence.seated()))
    return []


def _in_chair(sentence: Sentence, seen: list[Sighting]) -> list[Sighting]:
    return [replace(one, role="chair", own=True, unsure=False) for one in seen[:1]]


def there(sentence: Sentence) -> list[Sighting]:
    """ "Councillors A and B were present", "The committee was joined by Mr C", "Also in attendance were D and E"."""
    seen: list[Sighting] = []
    if match := words.JOINED_BY.search(sentence.text):
        return sentence.listed(sentence.start + match.start("who"), sentence.end, sentence.comers())
    if match := words.THERE_WERE.search(sentence.text):
        seen = sentence.listed(sentence.start + match.start("who"), sentence.end, sentence.seated())
    if not seen and (match := words.WERE_THERE.search(sentence.text)):
        also = re.search(r"attend|joined|also", match.group()[len(match["who"]) :])
        group = sentence.comers() if also else sentence.seated()
        seen = sentence.listed(sentence.start, sentence.start + match.end("who"), group)
        if words.CHAIRING.search(sentence.text):
            seen = _in_chair(sentence, seen)
        if as_what := words.AS_WHAT.search(sentence.text, match.end("who")):
            role: Kind = "guest" if as_what["observer"] else "co_opted"
            seen = [replace(one, role=role, own=True, unsure=False) for one in seen]
        if more := words.TOGETHER.search(sentence.text, match.end("who")):
            seen += sentence.listed(sentence.start + more.start("who"), sentence.end, group)
    return seen


def moved(sentence: Sentence) -> list[Sighting]:
    """Who left or arrived while the meeting went on: what is said of it is a note of somebody who was there."""
    match = words.MOVED.search(sentence.text)
    if match is None:
        return []
    seen = sentence.listed(sentence.start, sentence.start + match.end("who"), sentence.comers())
    what = re.sub(r"\s+", " ", match["what"])
    return [
        replace(one, status=None, role=None, own=False, creates=False, unsure=False, note=what, position=None)
        for one in seen
    ]

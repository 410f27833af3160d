"""Where the meeting was."""

from __future__ import annotations

import re

from ingest.reading.language.dates import WEEKDAYS, dates
from ingest.reading.language.times import times
from ingest.reading.model import Block, Paper
from ingest.reading.records.meeting_top import Claim, Top
from ingest.reading.records.passages import everything

_PLACE = re.compile(
    r"\b(?:room|hall|chambers?|offices?|house|centre|center|building|suite|court|church|school|college|library|theatre|"
    r"hotel|club|pavilion|workspace|institute|museum|hub|street|road|lane|avenue|square|teams|zoom|webex|skype|virtual(?:ly)?|"
    r"remote(?:ly)?|on-?\s?line|siambr|neuadd|ystafell|guildhall|headquarters|depot|university|academy|site|park|barn|"
    r"parlour|castle|abbey|palace|tower|campus|lounge|boardroom|conference)\b",
    re.I,
)
_STOPS = re.compile(
    rf"\s*(?:[,–—-]\s*)?\b(?:on\s+)?(?:{'|'.join(WEEKDAYS)})\b|\s*[,–—-]?\s*\bon\s+(?:the\s+)?\d|"
    r"\s*[,–—-]?\s*\b(?:commencing|starting|beginning|from)\b|\s+and\s+(?:began|started|commenced|opened|was|ended)\b|"
    r"\s*\((?:a |and |also |as a )?(?:hybrid|virtual|remote|on-?line)\b|"
    r"\s*[,–—-]?\s*\bat\s+(?=\d|noon|midday)|\.\s*$|\.\s+(?=[A-Z])|(?<!,)\s+and\s+(?:by|via|remotely|on-?line|through)\b|\s+when\b|\s+which\b|\s+with\b|\s+to\s+(?:discuss|consider)\b",
    re.I,
)
_NO_PLACE = re.compile(
    r"(?:a\s+)?hybrid\b|person\b|\d|the\s+\d|accordance|attendance|respect|public|private|relation|"
    + "|".join(WEEKDAYS),
    re.I,
)
# What a title line that names a place may not also hold: a body, a council, a label, a day, a time.
_NO_VENUE = re.compile(
    r"\b(?:(?:borough|city) of|committee|panel|board|commission|cabinet|group|forum|"
    r"council(?! (?:chamber|offices?|house)\b)|"
    r"minutes?|notes?|report|review|visit|meeting|session|briefing|attendance|strategy|plan|schools|members?|councillors?|cllrs?|appendix)\b|[:\d@]",
    re.I,
)
# A sentence on where this meeting was, among the names of those who came
_TOLD = re.compile(r"\bmet (?:in|at|on|via)\b|\bthe meeting (?:took place|was held) (?:in|at|via)\b", re.I)
_HELD_WHERE = re.compile(r"\b(?:held|took place)\s+(?:at|in|via|by|on|over)\b", re.I)
_SOMEBODY = re.compile(r"\b(?:councillors?|cllrs?)\b(?![’'])", re.I)  # "children in care Councillors Marrow and Oakes"
_LABELS = ("venue", "place", "location", "lleoliad", "held at", "held in", "where", "venue of meeting", "meeting place")


# "Neuadd y Dref / Town Hall, Mill Street": a place in both languages
_IN_WELSH = re.compile(r"(?:y\s+)?(?:siambr|neuadd|ystafell|swyddfa|canolfan)\b[^/,;\d]{2,50}\s/\s+(?=[A-Z])", re.I)


def venue(top: Top, paper: Paper) -> Claim | None:
    """The place, in English where it stands in both languages."""
    claim = _venue(top, paper)
    welsh = _IN_WELSH.match(claim.text) if claim else None
    if claim and welsh and _PLACE.search(claim.text, welsh.end()):
        return claim.part(welsh.end(), len(claim.text))
    return claim


def _venue(top: Top, paper: Paper) -> Claim | None:
    """The place: by its label, after "held in" or "met at", or beside the date in a title line."""
    for claim in top.labelled(*_LABELS):
        if claim.text.strip():
            return _with_address(top, claim.part(0, len(claim.text.rstrip(" ."))))
    if found := _held(top.whole):
        return found
    if found := next((found for line in top.lines if (found := _beside_date(line))), None):
        return found
    for line in top.lines:
        if _PLACE.search(line.text) and not _NO_VENUE.search(line.text) and len(line.text.split()) <= 12:
            return _with_address(top, Claim(line, 0, len(line.text.rstrip(" .,"))))
    if found := next((found for line in top.lines if (found := _alone(line))), None):
        return found
    for block in everything(paper.front):
        if _TOLD.search(block.text) and (found := _held(block)):
            return found
    return None


_WAY = r"(?:road|rd|street|st|lane|avenue|ave|way|square|place|drive|close|terrace|gardens|quay|hill|green|row|court)"
_POSTCODE = r"[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}"  # "NB1 7HZ"
# "57 Mill Road, NB1 7HZ", "High Street, Norham NB2 1AA" in the line below the place that stands there
_ADDRESS = re.compile(
    r"\d{1,4}[a-z]?(?:[-–]\d{1,4})?,?\s+(?:[A-Z][\w’'-]*\s+){1,4}"
    rf"{_WAY}\b[^:;@]{{0,60}}|[A-Z][^:;@\d]{{3,70}}\b{_POSTCODE}",
    re.I,
)


def _with_address(top: Top, claim: Claim) -> Claim:
    """The place with its address, where that stands in a line of its own below it."""
    words = claim.text.rstrip(" ,")
    start = top.whole.text.find(words + "\n") if claim.block.text.endswith(words) else -1
    below = top.whole.text[start + len(words) + 1 :].split("\n", 1)[0].rstrip(" .") if start >= 0 else ""
    if not below or "\n" in words or re.search(rf"\b{_POSTCODE}\b", words):
        return claim
    return Claim(top.whole, start, start + len(words) + 1 + len(below)) if _ADDRESS.fullmatch(below) else claim


# What has figures in the name of a place: "Room 1.04", "Committee Rooms 1 & 2", "G07B, 12 Mill Road", "NB4 7QX"
_FIGURES = re.compile(
    r"\b(?:committee\s+)?(?:rooms?|suites?|floor|unit)\s+[\d.]+\w?(?:\s*(?:&|and|/)\s*\d\w?)?\b"
    rf"|\b{_POSTCODE}\b|\b[A-Z]{{1,2}}\d{{1,3}}[A-Z]?(?=,)"
    rf"|\b\d{{1,4}}[a-z]?(?:[-–]\d{{1,4}})?(?=\s+(?:[A-Z][\w’'-]*\s+){{1,3}}{_WAY}\b)",
    re.I,
)


def _alone(line: Block) -> Claim | None:
    """ "Room 1.04, Exe House, Norham", "Conference Room A, Exe House, at 2.00pm": a place in a line of its own, with a
    comma in it, numbered or with its postcode, and with nothing behind it but the time."""
    text = line.text
    clocks = times(text)
    end = clocks[0].start if clocks and not text[clocks[-1].end :].strip(" .") else len(text)
    name = re.sub(r"[\s,;:–—-]+(?:at|from)?\s*$", "", text[:end]).rstrip(" .,")
    bare = _FIGURES.sub("room", name)
    if "," not in name or len(name.split()) > 14 or not _PLACE.search(bare) or _NO_VENUE.search(bare):
        return None
    return Claim(line, 0, len(name))


def _held(block: Block) -> Claim | None:
    flat = block.text.replace("\n", " ")
    for verb in re.finditer(r"\b(?:held|met|meeting|briefing|session|took place|convened)\b", flat, re.I):
        for place in re.finditer(r"\b(?:at|in|via|by|on)\s+", flat[verb.end() : verb.end() + 160], re.I):
            start = verb.end() + place.end()
            if _NO_PLACE.match(flat, start):
                continue
            if claim := place_at(block, start):
                return claim
            break
    return None


def place_at(block: Block, start: int) -> Claim | None:
    """The name of a place that begins here, up to a date, a time or the end of the sentence; None where it is none."""
    flat = block.text.replace("\n", " ")
    stop = len(flat)
    ends = [found.start for found in dates(flat) if found.start > start]
    ends += [found.start for found in times(flat) if found.start > start]
    if cut := _STOPS.search(flat, start):
        ends.append(cut.start())
    breaks = (found.start() for found in re.finditer("\n", block.text[start:]))
    ends += [start + length for length in breaks if _ended(block.text, start, length)]
    if ends:
        stop = min(ends)
    words = re.sub(r"[\s,;:–—-]+(?:(?:on|at|in|the|from)\s*)*$", "", flat[start:stop]).rstrip(" .,")
    # "in the Town Hall" has an article; "in The Salon" names a place that begins with one
    lead = len(words) - len(re.sub(r"^(?:the\s+)", "", words, flags=re.I if words.isupper() else 0))
    words = words[lead:]
    if _HELD_WHERE.search(words):  # "a briefing on parks, held by Teams": the place is named later
        return None
    if not words or len(words.split()) > 24 or _SOMEBODY.search(words) or not (_PLACE.search(words) or "," in words):
        return None
    return Claim(block, start + lead, start + lead + len(words))


def _ended(text: str, start: int, length: int) -> bool:
    """Is the place's name over at this line's end, since the line below speaks of something else?"""
    named = text[start : start + length].rstrip()
    below = text[start + length + 1 :].split("\n", 1)[0]
    return bool(_PLACE.search(named)) and not named.endswith(",") and bool(_NO_VENUE.search(below))


def _beside_date(block: Block) -> Claim | None:
    """ "Tuesday, 3 June 2031, Shire Hall, Norham - 2.00 pm": what is neither day nor time nor body."""
    text = block.text
    days, clocks = dates(text), times(text)
    if not days and not clocks:
        return None
    taken = [(day.start, day.end) for day in days] + [(clock.start, clock.end) for clock in clocks]
    start = min(end for _, end in taken)
    return _between(block, start, sorted(taken))


def _between(block: Block, start: int, taken: list[tuple[int, int]]) -> Claim | None:
    """The longest stretch after the date without a day or a time in it, if it is a place."""
    starts = [*(first for first, _ in taken[1:]), len(block.text)]
    edges = [(end, following) for (_, end), following in zip(taken, starts, strict=True)]
    best: Claim | None = None
    for low, high in edges:
        words = block.text[low:high]
        lead = len(words) - len(
            re.sub(r"^[\s,;:.)\]–—-]*(?:\d{1,2}\.\d\d,\s*)?(?:(?:at|in|the|on)\s+)*", "", words, flags=re.I)
        )
        name = re.sub(r"[\s,;:–—-]+(?:(?:at|on|in|from)\s*)*$", "", words[lead:]).rstrip(" .,")
        name = re.split(r"\s+(?:at|from)$", name)[0]
        if _PLACE.search(name) and low >= start - 1 and (best is None or len(name) > len(best.text)):
            best = Claim(block, low + lead, low + lead + len(name))
    return best

"""By when something is to be done: the last day that the words leave for it.

A span counts from the day of the meeting; a month means its last day. Words that name no day ("in the summer",
"as soon as possible", "within five working days of the application") give no date, and what is due by a day before
the meeting is not what is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ingest.reading.language.dates import WEEKDAYS, Found, dates
from ingest.reading.records.dues_days import Calendar, Due, so_long_before
from ingest.reading.records.dues_elsewhere import of_something_else
from ingest.reading.records.dues_forms import BODY, BY, FORMS, SO_LONG, SPAN, WEEK_OF

__all__ = ["Calendar", "Due", "due", "due_in_column"]

# "by 30 September", "before the Spring Meeting on 6 April 2031", "no later than Friday 7 March"
_STRONG_CUE = re.compile(
    rf"\b{BY}\s+(?:(?:the|its|our|this|(?:12\s*)?noon|midday|\d{{1,2}}(?:[.:]\d\d)?\s*[ap]\.?m\.?|"
    r"close of play|close of business|on|end of)\s+)*"
    # "by Friday week, 16 June"
    rf"(?:(?:{'|'.join(WEEKDAYS)})(?:\s+(?:week|next))?,?\s+(?:the\s+)?)?"
    # "before the scheme closes on"
    r"(?:(?:\w+\s+){1,3}(?:closes?|ends?|expires?|lapses?|opens?|starts?|begins?)\s+on\s+(?:the\s+)?)?$"
    # "before the site visit on", "in time for the open day on"
    r"|\b(?:before|prior to|ahead of|in time for)\s+(?:(?:the|its|our|this)\s+)?(?:[\w’'-]+\s+){1,4}?on\s+(?:the\s+)?$",
    re.I,
)
# "before the Spring Meeting on 6 April", "to the Panel on 21 October", "for the meeting to be held on 17 January"
_MEETING_CUE = re.compile(
    rf"\b{BODY}(?:['’]s)?\b(?:\s+meeting)?(?:\s+(?:to be\s+|being\s+|which is\s+)?held)?\s*,?\s+on\s+(?:the\s+)?$"
    # "attend the meeting of the Hall Trust on 3 June"
    r"|\battend\s+(?:the|a)\s+(?:next\s+)?(?:\w+\s+)?meeting\s+(?:of|with)\s+[\w’' ]{3,40}?\s+on\s+(?:the\s+)?$"
    # "for consideration on 13 December"
    r"|\bfor\s+(?:consideration|discussion|decision|approval|review)\s+on\s+(?:the\s+)?$"
    r"|\b(?:be|to)\s+(?:\w+\s+){1,3}on\s+$|\bmeeting\s*[,(–-]?\s*$",
    re.I,
)
# A span inside what is counted rather than in when it is due: "plans issued within 20 weeks"; but "those concerned by"
_MEASURED = re.compile(
    r"(?<!\bbe )(?<!\bto be )\b"
    r"(?:(?!(?:concerned|involved|affected|required|needed|interested|mentioned|requested)\b)\w+ed|"
    r"held|seen|done|made|sent|met)\s+$",
    re.I,
)


def due(text: str, days: Calendar) -> Due | None:
    """The first thing a text says of when it is due, the words with "by" before the others; None where nothing."""
    found = sorted(_all(text, days), key=lambda pair: (pair[0], pair[1].date is None, pair[1].start))
    kept = [one for _, one in found if one.date is None or days.meeting is None or one.date >= days.meeting]
    return kept[0] if kept else None


_THE_NEXT = re.compile(r"^(?:before|by|at|for)\s+next\b", re.IGNORECASE)  # "Before next meeting"


def due_in_column(text: str, days: Calendar) -> Due | None:
    """What a "Due" or "By when" column says: a day, a month or a span without "by"; the words where it is neither."""
    words = text.strip()
    if not words:
        return None
    week = re.match(WEEK_OF, words, re.IGNORECASE)
    for found in () if week else dates(words, days.meeting):
        return Due(found.date, words, 0, len(words))
    said = next(
        (
            one
            for text in (
                words,
                f"by {words}",
                f"by the {words}",
                f"within {words}",
                _THE_NEXT.sub("before the next", words),
            )
            if (one := due(text, days))
        ),
        None,
    )
    return Due(said.date, words, 0, len(words), said.doubt) if said else Due(None, words, 0, len(words))


def _all(text: str, days: Calendar) -> Iterator[tuple[int, Due]]:
    """Every due in a text with its rank: the lower, the surer that it is meant for the whole."""
    for found in dates(text, days.meeting):
        if _long_gone(found, days) or of_something_else(text[: found.start]):
            continue
        before = text[max(0, found.start - 60) : found.start]
        if (cue := _STRONG_CUE.search(before)) and not _MEASURED.search(before[: cue.start()]):
            yield 0, _dated(text, found, cue, before)
        elif cue := _MEETING_CUE.search(before):
            yield 1, _dated(text, found, None, before)
    for rank, pattern, read in FORMS:
        for match in pattern.finditer(text):
            measured = rank == SPAN and _MEASURED.search(text, 0, match.start())
            if measured or of_something_else(text[: match.start()]):
                continue
            if one := read(match, days):
                yield rank, one


_FARTHEST = dt.timedelta(days=304)  # ten months


def _long_gone(found: Found, days: Calendar) -> bool:
    """Whether a day without a year is rather the one that has gone by: "2 September" in the minutes of 10 October."""
    return bool(not found.exact and days.meeting and found.date - days.meeting > _FARTHEST)


_SO_LONG = re.compile(SO_LONG, re.IGNORECASE)
_EARLIER = re.compile(r"(?:before|prior\s+to|ahead\s+of)\b", re.IGNORECASE)


def _dated(text: str, found: Found, cue: re.Match[str] | None, before: str) -> Due:
    """The day itself, or so long before it: "by 12 June", "a week before the meeting on 12 June"."""
    start = found.start - (len(before) - cue.start()) if cue else found.start
    if cue and _EARLIER.match(cue[0]) and (ahead := _SO_LONG.search(before[: cue.start()])):
        first = start - (cue.start() - ahead.start())
        return Due(so_long_before(found.date, ahead), text[first : found.end], first, found.end)
    return Due(found.date, text[start : found.end], start, found.end)

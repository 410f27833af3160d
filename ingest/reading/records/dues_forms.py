"""The ways in which papers say by when, each beside words that councils might print."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.reading.language.dates import MONTH, MONTH_NAMES, WEEKDAYS
from ingest.reading.records.dues_days import (
    NUMBERS,
    Calendar,
    Due,
    ahead_of_meeting,
    by_month,
    christmas,
    end_of_month,
    end_of_year,
    financial_year,
    meeting_in_month,
    middle_of_month,
    month_to_come,
    months_meeting,
    next_fortnight,
    next_meeting,
    next_month,
    no_day,
    quarter,
    span,
    this_month,
    this_year,
    week_end,
    week_of,
    weekday,
)

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_COUNT = rf"(?:{_NUMBER}\s*(?:to|-|–|or)\s*)?(?P<count>{_NUMBER})"
_UNIT = (
    r"(?P<unit>calendar\s+days?|calendar\s+months?|working\s+days?|clear\s+days?|days?|weeks?|fortnights?|months?|years?)(?![a-z])"
    r"(?:['’]s?)?"
)
BY = r"(?:by:?|before|no later than|not later than|on or before|until|till|in time for|prior to|ahead of|due(?: by)?:?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
BODY = (
    r"(?:committee|panel|cabinet|council|board|commission|executive|group|forum|body|sub-committee|meeting|session|"
    r"assembly|partnership)"
)


SPAN = 2
# "a week" of "a week before the meeting on 12 June"
SO_LONG = rf"\b{_COUNT}\s+{_UNIT}\s+$"
# "the week beginning", "w/c": what stands before the first day of a week
WEEK_OF = r"(?:in\s+|during\s+)?(?:the\s+)?(?:week\s+(?:beginning|commencing|starting|of)|w/?[bc])\s*:?(?:\s+on)?"
_WEEKDAYS = "|".join(WEEKDAYS)
_Reader = Callable[[re.Match[str], Calendar], Due | None]
_WITHIN = rf"\b(?:within|in)\s+(?:about\s+|the\s+next\s+|the\s+coming\s+|a\s+further\s+)?(?:{_COUNT}\s+)"
_FROM_MEETING = r"(?:\s+time)?(?:\s+(?:of|from|after)\s+(?:this|the|today['’]s)\s+(?:meeting|date of this meeting))?"
_FROM_ELSEWHERE = r"(?=\s+(?:of|from|after|before|following)\s+(?!(?:this|the|today['’]s)\s+meeting))"
FORMS: tuple[tuple[int, re.Pattern[str], _Reader], ...] = tuple(
    (rank, re.compile(pattern, re.IGNORECASE), read)
    for rank, pattern, read in (
        # "by the end of March", "before the end of July 2016", "at the end of September"
        (
            0,
            (
                rf"\b(?:{BY}|at|for|until)"
                rf"\s+(?:the\s+)?(?:very\s+)?end\s+(?:of\s+)?{MONTH}(?:\s+{_YEAR})?(?!\s+\d)"
            ),
            end_of_month,
        ),
        # "by Sept/Oct", "by March 2025", "by September or October"
        (
            0,
            (
                rf"\b{BY}\s+(?!may\b(?!\s+20\d\d|[.;,)]|$)){MONTH}(?:\s*(?:/|or|-|–)"
                rf"\s*{MONTH.replace('month', 'last')})?(?:\s+{_YEAR})?(?!\s*\d)(?!\s+meeting)"
            ),
            by_month,
        ),
        # "by the end of the month"
        (1, rf"\b{BY}\s+(?:the\s+)?end\s+of\s+(?:the|this)\s+month\b", this_month),
        # "by the end of next month"
        (1, rf"\b{BY}\s+(?:the\s+)?end\s+of\s+next\s+month\b", next_month),
        # "before the end of this year", "by the end of the calendar year"
        (1, rf"\b{BY}\s+(?:the\s+)?end\s+of\s+(?:this\s+(?:calendar\s+)?|the\s+calendar\s+)year\b", this_year),
        # "before the end of 2022"
        (0, rf"\b{BY}\s+(?:the\s+)?end\s+of\s+{_YEAR}(?![/–-])", end_of_year),
        # "by the end of the financial year": the next 31 March
        (1, rf"\b{BY}\s+(?:the\s+)?end\s+of\s+(?:the|this)\s+(?:current\s+)?financial\s+year\b", financial_year),
        # "to report back after 18 months"
        (
            SPAN,
            rf"(?<=\bback\b)(?:\s+to\s+(?:the\s+)?[\w ]{{3,40}}?)?\s+after\s+(?:{_COUNT}\s+){_UNIT}(?=\s*[.;,]|$)",
            span,
        ),
        # "by Q3 2025/26", "in Q1 2026/27"
        (
            0,
            (
                r"\b(?:by|in|during|before|for)?\s*(?:the\s+end\s+of\s+)?(?:Q|quarter\s+)(?P<quarter>[1-4])"
                r"\s+(?:of\s+)?(?P<year>20\d\d)\s*[/–-]\s*\d\d(?:\d\d)?\b"
            ),
            quarter,
        ),
        # "to its meeting in April 2031"
        (
            0,
            rf"\b(?:at|to|for|{BY})\s+(?:the|its|our|their|an?)\s+(?:{BODY}['’]?s?\s+)?meeting\s+(?:in|of)\s+{MONTH}\s+{_YEAR}",
            meeting_in_month,
        ),
        # "in March 2026"
        (1, rf"\b(?:in|during)\s+{MONTH}\s+{_YEAR}", end_of_month),
        # "be arranged in May", "be arranged for members during May", "to report back in May"
        (2, rf"\b(?:in|during)\s+{MONTH}(?!\s+\d)", month_to_come),
        # "by mid-September", "in mid October 2031"
        (1, rf"\b(?:{BY}\s+|in\s+)mid[\s-]{MONTH}(?:\s+{_YEAR})?(?!\s*\d)", middle_of_month),
        # "in the week beginning 4 November": before the other ways, since the day alone is the first of that week
        (0, rf"\b{WEEK_OF}(?=\s*(?:{_WEEKDAYS})?\s*\d)", week_of),
        # "within five working days of the application": counted from a day that is not known
        (SPAN, rf"{_WITHIN}{_UNIT}{_FROM_ELSEWHERE}", no_day),
        # "within six weeks", "in three to six months", "in a year's time", "within 28 days of this meeting"
        (SPAN, rf"{_WITHIN}{_UNIT}{_FROM_MEETING}(?!\s+(?:of|from|after|before|following)\b)", span),
        # "within the next month"
        (SPAN, r"\bwithin\s+the\s+next\s+(?P<unit>month|week|fortnight|year)\b", next_fortnight),
        # "a week before the next meeting"
        (
            SPAN,
            rf"\b{_COUNT}\s+{_UNIT}\s+(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of)\s+(?:the|its|our|their)\s+"
            rf"(?:{BODY}['’]s\s+)?next\s+meeting",
            ahead_of_meeting,
        ),
        # "two weeks before the September meeting"
        (
            SPAN,
            rf"\b{_COUNT}\s+{_UNIT}\s+(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of)\s+(?:the|its|our|their)\s+"
            rf"(?P<month>{MONTH_NAMES})\s+(?:{BODY}\s+)?meeting\b",
            ahead_of_meeting,
        ),
        # "before the Committee's next meeting", "to the next meeting"
        (
            3,
            (
                rf"\b(?:{BY}|at|to|for|attend)\s+(?:the|its|our|their)\s+(?:{BODY}['’]s\s+|"
                rf"forthcoming\s+)?(?P<which>next|following)\s+(?:scheduled\s+|formal\s+|ordinary\s+)?meeting(?!\s+(?:on\s+(?:the\s+)?(?:\d|{_WEEKDAYS})|"
                # another body's, whose day is not known
                rf"of\s+(?!(?:the|this|our)\s+(?:scrutiny\s+)?(?:committee|panel|board|commission|group|forum)\b)))"
            ),
            next_meeting,
        ),
        # "by the November meeting", "to the November meeting", where that is the next one
        (
            3,
            rf"\b(?:{BY}|at|to|for|attend)\s+(?:the|its|our|their)\s+(?:{BODY}['’]s\s+)?(?P<month>{MONTH_NAMES})\s+(?:{BODY}\s+)?meeting\b",
            months_meeting,
        ),
        # "at the February 2023 Committee meeting"
        (
            1,
            rf"\b(?:at|to|for|{BY})\s+(?:the|its|our|their)\s+{MONTH}\s+{_YEAR}\s+(?:{BODY}\s+)?meeting\b",
            end_of_month,
        ),
        # "by Friday", "by Friday week"
        (
            1,
            rf"\b{BY}\s+(?:close\s+of\s+(?:play|business)\s+(?:on\s+)?|the\s+end\s+of\s+|noon\s+on\s+)?(?:this\s+)?(?P<weekday>{_WEEKDAYS})\b(?P<week>\s+week\b)?(?!\s+week\b|,?\s*(?:the\s+)?\d|,?\s+{MONTH})",
            weekday,
        ),
        # "by the end of the week", "by the end of this week": its Friday
        (1, rf"\b{BY}\s+(?:the\s+)?end\s+of\s+(?P<which>the|this|next)\s+week\b", week_end),
        # "before Christmas"
        (3, rf"\b{BY}\s+christmas\b", christmas),
        # "in the summer", "Spring 2027", "as soon as possible"
        (
            4,
            (
                r"\b(?:by|in|before|during|for)?\s*(?:the\s+|early\s+|late\s+)*(?:spring|summer|autumn|winter)"
                r"(?:\s+(?:of\s+)?20\d\d)?\b"
            ),
            no_day,
        ),
        (4, r"\b(?:as soon as (?:possible|practicable)|asap|in due course|when(?:ever)? available)\b", no_day),
    )
)

"""The forms of words that may say who is to do something: posts, bodies and services, as councils print them."""

from __future__ import annotations

import re

from ingest.reading.language.dates import MONTHS, WEEKDAYS
from ingest.reading.language.undertakings import DO

ARTICLE = re.compile(r"^(?:(?:the|an?|our|its|each|both|all\s+the)\s+)+", re.IGNORECASE)
_BODY_WORD = (
    r"(?:committee|panel|cabinet|council|councils|board|commission|group|executive|trust|service|services|"
    r"secretariat|club|society|unit|staff|trustees|contractors?|developers?|"
    r"team|officers?|members|councillors|agency|"
    r"partnership|department|directorate|police|forum|hospital|hospitals|company|association|authority|"
    r"authorities|ltd|working\s+party|governors)"
)
BODY = re.compile(rf"(?:[\w’'&,()/–-]+\s+){{0,9}}{_BODY_WORD}(?:\s+(?:for|of)\s+[\w\s&,’'-]+)?", re.IGNORECASE)
# Posts and bodies are printed with capitals, small words between; some minutes print a few of them small.
PROPER = re.compile(
    r"(?:[A-Z\d(][\w’'.()&-]*|of|for|and|the|with|to|in|&|[–—-])(?:,?\s+(?:[A-Z\d(][\w’'.()/&-]*|of|for|and|"
    r"the|with|to|in|responsibility|&|[–—-]))*,?"
)
SMALL_PRINT = re.compile(
    r"(?:(?:scrutiny|senior|lead|all|council|committee|panel|board|group|planning|democratic\s+services)\s+)?(?:officers?|"
    r"members|councillors)|(?:town|parish|deputy|assistant)?\s*clerk|"
    r"(?:vice|deputy)?[\s-]*chair(?:man|woman|person)?|(?:cabinet|executive|lead)\s+(?:member|councillor)|"
    r"portfolio\s+holder|convener|democratic\s+services|the\s+leader|leader",
    re.IGNORECASE,
)
# "the Highways team", "Parks and Paths department"
SERVICE = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+(?:(?:and|&|of|for)\s+)?){1,5}(?:team|department|directorate|unit|service|services)"
)
OFFICE = re.compile(
    (
        r"(?:the\s+)?(?:cabinet|executive|lead|portfolio)\s+(?:member|holder|lead|councillor)s?\s*(?:for|with|,|–|"
        r"-)\s*\S"
    ),
    re.IGNORECASE,
)
NOBODY = re.compile(
    (
        r"\b(?:each|every|some|any|which|who|whom|one|both|four|three|two|that|what|it|there|this|these|those|not|"
        r"item|report)\b"
    ),
    re.I,
)
# "Mr Moss and his team": he answers for it
WITH_OTHERS = re.compile(
    r"\s+and\s+(?:his|her|their)\s+(?:team|officers|colleagues|staff|service|department)$", re.IGNORECASE
)
INITIALS = re.compile(r"[A-Z](?:[a-z]?[A-Z]){1,3}(?:\s?/\s?[A-Z]{2,4})?")
LED = re.compile(r"(?P<who>[A-Z]{2,4})\s+(?P<post>[A-Z].+)")  # "TL Works Manager"
ASIDE = re.compile(r"(?:on|in|at|for|from|by|after|with|under|of|to)\s", re.IGNORECASE)  # "On CCTV, the Manager is to"
PRONOUN = re.compile(r"(?:he|she|they|I|we)", re.IGNORECASE)
HE = re.compile(r"(?:(?:councillor|cllr|alderman)\.?\s+)?(?:mr|sir|father)\b", re.IGNORECASE)
SHE = re.compile(r"(?:(?:councillor|cllr|alderman)\.?\s+)?(?:mrs|ms|miss|dame|lady|baroness)\b", re.IGNORECASE)
# "HEAD OF PARKS TO CUT THE HEDGE": no name, and no post
HAS_A_JOB = re.compile(rf"\s(?:to|TO)\s+{DO}\s+(?:the|an?|this|all|for|with|to|out|up)\b", re.IGNORECASE)
# May is a name too
DAY = re.compile(rf"\d|\b(?:{'|'.join({*WEEKDAYS, *MONTHS} - {'may'})})\b", re.IGNORECASE)
POSTS = re.compile(
    r"(?<!\w)(?:[A-Z][\w’'&-]{0,40}\s+){0,6}(?:Director|Manager|Head|Officer|Leader|Clerk|Chairman|Chair|Lead|"
    r"Co-ordinator|Engineer|Commander|Member)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w’'&-]*(?:,?\s+(?:and\s+)?[A-Z][\w’'&-]*)*))?"
)


def tidy(printed: str) -> str:
    """Words that name an owner without what only leads to them: "Action by: the Clerk" is "the Clerk"."""
    words = " ".join(printed.split()).strip(" .,;:–—-()[]*")
    words = re.sub(r"^(?:action|agreed|resolved)\s+(?:(?:for|on|by)\s+)?(?=\S)", "", words, flags=re.IGNORECASE)
    words += ")" * (words.count("(") - words.count(")"))
    return re.sub(r"^(?:that|and|also|then|but|so|cllrs?\.?\s+(?=and\b))\s+", "", words, flags=re.IGNORECASE)

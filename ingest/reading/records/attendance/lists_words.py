"""What stands beside and between the names of a list: beside each pattern words as printed."""

from __future__ import annotations

import re

BRACKET = re.compile(r"\s*[(\[]((?:[^()\[\]]|\([^()]*\))*)[)\]]")
DASH = re.compile(r"\s*(?:\s[-–—]|[–—])\s*(?=\S)|\s*:\s+(?=[A-Z])|\s*/\s*(?=[A-Z])")
MARKS = re.compile(r"\s*[†‡*§^#~]+|\s*(?<=\w)[¹²³]")
LEADING = re.compile(r"(?:[†‡*§^#~+✓✔√]+\s*)+(?=[^\W\d_])")
# "Cllr D Stock for Cllr I Hadley" in a list of substitutes
FOR = re.compile(
    r"\s*[-–]?\s*((?:(?:as\s+)?(?:an?\s+)?substitut\w+\s+)?(?:for|in\s+place\s+of)\s+(?=(?-i:Cllr|Councillor|Mr|Ms|Miss|Dr)).+)",
    re.IGNORECASE,
)
# "Ann Marrow (Dale Trust) via video conference", "Bob Oakes by phone"
HOW = re.compile(
    r"\s*[-–]?\s+((?:via|by|over|on)\s+(?:video(?:[\s-]?(?:conf(?:erenc(?:e|ing))?|link|call))?|(?:tele)?phone"
    r"|(?:tele)?conference\s+call|(?:(?:Microsoft|MS)\s+)?Teams|Zoom|Skype|Webex))\b\.?",
    re.IGNORECASE,
)
# "(Cabinet Members)" behind the last of several names is about all of them
OF_ALL = re.compile(
    r"(?:(?:both|all|independent|statutory|(?:non-)?voting)\s+)*"
    r"(?:cabinet|executive|portfolio|lead|ward|co-opted|independent|lay|external|visiting|local|substitute)\s+(?:members|holders|councillors)"
    r"|observers|co-optees|substitutes|officers",
    re.IGNORECASE,
)
# "Cllr Ann Marrow (Exe) as observer", "Bob Oakes as a guest"
AS = re.compile(r"\s*[-–,]?\s+as\s+(?:an?\s+)?(observer|guest|visitor|substitute|reserve)\b\.?", re.IGNORECASE)
# "Fiona Vale of Dale Trains", "Tom Lea from the Planning team"
OF = re.compile(r"\s+(?:of|from|representing)\s+(?:the\s+)?(?=[A-Z])")
# "The Head of Roads, Gil Stow, and the Clerk, Hal Tait": the post, and a comma before its holder
POST = re.compile(
    r"(?:[Tt]he\s+|[Aa]n?\s+)?(?!In\b|At\b|On\b|As\b|For\b|With\b|By\b|From\b)"
    r"[A-Z][\w’'&/-]*(?:\s+(?:(?:of|and|for|to|the|with)\s+)*[A-Z&(][\w’'&/)-]*){0,8}"
)
ARTICLE = re.compile(r"^(?:the|an?)\s+(?:council[’']s\s+)?", re.IGNORECASE)
# "Mrs P Alder Assistant Clerk": a post right behind the name
BARE_POST = re.compile(r"\s+((?:[A-Z][\w’'&-]*|of|and|for|to|the)(?:\s+(?:[A-Z][\w’'&-]*|of|and|for|to|the)){1,7})")
# "Cllrs Oakes, Pike and the Clerk": somebody whom the list does not name
UNNAMED = re.compile(
    r"\s*,?\s*(?:and|&)\s+(?:the|our)\s+(?:\w+\s+)?(?:Clerk|RFO|Minute[\s-]?Taker|Secretary)\b", re.IGNORECASE
)
# What goes on with a list or with a post, and not with the sentence
REST = re.compile(r"\s*(?:[,;&]|and\b|[A-Z])")
AWAY_FROM = re.compile(r"(?:with\s+)?apologies\s+(?:received\s+)?from\b\s*", re.IGNORECASE)
GAP = re.compile(r"(?<=[\w)])(?:[ \xa0]{3,}|\t)(?=[A-Z])")  # between columns of plain text
CONVENER = re.compile(r"(?:the\s+)?(?:conven[eo]r|chair(?:man|woman|person)?)\s", re.IGNORECASE)
DEPUTE = re.compile(
    r"(?:the\s+)?(?:vice|deputy|depute)[\s-]+(?:conven[eo]r|chair(?:man|woman|person)?)\s", re.IGNORECASE
)
ROLE = re.compile(r"\s*(?:[-–]\s*)?((?:Vice|Deputy)[- ]?)?(Chair(?:man|woman|person)?|CLERK|Clerk)\b\.?")
CHAIRING = re.compile(r"^\s*,?\s*[-–]?\s*(?:was\s+)?in\s+the\s+chair|^\s+(?:chairing|presiding)\b", re.IGNORECASE)

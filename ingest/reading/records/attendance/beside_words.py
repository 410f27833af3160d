"""The words that stand beside a name in brackets, behind a comma or a dash: beside each pattern words as printed."""

from __future__ import annotations

import re

# "(substituting for Councillor B Oakes)", "(In place of C Pike)", "Substitute for Cllr Oakes", "(for Cllr D Quill)"
REPLACES = re.compile(
    r"^(?:(?:is|was|as|a|the|attended|attending|acting|duly appointed|nominated|named)\s+)*"
    r"(?:(?:substitut\w*|alternate|proxy|deputis\w*|deputiz\w*|sub|standing in|replacing|subst?\.?)(?![a-z])"
    r"\s*(?:member\s+)?"
    r"(?:for|of|:|[-–])?|(?:replacement|reserve|deputy),?\s+(?:member\s+)?for(?=\s+(?:cllr|councillor|mr|ms|miss|dr|rev)|\s*:)"
    r"|in\s+(?:the\s+)?place\s+of|(?:vice|for|on behalf of"
    r"|representing)(?=\s+(?:the\s+)?(?:county\s+)?(?:cllr|councillor|mr|mrs|ms|miss|dr|rev)))"
    r"\s*(?!\s*by\b)(?P<who>.+)$",
    re.IGNORECASE,
)
# "(Chair in the Chair)", "(Vice-Chairman, in the Chair)"
IN_CHAIR = re.compile(r"\bin\s+the\s+chair\.?$", re.IGNORECASE)
# Whoever sits on a body of councillors without a vote
NON_VOTING = re.compile(r"non-?\s?voting(?:\s+member)?", re.IGNORECASE)
# "(Officers)", "(observer)": what somebody is here, and no post
PEOPLE = re.compile(r"observ.*|officers?|members?|guests?", re.IGNORECASE)
# "(for D Quill)", not "(for Upper Garth)"
FOR = re.compile(
    r"(?:for|vice)\s+(?!the\b|(?:north|south|east|west|upper|lower|great|little|st|old|new|castle|abbey|high)\b)(?P<who>.+)",
    re.IGNORECASE,
)
# "(Councillor A Marrow substituting)", "(substitute: Councillor A Marrow)" beside one who sent apologies
REPLACED_BY = re.compile(
    r"^(?:(?:substitut\w+|replaced|represented)\s+by|substitute\s*[:–-]?)\s+(?P<a>.+)$"
    r"|^(?P<b>.+?)\s+(?:(?:was|is)\s+)?(?:substitut(?:ing|ed)|deputi[sz](?:ing|ed)|attending|attended|present|represented"
    r"|as\s+(?:a\s+)?(?:substitute|deputy))"
    r"(?:\s+as\s+(?:(?:an?|the|his|her|their)\s+)?(?:\w+\s+)?(?:substitute|deputy|representative))?"
    r"(?:\s+(?:for|in|on)\s+(?:him|her|them|(?:his|her|their)\s+(?:place|stead|absence|behalf)))?$",
    re.IGNORECASE,
)
# "(substitute Councillor A Marrow)" behind one who sent apologies
SUBSTITUTE_OF = re.compile(r"^(?:substitut\w*|sub)\s*[:–-]?\s+(?!(?:for|by)\b)(?P<who>.+)$", re.IGNORECASE)
# "(until 3.10 p.m.)", "(part of meeting)", "(items 6 and 7)", "(from 4.50)", "(via Teams)", "(minutes 12 to 14 only)"
NOTE = re.compile(
    r"^(?:until|from\s+\d|to\s+\d|part\b|part[- ]of|for\s+(?:part|item|minute|agenda)|items?\b|minutes?\b"
    r"|agenda\b|arrived|left|joined|up to|left at"
    r"|remote|virtual(?!\s+school)|via\b|on-?line|on(?:\s+ms)?\s+teams|in person"
    r"|by\s+(?:video|teams|zoom|phone|telephone)"
    r"|hybrid|late|\d|present (?:for|from|until)"
    r"|attending (?:remote|virtual|online|via)|who\b|observing remotely|[ap]\.?m\.? only|v/?c$|t/c$|minut|for the)",
    re.IGNORECASE,
)
# "(apologies until 7 pm)", "(absent from item 4)": what else is said behind the word
AWAY = re.compile(r"(?:(?P<apologies>apolog\w+)|absent)\b.*", re.IGNORECASE)
SEATS = frozenset({"MP", "MSP", "MS", "AM", "MLA", "MEP"})
CONTACT = re.compile(
    r"\b(?:tel(?:ephone)?|phone|e-?mail|ext)\b\.?\s*:?.*$|\s*\b0\d{3,4}\s?\d.*$|\S+@\S+", re.IGNORECASE
)
# "(notes)", "(host)", "(invited speaker)" behind a post: what somebody came for
ASIDE = re.compile(
    r"(?:taking\s+)?(?:the\s+)?(?:notes?|minutes?)|(?:note|minute)[\s-]?taker|host|observ(?:er|ing)|"
    r"(?:invited\s+|guest\s+)?speaker|presenter|presenting|(?:lead\s+)?support|clerking",
    re.IGNORECASE,
)
NOTES = re.compile(
    r"(?:taking\s+)?(?:the\s+)?(?:notes?|minutes?)|(?:note|minute)s?[\s-]?taker|(?:taking|clerking)", re.IGNORECASE
)
# "Wellbeing Lead, Remote", "Parks Manager, via Teams": how somebody came, behind the post
HOW_CAME = re.compile(r",\s*(?:(?:joined\s+)?remote(?:ly)?|virtual(?:ly)?|on-?line|via\s+\w+|expected)$", re.IGNORECASE)
TRAILING = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
# "(Castle Ward, for Councillor B Oakes)", "(Labour; Vice-Chair)"
APART = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
# "Norham City Council - Substitute for Councillor B Oakes"
DASHED = re.compile(r"\s+[-–—]\s*(?=substitut|deputi|in place|replacing)", re.IGNORECASE)
# What is said of somebody behind a dash and is no post: "Cllr Pike – it was agreed that he sign later"
CLAUSE = re.compile(r"\b(?:was|were|had|has|have|is|are|agreed|would|will|that)\b")
# "Head of Roads, who was represented by Ann Marrow": what a sentence goes on to say behind a post
WHO_CLAUSE = re.compile(r"\s*,\s+(?:for\s+)?(?:who|whom|whose)\s.*$", re.IGNORECASE | re.DOTALL)
# "Friends of Garth Wood – Item 9": the item that somebody came for
FOR_ITEM = re.compile(
    r"\s*[,;–-]\s*(?P<note>(?:for\s+)?(?:agenda\s+)?(?:items?|minutes?)\s+(?:nos?\.?\s*)?\d.*)$", re.I
)
REPRESENTATIVE = re.compile(r"\brepresentative$", re.IGNORECASE)
SENDS = re.compile(
    r"\b(?:assembly|government|ministry|department|agency|office)\b|\w\.(?:com|org|net)\b", re.IGNORECASE
)
INITIALS = re.compile(r"[A-Z](?:[a-z]?[A-Z]){1,4}")
INDEPENDENT = re.compile(r"(?:an?\s+)?independent(?:\s+(?:panel\s+)?member)?", re.IGNORECASE)

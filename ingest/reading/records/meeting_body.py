"""Which of a council's bodies met."""

from __future__ import annotations

import re

from ingest.reading.language import welsh
from ingest.reading.language.dates import WEEKDAYS, dates
from ingest.reading.model import Block
from ingest.reading.records.meeting_council import BODY_WORD, CITY, COUNCIL, ENDS_IN_BODY
from ingest.reading.records.meeting_names import plain
from ingest.reading.records.meeting_top import Claim, Top

_HELD = re.compile(
    rf"\b(?:meeting|session|briefing|minutes|notes?|proceedings)\s+of\s+(?:a\s+|the\s+)?"
    rf"(?:proceedings\s+(?:of|at)\s+(?:a\s+|the\s+)?)?(?:(?:\w+\s+)?meeting\s+of\s+)?(?:the\s+)?"
    rf"(?P<body>(?:(?!\bheld\b|\bmeeting\b).){{0,110}}?\b{BODY_WORD}(?:\s*\([^)]*\))?)"
    rf"(?=\s*(?:,|:|\.|\n|$|\(|[-–—]|\bheld\b|\bon\b|\bat\b|\bmeeting\b|\bwhich\b|\btook\b|\bof\b))",
    re.I | re.S,
)
_LEAD = re.compile(
    r"^(?:(?:draft|confirmed|unconfirmed|public|open|approved)\s+)*"
    r"(?:minutes?|notes?|record|report|agenda|cofnodion)\s*(?:of|for|to|:|[-–—])\s+"
    r"(?:(?:a|the|an)\s+)?(?:proceedings\s+(?:of|at)\s+(?:(?:a|the)\s+)?)?(?:(?:\w+\s+)?meeting\s+of\s+)?(?:the\s+)?",
    re.I,
)
# What a paper is called, alone in its line: "DRAFT MINUTES", "Cofnodion / Minutes", "Briefing note"
_CALLED = (
    r"(?:minutes?|(?:public )?document pack|(?:printed|published) minutes|"
    r"(?:(?:members?[’']? )?briefing |action |meeting )?notes?|agenda|decisions|record|cofnodion|nodiadau)"
)
_LONE = re.compile(rf"(?:draft |public |open )?{_CALLED}(?:\s*/\s*{_CALLED})?\W*", re.I)
_IN_WELSH = re.compile(rf"\s*(?:y |cofnodion )?(?:cyngor|{welsh.BODY})\b", re.I)
# "Scrutiny Board (Homes and Streets)", but not "… (HOSC)", "… (virtual)", "… (the Panel)"
_SUBJECT = re.compile(
    r"\s*\((?!(?:the|virtual|informal|special|extraordinary|extra|draft|public|private|remote|on-?line|via|held|"
    r"formerly|meeting|minutes|notes?|hereafter|known|adjourned|reconvened|joint|call-?in|budget meeting|teams|zoom|"
    r"hybrid|part)\b)"
    r"(?P<subject>[A-Z][^()\d]{2,70})\)",
    re.I,
)
# Where it met, or what a paper came to it for
_NO_SUBJECT = (
    r"(?:(?:microsoft\s+)?teams|zoom|webex|skype|youtube)\b"
    r"|(?:information|decision|approval|noting|consideration|discussion)\s*(?:\n|$)"
)
# "Task and Finish Group on Young Carers", "Scrutiny Committee for Homes, Streets and Parks", not "on Monday", "on Zoom"
_SAID_SUBJECT = re.compile(
    rf"\s+(?:on|for|into)\s+(?:the\s+)?(?!(?:{'|'.join(WEEKDAYS)})\b|{_NO_SUBJECT})(?-i:[A-Z])[\w’'-]*"
    r"(?:(?:,|\s+(?:and|&|of|in|the|for))*\s+(?-i:[A-Z])[\w’'-]*){0,9}"
    r"(?=\s*(?:\n|$|[-–—:]|,?\s+held\b|,?\s+on\b|\())",
    re.I,
)
# "Scrutiny Task and Finish Group: Rural Buses": what such a group looks into is its name
_LOOKS_INTO = re.compile(
    r"\s*(?:the\s+)?(?P<name>(?:\S+\s+){0,6}(?:finish|working|review|inquiry|task) group:\s+"
    r"(?!.*\b(?:minutes|notes|meeting|agenda|report|actions?|present|date|chair)\b)[A-Z][^\d\n:.,–]{3,60})\s*",
    re.I,
)
_GENERIC = re.compile(r"^(?:the\s+)?(?:joint\s+|sub-?)?(?:committee|panel|board|group|commission|meeting)$", re.I)
_AFTER_BODY = re.compile(r"\s*:\s|\s+[-–—]\s+|\s*[–—]\s*|\s*\(|\s+(?:meeting|held|minutes|at|on)\b", re.I)
_LABEL_WORDS = (
    "report to|for|to|committee|meeting|body|meeting of|name of committee|meeting of the|title of meeting|"
    "name of meeting|meeting title|committee name|pwyllgor / committee"
)
_LABELS = tuple(_LABEL_WORDS.split("|"))
_NO_BODY = re.compile(
    r"\b(?:held|report|attendance of|appointed|cabinet member|executive member|portfolio holder|portfolio|members?:|"
    r"lead member|chair of|notes? of|minutes of|present|apologies|confirmed|ward)\b",
    re.I,
)

# "OPEN section of the Schools Forum", "Pwyllgor Craffu / Scrutiny Committee": what is no part of a body's name
_BEFORE_NAME = re.compile(
    r"\s*(?:(?:the\s+)?(?:open|public|closed|private|confidential)\s+(?:section|part|session|meeting)\s+of\s+(?:an?\s+|the\s+)?"
    r"|(?:y\s+)?(?:pwyllgor|cyd-?bwyllgor|bwrdd|fforwm|gr[wŵ]p|panel)\b[^/]{3,80}?\s/\s+)",
    re.I,
)
# "Scrutiny Committee of Exford County Council"
_OF_COUNCIL = re.compile(rf"\s+of\s+(?:the\s+)?(?:{COUNCIL.pattern}|council)\s*$", re.I)
# A group of a committee's, whose name stands with the committee's: it is the group that met
_PART_OF = re.compile(
    r"\b(?:(?:task|finish|working|review|inquiry) group|working party|sub-?\s?(?:committee|group))$", re.I
)


def committee(top: Top) -> Claim | None:
    """The body that met: from the title lines, a label, or the sentence "Minutes of a meeting of the …"."""
    for claims in (_titled(top), _said(top), _labelled(top), _at_the_edge(top), _bare(top)):
        named = [claim for claim in claims if not _GENERIC.match(plain(claim.text))]
        named = _beneath(named)
        named = [claim for claim in named if _PART_OF.search(plain(claim.text))] or named
        if named:
            return max(named, key=lambda claim: _worth(claim, named[0]))
    return None


# An authority that is called a board and has committees of its own (Public Bodies (Joint Working) (Scotland) Act 2014),
# and the board of a school or a trust
_BOARD = re.compile(
    r"\b(?:integration joint|health|joint valuation|police|transport partnership) board$"
    r"|\b(?:board of (?:governors|trustees|directors)|governing (?:body|board))$",
    re.I,
)


def _beneath(named: list[Claim]) -> list[Claim]:
    """The committees whose names stand below that of the board that they belong to, where there are any."""
    if not named or not _BOARD.search(plain(named[0].text)):
        return named
    return [claim for claim in named[1:] if plain(claim.text).lower().endswith("committee")] or named


def _worth(claim: Claim, first: Claim) -> tuple[bool, int]:
    """The fullest form of the first name: "Scrutiny Committee" gives way to "Children's Scrutiny Committee"."""
    holds = plain(first.text).lower() in plain(claim.text).lower()
    return holds, len(claim.text) if holds else 0


def _titled(top: Top) -> list[Claim]:
    """Lines, or two lines together, that are a body's name and little else."""
    found = []
    for at, block in enumerate(top.lines):
        claim = _in_line(block) or _between_dashes(block)
        if claim:
            found.append(claim)
        elif at + 1 < len(top.lines) and _folds(block, top.lines[at + 1]):
            pair = top.lines[at].text + "\n" + top.lines[at + 1].text
            start = top.whole.text.find(pair)
            together = top.whole.part(start, start + len(pair)) if start >= 0 else None
            if together and (claim := _in_line(together)):
                found.append(claim)
    return found


def _between_dashes(block: Block) -> Claim | None:
    """ "Exford City Council – Scrutiny Committee – 4 March 2025": one of the parts is the body."""
    breaks = list(re.finditer(r"\s[–—|-]\s", block.text))
    if not 0 < len(breaks) <= 3:
        return None
    ends = [found.start() for found in breaks[1:]] + [len(block.text)]
    claims = (_in_line(block.part(found.end(), end)) for found, end in zip(breaks, ends, strict=True))
    return next((claim for claim in claims if claim), None)


def _folds(block: Block, below: Block) -> bool:
    """Could the line below go on with this one? Not where either is a council's name or holds a date."""
    both = (block.text, below.text)
    if any(_LONE.fullmatch(text.strip()) or _IN_WELSH.match(text) for text in both):
        return False
    return not any(COUNCIL.search(text) or dates(text) or ":" in text for text in both) and len(block.text) < 90


def _in_line(block: Block) -> Claim | None:
    text = block.text
    if (":" in text[:25] and not ENDS_IN_BODY.fullmatch(text.partition(":")[0])) or _LEAD.fullmatch(text):
        return None
    start = lead.end() if (lead := _LEAD.match(text)) else 0
    days = dates(text)
    stop = days[0].start if days else len(text)
    name = _AFTER_BODY.split(text[start:stop], maxsplit=1)[0]
    found = ENDS_IN_BODY.match(name)
    if found and (whole := _LOOKS_INTO.fullmatch(text, start, stop)):
        return Claim(block, *whole.span("name"))
    if found and _OF_COUNCIL.match(name, found.end("body")):
        name = name[: found.end("body")]
    over = name[found.end("body") :] if found else ""
    if (
        not found
        or (over.strip(" ,.") and not _SAID_SUBJECT.fullmatch(over))
        or _NO_BODY.search(name)
        or len(name.split()) > 16
    ):
        return None
    skip = len(name) - len(re.sub(r"^\s*(?:the|meeting of the|meeting of)\s+", "", name, flags=re.I))
    skip += _council_before(name[skip:])
    if CITY.match(name, skip):
        return None
    return Claim(block, start + skip, _with_subject(text, start + found.end("body")))


def _with_subject(text: str, end: int) -> int:
    """Where a name ends that goes on in brackets with the subject of the body; an abbreviation there is none."""
    if said := _SAID_SUBJECT.match(text, end):
        return end if text[said.start() : said.end()].isupper() else said.end()  # in capitals it may be anything
    found = _SUBJECT.match(text, end)
    if not found:
        return end
    words = found["subject"].split()
    initials = "".join(word[0] for word in text[:end].split() if word[0].isalpha()).lower()
    short = len(words) == 1 and (words[0].lower() in initials or (words[0].isupper() and not text[:end].isupper()))
    return end if short or ENDS_IN_BODY.match(found["subject"]) else found.end()


def _council_before(name: str) -> int:
    """How much before a name is none of it: "OPEN section of the", or the council's in the same line."""
    if before := _BEFORE_NAME.match(name):
        return before.end() + _council_before(name[before.end() :])
    found = COUNCIL.match(name)
    if not found:
        return 0
    rest = name[found.end("council") :]
    named = re.search(rf"\w.*\b{BODY_WORD}|^\W*(?:cabinet|executive)", rest, re.I | re.S)
    joined = re.match(r"(?:[’']s?\b)?[ ,\-–—\n]*", rest, re.I)
    return found.end("council") + (joined.end() if joined else 0) if named else 0


def _said(top: Top) -> list[Claim]:
    found = []
    for match in _HELD.finditer(top.whole.text):
        body = match["body"]
        skip = _council_before(body)
        if not _NO_BODY.search(body):
            end = match.start("body") + len(re.sub(r"\s*\([^)]*\)$", "", body))
            found.append(Claim(top.whole, match.start("body") + skip, _with_subject(top.whole.text, end)))
    return found


def _labelled(top: Top) -> list[Claim]:
    found = []
    for claim in top.labelled(*_LABELS):
        days = dates(claim.text)
        stop = days[0].start if days else len(claim.text)
        name = re.split(r"\s+[-–—]\s+|\s*\n", claim.text[:stop], maxsplit=1)[0].rstrip(" -–—,")
        lead = re.match(r"(?:(?:all )?members of )?(?:the )?", name, re.I)
        if re.search(rf"\b(?:{BODY_WORD}|council)$", name, re.I):
            found.append(claim.part(lead.end() if lead else 0, len(name)))
    return found


def _at_the_edge(top: Top) -> list[Claim]:
    return [claim for block in top.running if (claim := _in_line(block))]


def _bare(top: Top) -> list[Claim]:
    """Notes that begin "TMG 14 November 2024": what stands before the date in the first line."""
    if not top.lines:
        return []
    first = top.lines[0]
    days = dates(first.text)
    name = first.text[: days[0].start].strip(" -–—,") if days else ""
    if not name or len(name.split()) > 6 or re.search(r"[\d:]|\b(?:minutes|notes|meeting|held|date)\b", name, re.I):
        return []
    return [Claim(first, 0, len(name))] if COUNCIL.search(name) is None else []

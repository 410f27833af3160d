"""Which council met, and the words that the names of councils and of their bodies are made of."""

from __future__ import annotations

import re

from ingest.reading.language.bodies import BOROUGH_OF
from ingest.reading.model import Block
from ingest.reading.records.meeting_names import SMALL, plain
from ingest.reading.records.meeting_top import Claim, Top

# "Garthshire County Council" · "London Borough of Millwater" · "Cyngor Sir Nanthafren"
_LINK = r"(?:and|of|upon|the|with|on|in|cum|le|by|de|&|AND|OF|UPON|THE|WITH|ON)"
_NAME = rf"(?:[A-Z][\w’'.-]*)(?:[ \n]+(?:{_LINK}[ \n]+)*[A-Z&][\w’'.-]*){{0,7}}?"
_SORT = (
    r"(?:(?:County|City|Borough|District|Metropolitan|Parish|Town|Community|Unitary|Islands?|Regional|Shire|Combined|"
    r"COUNTY|CITY|BOROUGH|DISTRICT|METROPOLITAN|PARISH|TOWN|COMMUNITY|UNITARY)[ \n]+)*"
)
COUNCIL = re.compile(
    rf"(?P<council>{BOROUGH_OF} {_NAME}(?: Council| COUNCIL|(?=\n|: |$))"
    rf"|{_NAME}[ \n]+{_SORT}(?:Council|COUNCIL|Combined Authority|COMBINED AUTHORITY|"
    r"National Park Authority|NATIONAL PARK AUTHORITY|Fire and Rescue Authority|FIRE AND RESCUE AUTHORITY)"
    rf"(?! (?:Chamber|Offices?|House|Tax|Plan)| CHAMBER| OFFICES?))\b"
)
_WELSH = re.compile(r"\b(?:Cyngor|CYNGOR)(?: (?:Sir|Dinas|Bwrdeistref|Cymuned|Tref|SIR|DINAS))? [A-Z].*")
_NOT_A_NAME = re.compile(
    r"^(?:the|minutes|meeting|report|notes?|county|city|borough|district|parish|town|community|full|ordinary|annual|"
    r"extraordinary|of|held|a|at|in|from|to|special|general|group)\b\s*(?:of |the |meeting )*",
    re.I,
)

BODY_WORD = (
    r"(?:sub-?\s?committee|committee|panel|board|commission|cabinet|executive|forum|working (?:party|group)|task group|"
    r"task (?:and|&) finish group|review group|steering group|advisory group|reference group|working group|group|"
    r"partnership|governing body|governors|assembly|sub-?group|joint authority|consortium|collaborative|trust|sacre)"
)
ENDS_IN_BODY = re.compile(rf"(?P<body>.*\b{BODY_WORD})\b", re.I | re.S)
CITY = re.compile(rf"{BOROUGH_OF} ")
_MEETING_OF = re.compile(r".*\b(?:meeting|minutes|proceedings)\s+of\s+(?:the\s+)?", re.I | re.S)
# "Standing Orders Committee of Exford County Council"
_BODY_OF = re.compile(rf".*\b{BODY_WORD}\s+(?:of|at|for)\s+(?:the\s+)?", re.I | re.S)


# The council at whose house a joint body meets need not be its own
_WHERE = re.compile(r"\s*(?:venue|place|location|held\s+(?:at|in)|where)\s*:", re.I)


def council(top: Top) -> Claim | None:
    """The council whose name stands in the title or at the edge of the pages; None where there are several."""
    for source in (top.lines, top.running):
        found = [claim for block in source if not _WHERE.match(block.text) for claim in _councils(block)]
        names = {plain(claim.text).lower() for claim in found}
        if len(names) == 1:
            return found[0]
        if names:
            whole = [claim for claim in found if plain(claim.text) == plain(claim.block.text)]
            return whole[0] if len({plain(claim.text).lower() for claim in whole}) == 1 else None
    return None


def _councils(block: Block) -> list[Claim]:
    found = []
    if _WELSH.match(block.text.strip()):
        return []
    for match in COUNCIL.finditer(block.text):
        start = match.start("council")
        if body := _BODY_OF.match(block.text[start : match.end("council")]):
            start += body.end()
        if meeting_of := _MEETING_OF.match(block.text[start : match.end("council")]):
            start += meeting_of.end()
        while (lead := _NOT_A_NAME.match(block.text[start : match.end("council")])) and not CITY.match(
            block.text, start
        ):
            start += lead.end()
            if not lead.end():
                break
        words = block.text[start : match.end("council")].split()
        if CITY.match(block.text, start) and ENDS_IN_BODY.fullmatch(block.text[start : match.end("council")]):
            continue  # "London Borough of Exe Health Panel": nobody can say where its name ends
        if len(words) >= 2 and words[0].lower() not in SMALL:
            found.append(Claim(block, start, match.end("council")))
    return found

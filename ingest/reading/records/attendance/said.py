"""Attendance told in sentences: apologies, substitutes, who was welcomed and who was there for an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import pipeline
from ingest.reading.model import Block
from ingest.reading.records.attendance import lists
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.lists import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting

TRIGGER = re.compile(
    r"apolog|substitut|replac|welcom|in attendance|attended|joined|deputi|in place of|on behalf of"
    r"|also present|were present|was present"
    r"|absen[ct]|in the chair|took the chair|standing in|unable to attend",
    re.IGNORECASE,
)
_OF_THIS = Group(status="apologies")
_COMERS = Group(default="officer")

# "Apologies for absence were received from Councillors A and B", "An apology was submitted by Mr C", "Apologies: D, E"
_APOLOGIES = re.compile(
    r"apolog(?:y|ies)\b(?P<what>[^.:]{0,60}?)\b(?:(?:was|were|had|has|have|been|is|are|also|both|duly)\s+)*"
    r"(?:received|given|sent|tendered|submitted|made|presented|offered|noted|reported|recorded|accepted"
    r"|intimated|conveyed)?"
    r"\s*(?:(?:and\s+\w+\s+)?(?:from|by|on behalf of|for(?!\s+(?:absence|lateness|non|not|their|his|her"
    r"|being|inability|failing|being)))\s+|[:–-]+\s*)(?P<who>[^.]?.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "Councillors A and B had sent their apologies", "Mr C gave his apologies", "Mrs D was unable to attend"
_SENT = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:had|have|has|also)\s+)*(?:(?:sent|gave|given|tendered|offered|submitted"
    r"|expressed)\s+(?:(?:their|his|her|an?)\s+)?apolog"
    r"|apologi[sz]ed\s+for\s+(?:\w+\s+)?absence|(?:was|were)\s+unable\s+to\s+attend)",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(?:lateness|late arrival|leaving early|arriving late|early departure)\b", re.IGNORECASE)
# "A and B replaced C and D respectively", "Councillor A substituted for Councillor B", "A attended as substitute for B"
_INSTEAD = re.compile(
    r"(?:,|\b(?:was|were|is|be|being|had been|also|that|who|attended|attending|sat|acted|acting|appeared"
    r"|serving|present|in attendance|the meeting|"
    r"meeting|as|a|the|duly|appointed|named|official|nominated|formal|confirmed|indicated|he|she|they|his|her|their|remotely|virtually)\b|\s)*"
    r"\b(?:replaced|replacing|(?:substitut\w*|deput(?:y|i[sz]\w+)|stood in|standing in"
    r"|alternate)(?:\s+members?)?\s+(?:for|on behalf of|in place of)"
    r"|in\s+(?:the\s+)?place\s+of|(?:attended|present|sat|acted)\s+(?:the\s+meeting\s+)?(?:on\s+behalf\s+of"
    r"|in\s+the\s+stead\s+of|instead\s+of))\s+",
    re.IGNORECASE,
)
# "Councillor B was replaced by Councillor A", "Councillor B (substituted by A)"
_BY = re.compile(
    r"\s*,?\s*(?:(?:who\s+)?(?:was|were|had been|being)\s+)?(?:replaced|substituted|represented|deputised)\s+"
    r"(?:for\s+)?by\s+"
    r"|\s*,?\s+with\s+(?=[^,;]{3,80}\b(?:attending|substituting|deputising|in\s+attendance|present|acting|sitting)\b"
    r"(?:\s+(?:as|in|on)\b|\s*[.;]?\s*$))",
    re.IGNORECASE,
)
# "Apologies were received from Ms C, for whom Mr D substituted", "Councillor C (for whom Councillor D attended)"
_FOR_WHOM = re.compile(
    r"(?P<mark>,?\s+\(?for\s+whom\s+)(?=.{3,60}\b(?:substitut|attended|deputis|was present|stood in))", re.IGNORECASE
)
# "Councillor A attended as substitute", without a word of for whom
_AS_SUBSTITUTE = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:also|had)\s+)?(?:attended|was present|sat|acted|attending|were present"
    r"|was in attendance)?\s*(?:the meeting\s+)?(?:as\s+(?:an?\s+|the\s+|duly\s+|appointed\s+"
    r"|named\s+)*substitut\w*|substituted)(?!\s+(?:for|on))",
    re.IGNORECASE,
)
# "The Chair welcomed A, Head of B, and C to the meeting"
_WELCOMED = re.compile(
    r"\bwelcomed\s+(?:to\s+(?:the|this)\s+\w+\s*[,:]?\s*)?(?:(?:new\s+)?(?:members?|officers?|colleagues"
    r"|the following|representatives?)\s*[:,–-]\s*)?(?P<who>[^.]?.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "In attendance for this item were A (Head of B) and C", "Also present was D"
_THERE_WERE = re.compile(
    r"(?:in\s+attendance|also\s+present|also\s+attending|present)\b[^.:;]{0,60}?\b(?:were|was)\s*[:–-]?\s*(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "A (Head of B) and C were in attendance for this item", "D also attended the meeting", "E joined the meeting remotely"
_WERE_THERE = re.compile(
    r"^(?P<who>.+?),?\s+(?:(?:was|were|is|are)\s+(?:also\s+|both\s+|all\s+)*(?:in\s+(?:virtual\s+)?attendance"
    r"|present|welcomed|in\s+the\s+chair)|(?:also\s+|both\s+)?attended(?=\s*(?:$|[.,(]|the|this|for|remotely"
    r"|virtually|via|as|in|by|to|and|on|at))"
    r"|(?:also\s+)?joined\s+(?:the\s+(?:meeting|committee|panel)|remotely|virtually|online|via)|took\s+the\s+chair)",
    re.IGNORECASE | re.DOTALL,
)
_TOGETHER = re.compile(r"\btogether\s+with\s+(?P<who>.+)$", re.IGNORECASE | re.DOTALL)
_FILLER = re.compile(
    r"^(?:(?:it\s+was\s+(?:noted|reported|agreed|announced)|(?:the\s+)?(?:chair\w*|committee"
    r"|clerk)\s+(?:noted|reported|advised|announced)|members\s+noted|noted|"
    r"the\s+following(?:\s+[\w-]+){0,4}?\s+were\s+(?:noted|made|reported)|having\s+given\s+[\w\s]+"
    r"|for\s+this\s+(?:meeting|item))\s*(?:that\b)?[,:]?\s*|that\s+)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^\s*(?:none\b|no\b|nil\b|there\s+were\s+no|everyone|all\b|members\s+(?:of|to)|those\b|attendees"
    r"|councillors\s+and|the\s+public)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:no|not|without|nil)\s+(?:\w+\s+)?apolog|\bwould\b|\bwill\b|\binvited to attend\b|\bto attend the next\b",
    re.IGNORECASE,
)
_APPOINTED = re.compile(r"\b(?:appointed|elected|nominated|vacan\w+|resign\w*|retire\w*|membership)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|last|earlier) meeting\b|\bhad attended\b", re.IGNORECASE)


# A clause of running text, not a list of names and posts
PROSE = re.compile(r"\b(?:the|that|was|were|which|had)\s+[a-z]+\s+[a-z]+\s+[a-z0-9]+", re.ASCII)


def read(
    block: Block,
    item: int | None,
    low: int = 0,
    high: int | None = None,
    *,
    group: Group | None = None,
    front: bool = False,
) -> list[Sighting]:
    """Everybody whom the sentences of ``block.text[low:high]`` say to have come, sent apologies or been replaced."""
    stop = len(block.text) if high is None else high
    seen: list[Sighting] = []
    for start, end in pipeline.sentences(block.text[low:stop]):
        sentence = _Sentence(block, low + start, low + end, item, group, front)
        if TRIGGER.search(sentence.text):
            seen.extend(sentence.read(seen))
        elif group is not None and front and not PROSE.search(sentence.text):
            seen.extend(sentence.listed(sentence.start, sentence.end, group))
    return seen


class _Sentence:
    """One sentence of a block, by its place there."""

    def __init__(self, block: Block, start: int, end: int, item: int | None, group: Group | None, front: bool) -> None:
        self.block, self.item, self.group, self.front = block, item, group, front
        text = block.text[start:end]
        while filler := _FILLER.match(text):
            start += filler.end()
            text = block.text[start:end]
        self.start, self.end = start, end
        self.text = text

    def read(self, before: list[Sighting]) -> list[Sighting]:
        if _NEGATIVE.search(self.text) or (_EARLIER.search(self.text) and not self.front):
            return []
        for way in (self._instead, self._apologies, self._as_substitute, self._welcomed, self._there):
            if seen := way(before):
                return seen
        return []

    def listed(self, low: int, high: int, group: Group, **changes: object) -> list[Sighting]:
        """The people listed in a part of the block's text, up to where the sentence goes on about something else."""
        stop = low + len(lists.cut(self.block.text[low:high]))
        if _NOBODY.match(self.block.text[low:stop]):
            return []
        found = [seen for person in lists.people(self.block.text, low, stop) for seen in self._all(person, group)]
        if self.front and not any(one.position for one in found):
            found = [replace(one, unsure=False) for one in found]
        return [replace(seen, **changes) for seen in found] if changes else found  # type: ignore[arg-type]

    def _all(self, person: Listed, group: Group) -> list[Sighting]:
        return sightings(person, self.block, group, item=self.item)

    def _apologies(self, _: list[Sighting]) -> list[Sighting]:
        if match := _APOLOGIES.search(self.text):
            group = Group(status="present", default="member") if _LATE.search(match["what"]) else _OF_THIS
            seen = self.listed(self.start + match.start("who"), self.end, group)
            return [replace(one, creates=False) for one in seen] if group is not _OF_THIS else seen
        if (match := _SENT.search(self.text)) and not _LATE.search(self.text):
            return self.listed(self.start, self.start + match.end("who"), _OF_THIS)
        return []

    def _instead(self, _: list[Sighting]) -> list[Sighting]:
        """ "A replaced B and C replaced D": each verb has substitutes before it and those replaced behind it."""
        if whom := _FOR_WHOM.search(self.text):
            return self._sent_another(whom.start(), whom.end("mark"))
        if (by := _BY.search(self.text)) and _APOLOGIES.search(self.text[: by.start()]):
            return self._sent_another(by.start(), by.end())
        if _APPOINTED.search(self.text) and "substitut" not in self.text.lower():
            return []
        seen: list[Sighting] = []
        by_another = list(_BY.finditer(self.text))
        verbs = by_another or list(_INSTEAD.finditer(self.text))
        for place, verb in enumerate(verbs):
            low = self.start + (verbs[place - 1].end() if place else 0)
            high = self.start + (verbs[place + 1].start() if place + 1 < len(verbs) else len(self.text))
            before = self._people(low, self.start + verb.start())
            behind = self._people(self.start + verb.end(), high)
            if place:
                before = before[1:]
            if place + 1 < len(verbs):
                behind = behind[:1] if len(behind) == 2 else behind[: max(1, len(behind) // 2)]
            subs, gone = (behind, before) if by_another else (before, behind)
            seen.extend(self._pairs(subs, gone))
        return seen

    def _sent_another(self, end: int, start: int) -> list[Sighting]:
        """ "Apologies from A and from B, for whom C substituted": the last of those away have the substitutes."""
        away = _Sentence(self.block, self.start, self.start + end, self.item, self.group, self.front)._apologies([])
        following = _BY.search(self.text, start)
        stop = self.start + following.start() if following else self.end
        subs = self._people(self.start + start, stop)[: 1 if following else None]
        if len(subs) > len(away):
            return away
        instead = [
            replace(seen, role="substitute", own=True, replaces=gone.name)
            for sub, gone in zip(subs, away[len(away) - len(subs) :], strict=True)
            for seen in self._all(sub, Group(role="substitute"))
        ]
        return [*away, *instead]

    def _people(self, low: int, high: int) -> list[Listed]:
        text = self.block.text[low:high]
        return lists.people(self.block.text, low, low + len(lists.cut(text)))

    def _pairs(self, subs: list[Listed], gone: list[Listed]) -> Iterator[Sighting]:
        if not gone or len(subs) > len(gone):
            return
        for sub, other in zip(subs, gone, strict=False):
            for seen in self._all(sub, Group(role="substitute")):
                yield replace(seen, role="substitute", own=True, replaces=other.found.name)
        for other in gone:
            for seen in self._all(other, Group(role="member")):
                yield replace(seen, status=None, role=None, own=False)

    def _as_substitute(self, before: list[Sighting]) -> list[Sighting]:
        match = _AS_SUBSTITUTE.search(self.text)
        if match is None:
            return []
        seen = self.listed(self.start, self.start + match.end("who"), Group(role="substitute"))
        away = [one for one in before if one.status == "apologies"]
        replaced = away[0].name if len(away) == len(seen) == 1 else None
        return [replace(one, role="substitute", own=True, replaces=replaced) for one in seen]

    def _welcomed(self, _: list[Sighting]) -> list[Sighting]:
        match = _WELCOMED.search(self.text)
        if match is None or re.search(
            r"\bwelcomed\s+(?:the|this|that|an?|any|his|her|its)\s+(?!meeting)[a-z]", self.text
        ):
            return []
        return self.listed(self.start + match.start("who"), self.end, _COMERS)

    def _there(self, _: list[Sighting]) -> list[Sighting]:
        seen: list[Sighting] = []
        if match := _THERE_WERE.search(self.text):
            seen = self.listed(self.start + match.start("who"), self.end, self._comers())
        if not seen and (match := _WERE_THERE.search(self.text)):
            group = _COMERS if re.search(r"attend|joined|also", match.group()[len(match["who"]) :]) else self._comers()
            seen = self.listed(self.start, self.start + match.end("who"), group)
            if chairing := re.search(r"\b(?:in|took)\s+the\s+chair", self.text):
                seen = [replace(one, role="chair", own=True) for one in seen[:1] if chairing]
            if more := _TOGETHER.search(self.text, match.end("who")):
                seen += self.listed(self.start + more.start("who"), self.end, group)
        return seen

    def _comers(self) -> Group:
        if self.group is not None and self.group.status == "present" and not self.group.remote:
            return Group(role=self.group.role, default=self.group.default or "officer")
        return _COMERS

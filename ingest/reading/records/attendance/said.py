"""Attendance told in sentences: apologies, substitutes, who was welcomed and who was there for an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import pipeline
from ingest.reading.model import Block
from ingest.reading.records.attendance import lists, lists_ends, said_pairs
from ingest.reading.records.attendance import said_words as words
from ingest.reading.records.attendance.beside import sightings, without_pairs
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import SEATED, Group, Sighting, Where

_OF_THIS = Group(status="apologies")


def read(
    block: Block,
    item: int | None,
    low: int = 0,
    high: int | None = None,
    *,
    group: Group | None = None,
    front: bool = False,
    seated: bool = True,
) -> list[Sighting]:
    """Everybody whom the sentences of ``block.text[low:high]`` say to have come, sent apologies or been replaced.

    ``front``: they stand in front of the items. Where no members are ``seated`` yet, councillors told of are those.
    """
    stop = len(block.text) if high is None else high
    seen: list[Sighting] = []
    for start, end in pipeline.sentences(block.text[low:stop]):
        members = seated or any(one.role in SEATED for one in seen)
        where = Where(block, item, group, front, "guest" if members else "member")
        sentence = _Sentence(where, low + start, low + end)
        under = words.RECEIVED.match(sentence.text) if group is not None and group.status == "apologies" else None
        if under and group is not None and not words.TRIGGER.search(sentence.text, under.end()):
            seen.extend(sentence.listed(sentence.start + under.end(), sentence.end, group))
        elif words.TRIGGER.search(sentence.whole):
            seen.extend(sentence.read(seen))
        elif group is not None and front and not words.PROSE.search(sentence.text):
            seen.extend(sentence.listed(sentence.start, sentence.end, group))
    return seen


class _Sentence:
    """One sentence of a block, by its place there."""

    def __init__(self, where: Where, start: int, end: int) -> None:
        self.where, self.block, self.front = where, where.block, where.front
        self.whole = text = self.block.text[start:end]
        while filler := words.FILLER.match(text):
            start += filler.end()
            text = self.block.text[start:end]
        self.start, self.end = start, end
        self.text = text

    def read(self, before: list[Sighting]) -> list[Sighting]:
        if words.NEGATIVE.search(self.text) or (words.EARLIER.search(self.text) and not self.front):
            return []
        if beside := words.SENT_BESIDE.search(self.text):
            return self._sent_beside(beside, before)
        chair = self._chair_named()
        substitutions = (self._away, self._dashed, self._instead, self._apologies, self._paired, self._as_substitute)
        for way in (*substitutions, self._welcomed, self._chaired, self._there):
            if seen := way(before):
                return [*chair, *seen, *self._moved()]
        return [*chair, *self._moved()]

    def _chair_named(self) -> list[Sighting]:
        """ "The Chairman, Cllr A Marrow, declared the meeting open": a chair who is named nowhere else perhaps."""
        match = words.CHAIR_NAMED.match(self.whole) if self.front else None
        if match is None:
            return []
        low = self.end - len(self.whole)
        return self._in_chair(self.listed(low + match.start("who"), low + match.end("who"), self._seated()))

    def listed(self, low: int, high: int, group: Group, **changes: object) -> list[Sighting]:
        """The people listed in a part of the block's text, up to where the sentence goes on about something else."""
        stop = lists_ends.people_end(self.block.text, low, low + len(lists_ends.cut(self.block.text[low:high])))
        if words.NOBODY.match(self.block.text[low:stop]):
            return []
        found = [seen for person in lists.people(self.block.text, low, stop) for seen in self._all(person, group)]
        if group.status == "present" and (public := lists_ends.named_public(self.block.text, stop, high)):
            guest = Group(role="guest")
            found += [seen for one in lists.people(self.block.text, *public) for seen in self._all(one, guest)]
        if self.front and not any(one.position for one in found):
            found = [replace(one, unsure=False) for one in found]
        return [replace(seen, **changes) for seen in found] if changes else found  # type: ignore[arg-type]

    def _all(self, person: Listed, group: Group) -> list[Sighting]:
        return sightings(person, self.block, group, item=self.where.item)

    def _apologies(self, _: list[Sighting]) -> list[Sighting]:
        if match := words.APOLOGIES.search(self.text):
            group = Group(status="present", default="member") if words.LATE.search(match["what"]) else _OF_THIS
            seen = self.listed(self.start + match.start("who"), self.end, group)
            return [replace(one, creates=False) for one in seen] if group is not _OF_THIS else seen
        if (match := words.SENT.search(self.text)) and not words.LATE.search(self.text):
            return self.listed(self.start, self.start + match.end("who"), _OF_THIS)
        return []

    def _instead(self, _: list[Sighting]) -> list[Sighting]:
        """Who came in whose place, in all the ways of saying so."""
        if several := said_pairs.read(self.block, self.start, self.end, self.where.item):
            return several
        if whom := words.FOR_WHOM.search(self.text):
            return self._sent_another(whom.start(), whom.end("mark"))
        by = words.BY.search(self.text) or words.AND_ANOTHER.search(self.text)
        if by and words.tells_apologies(self.text[: by.start()]):
            return self._sent_another(by.start(), by.end())
        if words.APPOINTED.search(self.text) and "substitut" not in self.text.lower():
            return []
        if whose := words.WHOSE_PLACE.search(self.text):
            subs = self._people(self.start, self.start + whose.start())
            replaced = lists.people(self.block.text, self.start + whose.start("who"), self.start + whose.end("who"))
            return list(self._pairs(subs, replaced))
        return self._by_verbs()

    def _by_verbs(self) -> list[Sighting]:
        """ "A replaced B and C replaced D": each verb has substitutes before it and those replaced behind it."""
        outside = words.BRACKETS.sub("", self.text)
        if words.WERE_THERE.search(outside) and not words.INSTEAD.search(outside):
            return []  # "A attended, with B (substituting for C) and D": the brackets are B's alone
        seen: list[Sighting] = []
        by_another = list(words.BY.finditer(self.text))
        verbs = by_another or list(words.INSTEAD.finditer(self.text))
        for place, verb in enumerate(verbs):
            low = self.start + (verbs[place - 1].end() if place else 0)
            high = self.start + (verbs[place + 1].start() if place + 1 < len(verbs) else len(self.text))
            if not place:
                low = self._reported(low, self.start + verb.start())
            before = self._people(low, self.start + verb.start())
            behind, more = without_pairs(self._people(self.start + verb.end(), high))
            if place:
                before = before[1:]
            if place + 1 < len(verbs):
                behind = behind[:1] if len(behind) == 2 else behind[: max(1, len(behind) // 2)]
            subs, gone = (behind, before) if by_another else (before, behind)
            seen.extend(self._pairs(subs, gone))
            seen.extend(one for pair in more for one in self._all(pair, Group(role="substitute")))
        return seen

    def _sent_beside(self, match: re.Match[str], before: list[Sighting]) -> list[Sighting]:
        """ "A came in place of B, who had sent his apologies, as had C": what is said of B, and of C beside him."""
        seen = _Sentence(self.where, self.start, self.start + match.start()).read(before)
        if seen and seen[-1].status != "present":
            seen[-1] = replace(seen[-1], status="apologies", role=seen[-1].role or "member")
        if match["also"] is None:
            return seen
        return [*seen, *self.listed(self.start + match.start("also"), self.start + match.end("also"), _OF_THIS)]

    def _away(self, _: list[Sighting]) -> list[Sighting]:
        """ "Councillor A was not present", where no apologies are told of in the same words."""
        if "apolog" in self.text.lower() or not (match := words.AWAY.search(self.text)):
            return []
        low, high = next(match.span(way) for way in ("who", "whom") if match[way])
        told = re.search(r"\bthat\b", self.text[low:high])  # "Mrs A regretted that Mr B was not present"
        return [] if told else self.listed(self.start + low, self.start + high, Group(status="absent"))

    def _dashed(self, _: list[Sighting]) -> list[Sighting]:
        match = words.DASHED_PLACE.search(self.text)
        if match is None:
            return []
        gone = self.listed(self.start + match.start("gone"), self.start + match.end("gone"), _OF_THIS)
        subs = self._people(self.start + match.start("sub"), self.start + match.end("sub"))
        if len(gone) != 1 or len(subs) != 1:
            return gone
        substitute = self._all(subs[0], Group(role="substitute"))
        return [*gone, *(replace(one, role="substitute", own=True, replaces=gone[0].name) for one in substitute)]

    def _paired(self, _: list[Sighting]) -> list[Sighting]:
        """ "Substitutions: Councillor A for Councillor B; Councillor C for Councillor D", without a verb."""
        if not words.SUBSTITUTIONS.search(self.whole):
            return []
        rest, pairs = without_pairs(self._people(self.start, self.end))
        if rest:
            return []
        return [one for pair in pairs for one in self._all(pair, Group(role="substitute"))]

    def _reported(self, low: int, high: int) -> int:
        """Where the people of a clause begin, behind "it was reported that"."""
        lead = words.REPORTED.match(self.block.text[low:high])
        return low + lead.end() if lead else low

    def _sent_another(self, end: int, start: int) -> list[Sighting]:
        """ "Apologies from A and from B, for whom C substituted": the last of those away have the substitutes."""
        away = _Sentence(self.where, self.start, self.start + end)._apologies([])
        further = words.AND_FROM.search(self.text, start)
        if further is None:
            return self._in_their_places(away, start)
        clause = _Sentence(self.where, self.start, self.start + further.start())
        return [*clause._in_their_places(away, start), *self._further(further.end())]

    def _further(self, low: int) -> list[Sighting]:
        """More apologies behind a substitute: "..., and from Councillor E, for whom F substituted"."""
        mark = words.FOR_WHOM.search(self.text, low) or words.BY.search(self.text, low)
        away = self.listed(self.start + low, self.start + (mark.start() if mark else len(self.text)), _OF_THIS)
        return self._in_their_places(away, mark.end()) if mark else away

    def _in_their_places(self, away: list[Sighting], start: int) -> list[Sighting]:
        """Those away, and behind ``start`` the substitutes of the last of them."""
        following = words.BY.search(self.text, start)
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
        return lists.people(self.block.text, low, low + len(lists_ends.cut(self.block.text[low:high])))

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
        match = words.AS_SUBSTITUTE.search(self.text)
        if match is None:
            return []
        seen = self.listed(self.start, self.start + match.end("who"), Group(role="substitute"))
        away = [one for one in before if one.status == "apologies"]
        replaced = away[0].name if len(away) == len(seen) == 1 else None
        return [replace(one, role="substitute", own=True, replaces=replaced) for one in seen]

    def _welcomed(self, _: list[Sighting]) -> list[Sighting]:
        match = words.WELCOMED.search(self.text)
        if match is None or re.search(
            r"\bwelcomed\s+(?:the|this|that|an?|any|his|her|its)\s+(?!meeting)[a-z]", self.text
        ):
            return []
        return self.listed(self.start + match.start("who"), self.end, self._comers())

    def _chaired(self, _: list[Sighting]) -> list[Sighting]:
        """ "with Councillor A in the chair", "Mr B was elected Chair for the meeting"."""
        if match := words.ELECTED_CHAIR.search(self.text):
            low, high = next(match.span(way) for way in ("who", "to", "whom") if match[way])
            low, high = self._reported(self.start + low, self.start + high), self.start + high
            return self._in_chair(self.listed(low, high, self._seated()))
        if self.front and (match := words.CHAIRED_BY.search(self.text)):
            low, high = next(match.span(way) for way in ("by", "under", "with") if match[way])
            return self._in_chair(self.listed(self.start + low, self.start + high, self._seated()))
        return []

    def _in_chair(self, seen: list[Sighting]) -> list[Sighting]:
        return [replace(one, role="chair", own=True, unsure=False) for one in seen[:1]]

    def _there(self, _: list[Sighting]) -> list[Sighting]:
        seen: list[Sighting] = []
        if match := words.JOINED_BY.search(self.text):
            return self.listed(self.start + match.start("who"), self.end, self._comers())
        if match := words.THERE_WERE.search(self.text):
            seen = self.listed(self.start + match.start("who"), self.end, self._seated())
        if not seen and (match := words.WERE_THERE.search(self.text)):
            also = re.search(r"attend|joined|also", match.group()[len(match["who"]) :])
            group = self._comers() if also else self._seated()
            seen = self.listed(self.start, self.start + match.end("who"), group)
            if words.CHAIRING.search(self.text):
                seen = self._in_chair(seen)
            if more := words.TOGETHER.search(self.text, match.end("who")):
                seen += self.listed(self.start + more.start("who"), self.end, group)
        return seen

    def _moved(self) -> list[Sighting]:
        """Who left or arrived while the meeting went on: what is said of it is a note of somebody who was there."""
        match = words.MOVED.search(self.text)
        if match is None:
            return []
        seen = self.listed(self.start, self.start + match.end("who"), self._comers())
        what = re.sub(r"\s+", " ", match["what"])
        return [
            replace(one, status=None, role=None, own=False, creates=False, unsure=False, note=what, position=None)
            for one in seen
        ]

    def _comers(self) -> Group:
        return Group(default="officer", elected=self.where.elected)

    def _seated(self) -> Group:
        group = self.where.group
        if group is not None and group.status == "present" and not group.remote:
            elected = "member" if group.elected == "member" else self.where.elected
            return Group(role=group.role, default=group.default or "officer", elected=elected)
        return self._comers()

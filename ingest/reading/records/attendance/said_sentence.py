"""One sentence that tells who came or sent apologies, and the people whom its parts name."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.language import names
from ingest.reading.language.names import FoundName
from ingest.reading.records.attendance import lists, lists_ends
from ingest.reading.records.attendance import said_words as words
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting, Where

SENT_APOLOGIES = Group(status="apologies")


_BODY = re.compile(r"(?:committee|panel|board|group|forum|council|cabinet|commission|authority)\b", re.IGNORECASE)


class Sentence:
    """One sentence of a block, by its place there."""

    def __init__(self, where: Where, start: int, end: int) -> None:
        self.where, self.block, self.front = where, where.block, where.front
        self.whole = text = self.block.text[start:end]
        while filler := words.FILLER.match(text):
            start += filler.end()
            text = self.block.text[start:end]
        self.start, self.end = start, end
        self.text = text

    def listed(self, low: int, high: int, group: Group) -> list[Sighting]:
        """The people listed in a part of the block's text, up to where the sentence goes on about something else."""
        stop = lists_ends.people_end(self.block.text, low, low + len(lists_ends.cut(self.block.text[low:high])))
        if words.NOBODY.match(self.block.text[low:stop]):
            return []
        found = [seen for person in lists.people(self.block.text, low, stop) for seen in self.sightings(person, group)]
        if group.status == "present" and (public := lists_ends.named_public(self.block.text, stop, high)):
            guest = Group(role="guest")
            found += [seen for one in lists.people(self.block.text, *public) for seen in self.sightings(one, guest)]
        if self.front and not any(one.position for one in found):
            found = [one if one.name.rank else replace(one, unsure=False) for one in found]
        return found

    def sightings(self, person: Listed, group: Group) -> list[Sighting]:
        """One person of a list, and whoever stands beside the name: "A (substituting for B)" is two."""
        return sightings(person, self.block, group, item=self.where.item)

    def behind_report(self, low: int, high: int) -> int:
        """Where the people of a clause begin, behind "it was reported that"."""
        lead = words.REPORTED.match(self.block.text[low:high])
        return low + lead.end() if lead else low

    def people(self, low: int, high: int) -> list[Listed]:
        """The people listed in a part of the block's text, in whatever role."""
        return lists.people(self.block.text, low, low + len(lists_ends.cut(self.block.text[low:high])))

    def named_last(self, low: int, high: int) -> list[Listed]:
        """Whoever is named where a clause ends: "The Chair welcomed Ann Moss" before "who was standing in for"."""
        found = names.find(self.block.text[low:high])
        if not found or self.block.text[low + found[-1].end : high].strip(" ,"):
            return []
        start, end = low + found[-1].start, low + found[-1].end
        if _BODY.search(self.block.text, start, end):
            return []  # "the Complaints Sub-Committee, in place of Councillor Moss"
        return [Listed(FoundName(found[-1].name, start, end), start, end)]

    def comers(self) -> Group:
        """What those are who are said to have come, where no word beside them tells."""
        return Group(default="officer", elected=self.where.elected)

    def seated(self) -> Group:
        """What those are who are said to have been there: as a label over the sentence says, if one does."""
        group = self.where.group
        if group is not None and group.status == "present" and not group.remote:
            elected = "member" if group.elected == "member" else self.where.elected
            return Group(role=group.role, default=group.default or "officer", elected=elected)
        return self.comers()

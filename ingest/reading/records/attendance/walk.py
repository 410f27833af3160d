"""The way down an attendance block: what each part of it is, a label, a list of names, a sentence or a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ingest.reading.language import names
from ingest.reading.model import Block
from ingest.reading.records.attendance import (
    comers,
    labels,
    legends,
    lines,
    lists,
    lists_apart,
    lists_ends,
    posts_below,
    presence,
    said,
    sublabels,
    walk_tables,
    walk_words,
)
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting
from ingest.reading.records.attendance.walk_under import Under


class Walk:
    """Goes down the attendance block, block by block, and gathers whom it lists."""

    def __init__(
        self, item: int | None, group: Group | None, legend: Legend, date: dt.date | None, *, partners: bool = False
    ) -> None:
        self.item, self.legend, self.date = item, legend, date
        self.seen: list[Sighting] = []
        self.lists: list[int] = []  # beside each sighting, the number of the list that it stands in
        self.under = Under(group, self.seen, partners=partners)
        self.in_table = False
        self.one_each = False  # lines hold one person and a body each
        self.alone = False  # the block before is one person
        self.surnames = False  # the list before is of councillors by their surnames alone
        self.council = False  # the block before is the name of a council and nothing else

    def take(self, block: Block, mark: str = "") -> None:
        """Reads a block: its labels, and the people under them; ``mark`` is a sign that stands beside it."""
        self.under.past_office(in_table=self.in_table)
        if self.alone and (holder := posts_below.of(self.seen[-1], block, self.under.group)):
            self.seen[-1], self.alone = holder, False
            return
        before = len(self.seen)
        self._take(block, mark)
        self.alone = len(self.seen) == before + 1 and block.kind != "table" and self.seen[-1].roll

    def _take(self, block: Block, mark: str) -> None:
        if self.council and walk_words.begins_with_councillor(block.text):
            self.under.main = self.under.group = Group(elected="member")  # "Norham County Council" over its members
        self.council = self.item is None and walk_words.is_council(block.text)
        if self.council and self.under.main is not None and self.under.group is self.under.main:
            return  # the next council of a joint committee, over its members
        if block.kind == "table":
            walk_tables.read(self, block)
            return
        if legends.read(block.marked_text):
            return
        mark = block.marker if block.marker in self.legend else mark
        names_behind = labels.in_front(block) or walk_words.behind_gap(block.text, partners=self.under.partners)
        if names_behind and self.under.enter(block.text[:names_behind].strip(), block):
            block = block.part(names_behind)
        for low, high, label in walk_words.segments(block, self.under.main, elected=self.under.elected):
            if label is not None:
                begins = block.text.rfind(label, 0, low)
                if not self.under.enter(label, block.part(begins) if begins > 0 else block):
                    self.under.narrow(block, max(0, begins))
            if block.text[low:high].strip():
                self._content(block, low, high, labelled=label is not None, mark=mark)

    def add(self, seen: Iterable[Sighting]) -> None:
        """People were read who stand in the list under the label."""
        self.seen.extend(seen)
        self.lists.extend([self.under.list] * (len(self.seen) - len(self.lists)))

    def _content(self, block: Block, low: int, high: int, *, labelled: bool, mark: str = "") -> None:
        if self._said_of_all(block, low, high):
            return
        low = self._past_chair(block, low, high)
        text = block.text[low:high].strip()
        if not labelled and (label := sublabels.following(text)) and self.under.enter(label, block):
            return
        plain = presence.without(walk_words.without_brackets(text))
        if (stated := presence.at_end(plain)) and lists.people(stated[0]):
            plain = stated[0]  # "Councillor B Oakes – not present" is no sentence
        if walk_words.is_sentence(plain):
            self._sentences(block, low, high)
        elif self.surnames and self.under.listing and not labelled and walk_words.are_surnames(text):
            self._list(block, low, high, self.under.listing, titled=True)
        elif not labelled and self._is_label(block, text):
            return
        elif not labelled and (over := self.under.overhead.of_column(block)) and not over.ignored:
            self._list(block, low, high, over, mark)
        elif group := self.under.listing:
            self._list(block, low, high, group, mark)
        elif (self.under.group is None and walk_words.CHAIRS.search(text)) or (
            not self.seen and self.item is None and walk_words.opens(block, low, high)
        ):
            self._list(block, low, high, Group(role="member"))
            self.under.group = self.under.group or walk_words.of_councillors(text, self.item)

    def _said_of_all(self, block: Block, low: int, high: int) -> bool:
        """Whether words around the names say who they are: "Bob Oakes in the Chair", "The following spoke: Cy Pike"."""
        text = block.text[low:high].strip()
        if (chair := walk_words.IN_CHAIR.fullmatch(text)) and names.parse(chair["who"]):
            self._list(block, low, block.text.index(chair["who"], low) + len(chair["who"]), Group(role="chair"))
            return True
        behind = comers.spoken(block.text, low, high)
        if behind:
            self._list(block, behind, high, Group(default="guest"))
        return bool(behind)

    def _past_chair(self, block: Block, low: int, high: int) -> int:
        """Where the others begin behind "Councillor B Oakes in the Chair.", who is read; ``low`` where nobody is so."""
        led = walk_words.CHAIR_AND_OTHERS.match(block.text, low, high)
        if led is None:
            return low
        self._list(block, led.start("who"), led.end("who"), Group(role="chair"))
        self.under.group = self.under.group or walk_words.of_councillors(block.text[led.end() :], self.item)
        return led.end()

    def _is_label(self, block: Block, text: str) -> bool:
        """A block that is a label and no name: a heading, a bold or short line, a line that ends in a colon."""
        if len(text.split()) > 12 or lists.people(text) or walk_words.is_name(text):
            return False
        looks = block.kind == "heading" or block.bold or text.endswith(":") or len(text.split()) <= 6
        looks = looks or sublabels.come_by_rule(text)
        if not self.seen and self.under.main is None and labels.names_body(text):
            return False  # "Norham Fire and Rescue Authority" over its own minutes
        if looks and self.under.enter(text, block):
            return True
        if looks and not labels.is_said(text) and self.under.narrow_alone(text):
            return True
        if labels.is_said(text) and text.endswith(":"):
            self.under.group = None  # "The schools that take part are:"
            return True
        if block.kind == "heading" and self.under.group is not None and not text.endswith(":") and not self.in_table:
            self.under.group = None
            return True
        return False

    def _list(self, block: Block, low: int, high: int, group: Group, mark: str = "", *, titled: bool = False) -> None:
        if rest := walk_words.OPEN.match(block.text, low, high):
            low = rest.end()
        end = lists_ends.people_end(block.text, low, high)
        start = walk_words.behind_title(block.text, low)
        starts = [piece.start for piece in block.pieces]
        listed = lists.people(block.text, start, end, starts, titled=titled)
        if self.one_each:
            listed = lines.with_body(listed, block.text[low:end])
        before = block.text[low : listed[0].start] if listed else ""
        if not walk_words.starts_with(before) and not self._behind_posts(listed[0], before, group):
            return
        self.surnames = bool(listed) and all(one.titled and not one.found.name.first for one in listed)
        if mark and listed:
            listed[0].marks = mark
        self.under.elected = self.under.elected or any(one.found.name.civic or one.titled for one in listed)
        for person in (part for one in listed for part in lists_apart.apart(one)):
            person.beside_elected = person.beside_elected or self.under.elected
            self.add(sightings(person, block, group, item=self.item, roll=True))
        if listed and (public := lists_ends.named_public(block.text, end, high)):
            for one in lists.people(block.text, *public):
                self.add(sightings(one, block, Group(role="guest"), item=self.item, roll=True))

    @staticmethod
    def _behind_posts(first: Listed, before: str, group: Group) -> bool:
        """Whether only posts stand before the first of a list, among officers or parted from the first person."""
        led = bool(first.position) and first.start < first.found.start  # a post before its holder
        apart = led or group.role == "officer" or before.rstrip().endswith(";")
        return apart and walk_words.are_posts(before)

    def _sentences(self, block: Block, low: int, high: int) -> None:
        group = self.under.listing
        seated = group is not None or self.item is not None or self.under.members_seen()
        self.add(said.read(block, self.item, low, high, group=group, front=True, seated=seated))

"""The way down an attendance block: which label each list of names stands under."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import (
    entries,
    labels,
    legends,
    lines,
    lists,
    lists_apart,
    lists_ends,
    offices,
    posts_below,
    presence,
    said,
    said_words,
    side_by_side,
    sublabels,
    tables,
    tables_kinds,
    walk_words,
)
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.overhead import Overhead
from ingest.reading.records.attendance.sighting import SEATED, Group, Sighting
from ingest.reading.records.passages import is_business


class Walk:
    """Goes down the attendance block and remembers under which label it is."""

    def __init__(
        self, item: int | None, group: Group | None, legend: Legend, date: dt.date | None, *, partners: bool = False
    ) -> None:
        self.partners = partners  # the body that met is one of partners, who all sit on it
        self.item, self.legend, self.date = item, legend, date
        self.group = self.base = group
        self.main = group  # the last group that was no mere "On Teams"
        self.seen: list[Sighting] = []
        self.lists: list[int] = []  # beside each sighting, the number of the list that it stands in
        self.list = self.begun = 0  # the list, and how many were seen where its label was read
        self.in_table = False
        self.elected = False  # councillors are printed as such in this list
        self.one_each = False  # lines hold one person and a body each
        self.overhead = Overhead()
        self.over: Group | None = None  # of a label that others stand below: "Councillors:" below "Apologies"
        self.alone = False  # the block before is one person
        self.office = False  # the label read last names an office of one person
        self.council = False  # the block before is the name of a council and nothing else

    def take(self, block: Block, mark: str = "") -> None:
        self._past_office()
        if self.alone and (holder := posts_below.of(self.seen[-1], block, self.group)):
            self.seen[-1], self.alone = holder, False
            return
        before = len(self.seen)
        self._take(block, mark)
        self.alone = len(self.seen) == before + 1 and block.kind != "table" and self.seen[-1].roll

    def _take(self, block: Block, mark: str) -> None:
        if self.council and walk_words.begins_with_councillor(block.text):
            self.main = self.group = Group(elected="member")  # "Norham County Council" over its members
        self.council = self.item is None and walk_words.is_council(block.text)
        if self.council and self.main is not None and self.group is self.main:
            return  # the next council of a joint committee, over its members
        if block.kind == "table":
            self._table(block)
            return
        if legends.read(block.marked_text):
            return
        mark = block.marker if block.marker in self.legend else mark
        if (names_behind := labels.in_front(block)) and self._enter(block.text[:names_behind].strip(), block):
            block = block.part(names_behind)
        for low, high, label in walk_words.segments(block, self.main):
            if label is not None:
                begins = block.text.rfind(label, 0, low)
                if not self._enter(label, block.part(begins) if begins > 0 else block):
                    self._narrow(block, max(0, begins))
            if block.text[low:high].strip():
                self._content(block, low, high, labelled=label is not None, mark=mark)

    def _past_office(self) -> None:
        if self.office and not self.in_table and self.main is not None and len(self.seen) > self.begun:
            self.main = self.group = offices.others(self.main)
            self.office = False

    def _add(self, seen: Iterable[Sighting]) -> None:
        self.seen.extend(seen)
        self.lists.extend([self.list] * (len(self.seen) - len(self.lists)))

    def _enter(self, label: str, place: Block | None = None) -> bool:
        """Whether a label was read; ``place`` begins with it."""
        found = labels.group(label)
        if found is None:
            return False
        found = self._below(label, found)
        if found.ignored and self.main is not None and bodies.is_council(label):
            return True
        if found.remote:
            here = self.main is not None and self.main.status == "present"
            found = replace(self.main, remote=True) if self.main and here else Group(role="member", remote=True)
        else:
            if found.default == "officer" and not self._members_seen():
                found = replace(found, elected="member")  # no list of members stands before this one
            away = self.base.status if self.base else "present"
            if found.status == "present" and found.role != "substitute" and not walk_words.HERE.search(label):
                found = replace(found, status=away)  # "Officers" under the item of apologies
            if self.partners and found.role == "member" and found.status == "present":
                found = replace(found, seats=True)
            self.main, self.begun = found, len(self.seen)
            self.office = offices.is_of_one(label, found)
            self.list += 1
            self.elected = False
        self.group = found
        if place is not None:
            self.overhead.note(place, found)
        return True

    def _below(self, label: str, found: Group) -> Group:
        """What a label says below another one that has nobody of its own, or behind the list of members."""
        if found.role in {"member", "guest"} and sublabels.come_too(label) and self._members_seen(walk_words.SOME):
            return Group(role="guest")
        if found.ignored or found.remote or found.status != "present" or walk_words.HERE.search(label):
            self.over = None
            return found
        if self.main and sublabels.is_of_councillors(label) and self.begun == len(self.seen):
            self.over = self.main if sublabels.holds_others(self.main) else None
        if found.position and self.main and sublabels.is_sector(label, self.main):
            return replace(self.main, seats=True)
        if self.over is None or found.role not in {"member", "co_opted", "officer"}:
            return found
        return sublabels.narrowed(self.over, found, officers_seen=any(one.role == "officer" for one in self.seen))

    def _narrow(self, block: Block, low: int) -> None:
        """A label that tells nothing by itself: those behind it are of the list that it stands in."""
        if narrowed := sublabels.unknown(block.text, low, self.main):
            self.group = narrowed[2]

    def _members_seen(self, least: int = 1) -> bool:
        return sum(one.status == "present" for one in self.seen if one.role in SEATED) >= least

    def _content(self, block: Block, low: int, high: int, *, labelled: bool, mark: str = "") -> None:
        text = block.text[low:high].strip()
        if (chair := walk_words.IN_CHAIR.fullmatch(text)) and names.parse(chair["who"]):
            self._list(block, low, block.text.index(chair["who"], low) + len(chair["who"]), Group(role="chair"))
            return
        if not labelled and (label := sublabels.following(text)) and self._enter(label, block):
            return
        plain = presence.without(walk_words.without_brackets(text))
        if (stated := presence.at_end(plain)) and lists.people(stated[0]):
            plain = stated[0]  # "Councillor B Oakes – not present" is no sentence
        if walk_words.SENTENCE.search(plain) or said_words.PROSE.search(plain):
            self._sentences(block, low, high)
        elif not labelled and self._is_label(block, text):
            return
        elif not labelled and (over := self.overhead.of_column(block)) and not over.ignored:
            self._list(block, low, high, over, mark)
        elif self.group is not None and not self.group.ignored:
            self._list(block, low, high, self.group, mark)
        elif (self.group is None and walk_words.CHAIRS.search(text)) or (
            not self.seen and self.item is None and walk_words.opens(block, low, high)
        ):
            self._list(block, low, high, Group(role="member"))
            self.group = self.group or walk_words.of_councillors(text, self.item)

    def _is_label(self, block: Block, text: str) -> bool:
        """A block that is a label and no name: a heading, a bold or short line, a line that ends in a colon."""
        if len(text.split()) > 12 or lists.people(text) or walk_words.is_name(text):
            return False
        looks = block.kind == "heading" or block.bold or text.endswith(":") or len(text.split()) <= 6
        looks = looks or sublabels.come_by_rule(text)
        if looks and self._enter(text, block):
            return True
        if labels.is_said(text) and text.endswith(":"):
            self.group = None  # "The schools that take part are:"
            return True
        if block.kind == "heading" and self.group is not None and not text.endswith(":") and not self.in_table:
            self.group = None
            return True
        return False

    def _list(self, block: Block, low: int, high: int, group: Group, mark: str = "") -> None:
        if rest := walk_words.OPEN.match(block.text, low, high):
            low = rest.end()
        end = lists_ends.people_end(block.text, low, high)
        listed = lists.people(block.text, low, end, [piece.start for piece in block.pieces])
        if self.one_each:
            listed = lines.with_body(listed, block.text[low:end])
        if listed and not walk_words.starts_with(block.text[low : listed[0].start]):
            return
        if mark and listed:
            listed[0].marks = mark
        self.elected = self.elected or any(one.found.name.civic or one.titled for one in listed)
        for person in (part for one in listed for part in lists_apart.apart(one)):
            person.beside_elected = person.beside_elected or self.elected
            self._add(sightings(person, block, group, item=self.item, roll=True))
        if listed and (public := lists_ends.named_public(block.text, end, high)):
            for one in lists.people(block.text, *public):
                self._add(sightings(one, block, Group(role="guest"), item=self.item, roll=True))

    def _sentences(self, block: Block, low: int, high: int) -> None:
        group = self.group if self.group and not self.group.ignored else None
        seated = group is not None or self.item is not None or self._members_seen()
        self._add(said.read(block, self.item, low, high, group=group, front=True, seated=seated))

    def _table(self, block: Block) -> None:
        if is_business(block):
            return
        group = self.group if self.group and not self.group.ignored else Group(default="member")  # below a title alone
        if (read := tables_kinds.read(block, group, self.legend, self.date)) is not None:
            self._add(read)
        elif side_by_side.are_columns(block):
            self._beside(block)
        elif side_by_side.are_beside(block):
            self._add(side_by_side.beside(block))
        elif tables.has_labels_above(block):
            self._columns(block)
        else:
            self._rows(block)

    def _rows(self, block: Block) -> None:
        """Rows of labels beside lists, or of names, with marks in columns of their own."""
        labelled = tables.has_labels_beside(block, self.legend)
        before = all(not row or row[0].text.strip() in ("", *self.legend) for row in block.rows)
        for row in block.rows:
            self._past_office()
            if labelled and self._several(row):
                continue
            row = self._unlabelled(row)
            told = len(row) > 1 and posts.is_job(row[1].text)
            here = self.group is not None and not self.group.ignored and (told or not self.legend)
            if self.group and here and entries.is_entry(row, sure=not labelled):
                self._add(entries.entry(row, self.group))
                continue
            if labelled and walk_words.runs_on(row):
                self._cell(row[0])
                continue
            if labelled and row[0].text.strip() and not walk_words.names_council(row[0].text):
                known = self._enter(row[0].text.strip())
                if (
                    not known
                    and self.group is None
                    and walk_words.COUNCILLORS.match(" ".join(cell.text for cell in row[1:]))
                ):
                    self.group = Group(role="member")  # "Group: | Cllr A Marrow; Cllr B Oakes"
            for cell, mark in legends.cells(row[1:] if labelled else row, self.legend, before=before):
                self._cell(cell, mark)

    def _several(self, row: tuple[Cell, ...]) -> bool:
        """A row whose first cell has several labels, each beside its own list in the cell behind it."""
        front = row[0].blocks
        if len(front) < 2 or not all(tables.is_label(block.text) for block in front):
            return False
        places = Overhead()
        groups = [self.group if self._enter(block.text.strip()) else None for block in front]
        for block, group in zip(front, groups, strict=False):
            if group is not None:
                places.note(block, group)
        lists_of = [block for cell in row[1:] for block in cell.blocks]
        for number, block in enumerate(lists_of):
            paired = groups[number] if len(groups) == len(lists_of) else None
            self.group = places.in_front(block) or paired or self.group
            self.take(block)
        return True

    def _unlabelled(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """The row without a label that stands above the names in its first cell: "Apologies", "Cllr B Oakes"."""
        blocks = row[0].blocks if row else ()
        if len(blocks) < 2 or not tables.is_label(blocks[0].text) or not self._enter(blocks[0].text):
            return row
        return (replace(row[0], blocks=blocks[1:]), *row[1:])

    def _beside(self, block: Block) -> None:
        """Columns under their labels, nothing beside the names: what a line's end broke is put together."""
        for label, below in side_by_side.columns(block):
            self._enter(label.text.strip(), label.blocks[0])
            for inner in lines.mended(below):
                self.take(inner)

    def _columns(self, block: Block) -> None:
        """Columns that each have their label on top, or go on with the column before."""
        for place in range(max(len(row) for row in block.rows)):
            for number, row in enumerate(block.rows):
                if place < len(row) and (number or not self._enter(row[place].text.strip())):
                    self._cell(row[place])

    def _cell(self, cell: Cell, mark: str = "") -> None:
        self.in_table = True  # a party over a column ("LABOUR") ends no list
        for block in lines.mended(cell.blocks):
            self.take(block, mark)
        self.in_table = False

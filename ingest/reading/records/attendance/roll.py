"""The attendance block in front of the first item: labels, lists, tables and lines of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.reading.language import bodies, names
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import labels, lists, said, tables
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.sighting import Group, Sighting

_CHAIRS = re.compile(r"\b(?:in the chair|\(chair\w*\))[.,]?$", re.IGNORECASE)  # "Councillor T Oakes in the Chair"
_FOOTNOTE = re.compile(r"^\s*(?P<mark>[†‡*§^#]+)\s*(?P<note>\S.*)$", re.DOTALL)
_SENTENCE = re.compile(
    r"\b(?:were received|was received|replaced|substitut\w+ for|attended|were (?:also )?present"
    r"|was (?:also )?present|were in attendance"
    r"|was in attendance|had been|sent (?:their|his|her)?\s*apologies|joined the|welcomed|took the chair"
    r"|left the|arrived)\b",
    re.IGNORECASE,
)


def read(blocks: Iterable[Block], *, item: int | None = None, group: Group | None = None) -> list[Sighting]:
    """Everybody whom these blocks list, in the order of the paper."""
    walk = _Walk(item, group)
    for block in mended(blocks):
        walk.take(block)
    return walk.seen


def mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with a list of names that was broken inside a bracket or a post put together again."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _goes_on(before, block):
            pieces = tuple(replace(piece, start=piece.start + len(before.text) + 1) for piece in block.pieces)
            before = replace(before, text=f"{before.text} {block.text}", pieces=before.pieces + pieces)
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _goes_on(before: Block, block: Block) -> bool:
    if not (before.kind == block.kind == "paragraph") or block.marker or before.text.rstrip().endswith((":", ".")):
        return False
    text = before.text
    open_bracket = text.count("(") > text.count(")") and block.text.count(")") > block.text.count("(")
    return open_bracket or (block.text.startswith("(") and not text.endswith(")"))


class _Walk:
    """Goes down the attendance block and remembers under which label it is."""

    def __init__(self, item: int | None, group: Group | None) -> None:
        self.item = item
        self.group = group
        self.main = group  # the last group that was no mere "On Teams"
        self.seen: list[Sighting] = []
        self.marks: list[tuple[str, int]] = []

    def take(self, block: Block) -> None:
        if block.kind == "table":
            self._table(block)
            return
        for low, high, label in _segments(block.text):
            if label is not None:
                self._enter(label)
            if block.text[low:high].strip():
                self._content(block, low, high, labelled=label is not None)

    def _enter(self, label: str) -> bool:
        found = labels.group(label)
        if found is None:
            return False
        if found.remote:
            found = replace(self.main, remote=True) if self.main else Group(role="member", remote=True)
        else:
            self.main = found
        self.group = found
        return True

    def _content(self, block: Block, low: int, high: int, *, labelled: bool) -> None:
        text = block.text[low:high].strip()
        if footnote := _FOOTNOTE.match(text):
            self._footnote(footnote["mark"], footnote["note"])
            return
        plain = _without_brackets(text)
        if _SENTENCE.search(plain) or said.PROSE.search(plain):
            self._sentences(block, low, high)
        elif not labelled and self._is_label(block, text):
            return
        elif self.group is not None and not self.group.ignored:
            self._list(block, low, high)
        elif self.group is None and _CHAIRS.search(text):
            self.group = Group(role="member")
            self._list(block, low, high)
            self.group = None

    def _is_label(self, block: Block, text: str) -> bool:
        """A block that is a label and no name: a heading, a bold or short line, a line that ends in a colon."""
        if names.parse(text) is not None or len(text.split()) > 12 or lists.people(text):
            return False
        looks = block.kind == "heading" or block.bold or text.endswith(":") or len(text.split()) <= 6
        if looks and self._enter(text):
            return True
        if block.kind == "heading" and self.group is not None and not text.endswith(":"):
            self.group = None
            return True
        return False

    def _list(self, block: Block, low: int, high: int) -> None:
        if self.group is None:
            return
        listed = lists.people(block.text, low, high, [piece.start for piece in block.pieces])
        if listed and not _starts_with(block.text[low : listed[0].start]):
            return
        for person in (part for one in listed for part in lists.apart(one)):
            if person.marks:
                self.marks.append((person.marks, len(self.seen)))
            self.seen.extend(sightings(person, block, self.group, item=self.item, roll=True))

    def _sentences(self, block: Block, low: int, high: int) -> None:
        group = self.group if self.group and not self.group.ignored else None
        self.seen.extend(said.read(block, self.item, low, high, group=group, front=True))

    def _footnote(self, mark: str, note: str) -> None:
        for printed, place in self.marks:
            if printed == mark:
                self.seen[place] = replace(self.seen[place], note=note)

    def _table(self, block: Block) -> None:
        if columns := tables.is_roll(block):
            self.seen.extend(tables.roll(block, columns, self.group or Group(default="member")))
            return
        if tables.has_labels_above(block):
            self._columns(block)
            return
        labelled = tables.has_labels_beside(block)
        for row in block.rows:
            if labelled and row[0].text.strip() and not bodies.is_council(row[0].text):
                self._enter(row[0].text.strip())
            for cell in row[1:] if labelled else row:
                self._cell(cell)

    def _columns(self, block: Block) -> None:
        """Columns that each have their label on top, or go on with the column before."""
        for place in range(max(len(row) for row in block.rows)):
            for row in block.rows:
                if place < len(row):
                    self._cell(row[place])

    def _cell(self, cell: Cell) -> None:
        for block in mended(cell.blocks):
            self.take(block)


def _segments(text: str) -> Iterator[tuple[int, int, str | None]]:
    """The parts of a block's text between labels: start, end, and the label before them."""
    start, label = 0, None
    for printed, low, high in labels.run_in(text):
        if low > start:
            yield start, low, label
        elif label is not None:
            yield start, start, label
        start, label = high, printed
    yield start, len(text), label


def _without_brackets(text: str) -> str:
    return re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text)


def _starts_with(before: str) -> bool:
    """Whether only titles stand before the first name of a list: "County Councillors "."""
    return (
        len(
            re.sub(
                r"(?i)\b(?:county|city|borough|town|parish|district|councillors?|cllrs?|messrs|the|members?)\b",
                "",
                before,
            ).strip(" :.,-–")
        )
        < 3
    )

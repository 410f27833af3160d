"""What the rows of a table with a header tell of presence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.reading.model import Block, Cell, Status
from ingest.reading.records.attendance import codes, presence
from ingest.reading.records.attendance.beside import says_how
from ingest.reading.records.attendance.beside_words import REPLACES
from ingest.reading.records.attendance.legends import Legend

_PRESENT = re.compile(
    r"^(?:p|y|yes|present|attended|✓|✔|x|√|•|in attendance|virtual\w*|remote\w*|online|in person|teams)\b|^[✓✔√●•]",
    re.I,
)
_APOLOGIES = re.compile(r"^(?:ap?\.?$|aps?$|apol|apologies|sent apologies)", re.IGNORECASE)
_ABSENT = re.compile(r"^(?:absent|abs|n|no|not present|did not attend|dna|-|–|x)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """How a table tells presence: by ticks or by words for those who came, or by words for those away alone."""

    legend: Legend
    ticked: bool
    filled: bool
    here: bool
    name: int
    elsewhere: bool  # no header tells of presence, and words or codes for it stand beside other words

    @classmethod
    def of(cls, block: Block, columns: dict[int, str], legend: Legend) -> Told:
        """What a table tells of presence, by the heads of its ``columns`` and by what stands below them."""
        place = next((at for at, kind in columns.items() if kind in {"status", "present"}), None)
        texts = [row[place].text.strip() for row in block.rows[1:] if place is not None and place < len(row)]
        here = any(_PRESENT.match(text) for text in texts if text)
        name = next(at for at, kind in columns.items() if kind == "name")
        told = any(kind in _TELLING or kind == "present" for kind in columns.values())
        beside = not told and any(_beside(row, name, legend) for row in block.rows[1:])
        return cls(legend, codes.ticked(texts), any(texts), here, name, beside)

    def said(self, cells: dict[str, Cell], row: tuple[Cell, ...]) -> codes.Said | None:
        """What this row says of presence; None where no column of the table tells it."""
        if self.elsewhere:
            return _beside(row, self.name, self.legend) or codes.Said(untold=True)
        text = next((cells[kind].text.strip() for kind in ("status", "present") if kind in cells), None)
        if text and (codes.is_code(text, self.legend) or len(text) <= _CODE):
            return codes.read(text, self.legend, crossed_out=self.ticked, any_code=False)
        if text:
            status = _status(text)
            return codes.Said(status) if status else codes.Said(unknown=text)
        for kind in ("apologies", "absent"):
            if kind in cells and not _EMPTY.fullmatch(cells[kind].text.strip()):
                return codes.Said("apologies" if kind == "apologies" else "absent")
        if "present" in cells:
            return codes.Said("absent" if self.filled else "present")
        if _TELLING & cells.keys():
            return self._blank(cells)
        return self._run_together(row) if self.filled else None

    def _run_together(self, row: tuple[Cell, ...]) -> codes.Said:
        """What a row says whose cell of presence ran together with another: "Democratic Services Officer Present"."""
        for cell in (cell for at, cell in enumerate(row) if at != self.name):
            pieces = [piece.text for block in cell.blocks for piece in block.pieces]
            if found := next((status for text in pieces if (status := presence.said(text))), None):
                return codes.Said(found)
        return codes.Said(untold=True)

    def _blank(self, cells: dict[str, Cell]) -> codes.Said:
        """Nothing beside a name: away where those who came are ticked, there where only those away are told."""
        if "status" not in cells or not self.here:
            return codes.Said("present")
        return codes.Said("absent") if self.ticked else codes.Said(untold=True)


def _beside(row: tuple[Cell, ...], name: int, legend: Legend) -> codes.Said | None:
    """What a paragraph says of presence, in a column whose header was lost: "North Ward" and below it "Apologies"."""
    for cell in (cell for at, cell in enumerate(row) if at != name):
        for block in cell.blocks:
            text = block.text.strip()
            if text in legend:
                return codes.read(text, legend, crossed_out=False, any_code=False)
            if status := presence.said(text):
                return codes.Said(status)
    return None


_EMPTY = re.compile(r"(?:[-–—.]|n|no)?", re.IGNORECASE)
_CODE = 2  # letters of a code that nothing explains, as "Z"
_TELLING = frozenset({"status", "apologies", "absent"})


def _status(text: str) -> Status | None:
    """What words in a column of presence say; None for "On leave" and whatever else tells neither."""
    if status := presence.said(text):
        return status
    if _APOLOGIES.match(text):
        return "apologies"
    if _PRESENT.match(text) or says_how(text) or REPLACES.match(text):
        return "present"
    return "absent" if _ABSENT.match(text) else None

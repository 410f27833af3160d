"""Action tables of plain text, whose columns are parted by nothing but spaces: "Mend the gate     WM    4 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.actions.tables import head
from ingest.reading.records.owners import Owner
from ingest.reading.records.passages import Passage, Words

_GAP = re.compile(r"\s{2,}")


def spread(stream: Sequence[Passage], setting: Setting) -> Iterator[tuple[Draft, int]]:
    """The actions below a line that is the header of such a table, with the numbers of their passages."""
    names: list[str | None] = []
    for place, passage in enumerate(stream):
        cells = _GAP.split(passage.text.strip())
        if (found := _heads(cells)) is not None:
            names = found
        elif names and (draft := _row(passage, names, place, setting)):
            yield draft, place
        else:
            names = []


def _heads(cells: Sequence[str]) -> list[str | None] | None:
    """What the columns hold, where a line is a header that begins with actions and names who does them."""
    found = [head(cell) for cell in cells]
    return found if len(found) > 1 and found[0] == "action" and "owner" in found[1:] else None


def _row(passage: Passage, names: Sequence[str | None], place: int, setting: Setting) -> Draft | None:
    cells = _GAP.split(passage.text.strip())
    if len(cells) != len(names):
        return None
    start = passage.text.find(cells[0])
    words = Words(passage, start, start + len(cells[0]))
    who = cells[names.index("owner")]
    owner = setting.owners.of(who) or Owner(who, who)
    due = cells[names.index("due")] if "due" in names else ""
    due = "" if re.fullmatch(r"[-–—]+", due) else due
    return Draft(setting.item, words.text, words.quote, place, owner, due or None, bool(due), doubts=doubts_of(owner))

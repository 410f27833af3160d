"""Action tables that stand upright, a line each for the action, who and by when: "Action 2a | …", "Owner | …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.reading.language.dates import dates
from ingest.reading.model import Block, Cell
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.actions.tables import head, owner_of


def rows(block: Block, setting: Setting, place: int) -> Iterator[Draft]:
    """The actions of a table whose first column names what stands beside it; nothing of any other table."""
    labels = [_label(cells) for cells in block.rows]
    if "action" not in labels or not {"owner", "due"} & set(labels) or None in labels:
        return
    starts = [at for at, label in enumerate(labels) if label == "action"]
    for start, end in zip(starts, [*starts[1:], len(labels)], strict=True):
        told = {labels[at]: block.rows[at][1].text.strip() for at in range(start + 1, end)}
        words = block.rows[start][1]
        if not words.text.strip():
            continue
        owner = owner_of(told.get("owner", ""), words.text, setting)
        due = told.get("due")
        yield Draft(
            setting.item,
            words.text.strip(),
            words.blocks[0].quote(),
            place,
            owner,
            due or None,
            bool(due),
            doubts=doubts_of(owner),
            row=True,
        )


def _label(cells: Sequence[Cell]) -> str | None:
    """What the first cell of a row of two says of the second: "Action 2a", "Owner", "Deadline"."""
    if len(cells) != 2:
        return None
    words = cells[0].text.strip()
    numbered = words.split(" ")
    bare = " ".join(numbered[:-1]) if len(numbered) > 1 and numbered[-1][:1].isdigit() else words
    return None if dates(words) else head(bare)

"""Names in the right margin: who is to act, printed beside the text without a line drawn between them.

Such a note is no part of the lines that it stands beside. It is taken out of them, and given back as a block of the
style ACTION_COLUMN behind the paragraph at its height.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.reading.layout import strips
from ingest.reading.layout.measures import Measures
from ingest.reading.layout.parts import Grid
from ingest.reading.layout.words import joined
from ingest.reading.model import ACTION_COLUMN, Block, Line

_SAME = 2.5  # points: edges so near each other are one
_APART = 6.0  # points: the least white between the text and the margin
_WORDS = 6
_LEAST = 2  # notes beside running text; one will do below a heading "Action"
_HEADING = re.compile(
    r"(?:for\s+)?action(?:s|\s+by|\s+for)?(?:\s*/\s*(?:when|by\s+when|date|due))?\s*:?|by\s+whom|who(?:\s*/\s*(?:by\s+)?when)?|"
    r"owner|lead(?:\s+officer)?|responsib(?:le|ility)",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:by|before|end\s+of|the|on)\s+){0,3}(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|"
    r"Nov|Dec)[a-z]*\.?(?:\s+\d{4})?|(?:by\s+)?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|asap|ASAP|(?:by\s+)?next\s+meeting"
)
# "WM / TE", "Wendy Marsh", "Action: WM", "Head of Parks", "All", "WM / 10 May", and a day in a line of its own: no
# other figures, no words in the middle of a sentence
_NOTE = re.compile(
    r"(?:(?:(?:Action|ACTION)\b\s*:?\s*)?[A-Z][\w.’'-]*(?:[\s,/&+-]+(?:[A-Z][\w.’'-]*|of|for|and|the|to|note|all))*+"
    rf"(?:\s*[/,–(-]?\s*(?:{_DAY})\)?)?|{_DAY})\.?"
)

Row = list[Line]


def taken_out(pages: Sequence[Sequence[Row | Grid]]) -> tuple[list[list[Row | Grid]], list[Line]]:
    """The rows of each page without what stands in the right margin, and that, from top to bottom."""
    rows = [item for page in pages for item in page if not isinstance(item, Grid)]
    heading = next((at for at, row in enumerate(rows) if _heads(row)), None)
    beside = rows[heading:]
    edge = _edge(beside)
    if edge is not None:
        taken = {id(row) for row in beside if row[-1].box.left >= edge - _SAME}
    else:
        taken = {id(row) for row in _at_ends(beside, headed=heading is not None)}
    if not taken:
        return [list(page) for page in pages], []
    kept: list[list[Row | Grid]] = []
    notes: list[Line] = []
    for page in pages:
        here: list[Row | Grid] = []
        for item in page:
            if isinstance(item, Grid) or id(item) not in taken:
                here.append(item)
                continue
            notes.append(item[-1])
            if len(item) > 1:
                here.append(item[:-1])
        kept.append(here)
    return kept, [note for note in notes if not _HEADING.fullmatch(note.text.strip())]


def _heads(row: Row) -> bool:
    """Whether a row has a margin's heading at its right, above what stands in it: "Items … Action"."""
    return bool(_HEADING.fullmatch(row[-1].text.strip())) and all(len(part.text.split()) <= _WORDS for part in row)


# "KC", "KC/PN", "WM & TE", "All": what stands at the end of a line that has its words up to the same edge
_INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*(?:[/,&+]|and)\s*[A-Z]{2,4})*|A(?:ll|LL)|Clerk|CLERK")
_ENDING = 3  # notes; fewer will do below a heading "Action"


def _at_ends(rows: Sequence[Row], *, headed: bool) -> list[Row]:
    """The rows that end in initials at the text's own right edge: behind a paragraph's last words, or a line below."""
    right = max((row[-1].box.right for row in rows), default=0.0)
    left = min((row[0].box.left for row in rows), default=0.0)
    found = [row for row in rows if _ends_in_note(row, left + 0.6 * (right - left), right)]
    return found if len(found) >= (1 if headed else _ENDING) else []


def _ends_in_note(row: Row, start: float, right: float) -> bool:
    note, size = row[-1], strips.size(row[-1])
    if len(row) > 2 or note.box.left < start or note.box.right < right - size or not _INITIALS.fullmatch(note.text):
        return False
    return len(row) == 1 or note.box.left - row[0].box.right > _GAP * size


_GAP = 1.5  # ems


def _edge(rows: Sequence[Row]) -> float | None:
    """Where the margin's notes begin; None in a paper without."""
    last = [row[-1] for row in rows if _may_be_note(row)]
    for place, count in Counter(round(line.box.left) for line in last).most_common(3):
        headed = any(abs(line.box.left - place) <= _SAME and _HEADING.fullmatch(line.text.strip()) for line in last)
        if count >= (_LEAST if not headed else 1) and _holds(rows, place, headed):
            return min(line.box.left for line in last if abs(line.box.left - place) <= _SAME)
    return None


def _may_be_note(row: Row) -> bool:
    words = row[-1].text.strip()
    return len(words.split()) <= _WORDS and bool(_NOTE.fullmatch(words) or _HEADING.fullmatch(words))


def _holds(rows: Sequence[Row], place: float, headed: bool) -> bool:
    """Whether this is a margin: all beyond it are notes, most beside running text, and next to no line runs over it."""
    beyond = [row for row in rows if row[-1].box.left >= place - _SAME]
    text = [row for row in rows if row[-1].box.left < place - _SAME]
    if not text or not all(_may_be_note(row) for row in beyond):
        return False
    start = min(row[0].box.left for row in text)
    told = sum(
        len(row) == 2 and _in_text(row[0], rows[index - 1] if index else None, 0.5 * (place - start))
        for index, row in enumerate(rows)
        if row[-1].box.left >= place - _SAME
    )
    over = sum(row[-1].box.right > place - _APART for row in text)
    return told >= (1 if headed else _LEAST) and 2 * told >= len(beyond) - headed and over <= 0.15 * len(rows)


def _in_text(line: Line, above: Row | None, wide: float) -> bool:
    """Whether a line is part of a paragraph rather than a cell of a table: a long one, or the last below a long one."""
    if len(line.text.split()) >= 6 and line.box.right - line.box.left > wide:
        return True
    if above is None or above[0].page != line.page or abs(above[0].box.left - line.box.left) > _SAME:
        return False
    near = line.box.top - above[0].box.bottom < 0.4 * strips.size(line)
    return near and above[0].box.right - above[0].box.left > wide


def blocks(notes: Iterable[Line], measures: Measures) -> Iterator[Block]:
    """A block for each note; lines right under each other are one."""
    for group in _grouped(notes):
        text, pieces = joined(group, 0, measures.vocabulary)
        first = group[0]
        yield Block(
            "paragraph", text, pieces, hang=first.box.left, indent=first.box.left, size=strips.size(first),
            bold=strips.bold(first), align="right", style=ACTION_COLUMN,
        )  # fmt: skip


def _grouped(notes: Iterable[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for note in notes:
        last = group[-1] if group else None
        if last and (last.page != note.page or note.box.top - last.box.bottom > 0.4 * strips.size(note)):
            yield group
            group = []
        group.append(note)
    if group:
        yield group


def put_back(found: Sequence[Block], notes: Iterable[Block]) -> list[Block]:
    """The blocks with each note behind the one that stands at its height, or behind the text under that heading."""
    behind: dict[int, list[Block]] = {}
    for note in notes:  # few papers have any
        behind.setdefault(_place(found, note), []).append(note)
    whole = list(behind.get(-1, []))
    for index, block in enumerate(found):
        whole.append(block)
        whole.extend(behind.get(index, []))
    return whole


def _place(found: Sequence[Block], note: Block) -> int:
    """The index of the last block that begins at a note's height or above it; -1 where none does."""
    height = _top(note)
    place = -1
    for index, block in enumerate(found):
        top = _top(block)
        if top and height and (top[0], top[1]) <= (height[0], height[1] + 2):
            place = index
    while place >= 0 and found[place].kind == "heading" and place + 1 < len(found):
        place += 1
    return place


def _top(block: Block) -> tuple[int, float] | None:
    first = next(block.all_pieces(), None)
    return (first.page, first.box.top) if first and first.box and first.page else None

"""Names beside the minutes, in a column "Action by" or in the margin: to which action each belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from ingest.reading.language.undertakings import DO
from ingest.reading.model import ACTION_COLUMN, Block, Quote, Section
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.lists import with_owner
from ingest.reading.records.actions.notes import LAST, Note, day_alone, in_note, own_words, read, read_all, tells
from ingest.reading.records.actions.rows import Row, rows, within
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.passages import Passage, Words, covered, sentences_of

_TO_DO = re.compile(
    r"\b(?:will|should|shall|must|would|needs?\s+to|to\s+be|agreed|asked|requested|action)\b", re.IGNORECASE
)
_REACH = 60.0  # points that a note may have been pushed down by those above it
_NEAR = 16.0  # points between a note and the words it stands beside


def notes(section: Section) -> list[Block]:
    """What stands in a section's column or margin of names."""
    return [block for block in section.blocks if block.style == ACTION_COLUMN]


def with_notes(drafts: Sequence[Draft], section: Section, words: Sequence[Passage], setting: Setting) -> list[Draft]:
    """The drafts of a section with the owners that are printed beside them, and what only a note says is to be done.

    A note belongs to the action that it names, or stands beside; where a paper has no places, as many notes as actions
    without an owner belong to these in order. What cannot be told apart is left as it is.
    """
    given = list(drafts)
    left: list[Note] = []
    settled = {id(note) for row in rows(section) if _row_given(given, row, words, setting) for note in row.notes}
    apart = [note for note in notes(section) if id(note) not in settled]
    for block, below in zip_longest(apart, apart[1:]):
        if own := own_words(block, setting):
            day = day_alone(below) if below else None
            given.append(replace(own, due_words=day, column=True) if day else own)
        elif (note := read(block, setting)) and not _named(given, note, words):
            if tells(note):
                given.append(in_note(note, setting))
            else:
                left.append(note)
    for pool in ([place for place in _ownerless(given) if given[place].resolution is None], _ownerless(given)):
        if (
            left
            and len(pool) == len(left)
            and all(_in_reach(given[at], note) for at, note in zip(pool, left, strict=True))
        ):
            for place, note in zip(pool, left, strict=True):
                given[place] = _owned(given[place], note)
            return given
    for note in left:
        if _top(note.block):
            _placed(given, note, words, setting)
    return given


def _row_given(drafts: list[Draft], row: Row, words: Sequence[Passage], setting: Setting) -> bool:
    """Give the names of a row to what it says; False where more than one thing may be meant, and nothing was given.

    A row that says nothing to be done in words that are known for it, but has a name beside it, is itself to be done.
    """
    found = list(read_all(row.notes, setting))
    here = [place for place, draft in enumerate(drafts) if draft.resolution is None and within(draft.quote, row.told)]
    if not found or len(found) > 1 or len(here) > 1 or any(note.hint for note in found):
        return False
    note = found[0]
    if not here and len(row.told) == 1:
        clauses = [place for place, draft in enumerate(drafts) if within(draft.quote, row.told)]
        if len(clauses) > 1:
            return False
        here = clauses
    if here:
        drafts[here[0]] = _owned(drafts[here[0]], note)
        return True
    if len(row.told) != 1 or row.told[0].kind == "table":
        return False
    drafts.append(_row_told(note, row.told[0], words, setting))
    return True


def _row_told(note: Note, block: Block, words: Sequence[Passage], setting: Setting) -> Draft:
    """What a row says that has a name beside it: the sentence that tells of something to do, else the last."""
    place = next((at for at, one in enumerate(words) if within(block.quote(), (one.block,))), LAST)
    said = sentences_of(Passage(block))
    best = next((one for one in reversed(said) if _TO_DO.search(one.text)), said[-1])
    return Draft(
        setting.item, best.text, best.quote, place, note.owner, note.due, bool(note.due), doubts=doubts_of(note.owner)
    )


def _named(drafts: list[Draft], note: Note, words: Sequence[Passage]) -> bool:
    """Give a note to its action, where it names one, or one that it may stand beside has this owner already."""
    place = _hinted(drafts, note) if note.hint else _of_same(drafts, note, words)
    if place is None:
        return False
    drafts[place] = _owned(drafts[place], note)
    return True


def _placed(drafts: list[Draft], note: Note, words: Sequence[Passage], setting: Setting) -> None:
    """Give a note to the action that it stands beside; where none does, what stands there is one."""
    place = _beside(drafts, note, words)
    if place is not None:
        drafts[place] = _owned(drafts[place], note)
        return
    new = _told(note, words, setting) if note.block.align == "right" else _task(note, words, setting)
    if new and not any(draft.quote == new.quote for draft in drafts):
        drafts.append(new)


# "Circulate a note on kilns.": a paragraph that is nothing but a task
_ORDER = re.compile(rf"(?:{DO})\s+(?:[a-z]|[A-Z])", re.IGNORECASE)
_LEVEL = 4.0  # points between the tops of two first lines


def _task(note: Note, words: Sequence[Passage], setting: Setting) -> Draft | None:
    """The paragraph that begins at a note's height and says what to do as an order."""
    at = _top(note.block)
    for place, passage in enumerate(words):
        where = _top(passage.block)
        if at is None or where is None or where[0] != at[0] or abs(where[1] - at[1]) > _LEVEL:
            continue
        one = Words(passage, 0, len(passage.text)).trimmed()
        if _ORDER.match(one.text) and len(sentences_of(passage)) == 1:
            due = bool(note.due)
            return Draft(
                setting.item, one.text, one.quote, place, note.owner, note.due, due, doubts=doubts_of(note.owner)
            )
    return None


def _hinted(drafts: Sequence[Draft], note: Note) -> int | None:
    """The action whose words a note repeats: "C Pike – note on kilns"."""
    shares = [covered(note.hint, draft.text) for draft in drafts]
    best = max(shares, default=0.0)
    return shares.index(best) if best >= 0.6 and shares.count(best) == 1 else None


def _of_same(drafts: Sequence[Draft], note: Note, words: Sequence[Passage]) -> int | None:
    placed = _top(note.block) is not None
    same = [
        place
        for place, draft in enumerate(drafts)
        if draft.owner
        and note.owner.name
        and draft.owner.name == note.owner.name
        and (not placed or _far(draft, note, words) is not None)
    ]
    return same[0] if same else None


def _ownerless(drafts: Sequence[Draft]) -> list[int]:
    return [place for place, one in enumerate(drafts) if not (one.owner and (one.owner.name or one.owner.printed))]


def _owned(draft: Draft, note: Note) -> Draft:
    if note.owner.person and note.owner.name and draft.owner and not draft.owner.person:
        draft = replace(draft, owner=None)  # "Fen Water be invited", beside the name of who sees to it
    draft = with_owner(draft, note.owner)
    return replace(draft, due_words=note.due, column=True) if note.due and not draft.column else draft


# --- places on a page -------------------------------------------------------------------------------------------


def _top(block: Block) -> tuple[int | None, float, float] | None:
    """The page of a block with its top and bottom; None where a format has no places."""
    boxes = [piece.box for piece in block.pieces if piece.box and piece.page == block.page]
    return (block.page, min(box.top for box in boxes), max(box.bottom for box in boxes)) if boxes else None


def _beside(drafts: Sequence[Draft], note: Note, words: Sequence[Passage]) -> int | None:
    """The action without an owner at a note's height: the nearest of those whose paragraph it stands beside."""
    reach = [
        (distance, place) for place in _ownerless(drafts) if (distance := _far(drafts[place], note, words)) is not None
    ]
    return min(reach)[1] if reach else None


def _far(draft: Draft, note: Note, words: Sequence[Passage]) -> float | None:
    """How far a note is from an action's words, in points; None where it stands beside another paragraph."""
    at = _top(note.block)
    here = [_gap(quote, at) for quote in draft.quote.parts()]
    near = min((gap for gap in here if gap is not None), default=None)
    if near is None or at is None:
        return None
    if near <= _NEAR:
        return near
    inside = draft.resolution is None and draft.place < len(words) and _holds(words[draft.place].block, at)
    return near if inside else None


def _in_reach(draft: Draft, note: Note) -> bool:
    """Whether a note may belong to an action that comes at its turn: not far from it, in a margin without cells."""
    at = _top(note.block) if note.block.align == "right" else None
    gaps = [gap for part in draft.quote.parts() if (gap := _gap(part, at)) is not None]
    return at is None or min(gaps, default=_REACH + 1) <= _REACH


def _gap(quote: Quote, at: tuple[int | None, float, float] | None) -> float | None:
    if at is None or quote.page != at[0] or not quote.boxes:
        return None
    top, bottom = min(box.top for box in quote.boxes), max(box.bottom for box in quote.boxes)
    return max(0.0, top - at[2], at[1] - bottom)


def _holds(block: Block, at: tuple[int | None, float, float]) -> bool:
    boxes = [piece.box for piece in block.pieces if piece.box and piece.page == at[0]]
    return any(box.top - 2 <= at[1] <= box.bottom for box in boxes)


def _told(note: Note, words: Sequence[Passage], setting: Setting) -> Draft | None:
    """The sentence that a name in the margin stands beside: the one at its height that tells of something to do."""
    at = _top(note.block)
    if at is None:
        return None
    held = [(place, one) for place, one in enumerate(words) if _holds(one.block, at)]
    for place, passage in held or _right_above(words, at):
        if passage.block.kind == "heading":
            continue
        told = [one for one in sentences_of(passage) if _TO_DO.search(one.text)] or sentences_of(passage)[-1:]
        best = min(
            told,
            key=lambda one: min(
                (gap for part in one.quote.parts() if (gap := _gap(part, at)) is not None), default=0.0
            ),
        )
        return Draft(
            setting.item,
            best.text,
            best.quote,
            place,
            note.owner,
            note.due,
            bool(note.due),
            doubts=doubts_of(note.owner),
        )
    return None


def _right_above(words: Sequence[Passage], at: tuple[int | None, float, float]) -> list[tuple[int, Passage]]:
    """The paragraph whose last line stands right above a note in a line of its own."""
    ends = [
        (at[1] - piece.box.bottom, place, passage)
        for place, passage in enumerate(words)
        for piece in passage.block.pieces[-1:]
        if piece.box and piece.page == at[0] and 0 <= at[1] - piece.box.bottom + 2 <= _NEAR
    ]
    return [(place, passage) for _, place, passage in sorted(ends, key=lambda end: end[0])[:1]]

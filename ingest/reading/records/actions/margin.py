"""Names beside the minutes, in a column "Action by" or in the margin: to which action each belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language.undertakings import DO
from ingest.reading.model import ACTION_COLUMN, Block, Doubt, Quote, Section
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.lists import with_owner
from ingest.reading.records.actions.said import Setting
from ingest.reading.records.owners import Owner
from ingest.reading.records.passages import Passage, Words, covered, sentences_of

# "L Thirl – by 31 October", "L Thirl – note on depots", "WM (10 May)", "Action: WM"
_PARTS = re.compile(
    r"(?P<who>[^–—:(]{2,60}?)(?:\s+[–—-]\s+|:\s+|\s*\(|,?\s+(?=(?:by|before)\b))(?P<rest>[^()]+(?:\([^()]*\)[^()]*)*)\)?\.?"
)
_TAG = re.compile(r"^\(?action(?:\s+by|\s+for)?\s*[:–-]*\s*", re.IGNORECASE)
_DATED = re.compile(r"\d|\b(?:by|before|next|asap|within|ongoing|immediate)\b", re.IGNORECASE)
_STATE = re.compile(r"(?:in\s+progress|complete[d]?|done|ongoing|closed|open|noted?|tbc)\W*", re.IGNORECASE)
_OWN_WORDS = re.compile(rf"\bto\s+(?:{DO})\b|^(?:{DO})\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:all\s+to\s+note|none|n/?a|nil|noted?|(?:for\s+)?(?:information|noting|decision)|[-–—])\.?", re.IGNORECASE
)
_TO_DO = re.compile(
    r"\b(?:will|should|shall|must|would|needs?\s+to|to\s+be|agreed|asked|requested|action)\b", re.IGNORECASE
)
_REACH = 60.0  # points that a note may have been pushed down by those above it
_NEAR = 16.0  # points between a note and the words it stands beside


@dataclass(frozen=True, slots=True)
class _Note:
    """A name beside the text; ``hint`` says which action is meant, ``due`` by when."""

    block: Block
    owner: Owner
    hint: str = ""
    due: str | None = None


def notes(section: Section) -> list[Block]:
    """What stands in a section's column or margin of names."""
    return [block for block in section.blocks if block.style == ACTION_COLUMN]


def with_notes(drafts: Sequence[Draft], section: Section, words: Sequence[Passage], setting: Setting) -> list[Draft]:
    """The drafts of a section with the owners that are printed beside them, and what only a note says is to be done.

    A note belongs to the action that it names, or stands beside; where a paper has no places, as many notes as actions
    without an owner belong to these in order. What cannot be told apart is left as it is.
    """
    given = list(drafts)
    left: list[_Note] = []
    for block in notes(section):
        if own := _own(block, setting):
            given.append(own)
        elif (note := _read(block, setting)) and not _named(given, note):
            if len(note.hint.split()) >= _TOLD:
                given.append(_in_note(note, setting))
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


def _own(block: Block, setting: Setting) -> Draft | None:
    """The action that a cell tells in its own words: "WM to circulate the map"."""
    text = block.text.strip()
    if len(text.split()) < 4 or not _OWN_WORDS.search(text):
        return None
    words = Words(Passage(block), 0, len(block.text)).trimmed()
    before = re.split(r"\s+to\s+", text, maxsplit=1)[0] if " to " in text else ""
    owner = setting.owners.only_people(_TAG.sub("", before)) if before else None
    return Draft(setting.item, words.text, words.quote, _LAST, owner, doubts=doubts_of(owner))


def _in_note(note: _Note, setting: Setting) -> Draft:
    """What a note itself says that somebody is to do: "WM – figures for the trial of the van, to Cllr Penn"."""
    start = note.block.text.rfind(note.hint)
    words = Words(Passage(note.block), max(0, start), len(note.block.text)).trimmed()
    return Draft(setting.item, words.text, words.quote, _LAST, note.owner, doubts=doubts_of(note.owner))


_TOLD = 5  # words
_LAST = 10_000  # behind all passages of an item


def _read(block: Block, setting: Setting) -> _Note | None:
    text = _TAG.sub("", " ".join(block.text.split()))
    if not text or _NOBODY.fullmatch(text):
        return None
    if owner := _owner(text, setting):
        return _Note(block, owner)
    match = _PARTS.fullmatch(text)
    owner = _owner(match["who"], setting) if match else None
    if match is None or owner is None:
        return None
    rest = match["rest"].strip()
    if _STATE.fullmatch(rest):
        return _Note(block, owner)
    return _Note(block, owner, due=rest) if _DATED.search(rest) else _Note(block, owner, hint=rest)


def _owner(text: str, setting: Setting) -> Owner | None:
    if found := setting.owners.only_people(text):
        return found
    parts = [part for part in re.split(r"\s*(?:/|&|,|\band\b)\s*", text) if part]
    known = [part for part in parts if setting.owners.only_people(part)]
    if len(parts) > 1 and known:
        return Owner(None, text, Doubt(f"{text} are to do this together; one owner is wanted.", "owner"), person=True)
    return None


def _named(drafts: list[Draft], note: _Note) -> bool:
    """Give a note to its action, where it names one, or one has this owner already."""
    place = _hinted(drafts, note) if note.hint else _of_same(drafts, note)
    if place is None:
        return False
    drafts[place] = _owned(drafts[place], note)
    return True


def _placed(drafts: list[Draft], note: _Note, words: Sequence[Passage], setting: Setting) -> None:
    """Give a note to the action that it stands beside; where none does, what stands there is one."""
    place = _beside(drafts, note, words)
    if place is not None:
        drafts[place] = _owned(drafts[place], note)
    elif note.block.align == "right" and (new := _told(note, words, setting)):
        drafts.append(new)


def _hinted(drafts: Sequence[Draft], note: _Note) -> int | None:
    """The action whose words a note repeats: "C Rid – note on depots"."""
    shares = [covered(note.hint, draft.text) for draft in drafts]
    best = max(shares, default=0.0)
    return shares.index(best) if best >= 0.6 and shares.count(best) == 1 else None


def _of_same(drafts: Sequence[Draft], note: _Note) -> int | None:
    same = [
        place
        for place, draft in enumerate(drafts)
        if draft.owner and note.owner.name and draft.owner.name == note.owner.name
    ]
    return same[0] if same else None


def _ownerless(drafts: Sequence[Draft]) -> list[int]:
    return [place for place, one in enumerate(drafts) if not (one.owner and (one.owner.name or one.owner.printed))]


def _owned(draft: Draft, note: _Note) -> Draft:
    draft = with_owner(draft, note.owner)
    return replace(draft, due_words=note.due, column=True) if note.due and not draft.column else draft


# --- places on a page -------------------------------------------------------------------------------------------


def _top(block: Block) -> tuple[int | None, float, float] | None:
    """The page of a block with its top and bottom; None where a format has no places."""
    boxes = [piece.box for piece in block.pieces if piece.box and piece.page == block.page]
    return (block.page, min(box.top for box in boxes), max(box.bottom for box in boxes)) if boxes else None


def _beside(drafts: Sequence[Draft], note: _Note, words: Sequence[Passage]) -> int | None:
    """The action without an owner at a note's height: the nearest of those whose paragraph it stands beside."""
    reach = [
        (distance, place) for place in _ownerless(drafts) if (distance := _far(drafts[place], note, words)) is not None
    ]
    return min(reach)[1] if reach else None


def _far(draft: Draft, note: _Note, words: Sequence[Passage]) -> float | None:
    """How far a note is from an action's words, in points; None where it stands beside another paragraph."""
    at = _top(note.block)
    here = [_gap(quote, at) for quote in _parts(draft.quote)]
    near = min((gap for gap in here if gap is not None), default=None)
    if near is None or at is None:
        return None
    if near <= _NEAR:
        return near
    inside = draft.resolution is None and draft.place < len(words) and _holds(words[draft.place].block, at)
    return near if inside else None


def _in_reach(draft: Draft, note: _Note) -> bool:
    """Whether a note may belong to an action that comes at its turn: not far from it, in a margin without cells."""
    at = _top(note.block) if note.block.align == "right" else None
    gaps = [gap for part in _parts(draft.quote) if (gap := _gap(part, at)) is not None]
    return at is None or min(gaps, default=_REACH + 1) <= _REACH


def _parts(quote: Quote | None) -> Iterator[Quote]:
    while quote is not None:
        yield quote
        quote = quote.rest


def _gap(quote: Quote, at: tuple[int | None, float, float] | None) -> float | None:
    if at is None or quote.page != at[0] or not quote.boxes:
        return None
    top, bottom = min(box.top for box in quote.boxes), max(box.bottom for box in quote.boxes)
    return max(0.0, top - at[2], at[1] - bottom)


def _holds(block: Block, at: tuple[int | None, float, float]) -> bool:
    boxes = [piece.box for piece in block.pieces if piece.box and piece.page == at[0]]
    return any(box.top - 2 <= at[1] <= box.bottom for box in boxes)


def _told(note: _Note, words: Sequence[Passage], setting: Setting) -> Draft | None:
    """The sentence that a name in the margin stands beside: the one at its height that tells of something to do."""
    at = _top(note.block)
    for place, passage in enumerate(words):
        if at is None or passage.block.kind == "heading" or not _holds(passage.block, at):
            continue
        told = [one for one in sentences_of(passage) if _TO_DO.search(one.text)] or sentences_of(passage)[-1:]
        best = min(
            told,
            key=lambda one: min(
                (gap for part in _parts(one.quote) if (gap := _gap(part, at)) is not None), default=0.0
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

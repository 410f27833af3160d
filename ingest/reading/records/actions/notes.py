"""What a name beside the minutes says: who is to do something, which thing, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language.dates import MONTH_NAMES, WEEKDAYS
from ingest.reading.language.undertakings import DO
from ingest.reading.model import Block
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.owners import Owner
from ingest.reading.records.owners_joint import in_part
from ingest.reading.records.passages import Passage, Words

# "L Garth – by 9 July", "L Garth – note on kilns", "WM (10 May)", "Action: WM"
_PARTS = re.compile(
    r"(?P<who>[^–—:(]{2,60}?)(?:\s+[–—-]\s+|:\s+|\s*\(|,?\s+(?=(?:by|before)\b))(?P<rest>[^()]+(?:\([^()]*\)[^()]*)*)\)?\.?"
)
_TAG = re.compile(r"^\(?action(?:\s+by|\s+for)?\s*[:–-]*\s*", re.IGNORECASE)
# "WM / 10 May", "WM by the end of June", "WM 10 May", "WM, next meeting"
_BREAK = re.compile(r"\s*[/,;–—-]\s*|\s+")
_WHEN = re.compile(
    r"(?:by|before|next|asap|as\s+soon|within|immediate\w*|end\s+of|for\s+the|\d|"
    rf"(?:{'|'.join(WEEKDAYS)})|(?:{MONTH_NAMES})\.?(?:\s+\d|$)|(?:spring|summer|autumn)\b)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d|\b(?:by|before|next|asap|within|ongoing|immediate)\b", re.IGNORECASE)
_STATE = re.compile(r"(?:in\s+progress|complete[d]?|done|ongoing|closed|open|noted?|tbc)\W*", re.IGNORECASE)
_OWN_WORDS = re.compile(rf"\bto\s+(?:{DO})\b|^(?:{DO})\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:all\s+to\s+note|none|n/?a|nil|noted?|(?:for\s+)?(?:information|noting|decision)|[-–—])\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Note:
    """A name beside the text; ``hint`` says which action is meant, ``due`` by when."""

    block: Block
    owner: Owner
    hint: str = ""
    due: str | None = None


def read_all(blocks: Sequence[Block], setting: Setting) -> Iterator[Note]:
    """The notes of a row; a day below a name, in a line of its own, is that name's."""
    last: Note | None = None
    for block in blocks:
        text = " ".join(block.text.split())
        if last is not None and last.due is None and day_alone(block):
            last = replace(last, due=text)
            continue
        if last is not None:
            yield last
        last = read(block, setting)
    if last is not None:
        yield last


_FEW = 8  # words


def own_words(block: Block, setting: Setting) -> Draft | None:
    """The action that a cell tells in its own words: "WM to circulate the map"."""
    text = block.text.strip()
    if owned := _with_owner_last(block, setting):
        return owned
    if len(text.split()) < 4 or not _OWN_WORDS.search(text):
        return None
    words = Words(Passage(block), 0, len(block.text)).trimmed()
    before = re.split(r"\s+to\s+", text, maxsplit=1)[0] if " to " in text else ""
    owner = setting.owners.only_people(_TAG.sub("", before)) if before else None
    return Draft(setting.item, words.text, words.quote, LAST, owner, doubts=doubts_of(owner))


# "List of the tools (Ann Rowe)"
_OWNER_LAST = re.compile(r"(?P<what>\S+\s.{6,}?)\s*[(\[](?P<who>[A-Z][^()\[\]]{1,50})[)\]]\s*\.?", re.DOTALL)


def _with_owner_last(block: Block, setting: Setting) -> Draft | None:
    """What a cell gives to somebody whom it names in brackets behind it."""
    match = _OWNER_LAST.fullmatch(block.text.strip())
    owner = _owner(match["who"], setting) if match else None
    if match is None or owner is None or not owner.person or _owner(match["what"], setting):
        return None
    words = Words(Passage(block), 0, len(block.text)).trimmed()
    return Draft(setting.item, words.text, words.quote, LAST, owner, doubts=doubts_of(owner))


def day_alone(block: Block) -> str | None:
    """The day of a cell that says no more than by when: "14 October", "Next meeting"."""
    text = " ".join(block.text.split())
    return text if len(text.split()) <= _FEW and _WHEN.match(text) else None


def in_note(note: Note, setting: Setting) -> Draft:
    """What a note itself says that somebody is to do: "WM – prices for a kiln and its lid, to Cllr Penn"."""
    start = note.block.text.rfind(note.hint)
    words = Words(Passage(note.block), max(0, start), len(note.block.text)).trimmed()
    return Draft(setting.item, words.text, words.quote, LAST, note.owner, doubts=doubts_of(note.owner))


_TOLD = 5  # words
LAST = 10_000  # behind all passages of an item


def read(block: Block, setting: Setting) -> Note | None:
    text = _TAG.sub("", " ".join(block.text.split()))
    if not text or _NOBODY.fullmatch(text):
        return None
    if dated := _with_day(block, text, setting):
        return dated
    if owner := _owner(text, setting):
        return Note(block, owner)
    match = _PARTS.fullmatch(text)
    owner = _owner(match["who"], setting) if match else None
    if match is None or owner is None:
        return None
    rest = match["rest"].strip()
    if _STATE.fullmatch(rest):
        return Note(block, owner)
    told = _WHAT.match(rest) or (len(rest.split()) >= _TOLD and not _WHEN.match(rest))
    return Note(block, owner, due=rest) if _DATED.search(rest) and not told else Note(block, owner, hint=rest)


# "send the rota by 4 May", "order seed trays": a thing to be done, whether or not a day stands behind it
_WHAT = re.compile(rf"(?:to\s+)?(?:{DO})\s+\S+\s+\S+", re.IGNORECASE)


def tells(note: Note) -> bool:
    """Whether a note says in its own words what is to be done."""
    return len(note.hint.split()) >= _TOLD or bool(_WHAT.match(note.hint))


def _with_day(block: Block, text: str, setting: Setting) -> Note | None:
    """A name with a day behind it, whatever parts them: "WM / 10 May", "WM by the end of June"."""
    for gap in _BREAK.finditer(text):
        rest = text[gap.end() :]
        if gap.start() and _WHEN.match(rest) and (owner := _owner(text[: gap.start()], setting)):
            return Note(block, owner, due=rest)
    return None


def _owner(text: str, setting: Setting) -> Owner | None:
    """Whom words beside the text name, and nothing else."""
    of = setting.owners.only_people
    return of(text) or in_part(text, lambda part: of(part) is not None)

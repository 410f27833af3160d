"""Action tables: what, who, by when, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.reading.model import Block, Cell
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.named import named_first
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.owners import Owner
from ingest.reading.records.owners_joint import in_lines, in_part
from ingest.reading.records.passages import Passage, sentences_of

_HEADS = {
    "action": (
        r"(?:(?:summary|list)\s+of\s+)?(?:agreed\s+)?actions?(?:\s+(?:required|agreed|points?|to\s+be\s+taken|item))?|tasks?|what|"
        r"actions?\s+(?:and|&)\s+owners?|requests?(?:\s+for\s+information)?|next\s+steps?|recommendations?(?:\s*/\s*actions?)?|actions?\s*/\s*\w+"
    ),
    "owner": (
        r"(?:action\s+)?owners?|who|by\s+whom|lead(?:\s+officer|\s+member)?|responsib\w+(?:\s+\w+){0,2}|"
        r"officers?|assigned(?:\s+to)?|person(?:\s+responsible)?|action\s+by|for\s+action\s+by"
    ),
    "due": (
        r"(?:by\s+)?when|by|due(?:\s+(?:date|by))?|deadline|target(?:\s+date)?|timescales?|time-?scale|by\s+date|"
        r"date\s+due|completion(?:\s+date)?|complete\s+by|review\s+date"
    ),
    "status": (
        r"status|progress(?:\s+update)?|updates?|rag(?:\s+\w+)?|outcome|"
        r"position(?:\s+(?:as\s+)?(?:at|on)\s+.{3,25})?|complete\??|response|comments?"
    ),
    "talk": (
        r"discussion(?:\s+points?)?|minutes?|notes?|summary(?:\s+of\s+discussion)?|key\s+points|details?|"
        r"item\s*/\s*discussion|subject|points?\s+discussed|discussions?\s*(?:and|/|&)\s*(?:actions?|decisions?|outcomes?)"
    ),
    "item": r"(?:agenda\s+)?(?:item|minute|min)\.?(?:\s*(?:no|ref|number)\.?)?|eitem",
    "number": r"(?:no|ref|action\s+(?:no|ref)|#)\w*\.?(?:\s+(?:no|ref|number))?\.?|reference",
}
_HEAD = {name: re.compile(rf"\s*(?:{words})\s*[:?]*\s*", re.IGNORECASE) for name, words in _HEADS.items()}
_FINISHED = re.compile(
    (
        r"\b(?:complete[d]?|done|closed|discharged|actioned|achieved|delivered|resolved|finished|"
        r"no\s+longer\s+required|superseded)\b"
    ),
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    (
        r"\b(?:not|in\s+progress|ongoing|on-going|outstanding|partly|partially|to\s+be|awaiting|open|started|"
        r"incomplete|due|will\s+be)\b"
    ),
    re.IGNORECASE,
)
# A log of what earlier meetings asked for; the actions of this one are new, whatever stands in "Status"
EARLIER = re.compile(
    (
        r"\b(?:matters\s+(?:arising|outstanding)|outstanding\s+matters|previous|earlier|last\s+(?:meeting|session)|action\s+(?:log|tracker|sheet)|"
        r"outstanding\s+actions|progress\s+(?:on|of|against)|update\s+on|actions?\s+update|tracker|follow\s+up)"
        r"\b"
    ),
    re.IGNORECASE,
)


def columns(block: Block) -> dict[str, int] | None:
    """Which column of a table is which, by its header; None where the table is no table of actions.

    With "owner", "due" or "status" it lists actions; with "talk" it is minutes whose actions stand at their side.
    """
    if block.kind != "table" or len(block.rows) < 2:
        return None
    found = _headed(block)
    if set(found) == {"action"} and (beside := _unheaded(block, found["action"])) is not None:
        found["owner"] = beside
    if "action" not in found and "talk" not in found and "owner" in found and (blank := _told(block)) is not None:
        found["action"] = blank  # "Item | | By whom | By when"
    if "action" not in found and {"owner", "status"} <= set(found) and (matter := _matter(block)) is not None:
        found["action"] = matter  # "Matter | Who | Position at 4 May"
    if "action" not in found and {"owner", "talk"} <= set(found):
        # "Discussion | Action by": the names in it stand beside what falls to them
        return {"talk": found["talk"], "action": found["owner"]}
    if "action" not in found or (
        re.match("recommend", block.rows[0][found["action"]].text.strip(), re.I) and not {"owner", "due"} & set(found)
    ):
        return None
    return found if {"owner", "due", "status", "talk"} & set(found) else None


def _headed(block: Block) -> dict[str, int]:
    """The columns by the words over them, and the numbers of items by what they are."""
    found: dict[str, int] = {}
    for place, cell in enumerate(block.rows[0]):
        name = head(cell.text)
        if name and (name not in found or (name == "talk" and _TALKED.search(cell.text))):
            found[name] = place
    if "item" not in found and "talk" in found and _are_numbers(block, found["talk"]):
        found["item"] = found.pop("talk")  # "Minute" over the numbers of minutes
    if "item" not in found and _repeats_items(block):
        found["item"] = 0
    return found


def _repeats_items(block: Block) -> bool:
    """Whether the first column, headed "No.", holds the numbers of items: two actions of one item have the same."""
    if not re.fullmatch(r"(?:no|nr|ref|number|#)\.?", block.rows[0][0].text.strip(), re.IGNORECASE):
        return False
    texts = [text for row in block.rows[1:] if row and (text := row[0].text.strip())]
    return len(set(texts)) < len(texts) and _are_numbers(block, 0)


def _matter(block: Block) -> int | None:
    """The column of what a table follows up by who sees to it and how it stands."""
    heads = [cell.text.strip().lower() for cell in block.rows[0]]
    return next((at for at, head in enumerate(heads) if head in ("matter", "matters", "issue", "task")), None)


_NUMBER = re.compile(r"(?=\S*\d)[\w./-]{1,16}")


def _are_numbers(block: Block, place: int) -> bool:
    """Whether a column holds nothing but numbers of items or minutes: "34", "TSC/25/34"."""
    texts = [row[place].text.strip() for row in block.rows[1:] if place < len(row)]
    return any(texts) and all(_NUMBER.fullmatch(text) for text in texts if text)


def head(text: str) -> str | None:
    """What a header names; of one in two languages ("Pwy / Who"), what either does."""
    parts = [text, *(part for part in re.split(r"\s+/\s+|\n", text) if part != text)]
    return next((name for part in parts for name, pattern in _HEAD.items() if pattern.fullmatch(part)), None)


_TALKED = re.compile(r"discuss|minutes?|notes?|summary", re.IGNORECASE)


def _told(block: Block) -> int | None:
    """The one column without a header, where most of its cells tell something in words."""
    blank = [place for place, cell in enumerate(block.rows[0]) if not cell.text.strip()]
    if len(blank) != 1:
        return None
    texts = [row[blank[0]].text.split() for row in block.rows[1:] if blank[0] < len(row)]
    return blank[0] if texts and sum(len(words) >= 3 for words in texts) * 2 > len(texts) else None


def _unheaded(block: Block, action: int) -> int | None:
    """The column without a header beside "Action" that holds no more than a name or a post in each row."""
    if len(block.rows[0]) != 2 or block.rows[0][1 - action].text.strip():
        return None
    names = [row[1 - action].text.strip() for row in block.rows[1:] if len(row) == 2]
    return 1 - action if any(names) and all(len(name.split()) <= 5 for name in names) else None


def rows(
    block: Block, setting: Setting, place: int, earlier: bool, numbers: Mapping[str, int] | None = None
) -> Iterator[Draft]:
    """The actions of a table; of a log of earlier ones only those that are not finished.

    ``numbers`` are the indices of the paper's items, for a table behind them whose rows say which they belong to.
    """
    where = columns(block)
    if where is None:
        return
    for cells in block.rows[1:]:
        if len(cells) <= where["action"]:
            continue
        status = _text(cells, where.get("status"))
        if earlier and _FINISHED.search(status) and not _UNFINISHED.search(status):
            continue
        if numbers and (item := _numbered(_text(cells, where.get("item")), numbers)) is not None:
            here = replace(setting, item=item)
        else:
            here = setting
        if {"owner", "due", "status"} & set(where):
            yield from _listed(cells, where, here, place)
        else:
            yield from _beside(cells, where, here, place)


# "5", "5(b)", "31c2)/3031", "Item 5.2": an item's number, and what stands for a part of the item
_OF_ITEM = re.compile(
    r"(?:item|minute|min)?\.?\s*[A-Z]{0,6}[ ./-]?(?P<number>\d{1,4})"
    r"(?:[a-z]?\d{0,2}\)|\([a-z\d]{1,3}\)|[a-z]|\.\d{1,2}){0,3}(?P<tail>(?:/\d{2,4})?)",
    re.IGNORECASE,
)


def _numbered(text: str, numbers: Mapping[str, int]) -> int | None:
    """The item whose number a cell gives, in full or without what all numbers begin with, or a part of which it names.

    None where no item or more than one has it.
    """
    words = text.strip().rstrip(".:")
    if words in numbers:
        return numbers[words]
    match = _OF_ITEM.fullmatch(words)
    if match is None:
        return None
    bare = f"{match['number']}{match['tail']}"
    found = {at for number, at in numbers.items() if re.fullmatch(rf"(?:.*[^\d/])?{re.escape(bare)}", number)}
    return found.pop() if len(found) == 1 else None


def _listed(cells: Sequence[Cell], where: dict[str, int], setting: Setting, place: int) -> Iterator[Draft]:
    """The action of a row with its owner and day; each entry of a cell that lists several."""
    inner = [one for one in cells[where["action"]].blocks if one.text.strip()]
    apart = len(inner) > 1 and all(one.marker for one in inner)
    due = _text(cells, where.get("due"))
    for block in inner if apart else inner[:1]:
        text = block.text if apart else _text(cells, where["action"])
        owner = owner_of(_text(cells, where.get("owner")), text, setting)
        yield Draft(
            setting.item, text, block.quote(), place, owner, due or None, bool(due), doubts=doubts_of(owner), row=True
        )


def _beside(cells: Sequence[Cell], where: dict[str, int], setting: Setting, place: int) -> Iterator[Draft]:
    """What a column "Action" beside the minutes says: its words, or a name to whom the words beside it fall."""
    talk = [one for one in cells[where["talk"]].blocks if one.text.strip()] if where["talk"] < len(cells) else []
    for block in cells[where["action"]].blocks:
        if not block.text.strip() or _NOTHING.fullmatch(block.text.strip()):
            continue
        owner = setting.owners.only_people(block.text)
        if owner is None:
            named = named_first(block.text, setting)
            yield Draft(setting.item, block.text, block.quote(), place, named, doubts=doubts_of(named))
        elif talk:
            words = sentences_of(Passage(talk[-1]))[-1]
            yield Draft(setting.item, words.text, words.quote, place, owner, doubts=doubts_of(owner))


_NOTHING = re.compile(r"(?:none|n/?a|nil|noted?|[-–—])\.?|(?:for\s+)?(?:information|noting|decision)", re.IGNORECASE)


def owner_of(printed: str, text: str, setting: Setting) -> Owner | None:
    """The owner column's words, looked up; as they stand where they name a post or body the lookup does not know."""
    if not printed or _NOBODY_YET.fullmatch(printed.strip()):
        return named_first(text, setting)
    of = setting.owners.of
    words = _LEADS.sub("", " ".join(printed.split()))
    return (
        in_lines(printed, of)
        or of(words)
        or in_part(words, lambda part: bool((one := of(part)) and one.person))
        or Owner(words, printed)
    )


# A column that names nobody yet: "TBC", "-", "Done"
_NOBODY_YET = re.compile(
    r"[-–—.?\s]*|n/?a|none|nil|tb[acd]|to\s+be\s+\w+|done|completed?|closed|on-?going|open|various|in\s+progress",
    re.IGNORECASE,
)
# "Lead: WM", "WM to lead"
_LEADS = re.compile(
    r"^(?:lead(?:\s+officer)?|owner|action|officer)\s*[:–-]\s*|\s+to\s+(?:lead|action|arrange|progress|do|complete)\s*\.?$",
    re.IGNORECASE,
)


def _text(cells: Sequence[Cell], place: int | None) -> str:
    return cells[place].text.strip() if place is not None and place < len(cells) else ""

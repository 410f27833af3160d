"""Legends of an attendance block: what marks and letters beside names mean.

"(* = present)", "*denotes attendance", "P – Present A – Apologies", "† attended remotely", "*Substitute in accordance
with Procedure Rule 31".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.reading.language.posts import Kind
from ingest.reading.model import Block, Cell, Status

_SYMBOL = r"[†‡*§^#~+✓✔√✗✘]{1,3}"
_LINK = r"\s*(?:=|[-–—:]|denotes|indicates|signifies|means|represents)\s*"
# "* = present", "P – Present", "†attended remotely"
_ENTRY = re.compile(
    rf"(?:(?P<linked>{_SYMBOL}|[A-Z]{{1,3}}|[a-z]){_LINK}|(?P<bare>{_SYMBOL})\s*)(?P<words>[A-Za-z][^=*†‡]*)"
)
# Where the next entry of a line begins: "P – Present  A – Apologies", "* Present, + Apologies"
_NEXT = re.compile(rf"[;,|\n\t]\s*|\s{{2,}}|\s(?=(?:{_SYMBOL}|[A-Z]{{1,2}})\s*[=–—-]\s*[A-Z])|\s(?=[†‡§#+]\s?[A-Za-z])")
_SEMICOLON = re.compile(r"\s*;\s*(?=\S)|\s*[|\n\t]\s*")
# With a sign alone before it, an entry begins with such a word; "* Ann Marrow (substitute)" is a person
_BARE = re.compile(
    r"(?:[a-z]|Denotes|Indicates|Present|Attend|In |Apolog|Absent|Substitut|Co-?opt|Not |Remote|Virtual|Via|On |Joined"
    r"|Left|Arrived|Part|For part|Members? (?:present|attend|in|not|who|absent)|Deputi|Online|Also )"
)
_SAYS = r"(?:[Pp]resent|[Aa]pologies|[Aa]bsent|[Ss]ubstitute|[Aa]ttended|[Dd]id not attend|[Nn]ot present)\b"
# "P present A apologies S substitute": letters without a sign between them and their words, two or more of them
_BARE_LETTERS = re.compile(rf"(?P<mark>[A-Z]{{1,3}})\s+(?P<words>{_SAYS}[^=*†‡]*)")
_NEXT_BARE = re.compile(rf"[;,|\n\t]\s*|\s+(?=(?:{_SYMBOL}|[A-Z]{{1,3}})\s*(?:[=–:-]\s*)?{_SAYS})")
# "Present = P, Apologies = A": the mark behind
_TURNED = re.compile(rf"(?P<words>[A-Z][A-Za-z ]{{2,40}}?)\s*=\s*(?P<mark>{_SYMBOL}|[A-Z]{{1,3}})")
_QUOTED = re.compile(rf"[(\[“\"‘']\s*(?P<mark>{_SYMBOL}|[A-Z]{{1,3}})\s*[)\]”\"’']")  # "(P) present", "‘A’ – apologies"
# "Those absent are marked with an X"
_MARKED_WITH = re.compile(
    rf"(?P<words>[\w ]{{3,50}}?)\s+(?:is|are|was|were)\s+(?:marked|shown|indicated|denoted|identified)"
    rf"\s+(?:with|by|as|thus)\s+(?:an?\s+|the\s+letter\s+|asterisk\s+)*[“\"‘'(]?(?P<mark>{_SYMBOL}|[A-Z])[”\"’')]?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\s*(?:key|legend|note|notes)\s*[:–-]?\s*", re.IGNORECASE)
_ANY_MARK = re.compile(r"[†‡*§^#~+✓✔√✗✘]|\b[A-Z]{1,3}\s+(?:present|apologies|absent|substitute)\b")
_INSIDE = re.compile(rf"\(\s*(?P<entry>{_SYMBOL}\s*(?:=|[-–:]|denotes|indicates)?\s*[A-Za-z][^()]{{3,60}})\)")

# What the words say; from top to bottom the first that is found decides.
_AWAY: tuple[tuple[str, Status], ...] = (
    (r"\b(?:without|no)\s+(?:\w+\s+)?apolog", "absent"),
    (r"\bapolog|\babsent with\b|\bsanctioned\b|\bexcused\b|\babsence accepted\b", "apologies"),
    (r"\babsen(?:t|ce)\b|\bnot present\b|\bdid not attend\b", "absent"),
)
_SENT_AS: tuple[tuple[str, Kind], ...] = (
    (r"\bsubstitut|\bdeputi[sz]", "substitute"),
    (r"\bco-?\s?opt", "co_opted"),
    (r"\b(?:cabinet|executive) member|\bportfolio holder", "cabinet_member"),
)
_STATUSES = tuple((re.compile(words, re.IGNORECASE), status) for words, status in _AWAY)
_ROLES = tuple((re.compile(words, re.IGNORECASE), role) for words, role in _SENT_AS)
_PRESENT = re.compile(
    r"^(?:(?:denotes|indicates|those|members?|councillors?|who|was|were|in)\s+)*(?:present|attend(?:ed|ing|ance))\b"
    r"(?!.*\b(?:remote\w*|virtual\w*|online|via|part|teams|zoom|video|items?)\b)",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:remote|virtual|online|via|part|teams|zoom|video|left|arriv\w+|late|joined|items?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mark says of the person beside it; ``plain`` is simple presence, which whoever lacks the mark has not."""

    words: str
    status: Status | None = None
    role: Kind | None = None
    plain: bool = False


Legend = Mapping[str, Meaning]


def find(blocks: Iterable[Block]) -> dict[str, Meaning]:
    """The marks that these blocks explain."""
    found: dict[str, Meaning] = {}
    for block in blocks:
        if block.kind == "table":
            found |= find(inner for row in block.rows for cell in row for inner in cell.blocks)
            continue
        found |= read(block.marked_text)
        for inside in _INSIDE.finditer(block.text):
            found |= read(inside["entry"])
    return found


def read(text: str) -> dict[str, Meaning]:
    """The entries of a text that is a legend and nothing else; none otherwise.

    >>> sorted(read("P – Present A – Apologies"))
    ['A', 'P']
    """
    plain = _LEAD.sub("", text.strip())
    plain = _QUOTED.sub(r"\g<mark>", plain).strip("()[]").strip()
    if not 3 < len(plain) < 240:
        return {}
    return _bare(plain) or _turned(plain) or _signed(plain) or _marked_with(plain)


def _marked_with(plain: str) -> dict[str, Meaning]:
    """ "Those absent are marked with an X", "members present are shown by *"."""
    match = _MARKED_WITH.fullmatch(plain.strip(" ."))
    said = _meaning(match["words"], free=False) if match else None
    return {match["mark"]: said} if match and said else {}


def _bare(plain: str) -> dict[str, Meaning]:
    """ "✓ attended X absent S substitute sent": signs or letters right before the words that explain them."""
    found: dict[str, Meaning] = {}
    for part in (part.strip(" ().,;") for part in _NEXT_BARE.split(plain)):
        match = _BARE_LETTERS.fullmatch(part) or _ENTRY.fullmatch(part)
        if match is None or not re.search(_SAYS, match["words"]):
            return {}
        said = _meaning(match["words"], free=False)
        mark = part[: match.start("words")].strip(" =–:-")
        if said is None or _ANY_MARK.search(match["words"]):
            return {}
        found[mark] = said
    return found if len(found) > 1 else {}


def _turned(plain: str) -> dict[str, Meaning]:
    """ "Present = P, Apologies = A"."""
    found: dict[str, Meaning] = {}
    for part in re.split(r"\s*[;,|\n\t]\s*|\s{2,}|(?<=\s[A-Z])\s|(?<=\s[A-Z]{2})\s", plain):
        match = _TURNED.fullmatch(part.strip(" ."))
        said = _meaning(match["words"], free=False) if match else None
        if match is None or said is None:
            return {}
        found[match["mark"]] = said
    return found if len(found) > 1 else {}


def _signed(plain: str) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    # "N – not present, no apologies; V – by video": between semicolons a comma belongs to an entry's words
    between = _SEMICOLON if _SEMICOLON.search(plain) else _NEXT
    for part in (part.strip(" ().") for part in between.split(plain)):
        match = _ENTRY.fullmatch(part)
        mark = (match["linked"] or match["bare"]) if match else ""
        if match is None or not (match["linked"] or _BARE.match(match["words"])):
            return {}
        said = _meaning(match["words"], free=bool(match["linked"]) and not mark.isalpha())
        if said is None:
            return {}
        found[mark] = said
    return found


def _meaning(words: str, *, free: bool) -> Meaning | None:
    """What an entry says; ``free``: words of any kind will do, as a sign was explained with "=" or a dash."""
    words = words.strip(" .,;")
    for pattern, status in _STATUSES:
        if pattern.search(words):
            return Meaning(words, status)
    for pattern, role in _ROLES:
        if pattern.search(words):
            return Meaning(words, "present", role)
    if _PRESENT.search(words):
        return Meaning(words, "present", plain=True) if len(words.split()) <= 6 else None
    if _SOME.search(words):
        return Meaning(words, "present")
    return Meaning(words) if free and len(words.split()) <= 6 else None


def meaning(legend: Legend, marks: str) -> Meaning | None:
    """What the marks beside one name mean: the whole of them, else the first that is explained."""
    return legend.get(marks) or next((legend[mark] for mark in marks if mark in legend), None)


def apart(block: Block, legend: Legend) -> Iterator[Block]:
    """The block, cut where a letter that the legend explains stands before a name: "Ann Marrow r Bob Oakes"."""
    letters = [mark for mark in legend if len(mark) == 1 and mark.islower()]
    if not letters or block.kind == "table":
        yield block
        return
    inner = re.compile(rf"(?:^|\s)(?P<mark>[{''.join(letters)}])\s+(?=[A-Z][\w’'.-]*\s+[A-Z])")
    start, marker = 0, block.marker
    for match in inner.finditer(block.text):
        if block.text[start : match.start()].strip():
            yield replace(block.part(start, match.start()), marker=marker, kind="entry" if marker else block.kind)
        start, marker = match.end(), match["mark"]
    rest = block if not start else block.part(start)
    yield replace(rest, marker=marker, kind="entry" if marker else block.kind)


def cells(row: tuple[Cell, ...], legend: Legend, *, before: bool) -> Iterator[tuple[Cell, str]]:
    """The cells of a row that hold more than a mark, each with the mark in the cell before (or behind) it."""
    for place, cell in enumerate(row):
        if cell.text.strip() in legend:
            continue
        other = place - 1 if before else place + 1
        text = row[other].text.strip() if 0 <= other < len(row) else ""
        yield cell, text if text in legend else ""


def lettered(blocks: Iterable[Block], legend: Legend) -> Iterator[Block]:
    """The blocks, with a letter behind a name that the legend explains as the mark before it: "Ann Marrow A"."""
    letters = "|".join(mark for mark in legend if mark.isalpha() and mark.isupper())
    behind = re.compile(rf"(?<=[a-z)])\s+(?P<mark>{letters})$") if letters else None
    for block in blocks:
        if behind is None:
            yield block
        elif block.kind == "table":
            rows = (
                tuple(replace(cell, blocks=tuple(lettered(cell.blocks, legend))) for cell in row) for row in block.rows
            )
            yield replace(block, rows=tuple(rows))
        elif not block.marker and (match := behind.search(block.text)):
            yield replace(block.part(0, match.start()), marker=match["mark"], kind="entry")
        else:
            yield block

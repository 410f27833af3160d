"""The numbers that Word works out itself: they stand in no paragraph's text, only in numbering.xml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # Symbol and Wingdings, Word's usual bullets


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number looks, where it starts, and the indents in points."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None  # the level (from 1) after which the count begins again; 0 never
    legal: bool = False
    indent: float | None = None
    hang: float | None = None
    style: str | None = None


@dataclass
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name)) if element is not None else None
    return None if child is None else child.get(qn("w:val"))


def whole(value: str | None, default: int = 0) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value) else default


def points(value: str | None) -> float | None:
    """Twentieths of a point, as Word writes lengths, in points."""
    return None if value is None or not re.fullmatch(r"-?\d{1,9}(\.\d+)?", value) else float(value) / 20


def _level(element: Any) -> Level:
    properties = element.find(qn("w:pPr"))
    indent = properties.find(qn("w:ind")) if properties is not None else None
    restart = _value(element, "w:lvlRestart")
    left = None if indent is None else points(indent.get(qn("w:left")) or indent.get(qn("w:start")))
    back = None if indent is None else points(indent.get(qn("w:hanging")))
    return Level(
        start=whole(_value(element, "w:start"), 1),
        form=_value(element, "w:numFmt") or "decimal",
        pattern=_value(element, "w:lvlText") or "",
        restart=None if restart is None else whole(restart),
        legal=element.find(qn("w:isLgl")) is not None,
        indent=left,
        hang=None if left is None else left - (back or 0.0),
        style=_value(element, "w:pStyle"),
    )


def _levels(element: Any) -> dict[int, Level]:
    found = {whole(level.get(qn("w:ilvl"))): _level(level) for level in element.findall(qn("w:lvl"))}
    return {at: level for at, level in found.items() if 0 <= at < _LEVELS}


class Numbering:
    """Counts through a document's numbered paragraphs, which must be asked for in their order."""

    def __init__(self, numbering: Any | None) -> None:
        """``numbering`` is the root of numbering.xml, None where a document has none."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self.of_style: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        abstracts = {a.get(qn("w:abstractNumId")): a for a in numbering.findall(qn("w:abstractNum"))}
        linked = {_value(a, "w:styleLink"): i for i, a in abstracts.items() if _value(a, "w:styleLink")}
        for number in numbering.findall(qn("w:num")):
            name = _value(number, "w:abstractNumId") or ""
            abstract = abstracts.get(name)
            link = _value(abstract, "w:numStyleLink")
            if link in linked:  # a list style's definition stands under another number
                name = linked[link]
                abstract = abstracts[name]
            if abstract is not None:
                self._add(number, name, _levels(abstract))

    def _add(self, number: Any, abstract: str, levels: dict[int, Level]) -> None:
        own = _List(abstract, dict(levels))
        for override in number.findall(qn("w:lvlOverride")):
            at = whole(override.get(qn("w:ilvl")))
            if not 0 <= at < _LEVELS:
                continue
            for level in override.findall(qn("w:lvl")):
                own.levels[at] = _level(level)
            start = _value(override, "w:startOverride")
            if start is not None:
                own.starts[at] = whole(start, 1)
        identity = number.get(qn("w:numId")) or ""
        self._lists[identity] = own
        for at, level in own.levels.items():
            if level.style:
                self.of_style.setdefault(level.style, (identity, at))

    def level(self, identity: str, at: int) -> Level | None:
        """How the list ``identity`` looks at level ``at`` (from 0); None where it is not numbered."""
        own = self._lists.get(identity)
        return own.levels.get(at) if own else None

    def next(self, identity: str, at: int) -> str:
        """The marker of the next paragraph of this list and level, "" where it shows none."""
        own = self._lists.get(identity)
        if own is None or at not in own.levels:
            return ""
        counts = self._counts.setdefault(own.abstract, [None] * _LEVELS)
        self._count(own, identity, counts, at)
        return self._printed(own, counts, at)

    def _count(self, own: _List, identity: str, counts: list[int | None], at: int) -> None:
        first = (identity, at) not in self._started
        self._started.add((identity, at))
        before = counts[at]
        if first and at in own.starts:
            counts[at] = own.starts[at]
        else:
            counts[at] = own.levels[at].start if before is None else before + 1
        for deeper in range(at + 1, _LEVELS):
            level = own.levels.get(deeper)
            restart = level.restart if level else None
            if restart is None or (restart and at < restart):
                counts[deeper] = None

    def _printed(self, own: _List, counts: list[int | None], at: int) -> str:
        level = own.levels[at]
        if level.form == "bullet":
            return _bullet(level.pattern)
        if level.form == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            asked = int(match[1]) - 1
            shown = own.levels.get(asked, level)
            count = counts[asked]
            form = "decimal" if level.legal else shown.form
            return formatted(shown.start if count is None else count, form)

        return re.sub(r"%([1-9])", number, level.pattern).strip()


def _bullet(pattern: str) -> str:
    if not pattern.strip() or _PRIVATE.search(pattern):
        return "•"
    return pattern.strip()


def formatted(count: int, form: str) -> str:
    """A number as Word prints it: decimal, decimalZero, lowerLetter, upperRoman, ordinal … (ECMA-376 17.18.59)."""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 8)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = _roman(count, (*_ROMAN, *_ROMAN_SMALL))
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        return f"{count}{_ordinal(count)}"
    return "" if form == "none" else str(count)


def _roman(count: int, table: Iterable[tuple[int, str]]) -> str:
    printed = ""
    for value, letters in table:
        printed += letters * (count // value)
        count %= value
    return printed


def _ordinal(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")

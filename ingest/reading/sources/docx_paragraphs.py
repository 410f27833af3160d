"""One Word paragraph to blocks: its marker, computed or typed, its lines, and columns set with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from ingest.reading.language.spaced import unspaced
from ingest.reading.model import Block, BlockKind, Cell, Piece
from ingest.reading.sources.docx_styles import Look, Styles, with_paragraph
from ingest.reading.sources.docx_words import Words, found_in
from ingest.reading.sources.markers import columned, marked
from ingest.reading.sources.numbering import Numbering

_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.I)
_GOES_ON = re.compile(r"(?:[,–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|y|yr|a’r|o))$", re.I)
TABS = "tabs"  # the style of a table that tabs set
_LEVEL_INDENT = 18.0


class Read(NamedTuple):
    """The blocks of one paragraph, and the text boxes anchored in it."""

    blocks: list[Block]
    boxes: list[Any]


@dataclass
class _Line:
    """A line of a paragraph, between two line breaks."""

    words: list[Words]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.words)

    def all(self, name: str) -> bool:
        seen = [part.look for part in self.words if part.text.strip()]
        return bool(seen) and all(getattr(look, name) for look in seen)


class Paragraphs:
    """Reads w:p elements, which must come in the document's order, since their numbers are counted."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._count = 0
        self._gap = 0.0

    def read(self, element: Any) -> Read:
        """The blocks of one paragraph; an empty one gives none and adds to the gap of the next."""
        self._count += 1
        look = self._look(element)
        found = found_in(element, look, self._styles)
        lines = [line for line in _lines(found.words) if line.text.strip()]
        if not lines and _deleted(element):
            return Read([], found.boxes)
        marker = self._marker(look)
        if not lines:
            self._gap += look.size
            return Read([], found.boxes)
        blocks = list(self._blocks(lines, look, marker))
        blocks[0] = replace(blocks[0], gap=look.gap + self._gap)
        self._gap = 0.0
        return Read(blocks, found.boxes)

    def _look(self, element: Any) -> Look:
        properties = element.find(qn("w:pPr"))
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        identity = style.get(qn("w:val")) if style is not None else None
        look = self._styles.paragraph(identity)
        if look.number is None and identity in self._numbering.of_style:
            look = replace(look, number=self._numbering.of_style[identity])
        elif look.number and identity in self._numbering.of_style:
            look = replace(look, number=(look.number[0], self._numbering.of_style[identity][1]))
        return with_paragraph(look, properties)

    def _marker(self, look: Look) -> str:
        return self._numbering.next(*look.number) if look.number else ""

    def _blocks(self, lines: list[_Line], look: Look, marker: str) -> Iterator[Block]:
        for place, group in enumerate(_groups(lines, bool(marker))):
            if len(group) == 1 and _tabbed(group[0].text, bool(marker)):
                yield self._row(group[0], look, marker if place == 0 else "")
            else:
                yield self._block(group, look, marker if place == 0 else "")

    def _block(self, group: list[_Line], look: Look, marker: str) -> Block:
        first = group[0].text.strip()
        start = 0
        if not marker:
            typed = marked(first)
            marker, start = (typed.marker, typed.start) if first[typed.start :].strip() else ("", 0)
        text, pieces = _joined(group, start, self._count)
        words = _Line([part for line in group for part in line.words])
        level = self._level(look)
        indent, hang = self._indents(look)
        return Block(
            kind=_kind(text, marker, look, words),
            text=text,
            pieces=tuple(pieces),
            marker=marker,
            level=level,
            hang=hang,
            indent=indent,
            size=max((part.look.size for part in words.words if part.text.strip()), default=look.size),
            bold=words.all("bold"),
            italic=words.all("italic"),
            underlined=words.all("underlined"),
            align=look.align,
            style=look.name,
        )

    def _level(self, look: Look) -> int:
        if look.number:
            return look.number[1]
        return min(8, max(0, int(look.indent // _LEVEL_INDENT)))

    def _indents(self, look: Look) -> tuple[float, float]:
        """Where words and marker begin; a list's own indents hold where the paragraph says nothing."""
        level = self._numbering.level(*look.number) if look.number else None
        if level and level.indent is not None and not look.indent:
            return level.indent, level.hang if level.hang is not None else level.indent
        return look.indent, look.indent + look.first

    def _row(self, line: _Line, look: Look, marker: str) -> Block:
        """Columns set with tabs are a table of one row; ``read`` of the document joins rows that follow."""
        cells = []
        for column in _columns(line.words):
            words = _Line(column)
            if words.text.strip():
                cells.append(Cell((self._block([words], replace(look, number=None), ""),)))
            else:
                cells.append(Cell())
        if marker and cells and cells[0].blocks:
            first = replace(cells[0].blocks[0], marker=marker, kind="entry")
            cells[0] = Cell((first,))
        return Block(kind="table", text="", rows=(tuple(cells),), style=TABS)


def _deleted(element: Any) -> bool:
    """Was the paragraph's own mark deleted in a tracked change?"""
    properties = element.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return properties is not None and properties.find(qn("w:del")) is not None


def _lines(words: list[Words]) -> list[_Line]:
    lines = [_Line([])]
    for part in words:
        for place, text in enumerate(part.text.split("\n")):
            if place:
                lines.append(_Line([]))
            if text:
                lines[-1].words.append(Words(unspaced(text), part.look))
    return lines


def _groups(lines: list[_Line], numbered: bool) -> Iterator[list[_Line]]:
    """Lines that a line break only folds go together; others (names one a line) stand alone."""
    group: list[_Line] = []
    for line in lines:
        if group and not _folds(group[-1], line, numbered):
            yield group
            group = []
        group.append(line)
    yield group


def _folds(above: _Line, line: _Line, numbered: bool) -> bool:
    last, text = above.text.strip(), line.text.strip()
    if marked(text).marker or last.endswith((".", ":", ";")):
        return False
    if text[:1].islower() or _GOES_ON.search(last):
        return True
    return numbered and above.all("bold") and line.all("bold")


def _joined(group: list[_Line], start: int, paragraph: int) -> tuple[str, list[Piece]]:
    text = ""
    pieces: list[Piece] = []
    for place, line in enumerate(group):
        skip = start if place == 0 else 0
        words = line.text.strip()[skip:].strip()
        if not words:
            continue
        text += " " if text else ""
        for low, high in _runs(line, words):
            printed = words[low:high].strip()
            at = len(text) + low + len(words[low:high]) - len(words[low:high].lstrip())
            pieces.append(
                Piece(printed, at, paragraph=paragraph, bold=_bold(line, low, high, words), italic=line.all("italic"))
            )
        text += words
    return text, pieces


def _runs(line: _Line, words: str) -> list[tuple[int, int]]:
    """The stretches of a line's words: a heading in bold type and the plain words that run on after it, or all."""
    end = _bold_end(line) - line.text.find(words)
    head, rest = words[: max(0, end)], words[max(0, end) :]
    parted = not (head[-1:].isalnum() and rest[:1].isalnum())
    if len(head.strip()) < 3 or not rest.strip() or not parted:
        return [(0, len(words))]
    return [(0, len(head)), (len(head), len(words))]


def _bold_end(line: _Line) -> int:
    """How many letters of the line are bold before the first that is not."""
    end = 0
    for part in line.words:
        if part.text.strip() and not part.look.bold:
            break
        end += len(part.text)
    return end


def _bold(line: _Line, low: int, high: int, words: str) -> bool:
    return line.all("bold") or (low == 0 and high < len(words))


def _kind(text: str, marker: str, look: Look, words: _Line) -> BlockKind:
    if look.outline is not None or _HEADING.match(look.name):
        return "heading"
    if marker:
        return "entry"
    short = len(text) <= 150 and not text.rstrip().endswith((".", ":", ";", ","))
    return "heading" if short and words.all("bold") else "paragraph"


# --- columns set with tabs --------------------------------------------------------------------------------------


def _tabbed(text: str, numbered: bool) -> bool:
    words = text.strip()
    after = words if numbered else words[marked(words).start :]
    return columned(after.strip())


def _columns(words: list[Words]) -> list[list[Words]]:
    columns: list[list[Words]] = [[]]
    for part in words:
        for place, text in enumerate(re.split(r"\t+", part.text)):
            if place:
                columns.append([])
            if text:
                columns[-1].append(Words(text, part.look))
    return columns if any(part.text.strip() for part in columns[0]) else columns[1:]

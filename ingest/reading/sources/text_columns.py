"""Tables of figures in plain text: columns set with spaces, or drawn with upright strokes.

    Indicator                         Target    Q1 24/25
    Emergency calls answered in ten
      seconds                            92%       90.1%

Only rows of figures under headings of their own are a table; names in columns are read as the lines they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.model import Block, Cell, Piece


class Typed(NamedTuple):
    """A line as it stands: its number in the file, and the blank lines above it."""

    text: str
    number: int
    blank: int


class _Part(NamedTuple):
    """The words between two gaps of a line, and where they begin and end."""

    words: str
    start: int
    end: int


Extent = tuple[int, int]
_PART = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(r"[(<>≤≥~£+-]{0,3}\d[\d,]*(?:[.:]\d+)?\s?[%)a-zA-Z]{0,7}|n/?a|-|–|nil", re.IGNORECASE)
_DATE = re.compile(r"\d{4}|.*\b\d{2,4}[/–-]\d\d\b.*")
_STROKES = re.compile(r"\s*\|.+\|\s*")
_DRAWN = re.compile(r"[\s|:+=-]+")
_WORDS = 25  # letters: the longest rating or remark among figures


def tables(lines: Sequence[Typed]) -> dict[int, tuple[int, Block]]:
    """The tables by the place of their first line, each with the place after its last."""
    found: dict[int, tuple[int, Block]] = {}
    place = 0
    while place < len(lines):
        table = _stroked(lines, place) or _spaced(lines, place)
        if table is None:
            place += 1
            continue
        start, end, block = table
        found[start] = (end, block)
        place = end
    return found


def _stroked(lines: Sequence[Typed], start: int) -> tuple[int, int, Block] | None:
    end = start
    while end < len(lines) and _STROKES.fullmatch(lines[end].text) and (end == start or not lines[end].blank):
        end += 1
    rows = [
        tuple(_cell([(part.strip(), line.number)]) for part in line.text.strip().strip("|").split("|"))
        for line in lines[start:end]
        if not _DRAWN.fullmatch(line.text)
    ]
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return None
    return start, end, Block("table", "", rows=tuple(rows))


def _spaced(lines: Sequence[Typed], first: int) -> tuple[int, int, Block] | None:
    """The table whose first row of figures is ``first``, with the headings above it."""
    width = len(_parts(lines[first].text))
    if width < 3 or not _is_row(lines[first].text) or not _counts(lines[first].text):
        return None
    end, rows = _rows(lines, first, width)
    columns = _extents([_parts(lines[place].text) for place in rows], width)
    if len(rows) < 2 or columns is None:
        return None
    start = first - 1 if first and _goes_before(lines[first - 1], lines[first]) else first
    top = _header(lines, start, columns)
    if top is None:
        return None
    head = [_placed(_parts(line.text), line.number, columns) for line in lines[top:start]]
    return top, end, Block("table", "", rows=(*head, *_body(lines[start:end], columns)))


def _parts(line: str) -> list[_Part]:
    return [_Part(match[0], match.start(), match.end()) for match in _PART.finditer(line)]


def _is_row(line: str) -> bool:
    """Whether a line is a name with figures after it, and perhaps a word of rating among them."""
    parts = [] if "\t" in line else _parts(line)
    if len(parts) < 2 or not re.search(r"[^\W\d_]{3}", parts[0].words):
        return False
    figures = sum(bool(_FIGURE.fullmatch(part.words)) for part in parts[1:])
    return figures >= max(1, (len(parts) - 1) / 2) and all(len(part.words) <= _WORDS for part in parts[1:])


def _counts(line: str) -> bool:
    """Whether figures stand in a line, and not dashes alone."""
    return any(bool(_FIGURE.fullmatch(part.words)) and bool(re.search(r"\d", part.words)) for part in _parts(line)[1:])


def _rows(lines: Sequence[Typed], first: int, width: int) -> tuple[int, list[int]]:
    """The place after the table's last line, and the places of its rows that have all columns."""
    rows = [first]
    end = first + 1
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if line.blank > 1 or "\t" in line.text:
            break
        parts = _parts(line.text)
        if _is_row(line.text) and len(parts) <= width:
            rows += [place] if len(parts) == width else []
            end = place + 1
        elif len(parts) == 1 and not line.blank and _goes_after(line, lines[place - 1]):
            end = place + 1
        elif len(parts) > 1 or line.blank or len(line.text.strip()) > 2 * _WORDS or line.text.endswith("."):
            break
    return end, rows


def _indent(line: Typed) -> int:
    return len(line.text) - len(line.text.lstrip())


def _goes_before(line: Typed, row: Typed) -> bool:
    """Whether a line begins the name that the row of figures under it ends."""
    words = row.text.lstrip()
    lower = words[:1].islower() or _indent(row) > _indent(line)
    return len(_parts(line.text)) == 1 and not row.blank and lower and not line.text.endswith((".", ":"))


def _goes_after(line: Typed, above: Typed) -> bool:
    """Whether a line ends the name that the row of figures above it begins."""
    words = line.text.strip()
    if words.endswith((".", ":", ";")) or len(_parts(above.text)) < 2:
        return False
    inside = len(words) + _indent(line) <= _parts(above.text)[1].start
    return inside and (words[:1].islower() or words[:1] == "(" or _indent(line) > _indent(above))


def _extents(rows: Sequence[Sequence[_Part]], width: int) -> list[Extent] | None:
    """From where to where each column reaches; None where the columns run into each other."""
    columns = [(min(row[at].start for row in rows), max(row[at].end for row in rows)) for at in range(width)]
    apart = all(left[1] < right[0] for left, right in pairwise(columns))
    return columns if apart else None


def _header(lines: Sequence[Typed], start: int, columns: Sequence[Extent]) -> int | None:
    """The first of one or two lines of headings over the columns; None where there are none."""
    top = start
    while top and start - top < 2 and _heads(lines[top - 1], columns) and (top == start or not lines[top].blank):
        top -= 1
    if top == start:
        return None
    over = {at for line in lines[top:start] for part in _parts(line.text) for at in _over(part, columns)}
    return top if set(range(1, len(columns))) <= over else None


def _heads(line: Typed, columns: Sequence[Extent]) -> bool:
    parts = _parts(line.text)
    figures = sum(bool(_FIGURE.fullmatch(part.words)) and not _DATE.fullmatch(part.words) for part in parts)
    if "\t" in line.text or len(parts) < 2 or figures:
        return False
    return len({at for part in parts for at in _over(part, columns)}) >= len(parts)


def _over(part: _Part, columns: Sequence[Extent]) -> list[int]:
    """The columns that a heading stands over; the nearest where it stands between two."""
    over = [at for at, (left, right) in enumerate(columns) if part.start < right and part.end > left]
    return over or [min(range(len(columns)), key=lambda at: _apart(part, columns[at]))]


def _apart(part: _Part, column: Extent) -> int:
    return max(column[0] - part.end, part.start - column[1])


def _placed(parts: Sequence[_Part], number: int, columns: Sequence[Extent]) -> tuple[Cell, ...]:
    """The cells of a line, those of columns where it has no words empty; a cell over several columns spans them."""
    cells: list[Cell] = []
    taken: dict[int, tuple[_Part, int]] = {}
    for part in parts:
        free = [at for at in _over(part, columns) if at not in taken]
        if free:
            taken.update(dict.fromkeys(free, (part, len(free))))
    at = 0
    while at < len(columns):
        if at in taken:
            part, spans = taken[at]
            cells.append(_cell([(part.words, number)], spans))
            at += spans
        else:
            cells.append(Cell())
            at += 1
    return tuple(cells)


def _body(lines: Sequence[Typed], columns: Sequence[Extent]) -> list[tuple[Cell, ...]]:
    """The rows; a name that goes on in another line is one cell."""
    rows: list[tuple[Cell, ...]] = []
    before: list[tuple[str, int]] = []
    for place, line in enumerate(lines):
        parts = _parts(line.text)
        if len(parts) > 1:
            row = _placed(parts, line.number, columns)
            rows.append((_cell([*before, (parts[0].words, line.number)]), *row[1:]))
            before = []
        elif rows and _goes_after(line, lines[place - 1]):
            name = [(piece.text, piece.paragraph or 0) for block in rows[-1][0].blocks for piece in block.pieces]
            rows[-1] = (_cell([*name, (parts[0].words, line.number)]), *rows[-1][1:])
        elif place + 1 < len(lines) and _goes_before(line, lines[place + 1]):
            before = [(parts[0].words, line.number)]
        else:
            rows.append((_cell([(parts[0].words, line.number)]), *(Cell() for _ in columns[1:])))
    return rows


def _cell(said: Sequence[tuple[str, int]], spans: int = 1) -> Cell:
    """A cell of words, each with the number of its line."""
    pieces: list[Piece] = []
    text = ""
    for words, number in said:
        text += " " if text else ""
        pieces.append(Piece(words, len(text), paragraph=number))
        text += words
    return Cell((Block("paragraph", text, tuple(pieces)),) if text else (), spans)

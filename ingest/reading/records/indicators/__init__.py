"""Performance tables: an indicator a row, its target, and its values under their periods.

A table is one of performance where its header names a column of indicators or measures, or sets a target or standard
beside figures. Ratings ("Green") and directions of travel are no values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.reading.model import Block, Cell, IndicatorRead, Paper

_NAME = re.compile(
    (
        r"\b(?:(?:key\s+)?(?:performance\s+)?(?:indicators?|measures?)|kpis?|metrics?|outcome\s+measures?|pis?|"
        r"performance)\b(?:\s+(?:name|title|description|measures?|indicators?))?"
    ),
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:targets?|standard|benchmark|goal|threshold|ambition|expected)\b(?!\s+(?:date|met|achieved))", re.IGNORECASE
)
_COMMENT = re.compile(r"\b(?:comment\w*|notes?|narrative|explanation|context|remarks|analysis|reason)\b", re.IGNORECASE)
_RATING = re.compile(
    (
        r"\b(?:rag|rating|status|direction|trend|travel|dot|against\s+target|target\s+met|on\s+target|change|"
        r"variance|polarity|good\s+is|aim\s+to)\b|^[↑↓→↔\s/]*$"
    ),
    re.IGNORECASE,
)
_ASIDE = re.compile(
    (
        r"\b(?:ref(?:erence)?|no\.?|number|code|id|unit|frequency|owner|lead|officer|portfolio|source|priority|"
        r"theme)\b\.?"
    ),
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:(?:19|20)\d\d(?:\s*[/–-]\s*\d\d(?:\d\d)?)?|q[1-4]|quarter|ytd|outturn|actual|current|previous|"
    r"latest|result|value|figure|month|year|to\s+date|"
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|"
    r"\d\d\s*[/–-]\s*\d\d|performance|position|baseline)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[<>≤≥~≈c.+-]{0,2}\s*£?\s*\d[\d,.:]*\s*(?:%|k|m|bn|days?|weeks?|months?|hours?|hrs?|minutes?|mins?|"
    r"years?|million|per\s+[\w,]+|pp|ppts?|p)?(?:\s*\([^)]*\))?\s*[*†↑↓]?|"
    r"n\s*/?\s*a|nil|tbc|tba|no\s+data|not\s+(?:yet\s+)?available|[-–—*]|\.\.",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of an indicator stand in a row."""

    name: int
    target: int | None
    values: tuple[int, ...]
    periods: tuple[str, ...]
    commentary: int | None
    width: int


def indicators(paper: Paper) -> tuple[IndicatorRead, ...]:
    """Every row of every performance table, in order; values as printed, under the periods of their columns."""
    found: list[IndicatorRead] = []
    for item, section in enumerate(paper.sections):
        found += _in_blocks(section.blocks, item)
    return (*_in_blocks(paper.front, None), *found, *_in_blocks(paper.tail, None))


def _in_blocks(blocks: Sequence[Block], item: int | None) -> list[IndicatorRead]:
    found: list[IndicatorRead] = []
    last: _Columns | None = None
    for block in blocks:
        if block.kind != "table":
            last = None if block.text.strip() and block.kind == "heading" else last
            continue
        cells = (cell for row in block.rows for cell in row)
        found += _in_blocks([inner for cell in cells for inner in cell.blocks if inner.kind == "table"], item)
        for rows in _alike(block.rows):
            columns, first = _columns(rows)
            if columns is None and last and len(rows[0]) == last.width:
                columns, first = last, 0  # a table that goes on over a page, its header not printed again
            if columns:
                found += _rows(rows[first:], columns, item)
            last = columns
    return found


def _alike(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Sequence[Cell]]]:
    """The rows in one; where their numbers of cells say that tables were drawn against each other, each by itself."""
    if not rows or _columns(rows)[0] or len({len(row) for row in rows}) == 1:
        return [rows] if rows else []
    return [list(run) for _, run in groupby(rows, key=len)]


def _columns(rows: Sequence[Sequence[Cell]]) -> tuple[_Columns | None, int]:
    """The columns by the header, and the number of header rows; None where this is no performance table."""
    if len(rows) < 2:
        return None, 0
    header = [_text(cell) for cell in rows[0]]
    first = 1
    if _only_periods(rows[1]):
        header = _under(header, rows[1])
        first = 2
    name = next(
        (place for place, text in enumerate(header) if _NAME.search(text) and not _PERIOD_ONLY.fullmatch(text)), None
    )
    target = next((place for place, text in enumerate(header) if _TARGET.search(text) and place != name), None)
    if name is None and target is None and _counts(header):
        name = 0
    if name is None and target is None:
        return None, 0
    body = rows[first:]
    if name is None or not any(re.search(r"[A-Za-z]{3}", _at(row, name)) for row in body):
        name = next((place for place in range(len(header)) if place != target and _is_words(body, place)), None)
    if name is None:
        return None, 0
    values = tuple(
        place for place, text in enumerate(header) if place not in (name, target) and _holds_values(text, body, place)
    )
    if not values:
        return None, 0
    comment = next((place for place, text in enumerate(header) if _COMMENT.search(text) and place not in values), None)
    return _Columns(name, target, values, tuple(header[place] for place in values), comment, len(header)), first


_PERIOD_ONLY = re.compile(r"(?:.*\b(?:19|20)\d\d\b.*|q[1-4].*|ytd.*)", re.IGNORECASE)


# "Interventions | Total clients reached | Number of visits": what was done, counted; money and staff are no performance
_COUNTED = re.compile(r"^(?:total|number|no\.?|percentage|proportion|%|average|rate)\b|%$", re.IGNORECASE)
_MONEY = re.compile(r"£|\b(?:cost|spend|spent|budget|price|income|salary|grade|expenditure|value)\b", re.IGNORECASE)


_NUMBER_OF = re.compile(r"\b(?:total|number)\s+(?:number\s+)?(?:of\b|\w+\s+\w+)", re.IGNORECASE)


def _counts(header: Sequence[str]) -> bool:
    """Whether all columns but the first are headed as counts of something, two at least."""
    heads = list(header[1:])
    return len(heads) >= 2 and all(_COUNTED.search(head) and not _MONEY.search(head) for head in heads)


def _holds_values(head: str, body: Sequence[Sequence[Cell]], place: int) -> bool:
    """Whether a column holds figures: by what stands in it, and not a rating, a reference or a comment by its head."""
    if (
        _RATING.search(head)
        or _COMMENT.search(head)
        or (_ASIDE.search(head) and not _PERIOD.search(head) and not _NUMBER_OF.search(head))
        or _TARGET.search(head)
    ):
        return False
    texts = [text for row in body if (text := _at(row, place))]
    figures = sum(bool(_FIGURE.fullmatch(text)) for text in texts)
    return bool(texts) and figures >= 0.6 * len(texts)


def _is_words(body: Sequence[Sequence[Cell]], place: int) -> bool:
    texts = [text for row in body if (text := _at(row, place))]
    return (
        bool(texts) and sum(len(text) > 8 and bool(re.search(r"[A-Za-z]{3}", text)) for text in texts) > len(texts) / 2
    )


def _only_periods(row: Sequence[Cell]) -> bool:
    """Whether a second row only parts the columns above it: "| | Q1 | Q2 | Q3 |"."""
    texts = [_text(cell) for cell in row]
    said = [text for text in texts if text]
    return (
        bool(said)
        and not texts[0]
        and all((_PERIOD.search(text) and not _FIGURE.fullmatch(text)) or _PERIOD_ONLY.fullmatch(text) for text in said)
    )


def _under(header: Sequence[str], row: Sequence[Cell]) -> list[str]:
    """Two header rows as one: "2024/25" over "Q1" and "Q2" is "2024/25 Q1" and "2024/25 Q2"."""
    joined: list[str] = []
    above = ""
    for place in range(max(len(header), len(row))):
        top = header[place] if place < len(header) else ""
        low = _at(row, place)
        above = top or (above if low else "")
        joined.append(f"{above} {low}".strip())
    return joined


def _rows(rows: Sequence[Sequence[Cell]], columns: _Columns, item: int | None) -> Iterator[IndicatorRead]:
    for row in rows:
        name = _at(row, columns.name)
        values = tuple(_at(row, place) for place in columns.values)
        if not re.search(r"[A-Za-z]{2}", name) or not any(_FIGURE.fullmatch(value) for value in values):
            continue
        block = next(block for block in row[columns.name].blocks if block.text.strip())
        target = _at(row, columns.target) if columns.target is not None else ""
        comment = _at(row, columns.commentary) if columns.commentary is not None else ""
        yield IndicatorRead(name, target or None, values, block.quote(), columns.periods, comment or None, item)


def _at(row: Sequence[Cell], place: int) -> str:
    return _text(row[place]) if place < len(row) else ""


def _text(cell: Cell) -> str:
    return " ".join(cell.text.split())

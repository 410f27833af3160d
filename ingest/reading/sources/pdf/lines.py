"""Runs of text to positioned lines: what shares a baseline is one line, what was set together one span."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from math import cos, radians, sin

from ingest.reading.language.spaced import unspaced
from ingest.reading.model import Box, Line, Rule, Span
from ingest.reading.sources.pdf.device import ARTIFACT, SPACE, WIDE, Run, Stroke

ASCENT, DESCENT = 0.78, 0.22
"""A line's box reaches so many ems above and below its baseline, whatever its font says of itself."""
_SAME_BASE = 0.25  # ems
_RAISED = 0.6  # ems of the larger text: how far a superscript's baseline may lie from its line's
_THIN = 2.5  # points


def lines_of(runs: Iterable[Run], page: int, width: float, height: float) -> tuple[Line, ...]:
    """The lines of a page from top to bottom, upright text before turned text; text off the page is left out."""
    by_turn: dict[int, list[Run]] = {}
    for run in runs:
        if run.turn or (run.end > 0 and run.start < width and 0 < run.base < height):
            by_turn.setdefault(run.turn, []).append(run)
    lines: list[Line] = []
    for turn in sorted(by_turn):
        for row in _rows_apart(by_turn[turn]):
            line = _line(row, page, turn, height)
            if line is not None and _on_page(line.box, width, height):
                lines.append(line)
    return tuple(lines)


def _rows_apart(runs: list[Run]) -> list[list[Run]]:
    """The rows of a page, those that are no part of its text apart; unless most are said to be none."""
    marked = [run for run in runs if run.look & ARTIFACT]
    if not marked or 2 * sum(len(run.text) for run in marked) > sum(len(run.text) for run in runs):
        return _rows([run._replace(look=run.look & ~ARTIFACT) for run in runs] if marked else runs)
    rows = [*_rows([run for run in runs if not run.look & ARTIFACT]), *_rows(marked)]
    return sorted(rows, key=lambda row: -row[0].base)


def rules_of(strokes: Iterable[Stroke], page: int, width: float, height: float) -> tuple[Rule, ...]:
    """Ruling lines and the edges of boxes, without what lies off the page and what covers all of it."""
    boxes = [Box(stroke.left, height - stroke.top, stroke.right, height - stroke.bottom) for stroke in strokes]
    marked = {_level(box) for box in boxes if _space(box)}
    rules: dict[tuple[int, int, int, int], Rule] = {}
    for box in boxes:
        if not _on_page(box, width, height) or (
            box.right - box.left > 0.95 * width and box.bottom - box.top > 0.9 * height
        ):
            continue
        if box.right - box.left > _THIN and _level(box) in marked:
            continue
        for edge in _edges(box):
            key = (round(edge.left), round(edge.top), round(edge.right), round(edge.bottom))
            rules.setdefault(key, Rule(page, edge))
    return tuple(rules.values())


def _space(box: Box) -> bool:
    """Whether a box is as wide as a space and as high as a line: words are marked with colour one by one."""
    return _THIN < box.right - box.left < 5 and 7 < box.bottom - box.top < 22


def _level(box: Box) -> tuple[int, int]:
    """A box's height on the page; boxes of one line share it."""
    return round(box.top), round(box.bottom)


def _edges(box: Box) -> tuple[Box, ...]:
    left, top, right, bottom = box
    if right - left <= _THIN or bottom - top <= _THIN:
        return (box,)
    return (
        Box(left, top, right, top),
        Box(left, bottom, right, bottom),
        Box(left, top, left, bottom),
        Box(right, top, right, bottom),
    )


def _on_page(box: Box, width: float, height: float) -> bool:
    return box.right > -1 and box.left < width + 1 and box.bottom > -1 and box.top < height + 1


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs that share a baseline, top to bottom; what is raised or lowered joins the line it stands beside."""
    rows: list[list[Run]] = []
    base = size = 0.0
    for run in sorted(runs, key=lambda run: -run.base):
        if rows and base - run.base <= _SAME_BASE * min(size, run.size):
            rows[-1].append(run)
            continue
        rows.append([run])
        base, size = run.base, run.size
    return _with_raised(rows)


def _with_raised(rows: list[list[Run]]) -> list[list[Run]]:
    """Put small runs ("8" and its raised "th") into the neighbouring row that they touch."""
    done: list[list[Run]] = []
    for row in rows:
        above = done[-1] if done else None
        if above is not None and _raised(above, row):
            done[-1] = row + above
        elif above is not None and _raised(row, above):
            above.extend(row)
        else:
            done.append(row)
    return done


def _raised(small: list[Run], main: list[Run]) -> bool:
    """Whether all of a row is smaller text that stands beside the runs of the main row."""
    largest = max(run.size for run in main)
    if max(run.size for run in small) > 0.85 * largest or abs(small[0].base - main[0].base) > _RAISED * largest:
        return False
    near = 0.35 * largest
    return all(any(-near < run.start - other.end < near for other in main) for run in small)


def _line(row: list[Run], page: int, turn: int, height: float) -> Line | None:
    row.sort(key=lambda run: (run.start, run.end))
    spans = [_span(part, turn, height) for part in _set_together(_without_doubles(row))]
    spans = _closed_up(_of_letters([span for span in spans if span.text]))
    return Line(page, _around(spans), tuple(spans), bool(row[0].look & ARTIFACT)) if spans else None


def _of_letters(spans: list[Span]) -> list[Span]:
    """One span for a line of letters so far apart that each became one: a title "P R E S E N T", not a grid's codes."""
    if any(len(span.text) > 1 for span in spans):
        return spans
    letters = " ".join(span.text for span in spans)
    words = unspaced(letters)
    return spans if words == letters else [replace(spans[0], text=words, box=_around(spans))]


# "M i n u t e s": a word whose letters stand apart; the words of such a line are spans of their own
_SPREAD = re.compile(r"\S(?: \S)*")
_LETTERS = 4  # different ones: codes of a grid have fewer


def _closed_up(spans: list[Span]) -> list[Span]:
    """The words of a line in ordinary letters that is set with space between all letters, each closed up."""
    if not all(_SPREAD.fullmatch(span.text) for span in spans):
        return spans
    if not any(len({letter for letter in span.text if letter.islower()}) >= _LETTERS for span in spans):
        return spans
    return [replace(span, text=span.text.replace(" ", "")) for span in spans]


def _around(spans: list[Span]) -> Box:
    return Box(
        min(span.box.left for span in spans),
        min(span.box.top for span in spans),
        max(span.box.right for span in spans),
        max(span.box.bottom for span in spans),
    )


def _without_doubles(row: list[Run]) -> list[Run]:
    """Words painted twice, a hair apart, to look bold: once, and bold."""
    kept: list[Run] = []
    for run in row:
        near = 0.2 * run.size
        for index in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
            other = kept[index]
            over = run.start < (other.start + other.end) / 2  # the second l of a narrow "ll" stands behind the first
            if over and other.text == run.text and run.start - other.start < near and abs(other.end - run.end) < near:
                kept[index] = other._replace(bold=other.bold or other.start != run.start or other.base != run.base)
                break
        else:
            kept.append(run)
    return kept


def _set_together(row: list[Run]) -> list[list[Run]]:
    """Neighbouring runs of one style without a wide gap between them."""
    parts: list[list[Run]] = []
    for run in row:
        last = parts[-1][-1] if parts else None
        if (
            last is not None
            and last.bold == run.bold
            and last.italic == run.italic
            and abs(last.size - run.size) < 0.1 * run.size
            and run.start - last.end < WIDE * run.size
        ):
            parts[-1].append(run)
        else:
            parts.append([run])
    return parts


def _span(runs: list[Run], turn: int, height: float) -> Span:
    first = runs[0]
    text = first.text
    end = first.end
    for run in runs[1:]:
        text += " " + run.text if run.start - end > SPACE * run.size else run.text
        end = max(end, run.end)
    return Span(unspaced(text), _box(first, end, turn, height), first.size, first.bold, first.italic)


def _box(first: Run, end: float, turn: int, height: float) -> Box:
    """The box of words on one baseline, measured from the top of the page."""
    low, high = first.base - DESCENT * first.size, first.base + ASCENT * first.size
    if turn == 0:
        return Box(first.start, height - high, end, height - low)
    ux, uy = cos(radians(turn)), sin(radians(turn))
    corners = [
        (along * ux - across * uy, along * uy + across * ux) for along in (first.start, end) for across in (low, high)
    ]
    return Box(
        min(x for x, _ in corners),
        height - max(y for _, y in corners),
        max(x for x, _ in corners),
        height - min(y for _, y in corners),
    )

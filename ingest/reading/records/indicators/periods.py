"""Performance tables that have their periods, or target and actual, in rows instead of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.reading.records.indicators import words as say
from ingest.reading.records.indicators.columns import Columns, counts, heads_of
from ingest.reading.records.indicators.rows import Found, Row, at, column, figures, lettered, spread

_PERIOD_HEAD = re.compile(r"(?:reporting\s+)?(?:periods?|quarter|month|year|financial\s+year|date)", re.IGNORECASE)
_TARGET_ROW = re.compile(r"(?:[\w/–-]+\s+){0,3}targets?(?:\s+[\w/–-]+)?", re.IGNORECASE)
_ACTUAL_ROW = re.compile(r"actual|performance|result|outturn|value|achieved", re.IGNORECASE)


def down_the_side(rows: Sequence[Row]) -> list[Found]:
    """What a table says whose rows are periods; empty where this is none.

    "Quarter | Bins missed | Fly-tips cleared" over "Q1", "Q2" and "Target" has an indicator a column, and
    "Measure | Quarter | Actual" has one a run of rows.
    """
    if len(rows) < 3:
        return []
    heads, first = heads_of(rows)
    body = [spread(row) for row in rows[first:]]
    labels = column(body, 0)
    if labels and all(say.is_period(label) or _is_target(label) or say.OTHERS.search(label) for label in labels):
        return list(_a_column_each(rows[first - 1], heads, body))
    return list(_a_run_each(heads, body))


def _is_target(label: str) -> bool:
    return bool(_TARGET_ROW.fullmatch(label))


def _a_column_each(header: Row, heads: Sequence[str], body: Sequence[Row]) -> Iterator[Found]:
    aims = [row for row in body if _is_target(at(row, 0))]
    dated = [row for row in body if say.is_period(at(row, 0)) and not _is_target(at(row, 0))]
    if len(aims) > 1 or not dated or not (aims or say.MEASURE.search(heads[0]) or counts(heads)):
        return
    names = spread(header)
    for place, head in enumerate(heads[1:], 1):
        texts = column(dated, place)
        if not lettered(at(names, place)) or say.POUNDS.search(head) or say.RATING.search(head):
            continue
        if say.is_period(head) or _is_target(head) or figures(texts) < 0.6 * len(dated):
            continue
        values = tuple(at(row, place) for row in dated)
        yield Found(names[place], values, tuple(at(row, 0) for row in dated), at(aims[0], place) if aims else "")


def _a_run_each(heads: Sequence[str], body: Sequence[Row]) -> Iterator[Found]:
    """ "Calls answered | Q1 | 84% | 90%" over "(the same) | Q2 | 88% | 90%"."""
    name = next((p for p, head in enumerate(heads) if say.MEASURE.search(head)), None)
    when = next((p for p, head in enumerate(heads) if _PERIOD_HEAD.fullmatch(head)), None)
    if name is None or when is None or not all(say.is_period(words) for words in column(body, when)):
        return
    aim = next((p for p, head in enumerate(heads) if say.TARGET.search(head) and not say.RATING.search(head)), None)
    value = [p for p, head in enumerate(heads) if p not in (name, when, aim) and _is_value(head, column(body, p))]
    if len(value) != 1:
        return
    for run in _runs(body, name):
        values = tuple(at(row, value[0]) for row in run)
        aims = {words for row in run if aim is not None and (words := at(row, aim))}
        if lettered(at(run[0], name)) and figures(values):
            target = aims.pop() if len(aims) == 1 else at(run[-1], aim) if aim is not None else ""
            yield Found(run[0][name], values, tuple(at(row, when) for row in run), target)


def _is_value(head: str, texts: Sequence[str]) -> bool:
    if say.RATING.search(head) or say.COMMENT.search(head) or say.ASIDE.search(head) or say.OTHERS.search(head):
        return False
    return bool(texts) and figures(texts) >= 0.6 * len(texts)


def _runs(body: Sequence[Row], name: int) -> list[list[Row]]:
    """Rows of one indicator: those that name it again, or leave its cell empty."""
    runs: list[list[Row]] = []
    for row in body:
        words = at(row, name)
        if runs and (not words or words == at(runs[-1][0], name)):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def labelled(rows: Sequence[Row], columns: Columns) -> list[Found]:
    """What rows say that come in twos, "Calls answered | Actual | 84%" over "| Target | 90%"; empty where none do."""
    place = next((p for p in range(columns.width) if p != columns.name and _both(column(rows, p))), None)
    if place is None or columns.targets:
        return []
    found: list[Found] = []
    for run in _runs(rows, columns.name):
        actual = [row for row in run if _ACTUAL_ROW.fullmatch(at(row, place))]
        aims = [row for row in run if _is_target(at(row, place))]
        if len(actual) != 1 or len(aims) > 1 or not lettered(at(run[0], columns.name)):
            continue
        values = tuple(at(actual[0], p) for p in columns.values)
        targets = [words for p in columns.values if aims and (words := at(aims[0], p))]
        last = max((index for index, words in enumerate(values) if words), default=0)
        own = at(aims[0], columns.values[last]) if aims else ""
        found.append(Found(run[0][columns.name], values, columns.periods, own or (targets or [""])[-1]))
    return found


def _both(texts: Sequence[str]) -> bool:
    """Whether a column only tells rows of targets from rows of what was achieved."""
    aims, actual = (sum(bool(kind.fullmatch(words)) for words in texts) for kind in (_TARGET_ROW, _ACTUAL_ROW))
    return bool(aims and actual) and aims + actual == len(texts)

"""Pages whose words run up, down or upside down, though the PDF does not say that it is to be turned.

A wide table that was printed onto an upright sheet is such a page. It is read as if it had been turned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import cos, radians, sin

from ingest.reading.sources.pdf.device import Run, Stroke

_MOST = 0.8  # of a page's letters
_LEAST = 60  # letters: a stamp in the margin is no page

Point = tuple[float, float]


def turn_of(runs: Iterable[Run]) -> int:
    """The direction in degrees that most of a page's words run in, where that is a quarter or half turn; else 0."""
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run.turn] += len(run.text)
    if not letters:
        return 0
    turn, count = letters.most_common(1)[0]
    enough = count >= _LEAST and count >= _MOST * sum(letters.values())
    return turn if turn in (90, 180, 270) and enough else 0


def turned(runs: Sequence[Run], turn: int, width: float, height: float) -> list[Run]:
    """Runs as they would be drawn, had the page been turned so that words in this direction are upright."""
    place = _to(turn, width, height)
    found = []
    for run in runs:
        old, new = radians(run.turn), radians(run.turn - turn)
        ends = [place((cos(old) * along - sin(old) * run.base, sin(old) * along + cos(old) * run.base))
                for along in (run.start, run.end)]  # fmt: skip
        start, end = (cos(new) * x + sin(new) * y for x, y in ends)
        base = cos(new) * ends[0][1] - sin(new) * ends[0][0]
        found.append(run._replace(base=base, start=start, end=end, turn=(run.turn - turn) % 360))
    return found


def turned_strokes(strokes: Iterable[Stroke], turn: int, width: float, height: float) -> list[Stroke]:
    """Painted lines and boxes, turned as ``turned`` does with words."""
    place = _to(turn, width, height)
    found = []
    for stroke in strokes:
        (x1, y1), (x2, y2) = place((stroke.left, stroke.bottom)), place((stroke.right, stroke.top))
        found.append(Stroke(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return found


def _to(turn: int, width: float, height: float) -> Callable[[Point], Point]:
    """Where a point of the page comes to lie; y upwards, before and after."""
    if turn == 90:
        return lambda point: (point[1], width - point[0])
    if turn == 270:
        return lambda point: (height - point[1], point[0])
    return lambda point: (width - point[0], height - point[1])

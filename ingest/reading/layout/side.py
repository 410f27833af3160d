"""Papers that set an item's number and heading in a column beside its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.reading.layout import columns, markers, strips
from ingest.reading.layout.parts import Grid, Label, Part, Slot
from ingest.reading.model import Line, Span

_SAME = 2.5
_FAR = 4.0  # ems: a number so far from the words behind it may stand over a heading of its own
Row = list[Line]


def edge(pages: Sequence[Sequence[Row]]) -> float | None:
    """Where the column of text begins in a paper with side headings; None in other papers.

    There, most lines begin at this edge or right of it, few cross it, and several have words before it that are
    more than a number.
    """
    rows = [row for page in pages for row in page]
    starts = Counter(round(span.box.left) for row in rows for span in _begun(row))
    margin = min((place for place, count in starts.items() if count >= 3), default=0)
    for place, count in starts.most_common(6):
        parted = [_parted(row, place) for row in rows]
        if count >= 0.25 * len(rows) and place > margin + 40 and _holds(parted, place):
            exact = Counter(part.box.left for row in parted for part in row if abs(part.box.left - place) <= _SAME)
            return exact.most_common(1)[0][0]
    return None


def _begun(row: Row) -> list[Span]:
    """The spans at which a row's parts begin, and those that stand far behind a number before them."""
    found = []
    for part in row:
        found.append(part.spans[0])
        if _numbers(part):
            found.append(part.spans[1])
    return found


def _numbers(part: Line) -> bool:
    """Whether a part is a number and, far from it, words: the first line of the text beside a side heading."""
    if len(part.spans) < 2 or not markers.alone(part.spans[0].text):
        return False
    return part.spans[1].box.left - part.spans[0].box.right > _FAR * part.spans[0].size


def _parted(row: Row, place: float) -> Row:
    """A row, the number at its beginning parted from words that begin at the edge."""
    first = row[0]
    if not _numbers(first) or abs(first.spans[1].box.left - place) > _SAME:
        return row
    number, words = strips.strip(first.spans[:1], first.page), strips.strip(first.spans[1:], first.page)
    return [number, words, *row[1:]]


def _holds(rows: Sequence[Row], place: float) -> bool:
    """Whether this could be the edge: several rows have a heading before it, most have none, few run over it."""
    labels = crossing = 0
    for row in rows:
        before = sum(part.box.left < place - 2 * _SAME for part in row)
        if crosses(row, place) or before > 1:
            crossing += 1
        elif before and len(row) > 1 and not markers.alone(row[0].text):
            labels += 1
    return 3 <= labels <= 0.5 * len(rows) and crossing <= 0.2 * len(rows)


def crosses(row: Row, place: float) -> bool:
    """Whether a row's words run over the edge, so that it stands outside the columns."""
    return any(part.box.left < place - _SAME and part.box.right > place - _SAME for part in row)


class Reading:
    """Takes rows from top to bottom over all pages, and parts side headings from the text beside them.

    A heading is one Label however many lines and pages it takes, and stands before its text. Words beside the
    text that come before the first numbered heading ("Present:") are labels of a table of two columns.
    """

    def __init__(self, place: float) -> None:
        self.place = place
        self.parts: list[Part] = []
        self._label: Label | Grid | None = None
        self._last: Line | None = None
        self._numbered = False
        self._right: list[Row] = []
        self._wide: list[Row] = []

    def take(self, row: Row) -> None:
        row = _parted(row, self.place)
        if crosses(row, self.place) or self._apart(row):
            if not self._wide:
                self.end()
            self._wide.append(row)
            return
        if self._stands_alone(row):
            self._wide.append(row)
            return
        self._flush_wide()
        left = [part for part in row if part.box.left < self.place - _SAME]
        right = [part for part in row if part.box.left >= self.place - _SAME]
        if left:
            self._beside(strips.whole(left))
        if right:
            self._right.append(right)

    def _apart(self, row: Row) -> bool:
        """Whether a row before the first heading is a table's whose second column begins elsewhere: who was there."""
        if self._numbered or len(row) < 2 or row[0].box.left >= self.place - _SAME:
            return False
        return row[1].box.left > self.place + 2 * strips.size(row[1])

    def _stands_alone(self, row: Row) -> bool:
        """Whether a row that does not cross the edge is no side heading: a title, or the end of a cell above."""
        if self._wide and _label_of(self._wide[-1], row):
            return True
        if row[-1].box.left >= self.place - _SAME or _numbered(strips.whole(row)):
            return False
        return self._label is None

    def grid(self, grid: Grid) -> None:
        """A drawn table that stands between the rows."""
        self._flush()
        self.parts.append(grid)

    def end(self) -> None:
        """What was begun is whole: a row across the columns, or the end of the paper."""
        self._flush()
        self._label = self._last = None

    def page_ends(self) -> None:
        self._flush()

    def _beside(self, words: Line) -> None:
        if self._label is None or self._begins(words):
            self._flush()
            self._numbered = self._numbered or _numbered(words)
            self._label = Label() if self._numbered else Grid([[Slot(), Slot()]], (words.box.left, self.place))
            self.parts.append(self._label)
        self._last = words
        if isinstance(self._label, Grid):
            self._label.rows[-1][0].lines.append(words)
        else:
            self._label.lines.append(words)

    def _begins(self, words: Line) -> bool:
        """Whether words in the side column begin a heading rather than go on with the one above."""
        last = self._last
        if last is None or _numbered(words):
            return True
        if last.page != words.page:
            return not self._at_page_end
        if isinstance(self._label, Grid) and _another(self._label.rows[-1][0].lines, words):
            return True
        return words.box.top - last.box.bottom > 0.55 * strips.size(words)

    @property
    def _at_page_end(self) -> bool:
        """Whether the heading above was still going on when its page ended."""
        return self._page_end is not None and self._last is not None and self._last.box.bottom > self._page_end - 2

    _page_end: float | None = None

    def _flush_wide(self) -> None:
        rows, self._wide = self._wide, []
        self.parts.extend(columns.parts_of(rows))

    def _flush(self) -> None:
        """Give the text beside the headings its place."""
        self._flush_wide()
        rows, self._right = self._right, []
        if not rows:
            return
        self._page_end = max(part.box.bottom for part in rows[-1])
        if isinstance(self._label, Grid):
            self._label.rows[-1][1].lines.extend(strips.whole(row) for row in rows)
        else:
            self.parts.extend(columns.parts_of(rows))


# "Present" over "Officers" over "Apologies", line by line; but "Members" over "Present" is one label
_LABEL = re.compile(
    r"(?:(?:members?|councillors?|officers?|also|others?|committee|panel|board|those)\s+)?(?:present|in\s+attendance|"
    r"attending|attended|absent)|(?:panel|committee|board)?\s*members?|councillors?|officers?|apologies(?:\s+for\s+absence)?|"
    r"absent|guests?|observers?|substitutes?|clerk|chair(?:man|person)?|staff|executive|cabinet|public|date|time|venue|place",
    re.IGNORECASE,
)


def _another(label: Sequence[Line], words: Line) -> bool:
    """Whether words below a label are a label themselves, and no more of it."""
    above = " ".join(line.text for line in label).strip(" :")
    here = words.text.strip(" :")
    one, two = _LABEL.fullmatch(above), _LABEL.fullmatch(here)
    return bool(one and two) and not _LABEL.fullmatch(f"{above} {here}")


def _label_of(above: Row, row: Row) -> bool:
    """Whether a row without words across the edge goes on with the wide row above, as the last line of a cell."""
    last = above[-1]
    return len(row) == 1 and row[0].page == last.page and abs(row[0].box.left - last.box.left) <= _SAME


def _numbered(words: Line) -> bool:
    first = words.spans[0].text
    marker = first if markers.alone(first) else markers.leading(first)
    return markers.number(marker)

"""Lines of running text to headings, paragraphs and list entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language.counts import counted
from ingest.reading.layout import markers, strips
from ingest.reading.layout.measures import Column, Measures
from ingest.reading.layout.words import joined
from ingest.reading.model import Align, Block, BlockKind, Line

_SAME = 3.0
_NESTED = 8  # paragraphs that may stand between two clauses of a count
_ENDS = (".", ":", ";", "?", "!", ".”", ".’", '."', ".'")


@dataclass
class _Open:
    """A paragraph being put together."""

    lines: list[Line]
    marker: str
    hang: float
    indent: float
    gap: float
    step: float | None = None
    cut: int = 0
    counted: str = ""  # the bare number that it is counted by


def blocks_of(
    lines: Sequence[Line],
    measures: Measures,
    right: float | None = None,
    cell: bool = False,
    names: bool = False,
) -> list[Block]:
    """The blocks of a column of lines in order.

    ``right`` is where its full lines end. A ``cell`` has no headings; in a list of ``names`` each line is a paragraph
    unless its words had no room on the line above.
    """
    if not lines:
        return []
    column = Column(lines, right, measures, names)
    found: list[_Open] = []
    for line in lines:
        number = _counted(found, line)
        if found and not number and _goes_on(found[-1], line, column, measures):
            _add(found[-1], line)
        else:
            found.append(_opened(line, found[-1].lines[-1] if found else None, number))
    return _with_levels([_block(part, column, measures, cell) for part in found])


def _counted(found: list[_Open], line: Line) -> str:
    """The bare number that counts the clause that begins with this line; empty where none begins."""
    if not found or not line.spans[0].text[:1].isdigit():
        return ""
    beside = [part.counted for part in found[-_NESTED:] if part.counted and abs(part.hang - line.box.left) <= _SAME]
    above = found[-1].lines[-1].text
    return counted(line.text, above, beside[-1] if beside else "") or counted(line.text, above, "")


def _marker(line: Line, number: str = "") -> tuple[str, int, float]:
    """A line's marker, how many characters it takes, and the left edge of the words after it."""
    first = line.spans[0]
    if len(line.spans) > 1 and markers.alone(first.text):
        gap = line.spans[1].box.left - first.box.right
        if gap > 0.9 * first.size or markers.leading(first.text + " x"):
            return first.text, len(first.text), line.spans[1].box.left
    marker = number or markers.leading(line.text)
    if not marker or len(marker) > len(first.text) or len(marker) == len(line.text):
        return "", 0, line.box.left
    taken = len(marker) + 1
    if taken >= len(first.text) and len(line.spans) > 1:
        return marker, len(first.text), line.spans[1].box.left
    share = taken / len(first.text)
    return marker, len(marker), first.box.left + (first.box.right - first.box.left) * share


def _opened(line: Line, above: Line | None, number: str) -> _Open:
    marker, cut, indent = _marker(line, number)
    gap = 0.0 if above is None or above.page != line.page else max(0.0, line.box.top - above.box.bottom)
    return _Open([line], marker, line.box.left, indent, gap, cut=cut, counted=number if marker == number else "")


def _add(part: _Open, line: Line) -> None:
    last = part.lines[-1]
    if last.page == line.page and part.step is None:
        part.step = strips.baseline(line) - strips.baseline(last)
    if len(part.lines) == 1 and part.marker and abs(line.box.left - part.hang) > _SAME:
        part.indent = line.box.left
    part.lines.append(line)


def _goes_on(part: _Open, line: Line, column: Column, measures: Measures) -> bool:
    """Whether a line belongs to the paragraph above it."""
    last = part.lines[-1]
    if not _same_size(last, line):
        return False
    if last.page != line.page:
        return _over_page(part, line, column)
    if not _near(part, line, measures) or not _aligned(part, line, column):
        return False
    if (_marker(line)[0] and not _inside(part, line, column)) or _signed(part, line):
        return False
    if strips.bold(last) and not line.spans[0].bold:
        return _full(last, line, column)
    if not last.spans[-1].bold and strips.bold(line) and len(part.lines) > 0:
        return _full(last, line, column) and not _ended(last)
    return not _breaks(last, line, column)


def _signed(part: _Open, line: Line) -> bool:
    """Whether a line begins with a sign of its own where the entry above has its marker: "* Ann Vale", "r Jo Hill"."""
    sign, _, words = line.text.partition(" ")
    above = part.lines[0].text.partition(" ")[2]
    if not part.marker or len(sign) > 2 or not words[:1].isupper() or not above[:1].isupper():
        return False
    return len(part.marker) <= 2 and abs(line.box.left - part.hang) <= _SAME < part.indent - part.hang


def _same_size(one: Line, two: Line) -> bool:
    """Whether two lines have a size of text in common: a link or a raised letter may be smaller."""
    if abs(strips.size(one) - strips.size(two)) <= 0.1 * strips.size(two):
        return True
    return any(abs(span.size - other.size) <= 0.1 * other.size for span in one.spans for other in two.spans)


def _near(part: _Open, line: Line, measures: Measures) -> bool:
    last = part.lines[-1]
    step = strips.baseline(line) - strips.baseline(last)
    usual = part.step if part.step is not None else measures.step(strips.size(line))
    return 0 < step <= usual * 1.12 + 0.8


def _aligned(part: _Open, line: Line, column: Column) -> bool:
    """Whether a line begins where the paragraph's lines do; the first may be indented or hang out."""
    left, size = line.box.left, strips.size(line)
    if len(part.lines) == 1:
        first = part.lines[0].box.left
        if abs(left - part.indent) <= max(_SAME, 0.8 * size if part.marker else 0) or abs(left - first) <= _SAME:
            return True
        if part.marker and first < left < part.indent + 2 * size:
            return True
        return (0 < first - left <= 5 * size and abs(left - column.left) <= _SAME) or _centred(part.lines[0], line)
    return abs(left - part.lines[-1].box.left) <= _SAME or _centred(part.lines[-1], line)


def _centred(above: Line, line: Line) -> bool:
    middle, other = (above.box.left + above.box.right) / 2, (line.box.left + line.box.right) / 2
    return abs(middle - other) <= _SAME and abs(above.box.left - line.box.left) > _SAME


def _inside(part: _Open, line: Line, column: Column) -> bool:
    """Whether what looks like a marker is a word of the paragraph: its line stands where the text stands."""
    last = part.lines[-1]
    if part.marker and abs(line.box.left - part.hang) <= _SAME < abs(part.indent - part.hang):
        return False
    if len(line.spans) > 1 and line.spans[1].box.left - line.spans[0].box.right > 0.6 * line.spans[0].size:
        return False
    if abs(line.box.left - part.indent) > _SAME and abs(line.box.left - last.box.left) > _SAME:
        return False
    year = re.match(r"(?:19|20)\d\d\b", line.text)  # "since" / "2015. Councillor Oakes"
    reach = last.box.right - column.left > (0.5 if year else 0.8) * (column.right(last.page) - column.left)
    return reach and not _ended(last)


def _full(last: Line, line: Line, column: Column) -> bool:
    """Whether the next line's first word had no room on this one, give or take half a letter."""
    return strips.full(last, line, column.right(last.page) - 0.6 * strips.size(line))


def _ended(line: Line) -> bool:
    return line.spans[-1].text.endswith(_ENDS)


def _breaks(last: Line, line: Line, column: Column) -> bool:
    """Whether a short line ends its paragraph: the next word would have had room."""
    if _full(last, line, column):
        return False
    right = column.right(last.page)
    room = (right - last.box.right) / max(1.0, right - column.left)
    if line.text[:1].islower():
        return _ended(last) and room > 0.6
    if _ended(last) or column.names or room > 0.35:
        return True
    clear = not strips.full(last, line, right - 3 * strips.size(line))
    return clear and not last.text.endswith((",", "-", "–", " and", " of", " the"))


def _over_page(part: _Open, line: Line, column: Column) -> bool:
    """Whether a paragraph goes on at the top of the next page."""
    last = part.lines[-1]
    if _marker(line)[0] or strips.bold(line) != strips.bold(last):
        return False
    start = part.lines[1].box.left if len(part.lines) > 1 else part.indent
    if abs(line.box.left - start) > _SAME and not (len(part.lines) == 1 and line.box.left <= part.indent):
        return False
    if not _ended(last):
        return line.spans[0].text[:1].islower() or _full(last, line, column)
    return _full(last, line, column) or line.spans[0].text[:1].islower()


def _block(part: _Open, column: Column, measures: Measures, cell: bool) -> Block:
    text, pieces = joined(part.lines, part.cut, measures.vocabulary)
    spans = [span for line in part.lines for span in line.spans]
    size = max(spans, key=lambda span: len(span.text)).size
    bold = bool(pieces) and all(piece.bold for piece in pieces if any(map(str.isalnum, piece.text)))
    align = _align(part, column)
    return Block(
        kind=_kind(part, text, size, bold, align, measures) if not cell else "entry" if part.marker else "paragraph",
        text=text,
        pieces=pieces,
        marker=part.marker,
        hang=part.hang,
        indent=part.indent,
        size=size,
        bold=bold,
        italic=bool(pieces) and all(piece.italic for piece in pieces),
        underlined=_underlined(part),
        align=align,
        gap=part.gap,
    )


def _underlined(part: _Open) -> bool:
    """Whether all words of a paragraph are underlined, whatever its marker is."""
    spans = [span for line in part.lines for span in line.spans if any(map(str.isalpha, span.text))]
    return bool(spans) and all(span.underlined for span in spans)


# "Report from: Councillor David Brake", and not "Going home: discharge from hospital".
_LABELLED = re.compile(r"[^:]{1,40}: [^\sa-z]")
_LEADS_ON = (".", ";", ",", ":", "–", "-", ":-")


def _kind(part: _Open, text: str, size: float, bold: bool, align: Align, measures: Measures) -> BlockKind:
    """A heading by its looks alone: short, and bold, larger than the text or all capitals."""
    if part.marker and markers.bullet(part.marker):
        return "entry"
    numbered = markers.number(part.marker)
    labelled = _LABELLED.match(text) and not numbered and not text.isupper()
    short = len(text) <= 200 and len(part.lines) <= 4 and (numbered or not text.endswith(_LEADS_ON))
    large = size > 1.12 * measures.size
    capitals = text.isupper() and len(text) > 3 and part.gap > 0
    looks = large or bold or capitals
    if short and looks and align != "right" and not labelled and any(map(str.isalpha, text)):
        return "heading"
    return "entry" if part.marker else "paragraph"


def _align(part: _Open, column: Column) -> Align:
    """Centred or set right, between the edges of its own column or those of the page; entries never are."""
    if part.marker or column.shared(part.lines[0].box.left):
        return "left"
    for left, right in column.margins:
        width = right - left
        lefts = [line.box.left - left for line in part.lines]
        rights = [right - line.box.right for line in part.lines]
        even = all(abs(one - two) < 0.06 * width for one, two in zip(lefts, rights, strict=True))
        ragged = max(lefts) - min(lefts) > _SAME
        if even and (ragged or (len(lefts) == 1 and lefts[0] > 0.04 * width)):
            return "centre"
        if width > 0 and max(rights) < 0.02 * width and min(lefts) > 0.4 * width:
            return "right"
    return "left"


def _with_levels(blocks: Iterable[Block]) -> list[Block]:
    """Entries with their depth: one that hangs further in than the entry above it is below it."""
    done: list[Block] = []
    open_at: list[float] = []
    for block in blocks:
        if block.kind != "entry":
            if block.kind == "heading" or (open_at and block.hang <= open_at[0] + _SAME):
                open_at = []
            done.append(block)
            continue
        while open_at and block.hang < open_at[-1] - _SAME:
            open_at.pop()
        if not open_at or block.hang > open_at[-1] + _SAME:
            open_at.append(block.hang)
        done.append(block if len(open_at) == 1 else replace(block, level=len(open_at) - 1))
    return done

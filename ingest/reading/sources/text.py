"""Plain text, as saved from Word or pasted from a PDF, to blocks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.reading.language.counts import counted
from ingest.reading.language.spaced import unspaced
from ingest.reading.model import Block, BlockKind, Cell, Piece, Unreadable
from ingest.reading.sources import text_columns
from ingest.reading.sources.counts import with_counts
from ingest.reading.sources.markers import columned, marked

_LINE_POINTS = 12.0  # the height that a blank line stands for in Block.gap
_COLUMN_POINTS = 6.0  # the width that a leading space stands for in Block.hang
_RULE = re.compile(
    r"\s*(?:-{4,}|={4,}|_{4,}|~{4,}|\*{4,}|[-=_]{2}(?: ?[-=_]){4,})\s*"
)  # a row of signs under a heading
_HEADING = 100  # letters
_LIMIT = 20 * 1024 * 1024
_LEFTOVER = re.compile(r"\[bookmark: \w*\]")  # what some converters leave where Word has a bookmark
_CLAUSE = 20  # lines that a clause may take up to the next
_LONE = re.compile(r"\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,2}\.?|[A-Z]{1,5}[/ ]?\d{1,4}(?:/\d{1,4})+[.:]?")
_UNENDED = re.compile(
    r"(?:[,–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with|that|which|y|yr|a’r|o|ar))$", re.I
)


@dataclass
class _Raw:
    """A line as it stands: ``number`` from 1, ``blank`` lines above it."""

    text: str
    number: int
    blank: int
    underlined: bool = False
    counted: str = ""  # the bare number that counts the clause that it begins

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" \t"))


def decoded(content: bytes) -> str:
    """The words of a text file in UTF-8, UTF-16 (with its mark) or Windows-1252, line ends as line feeds.

    Raises Unreadable where it is none of them.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252", "latin-1")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    raise Unreadable(
        "encoding", "The letters of this text file cannot be read. Save it again as UTF-8 text and upload that."
    )


_GAP = re.compile(r"\S {3,}(?=[(A-Z–-])")


def blocks(path: str | Path) -> tuple[Block, ...]:
    """The paragraphs, list entries and tabbed tables of a text file, in order.

    Pieces name the line (from 1) as their paragraph. Raises Unreadable where the file cannot be decoded, is
    longer than 20 MB or has no words.
    """
    path = Path(path)
    if path.stat().st_size > _LIMIT:
        raise Unreadable("too_long", "The text file is too long for one meeting's paper. Upload each paper by itself.")
    lines = _lines(decoded(path.read_bytes()))
    if not lines:
        raise Unreadable("empty", "The file has no words in it. Check that it was saved, and upload it again.")
    return tuple(with_counts(_parted(lines)))


def _parted(lines: list[_Raw]) -> Iterator[Block]:
    """The blocks of all lines; tables of figures apart from the text between them."""
    tables = text_columns.tables([text_columns.Typed(line.text, line.number, line.blank) for line in lines])
    width, done = _wrap_width(lines), 0
    for start, (end, table) in tables.items():
        yield from _blocks(lines[done:start], width)
        yield table
        done = end
    yield from _blocks(lines[done:], width)


def _lines(text: str) -> list[_Raw]:
    lines: list[_Raw] = []
    blank = 0
    for number, line in enumerate(re.split(r"[\n\v\f]", text), 1):
        line = _LEFTOVER.sub("", line.replace("\u00ad", "")).rstrip()
        if _RULE.fullmatch(line):
            if lines and not blank and len(lines[-1].text.strip()) <= _HEADING:
                lines[-1].underlined = True
            blank += 1
        elif line.strip():
            _append(lines, _Raw(unspaced(line), number, blank))
            blank = 0
        else:
            blank += 1
    return lines


def _append(lines: list[_Raw], line: _Raw) -> None:
    """A number alone in its line ("3.", "PSC/31/54") goes before the words of the next."""
    above = lines[-1] if lines else None
    if above and _LONE.fullmatch(above.text.strip()) and not marked(line.text.strip()).marker:
        lines[-1] = _below(above, line)
    elif above and above.text.strip().isdigit() and (number := _count(_below(above, line), lines[:-1])):
        lines[-1] = replace(_below(above, line), counted=number)
    else:
        lines.append(replace(line, counted=_count(line, lines)))


def _below(above: _Raw, line: _Raw) -> _Raw:
    return _Raw(f"{above.text.strip()} {line.text.strip()}", line.number, above.blank)


def _count(line: _Raw, before: list[_Raw]) -> str:
    """The bare number that counts the clause that begins with this line; empty where none begins."""
    text = line.text.strip()
    if not before or not text[:1].isdigit():
        return ""
    above = before[-1].text
    last = next((one.counted for one in reversed(before[-_CLAUSE:]) if one.counted), "")
    return counted(text, above, last) or counted(text, above, "")


def _blocks(lines: list[_Raw], width: int | None) -> Iterator[Block]:
    headings = _side_headings(lines)
    group: list[_Raw] = []
    rows: list[_Raw] = []
    for line in lines:
        tabbed = _is_row(line)
        if rows and not tabbed:
            yield _table(rows)
            rows = []
        if group and (tabbed or not (line.number in headings or _goes_on(group[-1], line, width))):
            yield _paragraph(group)
            group = []
        (rows if tabbed else group).append(line)
    if group:
        yield _paragraph(group)
    if rows:
        yield _table(rows)


def _wrap_width(lines: list[_Raw]) -> int | None:
    """The width at which the file's lines were broken by hand or by a PDF; None where paragraphs are whole lines."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 40)
    if len(lengths) < 12:
        return None
    widest = lengths[int(len(lengths) * 0.95)]
    near = sum(length >= widest * 0.8 for length in lengths)
    return widest if widest <= 130 and near >= len(lengths) * 0.4 else None


def _goes_on(last: _Raw, line: _Raw, width: int | None) -> bool:
    """Does this line go on with the paragraph above it?"""
    above, text = last.text.rstrip(), line.text.strip()
    if last.underlined or line.underlined or line.counted:
        return False
    if marked(text).marker or above.endswith((".", ":", ";")):
        return False
    if _columns(text) and _columns(above):
        return False  # names and what stands beside them, a person a line
    if line.blank:  # a page broke inside the sentence
        return len(above) > 40 and text[:1].islower()
    if _UNENDED.search(above) or text[:1].islower():
        return True
    return width is not None and len(above) + 1 + len(text.split()[0]) > width * 0.95


def _columns(text: str) -> bool:
    """Whether gaps of three spaces and more divide a line, none of whose words is divided from its sentence."""
    return bool(_GAP.search(text.strip()))


def _side_headings(lines: list[_Raw]) -> set[int]:
    """The lines that go on with a numbered heading set in a narrow column ("261 Children's / Social Care / Update")."""
    found: set[int] = set()
    run: list[_Raw] = []
    for line in [*lines, _Raw("", 0, 1)]:
        if line.blank or marked(line.text.strip()).marker:
            if len(run) > 2 and _narrow(run):
                found.update(part.number for part in run[1:])
            run = []
        run.append(line)
    return found


def _narrow(run: list[_Raw]) -> bool:
    mark = marked(run[0].text.strip()).marker
    if not mark[:1].isalnum() or any(line.text.endswith(".") for line in run) or run[-1].text.endswith(":"):
        return False
    return all(len(line.text.split()) <= 6 and "\t" not in line.text for line in run)


def _paragraph(group: list[_Raw]) -> Block:
    first = group[0].text.strip()
    mark = marked(first)
    pieces: list[Piece] = []
    text = ""
    for place, line in enumerate(group):
        words = line.text.strip()[mark.start if place == 0 else 0 :]
        broken = bool(text) and pieces[-1].text.endswith("-") and words[:1].islower() and len(group) > 1
        text += "" if not text or broken else " "
        pieces.append(Piece(words, len(text), paragraph=line.number))
        text += words
    hang = group[0].indent * _COLUMN_POINTS
    heading = any(line.underlined for line in group)
    return Block(
        kind="heading" if heading else "entry" if mark.marker else "paragraph",
        text=text,
        pieces=tuple(pieces),
        marker=mark.marker,
        level=min(8, group[0].indent // 2) if mark.marker else 0,
        hang=hang,
        indent=hang + mark.start * _COLUMN_POINTS,
        bold=heading,
        gap=group[0].blank * _LINE_POINTS,
    )


# --- columns set with tabs --------------------------------------------------------------------------------------


def _is_row(line: _Raw) -> bool:
    text = line.text.strip()
    return columned(text[marked(text).start :]) or line.text.startswith("\t\t")


def _table(lines: Iterable[_Raw]) -> Block:
    rows: list[list[list[Block]]] = []
    for line in lines:
        cells = [_cell(part, line.number) for part in line.text.split("\t")]
        if rows and not cells[0] and len(cells) == len(rows[-1]) and _goes_into(cells, rows[-1]):
            for above, cell in zip(rows[-1], cells, strict=True):
                above.extend(cell)
        else:
            rows.append(cells)
    return Block(kind="table", text="", rows=tuple(tuple(Cell(tuple(cell)) for cell in row) for row in rows))


def _goes_into(cells: list[list[Block]], above: list[list[Block]]) -> bool:
    """A row whose first columns are empty goes on with the row above it, where that has words there too."""
    return any(cell and there for cell, there in zip(cells, above, strict=True))


def _cell(part: str, number: int) -> list[Block]:
    words = part.strip()
    if not words:
        return []
    mark = marked(words)
    rest = words[mark.start :]
    if not rest:
        mark, rest = mark._replace(marker="", start=0), words
    kind: BlockKind = "entry" if mark.marker else "paragraph"
    return [Block(kind=kind, text=rest, pieces=(Piece(rest, 0, paragraph=number),), marker=mark.marker)]

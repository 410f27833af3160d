"""A Word document to blocks: paragraphs with their computed numbers, list entries and tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from ingest.reading.model import Block, Cell, Unreadable
from ingest.reading.sources.counts import with_counts
from ingest.reading.sources.docx_package import opened
from ingest.reading.sources.docx_paragraphs import TABS, Paragraphs
from ingest.reading.sources.docx_styles import Styles, on
from ingest.reading.sources.numbering import Numbering

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WRAPPERS = frozenset(qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml"))
_BESIDE = ("header", "footer", "footnotes", "endnotes")
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Flow(NamedTuple):
    """The blocks of the body, and those of headers, footers and notes, which stand beside it."""

    blocks: tuple[Block, ...]
    running: tuple[Block, ...]


def blocks(path: str | Path) -> tuple[Block, ...]:
    """The blocks of a Word file's body. Raises Unreadable where it is damaged, unsafe or has no words."""
    return flow(path).blocks


def flow(path: str | Path) -> Flow:
    """The blocks of a Word file's body, and its headers and footers. Raises Unreadable as ``blocks`` does."""
    document = opened(path)
    try:
        styles = Styles(_part(document, "styles"))
        walker = _Walker(Paragraphs(styles, Numbering(_part(document, "numbering"))))
        body = tuple(with_counts(walker.blocks(document.element.body)))
        running = tuple(_running(document, styles))
    except (RecursionError, etree.XMLSyntaxError) as problem:
        raise Unreadable(
            "damaged", "The Word file is damaged and cannot be read. Open it in Word, save it again and upload it."
        ) from problem
    if not body:
        raise Unreadable("empty", "The Word document has no words in it. Check that it was saved, and upload it again.")
    return Flow(body, running)


def _part(document: Document, name: str) -> Any | None:
    """The root of a part that the document names, None where there is none."""
    for relation in document.part.rels.values():
        if relation.reltype == _RELATION + name and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _running(document: Document, styles: Styles) -> Iterator[Block]:
    seen = set()
    for relation in document.part.rels.values():
        if (relation.reltype or "").removeprefix(_RELATION) in _BESIDE and not relation.is_external:
            walker = _Walker(Paragraphs(styles, Numbering(None)))
            root = parse_xml(relation.target_part.blob)
            blocks = (block for part in _notes(root) for block in walker.blocks(part))
            for block in chain.from_iterable(map(_untabled, blocks)):
                if block.text and block.text not in seen:
                    seen.add(block.text)
                    yield block


def _untabled(block: Block) -> Iterator[Block]:
    """What stands in the cells of a header's table, or between its tabs ("Audit Committee → 4 March 2030")."""
    if block.kind != "table":
        yield block
    for cell in (cell for row in block.rows for cell in row):
        for inside in cell.blocks:
            yield from _untabled(inside)


def _notes(root: Any) -> list[Any]:
    """The footnotes of their part, but for the lines that set them off; of a header, itself."""
    if root.tag not in (qn("w:footnotes"), qn("w:endnotes")):
        return [root]
    return [note for note in root if note.get(qn("w:type")) in (None, "normal")]


class _Walker:
    """Goes through the body in reading order; tables may hold tables."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The blocks inside an element; rows that tabs set, one under another, become one table."""
        last: Block | None = None
        for block in self._inside(parent):
            if last and last.style == TABS and block.style == TABS and len(last.rows[0]) == len(block.rows[0]):
                last = replace(last, rows=last.rows + block.rows)
                continue
            if last:
                yield last
            last = block
        if last:
            yield last

    def _inside(self, parent: Any) -> Iterator[Block]:
        for child in parent:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL:
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self._inside(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        read = self._paragraphs.read(element)
        yield from read.blocks
        for box in read.boxes:
            yield from self.blocks(box)

    def _table(self, element: Any) -> Iterator[Block]:
        rows: list[tuple[Cell, ...]] = []
        header = False
        for row in _within(element, _TR):
            properties = row.find(qn("w:trPr"))
            if properties is not None and properties.find(qn("w:del")) is not None:
                continue
            header = header or (not rows and properties is not None and on(properties, "w:tblHeader") is True)
            cells = tuple(self._cell(cell) for cell in _within(row, _TC))
            if any(cell.blocks for cell in cells):
                rows.append(cells)
        if rows:
            yield Block(kind="table", text="", rows=tuple(rows), header=header or _bold_first(rows))

    def _cell(self, element: Any) -> Cell:
        properties = element.find(qn("w:tcPr"))
        spans, continued = 1, False
        if properties is not None:
            span, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
            value = span.get(qn("w:val")) if span is not None else None
            spans = int(value) if value and value.isdigit() else 1
            continued = merge is not None and merge.get(qn("w:val")) != "restart"
        inside = tuple(self.blocks(element))
        return Cell(() if continued else inside, spans)


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through content controls and tracked insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


def _bold_first(rows: list[tuple[Cell, ...]]) -> bool:
    """A first row all in bold over rows that are not is a header, also where nobody marked it as one."""
    return len(rows) > 1 and len(rows[0]) > 1 and _all_bold(rows[0]) and not any(_all_bold(row) for row in rows[1:])


def _all_bold(row: tuple[Cell, ...]) -> bool:
    inside = [block for cell in row for block in cell.blocks]
    return all(block.bold for block in inside) and sum(bool(cell.blocks) for cell in row) > 1

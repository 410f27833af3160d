"""The paper as a flat row of nodes: each block, and each row of a table that sets items out in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.layout.sections_marks import marked
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_rows import of_table
from ingest.reading.layout.sections_titles import set_apart
from ingest.reading.model import Block

# "(Item 4)" · "[Item 7]" · "(Agenda No. 12)", alone in its line or after a heading
_NAMED = re.compile(
    r"[(\[]\s*(?:agenda\s+item|agenda|item|eitem)\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,3}[a-z]?)\s*[)\]]\s*$", re.I
)


def nodes(blocks: tuple[Block, ...], whole: Sequence[Block] = ()) -> list[Node]:
    """All that stands in the paper, in order, tables of side headings taken apart but for those that are ``whole``."""
    found: list[Node] = []
    for block in blocks:
        if any(block is table for table in whole):
            found.append(Node(block))
        elif block.kind == "table":
            found.extend(_in_table(block, whole))
        else:
            for part in _run_in(block):
                _add(found, part)
    return _under_numbers(found)


# "… None were raised. 8. PLAY AREA: The slide was mended.": the next item, in the same paragraph
_NEXT = re.compile(r"(?<=[.:;!?)])\s+(?P<number>\d{1,3})\.\s+(?=[A-Z][A-Z’'&/-]{3,}\b)")


def _run_in(block: Block) -> Iterator[Block]:
    """A numbered paragraph cut where the next numbers go on in it, each before a heading in capitals."""
    first = re.fullmatch(r"(\d{1,3})\.", block.marker)
    number, start = int(first[1]) if first else 0, 0
    for following in _NEXT.finditer(block.text) if first else ():
        if int(following["number"]) != number + 1:
            continue
        yield _part(block, number, start, following.start())
        number, start = number + 1, following.end()
    yield _part(block, number, start, len(block.text)) if start else block


def _part(block: Block, number: int, start: int, end: int) -> Block:
    part = block.part(start, end)
    return replace(part, kind="entry", marker=f"{number}.") if start else part


def _add(found: list[Node], block: Block) -> None:
    named = _NAMED.search(block.text)
    above = found[-1] if found else None
    if named and not block.text[: named.start()].strip() and above and above.block and above.block.kind != "table":
        _name(above, named["number"], block)
        return
    node = Node(block, block.marker, block.text, (block,))
    if item := marked(block):
        node.marker, node.title, node.skip = item.number, block.text[item.start :], item.start
    elif named and not block.marker:
        node.marker, node.named = named["number"], True
        node.title = block.text[: named.start()]
    found.append(node)


# "ITEM 4", "Agenda item no. 4:" alone in its line, over the heading
_ALONE = re.compile(r"(?i:agenda\s+)?(?i:item|minute|eitem)\s*(?i:no\.?\s*)?(?P<number>\d{1,4}[a-z]?)\s*[:.–—-]?\s*")


def _under_numbers(found: list[Node]) -> list[Node]:
    """The nodes, each number that is alone in its line joined to the heading below it, where three or more are so.

    One alone is that of a report on another meeting's agenda.
    """
    alone = {at: match for at, node in enumerate(found) if node.block and (match := _ALONE.fullmatch(node.block.text))}
    if len({match["number"] for match in alone.values()}) < 3:
        return found
    kept: list[Node] = []
    for at, node in enumerate(found):
        number, above = alone.get(at - 1), kept[-1].block if kept else None
        if number and above and node.block and _may_be_title(node.block):
            kept[-1] = Node(above, number["number"], node.block.text, (above, node.block))
        else:
            kept.append(node)
    return kept


def _may_be_title(block: Block) -> bool:
    if block.marker or len(block.text) > 150 or _ALONE.fullmatch(block.text):
        return False
    return set_apart(block, block.text)


def _in_table(table: Block, whole: Sequence[Block]) -> list[Node]:
    if len(table.rows) == 1 and len(table.rows[0]) == 1:  # a box around words
        return nodes(table.rows[0][0].blocks, whole)
    return list(of_table(table))


def _name(above: Node, number: str, block: Block) -> None:
    """ "(Item 4)" alone in a line numbers the heading above it, where that has no number of its own."""
    above.heading = (*above.heading, block)
    if not above.marker:
        above.marker, above.named = number, True

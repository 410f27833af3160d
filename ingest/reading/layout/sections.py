"""Blocks to a paper: what stands before the items, the items, and what stands after them."""

from __future__ import annotations

from itertools import pairwise

from ingest.reading.layout.sections_bands import without_bands
from ingest.reading.layout.sections_below import numbered_below
from ingest.reading.layout.sections_beside import in_one_flow
from ingest.reading.layout.sections_ends import second_meeting, tail_start
from ingest.reading.layout.sections_headings import agenda, headings, numbered_text
from ingest.reading.layout.sections_kind import is_formal, kind_of
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_nodes import nodes
from ingest.reading.layout.sections_numbers import items
from ingest.reading.layout.sections_opening import opening
from ingest.reading.layout.sections_titles import answer_start, dangles, heading_end, tidy
from ingest.reading.model import Block, Paper, Problem, Section

NOT_MINUTES = Problem(
    "This does not look like minutes, briefing notes or a portfolio holder’s report, so little may have been read."
)


ANOTHER_MEETING = Problem(
    "This file holds the papers of more than one meeting. Only the first was read: upload each by itself."
)


def paper(blocks: tuple[Block, ...], running: tuple[Block, ...] = ()) -> Paper:
    """The document taken apart.

    Items are the numbered headings; where there are none, the headings without numbers. Rows of tables that set
    items out in columns are items too. Of two meetings in one file the first is read, and a problem says so.
    """
    blocks = without_bands(in_one_flow(blocks))
    second = second_meeting(blocks)
    flow, starts = _flow(blocks if second is None else blocks[:second])
    if numbered_text(flow, starts):
        starts = headings(flow)
    numbered = any(flow[start].marker for start in starts)
    starts = [*opening(flow, starts[0]), *starts] if numbered else starts or headings(flow)
    listed = [] if numbered or len(starts) > 2 else agenda(flow)
    edges = [*starts, len(flow)]
    front = tuple(block for at, node in enumerate(flow[: edges[0]]) if at not in listed for block in _blocks(node))
    sections = [_section([flow[at]]) for at in listed]
    sections += [_section(flow[start:stop]) for start, stop in pairwise(edges)]
    tail: tuple[Block, ...] = ()
    if starts:
        sections[-1], tail = _cut(sections[-1])
    sections = numbered_below(sections)
    kind = kind_of(front or blocks, numbered or is_formal(section.title for section in sections))
    found = ((kind is None, NOT_MINUTES), (second is not None, ANOTHER_MEETING))
    return Paper(kind, front, tuple(sections), tail, running, tuple(problem for holds, problem in found if holds))


def _flow(blocks: tuple[Block, ...]) -> tuple[list[Node], list[int]]:
    """The nodes and those that begin an item; a table none of whose rows does is left whole."""
    flow = nodes(blocks)
    starts = items(flow) or [at for at, node in enumerate(flow) if node.row and not node.marker and not node.more]
    used = [flow[start].table for start in starts]
    idle = [node.table for node in flow if node.table and not any(node.table is table for table in used)]
    if not idle:
        return flow, starts
    flow = nodes(blocks, idle)
    rows = [at for at, node in enumerate(flow) if node.row and not node.more]
    return flow, items(flow) or [at for at in rows if not flow[at].marker]


def _blocks(node: Node) -> tuple[Block, ...]:
    if node.block is not None and not node.row:
        return (node.block, *(block for block in node.heading if block is not node.block))
    return (*node.heading, *node.body)


def _section(flow: list[Node]) -> Section:
    first, rest = flow[0], flow[1:]
    heading, title, body = list(first.heading), first.title, list(first.body)
    words, block = first.words, first.block
    if block is not None and words is not None and (end := heading_end(words)):
        heading[0], title = block.part(0, first.skip + end), words.text[:end]
        body.insert(0, words.part(end))
    elif len(heading) == 1 and not body and (end := answer_start(heading[0].text)):
        heading, title, body = [heading[0].part(0, end)], heading[0].text[:end], [heading[0].part(end)]
    for node in rest:
        if node.more:
            heading.extend(node.heading)
            title = f"{title} {node.title}"
            body.extend(node.body)
        elif dangles(tidy(title)) and not body and _fragment(node):
            heading.append(node.heading[0])
            title = f"{title} {node.title}"
        else:
            body.extend(_blocks(node))
    number = first.marker.strip().strip("()[]#§").rstrip(".:) ") or None
    return Section(number, tidy(title), tuple(heading), tuple(body))


def _fragment(node: Node) -> bool:
    """A few words without an end, as the rest of a heading that was cut."""
    words = node.title.split()
    return not node.marker and 0 < len(words) <= 4 and not node.title.endswith((".", ":")) and not node.row


def _cut(section: Section) -> tuple[Section, tuple[Block, ...]]:
    """The last section without what ends the paper, and that."""
    at = tail_start(section.blocks)
    return Section(section.number, section.title, section.heading, section.blocks[:at]), section.blocks[at:]

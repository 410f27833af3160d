"""Business before the first number: a chair elected, or a silence kept, under a heading that has none."""

from __future__ import annotations

import re

from ingest.reading.layout.sections_forms import form, plain
from ingest.reading.layout.sections_headings import after_names, no_item
from ingest.reading.layout.sections_node import Node
from ingest.reading.model import Block

# "Election of Chair" · "Appointment of Vice-Chairman" · "Minute’s silence"
_OPENING = re.compile(
    r"(?:(?:election|appointment|nomination) (?:of|for) (?:an? |the )?(?:\w+[ -]){0,2}(?:chair|conven[eo]r|mayor)|"
    r"minute[’']s silence|in memoriam|(?:chair|mayor|leader|conven[eo]r)(?:man|person|woman)?[’']s announcements)",
    re.I,
)
_DECIDED = re.compile(
    r"\b(?:RESOLVED|AGREED|(?:resolved|agreed) (?:unanimously )?that|(?:was|were) (?:duly )?elected)\b"
)


def opening(nodes: list[Node], first: int) -> list[int]:
    """The indices of the headings without numbers over business that was done before the first numbered item.

    They are set as headings below the names of those present, and either their words or a decision under them says
    that they are business.
    """
    bare = plain(nodes)
    heads = [at for at in range(after_names(nodes[:first]), first) if _heads(nodes, at, bare=bare)]
    edges = [*heads, first]
    return [at for at, end in zip(heads, edges[1:], strict=True) if _is_business(nodes, at, end)]


def _heads(nodes: list[Node], at: int, *, bare: bool) -> bool:
    block = nodes[at].block
    return block is not None and not block.marker and form(nodes, at, bare=bare) is not None and not no_item(block.text)


def _is_business(nodes: list[Node], at: int, end: int) -> bool:
    told = [node.block for node in nodes[at + 1 : end] if node.block]
    if not told or len(nodes[at].title.split()) > 12:
        return False
    if _OPENING.match(nodes[at].title):
        return True
    return any(_DECIDED.search(block.text) for block in told if _is_text(block))


def _is_text(block: Block) -> bool:
    return block.kind in ("paragraph", "entry")

"""Items without numbers: the headings of notes, told by how they are set."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_titles import heading_end, is_upper
from ingest.reading.model import Block

Look = tuple[str, bool, bool, bool, int]

# Headings over names, over lists of words and over what ends a paper: no business is done under them.
_PEOPLE = (
    r"(?:members?|officers?|councillors?|those|others?|also|committee|external|guests?|partners?|visitors?|witnesses|"
    r"substitutes?|co-?opted|voting|non-voting)"
)
_NO_ITEM = re.compile(
    rf"(?:{_PEOPLE}\s+)*(?:present|in attendance|attendance|attendees|attending|absent|(?:also |who )?attended|"
    r"in the room|on ?line|on teams|apolog(?:y|ies)(?: for absence)?|yn bresennol|ymddiheuriadau|glossary|"
    r"abbreviations|acronyms|contact details|background papers|lead officer contacts?)\b[^.]{0,30}$|"
    rf"{_PEOPLE}(?:,? (?:and |or )?{_PEOPLE})*$|(?:aelodau|swyddogion|contacts?|agenda|distribution|circulation|"
    r"notes?|minutes?|actions?|action points?|actions from .*|decisions?|resolved|agreed|outcome|"
    r"part (?:one|two|[12i]{1,2})\b.*)$",
    re.I,
)


def headings(nodes: list[Node]) -> list[int]:
    """The indices of the nodes that are headings of items, all set alike; empty where there are none."""
    groups: dict[Look, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        block = node.block
        if block and _stands_out(nodes, index):
            groups[_look(block)].append(index)
    first = _after_names(nodes)
    best: list[int] = []
    for group in groups.values():
        under = [index for index in group if index >= first and _has_text(nodes, index)]
        under = [index for index in under if _is_item(nodes, index, after_names=first > 0)]
        under = _late_apologies(nodes, group, under)
        if len(under) > len(best):
            best = under
    return best


def _is_item(nodes: list[Node], index: int, *, after_names: bool) -> bool:
    title = nodes[index].title.strip()
    if not no_item(title) or _over_actions(nodes, index):
        return True
    return after_names and title.lower() == "minutes"  # those of the last meeting; above the names, the paper's title


def _late_apologies(nodes: list[Node], group: list[int], under: list[int]) -> list[int]:
    """Apologies after other business are an item of it; before, they belong to the names of those present."""
    late = [at for at in group if under and at > under[0] and re.match(r"apolog|ymddiheur", nodes[at].title, re.I)]
    return sorted({*under, *late})


def numbered_text(nodes: list[Node], starts: list[int]) -> bool:
    """Are these the numbers of paragraphs, under headings that have none?

    So it is where most are whole sentences, and most headings stand right above one of them.
    """
    told = [at for at in starts if nodes[at].words and nodes[at].title.rstrip().endswith(".") and _plain(nodes[at])]
    if len(told) * 5 < len(starts) * 4:
        return False
    above = headings(nodes)
    return (
        len(above) >= 3 and sum(bool(nodes[at + 1].marker) for at in above if at + 1 < len(nodes)) * 3 >= len(above) * 2
    )


def _plain(node: Node) -> bool:
    words = node.words
    return words is not None and not words.bold and words.kind != "heading" and heading_end(words) is None


def agenda(nodes: list[Node]) -> list[int]:
    """The indices of the entries of a numbered list under the heading "Agenda"; empty where there is none.

    In notes whose discussion has no headings, that list is all there is of the items.
    """
    for index, node in enumerate(nodes):
        if node.block and re.fullmatch(r"agenda(?: items)?\W*", node.block.text.strip(), re.I):
            listed: list[int] = []
            for at in range(index + 1, len(nodes)):
                if not re.fullmatch(rf"{len(listed) + 1}[.):]?", nodes[at].marker):
                    break
                listed.append(at)
            if len(listed) >= 3:
                return listed
    return []


def no_item(title: str) -> bool:
    """Is this a heading under which no business is done, such as Present or Glossary?"""
    return bool(_NO_ITEM.match(title.strip().rstrip(":")))


def _look(block: Block) -> Look:
    style = block.style if re.match(r"heading \d", block.style, re.I) else ""
    return style, block.bold, block.underlined and not block.bold, is_upper(block.text), round(block.size)


def _stands_out(nodes: list[Node], index: int) -> bool:
    block = nodes[index].block
    if not block or block.kind == "table" or len(block.text) > 150 or (block.marker and not block.bold):
        return False
    if block.text.rstrip().endswith((".", ";", ",", ":")):
        return False
    if block.kind == "heading" or block.bold or block.underlined:
        return True
    if any(node.block and (node.block.bold or node.block.kind == "heading") for node in nodes):
        return False
    return _alone(nodes, index)


def _alone(nodes: list[Node], index: int) -> bool:
    """In plain text a heading is a short line between blank ones that begins with a capital and does not end."""
    block = nodes[index].block
    follower = nodes[index + 1].block if index + 1 < len(nodes) else None
    if not block or not follower or len(block.text.split()) > 14 or block.marker:
        return False
    apart = (block.gap > 0 and follower.gap > 0) or _over_prose(nodes, index, follower)
    return apart and bool(_CAPITAL.match(block.text)) and not re.search(r"\d{4}$|[a-z]\.[a-z]", block.text)


_CAPITAL = re.compile(r"(?:e-|i)?[A-Z]")  # "e-Bikes"
_SHORT, _PROSE = 9, 15  # words of a line that is a heading, and of the paragraph right under it


def _over_prose(nodes: list[Node], index: int, follower: Block) -> bool:
    """Where no blank lines part anything, a heading is a few words right over a long paragraph of whole sentences."""
    block = nodes[index].block
    if not block or len(block.text.split()) > _SHORT or len(follower.text.split()) < _PROSE:
        return False
    gaps = [node.block.gap for node in nodes if node.block]
    close = sum(gap == 0 for gap in gaps) * 10 >= len(gaps) * 8
    return close and bool(re.search(r"\.(?:\s|$)", follower.text)) and not re.search(r"\bto [a-z]|:\s", block.text)


def _has_text(nodes: list[Node], index: int) -> bool:
    """Do whole sentences, entries or a table stand under the heading?"""
    follower = nodes[index + 1].block if index + 1 < len(nodes) else None
    if follower is None:
        return False
    return follower.kind in ("entry", "table") or len(follower.text.split()) >= 6 or follower.text.endswith((".", ":"))


def _sentence(text: str) -> bool:
    """Is this business, rather than a line on who was there?"""
    told = (
        len(text.split()) >= 8 and text.endswith((".", ":")) and not re.match(r"apolog|also |in attendance", text, re.I)
    )
    return told or len(text.split()) >= 25


def _after_names(nodes: list[Node]) -> int:
    """Where the block of names at the top ends: after the last heading over names that comes before business."""
    last = 0
    for index, node in enumerate(nodes):
        block = node.block
        if not block:
            continue
        if _is_roll(block):
            last = index + 1
        elif last and block.kind != "table" and _sentence(block.text):
            break
    return last


# "Present: Councillors A and B", as a paragraph or as the first cell of a row
_ROLL = re.compile(
    r"(?:members? |councillors? |officers? |also )*(?:present|in attendance|attending|attendees|sederunt|yn bresennol)"
    r"\s*(?:[:–—-]|$)",
    re.I,
)


def _is_roll(block: Block) -> bool:
    """Does this say who was there: a heading over names, a line or a table of them?"""
    if block.kind == "table":
        return any(row and _ROLL.match(row[0].text.strip()) for row in block.rows)
    over_names = no_item(block.text) and len(block.text.split()) <= 6 and not _OVER_WORK.match(block.text)
    return over_names or bool(_ROLL.match(block.text))


# "Agreed:", "Actions" stand over what was done, and not over names
_OVER_WORK = re.compile(r"(?:actions?|action points?|decisions?|resolved|agreed|outcome|notes?)\b", re.I)


def _over_actions(nodes: list[Node], index: int) -> bool:
    """Is this "Actions from this session", directly over their table?"""
    below = nodes[index + 1].block if index + 1 < len(nodes) else None
    return below is not None and below.kind == "table" and bool(_ACTIONS_OF.match(nodes[index].title))


_ACTIONS_OF = re.compile(r"(?:agreed )?actions? (?:points? )?(?:from|arising|agreed)\b", re.I)

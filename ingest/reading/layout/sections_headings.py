"""Items without numbers: the headings of notes, told by how they are set."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from ingest.reading.layout.sections_forms import ALONE, Look, form, is_title, listed, look, plain
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_titles import USUAL, heading_end
from ingest.reading.model import Block

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
    r"notes?|minutes?|(?:un)?confirmed|draft(?: minutes| notes)?|actions?|action points?|actions from .*|decisions?|"
    r"resolved|agreed|outcome|part (?:one|two|[12i]{1,2})\b.*)$",
    re.I,
)


def headings(nodes: list[Node]) -> list[int]:
    """The indices of the nodes that are headings of items, all set alike; empty where there are none."""
    groups: dict[Look, list[int]] = defaultdict(list)
    bare = plain(nodes)
    for index, node in enumerate(nodes):
        block, stands = node.block, form(nodes, index, bare=bare)
        if block and stands is not None:
            groups[look(block, stands)].append(index)
    first = after_names(nodes)
    under = {
        set_as: _under(nodes, group, first, bare=bare, labels=set_as[-1] != ALONE) for set_as, group in groups.items()
    }
    best = max(under, key=lambda set_as: _worth(nodes, set_as, under[set_as]), default=None)
    if best is None or not _worth(nodes, best, under[best]):
        return []
    found = {*under[best]}
    for set_as, group in under.items():
        if set_as[:3] == best[:3] and set_as != best:
            found.update(at for at in group if _akin(nodes, at, set_as[-1], best[-1]))
    return sorted(found | _of_others(nodes, groups[best], under, best))


def _under(nodes: list[Node], group: list[int], first: int, *, bare: bool, labels: bool) -> list[int]:
    """Those of a group that stand over business."""
    lines = listed(nodes, group) if bare and not labels else set()
    over = [index for index in group if index >= first and index not in lines]
    under = [at for at in over if labels or _has_text(nodes, at) or _OTHERS.match(nodes[at].title)]
    under = [index for index in under if _is_item(nodes, index, after_names=first > 0)]
    return _late_apologies(nodes, group, under)


def _worth(nodes: list[Node], set_as: Look, group: list[int]) -> int:
    """How many headings a group has; labels with a colon count where they say what is usual on an agenda."""
    usual = sum(bool(USUAL.search(_label(nodes[at]))) for at in group)
    if set_as[-1] != ALONE and (len(group) < 3 or usual < 2):
        return 0
    return len(group) + 2 * usual


def _label(node: Node) -> str:
    words = node.words
    return node.title[: (heading_end(words) if words else None) or None]


def _akin(nodes: list[Node], at: int, stands: str, best: str) -> bool:
    """Is this a heading too, though it stands otherwise than the rest do: with a colon, or without?"""
    title = _label(nodes[at])
    if USUAL.search(title):
        return len(title.split()) <= 8
    return best != ALONE and stands == ALONE and is_title(title)


# Headings over matters that have headings of their own: "Other issues raised at the meeting"
_OTHERS = re.compile(
    r"(?:any |all )?(?:other|urgent) (?:issues|business|matters|items|topics)\b|a\.?o\.?b\b|"
    r"(?:issues|matters|items|topics|questions) (?:raised|from)\b|(?:open|public) forum\b",
    re.I,
)


def _of_others(nodes: list[Node], whole: list[int], under: dict[Look, list[int]], best: Look) -> set[int]:
    """The headings of another look that stand right under one that says no more than that there were other matters."""
    found: set[int] = set()
    for at, end in pairwise([*whole, len(nodes)]):
        if _OTHERS.match(nodes[at].title):
            for set_as, group in under.items():
                inside = [index for index in group if at < index < end]
                found.update(inside if set_as != best and inside[:1] == [at + 1] else ())
    return found


def _is_item(nodes: list[Node], index: int, *, after_names: bool) -> bool:
    title = _label(nodes[index]).strip()
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


def after_names(nodes: list[Node]) -> int:
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
    r"(?:members? |councillors? |officers? |also |those )*(?:present|in attendance|attending|attendees|"
    r"sederunt|yn bresennol)\s*(?:[:–—-]|$)",
    re.I,
)


def _is_roll(block: Block) -> bool:
    """Does this say who was there: a heading over names, a line or a table of them?"""
    if block.kind == "table":
        return any(row and _ROLL.match(row[0].text.strip()) for row in block.rows)
    over_names = no_item(block.text) and len(block.text.split()) <= 6 and not _OVER_WORK.match(block.text)
    return over_names or bool(_ROLL.match(block.text))


# "Agreed:", "Actions" stand over what was done, and not over names
_OVER_WORK = re.compile(r"(?:actions?|action points?|decisions?|resolved|agreed|outcome|notes?|minutes?)\b", re.I)


def _over_actions(nodes: list[Node], index: int) -> bool:
    """Is this "Actions from this session", directly over their table?"""
    below = nodes[index + 1].block if index + 1 < len(nodes) else None
    return below is not None and below.kind == "table" and bool(_ACTIONS_OF.match(nodes[index].title))


_ACTIONS_OF = re.compile(r"(?:agreed )?actions? (?:points? )?(?:from|arising|agreed)\b", re.I)

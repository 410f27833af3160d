"""Which of a paper's many numbers are its items: the markers of one style that rise through the whole of it.

No style of numbering is preferred. Every way to read a marker as "something before, a number, something after"
is a style; in each style the best rising run is found, and the run that looks most like headings wins.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.layout.sections_ends import business_ends
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_titles import USUAL, heading_end, is_upper
from ingest.reading.model import Block

Style = tuple[str, str]
LETTER, ROMAN = "letter", "roman"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LEAST = 3.0  # what a run must be worth to be the paper's items
_NEVER = -2.0  # so unlike a heading that no neighbours could make up for it
_LONGEST = 30  # letters of a number
_REACH = 300  # how many markers of a style are looked back over
_LEADS_IN = re.compile(r"(?:[:;]|[:;,][-–—]|\bthat|\bto|\band|\bquestions?)\s*[-–—]?$", re.I)
# Who asks in a list of questions: "Mr A Brown", "Question from Mrs C Dale", "Cllr B Jones to the Leader"
_ASKED = re.compile(
    r"(?:(?:public|written|supplementary|oral) )?question (?:\d|from|by|to|submitted|asked)|"
    r"(?:mr|mrs|ms|miss|dr|cllr|councillor)\b\.?\s[\w.’' -]{2,40}(?:\s(?:to|asked|of)\b.{0,80})?$",
    re.I,
)


class Reading(NamedTuple):
    """A marker read as a number in a style: ``before`` and ``after`` are what does not change."""

    style: Style
    value: int


@dataclass
class _Step:
    node: int
    value: int
    weight: float
    upper: bool
    look: Block | None
    title: str
    best: float = 0.0
    back: int | None = None


def readings(marker: str) -> list[Reading]:
    """The ways to read a marker: "98/2122" is the 98th of 2122, or the 2122nd of 98; "(a)" is none."""
    bare = re.sub(r"\s+", " ", marker).strip().strip("[]").rstrip(".:) ")
    if bare.startswith("(") or len(bare) > _LONGEST:
        return []
    if re.fullmatch(r"[A-Z]|[IVX]{2,5}", bare):
        return _lettered(bare)
    found = []
    for match in re.finditer(r"\d+", bare):
        before, after = bare[: match.start()], bare[match.end() :]
        if re.fullmatch(r"[a-z]", after):  # 5a stands beside 5
            after = ""
        if re.search(r"[a-z]", re.sub(r"^[A-Z][A-Za-z]{1,5}", "", before) + after) or not (
            after == "" or after[0] in "/-" or re.fullmatch(r"\.0+", after)
        ):
            continue
        found.append(Reading((before, after), int(match[0])))
    return found


def _lettered(bare: str) -> list[Reading]:
    """A capital is the letter of an alphabet, a Roman number, or either."""
    found = [Reading((LETTER, ""), ord(bare) - ord("A") + 1)] if len(bare) == 1 else []
    if re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", bare):
        values = [_ROMAN[letter] for letter in bare]
        after = [*values[1:], 0]
        worth = sum(-one if one < next_ else one for one, next_ in zip(values, after, strict=True))
        found.append(Reading((ROMAN, ""), worth))
    return found


def items(nodes: list[Node]) -> list[int]:
    """The indices of the nodes that begin an item; empty where the paper has no numbered items.

    What stands after the end of the business, such as the questions of an appendix, has numbers of its own.
    """
    for end in business_ends(nodes):
        run = _items(nodes[:end])
        if len(run) > 1:
            return run if not _goes_on(nodes, run, end) else _items(nodes)
    return _items(nodes)


def _goes_on(nodes: list[Node], run: list[int], end: int) -> bool:
    """Does the first number after the end follow the last before it, as where exempt business comes after a close?"""
    for last in readings(nodes[run[-1]].marker):
        after = (reading for node in nodes[end:] for reading in readings(node.marker) if reading.style == last.style)
        first = next(after, None)
        if first and first.value == last.value + 1:
            return True
    return False


def _items(nodes: list[Node]) -> list[int]:
    by_style: dict[Style, list[_Step]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for reading in readings(node.marker):
            weight, upper = _weight(nodes, index, reading), is_upper(node.title[:40])
            if weight > _NEVER:
                by_style[reading.style].append(
                    _Step(index, reading.value, weight, upper, node.look, node.title.lower())
                )
    best: tuple[float, list[int]] = (0.0, [])
    for style, steps in by_style.items():
        run = _best_run(steps)
        if run[0] > best[0] and _worded(nodes, run[1]):
            best = run[0], _unbroken(nodes, style, run[1])
    return best[1] if best[0] >= _LEAST else []


_COUNTED_ON = 100  # from here on numbers are those of minutes, counted on from meeting to meeting


def _unbroken(nodes: list[Node], style: Style, run: list[int]) -> list[int]:
    """The run with what its numbers want: "102" and "104" among 103, 105 and 106, each there once and in its place."""
    values = {at: one.value for at, node in enumerate(nodes) for one in readings(node.marker) if one.style == style}
    first = values[run[0]]
    if len(run) < 4 or first < _COUNTED_ON or values[run[-1]] - first > 2 * len(run):
        return run
    times = Counter(values.values())
    whole = [at for at, value in values.items() if times[value] == 1 or at in run]
    steady = all(values[after] == values[at] + 1 for at, after in pairwise(whole))
    return whole if steady and set(run) <= set(whole) else run


def _weight(nodes: list[Node], index: int, reading: Reading) -> float:
    """How much the node looks like the heading of an item: first by how it is set, then by its words."""
    node = nodes[index]
    title = _title(node)
    look = node.look
    weight = 1.0 if node.row else 0.0
    if look and (look.bold or look.kind == "heading" or (look.underlined and len(title) < 150)):
        weight += 2.0
    if is_upper(title):
        weight += 2.0
    weight += _length(title)
    if title.rstrip().endswith((".", ";", "?", ",", "; and")) and not is_upper(title):
        weight -= 1.5
    if _leads_in(title, look) or _DECIDED.match(node.title):
        weight -= 2.0
    if title[:1].islower() or not title.strip():
        weight -= 2.0
    if len(title) < len(node.title) and not (look and look.pieces and look.pieces[0].bold) and not is_upper(title):
        weight -= 1.0  # only a stop or a dash parts it from the words after it
    if _ASKED.match(title):
        weight -= 4.0
    if USUAL.search(title) and len(title.split()) <= 12:
        weight += 1.0
    return weight + _around(nodes, index, reading)


# "RESOLVED that the report be received" is a decision in a numbered paragraph, not the heading of business
_DECIDED = re.compile(r"(?:unanimously )?(?:resolved|agreed|recommended)\b\W*(?:that\b|$)", re.I)
_SENTENCE = 10  # words with a colon behind them that are no heading, but lead in what is quoted or listed


def _leads_in(title: str, look: Block | None) -> bool:
    """Is this a sentence in plain type before a list or a quotation: "Mr A Brown moved the following motion:"?"""
    plain = look is not None and not look.bold and look.kind != "heading"
    return plain and title.rstrip().endswith(":") and len(title.split()) >= _SENTENCE and not is_upper(title)


def _title(node: Node) -> str:
    words = node.words
    end = heading_end(words) if words else None
    return node.title[:end].rstrip(" –—-:.") if end else node.title


def _length(title: str) -> float:
    count = len(title.split())
    if count <= 12:
        return 1.0
    return 0.5 if count <= 25 else -2.0


def _around(nodes: list[Node], index: int, reading: Reading) -> float:
    """A heading has its text under it and no lead-in above; an entry of a list follows one and has none."""
    weight = 0.0
    node = nodes[index]
    follower = nodes[index + 1] if index + 1 < len(nodes) else None
    if node.body or (follower and (_deeper(node, follower) or not _of_style(follower, reading.style))):
        weight += 0.5
    elif follower:
        weight -= 1.0
    above = nodes[index - 1] if index else None
    if above and not above.body and Reading(reading.style, reading.value - 1) in readings(above.marker):
        weight -= 0.5
    if above and above.block and above.block.kind != "table" and _LEADS_IN.search(above.block.text.rstrip()[-40:]):
        weight -= 2.0
    return weight


def _of_style(node: Node, style: Style) -> bool:
    return any(other.style == style for other in readings(node.marker))


def _deeper(node: Node, follower: Node) -> bool:
    """Does what follows hang further in, as the first entry of an item's own list does?"""
    first, second = node.look, follower.look
    return bool(first and second and first.align == second.align == "left" and second.hang - first.hang > _INSET)


_INSET = 24.0  # points


def _best_run(steps: list[_Step]) -> tuple[float, list[int]]:
    """The rising run that is worth most: (worth, node indices)."""
    for at, step in enumerate(steps):
        step.best, step.back = step.weight - _start_cost(step.value), None
        for before in range(max(0, at - _REACH), at):
            worth = steps[before].best + step.weight + _link(steps[before], step)
            if steps[before].node != step.node and worth > step.best:
                step.best, step.back = worth, before
    if not steps:
        return 0.0, []
    last: int | None = max(range(len(steps)), key=lambda at: steps[at].best)
    worth, run = steps[last or 0].best, []
    while last is not None:
        run.append(steps[last].node)
        last = steps[last].back
    return worth, run[::-1]


def _start_cost(value: int) -> float:
    """A year or a page number is an unlikely first item."""
    return 2.0 if value == 0 or 1990 <= value <= 2060 else 0.0


def _link(before: _Step, after: _Step) -> float:
    """What it is worth that one marker follows another."""
    rise = after.value - before.value
    if rise < 0 or (rise == 0 and before.title == after.title):  # the agenda's entry, and then the item
        return -1000.0
    skipped = min(rise - 1, 1 if _CLOSING.match(after.title) else 8)
    worth = 1.0 if rise == 1 else -1.0 if rise == 0 else -0.7 * skipped
    first, second = before.look, after.look
    if first and second:
        worth -= 1.0 * (first.bold != second.bold)
        if abs(first.hang - second.hang) > _INSET:  # centred headings begin anywhere, others at one edge
            worth -= 0.5 if "centre" in (first.align, second.align) else 2.0
        worth -= 0.5 * (before.upper != after.upper)
    return worth


# The last business often keeps the number that it had on a longer agenda
_CLOSING = re.compile(
    r"(?:(?:date|time|day)s?\b.{0,20}\b)?(?:of|next)\s+(?:the\s+)?(?:next\s+)?meetings?\b|any other business\b"
)


def _worded(nodes: list[Node], run: list[int]) -> bool:
    """Do most of a run's members have something under them? A mere list of an agenda has not."""
    marked = set(run)
    bare = 0
    for index in run:
        node = nodes[index]
        bare += not node.body and index + 1 in marked
        words = node.words
        if words and index + 1 in marked and heading_end(words):
            bare -= 1
    return bare * 2 <= len(run)

"""A decision taken apart into its clauses: entries of a list under it, or "(a) …; (b) …" run into one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.reading.records.passages import Passage, Words
from ingest.reading.records.resolutions.markers import DOTTED, bare, begins, follows, is_next, joined, ranks

_INLINE = re.compile(
    r"(?:^|(?<=[\s;,:–—-]))\(?(?P<number>[A-Za-z]|[ivx]{1,4}|\d{1,2})\)(?=\s|[A-Z])|(?:^|(?<=\s))"
    r"(?P<digit>\d{1,2})\.(?=\s+[A-Z])|(?:^|(?<=[;:]\s)|(?<=;\sand\s))(?P<capital>[A-H])\.(?=\s)"
)
_JOINING = " \t\n\r\f\v\xa0;,:"
_AND = re.compile(r"(?:[;,]\s{0,3}or|\band)$", re.IGNORECASE)
_ACTION_TAG = re.compile(
    r"\s*[\[(]\s*(?:ACTION|Action)\b[^\])]*[\])]\.?\s*$|"
    r"(?<=[.;,])\s+(?:ACTION|Action)(?:\s+(?:by|for))?\s*[:–—-]\s*[^.;:\[\]()]{2,60}\.?\s*$"
)
# "(Proposed: Cllr A; seconded: Cllr B)", ", on the motion of Cllr A, seconded by Cllr B." behind a decision's words
_PROPOSER = re.compile(
    r"(?:\s*[\[(]\s*|(?<=[.;])\s+|,\s+(?:as\s+)?)(?:proposed|prop\b|moved|nominated|on\s+the\s+(?:motion|proposal|proposition)\s+of)"
    r"\b(?:(?!\bthat\b)[^()\[\]]){0,120}\b(?:seconded|2nd)\b(?:(?!\bthat\b)[^()\[\]]){0,80}[\])]?\s*\.?\s*$",
    re.IGNORECASE,
)
# What ends a list of clauses or a decision's words: "Reasons for decision", "Note: Councillor A left"
_STOP = re.compile(
    r"(?:the\s+)?(?:reasons?|rationale|alternatives?|options?\s+considered|note|n\.?b|voting|for|against|"
    r"recommendations?\s+\d{1,2}\s+(?:was|were)\s+not\s+\w+|abstain\w*|recorded\s+vote|in\s+accordance)\b\s*"
    r"(?:\(s\))?(?:\s+(?:for|of|options?|to)\b|\s*[:–-])|\(?(?:councillors?|cllrs?|mrs?|ms|miss|"
    r"the\s+meeting|the\s+chair\w*)\b.*\b(?:left|arrived|closed|ended|adjourned|returned|thanked)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause's words, and those it shares with the clauses beside it ("be asked to").

    ``number`` is as printed but for brackets and stops, one way for a whole list however its marks are set.
    """

    words: Words
    number: str | None = None
    stem: str = ""


def listed(stream: Sequence[Passage], place: int) -> list[tuple[int, Passage]]:
    """The entries of the list that begins at a place, each with its depth from 0; empty where no list begins there."""
    if place >= len(stream) or not stream[place].is_entry or is_stop(stream[place].text):
        return []
    stack = [stream[place].block.marker]
    taken = [(0, stream[place])]
    if DOTTED.fullmatch(stack[0].strip("(). ")) and not begins(stack[0]):
        return taken  # "4.4" goes on with the paragraphs of the minutes
    for number, passage in enumerate(stream[place + 1 :], start=place + 1):
        if not same_box(stream[place], passage) or is_stop(passage.text):
            break
        if _only_groups(stream, number, stack):
            continue
        if not passage.is_entry or not _nest(stack, passage.block.marker):
            break
        taken.append((len(stack) - 1, passage))
    return taken


def _only_groups(stream: Sequence[Passage], place: int, stack: Sequence[str]) -> bool:
    """Whether a passage is a word or two over the clauses that go on below it: "Contractual:"."""
    passage = stream[place]
    if passage.is_entry or len(passage.text.split()) > 6 or place + 1 >= len(stream) or _OTHERS.search(passage.text):
        return False
    below = stream[place + 1]
    return passage.text.rstrip().endswith(":") and below.is_entry and follows(stack[-1], below.block.marker)


_OTHERS = re.compile(r"\b(?:actions?|requests?|information|recommendations?)\b", re.IGNORECASE)  # over another list


def _nest(stack: list[str], marker: str) -> bool:
    """Put a marker where it belongs in the nesting of lists; False where it belongs to none of them."""
    for depth in range(len(stack) - 1, -1, -1):
        if follows(stack[depth], marker):
            del stack[depth:]
            stack.append(marker)
            return True
    part = DOTTED.fullmatch(marker.strip("(). "))
    if part and stack[-1].strip("(). ") != part[1]:
        return False
    if begins(marker) and ranks(marker):
        stack.append(marker)
        return True
    return False


def same_box(one: Passage, other: Passage) -> bool:
    """Whether two passages stand both outside tables, or in one row of one table."""
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return one.cell[:2] == other.cell[:2]


def is_stop(text: str) -> bool:
    """Whether a passage stands after a decision and is no part of it."""
    return bool(_STOP.match(text))


def from_list(entries: Sequence[tuple[int, Passage]], stem: str) -> list[Clause]:
    """The clauses of a list. An entry that only leads into those under it is their stem."""
    clauses: list[Clause] = []
    stems = {0: stem}
    numbers: dict[int, str] = {}
    leading: dict[int, bool] = {}
    for place, (depth, passage) in enumerate(entries):
        deeper = place + 1 < len(entries) and entries[place + 1][0] > depth
        leading[depth] = leads_on(passage.text) or not _SAYS.search(passage.text)
        if depth and not leading[depth - 1] and ("bullet", 1) in ranks(passage.block.marker):
            continue
        marker = passage.block.marker
        numbers[depth] = bare(marker) if ("bullet", 1) not in ranks(marker) else ""
        here = stems.get(depth, stem)
        if deeper and _ONLY_THINGS.search(passage.text) and not _DONE.match(entries[place + 1][1].text):
            leading[depth] = False  # what stands under "the grounds be:" are things, and no clauses
        elif deeper:
            stems[depth + 1] = f"{here} {passage.text}".strip()
            if leading[depth]:
                continue
        number = joined(numbers[level] for level in range(depth + 1) if numbers.get(level))
        clauses.extend(_split(Words(passage, 0, len(passage.text)), number, here))
    return clauses


_ONLY_THINGS = re.compile(r"\b(?:be|are|is|include|includes|were)\s*:\s*[-–—]?\s*$", re.IGNORECASE)
_DONE = re.compile(r"\w+ed\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:be|is|are|to|that|note[sd]?|approve[sd]?|agree[sd]?|request\w*|recommend\w*|support\w*|"
    r"endorse\w*|ask\w*|report|provide|"
    r"submit|delegate\w*|authorise\w*|adopt\w*|consider\w*|receive[sd]?)\b",
    re.IGNORECASE,
)


def leads_on(text: str) -> bool:
    """Whether words only lead into what stands under them: "That the Committee:", "be recommended to", ""."""
    bare = text.strip()
    return not bare or bool(
        re.search(
            r"[:,]\s*[-–—]?\s*(?:\([^()]{1,80}\)\s*)?$|[-–—]\s*$|\b(?:that|to|the|which)\s*;?\s*$", bare, re.IGNORECASE
        )
    )


def _split(words: Words, number: str | None, stem: str) -> list[Clause]:
    """One clause, or those run into one sentence."""
    if inner := run_in(words):
        before = words.text[: inner[0].start].strip()
        joined = f"{stem} {before}".strip()
        return [Clause(trim(words.trimmed(one.words, one.end)), one.marker, joined) for one in inner]
    return [Clause(trim(words), number, stem)]


@dataclass(frozen=True, slots=True)
class _RunIn:
    """A clause inside a sentence: its marker begins at ``start``, its words at ``words``, counted from the sentence."""

    marker: str
    start: int
    words: int
    end: int


def run_in(words: Words) -> list[_RunIn]:
    """The clauses "(a) …; (b) …; and (c) …" of one sentence."""
    chain: list[_RunIn] = []
    text = words.text
    for match in _INLINE.finditer(text):
        marker = match["number"] or match["digit"] or match["capital"]
        if (not chain and begins(marker)) or (chain and is_next(chain[-1].marker, marker)):
            chain.append(_RunIn(marker, match.start(), match.end(), len(text)))
    if len(chain) < 2:
        return []
    return [replace(one, end=after.start) for one, after in pairwise(chain)] + chain[-1:]


def begun(words: Words, following: str) -> Clause | None:
    """The first clause where it stands in the lead-in's own line and the list goes on below: "that (A) …; and"."""
    marks = [match for match in _INLINE.finditer(words.text) if begins(match["number"] or match["digit"] or "")]
    if len(marks) != 1 or not re.match(r"\s*(?:that\b[^;.]{0,40})?\s*$", words.text[: marks[0].start()], re.IGNORECASE):
        return None
    marker = marks[0]["number"] or marks[0]["digit"]
    if not is_next(marker, following):
        return None
    return Clause(trim(words.trimmed(marks[0].end())), marker, words.text[: marks[0].start()].strip())


def trim(words: Words) -> Words:
    """Words without the "; and" that only joins them to the next clause."""
    for aside in (_ACTION_TAG, _PROPOSER):
        if tag := aside.search(words.text):
            words = words.trimmed(0, tag.start())
    text = words.text
    end = len(text.rstrip(_JOINING))
    if joined := _AND.search(text, max(0, end - 8), end):
        end = joined.start()
    end = len(text[:end].rstrip(f"{_JOINING}."))
    return words.trimmed(0, end + 1 if text[end : end + 1] == "." else end)


def split(words: Words, stem: str = "") -> list[Clause]:
    """The clauses of words that stand in one block."""
    return [clause for clause in _split(words.trimmed(), None, stem) if clause.words.text.strip(" .;,:")]

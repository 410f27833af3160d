"""Decisions told by the vote behind them: "Clerk to order a bench. Prop AB, 2nd CD, all agreed."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.reading.records.passages import Passage, Words, in_quotation, sentences_of

# "Prop AB, 2nd CD, All agreed." · "Proposed by Mr A Archer, seconded by Mrs B Butcher and carried unanimously."
_PROPOSED = re.compile(
    r"(?:^|(?<=[.:;!?)\]]))\s*[(\[]?(?:this\s+was\s+)?(?:proposed|proposer|prop|moved)\b", re.IGNORECASE
)
_SECONDED = re.compile(r"(?:(?!\b(?:that|as)\b).){1,70}?\b(?:seconded|seconder|2nd(?:ed|er)?|sec)\b", re.IGNORECASE)
_VOTE = (
    r"(?:all\s+(?:councillors\s+|members\s+|present\s+)?(?:were\s+)?(?:agreed|in\s+favour|in\s+agreement)|"
    r"(?:unanimously\s+)?(?:agreed|carried|approved|passed|resolved|accepted)\b(?!\s+(?:that|to)\b)"
    r"(?:\s+(?:unanimously|nem\.?\s?con|by\s+all(?:\s+present)?))?|unanimous)\b"
)
_WON = re.compile(rf"(?:(?!\b(?:that|lost|amendment)\b)[^;]){{1,60}}?\b{_VOTE}", re.IGNORECASE)
# "All agreed." alone behind what was suggested, or as the last words of a line
_ALONE = re.compile(
    rf"(?:(?:this|the\s+proposal)\s+was\s+|vote\s*:\s*)?{_VOTE}"
    r"(?:,?\s+(?:by|with)\s+[\w\s,]{1,60}?(?:votes?|majority|abstentions?|against|for)(?:,?\s+(?:to\s+)?\w+(?:\s+\w+)?)?)?\s*\.?",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[\s).\]]*")
_TELLS = re.compile(
    r"\b(?:said|stated|reported|explained|noted|asked|thanked|advised|informed|felt|was|were|had|has|have|gave|"
    r"suggested|proposed|recommended)\b",
    re.IGNORECASE,
)
# What was put to those who agreed: "Mrs A Archer suggested that the hedge be cut."
_PUT = re.compile(
    r"\b(?:(?:suggested|proposed|recommended|moved|asked|requested)\s+(?=that\b.*\b(?:be|should|would)\b)|"
    r"(?:asked|requested)(?:\s+for)?\s+(?:approval|permission|authority|consent)\s+(?=to\b))(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "Mrs A Archer proposed that the hedge be cut, Mr B Butcher seconded, all agreed."
_IN_ONE = re.compile(
    r"(?:[\w.’'-]+\s+){1,5}?proposed\s+(?P<what>(?!an?\s+amendment|by\b)(?:that\s+)?[^;]{10,300}?)[,;]?\s+(?:and\s+)?"
    r"(?:(?:this|which)\s+was\s+)?(?:(?:[A-Z][\w.’'-]*\s+){1,5}?seconded|seconded\s+by\s+(?:[A-Z][\w.’'-]*,?\s+){1,4}?)[,.;]?\s*"
    rf"(?:and\s+|with\s+)?(?:was\s+)?(?:{_VOTE}|unanimous\s+(?:approval|agreement))"
)
# "The motion that the hedge be cut was then carried."
_MOTION_WON = re.compile(
    r"(?i:the\s+)?(?i:(?:original|substantive|amended)\s+)?(?i:motion|proposal)\s+(?P<what>(?:that|to)\s[^;]{8,300}?)"
    r"\s+was\s+(?:\w+\s+){0,3}?(?:carried|agreed|passed|approved)\b"
)
_ASKED_FOR = re.compile(r"\b(?:to\s+be|to\s+\w+|be\s+\w+ed|should)\b", re.IGNORECASE)
# Looked for first, since the patterns above are slow where they find nothing
_MAY_NAME = re.compile(r"second|2nd|\bsec\b", re.IGNORECASE)
_MAY_CARRY = re.compile(r"seconded|[Mm]otion|[Pp]roposal")
_LONGEST = 60  # letters of a sentence that is nothing but a vote
_FAR = 12  # passages, tables of payments among them, between what was proposed and its vote
_BRIEF = 20  # words of a matter that is only named
_MOST = 3  # sentences that one vote is about


class Vote(NamedTuple):
    """Where a vote stands in a passage's text, and whether it names who proposed."""

    start: int
    end: int
    named: bool


def votes(text: str) -> list[Vote]:
    """The votes of a passage that were won: "Prop AB, 2nd CD, all agreed."."""
    found: list[Vote] = []
    if not _MAY_NAME.search(text):
        return found
    for proposed in _PROPOSED.finditer(text):
        seconded = _SECONDED.match(text, proposed.end())
        won = _WON.match(text, seconded.end()) if seconded else None
        if won and not in_quotation(text, proposed.start()):
            closed = _CLOSES.match(text, won.end())
            found.append(Vote(proposed.start(), closed.end() if closed else won.end(), named=True))
    return found


def voted(stream: Sequence[Passage], place: int, decided: Sequence[Words]) -> Iterator[Words]:
    """What the votes of a passage were about, where no words of its own ``decided`` it already."""
    passage = stream[place]
    begin = 0
    for vote in _all_votes(passage):
        told = [one for one in decided if one.passage is passage and begin <= one.start < vote.end]
        if not told:
            about = _before(passage, begin, vote) if passage.text[begin : vote.start].strip() else None
            if about is None and not passage.text[begin : vote.start].strip() and vote.named and begin == 0:
                about = _above(stream, place, decided)
            if about:
                yield about
        begin = vote.end


def _all_votes(passage: Passage) -> list[Vote]:
    named = votes(passage.text)
    alone = [
        Vote(words.start, words.end, named=False)
        for words in sentences_of(passage)
        if words.end - words.start < _LONGEST
        and _ALONE.fullmatch(words.text)
        and not any(one.start <= words.start < one.end for one in named)
    ]
    return sorted([*named, *alone])


def put_and_carried(words: Words) -> Words | None:
    """What a sentence says was proposed and carried; None where it tells of no such thing."""
    if not _MAY_CARRY.search(words.text):
        return None
    match = _IN_ONE.match(words.text) or _MOTION_WON.match(words.text)
    return words.trimmed(match.start("what"), match.end("what")) if match else None


def is_vote(words: Words) -> bool:
    """Whether a sentence is nothing but a vote, or the names of those who proposed."""
    spans = votes(words.passage.text)
    return bool(_ALONE.fullmatch(words.text)) or any(one.start <= words.start and words.end <= one.end for one in spans)


def _before(passage: Passage, begin: int, vote: Vote) -> Words | None:
    """The last sentences before a vote that say what is to be; what somebody told of is none of them."""
    before = [one for one in sentences_of(passage) if begin <= one.start and one.start < vote.start]
    before = [Words(passage, one.start, min(one.end, vote.start)).trimmed() for one in before]
    before = [one for one in before if one.text.strip(" .,()")]
    if before and (put := _PUT.search(before[-1].text)):
        return before[-1].trimmed(put.start("what"))
    taken: list[Words] = []
    for words in reversed(before[-_MOST:]):
        if _TELLS.search(words.text):
            break
        taken.insert(0, words)
    if not taken or not (vote.named or _ASKED_FOR.search(taken[0].text) or _subject_alone(before, vote)):
        return None
    return Words(passage, taken[0].start, taken[-1].end)


def _subject_alone(before: Sequence[Words], vote: Vote) -> bool:
    """Whether a passage is nothing but a matter and its vote: "Dates of meetings in 2031. Agreed."."""
    text = before[0].text
    alone = len(before) == 1 and before[0].start == 0 and vote.end >= len(before[0].passage.text.rstrip())
    return alone and 2 < len(text.split()) <= _BRIEF and not re.search(r"\b(?:hands|vote[sd]?)\b", text, re.IGNORECASE)


# "Noted" in a column or at the right edge, beside what was noted
_IN_MARGIN = re.compile(r"(?:noted|agreed|approved|resolved|accepted)\s*\.?", re.IGNORECASE)
_ACROSS = 150.0  # points between the edge of a text and its margin


def beside(stream: Sequence[Passage], place: int) -> Words | None:
    """What a word in the margin decides: the passage that it stands beside; None where it stands in no margin."""
    passage = stream[place]
    if not place or not _IN_MARGIN.fullmatch(passage.text.strip()):
        return None
    other = stream[place - 1]
    row = passage.cell and other.cell and passage.cell[:2] == other.cell[:2] and passage.cell[2] > other.cell[2]
    across = passage.cell is None and passage.block.hang - other.block.hang > _ACROSS and other.is_entry
    cut = place > 1 and not other.is_entry and not re.search(r"[.:;!?)]$", stream[place - 2].text)
    return Words(other, 0, len(other.text)).trimmed() if (row or across) and not cut else None


def _above(stream: Sequence[Passage], place: int, decided: Sequence[Words]) -> Words | None:
    """What a vote in a paragraph of its own is about: the entry that its paragraphs and tables stand under."""
    for passage in reversed(stream[max(0, place - _FAR) : place]):
        if any(one.passage is passage for one in decided) or votes(passage.text):
            return None
        if passage.cell is None and (passage.is_entry or passage is stream[place - 1]):
            found = _before(passage, 0, Vote(len(passage.text), 0, named=passage.is_entry))
            if found or passage.is_entry:
                return found
    return None

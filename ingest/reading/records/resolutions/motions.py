"""Motions that were carried without the word "resolved": what was moved is what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.reading.records.passages import Passage, Words, in_quotation, sentences_of

# "Councillor A Archer moved, seconded by Councillor B Butcher, that the report be deferred."; "A moved:- That …"
_MOVED = re.compile(
    r"(?!.*\b(?:amendment|had\s+been)\b).{0,200}?(?<!the )(?<!this )(?<!of )\b(?:moved|proposed)\b.{0,200}?"
    r"(?:(?<=moved)\s{0,3}(?:the\s+following\s+motion\s{0,3})?[:–-]{1,3}\s{0,3}(?P<outright>that)\b|\b(?P<that>that)\b)",
    re.IGNORECASE | re.DOTALL,
)
# "Mr Archer proposed accepting the quotation", "A moved and B seconded the officer recommendation"
_MOVED_THING = re.compile(
    r"(?!.*\b(?:amendment|had\s+been)\b).{0,160}?(?<!the )(?<!this )(?<!of )\b(?:moved|proposed)"
    r"(?:,?\s+and\s+(?:[\w.’'-]+\s+){1,4}?seconded,?)?\s+"
    r"(?P<thing>(?:the\s+)?(?:acceptance|approval|adoption)\b|accepting\b|approving\b|adopting\b|"
    r"the\s+(?:officer\w*[’']?\s+)?recommendations?\b)",
    re.IGNORECASE | re.DOTALL,
)
# "Motion: That this Council supports the charter." over who proposed and seconded it
_HEADED = re.compile(r"(?:notice\s+of\s+)?motion\s*(?:\d{1,2}\s*)?[:–-]\s*(?=that\b)", re.IGNORECASE)
_TO_BE = re.compile(r"\b(?:be|should)\b", re.IGNORECASE)
# "On being put to the vote the motion was carried.", "This was agreed unanimously.", "All in favour."
_CARRIED = re.compile(
    r"\b(?:motion|proposal|proposition|recommendation|this)\b[^.]*\b(?:was|were)\s+(?:(?:\w+ly|declared|"
    r"then|therefore|put\s+to\s+the\s+vote\s+and)\s+)*(?:carried|agreed|passed|approved)\b"
    r"|^(?:vote\s*:\s*)?(?:(?:the\s+)?(?:motion|proposal)\s+)?(?:(?:unanimously\s+)?(?:carried|agreed|approved)|(?:all|unanimously)\s+(?:(?:were|voted)\s+)?in\s+favour|all\s+agreed)"
    r"(?:\s+unanimously)?\.?$",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|fell|defeated|withdrawn|not\s+(?:carried|seconded|agreed)|no\s+seconder)\b", re.IGNORECASE
)
# What became of an amendment says nothing of the motion, but a carried one changes its words
_AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
_AMENDED = re.compile(
    r"\bamendments?\b[^.]{0,80}\b(?:carried|accepted|passed|agreed|approved)\b|\b(?:as\s+amended|substantive)\b",
    re.IGNORECASE,
)
_NEAR = 3  # sentences between a motion and its vote, what is said of amendments aside
_SOON = 200  # letters behind a proposal in which it is said to have fallen
_PASSAGES = 8  # passages that these may stand in


def carried(stream: Sequence[Passage], place: int) -> Words | None:
    """What a passage's motion says, where the vote that follows carried it; None else."""
    if not re.search(r"\b(?:moved|proposed)\b|^(?:notice\s+of\s+)?motion\b", stream[place].text, re.IGNORECASE):
        return None
    sentences = _joined(sentences_of(stream[place]))
    for number, words in enumerate(sentences):
        start = _begins(words.text)
        if start is None or in_quotation(words.text, start):
            continue
        after = [
            *sentences[number + 1 :],
            *(one for passage in stream[place + 1 : place + 1 + _PASSAGES] for one in sentences_of(passage)),
        ]
        if _won(after):
            return words.trimmed(start)
    return None


def fell(stream: Sequence[Passage], place: int, words: Words) -> bool:
    """Whether what a sentence proposes was lost in what stands next: "There was no seconder.", "The motion fell."."""
    if not re.search(r"\b(?:moved|proposed)\b", words.text, re.IGNORECASE):
        return False
    after = words.passage.text[words.end :] + " ".join(one.text for one in stream[place + 1 : place + 2])
    return bool(_LOST.search(after[:_SOON]))


def _begins(text: str) -> int | None:
    """Where the words of a motion begin in the sentence that moves it; None where a sentence moves none."""
    if headed := _HEADED.match(text):
        return headed.end()
    match = _MOVED.match(text)
    if match is None:
        thing = _MOVED_THING.match(text)
        return thing.start("thing") if thing else None
    start = max(match.start("outright"), match.start("that"))
    return start if match["outright"] or _TO_BE.search(text, start) else None


def _joined(sentences: Sequence[Words]) -> list[Words]:
    """Sentences, what stands behind "moved:-" joined to it."""
    whole: list[Words] = []
    for words in sentences:
        if whole and re.search(r"\bmoved\s*:\s*[-–]*$", whole[-1].text, re.IGNORECASE):
            whole[-1] = replace(whole[-1], end=words.end)
        else:
            whole.append(words)
    return whole


def _won(after: Sequence[Words]) -> bool:
    """Whether the vote that follows a motion carried it, unamended."""
    counted = 0
    for later in after:
        text = later.text
        if _AMENDED.search(text) or (_begins(text) is not None and not _AMENDMENT.search(text)):
            return False
        if _CARRIED.search(text) and not _AMENDMENT.search(text):
            return True
        if _AMENDMENT.search(text):
            continue
        counted += 1
        if _LOST.search(text) or counted >= _NEAR:
            return False
    return False

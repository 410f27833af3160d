"""Motions that were carried without the word "resolved": what was moved is what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.records.passages import Passage, Words, in_quotation, sentences_of

# "Councillor A Archer moved, seconded by Councillor B Butcher, that the report be deferred."
_MOVED = re.compile(
    (
        r"^(?=[^.]*\b(?:moved|proposed)\b)(?![^.]*\b(?:amendment|had\s+been)\b)"
        r"[^.]*?\b(?P<that>that\b(?=[^.]*\b(?:be|should)\b).+)$"
    ),
    re.IGNORECASE,
)
# "On being put to the vote the motion was carried.", "This was agreed unanimously."
_CARRIED = re.compile(
    r"\b(?:motion|proposal|proposition|recommendation|this)\b[^.]*\b(?:was|were)\s+(?:(?:\w+ly|declared|"
    r"then|put\s+to\s+the\s+vote\s+and)\s+)*(?:carried|agreed|passed)\b"
    r"|^(?:carried|agreed)(?:\s+unanimously)?\.?$",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|fell|defeated|withdrawn|not\s+(?:carried|seconded|agreed)|no\s+seconder|amendment)\b", re.IGNORECASE
)
_NEAR = 3  # sentences between a motion and its vote


def carried(stream: Sequence[Passage], place: int) -> Words | None:
    """What a passage's motion says, where the vote that follows carried it; None else."""
    if not re.search(r"\b(?:moved|proposed)\b", stream[place].text, re.IGNORECASE):
        return None
    sentences = sentences_of(stream[place])
    for number, words in enumerate(sentences):
        match = _MOVED.match(words.text)
        if match is None or in_quotation(words.text, match.start("that")):
            continue
        after = [
            *sentences[number + 1 :],
            *(one for passage in stream[place + 1 : place + 3] for one in sentences_of(passage)),
        ]
        for later in after[:_NEAR]:
            if _LOST.search(later.text) or _MOVED.match(later.text):
                break
            if _CARRIED.search(later.text):
                return words.trimmed(match.start("that"))
    return None

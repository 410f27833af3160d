"""Letter-spaced words as titles have them: "N O R B U R Y   C O U N C I L" is Norbury Council."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.model import Block, Piece

_RUN = re.compile(r"(?<![\w’'-])[A-Z](?:[ \xa0\t]+[A-Z&’']){4,}(?![\w’'-])")
# "RESOLVED – T H A T the report be noted": too short for a run, and nobody's initials
_THAT = re.compile(r"(?<![\w’'-])T[ \xa0]H[ \xa0]A[ \xa0]T(?=\s+\w)")
_GAP = re.compile(r"[ \xa0\t]{2,}")
# Words of titles and labels, by which a run is known to be words and told apart where all its gaps are alike.
_TITLES = """
    council county district borough city town parish community metropolitan royal london combined authority committee
    overview scrutiny panel board cabinet executive commission minutes agenda present attendance apologies meeting
    select joint sub health social care wellbeing housing environment planning finance audit governance standards
    children adults people services policy performance resources corporate communities economy regeneration transport
    and the of for in at members officers notes draft
"""
_WORDS = frozenset(word.upper() for word in _TITLES.split())
_LITTLE = frozenset({"AND", "THE", "OF", "FOR", "IN", "AT", "SUB"})
_LONGEST = 200  # letters that are told apart


def unspaced(text: str) -> str:
    """The text with its letter-spaced words closed up; initials before a surname stay as they are.

    >>> unspaced("S C R U T I N Y C O M M I T T E E, 4 March")
    'SCRUTINY COMMITTEE, 4 March'
    """
    return _THAT.sub("THAT", _RUN.sub(lambda match: _closed(match.group()), text))


def _closed(run: str) -> str:
    parts = [re.sub(r"\s", "", part) for part in _GAP.split(run)]
    words = parts if len(parts) > 1 and max(map(len, parts)) > 1 else _apart(parts[0] if len(parts) == 1 else run)
    return " ".join(words) if any(word in _WORDS - _LITTLE for word in words) else run


def _apart(letters: str) -> list[str]:
    """The words of letters that run together: as many of them as can be are words of titles, the rest names."""
    letters = re.sub(r"\s", "", letters)
    if len(letters) > _LONGEST:
        return [letters]
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(letters) + 1):
        found = [
            (cost + _cost(letters[start:end]), [*words, letters[start:end]])
            for start, (cost, words) in enumerate(best)
            if end - start <= 24
        ]
        best.append(min(found, key=lambda one: one[0]))
    return best[-1][1]


def _cost(word: str) -> float:
    if word in _WORDS:
        return 0.3 if word in _LITTLE else 0.1
    return 1.0 + 0.1 * len(word)


def closed(block: Block) -> Block:
    """The block with its letter-spaced words closed up, in its text and in its pieces alike."""
    if not _RUN.search(block.text):
        return block
    text, last = "", 0  # what is closed up, and where the last piece ended before
    pieces: list[Piece] = []
    for piece in block.pieces:
        words = unspaced(piece.text)
        text += " " if text and piece.start > last else ""
        pieces.append(replace(piece, text=words, start=len(text)))
        text += words[: len(words) - piece.hyphenated]
        last = piece.start + len(piece.text) - piece.hyphenated
    return replace(block, text=text, pieces=tuple(pieces))

"""Letter-spaced words as titles have them: "N O R B U R Y   C O U N C I L" is Norbury Council.

The sources close such words up before anything else looks at them. Only white space goes: the letters of a quote are
those of the paper.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"(?<![\w’'-])[A-Z](?:[ \xa0]+[A-Z&’']){4,}(?![\w’'-])")
# A run of other words, "A P P E N D I X"; not the initials "Mrs B K O E Marrow", nor the codes "P P A P P" of a grid
_OTHER = re.compile(r"(?<!\S)[A-Z](?:[ \xa0][A-Z]){4,}(?!\S)(?![ \xa0]+[A-Z][a-z])")
_LEAST = 4  # different letters
# "RESOLVED – T H A T the report be noted": too short for a run, and nobody's initials
_THAT = re.compile(r"(?<![\w’'-])T[ \xa0]H[ \xa0]A[ \xa0]T(?=\s+\w)")
_GAP = re.compile(r"[ \xa0]{2,}")
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
    """The text with its letter-spaced words closed up; initials and letters of the alphabet stay as they are.

    >>> unspaced("S C R U T I N Y C O M M I T T E E, 4 March")
    'SCRUTINY COMMITTEE, 4 March'
    >>> unspaced("Plan A B C D E")
    'Plan A B C D E'
    """
    titles = _RUN.sub(lambda match: _closed(match.group()), text)
    return _THAT.sub("THAT", _OTHER.sub(lambda match: _one_word(match.group()), titles))


def _one_word(run: str) -> str:
    """A run as one word; codes of few letters, and letters in their order ("Lots A B C D F"), stay as they are."""
    letters = re.sub(r"\s", "", run)
    return run if len(set(letters)) < _LEAST or list(letters) == sorted(set(letters)) else letters


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

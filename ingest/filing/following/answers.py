"""How minutes and reports print what the executive answered to recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# In the order in which they are tried: what is said of a part is not said of the whole
_STATES = (
    (
        "accepted_in_part",
        r"(?:accepted|agreed|approved)\s+in\s+part|part(?:ial)?ly\s+(?:accepted|agreed)|part[- ]accepted",
    ),
    ("accepted_in_principle", r"(?:accepted|agreed)\s+in\s+principle"),
    (
        "not_accepted",
        r"not\s+(?:been\s+)?(?:accepted|agreed|supported|approved)|rejected|declined|refused|turned\s+down",
    ),
    ("accepted", r"accepted|agreed|approved|supported"),
)  # fmt: skip
_STATE = "|".join(rf"(?P<{name}>{words})" for name, words in _STATES)
# "Recommendation 3, two further constellations: accepted in part.", "Recommendation (b) - rejected"
_NUMBER = r"(?:\d{1,3}(?!\w)|\((?:[a-z]|[ivx]{1,4}|\d{1,3})\)|[ivx]{1,4}(?!\w)|[a-h](?=\s*:))"
_NUMBERED = re.compile(
    rf"\brecommendations?\s+(?P<numbers>{_NUMBER}(?:\s*(?:,|and|to|&|-|–)\s*{_NUMBER})*)(?P<gist>[^:.;–]{{0,160}})"
    rf"(?::|\s[–-]\s|\s(?:was|were|had\s+been|has\s+been|is|are)\s)\s*(?:not\s+)?(?={_STATE.replace('?P<', '?P<n_')})",
    re.IGNORECASE,
)
_SAID = re.compile(_STATE, re.IGNORECASE)
# "had accepted the recommendation made by the Panel on 24 June", "rejected the Committee's recommendation"
_PLAIN = re.compile(
    rf"(?:\b(?:had|has|have)\s+(?:now\s+|since\s+)?)?\b(?:{_STATE})\s+(?:all\s+|both\s+|each\s+of\s+)*"
    r"(?:the|its|their|that|this|those|these)\s+"
    r"(?:[\w’']+\s+){0,3}?recommendations?\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
# "The recommendations made on 24 June had been accepted in full"
_PASSIVE = re.compile(
    r"\brecommendations?\b(?!\s+\(?\w{1,3}\)?\s*[,:])(?P<rest>[^.;:]{0,120}?)\s(?:was|were|had\s+been|has\s+been|have\s+been)\s+(?:all\s+)?"
    rf"(?:not\s+)?(?={_STATE})",
    re.IGNORECASE,
)
# "the Cabinet Member's response, dated 22 December 2025, to the recommendations", "considered the response of the"
RESPONSE = re.compile(
    r"\b(?:considered|received|noted|presented|welcomed|introduced|discussed)\b[^.;]{0,80}?\b(?:response|reply)\b"
    r"(?P<rest>[^.;]*)|\b(?:response|reply)\b[^.;]{0,100}\b(?:had\s+been|has\s+been|was)\s+(?:received|circulated|sent|"
    r"given|published|supplied)\b",
    re.IGNORECASE,
)
_WIDEST = 30  # clauses that "2 to 4" may span


@dataclass(frozen=True, slots=True)
class Answer:
    """``state`` is one of ResponseState; ``numbers`` the clauses that it is about, none where they are not named."""

    state: str
    numbers: tuple[str, ...]
    words: str


def answers(sentence: str) -> Iterator[Answer]:
    """What a sentence says was answered.

    >>> [(one.state, one.numbers) for one in answers("Recommendation 3, two further hubs: accepted in part.")]
    [('accepted_in_part', ('3',))]
    >>> [(one.state, one.numbers) for one in answers("He had accepted the recommendation made by the Panel in June.")]
    [('accepted', ())]
    """
    for match in _NUMBERED.finditer(sentence):
        said = _SAID.match(sentence, match.end())
        state = _state(said) if said else ""
        if state:
            yield Answer(_negated(state, match.group()), numbers_in(match["numbers"]), sentence)
            return
    if plain := _PLAIN.search(sentence):
        yield Answer(_state(plain), (), sentence)
        return
    if (passive := _PASSIVE.search(sentence)) and (said := _SAID.match(sentence, passive.end())):
        yield Answer(_negated(_state(said), passive.group()), (), sentence)


def _state(match: re.Match[str]) -> str:
    return next(name for name, _ in _STATES if match[name])


def _negated(state: str, words: str) -> str:
    return "not_accepted" if re.search(r"\bnot\s*$", words, re.IGNORECASE) else state


def numbers_in(words: str) -> tuple[str, ...]:
    """The clauses that words name, as a resolution has their numbers, without brackets.

    >>> numbers_in("2 to 4"), numbers_in("(a) and (c)"), numbers_in("2 and 3")
    (('2', '3', '4'), ('a', 'c'), ('2', '3'))
    """
    named = re.findall(r"(?<!\w)(\d{1,3}|[a-z]|[ivx]{1,4})(?!\w)", words.lower())
    span = re.search(r"(\d{1,3})\s*(?:to|-|–)\s*(\d{1,3})", words)
    if span and 0 <= int(span[2]) - int(span[1]) <= _WIDEST:
        named = [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return tuple(named)

"""Why a sentence is taken to be about one record: shared words, the asking month, the day due, who is to act."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.filing.following.matters import Matter
from ingest.filing.following.passages import Later, Sentence
from ingest.filing.following.subjects import Subject, Weights, is_routine, stem, subject, without_days
from ingest.filing.following.wording import Said, Told
from ingest.reading.language.dates import MONTH_NAMES, month_number
from minutes.models import Kind
from minutes.wording import key

# "requested in July", "asked for at the briefing in June", "made on 17 September", "first asked for in September"
_ASKED = re.compile(
    r"\b(?:requested|asked(?:\s+for)?|made|agreed|promised|undertaken|raised|recommendations\s+of)\b(?P<rest>[^.;]{0,70})",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:due|by)\b(?P<rest>[^.;,]{0,40})", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?P<month>{MONTH_NAMES})\b", re.IGNORECASE)
_END = re.compile(r",|\bby\s+(?=\d|the\s+end)|\b(?:had|has|have|was|were)\b", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\s+(?:requested|asked)\b", re.IGNORECASE)
_BRIEFING = re.compile(r"\bbriefing\b", re.IGNORECASE)
_ENOUGH, _ENOUGH_IN_REVIEW, _WHOLLY = 0.5, 0.4, 0.9  # of the weight of the shorter of the two
_LATELY = 31  # days
_MANY = 3  # words in common that tell what it is about by themselves


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a sentence is about a record, 0 and up, and why in words; none below what is enough."""

    score: float
    grounds: tuple[str, ...]


def likeness(
    matter: Matter, thing: Subject, sentence: Sentence, told: Told, later: Later, weights: Weights
) -> Likeness | None:
    """Whether what a clause tells of (``thing``, of ``thing_of``) is what the record asks for."""
    shared = thing & matter.whole
    if not shared.telling & matter.thing.telling:
        return None
    asked = asked_when(matter, told.clause, later)
    if asked is False:
        return None
    part = min(1.0, weights.of(shared) / (min(weights.of(thing), weights.of(matter.thing)) or 1.0))
    due = was_due(matter, told.clause, later)
    count = len(shared.telling)
    just_due = part >= _WHOLLY and _lately_due(matter, later) and (told.said is Said.DONE or count > 1)
    if part < (_ENOUGH_IN_REVIEW if sentence.reviews else _ENOUGH):
        return None
    if count + bool(asked) + due + sentence.reviews + just_due < 2:
        return None
    if not (asked or sentence.reviews or just_due) and count < _MANY:
        return None
    return Likeness(part + 0.1 * count, tuple(_grounds(matter, shared, sentence, bool(asked), due)))


def _grounds(matter: Matter, shared: Subject, sentence: Sentence, asked: bool, due: bool) -> Iterator[str]:
    yield f"its words “{_shown(shared, matter.text, sentence)}” are those of what was asked for"
    if asked:
        yield f"it names when that was asked for ({_month(matter.day)})"
    if due:
        yield "it names the day it was due"


def _lately_due(matter: Matter, later: Later) -> bool:
    return matter.due is not None and 0 <= (later.day - matter.due).days <= _LATELY


def thing_of(sentence: Sentence, told: Told) -> Subject:
    """What the clause is about; where it says only "the report which was requested", what its item is about."""
    found = subject(
        without_days(_ASKED.sub(" ", told.thing)) if _ASKED.search(told.thing) else without_days(told.thing)
    )
    return found if found.telling else subject(without_days(sentence.title))


def asked_when(matter: Matter, words: str, later: Later) -> bool | None:
    """Whether words say when a thing was asked for, and that this was the record's day; None where they do not say."""
    said: set[int] = set()
    briefing = False
    for match in _ASKED.finditer(words):
        rest = _END.split(match["rest"])[0]
        if any(day.date == matter.day for day in later.days(rest)):
            return True
        said |= {month_number(one["month"]) for one in _MONTH.finditer(rest)}
        briefing = briefing or bool(_BRIEFING.search(rest))
    if not said and not briefing:
        return None
    at_briefing = briefing and matter.meeting.kind == Kind.BRIEFING_NOTES
    recent = (later.day - matter.day).days <= 366
    if (matter.day.month in said and recent) or (at_briefing and (not said or matter.day.month in said)):
        return True
    return None if _FIRST.search(words) else False  # what was first asked for then may have been asked for since


def was_due(matter: Matter, words: str, later: Later) -> bool:
    """Whether words name the day that the record was due."""
    if matter.due is None:
        return False
    return any(day.date == matter.due for match in _BY.finditer(words) for day in later.days(match["rest"]))


def owner_named(matter: Matter, words: str) -> bool:
    """Whether words name who was to act: all that tells this owner from others."""
    said = set(key(words).split())
    return bool(matter.owner_key) and matter.owner_key <= said


def _shown(shared: Subject, text: str, sentence: Sentence) -> str:
    """The shared words as the paper has them, each once, in its order; telling ones."""
    shown: dict[str, str] = {}
    for word in key(f"{sentence.text} {sentence.title}").split():
        if not is_routine(word) and stem(word) in shared.telling:
            shown.setdefault(stem(word), word)
    return ", ".join(shown.values()) or text


def _month(day: dt.date) -> str:
    return f"{day:%B %Y}"

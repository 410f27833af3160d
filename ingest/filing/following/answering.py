"""The rules by which a later paper is found to give, or to miss, an answer to recommendations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ingest.filing.following import grounds, wording
from ingest.filing.following.answers import RESPONSE, Answer, answers
from ingest.filing.following.finding import Finding
from ingest.filing.following.matters import Matter
from ingest.filing.following.passages import Later, Sentence
from ingest.filing.following.subjects import subject
from minutes.models import Delivery, ResponseState
from minutes.plain import words as in_words

IN_WORDS = {str(value): str(label).lower() for value, label in ResponseState.choices}
# What a day is not that of the answer: "the recommendations made on 17 September", "due on 17 November"
_OTHER_DAY = re.compile(
    r"\b(?:made|recommend\w*|due|agreed|requested|meeting|from|effect\s+from)\b[^.;,]{0,40}$", re.IGNORECASE
)
_MANY = 3  # words in common that tell what it is about, where nothing says when it was recommended
_WROTE = re.compile(r"\b(?:written|replied|responded|wrote|answered)\b", re.IGNORECASE)
_ANSWER_DAY = re.compile(r"\b(?:dated|on|received|written)\b[^.;,]{0,40}$", re.IGNORECASE)


def answered(later: Later, matters: Sequence[Matter]) -> Iterator[Finding]:
    """What the executive answered to recommendations, and to requests for its answer."""
    for sentence in later.sentences:
        for answer in answers(sentence.text):
            around = _around(sentence, later)
            on = _answered_on(around)
            concerned = [
                matter for matter in matters if matter.is_recommendation and _concerns(matter, answer, around, sentence)
            ]
            for matter in concerned:
                yield _answer(matter, answer, sentence, on)


def _around(sentence: Sentence, later: Later) -> _Around:
    """The sentences under the same item, and the heading: what an answer in a list leaves to what stands before it."""
    same = [one for one in later.sentences if one.item == sentence.item and one.place <= sentence.place]
    return _Around(sentence.title, [one.text for one in same], later)


class _Around:
    def __init__(self, title: str, said: list[str], later: Later) -> None:
        self.title, self.said, self.later = title, said, later
        self.words = " ".join([title, *said])


def _concerns(matter: Matter, answer: Answer, around: _Around, sentence: Sentence) -> bool:
    """Whether an answer is to this recommendation: by its clause's number or by when it was made, and by whom."""
    if answer.numbers and matter.number not in answer.numbers:
        return False
    when = grounds.asked_when(matter, sentence.text, around.later)
    if when is None:
        when = grounds.asked_when(matter, around.words, around.later)
    if when is False:
        return False
    shared = subject(f"{sentence.text} {around.title}") & matter.thing
    return bool(
        (when and shared.telling)
        or (when and grounds.owner_named(matter, around.words))
        or len(shared.telling) >= _MANY
    )


def _answered_on(around: _Around) -> dt.date | None:
    """The day of the answer as it is printed, not that of the recommendation or the one it was due on."""
    for words in reversed(around.said):
        if not (RESPONSE.search(words) or _WROTE.search(words)):
            continue
        for day in around.later.days(words):
            before = words[: day.start]
            if day.date <= around.later.day and _ANSWER_DAY.search(before) and not _OTHER_DAY.search(before):
                return day.date
    return None


def _answer(matter: Matter, answer: Answer, sentence: Sentence, on: dt.date | None) -> Finding:
    says = f"gives the answer: {IN_WORDS[answer.state]}"
    ground = f"it is about the recommendation of {in_words(matter.day)}" + (
        f", clause {matter.number}" if answer.numbers else ""
    )
    status = ""
    if answer.state == ResponseState.NOT_ACCEPTED:
        status = Delivery.CLOSED_UNDELIVERED
    elif matter.asks_for_answer:  # the clause asked for an answer by its day: here it is
        status = Delivery.COMPLETE
    return Finding(matter, sentence, says, (ground,), status if matter.action else "", answer.state, on, score=2.0)


def requests_met(later: Later, matters: Sequence[Matter], found: Sequence[Finding]) -> Iterator[Finding]:
    """Actions that asked for an answer, where the answer is given or is said to have come."""
    given = {one.matter.meeting.pk: one for one in found if one.response}
    for matter in matters:
        if matter.is_recommendation or not matter.asks_for_answer:
            continue
        one = given.get(matter.meeting.pk)
        if one is None or not grounds.owner_named(matter, one.matter.owner):
            continue
        sentence = _of_response(later, one.sentence)
        ground = "the recommendations that it asks about are answered under the same item"
        yield Finding(
            matter, sentence, "gives the response that was asked for", (ground,), Delivery.COMPLETE, on=one.on
        )


def _of_response(later: Later, near: Sentence) -> Sentence:
    """The sentence under the same item that speaks of the response itself."""
    same = [one for one in later.sentences if one.item == near.item and RESPONSE.search(one.text)]
    return same[0] if same else near


def missing(later: Later, matters: Sequence[Matter]) -> Iterator[Finding]:
    """Words that say of somebody that there is no answer: to all that was recommended to, or asked of, that one."""
    for sentence in later.sentences:
        if not wording.says_no_answer(sentence.text):
            continue
        for matter in matters:
            owed = matter.is_recommendation or matter.asks_for_answer
            when = grounds.asked_when(matter, sentence.text, later)
            if owed and when is not False and grounds.owner_named(matter, sentence.text):
                yield Finding(matter, sentence, "says that no answer had come", (f"it names the {matter.named}",))

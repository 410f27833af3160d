"""Sentences without an end: reading them costs no more than a little time, whatever words they are made of."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

import pytest

from ingest.reading.language import decisions
from ingest.reading.language.dates import dates
from ingest.reading.language.pipeline import sentences
from ingest.reading.records.actions import clause_owners, lists, tags
from ingest.reading.records.actions import clauses as asking
from ingest.reading.records.actions.said import Setting, said
from ingest.reading.records.dues import Calendar, due, due_in_column
from ingest.reading.records.holders_said import said_beside
from ingest.reading.records.owners import Owners
from ingest.reading.records.passages import Passage, Words, in_quotation
from ingest.reading.records.resolutions import clauses, leads, motions, plain, recipients, spoken
from ingest.reading.records.resolutions.bodies import bodies_of
from tests.reading.invented import MEETING, PEOPLE, block

LENGTH = 10_000
SECONDS = 6.0  # of processor time for all the ways of one function; what backtracks takes minutes
OWNERS = Owners(PEOPLE)
SETTING = Setting(0, "minutes", OWNERS)
DAYS = Calendar(dt.date(2024, 5, 14), dt.date(2024, 7, 9))
BODIES = bodies_of(MEETING)
UNITS = (
    "RESOLVED ",
    "agreed that the ",
    "moved proposed seconded ",
    "the Committee, ",
    "and to be ",
    "(a) 1. ",
    "; , : ",
    "– - ",
    "ACTION: ",
    "would said that he ",
    "asked that a report ",
    "by 6 October within two weeks of ",
    "Councillor A. Head of Parks, ",
    "recommended to Cabinet be ",
    "minutes were ",
    "(unanimously ",
    "   ",
)


def passage(text: str) -> Passage:
    return Passage(block(text))


def words(text: str) -> Words:
    whole = passage(text)
    return Words(whole, 0, len(whole.text))


READERS: dict[str, Callable[[str], object]] = {
    "label": leads.label,
    "spoken": lambda text: spoken.spoken(text, BODIES),
    "body_alone": lambda text: leads.body_alone(text, BODIES),
    "plain": plain.plain,
    "recipient": recipients.recipient,
    "carried": lambda text: motions.carried([passage(text), passage("The motion was carried.")], 0),
    "split": lambda text: clauses.split(words(text)),
    "is_stop": clauses.is_stop,
    "decision_of": decisions.decision_of,
    "shared_decision": decisions.shared_decision,
    "asks": lambda text: asking.asks(text, "", None),
    "owner_of": lambda text: clause_owners.owner_of(text, "", OWNERS),
    "somebody_does": lambda text: asking.somebody_does(text, OWNERS),
    "leads_into_actions": lambda text: lists.leads_into_actions(text, SETTING),
    "named_first": lambda text: lists.named_first(text, SETTING),
    "tagged": lambda text: list(tags.tagged([passage(text)], SETTING)),
    "said": lambda text: list(said([passage(text)], SETTING, set())),
    "owners": lambda text: Owners(PEOPLE, text),
    "owner": lambda text: Owners(PEOPLE).of(text),
    "last_named": OWNERS.last_named,
    "due": lambda text: due(text, DAYS),
    "due_in_column": lambda text: due_in_column(text, DAYS),
    "dates": lambda text: dates(text, DAYS.meeting),
    "said_beside": said_beside,
    "in_quotation": lambda text: in_quotation(text, len(text) // 2),
}


@pytest.mark.parametrize("name", READERS)
def test_no_sentence_is_too_long(name: str) -> None:
    read = READERS[name]
    began = time.process_time()
    for unit in UNITS:
        text = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
        for whole in (f"That {text}x.", f"The Panel {text.strip()}"):
            read(whole)
            assert time.process_time() - began < SECONDS, f"{name} reads {unit!r} too slowly"


@pytest.mark.parametrize("mark", ["(", ")", "“", "”", "(“", "'", ".", "…", "[", "-", "…)"])
def test_a_run_of_marks_costs_no_more_than_its_length(mark: str) -> None:
    text = f"The Panel noted it. {mark * 20_000} The Chair thanked it."
    began = time.process_time()
    spans = sentences(text)
    assert time.process_time() - began < SECONDS
    assert text[slice(*spans[0])] == "The Panel noted it."
    assert spans[-1][1] == len(text)

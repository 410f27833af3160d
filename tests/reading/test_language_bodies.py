"""Whose body words name: a council's, one of its services, or one of others. All names are invented."""

import doctest

import pytest

from ingest.reading.language import bodies, subjects
from ingest.reading.records.attendance import departments


@pytest.mark.parametrize("module", [bodies, subjects, departments])
def test_what_the_words_are_said_to_give_they_give(module):
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Riverside NHS Foundation Trust", True),
        ("Norham Police", True),
        ("Norham County Council", False),
        ("Exe Borough Council, Schools Forum", False),  # called as both, it is surely neither's
        ("Finance Directorate", False),
        ("", False),
    ],
)
def test_a_body_of_others_is_outside_and_not_called_as_a_council_is(words, others):
    assert bodies.is_of_others(words) is others


@pytest.mark.parametrize("name", ["Kirsty West", "Bob Marrow", "Ann North"])
def test_a_surname_that_services_are_named_for_too_is_no_subject(name):
    assert not subjects.may_be_one(name)


@pytest.mark.parametrize("words", ["Property Law", "Flood Risk", "Human Resources"])
def test_a_subject_in_the_shape_of_a_name_may_be_one(words):
    assert subjects.may_be_one(words)

"""How sentences of later minutes say that something was done, was not done, or was answered."""

import doctest

import pytest

from ingest.filing.following import answers, subjects, wording
from ingest.filing.following.wording import Said
from minutes.following import clock, numbers


@pytest.mark.parametrize("module", [answers, subjects, wording, clock, numbers])
def test_the_examples_in_the_code_are_so(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("sentence", "said", "thing"),
    [
        ("The parking survey had been circulated on 3 May.", Said.DONE, "The parking survey"),
        ("It was reported that the bus timetable has since been updated.", Said.DONE, "the bus timetable"),
        ("The new depot had opened on 2 June.", Said.DONE, "The new depot"),
        ("The flood plan had not yet been received.", Said.NOT_DONE, "The flood plan"),
        ("The flood plan remained outstanding.", Said.NOT_DONE, "The flood plan"),
        ("No figures on potholes had been supplied.", Said.NOT_DONE, "figures on potholes"),
        ("The tree survey was still being checked.", Said.NOT_DONE, "The tree survey"),
        ("A site visit had been arranged for 4 September.", Said.NEWS, "A site visit"),
        ("The trial had begun in two wards.", Said.NEWS, "The trial"),
    ],
)
def test_a_sentence_says_what_became_of_a_thing(sentence, said, thing):
    found = wording.told(sentence)
    assert [(one.said, one.thing) for one in found] == [(said, thing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "That the parking survey be circulated to members.",
        "The Director will circulate the parking survey.",
        "Members discussed the parking survey at length.",
    ],
)
def test_what_is_to_be_done_is_no_report_that_it_was(sentence):
    assert wording.told(sentence) == []


def test_a_sentence_of_two_things_is_told_apart():
    found = wording.told("The survey had been sent on 3 May, and six members had visited the depot on 4 May.")
    assert [(one.said, one.thing) for one in found] == [
        (Said.DONE, "The survey"),
        (Said.DONE, " the depot on 4 May."),
    ]


@pytest.mark.parametrize(
    ("sentence", "state", "numbers"),
    [
        ("Recommendation 1: accepted.", "accepted", ("1",)),
        ("Recommendation (b), a new crossing: not accepted.", "not_accepted", ("b",)),
        ("Recommendations 2 and 3 were accepted in principle.", "accepted_in_principle", ("2", "3")),
        ("Recommendations 1 to 3 had been partially accepted.", "accepted_in_part", ("1", "2", "3")),
        ("The Executive rejected the Committee's recommendation on parking charges.", "not_accepted", ()),
        ("The recommendations made in June had been accepted in full.", "accepted", ()),
        ("The recommendation was not accepted.", "not_accepted", ()),
    ],
)
def test_an_answer_is_read_with_the_clauses_it_names(sentence, state, numbers):
    assert [(one.state, one.numbers) for one in answers.answers(sentence)] == [(state, numbers)]


@pytest.mark.parametrize(
    "sentence",
    ["Members accepted that the reason had been given.", "The report was accepted.", "The Panel agreed its programme."],
)
def test_other_acceptances_are_no_answer(sentence):
    assert list(answers.answers(sentence)) == []


def test_no_answer_is_told_from_an_answer():
    assert wording.says_no_answer("No response had been received from the Cabinet Member.")
    assert wording.says_no_answer("The Executive had not yet replied.")
    assert not wording.says_no_answer("The response of the Cabinet Member was noted.")

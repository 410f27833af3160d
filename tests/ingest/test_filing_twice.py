"""The same rows when a paper is read again, and what a better reading changes in them."""

import dataclasses

import pytest

from minutes.models import WITHIN_MEETINGS, Action, AgendaItem, Attendee, Indicator, Interest, Resolution
from tests.builders import a_document
from tests.ingest.papers import (
    A_PAPER,
    acts,
    attends,
    declares,
    everything,
    file,
    item,
    measures,
    meets,
    paper,
    resolves,
)

pytestmark = pytest.mark.django_db


def test_filing_twice_gives_the_same_rows():
    document = a_document()
    file(A_PAPER, document)
    before = everything()
    file(A_PAPER, document)
    assert everything() == before


def test_a_better_reading_updates_what_nobody_touched_in_the_same_rows():
    document = a_document()
    meeting = file(A_PAPER, document)
    keys = {model: sorted(model.objects.values_list("pk", flat=True)) for model in WITHIN_MEETINGS}
    better = dataclasses.replace(
        A_PAPER,
        attendees=(attends("T Mahmood", "chair"), *A_PAPER.attendees[1:]),
        items=(item("3", "Disclosure of pecuniary interests"), item("5", "Home to School Transport", "More text.")),
        resolutions=(resolves("That the walking routes be reviewed.", 1, "recommended", number="(i)"),),
        actions=(acts("Rewrite the web page on budgets", 1, owner="Damian Okoro"), A_PAPER.actions[1]),
        interests=(declares("Siân Prothero", 1, "pecuniary"),),
        indicators=(measures("Plans within 20 weeks (%)", "41%", item=1),),
    )
    assert file(better, document) == meeting
    assert {model: sorted(model.objects.values_list("pk", flat=True)) for model in WITHIN_MEETINGS} == keys
    action = Action.objects.get(owner="Damian Okoro")
    assert (action.text, action.due, action.doubts) == ("Rewrite the web page on budgets", None, [])
    assert Resolution.objects.get().number == "(i)"
    assert Interest.objects.get().kind == "pecuniary"
    assert AgendaItem.objects.get(number="5").text == "More text."
    assert Indicator.objects.get().name == "Plans within 20 weeks (%)"
    assert Attendee.objects.get(role="chair").name == "T Mahmood"


def test_a_record_that_a_new_reading_lacks_becomes_a_question_until_it_is_found_again():
    document = a_document()
    meeting = file(A_PAPER, document)
    file(dataclasses.replace(A_PAPER, actions=A_PAPER.actions[1:]), document)
    lacking = meeting.actions.get(text="Rewrite the web page")
    assert [doubt["kind"] for doubt in lacking.doubts] == ["gone"]
    file(A_PAPER, document)
    lacking.refresh_from_db()
    assert lacking.doubts == []


def test_equal_records_stay_apart():
    read = paper(items=[item("1", "One"), item("2", "Two")],
                 resolutions=[resolves("That it be noted.", 0), resolves("That it be noted.", 1),
                              resolves("That it be noted.", 1)])  # fmt: skip
    document = a_document()
    meeting = file(read, document)
    before = everything()
    file(read, document)
    assert everything() == before
    assert meeting.resolutions.count() == 3


def test_a_new_reading_in_another_order_moves_rows_and_mixes_none_up():
    document = a_document()
    meeting = file(A_PAPER, document)
    was = dict(meeting.actions.values_list("text", "pk"))
    file(dataclasses.replace(A_PAPER, actions=A_PAPER.actions[::-1]), document)
    assert dict(meeting.actions.values_list("text", "pk")) == was
    assert [action.text for action in meeting.actions.all()] == ["Review walking routes", "Rewrite the web page"]


def test_a_reading_that_finds_no_meeting_any_more_drops_nothing():
    document = a_document()
    meeting = file(A_PAPER, document)
    assert file(paper(meets(None, kind=None, council=None, committee=None)), document) == meeting
    meeting.refresh_from_db()
    assert meeting.actions.count() == 2
    assert "gone" in [doubt["kind"] for doubt in meeting.doubts]

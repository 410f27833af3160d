"""What became of an action: appended updates, and a status that is the newest one's."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from minutes.corrections import ChangedMeanwhile
from minutes.following import updates
from minutes.models import Action, ActionUpdate
from tests.builders import a_meeting, an_action, an_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def action():
    return an_action(a_meeting(), due=dt.date(2026, 1, 12))


def test_words_are_appended_and_change_no_status(action, officer):
    update = updates.report(action, officer, "Reminded by e-mail", on=dt.date(2026, 2, 27))
    assert (update.by, update.on, update.status) == (officer, dt.date(2026, 2, 27), "")
    assert action.status == "outstanding"
    assert list(action.updates.all()) == [update]


def test_the_status_is_the_newest_update_s_and_says_what_it_was(action, officer):
    closing = a_meeting(date=dt.date(2026, 3, 18))
    paper = closing.document
    updates.report(action, officer, "The draft is there", "in_progress")
    evidence = {"document": paper, "page": 3, "quote": "The report was received."}
    done = updates.report(action, officer, "Received", "complete", meeting=closing, evidence=evidence)
    assert (done.was, action.status, action.is_outstanding) == ("in_progress", "complete", False)
    assert (done.meeting, done.document, done.page) == (closing, paper, 3)
    assert not Action.objects.overdue(dt.date(2026, 11, 22)).exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [({"status": "complete"}, "text"), ({"text": "x", "status": "done"}, "status"), ({}, "__all__")],
)
def test_an_update_that_does_not_hold_is_refused_and_leaves_nothing(action, officer, given, field):
    with pytest.raises(ValidationError) as refusal:
        updates.report(action, officer, **given)
    assert field in refusal.value.message_dict
    action.refresh_from_db()
    assert (action.status, ActionUpdate.objects.count()) == ("outstanding", 0)


def test_the_second_of_two_officers_is_told(action, officer):
    opened = action.version
    updates.report(Action.objects.get(), officer, "Received", "complete", expected_version=opened)
    with pytest.raises(ChangedMeanwhile):
        updates.report(action, an_officer(), "Still waiting", "in_progress", expected_version=opened)
    assert Action.objects.get().status == "complete"

"""What is made from a row of which few fields were asked for is what Django makes of it."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import models
from django.db.models.signals import post_init, pre_init

from minutes.models import Action, Document, Meeting
from minutes.models.from_rows import FromRows
from tests.builders import a_committee, a_document, a_meeting, an_action

pytestmark = pytest.mark.django_db


def django_s_own(model: type[models.Model], names: list[str], values: list[object]) -> models.Model:
    return models.Model.from_db.__func__(model, "default", names, values)


@pytest.mark.parametrize(
    ("model", "names", "values"),
    [
        (Meeting, ["id", "committee_id", "title", "date"], [7, 3, "Budget", dt.date(2026, 5, 1)]),
        (Action, ["id", "meeting_id", "item_id", "text", "owner_person_id"], [7, 3, None, "Report back", 4]),
        (Document, ["id", "file", "filename"], [7, "papers/ab/cd.pdf", "Minutes.pdf"]),
    ],
)
def test_a_record_with_few_fields_is_as_django_makes_it(
    model: type[models.Model], names: list[str], values: list[object]
) -> None:
    ours, theirs = model.from_db("default", names, values), django_s_own(model, names, values)
    assert ours == theirs
    assert ours.get_deferred_fields() == theirs.get_deferred_fields()
    assert (ours._state.adding, ours._state.db) == (theirs._state.adding, theirs._state.db) == (False, "default")
    assert [getattr(ours, name) for name in names] == [getattr(theirs, name) for name in names]


def test_what_was_not_asked_for_is_looked_up_when_it_is_wanted_and_can_be_changed_and_saved() -> None:
    meeting = a_meeting(committee=a_committee("Children and Families"), venue="Committee Room B")
    an_action(meeting, "Report back", document=a_document(filename="Minutes.pdf"))
    found = Action.objects.select_related("meeting__committee", "document").only(
        "text", "meeting__date", "meeting__committee__name", "document__filename"
    )[0]
    assert (found.meeting.committee.name, found.document.filename) == ("Children and Families", "Minutes.pdf")
    assert found.meeting.venue == "Committee Room B"
    found.meeting = other = a_meeting()
    assert found.meeting_id == other.pk
    found.text = "Report back in May"
    found.save(update_fields=["text"])
    assert Action.objects.get().text == "Report back in May"


def test_nobody_listens_to_records_being_made() -> None:
    """Those who are made from few fields would not be told of."""
    ours = [model for model in apps.get_app_config("minutes").get_models() if issubclass(model, FromRows)]
    assert ours
    assert [model for model in ours if pre_init.has_listeners(model) or post_init.has_listeners(model)] == []

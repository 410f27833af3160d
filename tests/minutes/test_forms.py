"""Records corrected through forms: what is written, what is refused, and what a person is told."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from minutes import corrections
from minutes.forms import FORMS, IndicatorForm
from minutes.inputs import DateField
from minutes.kinds import KINDS
from minutes.models import Correction, Extracted, User
from tests.builders import (
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import words_of


def one_of(kind: str) -> Extracted:
    meeting = a_meeting()
    return {
        "meeting": lambda: meeting,
        "attendee": lambda: an_attendee(meeting),
        "item": lambda: an_item(meeting),
        "resolution": lambda: a_recommendation(meeting),
        "action": lambda: an_action(meeting),
        "interest": lambda: an_interest(meeting),
        "indicator": lambda: an_indicator(meeting),
    }[kind]()


def as_sent(record: Extracted, kind: str) -> dict[str, object]:
    """What a browser sends when nothing was touched."""
    form = FORMS[kind](instance=record)
    sent: dict[str, object] = {}
    for bound in form:
        value = bound.value()
        if isinstance(bound.field, DateField):
            parts = bound.field.widget.decompress(value)
            sent |= {
                f"{bound.html_name}_{part}": number or ""
                for part, number in zip(("day", "month", "year"), parts, strict=True)
            }
        elif isinstance(value, list):
            sent[bound.html_name] = [getattr(one, "pk", one) for one in value]
        elif value not in (None, False):
            sent[bound.html_name] = "on" if value is True else bound.field.prepare_value(value)
    return sent


CHANGES = {
    "meeting": ("venue", "County Hall"),
    "attendee": ("position", "Head of Transport"),
    "item": ("title", "Another title"),
    "resolution": ("recipient", "The Leader"),
    "action": ("owner", "Damian Okoro"),
    "interest": ("description", "Owns a bus company"),
    "indicator": ("target", "75%"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_record_is_corrected_in_a_form(signed_in: Client, officer: User, kind: str) -> None:
    record = one_of(kind)
    field, value = CHANGES[kind]
    address = reverse("edit", args=[kind, record.pk])
    assert signed_in.get(address).status_code == 200
    response = signed_in.post(address, as_sent(record, kind) | {field: value, "why": "The chair said so"})
    assert response.status_code == 302, response.content.decode()
    record.refresh_from_db()
    assert getattr(record, field) == value
    row = Correction.objects.get()
    assert (row.field, row.now, row.by, row.why) == (field, value, officer, "The chair said so")


@pytest.mark.parametrize("kind", KINDS)
def test_saving_without_a_change_writes_nothing(signed_in: Client, kind: str) -> None:
    record = one_of(kind)
    response = signed_in.post(reverse("edit", args=[kind, record.pk]), as_sent(record, kind), follow=True)
    assert "Nothing was changed." in response.content.decode()
    assert not Correction.objects.exists()


def test_a_correction_is_shown_with_what_was_read_who_and_when(signed_in: Client, officer: User) -> None:
    action = an_action(a_meeting(), owner="Mr Okoro")
    corrections.correct(action, {"owner": "Damian Okoro"}, officer, "Two of that name")
    shown = signed_in.get(reverse("edit", args=["action", action.pk])).content.decode()
    assert "Read from the paper: Mr Okoro" in shown
    assert "Two of that name" in shown
    assert "Ann Officer" in shown
    assert shown.count("<del>") == 1


def test_what_somebody_else_changed_is_not_overwritten_unseen(signed_in: Client, officer: User) -> None:
    action = an_action(a_meeting(), owner="Mr Okoro")
    mine = as_sent(action, "action") | {"owner": "Damian Okoro"}
    corrections.correct(action, {"owner": "Head of Transport"}, an_officer(first_name="Bea", last_name="Second"))
    address = reverse("edit", args=["action", action.pk])
    refused = signed_in.post(address, mine)
    assert refused.status_code == 409
    shown = refused.content.decode()
    assert "Someone else changed this while you were working on it." in shown
    assert "Bea Second" in shown
    assert 'value="Damian Okoro"' in shown
    action.refresh_from_db()
    assert action.owner == "Head of Transport"

    again = mine | {"version": refused.context["form"]["version"].value()}
    assert signed_in.post(address, again).status_code == 302
    action.refresh_from_db()
    assert action.owner == "Damian Okoro"


def test_errors_stand_in_a_summary_that_leads_to_the_field(signed_in: Client) -> None:
    action = an_action(a_meeting())
    bad = as_sent(action, "action") | {"text": "", "due_day": "31", "due_month": "2", "due_year": "2026"}
    shown = signed_in.post(reverse("edit", args=["action", action.pk]), bad).content.decode()
    assert "<title>Error: Change action" in shown
    assert '<a href="#id_text">Enter what is to be done</a>' in shown
    assert '<a href="#id_due_0">Due must be a real date, like 27 3 2026</a>' in shown
    assert shown.count("There is a problem") == 1
    assert not Correction.objects.exists()


def test_an_error_names_its_field_and_says_what_to_do(signed_in: Client) -> None:
    meeting = a_meeting()
    attendee, item = an_attendee(meeting), an_item(meeting)
    address = reverse("edit", args=["attendee", attendee.pk])
    gone = as_sent(attendee, "attendee") | {"name": "", "person": "999", "items": [item.pk, "9" * 30]}
    said = words_of(signed_in.post(address, gone))
    assert "Enter name as printed" in said
    assert "Who this is: what you chose is not offered any more. Choose again" in said
    assert "Came for these items: what you chose is not offered any more. Choose again" in said
    told = words_of(signed_in.post(reverse("make_token"), {"name": "x" * 6000}))
    assert "Name must be 100 characters or fewer" in told


def test_a_rule_of_the_records_is_said_in_the_summary(signed_in: Client) -> None:
    meeting = a_meeting()
    person = a_person("Tariq Mahmood")
    an_attendee(meeting, "Tariq Mahmood", person=person)
    twice = an_attendee(meeting, "T Mahmood")
    sent = as_sent(twice, "attendee") | {"person": person.pk}
    response = signed_in.post(reverse("edit", args=["attendee", twice.pk]), sent)
    assert response.status_code == 200
    assert "This person is already among those of the meeting." in response.content.decode()


def test_only_records_of_the_same_meeting_are_offered(signed_in: Client) -> None:
    meeting, other = a_meeting(), a_meeting(date=dt.date(2025, 1, 1))
    own, foreign = an_item(meeting, "Own item"), an_item(other, "Foreign item")
    action = an_action(meeting, item=own)
    address = reverse("edit", args=["action", action.pk])
    shown = signed_in.get(address).content.decode()
    assert "Own item" in shown
    assert "Foreign item" not in shown
    assert signed_in.post(address, as_sent(action, "action") | {"item": foreign.pk}).status_code == 200
    action.refresh_from_db()
    assert action.item == own


def test_an_indicator_keeps_its_columns(officer: User) -> None:
    indicator = an_indicator(a_meeting(), values=[{"period": "Q1", "value": "41%"}])
    form = IndicatorForm(as_sent(indicator, "indicator") | {"values": "Q1: 41%\nQ2: 44%"}, instance=indicator)
    assert form.is_valid(), form.errors
    assert form.corrected == {"values": [{"period": "Q1", "value": "41%"}, {"period": "Q2", "value": "44%"}]}


def test_an_action_of_another_owner_is_no_longer_the_earlier_persons(signed_in: Client) -> None:
    meeting = a_meeting()
    action = an_action(meeting, owner="Sanjay Rao", owner_person=a_person("Sanjay Rao"))
    sent = as_sent(action, "action") | {"owner": "Head of Highways"}

    form = FORMS["action"](sent, instance=action)

    assert form.is_valid(), form.errors
    assert form.corrected == {"owner": "Head of Highways", "owner_person": None}


def test_an_owner_under_another_form_of_the_name_stays_the_person(signed_in: Client) -> None:
    person = a_person("Sanjay Rao")
    person.forms.create(printed="S Rao")
    action = an_action(a_meeting(), owner="Sanjay Rao", owner_person=person)

    form = FORMS["action"](as_sent(action, "action") | {"owner": "S Rao"}, instance=action)

    assert form.is_valid(), form.errors
    assert form.corrected == {"owner": "S Rao"}


def test_saving_and_confirming_does_both(signed_in: Client, officer: User) -> None:
    action = an_action(a_meeting(), doubts=[{"field": "due", "sentence": "Which year?", "kind": "paper"}])
    sent = as_sent(action, "action") | {"owner": "Damian Okoro", "confirm": ""}
    signed_in.post(reverse("edit", args=["action", action.pk]), sent)
    action.refresh_from_db()
    assert (action.owner, action.confirmed_by, action.doubts) == ("Damian Okoro", officer, [])


def test_a_kind_that_is_none_has_no_form(signed_in: Client) -> None:
    assert signed_in.get("/user/1/edit/").status_code == 404
    assert signed_in.get("/action/999/edit/").status_code == 404

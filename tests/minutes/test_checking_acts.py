"""Records confirmed, corrected and removed beside the paper, and nobody overwritten unseen."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from minutes import corrections
from minutes.models import Action, CheckState, Correction, Meeting, User
from tests.builders import an_officer
from tests.looking import words_of
from tests.minutes.beside import a_meeting_to_check, act, now, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(db: None) -> Meeting:
    return a_meeting_to_check()


def test_confirming_goes_on_to_the_next_that_is_open(signed_in: Client, officer: User, meeting: Meeting) -> None:
    first, second = meeting.actions.all()
    response = act(signed_in, "confirm", first)
    assert response.context["row"].record == second
    assert now(first).confirmed_by == officer
    assert "Confirmed by Ann Officer" in words_of(response)
    assert "Being checked by you" in words_of(response)


def test_a_field_is_corrected_where_it_stands(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    form = page_of(signed_in, meeting, action, correct="owner").context["record_form"]
    assert [field.name for field in form if not field.is_hidden] == ["owner", "why"]
    response = act(signed_in, "correct", action, correct="owner", owner="Head of Transport", why="Said at the meeting")
    assert now(action).owner == "Head of Transport"
    assert action.text == "Visit the depot"
    assert action.doubts == []
    assert response.context["row"].record == action
    assert "“Said at the meeting”" in words_of(response)


def test_a_wrong_value_is_said_beside_its_field_and_nothing_is_kept(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    response = act(signed_in, "correct", action, correct="due", due_day="31", due_month="2", due_year="2026")
    assert "Due must be a real date" in words_of(response)
    assert response.context["correcting"] == "due"
    assert not Correction.objects.exists()


def test_the_second_of_two_officers_sees_the_other_s_change_and_chooses(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    corrections.correct(Action.objects.get(pk=action.pk), {"owner": "Bob’s choice"}, an_officer(first_name="Bob"))
    late = act(signed_in, "correct", action, correct="owner", owner="Ann’s choice")
    assert late.status_code == 409
    assert "Someone else changed this" in words_of(late)
    assert "Bob’s choice" in words_of(late)
    assert now(action).owner == "Bob’s choice"
    act(
        signed_in,
        "correct",
        action,
        correct="owner",
        owner="Ann’s choice",
        version=late.context["record_form"].data["version"],
    )
    assert now(action).owner == "Ann’s choice"


def test_what_somebody_changed_meanwhile_is_not_confirmed(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.last()
    corrections.correct(Action.objects.get(pk=action.pk), {"owner": "Bob’s choice"}, an_officer())
    response = act(signed_in, "confirm", action)
    assert not now(action).is_confirmed
    assert response.context["row"].record == action
    assert "changed while you were working on it" in words_of(response)


def test_what_is_no_record_is_removed_with_a_reason(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.last()
    assert "Say why this action is no record" in words_of(act(signed_in, "remove", action, why=""))
    assert not now(action).is_removed
    act(signed_in, "remove", action, why="A wish")
    assert (now(action).is_removed, action.removed_why) == (True, "A wish")


def test_a_section_is_confirmed_as_it_was_in_view(signed_in: Client, meeting: Meeting) -> None:
    section = page_of(signed_in, meeting).context["beside"].section(f"item-{meeting.items.get().pk}")
    address = reverse("check_section", args=[meeting.pk, section.name])
    response = signed_in.post(address, {"seen": section.tokens}, follow=True)
    first, second = meeting.actions.all()
    assert (first.is_confirmed, second.is_confirmed, meeting.items.get().is_confirmed) == (False, True, True)
    assert not meeting.attendees.get().is_confirmed
    assert "2 records confirmed. 1 with a question is left." in words_of(response)


def test_a_meeting_is_finished_when_no_question_is_open(signed_in: Client, officer: User, meeting: Meeting) -> None:
    address = reverse("check_state", args=[meeting.pk])
    refused = signed_in.post(address, {"act": "finish", "seen": ""}, follow=True)
    assert "Answer the question first." in words_of(refused)
    act(signed_in, "answer", meeting.actions.first(), field="owner", answer="stays")
    seen = page_of(signed_in, meeting).context["beside"].tokens
    signed_in.post(address, {"act": "finish", "seen": seen})
    assert (now(meeting).check_state, meeting.checker) == (CheckState.CHECKED, officer)
    assert all(action.is_confirmed for action in meeting.actions.all())
    assert "Checked by you" in words_of(page_of(signed_in, meeting))
    signed_in.post(address, {"act": "take_on"})
    assert now(meeting).check_state == CheckState.BEING_CHECKED
    signed_in.post(address, {"act": "leave"})
    assert now(meeting).check_state == CheckState.UNCHECKED


def test_a_change_is_taken_back_without_leaving_the_page(signed_in: Client, officer: User, meeting: Meeting) -> None:
    action = meeting.actions.first()
    act(signed_in, "correct", action, correct="owner", owner="Head of Transport")
    made = Correction.objects.about(action).first()
    here = page_of(signed_in, meeting, action).context["here"]
    response = signed_in.post(reverse("take_back", args=[made.pk]), {"next": here})
    assert response.url == here
    assert now(action).owner == ""
    assert len(action.doubts) == 1

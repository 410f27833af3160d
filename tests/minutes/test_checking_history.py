"""What was done and by whom: the history of records, people and a meeting's checking; and taking any of it back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from minutes import corrections
from minutes.checking import meeting_state, questions
from minutes.models import Attendee, CheckState, Correction, Meeting, User
from tests.builders import (
    a_committee,
    a_councillor,
    a_person,
    a_resolution,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


def history(client: Client, kind: str, pk: int) -> str:
    return words_of(client.get(reverse("history", args=[kind, pk])))


# --- of a meeting's checking ------------------------------------------------------------------------------------------


def test_a_meeting_tells_who_took_its_checking_on_finished_it_and_opened_it_again(
    signed_in: Client, officer: User, meeting: Meeting
) -> None:
    bob = an_officer(username="bob", first_name="Bob", last_name="Other")
    state = reverse("check_state", args=[meeting.pk])
    signed_in.post(state, {"act": "take_on"})
    signed_in.post(state, {"act": "take_on"})
    signed_in.post(state, {"act": "leave"})
    as_(bob).post(state, {"act": "take_on"})
    meeting_state.finish(Meeting.objects.get(pk=meeting.pk), [], bob)
    signed_in.post(state, {"act": "take_on"})
    told = [(step.get_act_display(), str(step.by)) for step in meeting.check_steps.order_by("pk")]
    assert told == [
        ("Taken on", "Ann Officer"),
        ("Left", "Ann Officer"),
        ("Taken on", "Bob Other"),
        ("Finished", "Bob Other"),
        ("Opened again", "Ann Officer"),
    ]
    page = history(signed_in, "meeting", meeting.pk)
    assert page.index("Opened again") < page.index("Finished") < page.index("Left Ann Officer")


def test_the_first_act_takes_an_unchecked_meeting_on(signed_in: Client, officer: User, meeting: Meeting) -> None:
    action = an_action(meeting)
    for _ in range(2):
        signed_in.post(reverse("check_confirm", args=[meeting.pk, f"action-{action.pk}"]))
    assert [step.get_act_display() for step in meeting.check_steps.all()] == ["Taken on"]


def test_a_checked_meeting_with_new_questions_says_so(signed_in: Client, officer: User, meeting: Meeting) -> None:
    action = an_action(meeting)
    meeting_state.finish(meeting, [action], officer)
    assert "a later reading asks again" not in words_of(signed_in.get(reverse("check", args=[meeting.pk])))
    action.refresh_from_db()
    action.doubts = [{"field": "owner", "sentence": "A new reading says “Bob”.", "kind": "difference", "read": "Bob"}]
    action.save()
    page = words_of(signed_in.get(reverse("check", args=[meeting.pk])))
    assert "Checked by you" in page
    assert "a later reading asks again · 1 question" in page
    assert "before these questions came up" in words_of(signed_in.get(reverse("meetings")))
    assert Meeting.objects.get(pk=meeting.pk).check_state == CheckState.CHECKED


# --- of records -------------------------------------------------------------------------------------------------------


def test_every_kind_of_record_has_a_history_from_which_an_act_is_taken_back(
    signed_in: Client, officer: User, meeting: Meeting
) -> None:
    item = an_item(meeting)
    changes = [
        (meeting, "venue", "Room A"),
        (item, "title", "Roads"),
        (an_attendee(meeting), "position", "Clerk"),
        (a_resolution(meeting), "text", "That it be so."),
        (an_action(meeting), "owner", "Bob"),
        (an_interest(meeting), "description", "Owner of a shop"),
        (an_indicator(meeting), "target", "90%"),
        (a_person(), "name", "Anneliese B Crook"),
        (a_committee(), "short_name", "Children"),
    ]
    for record, field, value in changes:
        before = getattr(record, field)
        corrections.correct(record, {field: value}, officer, "As the chair said")
        kind = {"agendaitem": "item"}.get(record._meta.model_name, record._meta.model_name)
        page = history(signed_in, kind, record.pk)
        assert value in page
        assert "“As the chair said” Ann Officer" in page
        act = Correction.objects.about(record).first()
        back = reverse("history", args=[kind, record.pk])
        assert signed_in.post(reverse("take_back", args=[act.pk]), {"next": back}).url == back
        record.refresh_from_db()
        assert getattr(record, field) == before
        assert "Taken back" in history(signed_in, kind, record.pk)


def test_an_act_is_taken_back_that_nothing_builds_on_though_it_is_not_the_newest(
    signed_in: Client, officer: User, meeting: Meeting
) -> None:
    action = an_action(meeting)
    corrections.correct(action, {"owner": "Bob"}, officer)
    corrections.correct(action, {"text": "Visit the depot"}, officer)
    corrections.correct(action, {"text": "Visit the new depot"}, officer)
    newest, between, first = Correction.objects.about(action)
    assert corrections.open_to_take_back(action) == {newest.pk, first.pk}
    signed_in.post(reverse("take_back", args=[first.pk]))
    action.refresh_from_db()
    assert (action.owner, action.text) == ("", "Visit the new depot")
    corrections.confirm(action, officer)
    assert corrections.open_to_take_back(action) == {Correction.objects.about(action).first().pk}
    with pytest.raises(corrections.NotPossible):
        corrections.take_back(between, officer)


def test_histories_are_for_officers_and_of_what_is_there(signed_in: Client, meeting: Meeting) -> None:
    assert as_(a_councillor()).get(reverse("history", args=["meeting", meeting.pk])).status_code == 403
    assert signed_in.get(reverse("history", args=["action", 999])).status_code == 404


# --- of people --------------------------------------------------------------------------------------------------------


def test_a_person_s_name_is_corrected_and_what_was_printed_stays(signed_in: Client, meeting: Meeting) -> None:
    person = a_person("Ann Crook")
    an_attendee(meeting, "A Crook", person=person)
    address = reverse("correct_person", args=[person.pk])
    told = {"name": "Anneliese Crook", "forenames": "Anneliese", "surname": "Crook", "version": person.version}
    response = signed_in.post(address, told | {"why": "She said so"}, follow=True)
    person.refresh_from_db()
    assert (person.name, person.sort_name) == ("Anneliese Crook", "crook, anneliese")
    assert "That is saved" in words_of(response)
    assert Attendee.objects.get().name == "A Crook"
    assert "Anneliese Crook" in history(signed_in, "person", person.pk)


def test_the_second_of_two_officers_is_shown_what_the_first_did_to_a_person(signed_in: Client, officer: User) -> None:
    person = a_person("Ann Crook")
    told = {"name": "Anna Crook", "forenames": "Anna", "surname": "Crook", "version": person.version}
    corrections.correct(person, {"name": "Anneliese Crook"}, an_officer(username="bob", first_name="Bob"))
    page = signed_in.post(reverse("correct_person", args=[person.pk]), told)
    assert "Someone else changed this" in words_of(page)
    assert "Anneliese Crook" in words_of(page)
    person.refresh_from_db()
    assert person.name == "Anneliese Crook"
    signed_in.post(
        reverse("correct_person", args=[person.pk]), told | {"version": page.context["form"]["version"].value()}
    )
    person.refresh_from_db()
    assert person.name == "Anna Crook"


def test_a_surname_is_part_of_the_name(signed_in: Client) -> None:
    person = a_person("Ann Crook")
    told = {"name": "Ann Crook", "forenames": "Ann", "surname": "Smith", "version": person.version}
    assert "part of the name" in words_of(signed_in.post(reverse("correct_person", args=[person.pk]), told))


# --- where officers see that there is something to do -----------------------------------------------------------------


def test_the_navigation_counts_the_questions_for_officers_in_one_query(
    signed_in: Client, officer: User, meeting: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    doubt = {"field": None, "sentence": "Is this one person?", "kind": "people"}
    an_attendee(meeting, doubts=[doubt, doubt])
    an_action(meeting, doubts=[doubt])
    with django_assert_num_queries(1):
        assert questions.count(officer) == 3
    assert "Needs a look 3 questions" in words_of(signed_in.get(reverse("interests")))
    assert "Needs a look" not in words_of(as_(a_councillor()).get(reverse("interests")))

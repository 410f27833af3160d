"""Checking beside the paper: what the page shows, and what is done from it without overwriting others unseen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from minutes import corrections
from minutes.models import Act, Action, Attendee, CheckState, Correction, Document, Meeting, User
from tests.builders import (
    a_councillor,
    a_document,
    a_meeting,
    a_person,
    a_resolution,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
    unsure,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db
PDF = "application/pdf"


@pytest.fixture
def paper() -> Document:
    document = a_document(filename="minutes.pdf", media_type=PDF, page_count=2)
    for number, words in ((1, "Tariq Mahmood was there."), (2, "Resolved: to visit the depot. Write to the school.")):
        document.pages.create(number=number, paragraphs=[words], width=595, height=842)
    return document


@pytest.fixture
def meeting(paper: Document) -> Meeting:
    meeting = a_meeting(document=paper, page=1, quote="12 November 2025", boxes=[[10, 10, 50, 20]])
    an_attendee(meeting, "Tariq Mahmood", boxes=[[72, 100, 200, 112]])
    item = an_item(meeting, page=2, boxes=[[72, 90, 200, 102]])
    place = {"item": item, "page": 2, "boxes": [[72, 120, 200, 132]], "quote": "visit the depot"}
    an_action(meeting, "Visit the depot", doubts=[unsure("This action has no owner.", "owner")], **place)
    an_action(meeting, "Write to the school", item=item, page=2, boxes=[[72, 300, 200, 312]])
    return meeting


@pytest.fixture
def officer() -> User:
    return an_officer(first_name="Ann", last_name="Officer")


@pytest.fixture
def ann(officer: User) -> Client:
    return as_(officer)


def mark_of(record: Any) -> str:
    return {Action: "action", Attendee: "attendee", Meeting: "meeting"}[type(record)] + f"-{record.pk}"


def page_of(client: Client, meeting: Meeting, at: Any = None, **query: str) -> Any:
    chosen = {"at": mark_of(at)} if at else {}
    return client.get(reverse("check", args=[meeting.pk]), chosen | query)


def act(client: Client, name: str, record: Any, **told: Any) -> Any:
    meeting = record if isinstance(record, Meeting) else record.meeting
    address = reverse(f"check_{name}", args=[meeting.pk, mark_of(record)])
    return client.post(address, {"version": record.version} | told, follow=True)


def now(record: Any) -> Any:
    record.refresh_from_db()
    return record


# --- the page -----------------------------------------------------------------------------------------------------


def test_it_opens_at_the_first_question_with_its_page_and_its_words(ann: Client, meeting: Meeting) -> None:
    response = page_of(ann, meeting)
    shown = words_of(response)
    assert response.context["row"].record == meeting.actions.first()
    assert "This action has no owner." in shown
    assert "Page 2 of 2" in shown
    assert 'Resolved: to <mark class="app-mark-words">visit the depot</mark>.' in response.content.decode()


def test_every_record_of_the_page_is_marked_and_its_mark_leads_to_it(ann: Client, meeting: Meeting) -> None:
    response = page_of(ann, meeting)
    highlights = {one.name: one.chosen for one in response.context["leaf"].highlights}
    first, second = meeting.actions.all()
    assert highlights == {f"item-{meeting.items.get().pk}": False, mark_of(first): True, mark_of(second): False}
    assert f"?at={mark_of(second)}#record" in response.content.decode()


def test_records_stand_in_the_order_of_the_paper(ann: Client, officer: User, meeting: Meeting) -> None:
    an_interest(meeting)
    late = corrections.add(Action, meeting, {"text": "Typed by hand", "item": meeting.items.get()}, officer)
    early = a_resolution(meeting, item=meeting.items.get(), page=2, boxes=[[72, 110, 200, 118]])
    rows = [row.record for row in page_of(ann, meeting).context["beside"].rows]
    first, second = meeting.actions.exclude(pk=late.pk)
    assert rows[-5:] == [meeting.items.get(), early, first, second, late]
    assert [type(one).__name__ for one in rows[:3]] == ["Meeting", "Attendee", "Interest"]


def test_another_page_of_the_paper_can_be_looked_at(ann: Client, meeting: Meeting) -> None:
    response = page_of(ann, meeting, meeting.actions.first(), page="1")
    assert "Page 1 of 2" in words_of(response)
    assert [one.name for one in response.context["leaf"].highlights] == [
        mark_of(meeting), mark_of(meeting.attendees.get())
    ]  # fmt: skip


def test_a_paper_without_pages_stands_there_in_its_paragraphs(ann: Client) -> None:
    document = a_document()
    document.pages.create(paragraphs=["Damian will visit the depot.", "Ann will write to the school."])
    meeting = a_meeting(document=document, quote="")
    first = an_action(meeting, "Visit", page=None, paragraph=1, quote="Damian will visit the depot.")
    second = an_action(meeting, "Write", page=None, paragraph=2, quote="write to the school")
    shown = page_of(ann, meeting, first).content.decode()
    assert '<mark class="app-mark-words">Damian will visit the depot.</mark>' in shown
    assert f'?at={mark_of(second)}#record" tabindex="-1">write to the school</a>' in shown


def test_sixty_records_take_under_twenty_queries(
    ann: Client, meeting: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(10):
        item = an_item(meeting, page=2)
        resolution = a_resolution(meeting, item=item)
        action = an_action(meeting, item=item, resolution=resolution, owner_person=a_person(f"Person {number}"))
        corrections.confirm(action, an_officer())
        an_attendee(meeting, f"Attendee {number}", person=a_person(f"Attendee {number}"))
        an_interest(meeting, item=item)
        an_indicator(meeting, item=item)
    for at in (None, meeting, action, meeting.interests.last(), meeting.attendees.last()):
        query = {"at": f"{at._meta.model_name}-{at.pk}"} if at else {}
        with django_assert_max_num_queries(19):
            response = ann.get(reverse("check", args=[meeting.pk]), query)
        assert len(response.context["beside"].rows) >= 60


def test_checking_is_for_officers_alone(meeting: Meeting) -> None:
    councillor = as_(a_councillor())
    assert page_of(councillor, meeting).status_code == 403
    assert act(councillor, "confirm", meeting.actions.first()).status_code == 403
    assert not Correction.objects.exists()


# --- questions answered -------------------------------------------------------------------------------------------


def answers_of(response: Any) -> list[tuple[str, str]]:
    return [(answer.value, answer.label) for answer in response.context["asked"].answers]


def test_a_value_that_the_paper_leaves_open_stays_open_when_the_officer_says_so(
    ann: Client, officer: User, meeting: Meeting
) -> None:
    action = meeting.actions.first()
    assert answers_of(page_of(ann, meeting)) == [("stays", "Leave it empty: the paper does not say")]
    response = act(ann, "answer", action, field="owner", answer="stays")
    assert now(action).doubts == []
    assert action.owner == ""
    assert not action.is_confirmed
    assert Correction.objects.about(action).get().act == Act.CONFIRMED
    assert response.status_code == 200
    assert now(meeting).checker == officer


def test_whom_a_name_means_is_chosen_with_one_answer(ann: Client, meeting: Meeting) -> None:
    one, other = a_person("Anne Smith"), a_person("Alan Smith")
    doubt = unsure("Two people are called A Smith.", "person", kind="people", people=[one.pk, other.pk])
    attendee = an_attendee(meeting, "A Smith", doubts=[doubt])
    told = answers_of(page_of(ann, meeting, attendee))
    assert {label for _, label in told[:2]} == {"It is Anne Smith", "It is Alan Smith"}
    assert told[2][1] == "Neither, or nobody knows: leave it open"
    act(ann, "answer", attendee, field="person", answer=f"person-{other.pk}")
    assert now(attendee).person == other
    assert attendee.doubts == []


def test_a_new_reading_s_value_is_taken_or_left(ann: Client, officer: User, meeting: Meeting) -> None:
    first, second = meeting.actions.all()
    for action in (first, second):
        corrections.correct(action, {"due": dt.date(2026, 1, 5)}, officer)
        action.doubts = [
            unsure("A new reading says otherwise.", "due", kind="difference", read="2026-03-01", before=None)
        ]
        action.save()
    assert ("read", "Take “1 March 2026”, as the new reading says") in answers_of(page_of(ann, meeting, first))
    act(ann, "answer", first, field="due", answer="read")
    act(ann, "answer", second, field="due", answer="stays")
    assert (now(first).due, now(second).due) == (dt.date(2026, 3, 1), dt.date(2026, 1, 5))
    assert first.doubts == second.doubts == []


def test_a_record_that_a_new_reading_lacks_is_kept_or_removed(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.last()
    action.doubts = [unsure("A new reading does not have this.", kind="gone")]
    action.save()
    act(ann, "answer", action, field="", answer="remove")
    assert now(action).is_removed


def test_questions_about_fields_come_first_and_each_is_answered_by_itself(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    action.doubts = [unsure("Is this an action?"), *action.doubts, unsure("Until when?", "due")]
    action.save()
    assert page_of(ann, meeting).context["asked"].sentences == ["This action has no owner."]
    response = act(ann, "answer", action, field="owner", answer="stays")
    assert response.context["row"].record == action
    assert response.context["asked"].sentences == ["Until when?"]
    assert [doubt["sentence"] for doubt in now(action).doubts] == ["Is this an action?", "Until when?"]


def test_an_answer_that_the_question_does_not_have_changes_nothing(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    for told in ({"answer": "remove"}, {"answer": "person-1"}, {"answer": "stays", "field": "due"}):
        act(ann, "answer", action, **({"field": "owner"} | told))
    assert len(now(action).doubts) == 1
    assert not Correction.objects.exists()


# --- confirmed, corrected, removed --------------------------------------------------------------------------------


def test_confirming_goes_on_to_the_next_that_is_open(ann: Client, officer: User, meeting: Meeting) -> None:
    first, second = meeting.actions.all()
    response = act(ann, "confirm", first)
    assert response.context["row"].record == second
    assert now(first).confirmed_by == officer
    assert "Confirmed by Ann Officer" in words_of(response)
    assert "Being checked by you" in words_of(response)


def test_a_field_is_corrected_where_it_stands(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    form = page_of(ann, meeting, action, correct="owner").context["record_form"]
    assert [field.name for field in form if not field.is_hidden] == ["owner", "why"]
    response = act(ann, "correct", action, correct="owner", owner="Head of Transport", why="Said at the meeting")
    assert now(action).owner == "Head of Transport"
    assert action.text == "Visit the depot"
    assert action.doubts == []
    assert response.context["row"].record == action
    assert "“Said at the meeting”" in words_of(response)


def test_a_wrong_value_is_said_beside_its_field_and_nothing_is_kept(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    response = act(ann, "correct", action, correct="due", due_day="31", due_month="2", due_year="2026")
    assert "Due must be a real date" in words_of(response)
    assert response.context["correcting"] == "due"
    assert not Correction.objects.exists()


def test_the_second_of_two_officers_sees_the_other_s_change_and_chooses(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    corrections.correct(Action.objects.get(pk=action.pk), {"owner": "Bob’s choice"}, an_officer(first_name="Bob"))
    late = act(ann, "correct", action, correct="owner", owner="Ann’s choice")
    assert late.status_code == 409
    assert "Someone else changed this" in words_of(late)
    assert "Bob’s choice" in words_of(late)
    assert now(action).owner == "Bob’s choice"
    act(
        ann,
        "correct",
        action,
        correct="owner",
        owner="Ann’s choice",
        version=late.context["record_form"].data["version"],
    )
    assert now(action).owner == "Ann’s choice"


def test_what_somebody_changed_meanwhile_is_not_confirmed(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.last()
    corrections.correct(Action.objects.get(pk=action.pk), {"owner": "Bob’s choice"}, an_officer())
    response = act(ann, "confirm", action)
    assert not now(action).is_confirmed
    assert response.context["row"].record == action
    assert "changed while you were working on it" in words_of(response)


def test_what_is_no_record_is_removed_with_a_reason(ann: Client, meeting: Meeting) -> None:
    action = meeting.actions.last()
    assert "Say why this action is no record" in words_of(act(ann, "remove", action, why=""))
    assert not now(action).is_removed
    act(ann, "remove", action, why="A wish")
    assert (now(action).is_removed, action.removed_why) == (True, "A wish")


def test_a_section_is_confirmed_as_it_was_in_view(ann: Client, meeting: Meeting) -> None:
    section = page_of(ann, meeting).context["beside"].section(f"item-{meeting.items.get().pk}")
    address = reverse("check_section", args=[meeting.pk, section.name])
    response = ann.post(address, {"seen": section.tokens}, follow=True)
    first, second = meeting.actions.all()
    assert (first.is_confirmed, second.is_confirmed, meeting.items.get().is_confirmed) == (False, True, True)
    assert not meeting.attendees.get().is_confirmed
    assert "2 records confirmed. 1 with a question is left." in words_of(response)


def test_a_meeting_is_finished_when_no_question_is_open(ann: Client, officer: User, meeting: Meeting) -> None:
    address = reverse("check_state", args=[meeting.pk])
    refused = ann.post(address, {"act": "finish", "seen": ""}, follow=True)
    assert "Answer the question first." in words_of(refused)
    act(ann, "answer", meeting.actions.first(), field="owner", answer="stays")
    seen = page_of(ann, meeting).context["beside"].tokens
    ann.post(address, {"act": "finish", "seen": seen})
    assert (now(meeting).check_state, meeting.checker) == (CheckState.CHECKED, officer)
    assert all(action.is_confirmed for action in meeting.actions.all())
    assert "Checked by you" in words_of(page_of(ann, meeting))
    ann.post(address, {"act": "take_on"})
    assert now(meeting).check_state == CheckState.BEING_CHECKED
    ann.post(address, {"act": "leave"})
    assert now(meeting).check_state == CheckState.UNCHECKED


def test_a_change_is_taken_back_without_leaving_the_page(ann: Client, officer: User, meeting: Meeting) -> None:
    action = meeting.actions.first()
    act(ann, "correct", action, correct="owner", owner="Head of Transport")
    made = Correction.objects.about(action).first()
    here = page_of(ann, meeting, action).context["here"]
    response = ann.post(reverse("take_back", args=[made.pk]), {"next": here})
    assert response.url == here
    assert now(action).owner == ""
    assert len(action.doubts) == 1

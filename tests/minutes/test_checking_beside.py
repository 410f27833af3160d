"""Checking beside the paper: what the page shows, to whom."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from minutes import corrections
from minutes.models import Action, Correction, Meeting, User
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
)
from tests.looking import as_, words_of
from tests.minutes.beside import a_meeting_to_check, act, mark_of, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(db: None) -> Meeting:
    return a_meeting_to_check()


def test_it_opens_at_the_first_question_with_its_page_and_its_words(signed_in: Client, meeting: Meeting) -> None:
    response = page_of(signed_in, meeting)
    shown = words_of(response)
    assert response.context["row"].record == meeting.actions.first()
    assert "This action has no owner." in shown
    assert "Page 2 of 2" in shown
    assert 'Resolved: to <mark class="app-mark-words">visit the depot</mark>.' in response.content.decode()


def test_every_record_of_the_page_is_marked_and_its_mark_leads_to_it(signed_in: Client, meeting: Meeting) -> None:
    response = page_of(signed_in, meeting)
    highlights = {one.name: one.chosen for one in response.context["leaf"].highlights}
    first, second = meeting.actions.all()
    assert highlights == {f"item-{meeting.items.get().pk}": False, mark_of(first): True, mark_of(second): False}
    assert f"?at={mark_of(second)}#record" in response.content.decode()


def test_records_stand_in_the_order_of_the_paper(signed_in: Client, officer: User, meeting: Meeting) -> None:
    an_interest(meeting)
    late = corrections.add(Action, meeting, {"text": "Typed by hand", "item": meeting.items.get()}, officer)
    early = a_resolution(meeting, item=meeting.items.get(), page=2, boxes=[[72, 110, 200, 118]])
    rows = [row.record for row in page_of(signed_in, meeting).context["beside"].rows]
    first, second = meeting.actions.exclude(pk=late.pk)
    assert rows[-5:] == [meeting.items.get(), early, first, second, late]
    assert [type(one).__name__ for one in rows[:3]] == ["Meeting", "Attendee", "Interest"]


def test_another_page_of_the_paper_can_be_looked_at(signed_in: Client, meeting: Meeting) -> None:
    response = page_of(signed_in, meeting, meeting.actions.first(), page="1")
    assert "Page 1 of 2" in words_of(response)
    assert [one.name for one in response.context["leaf"].highlights] == [
        mark_of(meeting), mark_of(meeting.attendees.get())
    ]  # fmt: skip


def test_a_paper_without_pages_stands_there_in_its_paragraphs(signed_in: Client) -> None:
    document = a_document()
    document.pages.create(paragraphs=["Damian will visit the depot.", "Ann will write to the school."])
    meeting = a_meeting(document=document, quote="")
    first = an_action(meeting, "Visit", page=None, paragraph=1, quote="Damian will visit the depot.")
    second = an_action(meeting, "Write", page=None, paragraph=2, quote="write to the school")
    shown = page_of(signed_in, meeting, first).content.decode()
    assert '<mark class="app-mark-words">Damian will visit the depot.</mark>' in shown
    assert f'?at={mark_of(second)}#record" tabindex="-1">write to the school</a>' in shown


def test_sixty_records_take_under_twenty_queries(
    signed_in: Client, meeting: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
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
            response = signed_in.get(reverse("check", args=[meeting.pk]), query)
        assert len(response.context["beside"].rows) >= 60


def test_checking_is_for_officers_alone(meeting: Meeting) -> None:
    councillor = as_(a_councillor())
    assert page_of(councillor, meeting).status_code == 403
    assert act(councillor, "confirm", meeting.actions.first()).status_code == 403
    assert not Correction.objects.exists()

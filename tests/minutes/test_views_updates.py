"""Writing down what was heard of an action, on its page."""

from __future__ import annotations

import datetime as dt

from django.test import Client
from django.urls import reverse

from minutes import corrections
from minutes.models import Action, User
from tests.builders import a_document, a_meeting, an_action, with_pages


def test_an_update_closes_an_action_and_says_so(signed_in: Client) -> None:
    action = an_action(a_meeting(), due=dt.date(2025, 12, 19))
    sent = {"version": action.version, "text": "The page was rewritten", "status": "complete"}
    page = signed_in.post(reverse("report", args=[action.pk]), sent, follow=True).content.decode()
    assert "The page was rewritten" in page
    assert "days overdue" not in page
    assert Action.objects.get().status == "complete"
    assert "The page was rewritten" not in signed_in.get(reverse("actions")).content.decode()
    assert ": The page was rewritten" in signed_in.get(reverse("actions"), {"state": "all"}).content.decode()


def test_an_update_that_says_nothing_is_refused(signed_in: Client) -> None:
    action = an_action(a_meeting())
    address = reverse("report", args=[action.pk])
    empty = signed_in.post(address, {"version": action.version})
    assert "Enter what was heard or done, or choose what the action became" in empty.content.decode()
    closed = signed_in.post(address, {"version": action.version, "status": "withdrawn"})
    assert "Say why the action is closed." in closed.content.decode()
    assert not action.updates.exists()


def test_an_update_that_is_too_long_is_given_back_with_that_alone(signed_in: Client) -> None:
    action = an_action(a_meeting(document=with_pages(a_document(), 1)))
    sent = {"version": action.version, "text": "x" * 5001, "meeting": action.meeting_id, "words": "Words of page 1"}
    refused = signed_in.post(reverse("report", args=[action.pk]), sent).content.decode()
    assert "What was heard or done must be 5,000 characters or fewer" in refused
    assert "Enter what was heard or done" not in refused
    assert "x" * 5001 in refused
    assert not action.updates.exists()


def test_an_update_to_what_changed_meanwhile_is_shown_first(signed_in: Client, officer: User) -> None:
    action = an_action(a_meeting())
    before = action.version
    corrections.correct(action, {"owner": "Somebody"}, officer)
    sent = {"version": before, "text": "Done", "status": "complete"}
    refused = signed_in.post(reverse("report", args=[action.pk]), sent)
    assert "Someone else changed this action meanwhile." in refused.content.decode()
    assert not action.updates.exists()
    again = sent | {"version": refused.context["form"]["version"].value()}
    assert signed_in.post(reverse("report", args=[action.pk]), again).status_code == 302
    assert action.updates.count() == 1

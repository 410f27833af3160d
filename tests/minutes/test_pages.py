"""What holds for every page: its frame, its accessibility in the mark-up, and its cost."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minutes import corrections
from minutes.models import Meeting, User
from tests.builders import (
    a_committee,
    a_council,
    a_councillor,
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
from tests.looking import as_

pytestmark = pytest.mark.django_db
DOUBT = {"field": None, "sentence": "Is this one person?", "kind": "people"}


@pytest.fixture
def officer() -> User:
    return an_officer(person=a_person("Ann Officer"))


def rows(number: int, meeting: Meeting | None = None) -> Meeting:
    """A meeting with so many of everything, and as many meetings and people more."""
    meeting = meeting or a_meeting(doubts=[DOUBT])
    for count in range(number):
        name = f"Person {count} of {meeting.pk}"
        person = a_person(name)
        committee = a_committee(f"Committee {count} of {meeting.pk}")
        a_meeting(committee=committee, date=dt.date(2025, 1, 1 + count % 28), doubts=[DOUBT])
        item = an_item(meeting, f"Item {count}", doubts=[DOUBT])
        an_attendee(meeting, name, person=person, doubts=[DOUBT])
        resolution = a_recommendation(meeting, item=item)
        due = dt.date(2025, 12, 1 + count % 28)
        an_action(meeting, item=item, resolution=resolution, owner_person=person, due=due, doubts=[DOUBT])
        an_action(meeting, item=item, owner_person=User.objects.get(username="officer").person, due=due)
        an_interest(meeting, name, person=person, item=item)
        an_indicator(meeting, item=item)
    return meeting


def addresses(meeting: Meeting) -> dict[str, str]:
    return {
        "home": reverse("home"),
        "meetings": reverse("meetings"),
        "meetings by words": f"{reverse('meetings')}?words=item&questions=on",
        "meeting": reverse("meeting", args=[meeting.pk]),
        "meeting as CSV": reverse("meeting_csv", args=[meeting.pk]),
        "actions": reverse("actions"),
        "actions as CSV": f"{reverse('actions_file', args=['csv'])}?state=all",
        "resolutions": reverse("resolutions"),
        "interests": reverse("interests"),
        "people": reverse("people"),
        "person": reverse("person", args=[User.objects.get(username="officer").person_id]),
    }


def costs(client: Client, meeting: Meeting) -> dict[str, int]:
    """How many queries each page takes."""
    found = {}
    for name, address in addresses(meeting).items():
        with CaptureQueriesContext(
            connection,
        ) as taken:
            response = client.get(address)
            assert response.status_code == 200, name
            if response.streaming:
                list(response.streaming_content)
        found[name] = len(taken)
    return found


def test_more_rows_take_no_more_queries(signed_in: Client) -> None:
    meeting = rows(1)
    few = costs(signed_in, meeting)
    rows(29, meeting)
    assert costs(signed_in, meeting) == few


def test_a_page_takes_few_queries(signed_in: Client) -> None:
    taken = costs(signed_in, rows(3))
    assert {name: number for name, number in taken.items() if number > 30} == {}


def test_lists_are_paged_and_keep_their_filter(signed_in: Client) -> None:
    meeting = a_meeting()
    for number in range(65):
        an_action(meeting, f"Write letter {number}", due=dt.date(2026, 1, 1))
    an_action(meeting, "Something else")
    response = signed_in.get(reverse("actions"), {"words": "letter"})
    assert "65 actions" in response.content.decode()
    for first, rows in (("Write letter 30", 30), ("Write letter 60", 5)):
        (following,) = re.findall(r'href="(\?words=letter&amp;page=[^"]+)" rel="next"', response.content.decode())
        response = signed_in.get(reverse("actions") + unescape(following))
        shown = [str(row) for row in response.context["page"]]
        assert (shown[0], len(shown)) == (first, rows)


# --- the frame -------------------------------------------------------------------------------------------------------


class Outline(HTMLParser):
    """The headings, landmarks, tables and ids of a page, and what a strict content security policy would stop."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def outline(response) -> Outline:
    page = Outline()
    page.feed(response.content.decode())
    return page


def everywhere(meeting: Meeting) -> dict[str, str]:
    action, resolution = meeting.actions.first(), meeting.resolutions.first()
    own = {
        "action": reverse("action", args=[action.pk]),
        "resolution": reverse("resolution", args=[resolution.pk]),
        "remove": reverse("remove", args=["action", action.pk]),
        "edit an action": reverse("edit", args=["action", action.pk]),
        "edit an attendee": reverse("edit", args=["attendee", meeting.attendees.first().pk]),
        "edit the meeting": reverse("edit", args=["meeting", meeting.pk]),
        "change password": reverse("account_change_password"),
        "sign out": reverse("account_logout"),
        "nowhere": "/no/such/page/",
    }
    return {name: place for name, place in addresses(meeting).items() if "CSV" not in name} | own


def test_every_page_is_framed_alike(signed_in: Client, officer: User) -> None:
    meeting = rows(2)
    corrections.correct(meeting.actions.first(), {"owner": "Damian Okoro"}, officer)
    for name, address in everywhere(meeting).items():
        response = signed_in.get(address)
        page = outline(response)
        shown = response.content.decode()
        assert page.all("html")[0]["lang"] == "en-GB", name
        assert re.search(r"<title>[^<]+ – Scrutiny records</title>", shown), name
        assert page.all("a")[0]["href"] == "#main-content", name
        assert [main["id"] for main in page.all("main")] == ["main-content"], name
        assert page.headings.count(1) == 1, name
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), name


def test_no_page_has_inline_script_or_style(signed_in: Client) -> None:
    for name, address in everywhere(rows(2)).items():
        page = outline(signed_in.get(address))
        assert all(script.get("src") for script in page.all("script")), name
        assert page.all("style") == [], name
        inline = [attribute for _, attrs in page.found for attribute in attrs if re.match("style$|on[a-z]", attribute)]
        assert inline == [], name


def test_ids_are_unique_and_labels_lead_to_inputs(signed_in: Client) -> None:
    for name, address in everywhere(rows(2)).items():
        page = outline(signed_in.get(address))
        ids = [attrs["id"] for _, attrs in page.found if attrs.get("id")]
        assert len(ids) == len(set(ids)), (name, [one for one in ids if ids.count(one) > 1])
        assert [label for label in page.all("label") if label.get("for") not in ids] == [], name
        described = " ".join(attrs.get("aria-describedby") or "" for _, attrs in page.found).split()
        assert set(described) <= set(ids), name


def test_tables_have_captions_and_scopes(signed_in: Client) -> None:
    for name, address in everywhere(rows(2)).items():
        page = outline(signed_in.get(address))
        assert len(page.all("caption")) == len(page.all("table")), name
        assert all(header.get("scope") in ("col", "row") for header in page.all("th")), name


def test_every_answer_has_the_content_security_policy(signed_in: Client) -> None:
    policy = signed_in.get(reverse("home"))["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


# --- signing in ------------------------------------------------------------------------------------------------------


def test_signing_in_says_what_is_missing_and_then_works(client: Client, officer: User) -> None:
    from tests.builders import PASSWORD

    address = reverse("account_login")
    assert "Enter username or email address" in client.post(address, {}).content.decode()
    wrong = client.post(address, {"login": "officer", "password": "wrong"}).content.decode()
    assert "No account has this username and password" in wrong
    assert client.post(address, {"login": "officer", "password": PASSWORD}).url == "/"


def test_nobody_signs_up(client: Client) -> None:
    assert "Accounts are made by administrators" in client.get(reverse("account_signup")).content.decode()


def test_a_forgotten_password_is_asked_for(client: Client, officer: User, mailoutbox) -> None:
    address = reverse("account_reset_password")
    assert "Forgotten password" in client.get(address).content.decode()
    shown = client.post(address, {"email": officer.email}, follow=True).content.decode()
    assert "Check your email" in shown
    (mail,) = mailoutbox
    link = re.search(r"https?://[^/]+(/\S+)", mail.body).group(1)
    assert "Choose a new password" in client.get(link, follow=True).content.decode()


def test_refusals_are_pages_too(client: Client) -> None:
    a_council()
    as_(a_councillor(), client)
    meeting = a_meeting()
    refused = client.get(reverse("edit", args=["meeting", meeting.pk]))
    assert refused.status_code == 403
    assert "You cannot do this" in refused.content.decode()
    missing = client.get("/meetings/999/")
    assert missing.status_code == 404
    assert "Page not found" in missing.content.decode()


def test_an_error_of_ours_has_a_page_without_a_database() -> None:
    from django.template.loader import render_to_string

    assert "This is our fault." in render_to_string("500.html")

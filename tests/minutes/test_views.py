"""The pages: what stands on them."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.urls import reverse

from minutes import corrections
from minutes.models import Action
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, csv_of, in_days, words_of

pytestmark = pytest.mark.django_db


# --- home ------------------------------------------------------------------------------------------------------------


def test_an_empty_installation_says_what_to_do() -> None:
    assert "Upload the minutes of a meeting to begin." in words_of(as_(an_officer()).get(reverse("home")))


def test_home_counts_what_is_outstanding_overdue_and_due_soon() -> None:
    meeting = a_meeting()
    an_action(meeting, due=in_days(-10))
    an_action(meeting, due=in_days(5))
    an_action(meeting)
    an_action(meeting, due=in_days(-10), status="complete")
    shown = words_of(as_(an_officer()).get(reverse("home")))
    assert "Outstanding actions 3 1 overdue" in shown
    assert "1 due in 30 days" in shown
    assert "10 days overdue" in shown


def test_home_says_what_needs_a_look() -> None:
    doubt = {"field": "owner", "sentence": "Two people are called A Smith.", "kind": "paper"}
    an_action(a_meeting(), doubts=[doubt])
    assert "Needs a look 1 question, in 1 meeting" in words_of(as_(an_officer()).get(reverse("home")))


def test_a_councillor_sees_own_actions_first() -> None:
    person = a_person("Tariq Mahmood")
    an_action(a_meeting(), "Write to the Leader", owner_person=person, owner="Tariq Mahmood", due=in_days(-1))
    shown = words_of(as_(a_councillor(person=person)).get(reverse("home")))
    assert shown.index("Your actions") < shown.index("Write to the Leader") < shown.index("Outstanding actions")
    assert "1 day overdue" in shown


def test_a_councillor_without_a_person_is_told_what_is_missing() -> None:
    a_meeting()
    assert "not linked to a person" in words_of(as_(a_councillor()).get(reverse("home")))


# --- a meeting -------------------------------------------------------------------------------------------------------


def test_a_meeting_shows_all_its_records() -> None:
    meeting = a_meeting(venue="County Hall", end_time=dt.time(12, 40))
    item = an_item(meeting, "Home to school transport", number="5", text="Members asked about routes.")
    an_attendee(meeting, "Tariq Mahmood", role="chair")
    an_attendee(meeting, "B Whitlock", role="substitute", replaces="D Thackeray")
    an_attendee(meeting, "D Thackeray", status="apologies")
    a_recommendation(meeting, "That walking routes be reviewed.", item=item, number="ii")
    an_action(meeting, "Rewrite the web page", item=item, owner="Damian Okoro", due=in_days(-2))
    an_interest(meeting, "Siân Prothero", item=item, description="Governor of Blackmoss School")
    an_indicator(meeting, "Plans issued in 20 weeks", item=item)
    shown = words_of(as_(an_officer()).get(reverse("meeting", args=[meeting.pk])))
    for words in (
        "Wednesday 12 November 2025, 10:30am to 12:40pm · County Hall",
        "Chair Tariq Mahmood",
        "B Whitlock, for D Thackeray",
        "5 Home to school transport",
        "Members asked about routes.",
        "Recommended to Cabinet Member",
        "2 days overdue",
        "Siân Prothero: Governor of Blackmoss School",
        "Plans issued in 20 weeks",
    ):
        assert words in shown, words


def test_a_meeting_without_date_or_items_is_a_page_all_the_same() -> None:
    meeting = a_meeting(date=None, start_time=None)
    shown = words_of(as_(an_officer()).get(reverse("meeting", args=[meeting.pk])))
    assert "Date not known" in shown
    assert "No agenda items were found in this paper." in shown


def test_what_belongs_to_no_item_stands_at_the_end() -> None:
    meeting = a_meeting()
    an_item(meeting, "Transport")
    an_interest(meeting, "Siân Prothero")
    client, address = as_(a_councillor()), reverse("meeting", args=[meeting.pk])
    assert "Under no item" not in words_of(client.get(address))  # interests stand together anyway
    an_action(meeting, "Visit the depot")
    shown = words_of(client.get(address))
    assert shown.index("Transport") < shown.rindex("Under no item") < shown.index("Visit the depot")


def test_doubts_are_said_in_words() -> None:
    meeting = a_meeting()
    an_attendee(meeting, doubts=[{"field": "person", "sentence": "Two people are called A Smith.", "kind": "people"}])
    shown = words_of(as_(a_councillor()).get(reverse("meeting", args=[meeting.pk])))
    assert "To check: Two people are called A Smith." in shown


def test_a_source_leads_to_the_page_with_the_words_marked() -> None:
    resolution = a_resolution(a_meeting(), page=3)
    shown = as_(a_councillor()).get(reverse("resolution", args=[resolution.pk])).content.decode()
    paper = reverse("paper", args=[resolution.document_id])
    assert f'href="{paper}?page=3&amp;mark=resolution-{resolution.pk}#page-3"' in shown


def test_what_a_person_added_has_no_source_and_says_who_added_it() -> None:
    officer = an_officer(first_name="Ann", last_name="Keeper")
    action = corrections.add(Action, a_meeting(), {"text": "Visit the depot"}, officer)
    shown = words_of(as_(a_councillor()).get(reverse("action", args=[action.pk])))
    assert "Added by Ann Keeper" in shown


def test_neighbours_lead_to_the_committee_s_meetings() -> None:
    first, second = a_meeting(date=dt.date(2025, 9, 17)), a_meeting()
    a_meeting(date=dt.date(2025, 10, 1), committee=a_committee("Another Committee"))
    shown = words_of(as_(a_councillor()).get(reverse("meeting", args=[second.pk])))
    assert "Previous meeting, 17 September 2025" in shown
    assert "Next meeting, 12 November 2025" in words_of(as_(a_councillor()).get(reverse("meeting", args=[first.pk])))


def test_words_of_a_paper_are_escaped() -> None:
    meeting = a_meeting()
    nasty = "<script>alert(1)</script>"
    item = an_item(meeting, nasty, text=nasty)
    action = an_action(meeting, nasty, item=item, owner=nasty)
    an_interest(meeting, nasty, description=nasty)
    client = as_(an_officer())
    for address in (
        reverse("meeting", args=[meeting.pk]),
        reverse("action", args=[action.pk]),
        reverse("edit", args=["action", action.pk]),
        *(reverse(place) for place in ("home", "meetings", "actions", "resolutions", "interests", "people")),
    ):
        assert "<script>alert" not in client.get(address).content.decode(), address


# --- downloads -------------------------------------------------------------------------------------------------------


def test_actions_download_as_filtered() -> None:
    meeting = a_meeting()
    an_action(meeting, "Rewrite the page", due=in_days(-3), owner="Damian Okoro")
    an_action(meeting, "Visit a school")
    rows = csv_of(as_(a_councillor()).get(reverse("actions_file", args=["csv"]), {"when": "overdue"}))
    assert [(row["Action"], row["Days overdue"], row["Owner"]) for row in rows] == [
        ("Rewrite the page", "3", "Damian Okoro")
    ]
    assert rows[0]["Page"] == "1"


def test_a_download_holds_no_formula() -> None:
    an_action(a_meeting(), '=HYPERLINK("http://evil.example","Click")')
    (row,) = csv_of(as_(a_councillor()).get(reverse("actions_file", args=["csv"])))
    assert row["Action"].startswith("'=")


def test_a_meeting_downloads_as_csv_and_json() -> None:
    meeting = a_meeting()
    item = an_item(meeting, "Transport", number="5")
    an_action(meeting, "Rewrite the page", item=item, owner="Damian Okoro", due=dt.date(2025, 12, 19))
    client = as_(a_councillor())
    rows = csv_of(client.get(reverse("meeting_csv", args=[meeting.pk])))
    assert [row["Kind"] for row in rows] == ["item", "action"]
    told = json.loads(client.get(reverse("meeting_json", args=[meeting.pk])).content)
    assert told["meeting"]["date"] == "2025-11-12"
    assert told["meeting"]["start_time"] == "10:30"
    (action,) = told["actions"]
    assert (action["item"], action["owner"], action["due"]) == ("5", "Damian Okoro", "2025-12-19")
    assert (action["page"], action["quote"]) == (1, "Rewrite the page")


# --- people ----------------------------------------------------------------------------------------------------------


def test_a_person_s_page_has_names_meetings_interests_and_actions() -> None:
    person = a_person("Anneliese Crook")
    person.forms.create(printed="CC A Crook")
    meeting = a_meeting()
    an_attendee(meeting, "Anneliese Crook", person=person, role="vice_chair")
    an_interest(meeting, "A Crook", person=person, description="Trustee of a food bank")
    an_action(meeting, "Report back on hubs", owner_person=person, due=in_days(-1))
    an_action(meeting, "Visit a hub", owner_person=person, status="complete")
    shown = words_of(as_(a_councillor()).get(reverse("person", args=[person.pk])))
    for words in (
        "Anneliese Crook in 12 Nov 2025",
        "CC A Crook",
        "Vice-chair, Children and Families Scrutiny Committee (1 meeting)",
        "Present 1",
        "Trustee of a food bank",
        "Report back on hubs",
        "1 closed action",
    ):
        assert words in shown, words
    assert "%" not in shown


def test_a_merged_person_s_address_leads_to_the_other() -> None:
    kept = a_person("Anneliese Crook")
    merged = a_person("A Crook", merged_into=kept)
    response = as_(a_councillor()).get(reverse("person", args=[merged.pk]))
    assert response.status_code == 302
    assert response.url == reverse("person", args=[kept.pk])

"""Agenda items followed over meetings: what is alike, what an officer says of it, and that it lasts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from ingest import filing
from minutes.models import AgendaItem, Committee, ItemThread, ThreadItem
from minutes.threads import decisions, proposals
from minutes.threads.likeness import alike, groups, subject
from tests.builders import (
    a_committee,
    a_councillor,
    a_document,
    a_meeting,
    a_resolution,
    an_action,
    an_item,
    an_officer,
)
from tests.ingest.papers import a_reading, from_gold
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db

# --- likeness --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Family Safeguarding Update", "Family Safeguarding – Quarter 2 2025/26"),
        ("Family Hubs: Progress of the First Phase", "Family Hubs"),
        ("Fostering Sufficiency and Recruitment", "Fostering Sufficiency: Response of the Cabinet Member"),
        ("Access to NHS Dentistry", "NHS Dentistry: Progress"),
        ("Annual Report of the Independent Reviewing Service", "Independent Reviewing Service: Annual Report 2024-25"),
        ("Home to School Transport Task Group: First Findings", "Home to School Transport for Children with SEND"),
        ("FAMILY SAFEGUARDING", "Family safeguarding (six-month review)"),
    ],
)
def test_titles_of_one_matter_are_alike(one: str, other: str) -> None:
    assert alike(subject(one), subject(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Family Hubs", "Family Safeguarding"),
        ("Sustainability of the Home Care Market", "Rural Supplement Zones for Home Care"),
        ("Dementia Strategy 2026-2031", "Housing Strategy 2026-2031"),
        ("Budget 2025/26", "Annual Report 2025/26"),
        ("Update", "Update"),
    ],
)
def test_titles_of_two_matters_are_not(one: str, other: str) -> None:
    assert not alike(subject(one), subject(other))


@pytest.mark.parametrize(
    "title",
    [
        "Apologies",
        "Minutes of the Meeting held on 9 July 2025",
        "Confirmation of the Minutes of the Previous Meeting",
        "Disclosure of Pecuniary and Non-Pecuniary Interests",
        "Date of Next Meeting",
        "Work Programme 2025/26",
        "Actions from Previous Meetings",
        "Urgent Business",
    ],
)
def test_the_business_of_every_meeting_is_no_matter(title: str) -> None:
    assert subject(title) == frozenset()


def test_the_committee_s_own_name_says_nothing_of_a_matter() -> None:
    committee = "Children and Families Scrutiny Committee"
    assert not alike(subject("Children and Families Budget", committee), subject("Families Strategy", committee))


def test_a_general_title_does_not_join_two_particular_ones() -> None:
    titles = {1: "Home care", 2: "Home care zones", 3: "Dementia strategy", 4: "Dementia strategy: update"}
    assert groups({pk: subject(title) for pk, title in titles.items()}) == [[1, 2], [3, 4]]


# --- proposing and deciding ------------------------------------------------------------------------------------------


@pytest.fixture
def year() -> list[AgendaItem]:
    """Family Safeguarding in March, June and November, beside what every agenda has."""
    found = []
    for month, title in (
        (3, "Family Safeguarding Update"),
        (6, "Family Safeguarding"),
        (11, "Family Safeguarding – Q2"),
    ):
        meeting = a_meeting(date=dt.date(2025, month, 12))
        an_item(meeting, "Apologies")
        item = an_item(meeting, title)
        a_resolution(meeting, f"That the report of month {month} be noted.", item=item)
        an_item(meeting, "Date of next meeting")
        found.append(item)
    return found


def proposed(item: AgendaItem, user: Any) -> list[AgendaItem]:
    return proposals.proposed_for(item, user)


def test_items_of_like_titles_are_proposed_the_newest_first(year: list[AgendaItem]) -> None:
    march, june, november = year
    assert proposed(march, an_officer()) == [november, june]


def test_items_of_another_committee_are_not_proposed(year: list[AgendaItem]) -> None:
    an_item(a_meeting(committee=a_committee("Health Panel")), "Family Safeguarding")
    assert len(proposed(year[0], an_officer())) == 2


def test_a_confirmed_item_is_in_the_thread_and_no_proposal(year: list[AgendaItem]) -> None:
    march, june, november = year
    officer = an_officer()
    thread = decisions.join(march, june, officer)
    assert proposals.items_of(thread, officer) == [march, june]
    assert proposals.thread_of(june) == thread
    assert proposed(march, officer) == [november]
    assert thread.links.get(item=june).by == officer


def test_a_refused_item_is_not_proposed_again_from_either_side_of_the_thread(year: list[AgendaItem]) -> None:
    march, june, november = year
    officer = an_officer()
    decisions.join(march, june, officer)
    decisions.part(march, november, officer)
    assert proposed(march, officer) == proposed(june, officer) == []


def test_a_decision_can_be_taken_back(year: list[AgendaItem]) -> None:
    march, june, november = year
    officer = an_officer()
    thread = decisions.join(march, june, officer)
    decisions.part(march, november, officer)
    decisions.take_back(thread, november)
    assert proposed(march, officer) == [november]
    decisions.take_back(thread, june)
    assert not ItemThread.objects.exists()
    assert proposed(march, officer) == [november, june]


def test_joining_items_of_two_threads_makes_them_one(year: list[AgendaItem]) -> None:
    march, june, november = year
    officer = an_officer()
    fourth = an_item(a_meeting(date=dt.date(2026, 1, 14)), "Safeguarding families")
    first = decisions.join(march, june, officer)
    decisions.join(november, fourth, officer)
    assert decisions.join(march, november, officer) == first
    assert proposals.items_of(first, officer) == [march, june, november, fourth]
    assert ItemThread.objects.count() == 1


def test_only_items_of_one_committee_are_joined(year: list[AgendaItem]) -> None:
    other = an_item(a_meeting(committee=a_committee("Health Panel")), "Family Safeguarding")
    with pytest.raises(ValidationError):
        decisions.join(year[0], other, an_officer())
    with pytest.raises(ValidationError):
        decisions.join(year[0], year[0], an_officer())
    assert not ThreadItem.objects.exists()


def test_exempt_items_are_nobody_s_proposal_who_may_not_see_them(year: list[AgendaItem]) -> None:
    officer, councillor = an_officer(), a_councillor()
    thread = decisions.join(year[0], year[1], officer)
    AgendaItem.objects.filter(pk=year[1].pk).update(exempt=True)
    assert proposals.items_of(thread, councillor) == [year[0]]
    assert proposals.followed_in(year[0].meeting.committee, councillor) == []


# --- the demonstration year, and reading again ---------------------------------------------------------------------


@pytest.fixture
def demonstration_year(demonstration: Any) -> dict[str, Any]:
    """The documents of the year's papers, filed as their gold says, by file name."""
    documents = {}
    for path in sorted(demonstration.glob("*.json")):
        documents[path.name] = a_document()
        filing.file(a_reading(documents[path.name]), from_gold(path))
    return documents


def test_the_demonstration_year_s_matters_are_proposed_and_nothing_else(demonstration_year: dict[str, Any]) -> None:
    officer = an_officer()
    found = {
        committee.name: {tuple(item.title for item in group) for group in proposals.proposed_in(committee, officer)}
        for committee in Committee.objects.all()
    }
    assert found["Children and Families Scrutiny Committee"] == {
        ("Family Hubs", "Family Hubs: Progress of the First Phase", "Family Hubs"),
        ("Fostering Sufficiency and Recruitment", "Fostering Sufficiency: Response of the Cabinet Member"),
        (
            "Home to School Transport for Children with Special Educational Needs and Disabilities",
            "Home to School Transport Task Group: First Findings",
        ),
        ("Report of the Portfolio Holder for Children and Families",) * 2,
    }
    (health,) = (groups for name, groups in found.items() if name.startswith("Health"))
    assert health == {("Access to NHS Dentistry", "NHS Dentistry: Progress")}


def test_what_was_joined_stays_joined_when_the_papers_are_read_again(
    demonstration_year: dict[str, Any], demonstration: Any
) -> None:
    officer = an_officer()
    october = AgendaItem.objects.get(title="Access to NHS Dentistry")
    february = AgendaItem.objects.get(title="NHS Dentistry: Progress")
    thread = decisions.join(october, february, officer)
    for name, document in demonstration_year.items():
        filing.file(a_reading(document), from_gold(demonstration / name))
    assert [item.title for item in proposals.items_of(thread, officer)] == [october.title, february.title]


# --- the pages -------------------------------------------------------------------------------------------------------


def test_an_officer_joins_items_on_an_item_s_page(year: list[AgendaItem]) -> None:
    march, june, november = year
    client = as_(an_officer())
    shown = words_of(client.get(reverse("item", args=[march.pk])))
    assert "May be the same matter" in shown
    client.post(reverse("item_decide", args=[march.pk]), {"other": [june.pk, november.pk], "said": "same"})
    page = client.get(reverse("item", args=[june.pk]))
    shown = words_of(page)
    assert "on 3 agendas" in shown
    assert (
        shown.index("12 March 2025: Family") < shown.index("12 June 2025: this item") < shown.index("12 November 2025")
    )
    timeline = words_of(client.get(reverse("thread", args=[ItemThread.objects.get().pk])))
    order = [timeline.index(f"month {month} be noted") for month in (3, 6, 11)]
    assert order == sorted(order)


def test_an_officer_takes_an_item_out_again_and_names_the_matter(year: list[AgendaItem]) -> None:
    client = as_(an_officer())
    thread = decisions.join(year[0], year[1], an_officer())
    client.post(reverse("thread_rename", args=[thread.pk]), {"title": "Family Safeguarding"})
    assert "Family Safeguarding" in words_of(client.get(reverse("committee_threads", args=[thread.committee_id])))
    assert ItemThread.objects.get().title == "Family Safeguarding"
    client.post(reverse("thread_rename", args=[thread.pk]), {"title": "  "})
    assert ItemThread.objects.get().title == "Family Safeguarding"
    client.post(reverse("thread_take_back", args=[thread.pk]), {"item": year[1].pk})
    assert not ItemThread.objects.exists()


def test_a_councillor_follows_a_matter_and_decides_nothing(year: list[AgendaItem]) -> None:
    thread = decisions.join(year[0], year[1], an_officer())
    client = as_(a_councillor())
    shown = words_of(client.get(reverse("item", args=[year[0].pk])))
    assert "on 2 agendas" in shown
    assert "May be the same matter" not in shown
    assert "Take out again" not in words_of(client.get(reverse("thread", args=[thread.pk])))
    for address, said in (
        (reverse("item_decide", args=[year[0].pk]), {"other": year[2].pk, "said": "same"}),
        (reverse("thread_take_back", args=[thread.pk]), {"item": year[1].pk}),
        (reverse("thread_rename", args=[thread.pk]), {"title": "Mine"}),
    ):
        assert client.post(address, said).status_code == 403
    assert thread.links.count() == 2


def test_an_item_s_page_has_its_text_and_all_its_records() -> None:
    meeting = a_meeting()
    item = an_item(meeting, "Home to school transport", text="Members asked about routes.")
    decision = a_resolution(meeting, "That routes be reviewed.", item=item)
    an_action(meeting, "Walk the routes", item=item, resolution=decision)
    an_action(meeting, "Visit a school", item=item)
    shown = words_of(as_(a_councillor()).get(reverse("item", args=[item.pk])))
    for words in ("Members asked about routes.", "That routes be reviewed.", "Walk the routes", "Visit a school"):
        assert words in shown, words
    assert "No item of another meeting" in shown


def test_an_exempt_item_is_no_page_for_a_councillor() -> None:
    item = an_item(a_meeting(), "Staffing", exempt=True)
    address = reverse("item", args=[item.pk])
    assert as_(a_councillor()).get(address).status_code == 404
    assert as_(an_officer()).get(address).status_code == 200

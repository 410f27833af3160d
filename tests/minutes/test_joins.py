"""Joins that are proposed, and those that never are; the pages on which officers join and part people."""

import datetime as dt

import pytest
from django.urls import reverse

from minutes.models import Attendee, Joining, Person
from minutes.people import identity, joins
from tests.builders import (
    a_committee,
    a_council,
    a_councillor,
    a_meeting,
    a_person,
    an_administrator,
    an_attendee,
    an_officer,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(officer):
    return as_(officer)


def seen(name, *days, committee=None, printed=None, **fields):
    """A person at meetings of their own on these days of 2025, given as (month, day)."""
    person = a_person(name, **fields)
    for month, day in days:
        meeting = a_meeting(date=dt.date(2025, month, day), committee=committee or a_committee())
        an_attendee(meeting, printed or name, person=person)
    return person


def pairs(user):
    return [(one.origin.person.name, one.target.person.name) for one in joins.proposals(user)]


# --- what is proposed -------------------------------------------------------------------------------------------------


def test_a_pair_is_proposed_with_what_speaks_for_it(officer):
    seen("Anne Smith", (7, 9), (11, 12))
    seen("A Smith", (9, 17))
    (one,) = joins.proposals(officer)
    assert one.target.person.name == "Anne Smith"
    assert one.evidence == (
        "Surname and initials agree: A Smith.",
        "Both are at meetings of the Children and Families Scrutiny Committee.",
        "They are seen over the same time, September 2025, and never at the same meeting.",
    )


@pytest.mark.parametrize("other", ["Alan Smith", "B Smith", "A B Smith", "Anne Jones"])
def test_other_names_are_not_proposed(officer, other):
    seen("Anne C Smith", (7, 9))
    seen(other, (9, 17))
    assert pairs(officer) == []


@pytest.mark.parametrize("other", ["A Smith", "Anne Smith", "A C Smith", "Smith"])
def test_names_of_one_person_are(officer, other):
    seen("Anne C Smith", (7, 9), (9, 16))
    seen(other, (9, 17))
    assert pairs(officer) == [(other, "Anne C Smith")]


def test_those_who_were_at_one_meeting_are_two(officer):
    anne = seen("Anne Smith", (7, 9))
    other = a_person("A Smith")
    an_attendee(anne.attendances.get().meeting, "A Smith", person=other)
    assert pairs(officer) == []


def test_a_member_and_an_officer_are_two(officer):
    seen("Anne Smith", (7, 9), side="member")
    seen("A Smith", (9, 17), side="officer")
    assert pairs(officer) == []


def test_titles_of_two_sexes_are_two_people_s(officer):
    seen("Anne Smith", (7, 9), printed="Mrs Anne Smith")
    seen("A Smith", (9, 17), printed="Mr A Smith")
    assert pairs(officer) == []


def test_people_of_two_councils_and_with_two_accounts_are_two(officer):
    anne = seen("Anne Smith", (7, 9))
    seen("A Smith", (9, 17), council=a_council("Medway Council"))
    a_councillor(person=anne)
    a_councillor(person=seen("Anne Smith", (10, 1)))
    assert pairs(officer) == []


def test_the_question_costs_the_same_for_many_people(officer, django_assert_num_queries):
    for name in ("Anne Smith", "A Smith", "Bo Jones", "B Jones", "Cy Brown"):
        seen(name, (7, 9), committee=a_committee(f"Committee of {name}"))
    with django_assert_num_queries(6):
        assert len(joins.proposals(officer)) == 2


# --- answers ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def anne():
    return seen("Anne Smith", (7, 9), (11, 12))


@pytest.fixture
def initial():
    return seen("A Smith", (9, 17))


def answer(browser, origin, target, said):
    values = {"origin": origin.pk, "target": target.pk, "answer": said}
    return browser.post(reverse("decide_join"), values, follow=True)


def test_one_click_joins_and_one_undoes_it(browser, officer, anne, initial):
    assert "Anne Smith and A Smith" in words_of(browser.get(reverse("joins")))
    words = words_of(answer(browser, initial, anne, "one"))
    assert "A Smith and Anne Smith are one person now." in words
    assert set(Person.objects.current()) == {anne}
    assert Attendee.objects.get(name="A Smith").person == anne
    browser.post(reverse("undo_join", args=[Joining.objects.get().pk]))
    assert pairs(officer) == [("A Smith", "Anne Smith")]


def test_two_people_are_not_proposed_again_until_that_is_undone(browser, officer, anne, initial):
    assert "stay two people" in words_of(answer(browser, initial, anne, "two"))
    assert pairs(officer) == []
    assert Person.objects.current().count() == 2
    answer(browser, anne, initial, "two")
    said = Joining.objects.get()
    assert (said.act, said.by) == ("apart", officer)
    browser.post(reverse("undo_join", args=[said.pk]))
    assert pairs(officer) == [("A Smith", "Anne Smith")]


def test_two_people_stay_two_when_one_of_them_is_joined_with_a_third(officer, anne, initial):
    identity.keep_apart(anne, initial, officer)
    third = seen("Anne Jones", (12, 1))
    identity.merge(anne, third, officer)
    Person.objects.filter(pk=third.pk).update(surname="Smith", surname_key="smith", forenames="Anne")
    assert pairs(officer) == []


def test_those_who_were_parted_are_not_proposed(officer, anne):
    identity.split(anne, list(anne.attendances.all()[:1]), "A", "Smith", officer)
    assert pairs(officer) == []


def test_what_speaks_against_a_pair_by_now_stops_the_click(browser, anne, initial):
    an_attendee(anne.attendances.first().meeting, "A Smith", person=initial)
    assert "Both are named among those of one meeting." in words_of(answer(browser, initial, anne, "one"))
    assert Person.objects.current().count() == 2


def test_a_saying_hinders_no_joining_and_no_undoing(officer, anne, initial):
    joined = identity.merge(seen("Ann Smith", (12, 2)), anne, officer)
    identity.keep_apart(anne, initial, officer)
    identity.undo(joined, officer)
    assert Person.objects.current().count() == 3


# --- pages ------------------------------------------------------------------------------------------------------------


def test_an_officer_joins_two_whose_names_differ(browser, anne):
    married = seen("Anne Jones", (12, 1))
    page = browser.post(reverse("join", args=[married.pk]), {"other": anne.pk, "why": "married"}, follow=True)
    words = words_of(page)
    assert "Anne Smith was joined to Anne Jones" in words
    assert "“married”" in words
    assert "Anne Smith in" in words  # the printed name, with its papers


def test_what_cannot_be_joined_is_said_on_the_form(browser, anne):
    other = a_person("A Smith")
    an_attendee(anne.attendances.first().meeting, "A Smith", person=other)
    page = browser.post(reverse("join", args=[anne.pk]), {"other": other.pk})
    assert "Both attended the meeting of" in words_of(page)


def test_an_officer_parts_one_person(browser, anne):
    chosen = anne.attendances.order_by("meeting__date").first()
    values = {"attendances": [chosen.pk], "forenames": "Alan", "surname": "Smith"}
    page = browser.post(reverse("split", args=[anne.pk]), values, follow=True)
    assert "Alan Smith was split from Anne Smith" in words_of(page)
    chosen.refresh_from_db()
    assert chosen.person.name == "Alan Smith"
    browser.post(reverse("undo_join", args=[Joining.objects.get().pk]))
    chosen.refresh_from_db()
    assert chosen.person == anne


def test_not_all_of_somebody_can_be_parted(browser, anne):
    values = {"attendances": [one.pk for one in anne.attendances.all()], "surname": "Smith"}
    assert "but not all of them" in words_of(browser.post(reverse("split", args=[anne.pk]), values))


def test_an_administrator_ties_an_account(anne):
    councillor = a_councillor()
    browser = as_(an_administrator())
    assert "Link an account to Anne Smith" in words_of(browser.get(reverse("person", args=[anne.pk])))
    browser.post(reverse("tie", args=[anne.pk]), {"account": councillor.pk})
    councillor.refresh_from_db()
    assert councillor.person == anne
    again = browser.post(reverse("tie", args=[anne.pk]), {"account": an_officer(username="second").pk})
    assert "has an account already" in words_of(again)


@pytest.mark.parametrize("name", ["joins", "join", "split", "tie"])
def test_councillors_join_and_part_nobody(anne, name):
    address = reverse(name, args=[] if name == "joins" else [anne.pk])
    assert as_(a_councillor()).get(address).status_code == 403


@pytest.mark.parametrize("name", ["decide_join", "undo_join"])
def test_councillors_decide_nothing(officer, anne, initial, name):
    said = identity.keep_apart(anne, initial, officer)
    address = reverse(name, args=[said.pk] if name == "undo_join" else [])
    assert as_(a_councillor()).post(address).status_code == 403
    assert as_(officer).get(address).status_code == 405


def test_officers_do_not_tie_accounts(browser, anne):
    assert browser.get(reverse("tie", args=[anne.pk])).status_code == 403


# --- a person's page --------------------------------------------------------------------------------------------------


def test_an_attendance_at_a_report_s_meeting_counts_once(browser):
    held = a_meeting()
    report = a_meeting(kind="portfolio_report", reported_to=held)
    author = a_person("A Lord")
    for meeting in (held, report):
        an_attendee(meeting, "A Lord", person=author, role="cabinet_member")
    assert "Present 1" in words_of(browser.get(reverse("person", args=[author.pk])))


def test_a_person_s_page_says_for_whom_one_was_a_substitute(browser, anne):
    anne.attendances.filter(meeting__date__month=7).update(role="substitute", replaces="T Burns")
    assert "Substitute for T Burns (1 meeting)" in words_of(browser.get(reverse("person", args=[anne.pk])))


def test_percentages_are_shown_only_where_they_are_turned_on(browser, anne, settings):
    address = reverse("person", args=[anne.pk])
    anne.attendances.filter(meeting__date__month=7).update(status="apologies")
    assert "%" not in words_of(browser.get(address))
    settings.SHOW_ATTENDANCE_PERCENTAGES = True
    assert "As a member: 1 of 2 meetings, 50%" in words_of(browser.get(address))


def test_printed_names_stand_with_the_papers_that_have_them(browser, anne):
    for month in (1, 2, 3):
        an_attendee(a_meeting(date=dt.date(2026, month, 1)), "Cllr A Smith", person=anne)
    words = words_of(browser.get(reverse("person", args=[anne.pk])))
    assert "Anne Smith in 12 Nov 2025" in words
    assert "Cllr A Smith in 1 Mar 2026" in words
    assert anne.attendances.count() == 5

"""The records' own rules: what the database refuses, and what the lists leave in and out."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    Attendee,
    Committee,
    Document,
    Meeting,
    Person,
    Resolution,
    Response,
    municipal_year,
    year_in_words,
)
from minutes.models.append_only import WrittenOnce
from tests.builders import (
    a_committee,
    a_councillor,
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 22)


def refused(name: str):
    """The database refuses, naming the constraint (SQLite names unique ones by their columns)."""
    return pytest.raises(IntegrityError, match=name)


# --- municipal years ------------------------------------------------------------------------------------------------


def test_a_municipal_year_runs_from_may_to_april():
    april = a_meeting(date=dt.date(2026, 4, 30))
    may = a_meeting(date=dt.date(2026, 5, 1))
    assert list(Meeting.objects.in_municipal_year(2025)) == [april]
    assert list(Meeting.objects.in_municipal_year(2026)) == [may]
    assert (april.municipal_year, may.municipal_year) == ("2025/26", "2026/27")
    assert Meeting.objects.municipal_years() == [2026, 2025]


def test_the_century_s_turn_keeps_two_digits():
    assert year_in_words(municipal_year(dt.date(2000, 4, 1))) == "1999/00"


def test_a_meeting_without_a_date_comes_last_and_has_no_year():
    undated = a_meeting(date=None)
    dated = a_meeting()
    assert list(Meeting.objects.latest_first()) == [dated, undated]
    assert undated.municipal_year == ""
    assert Meeting.objects.municipal_years() == [2025]


# --- actions and time -----------------------------------------------------------------------------------------------


def test_overdue_is_asked_of_a_day_and_only_of_what_is_outstanding():
    meeting = a_meeting()
    late = an_action(meeting, due=dt.date(2026, 1, 12))
    an_action(meeting, due=TODAY)
    an_action(meeting, due=dt.date(2026, 1, 12), status="complete")
    an_action(meeting)
    assert list(Action.objects.overdue(TODAY)) == [late]
    assert late.days_overdue(TODAY) == 314
    assert late.days_overdue(dt.date(2026, 1, 12)) == 0


def test_due_within_counts_today_and_the_last_day():
    meeting = a_meeting()
    today = an_action(meeting, due=TODAY)
    last = an_action(meeting, due=TODAY + dt.timedelta(days=30), status="in_progress")
    later = an_action(meeting, due=TODAY + dt.timedelta(days=31))
    undated = an_action(meeting)
    assert set(Action.objects.due_within(30, TODAY)) == {today, last}
    assert list(Action.objects.due_after(30, TODAY)) == [later]
    assert list(Action.objects.without_date()) == [undated]
    assert list(Action.objects.outstanding().soonest_first()) == [today, last, later, undated]


def test_an_account_owns_the_actions_of_its_person():
    meeting = a_meeting()
    person = a_person()
    mine = an_action(meeting, owner_person=person)
    unowned = an_action(meeting)
    assert list(Action.objects.owned_by(a_councillor(person=person))) == [mine]
    assert unowned not in Action.objects.owned_by(a_councillor())


# --- recommendations --------------------------------------------------------------------------------------------------


def test_a_recommendation_awaits_its_response_until_one_is_written_down():
    meeting = a_meeting()
    answered, open_ = a_recommendation(meeting), a_recommendation(meeting)
    noted = a_resolution(meeting)
    Response.objects.create(resolution=answered, state="accepted_in_part")
    assert list(Resolution.objects.awaiting_response()) == [open_]
    states = [Resolution.objects.get(pk=one.pk).response_state for one in (answered, open_, noted)]
    assert states == ["accepted_in_part", "awaiting", ""]


# --- who sees what ------------------------------------------------------------------------------------------------


def test_what_is_exempt_is_visible_to_officers_alone():
    meeting, secret = a_meeting(), a_meeting(exempt=True)
    hidden = an_item(meeting, "Tenders", exempt=True)
    rows = {
        Meeting: (meeting, secret),
        AgendaItem: (an_item(meeting), hidden),
        Action: (an_action(meeting), an_action(meeting, item=hidden)),
        Resolution: (a_resolution(meeting), a_resolution(secret)),
        Attendee: (an_attendee(meeting), an_attendee(secret)),
        Document: (a_document(), secret.document),  # that of `meeting` has an exempt item in it
    }
    councillor, officer = a_councillor(), an_officer()
    for model, (open_, closed) in rows.items():
        assert set(model.objects.visible_to(councillor)) == {open_}, model
        assert set(model.objects.visible_to(officer)) >= {open_, closed}, model


def test_a_document_without_a_meeting_is_visible():
    loose = a_document()
    assert loose in Document.objects.visible_to(a_councillor())


def test_a_deactivated_account_sees_nothing():
    a_meeting()
    assert not Meeting.objects.visible_to(an_officer(is_active=False)).exists()


# --- removed records ----------------------------------------------------------------------------------------------


def test_removed_records_are_in_no_list_but_kept():
    meeting = a_meeting()
    action = an_action(meeting, removed_by=an_officer(), removed_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert not meeting.actions.exists()
    assert Action.everything.get() == action


# --- the database refuses ------------------------------------------------------------------------------------------


def _clerk():
    user = an_officer()
    user.role = "clerk"
    user.save()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("meeting_has_a_body_or_a_date", lambda: a_meeting(committee=None, council=None, date=None)),
        ("meeting_kind_known", lambda: a_meeting(kind="agenda")),
        ("action_status_known", lambda: an_action(a_meeting(), status="overdue")),
        ("action_page_from_one", lambda: an_action(a_meeting(), page=0)),
        ("action_page_of_a_document", lambda: an_action(a_meeting(), document=None, added_by=an_officer())),
        ("action_read_or_added_by_someone", lambda: an_action(a_meeting(), document=None, page=None)),
        ("action_has_a_text", lambda: an_action(a_meeting(), text="")),
        ("action_removed_by_someone", lambda: an_action(a_meeting(), removed_by=an_officer())),
        ("action_confirmed_by_someone", lambda: an_action(a_meeting(), confirmed_by=an_officer())),
        ("attendee_role_known", lambda: an_attendee(a_meeting(), role="mayor")),
        ("attendee_status_known", lambda: an_attendee(a_meeting(), status="late")),
        ("resolution_decision_known", lambda: a_resolution(a_meeting(), decision="deferred")),
        ("interest_kind_known", lambda: an_interest(a_meeting(), kind="personal")),
        ("user_role_known", _clerk),
    ],
)
def test_the_database_holds_the_rule(name, make):
    with refused(name), transaction.atomic():
        make()


def test_a_person_is_in_a_meeting_once_but_may_come_back_after_removal():
    meeting, person = a_meeting(), a_person()
    first = an_attendee(meeting, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        an_attendee(meeting, person=person)
    first.removed_by, first.removed_at = an_officer(), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    first.save()
    an_attendee(meeting, person=person)


def test_a_committee_is_one_row_however_its_name_is_spelt():
    a_committee("Children & Families Scrutiny Committee")
    with pytest.raises(IntegrityError), transaction.atomic():
        a_committee("Children and Families  scrutiny committee")
    other = Committee.objects.create(name="Children and Families Scrutiny Committee")
    assert other.council is None


def test_a_person_is_not_merged_into_himself():
    person = a_person()
    person.merged_into = person
    with refused("person_not_merged_into_self"), transaction.atomic():
        person.save()


def test_names_sort_and_compare_without_accents():
    person = a_person("Siân Prothero-Öz")
    assert set(Person.objects.ever_with_surname("PROTHERO-OZ")) == {person}
    assert person.sort_name == "prothero oz, sian"


# --- appended, never changed -----------------------------------------------------------------------------------------


def test_an_update_cannot_be_rewritten_or_deleted():
    update = ActionUpdate.objects.create(action=an_action(a_meeting()), by=an_officer(), text="Reminded")
    update.text = "Never reminded"
    with pytest.raises(WrittenOnce):
        update.save()
    with pytest.raises(WrittenOnce):
        update.delete()
    with pytest.raises(WrittenOnce):
        ActionUpdate.objects.update(text="Never reminded")
    with pytest.raises(WrittenOnce):
        ActionUpdate.objects.all().delete()


# --- a meeting's neighbours -------------------------------------------------------------------------------------------


def test_neighbours_are_of_the_same_committee_and_kind():
    before, here, after = (a_meeting(date=dt.date(2025, month, 9)) for month in (7, 9, 11))
    a_meeting(date=dt.date(2025, 10, 1), committee=a_committee("Health Panel"))
    a_meeting(date=dt.date(2025, 10, 1), kind="portfolio_report")
    assert here.neighbours() == (before, after)
    assert before.neighbours() == (None, here)

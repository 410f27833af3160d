"""What keeps the search index: whatever writes a record, what is found afterwards is what stands there."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from minutes import corrections
from minutes.models import (
    Action,
    AgendaItem,
    Document,
    DocumentPage,
    Meeting,
    Resolution,
    SearchKind,
    SearchRow,
    User,
)
from minutes.people import identity
from minutes.search import keeping
from minutes.search.finding import find
from tests.builders import (
    a_committee,
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_administrator,
    an_interest,
    an_item,
    an_officer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def officer():
    return an_officer(username="searcher")


@pytest.fixture
def meeting():
    return a_meeting()


def found(text):
    """What an officer finds, in its order: ("action", primary key)."""
    hits = find(User.objects.get(username="searcher"), text).hits
    return [(SearchKind(hit.kind).name.lower(), hit.record) for hit in hits]


def a_page(meeting, *paragraphs):
    return DocumentPage.objects.create(document=meeting.document, number=1, paragraphs=list(paragraphs))


# --- whatever writes ----------------------------------------------------------------------------------------------


def test_a_removed_record_is_not_found_until_it_is_restored(meeting, officer):
    action = an_action(meeting, "Mend the fence")
    corrections.remove(action, officer, "twice")
    assert found("fence") == []
    corrections.restore(Action.everything.get(pk=action.pk), officer)
    assert found("fence") == [("action", action.pk)]


def test_what_a_meeting_that_was_removed_had_is_not_found(meeting, officer):
    an_action(meeting, "Mend the fence")
    Meeting.everything.filter(pk=meeting.pk).update(removed_at=timezone.now(), removed_by=officer)
    assert found("fence") == []


def test_every_way_of_writing_changes_what_is_found(meeting):
    action = an_action(meeting, "Mend the fence")
    Action.objects.filter(pk=action.pk).update(text="Paint the gate")
    assert (found("fence"), found("gate")) == ([], [("action", action.pk)])
    Action.objects.bulk_update([Action(pk=action.pk, text="Oil the hinge")], ["text"])
    assert (found("gate"), found("hinge")) == ([], [("action", action.pk)])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE minutes_action SET text = 'Lock the door' WHERE id = %s", [action.pk])
    assert (found("hinge"), found("door")) == ([], [("action", action.pk)])
    made = Resolution.objects.bulk_create(
        [Resolution(meeting=meeting, document=meeting.document, text="That the door be locked.")]
    )
    assert len(found("door")) == 2
    action.delete()
    assert found("door") == [("resolution", made[0].pk)]


def test_the_title_of_an_item_finds_what_was_decided_under_it(meeting):
    item = an_item(meeting, "Gritting")
    resolution = a_recommendation(meeting, "That it begin earlier.", item=item)
    assert found("gritting earlier") == [("resolution", resolution.pk)]
    AgendaItem.objects.filter(pk=item.pk).update(title="Salting")
    assert found("gritting earlier") == []
    assert found("salting earlier") == [("resolution", resolution.pk)]


def test_a_meeting_with_another_date_or_committee_has_its_records_there(meeting, officer):
    an_item(meeting, "Gritting")
    a_page(meeting, "Gritting")
    other = a_committee("Highways Scrutiny Committee")
    Meeting.objects.filter(pk=meeting.pk).update(date=dt.date(2001, 5, 2), committee=other)
    counts = find(officer, "gritting").counts
    assert (counts["year"], counts["committee"]) == ({2001: 2}, {other.pk: 2})


def test_a_paper_that_says_the_same_as_another_is_not_found_twice(meeting):
    page = a_page(meeting, "Gritting")
    copy = a_document(meeting=meeting)
    DocumentPage.objects.create(document=copy, number=1, paragraphs=["Gritting"])
    Document.objects.filter(pk=copy.pk).update(version="copy")
    assert found("gritting") == [("page", page.pk)]


def test_people_are_found_under_every_name_that_was_printed_and_once_when_they_are_one():
    person, same = a_person("Anne Cheetham"), a_person("A Cheetham-Hill")
    person.forms.create(printed="County Councillor A M Cheetham")
    assert found("county cheetham") == [("person", person.pk)]
    identity.merge(same, person, an_administrator())
    assert found("cheetham hill") == [("person", person.pk)]
    person.forms.filter(printed__contains="County").delete()
    assert found("county cheetham") == []


# --- the index itself ---------------------------------------------------------------------------------------------


def everything():
    return list(SearchRow.objects.order_by("id").values())


def test_an_index_that_is_made_anew_is_the_one_that_was_kept(meeting):
    item = an_item(meeting, "Gritting", exempt=True)
    a_resolution(meeting, "That it begin.", item=item)
    an_action(meeting, owner_person=a_person())
    an_interest(meeting, item=item)
    a_page(meeting, "Gritting")
    AgendaItem.objects.filter(pk=item.pk).update(exempt=False)
    kept, hits = everything(), found("gritting")
    keeping.rebuild()
    assert everything() == kept
    assert found("gritting") == hits
    AgendaItem.objects.filter(pk=item.pk).update(title="Salting")
    assert ("item", item.pk) in found("salting")


def test_the_index_is_made_by_this_version():
    assert keeping._made_as() == keeping.fingerprint()


@pytest.mark.django_db(transaction=True)
def test_migrations_leave_the_index_kept():
    """SQLite makes tables anew to change them, and drops their triggers with them."""
    meeting = a_meeting()
    keeping.let_go()
    item = an_item(meeting, "Written when nobody looked")
    assert found("nobody") == []
    call_command("migrate", "minutes", verbosity=0)
    assert found("nobody") == [("item", item.pk)]
    later = an_item(meeting, "Written afterwards")
    assert found("afterwards") == [("item", later.pk)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts its rows by itself")
def test_a_start_counts_what_came_since_the_tables_were_made():
    for _ in range(3):
        an_item(a_meeting(), "Written after the tables were made")
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(CAST(stat AS integer)) FROM sqlite_stat1 WHERE tbl = 'minutes_agendaitem'")
        assert cursor.fetchone() == (3,)

"""The administration: administrators alone, and every change of a record with its audit row."""

import datetime as dt

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minutes import corrections
from minutes.following import updates
from minutes.models import Action, Attendee, Correction, Joining, Meeting, Person, Response, User
from minutes.people import identity
from tests.builders import (
    PASSWORD,
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_administrator,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_

pytestmark = pytest.mark.django_db

OURS = [model for model in apps.get_app_config("minutes").get_models() if admin.site.is_registered(model)]


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def administrator(client):
    user = an_administrator()
    as_(user, client)
    return user


@pytest.fixture
def meeting():
    """A meeting with a record of each kind, one of them corrected, updated, merged and answered."""
    officer, meeting = an_officer(), a_meeting()
    item = an_item(meeting)
    person = a_person()
    an_attendee(meeting, "Anneliese Crook", person=person)
    an_interest(meeting, item=item)
    an_indicator(meeting)
    Response.objects.create(resolution=a_recommendation(meeting, item=item))
    action = an_action(meeting, item=item, due=dt.date(2026, 1, 12))
    corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    updates.report(action, officer, "Reminded")
    identity.merge(a_person("A Crook"), person, officer)
    return meeting


def form_of(response):
    """What a browser would send back of a page's form."""
    form = response.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    inlines = {}
    for inline in response.context["inline_admin_formsets"]:
        management = inline.formset.management_form
        inlines |= {f"{management.prefix}-{name}": management[name].value() for name in management.fields}
    return {name: value for name, value in (values | inlines).items() if value is not None}


# --- who may ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [an_officer, a_councillor])
@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_nobody_else_gets_in(client, make, model):
    as_(make(), client)
    for page in ("changelist", "add"):
        assert client.get(address(model, page)).status_code in (302, 403)


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_deactivated_administrator_is_out(client, administrator):
    User.objects.filter(pk=administrator.pk).update(is_active=False)
    assert client.get(reverse("admin:index")).status_code == 302


# --- every page ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_every_list_and_every_record_opens(client, administrator, meeting, model):
    found = client.get(
        address(model, "changelist"), {"q": "a"} if admin.site.get_model_admin(model).search_fields else {}
    )
    assert found.status_code == 200
    record = getattr(model, "everything", model._default_manager).first()
    assert record is not None
    assert client.get(address(model, "change", record.pk)).status_code == 200


def test_lists_ask_the_database_no_more_for_more_rows(client, administrator):
    def queries(model):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(model, "changelist")).status_code == 200
        return len(asked)

    models = (Meeting, Action, Attendee, Person)
    first = a_meeting()
    an_action(first, owner_person=a_person())
    an_attendee(first, person=a_person("Tariq Mahmood"))
    queries(Meeting)  # the first request writes down when the session began
    few = {model: queries(model) for model in models}
    for day in range(1, 15):
        other = a_meeting(date=dt.date(2025, 6, day))
        person = a_person(f"Ann Other{day}")
        an_action(other, owner_person=person)
        an_attendee(other, person=person)
    assert {model: queries(model) for model in models} == few


# --- correcting ---------------------------------------------------------------------------------------------------


def test_saving_a_record_is_a_correction(client, administrator, meeting):
    action = Action.objects.get()
    page = address(Action, "change", action.pk)
    values = form_of(client.get(page)) | {"owner": "Helen Vance", "due": "2026-03-27"}
    assert client.post(page, values).status_code == 302
    action.refresh_from_db()
    assert (action.owner, action.due) == ("Helen Vance", dt.date(2026, 3, 27))
    rows = Correction.objects.about(action).filter(by=administrator)
    assert {(row.field, row.was_shown, row.now_shown) for row in rows} == {
        ("owner", "Damian Okoro", "Helen Vance"),
        ("due", "12 January 2026", "27 March 2026"),
    }


def test_saving_without_a_change_is_none(client, administrator, meeting):
    for record in (Action.objects.get(), meeting, Attendee.objects.get()):
        page = address(type(record), "change", record.pk)
        assert client.post(page, form_of(client.get(page))).status_code == 302
    assert not Correction.objects.filter(by=administrator).exists()


def test_what_somebody_else_changed_is_not_overwritten(client, administrator, meeting):
    action = Action.objects.get()
    page = address(Action, "change", action.pk)
    values = form_of(client.get(page)) | {"owner": "Tom Ridley"}
    corrections.correct(action, {"owner": "Helen Vance"}, an_officer())
    answer = client.post(page, values)
    assert answer.status_code == 200
    assert "Somebody changed this record" in answer.content.decode()
    assert Action.objects.get().owner == "Helen Vance"


def test_a_rule_that_is_broken_is_said_on_the_form(client, administrator, meeting):
    other = an_attendee(meeting, "A Crook")
    page = address(Attendee, "change", other.pk)
    answer = client.post(page, form_of(client.get(page)) | {"person": Attendee.objects.first().person_id})
    assert answer.status_code == 200
    assert "already among those of the meeting" in answer.content.decode()


def test_a_record_offers_the_items_of_its_own_meeting(client, administrator, meeting):
    an_item(a_meeting(date=dt.date(2026, 1, 14)), "Another meeting’s item")
    page = client.get(address(Action, "change", Action.objects.get().pk)).content.decode()
    assert "Home to school transport" in page
    assert "Another meeting’s item" not in page


def test_records_are_removed_and_restored_but_never_deleted(client, administrator, meeting):
    action = Action.objects.get()
    everywhere = address(Action, "changelist")
    chosen = {"_selected_action": [action.pk]}
    assert "delete_selected" not in client.get(everywhere).content.decode()
    client.post(everywhere, chosen | {"action": "remove_them"})
    assert not Action.objects.exists()
    assert "1 restored" in client.post(everywhere, chosen | {"action": "restore_them"}, follow=True).content.decode()
    assert Action.objects.get() == action
    again = client.post(everywhere, chosen | {"action": "restore_them"}, follow=True).content.decode()
    assert "This record is not removed." in again


def test_a_committee_is_added_and_renamed(client, administrator):
    committee = a_committee()
    page = address(type(committee), "change", committee.pk)
    client.post(page, form_of(client.get(page)) | {"prefix": "CF"})
    assert Correction.objects.about(committee).get().now == "CF"
    page = address(type(committee), "add")
    client.post(page, form_of(client.get(page)) | {"name": "Audit Panel"})
    assert type(committee).objects.named("AUDIT PANEL").exists()


def test_an_answer_to_a_recommendation_is_written_with_its_audit_row(client, administrator):
    recommendation = a_recommendation(a_meeting())
    page = address(Response, "add")
    values = {"resolution": recommendation.pk, "state": "accepted", "answered_on": "2026-01-09"}
    assert client.post(page, form_of(client.get(page)) | values).status_code == 302
    assert recommendation.response.state == "accepted"
    assert set(Correction.objects.about(recommendation.response).values_list("field", flat=True)) == {
        "state",
        "answered_on",
    }


# --- people and accounts ------------------------------------------------------------------------------------------


def test_two_people_are_merged_and_parted_again(client, administrator):
    often, rarely = a_person("Anne Cheetham"), a_person("A Cheetham")
    an_attendee(a_meeting(), person=often)
    chosen = {"_selected_action": [often.pk, rarely.pk], "action": "merge_them"}
    assert (
        "is now part of Anne Cheetham"
        in client.post(address(Person, "changelist"), chosen, follow=True).content.decode()
    )
    assert list(Person.objects.current()) == [often]
    chosen = {"_selected_action": [Joining.objects.get().pk], "action": "undo_them"}
    client.post(address(Joining, "changelist"), chosen)
    assert set(Person.objects.current()) == {often, rarely}


def test_an_account_gets_its_role_and_its_person(client, administrator):
    person = a_person()
    new = {"username": "crook", "email": "crook@wyreshire.example", "role": "councillor", "usable_password": "true"}
    client.post(address(User, "add"), new | {"password1": PASSWORD, "password2": PASSWORD})
    user = User.objects.get(username="crook")
    page = address(User, "change", user.pk)
    values = {name: value for name, value in form_of(client.get(page)).items() if name != "password"}
    client.post(page, values | {"person": person.pk, "role": "officer"})
    user.refresh_from_db()
    assert (user.person, user.role, user.is_officer) == (person, "officer", True)
    assert client.login(username="crook", password=PASSWORD)

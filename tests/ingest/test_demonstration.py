"""The demonstration comes in by the officers' door, once, and never into an installation that is somebody's."""

import pytest
from django.test import Client

from ingest import demonstration
from ingest.models import Reading, State
from ingest.tasks import read
from minutes.models import Document, Person, User
from tests.builders import an_administrator, an_officer
from tests.looking import words_of

pytestmark = pytest.mark.django_db


def test_every_paper_becomes_a_document_of_the_officer_and_waits_to_be_read() -> None:
    assert demonstration.load() == 12
    assert Document.objects.filter(uploaded_by__username="officer").count() == 12
    assert set(Reading.objects.values_list("state", flat=True)) == {State.WAITING}


def test_loading_again_adds_nothing_and_keeps_what_people_changed() -> None:
    demonstration.load()
    officer = User.objects.get(username="officer")
    officer.set_password("changed by its holder")
    officer.save()

    assert demonstration.load() == 0
    assert Document.objects.count() == 12
    assert User.objects.count() == 3
    officer.refresh_from_db()
    assert officer.check_password("changed by its holder")


@pytest.mark.parametrize("account", demonstration.ACCOUNTS, ids=lambda account: account.username)
def test_each_account_signs_in_and_has_its_role(account: demonstration.Account, client: Client) -> None:
    demonstration.load()
    assert client.login(username=account.username, password=demonstration.PASSWORD)
    assert User.objects.get(username=account.username).role == account.role


def test_the_sign_in_page_tells_the_accounts_of_a_demonstration_and_of_nothing_else(client: Client) -> None:
    an_administrator(username="somebody")
    assert "wyreshire-2026" not in words_of(client.get("/accounts/login/"))
    demonstration.load()
    told = words_of(client.get("/accounts/login/"))
    assert "officer wyreshire-2026" in told
    assert "councillor wyreshire-2026" in told


def test_an_empty_installation_takes_the_demonstration_and_one_with_people_does_not() -> None:
    assert demonstration.may_be_loaded()
    an_administrator()
    assert not demonstration.may_be_loaded()


def test_an_installation_that_has_it_takes_it_again() -> None:
    demonstration.load()
    an_officer(username="colleague")
    assert demonstration.may_be_loaded()


def test_the_councillor_is_the_person_whom_the_papers_name() -> None:
    demonstration.load()
    minutes = Document.objects.get(filename="2025-07-09-children-and-families-minutes.pdf")
    read(minutes.readings.get().pk)

    demonstration.introduce()

    assert User.objects.get(username="councillor").person == Person.objects.get(name="Tariq Mahmood")


def test_waiting_says_how_many_papers_are_not_read_in_time() -> None:
    demonstration.load()
    assert demonstration.wait_until_read(0.0) == 12

"""What the audit log keeps, and that nothing takes it out again."""

from __future__ import annotations

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from minutes.audit import note
from minutes.models import AuditEntry, Event, User
from minutes.models.user import Role
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase for tests"


def account(name: str, role: Role) -> User:
    return User.objects.create_user(name, f"{name}@example.org", PASSWORD, role=role)


def told(*names: str) -> list[tuple[str, ...]]:
    return list(AuditEntry.objects.order_by("pk").values_list(*names))


def test_signing_in_and_out_and_failing_to_stand_in_the_log() -> None:
    client, officer = Client(), account("ann", Role.OFFICER)
    for password in ("wrong", PASSWORD):
        client.post(reverse("account_login"), {"login": "ann", "password": password})
    client.post(reverse("account_logout"))
    assert told("event", "username", "user_number") == [
        (Event.NOT_SIGNED_IN, "ann", None),
        (Event.SIGNED_IN, "ann", officer.pk),
        (Event.SIGNED_OUT, "ann", officer.pk),
    ]


def test_no_password_is_ever_in_the_log() -> None:
    account("ann", Role.OFFICER)
    Client().post(reverse("account_login"), {"login": "ann", "password": "an unmistakable secret"})
    assert "unmistakable" not in str(list(AuditEntry.objects.values()))


def test_a_refusal_names_who_asked_for_what() -> None:
    as_(account("councillor", Role.COUNCILLOR)).get(reverse("upload"))
    assert told("event", "username", "address") == [(Event.REFUSED, "councillor", reverse("upload"))]


def test_a_download_names_the_file() -> None:
    response = as_(account("councillor", Role.COUNCILLOR)).get(reverse("resolutions_file", args=["csv"]))
    assert response.status_code == 200
    assert told("event", "address") == [(Event.DOWNLOADED, reverse("resolutions_file", args=["csv"]))]
    assert "resolutions.csv" in AuditEntry.objects.get().detail


def test_a_new_role_says_whose_and_which() -> None:
    client, other = as_(account("rhian", Role.ADMINISTRATOR)), account("ann", Role.COUNCILLOR)
    form = {"username": "ann", "email": "ann@example.org", "role": Role.OFFICER, "is_active": "on"}
    assert client.post(reverse("admin:minutes_user_change", args=[other.pk]), form).status_code == 302
    assert (Event.ROLE, "rhian", "ann: officer, active") in told("event", "username", "detail")


def test_an_account_that_goes_stays_named_in_the_log() -> None:
    client, other = as_(account("rhian", Role.ADMINISTRATOR)), account("ann", Role.COUNCILLOR)
    note(Event.SIGNED_IN, user=other)
    client.post(reverse("admin:minutes_user_delete", args=[other.pk]), {"post": "yes"})
    assert not User.objects.filter(username="ann").exists()
    assert told("event", "username") == [(Event.SIGNED_IN, "ann"), (Event.DELETED, "rhian")]


@pytest.mark.parametrize("statement", ["UPDATE minutes_auditentry SET username = ''", "DELETE FROM minutes_auditentry"])
def test_the_database_refuses_to_change_or_delete_an_entry(statement: str) -> None:
    protected()
    note(Event.SIGNED_IN, user=account("ann", Role.OFFICER))
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert told("username") == [("ann",)]


def protected() -> None:
    """Puts the guard of the migration up again, which the tests' own database does without (see conftest)."""
    migration = importlib.import_module("minutes.migrations.0010_audit_log")
    with connection.cursor() as cursor:
        migration.protect(apps, SimpleNamespace(connection=connection, execute=cursor.execute))


def test_administrators_read_the_log_and_nobody_else() -> None:
    note(Event.SIGNED_IN, user=account("ann", Role.OFFICER))
    page = as_(account("rhian", Role.ADMINISTRATOR)).get(reverse("audit"), {"username": "ann"})
    assert "ann Signed in" in words_of(page)
    assert as_(User.objects.get(username="ann")).get(reverse("audit")).status_code == 403

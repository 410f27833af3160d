"""The pages where people make tokens and private addresses, and where administrators take committees along."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from minutes.models import ApiToken, AuditEntry, Committee, FeedAddress, Meeting
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    an_action,
    an_administrator,
    an_attendee,
    an_officer,
)
from tests.looking import as_, in_days, words_of
from tests.minutes.exchanged import empty, exported

pytestmark = pytest.mark.django_db


def secret_of(response) -> str:
    """What is shown this once."""
    assert response["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    return re.search(r'id="secret" value="([^"]+)"', response.content.decode())[1]


def made_address(client: Client, **values: str) -> str:
    told = {"name": "Phone", "kind": "calendar", "whose": "everything"} | values
    return secret_of(client.post(reverse("make_address"), told))


def test_a_token_is_made_shown_once_and_opens_the_interface() -> None:
    client = as_(a_councillor())
    secret = secret_of(client.post(reverse("make_token"), {"name": "Dashboard", "lasts": "30"}))
    assert ApiToken.objects.get().ends_on == in_days(30)
    assert Client().get("/api/", headers={"authorization": f"Bearer {secret}"}).status_code == 200
    page = client.get(reverse("connections"))
    assert "Dashboard" in words_of(page)
    assert secret not in page.content.decode()


def test_what_is_revoked_opens_nothing_and_leaves_the_page() -> None:
    client = as_(an_officer())
    secret = secret_of(client.post(reverse("make_token"), {"name": "Dashboard", "lasts": "30"}))
    address = made_address(client)
    assert Client().get(address).status_code == 200
    client.post(reverse("revoke", args=["token", ApiToken.objects.get().pk]))
    said = client.post(reverse("revoke", args=["address", FeedAddress.objects.get().pk]), follow=True)
    assert "“Phone” is revoked." in words_of(said)
    assert "Dashboard" not in words_of(client.get(reverse("connections")))
    assert Client().get("/api/", headers={"authorization": f"Bearer {secret}"}).status_code == 401
    assert Client().get(address).status_code == 404


def test_nobody_revokes_what_is_another_s_or_is_nothing() -> None:
    token, _ = ApiToken.make(an_officer(), "Dashboard", ends_on=in_days(1))
    assert as_(an_administrator()).post(reverse("revoke", args=["token", token.pk])).status_code == 404
    assert as_(an_officer()).post(reverse("revoke", args=["password", token.pk])).status_code == 404
    assert as_(an_officer()).get(reverse("revoke", args=["token", token.pk])).status_code == 405
    token.refresh_from_db()
    assert token.revoked_at is None


@pytest.mark.parametrize(
    ("kind", "file"),
    [("calendar", "calendar.ics"), ("tasks", "calendar.ics"), ("meetings", "news.atom"), ("decisions", "news.atom")],
)  # fmt: skip
def test_an_address_of_each_kind_answers_where_it_says(kind: str, file: str) -> None:
    address = made_address(as_(an_officer()), kind=kind)
    assert address.startswith("http://testserver/feeds/")
    assert address.endswith(file)
    assert Client().get(address).status_code == 200


def test_an_address_can_be_of_a_committee_of_a_person_or_one_s_own() -> None:
    person, committee = a_person(), a_committee()
    an_attendee(a_meeting(committee=committee), person=person)
    client = as_(an_officer(person=person))
    made_address(client, whose=f"committee-{committee.pk}")
    made_address(client, whose="mine")
    hers = {"name": "Hers", "kind": "tasks", "whose": f"person-{person.pk}"}
    client.post(f"{reverse('make_address')}?person={person.pk}", hers)
    told = [(one.scope, one.committee, one.person) for one in FeedAddress.objects.order_by("pk")]
    assert told == [("committee", committee, None), ("mine", None, None), ("person", None, person)]


def test_people_whom_a_councillor_may_not_see_are_offered_to_none() -> None:
    person = a_person("Secret Witness")
    an_attendee(a_meeting(exempt=True), person=person)
    address = f"{reverse('make_address')}?person={person.pk}"
    assert "Secret Witness" in words_of(as_(an_officer()).get(address))
    assert "Secret Witness" not in words_of(as_(a_councillor()).get(address))
    assert as_(a_councillor()).get(f"{reverse('make_address')}?person=one").status_code == 200


@pytest.mark.parametrize("name", ["make_token", "make_address"])
def test_a_form_that_lacks_something_says_what(name: str) -> None:
    said = as_(an_officer()).post(reverse(name), {"name": ""})
    assert "Error:" in words_of(said)
    assert not ApiToken.objects.exists()
    assert not FeedAddress.objects.exists()


def test_a_new_page_says_what_to_do_and_strangers_sign_in() -> None:
    assert "Make a private address" in words_of(as_(a_councillor()).get(reverse("connections")))
    for name in ("connections", "make_token", "make_address", "try_api", "exchange"):
        assert Client().get(reverse(name)).status_code == 302


def test_making_and_revoking_stand_in_the_audit_log_without_the_secret() -> None:
    client = as_(an_officer())
    address = made_address(client)
    client.post(reverse("revoke", args=["address", FeedAddress.objects.get().pk]))
    told = list(AuditEntry.objects.filter(event="addresses").order_by("pk").values_list("detail", flat=True))
    assert told == ["made the private address Phone", "revoked Phone"]
    assert address.split("/")[4] not in str(list(AuditEntry.objects.values()))


def test_what_can_be_asked_is_described_with_examples_that_answer() -> None:
    client = as_(a_councillor())
    page = client.get(reverse("try_api"))
    examples = re.findall(r'href="(/api/[^"]+)"', page.content.decode())
    assert len(examples) >= 11
    for example in examples:
        assert client.get(example.replace("&amp;", "&")).status_code == 200, example
    assert "later, overdue, soon, undated" in words_of(page)


# --- committees -------------------------------------------------------------------------------------------------------


def test_administrators_alone_take_committees_along() -> None:
    committee = a_meeting().committee
    for name, args in (("exchange", []), ("take_along", [committee.pk, "zip"])):
        assert as_(an_officer()).get(reverse(name, args=args)).status_code == 403
        assert as_(a_councillor()).get(reverse(name, args=args)).status_code == 403


@pytest.mark.parametrize("form", ["zip", "json"])
def test_a_committee_is_downloaded_and_brought_in_elsewhere(form: str) -> None:
    meeting = a_meeting()
    an_action(meeting)
    client = as_(an_administrator())
    response = client.get(reverse("take_along", args=[meeting.committee_id, form]))
    assert f'filename="children-and-families-scrutiny-committee.{form}"' in response["Content-Disposition"]
    content = b"".join(response.streaming_content)
    empty()
    said = client.post(reverse("exchange"), {"file": SimpleUploadedFile(f"c.{form}", content)}, follow=True)
    assert "The Children and Families Scrutiny Committee is here, with 1 meeting." in words_of(said)
    assert Meeting.objects.get().actions.count() == 1


def test_a_committee_that_is_here_is_refused_on_the_page() -> None:
    content = exported(a_meeting().committee, beside=True).getvalue()
    said = as_(an_administrator()).post(reverse("exchange"), {"file": SimpleUploadedFile("c.zip", content)})
    assert said.status_code == 422
    assert "is here already" in words_of(said)
    assert Committee.objects.count() == 1


def test_other_files_and_larger_ones_are_refused_on_the_page(settings) -> None:
    client, pack = as_(an_administrator()), io.BytesIO()
    with zipfile.ZipFile(pack, "w") as other:
        other.writestr("word/document.xml", "<document/>")
    said = client.post(reverse("exchange"), {"file": SimpleUploadedFile("minutes.docx", pack.getvalue())})
    assert "no export of a committee" in words_of(said)
    settings.UPLOAD_LIMIT = 100
    said = client.post(reverse("exchange"), {"file": SimpleUploadedFile("c.zip", b"x" * 200)})
    assert "manage.py import_committee" in words_of(said)


def test_without_a_committee_the_page_says_what_to_do() -> None:
    assert "There is no committee yet." in words_of(as_(an_administrator()).get(reverse("exchange")))
    assert as_(an_administrator()).get("/connections/committees/1/exe/").status_code == 404

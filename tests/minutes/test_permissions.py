"""The three roles: what each may do, what it may see, and what a view answers to the others."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpResponse

from minutes.models import Action, Document, Meeting, User
from minutes.permissions import administrator_required, can, officer_required, signed_in
from tests.builders import a_councillor, a_document, a_meeting, an_action, an_administrator, an_item, an_officer

pytestmark = pytest.mark.django_db

VERBS = ("see", "upload", "edit", "administer")


@pytest.mark.parametrize(
    ("make", "allowed"),
    [
        (AnonymousUser, set()),
        (lambda: an_administrator(is_active=False), set()),
        (a_councillor, {"see"}),
        (an_officer, {"see", "upload", "edit"}),
        (an_administrator, {"see", "upload", "edit", "administer"}),
    ],
    ids=["stranger", "deactivated", "councillor", "officer", "administrator"],
)
def test_what_each_role_may_do(make, allowed):
    user = make()
    assert {verb for verb in VERBS if can(user, verb)} == allowed


def test_a_new_account_has_the_least_rights():
    assert User.objects.create_user("new").role == "councillor"


def test_the_command_line_makes_an_administrator():
    user = User.objects.create_superuser("first", password="eleven purple teapots")
    assert user.is_administrator
    assert user.is_staff
    assert user.has_perm("minutes.change_action")


def test_an_exempt_record_is_seen_by_officers_alone():
    secret, open_ = a_meeting(exempt=True), a_meeting()
    hidden = an_action(open_, item=an_item(open_, exempt=True))
    councillor, officer = a_councillor(), an_officer()
    for record in (secret, an_action(secret), hidden, hidden.item):
        assert not can(councillor, "see", record)
        assert can(officer, "see", record)
    assert can(councillor, "see", an_action(open_))


def test_lists_and_single_records_agree():
    meetings = [a_meeting(), a_meeting(exempt=True)]
    for user in (a_councillor(), an_officer(), AnonymousUser()):
        listed = set(Meeting.objects.visible_to(user))
        assert listed == {meeting for meeting in meetings if can(user, "see", meeting)}


def test_lists_of_what_belongs_to_meetings_agree_too():
    secret, open_ = a_meeting(exempt=True), a_meeting()
    hidden, shown = an_item(open_, exempt=True), an_item(open_)
    actions = [an_action(secret), an_action(open_, item=hidden), an_action(open_, item=shown), an_action(open_)]
    for user in (a_councillor(), an_officer(), AnonymousUser()):
        listed = set(Action.objects.visible_to(user))
        assert listed == {action for action in actions if can(user, "see", action)}


def test_a_paper_with_an_exempt_item_or_of_no_meeting_at_all():
    papers = [a_document(meeting=meeting) for meeting in (a_meeting(), a_meeting(), a_meeting(exempt=True), None)]
    an_item(papers[0].meeting, exempt=True)
    an_item(papers[1].meeting)
    mine = Document.objects.filter(pk__in=[paper.pk for paper in papers])
    assert set(mine.visible_to(a_councillor())) == {papers[1], papers[3]}
    assert set(mine.visible_to(an_officer())) == set(papers)


@pytest.mark.parametrize(
    ("rows", "indexes"),
    [(Action.objects, ("meeting_exempt", "item_exempt")), (Document.objects, ("item_exempt_by_meeting",))],
    ids=["actions", "papers"],
)
def test_what_is_exempt_is_looked_for_among_what_is(rows, indexes):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which reads tables of a few rows from end to end, if it may
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        plan = rows.visible_to(a_councillor()).order_by().values("pk").explain()
    assert all(f"{index} " in plan for index in indexes), plan


@pytest.mark.parametrize(
    ("guard", "welcome"),
    [
        (signed_in, (a_councillor, an_officer, an_administrator)),
        (officer_required, (an_officer, an_administrator)),
        (administrator_required, (an_administrator,)),
    ],
)
def test_a_view_lets_in_its_own_and_sends_the_others_away(rf, guard, welcome):
    view = guard(lambda request: HttpResponse("in"))
    for make in (a_councillor, an_officer, an_administrator):
        request = rf.get("/somewhere")
        request.user = make()
        if make in welcome:
            assert view(request).content == b"in"
        else:
            with pytest.raises(PermissionDenied):
                view(request)
    request = rf.get("/somewhere")
    request.user = AnonymousUser()
    assert view(request).status_code == 302
    assert "/somewhere" in view(request)["Location"]

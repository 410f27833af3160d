"""The words of the lists' filters: looked up in the search's index, with what a search understands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import F, Q

from minutes.models import Action, AgendaItem, Document, DocumentPage, Meeting, NameForm, Role, User
from minutes.paging import page_of, walked
from minutes.search import in_lists, walking
from minutes.search.finding import find
from minutes.search.in_lists import told_in
from tests.builders import (
    a_committee,
    a_council,
    a_councillor,
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_

pytestmark = pytest.mark.django_db

Rows = Callable[..., list[Any]]


@pytest.fixture
def rows(client) -> Rows:
    """The rows of a list with some words in its filter."""

    def rows(place: str, words: str, who: User | None = None, **chosen: object) -> list[Any]:
        user = who or User.objects.filter(role=Role.OFFICER).first() or an_officer()
        response = as_(user, client).get(f"/{place}/", {"words": words, **chosen})
        assert response.status_code == 200
        return list(response.context["page"])

    return rows


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("transport", True),
        ("TRANSPORTED", True),  # another form of the word
        ("transp*", True),
        ("transp", False),  # words are whole
        ("ciaran", True),  # without the accent
        ('"school transport"', True),
        ('"transport school"', False),
        ("transport -school", False),
        ("transport -hospital", True),
        ('transport "', True),
        ("hospital", False),
        ("-hospital", False),  # nothing to look for
        ('"*" & (', False),
    ],
)
def test_a_filter_understands_what_the_search_does(rows: Rows, words: str, finds: bool) -> None:
    item = an_item(a_meeting(), "School transport", text="Ciarán spoke.")
    an_item(item.meeting, "Apologies")
    assert rows("items", words) == ([item] if finds else [])
    kinds = {(hit.kind, hit.record) for hit in find(User.objects.get(role=Role.OFFICER), words).hits}
    assert bool(kinds) == finds


def test_a_meeting_is_found_by_what_it_is_and_by_what_stands_in_it(rows: Rows) -> None:
    committee = a_committee("Highways Panel", a_council("Tarnshire Council"))
    meeting = a_meeting(committee=committee, council=committee.council, title="Called in", venue="The Old Library")
    a_meeting(committee=a_committee("Health Panel"))
    an_item(meeting, "Gritting", text="Salt was short.")
    a_recommendation(meeting, "That the depot be visited.")
    for words in ("highways", "tarnshire called", '"old library"', "salt gritting", "depot"):
        assert rows("meetings", words) == [meeting], words
    assert rows("meetings", "salt depot") == []  # in two records


def test_what_is_written_now_is_found_now(rows: Rows) -> None:
    meeting = a_meeting(committee=a_committee("Highways Panel"), venue="The Old Library")
    Meeting.objects.filter(pk=meeting.pk).update(venue="Room B")
    assert (rows("meetings", "library"), rows("meetings", '"room b"')) == ([], [meeting])
    type(meeting.committee).objects.filter(pk=meeting.committee_id).update(name="Roads Panel")
    assert (rows("meetings", "highways"), rows("meetings", "roads")) == ([], [meeting])
    Document.objects.filter(pk=meeting.document_id).update(filename="pack_of-june.pdf")
    assert rows("papers", "june pack") == [meeting.document]


def test_a_paper_is_found_by_its_name_and_by_all_words_on_one_page(rows: Rows) -> None:
    paper = a_document(filename="2025-06_Highways-minutes.pdf")
    for number, text in enumerate(("Salt was short.", "The depot is cold."), 1):
        DocumentPage.objects.create(document=paper, number=number, paragraphs=[text])
    for words in ("highways", "06 minutes", "highw*", "salt short", "depot cold"):
        assert rows("papers", words) == [paper], words
    assert rows("papers", "salt depot") == []


def test_an_interest_is_found_by_the_person_it_is_known_to_be_of(rows: Rows) -> None:
    crook = a_person("Anneliese Crook")
    interest = an_interest(a_meeting(), "CC A Crook", person=crook, description="Governor of a school")
    assert rows("interests", "anneliese governor") == [interest]
    type(crook).objects.filter(pk=crook.pk).update(name="Annelise Crook")
    assert (rows("interests", "anneliese"), rows("interests", "annelise")) == ([], [interest])


def test_a_search_finds_no_meeting_and_no_paper_by_what_their_lists_know(rows: Rows) -> None:
    a_meeting(committee=a_committee("Highways Panel"), venue="The Old Library")
    officer = an_officer()
    assert [len(find(officer, words)) for words in ("highways", "library", '"old library"', "libr*")] == [0] * 4


def test_a_councillor_finds_no_meeting_by_what_is_exempt(rows: Rows) -> None:
    meeting = a_meeting()
    an_item(meeting, "Contract", exempt=True)
    DocumentPage.objects.create(document=meeting.document, number=1, paragraphs=["Contract"])
    councillor = a_councillor()
    assert rows("meetings", "contract", an_officer()) == [meeting]
    for place in ("meetings", "items", "papers"):
        assert rows(place, "contract", councillor) == [], place


def test_a_name_is_found_by_any_part_of_it(rows: Rows) -> None:
    person = a_person("Anneliese Crook")
    NameForm.objects.create(person=person, printed="Cllr Lee-Crook")
    an_attendee(a_meeting(), "Cllr Lee-Crook", person=person)
    for words in ("liese", "croo", "lee-cr", "crook ann"):
        assert rows("people", words) == [person], words


# --- common words -----------------------------------------------------------------------------------------------------


@pytest.fixture
def common(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are in more than two records are common, and found in steps of a few records."""
    monkeypatch.setattr(in_lists, "FEW", 2)
    monkeypatch.setattr(in_lists, "NEWEST", 3)
    monkeypatch.setattr(walking, "REACHES", (3, 8))
    monkeypatch.setattr(walking, "ALONG", (4, 10))
    monkeypatch.setattr(walking, "COUNTED", (4, 6))
    monkeypatch.setattr(walking, "ENOUGH", 3)
    monkeypatch.setattr(walking, "PLENTY", 3)
    monkeypatch.setattr(walking, "FEW_NEWEST", 2)
    monkeypatch.setattr("minutes.paging.MANY", 4)


DAYS = (*(dt.date(2025, month, 4) for month in (5, 5, 6, 6, 6, 7, 9, 9, 11)), None, None)
ORDERS = {
    AgendaItem: [
        (F("meeting__date").desc(nulls_last=True), "-meeting_id", "order", "pk"),
        (F("meeting__date").asc(nulls_last=True), "meeting_id", "order", "pk"),
    ],
    Action: [
        (F("due").asc(nulls_last=True), "pk"),
        ("-text", "-pk"),
        (F("meeting__date").desc(nulls_last=True), "-pk"),
    ],
    Meeting: [(F("date").desc(nulls_last=True), "-pk"), (F("date").asc(nulls_last=True), "pk")],
    Document: [("-uploaded_at", "-pk"), ("filename", "pk")],
}


@pytest.fixture
def many() -> None:
    for number, day in enumerate(DAYS):
        meeting = a_meeting(date=day)
        Document.objects.filter(pk=meeting.document_id).update(filename=f"{number % 4}.pdf")
        DocumentPage.objects.create(document=meeting.document, number=1, paragraphs=["Salt and grit"])
        for order in range(3):
            text = ("Salt the roads.", "Grit Siân’s co-opted roads with salt.", "Mend the fence.")[order]
            an_item(meeting, "Roads", text=text, order=order, exempt=order == 1 and number % 4 == 0)
            an_action(meeting, text, due=day and day + dt.timedelta(days=7 * number), order=order)


@pytest.mark.usefixtures("common", "many")
@pytest.mark.parametrize(
    "words", ["salt", "salt -grit", '"the roads"', "sal*", "salt roads", "fence salt", "sian's salt", '"co opted"']
)
@pytest.mark.parametrize(("model", "order"), [(model, order) for model, orders in ORDERS.items() for order in orders])
def test_a_list_with_common_words_is_the_same_whichever_way_it_is_found(model: Any, order: Any, words: str) -> None:
    councillor = a_councillor()
    rows = model.objects.visible_to(councillor).order_by(*order)
    one_by_one = [row for row in rows if rows.filter(Q(told_in(model, words, councillor)), pk=row.pk).exists()]
    found = rows.filter(told_in(model, words, councillor))
    assert list(walked(found, 2)) == one_by_one
    pages, asked = [], ""
    while True:
        page = page_of(found, asked, 3)
        pages += page.object_list
        assert page.count.more == (len(one_by_one) > page.count)
        assert page.count >= min(3, len(one_by_one)), "it says of three at least that there are more"
        if not page.next:
            break
        asked = page.next
    assert pages == one_by_one
    back = [page]
    while back[0].previous:
        back.insert(0, page_of(found, back[0].previous, 3))
    assert [row for page in back for row in page] == one_by_one


@pytest.mark.usefixtures("common", "many")
def test_a_meeting_of_a_year_before_the_index_begins_stands_in_its_place() -> None:
    rows = Meeting.objects.order_by(F("date").asc(nulls_last=True), "pk")
    an_item(a_meeting(date=dt.date(1066, 10, 14)), "Salt")
    for order in (rows, rows.order_by(F("date").desc(nulls_last=True), "-pk")):
        assert list(walked(order.filter(told_in(Meeting, "salt")), 2)) == list(order)

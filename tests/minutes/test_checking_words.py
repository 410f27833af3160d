"""Adding a missed record from words that are chosen on its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minutes.checking import chosen_words
from minutes.models import Action, Document, Meeting, User
from minutes.papers.page_images import page_words
from tests.builders import a_councillor, a_document, a_meeting, an_item
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db
NEEDED = "Kemi Balogun asked whether parents were told of the personal travel budget."


@pytest.fixture
def paper(demonstration: Path) -> Document:
    body = (demonstration / "2025-11-12-children-and-families-minutes.pdf").read_bytes()
    document = a_document(body, filename="minutes.pdf", media_type="application/pdf", page_count=4)
    for number in range(1, 5):
        document.pages.create(number=number, paragraphs=[f"Words of page {number}."], width=595.3, height=841.9)
    return document


@pytest.fixture
def meeting(paper: Document) -> Meeting:
    meeting = a_meeting(document=paper, page=1)
    an_item(meeting, "Disclosure of interests", page=1, boxes=[[70, 700, 200, 712]])
    an_item(meeting, "Home to school transport", page=2, boxes=[[70, 200, 200, 212]])
    an_item(meeting, "Urgent business", page=4, boxes=[[70, 200, 200, 212]])
    return meeting


def run_of(document: Document, page: int, begins: str, ends: str) -> dict[str, Any]:
    """The first and last number of the words that begin and end so."""
    words = [word for line in chosen_words.lines(document, page) for word in line.words]
    first = next(at for at, word in enumerate(words) if " ".join(w.text for w in words[at:]).startswith(begins))
    last = next(at for at in range(first, len(words)) if words[at].text == ends)
    return {"page": page, "first": words[first].number, "last": words[last].number}


def test_words_stand_where_the_page_has_them(paper: Document) -> None:
    lines = page_words(paper, 2)
    told = [" ".join(word["text"] for word in line) for line in lines]
    assert told[0] == "A non-pecuniary interest was declared by Kemi Balogun, parent governor"
    left, top, right, bottom = lines[0][0]["box"]
    assert 70 < left < right < 80
    assert 60 < top < bottom < 80


def test_chosen_words_become_the_source_of_a_new_action(signed_in: Client, officer: User, meeting: Meeting) -> None:
    chosen = run_of(meeting.document, 2, "Damian Okoro undertook", "2025.")
    address = reverse("check_add", args=[meeting.pk, "action"])
    form = signed_in.get(address, chosen).context["form"]
    assert form["text"].value().startswith("Damian Okoro undertook to rewrite the web page on personal travel")
    assert form["item"].value() == meeting.items.get(title="Home to school transport").pk
    told = {"text": "Rewrite the web page", "item": form["item"].value(), "version": 1}
    response = signed_in.post(address, told | chosen, follow=True)
    action = Action.objects.get()
    assert (action.added_by, action.text, action.page) == (officer, "Rewrite the web page", 2)
    assert action.quote.split("\n")[1] == "personal travel budgets by 19 December 2025."
    assert len(action.boxes) == 2
    assert action.document == meeting.document
    assert response.context["row"].record == action
    assert [one.name for one in response.context["leaf"].highlights if one.chosen] == [f"action-{action.pk}"]


def test_whole_lines_are_chosen_without_scripts(signed_in: Client, meeting: Meeting) -> None:
    page = signed_in.get(reverse("check_choose", args=[meeting.pk]), {"page": "2", "kind": "interest"})
    at = next(n for n, line in enumerate(page.context["lines"]) if "CC Siân Prothero" in line.text)
    form = signed_in.get(reverse("check_add", args=[meeting.pk, "interest"]), {"page": "2", "line": [at, at + 1]})
    assert form.context["chosen"]["quote"].startswith("A non-pecuniary interest was declared by CC Siân Prothero")
    assert form.context["chosen"]["quote"].endswith("of Blackmoss Community Primary School.")
    assert "of Blackmoss Community Primary School." in form.context["form"]["description"].value()


def test_paragraphs_are_chosen_from_a_paper_without_pages(signed_in: Client) -> None:
    document = a_document()
    document.pages.create(paragraphs=["Notes of a visit.", NEEDED], numbers=[3, 5])
    meeting = a_meeting(document=document)
    told = {"line": "1", "text": "Tell parents of the budget", "version": 1}
    signed_in.post(reverse("check_add", args=[meeting.pk, "action"]), told)
    action = Action.objects.get()
    assert (action.quote, action.page, action.paragraph, action.boxes) == (NEEDED, None, 5, [])
    assert NEEDED in signed_in.get(reverse("check", args=[meeting.pk]), {"at": f"action-{action.pk}"}).content.decode()


def test_words_within_a_paragraph_are_chosen_as_they_are_printed(signed_in: Client) -> None:
    document = a_document()
    document.pages.create(paragraphs=["Item 1", "Who\tto  do it", "By whom"], numbers=[1, 2, 4])
    meeting = a_meeting(document=document)
    item = an_item(meeting, page=None, paragraph=1, boxes=[])
    form = signed_in.get(reverse("check_add", args=[meeting.pk, "action"]), {"first": "3", "last": "6"})
    assert form.context["chosen"]["quote"] == "to  do it\nBy"
    assert form.context["chosen"]["paragraph"] == 2
    assert form.context["form"]["item"].value() == item.pk


def test_who_chose_nothing_is_asked_to(signed_in: Client, meeting: Meeting) -> None:
    for told in ({}, {"line": "9999"}, {"first": "9998", "last": "9999"}):
        response = signed_in.get(reverse("check_add", args=[meeting.pk, "action"]), {"page": "2"} | told, follow=True)
        assert "Choose the words first" in words_of(response)


def test_a_form_that_is_wrong_keeps_the_chosen_words(signed_in: Client, meeting: Meeting) -> None:
    chosen = run_of(meeting.document, 2, "Damian Okoro undertook", "2025.")
    response = signed_in.post(reverse("check_add", args=[meeting.pk, "action"]), {"text": "", "version": 1} | chosen)
    assert "Enter what is to be done" in words_of(response)
    assert "Damian Okoro undertook to rewrite" in words_of(response)
    assert f'name="first" value="{chosen["first"]}"' in response.content.decode()
    assert not Action.objects.exists()


def test_choosing_words_is_for_officers(meeting: Meeting) -> None:
    assert as_(a_councillor()).get(reverse("check_choose", args=[meeting.pk])).status_code == 403

"""What a person removed stays removed; where a later reading finds it in other words, that is a question."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ingest import filing
from minutes import corrections
from minutes.checking import answers, meeting_state, quoting
from minutes.checking.beside import Beside
from minutes.models import Action, Correction, Document, Meeting, User
from tests.builders import a_document
from tests.ingest.papers import a_reading, acts, item, paper
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db

TEXT, BETTER = "Rewrite the web page on budgets", "Rewrite the web page on personal travel budgets"


@pytest.fixture
def document() -> Document:
    return a_document()


def read(document: Document, *texts: str) -> Meeting:
    items = [item("5", "Home to school transport")]
    return filing.file(a_reading(document), paper(items=items, actions=[acts(text) for text in texts]))


@pytest.fixture
def removed(document: Document, officer: User) -> Action:
    read(document, TEXT)
    action = Action.objects.get()
    corrections.remove(action, officer, "Only reported")
    return action


def again(document: Document, action: Action, *texts: str) -> Action:
    read(document, *texts)
    action.refresh_from_db()
    return action


@pytest.mark.parametrize("texts", [(TEXT,), (TEXT.upper(),), ()])
def test_the_same_words_or_none_are_no_question(document: Document, removed: Action, texts: tuple[str, ...]) -> None:
    again(document, removed, *texts)
    assert (removed.is_removed, removed.doubts) == (True, [])
    assert not Action.objects.exists()


def test_other_words_are_a_question_on_the_removed_record(document: Document, removed: Action, officer: User) -> None:
    again(document, removed, BETTER)
    assert (removed.is_removed, removed.doubt_count) == (True, 1)
    assert not Action.objects.exists()
    said = f"Ann Officer removed this when it was read as “{TEXT}”. A new reading of the paper has “{BETTER}”."
    assert said in words_of(as_(officer).get(reverse("needs_a_look")))
    page = as_(officer).get(reverse("check", args=[removed.meeting_id]))
    assert page.context["row"].record == removed
    assert page.context["beside"].question_count == 1
    assert "Removed by Ann Officer" in words_of(page)
    labels = [one.label for one in page.context["asked"].answers]
    assert labels == ["Keep it removed", "Bring it back, as it is read now"]
    assert "1 question" in words_of(as_(officer).get(reverse("meeting", args=[removed.meeting_id])))


def answer(action: Action, value: str, officer: User) -> None:
    answers.answer(action, "text", value, officer, action.version)
    action.refresh_from_db()


def test_it_is_kept_removed_and_not_asked_again(document: Document, removed: Action, officer: User) -> None:
    answer(again(document, removed, BETTER), "stays", officer)
    assert (removed.is_removed, removed.doubts) == (True, [])
    assert again(document, removed, BETTER).doubts == []
    assert Beside(removed.meeting, officer).question_count == 0
    assert again(document, removed, TEXT).doubt_count == 1, "words that changed once more ask once more"


def test_it_is_brought_back_in_the_words_of_the_reading(document: Document, removed: Action, officer: User) -> None:
    answer(again(document, removed, BETTER), "restore", officer)
    assert (removed.is_removed, removed.doubts, removed.text) == (False, [], BETTER)
    assert again(document, removed, BETTER).doubts == []


def test_a_reading_that_lacks_it_takes_the_question_back(document: Document, removed: Action) -> None:
    again(document, removed, BETTER)
    assert again(document, removed).doubts == []


def test_a_record_s_questions_go_and_come_with_it(document: Document, officer: User) -> None:
    read(document, TEXT)
    action = Action.objects.get()
    action.doubts = [{"field": "owner", "sentence": "Nobody is named.", "kind": "paper"}]
    action.save()
    act = corrections.remove(action, officer, "Only reported")
    assert as_(officer).get(reverse("needs_a_look")).context["question_count"] == 0
    corrections.take_back(act, officer)
    assert as_(officer).get(reverse("needs_a_look")).context["question_count"] == 1
    corrections.remove(action, officer, "Only reported")
    corrections.restore(action, officer)
    action.refresh_from_db()
    assert [doubt["sentence"] for doubt in action.doubts] == ["Nobody is named."]


def test_a_record_that_is_found_after_the_check_is_a_question(document: Document, officer: User) -> None:
    meeting = read(document, TEXT)
    records = [row.record for row in Beside(meeting, officer).rows if row.record != meeting]
    meeting_state.finish(meeting, records, officer)
    for _ in range(2):
        read(document, TEXT, "Share the slides")
        action = Action.objects.get(text="Share the slides")
        assert [doubt["sentence"] for doubt in action.doubts] == [
            "A new reading of the paper found this after the meeting was checked."
        ]
    asked = answers.asked(action, ())
    assert [one.value for one in asked.answers] == ["stays", "remove"]
    answers.answer(action, "", "stays", officer, action.version)
    read(document, TEXT, "Share the slides")
    action.refresh_from_db()
    assert (action.is_confirmed, action.doubts) == (True, [])


def test_readings_leave_a_source_that_a_person_chose(document: Document, officer: User) -> None:
    read(document, TEXT)
    action = Action.objects.get()
    act = corrections.cite(action, quoting.as_source(quoting.within(action.quote_parts, "the web page")), officer)
    assert again(document, action, TEXT).quote == "the web page"
    corrections.take_back(Correction.objects.get(pk=act.pk), officer)
    assert again(document, action, TEXT).quote == TEXT

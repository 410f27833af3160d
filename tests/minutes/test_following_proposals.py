"""Saying yes or no to what later papers report, on its page; and updates with the words of a paper."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minutes.following import evidence, proposals
from minutes.models import Action, ActionUpdate, Proposal
from tests.builders import a_councillor, a_meeting, a_recommendation, an_action, an_item
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db
WORDS = "The web page had been replaced on 12 December."
LONG = "And so it was asked of every school, one by one, whether its routes were safe to walk in winter. " * 4


@pytest.fixture
def later():
    meeting = a_meeting(date=dt.date(2026, 1, 14))
    meeting.document.pages.create(number=3, paragraphs=["7. Actions", f"The Chair spoke. {WORDS} Nothing else."])
    return meeting


def a_proposal(later, action=None, **fields):
    action = action or an_action(a_meeting())
    values = {"status": "complete", "on": dt.date(2025, 12, 12), "why": "Because.", "quote": WORDS, "page": 3}
    return Proposal.objects.create(action=action, meeting=later, document=later.document, **(values | fields))


def test_a_confirmed_report_becomes_an_update_with_its_evidence(officer, later):
    proposal = a_proposal(later)
    as_(officer).post("/actions/reports/decide/", {"proposal": [proposal.pk], "act": "confirm"})
    action, update = Action.objects.get(), ActionUpdate.objects.get()
    assert action.status == "complete"
    assert (update.on, update.meeting, update.page, update.quote) == (dt.date(2025, 12, 12), later, 3, WORDS)
    assert update.by == officer
    page = words_of(as_(a_councillor()).get(f"/actions/{action.pk}/"))
    assert WORDS in page
    assert "14 January 2026" in page


def test_a_refused_report_changes_nothing_and_can_be_asked_again(officer, later):
    proposal = a_proposal(later)
    page = as_(officer)
    page.post("/actions/reports/decide/", {"proposal": [proposal.pk], "act": "refuse"})
    assert Action.objects.get().status == "outstanding"
    assert "No report waits" in words_of(page.get("/actions/reports/"))
    assert WORDS in words_of(page.get("/actions/reports/?tab=refused"))
    page.post("/actions/reports/decide/", {"proposal": [proposal.pk], "act": "again"})
    assert Proposal.objects.waiting().get() == proposal


def test_words_about_several_actions_are_one_question(officer, later):
    for text in ("Write the list", "Draw the chart"):
        a_proposal(later, an_action(a_meeting(), text))
    page = words_of(as_(officer).get("/actions/reports/"))
    assert page.count(f"{WORDS} page 3") == 1
    assert page.count("Because.") == 2


def test_what_somebody_decided_meanwhile_is_said(officer, later):
    proposal = a_proposal(later)
    proposals.refuse(proposal, officer)
    said = as_(officer).post("/actions/reports/decide/", {"proposal": [proposal.pk], "act": "confirm"}, follow=True)
    assert "Somebody has said yes or no to this already." in words_of(said)
    assert not ActionUpdate.objects.exists()


def test_a_closed_action_is_not_asked_about(officer, later):
    a_proposal(later, an_action(a_meeting(), status="withdrawn"))
    assert not Proposal.objects.waiting().exists()


def test_nothing_is_confirmed_where_nothing_is_chosen(officer, later):
    a_proposal(later)
    said = as_(officer).post("/actions/reports/decide/", {"act": "confirm"}, follow=True)
    assert "Choose at least one." in words_of(said)
    assert Proposal.objects.waiting().exists()


def test_councillors_do_not_decide(later):
    proposal = a_proposal(later)
    page = as_(a_councillor())
    assert page.get("/actions/reports/").status_code == 403
    assert page.post("/actions/reports/decide/", {"proposal": [proposal.pk], "act": "confirm"}).status_code == 403
    assert Action.objects.get().status == "outstanding"


def test_words_of_an_exempt_item_do_not_reach_those_who_may_not_see_it(officer, later):
    item = an_item(later, exempt=True)
    proposals.confirm(a_proposal(later, item=item), officer)
    page = words_of(as_(a_councillor()).get(f"/actions/{Action.objects.get().pk}/"))
    assert WORDS not in page
    assert "Reported in an exempt item." in page


def test_a_report_can_answer_a_recommendation_that_has_no_action(officer, later):
    recommendation = a_recommendation(a_meeting())
    values = {"resolution": recommendation, "response": "accepted", "why": "Because.", "quote": WORDS}
    proposal = Proposal.objects.create(meeting=later, document=later.document, page=3, **values)
    proposals.confirm(proposal, officer)
    recommendation.refresh_from_db()
    assert (recommendation.response.state, recommendation.response.answered_in) == ("accepted", later)
    assert WORDS in words_of(as_(officer).get(f"/recommendations/{recommendation.pk}/"))


def test_the_page_costs_no_more_queries_for_more_reports(officer, later):
    page = as_(officer)
    a_proposal(later)
    page.get("/actions/reports/")

    def queries():
        with CaptureQueriesContext(connection) as caught:
            page.get("/actions/reports/")
        return len(caught)

    few = queries()
    for number in range(8):
        a_proposal(later, an_action(a_meeting(), f"Action {number}"), quote=f"Words {number}")
    assert queries() == few


# --- linked by hand: "this was reported at"


def test_an_officer_says_at_which_meeting_and_in_which_words(officer, later):
    action = an_action(a_meeting())
    sent = {
        "version": action.version,
        "status": "complete",
        "meeting": later.pk,
        "words": "the web page HAD been  replaced",
    }
    assert as_(officer).post(f"/actions/{action.pk}/report/", sent).status_code == 302
    update = ActionUpdate.objects.get()
    assert (update.meeting, update.document, update.page, update.on) == (later, later.document, 3, later.date)
    action.refresh_from_db()
    assert action.status == "complete"


def test_words_that_do_not_stand_there_are_refused_and_kept_in_the_form(officer, later):
    action = an_action(a_meeting())
    sent = {"version": action.version, "text": "Done", "meeting": later.pk, "words": "It was sent by balloon"}
    refused = as_(officer).post(f"/actions/{action.pk}/report/", sent)
    assert refused.status_code == 422
    assert "These words do not stand in the paper of that meeting." in words_of(refused)
    assert "It was sent by balloon" in refused.content.decode()
    assert not ActionUpdate.objects.exists()


def test_words_need_their_meeting(officer):
    action = an_action(a_meeting())
    sent = {"version": action.version, "text": "Done", "words": "It was sent"}
    refused = as_(officer).post(f"/actions/{action.pk}/report/", sent)
    assert "Choose the meeting whose paper has these words" in words_of(refused)


def test_the_paper_opens_at_the_words_of_an_update(officer, later):
    proposals.confirm(a_proposal(later), officer)
    update = ActionUpdate.objects.get()
    shown = as_(a_councillor()).get(f"/papers/{later.document_id}/?page=3&mark=update-{update.pk}")
    assert WORDS in words_of(shown)
    assert as_(a_councillor()).get(f"/papers/{later.document_id}/?mark=update-99999").status_code == 200


def test_a_quote_is_found_on_its_lines(monkeypatch, later):
    line = [{"text": "had", "box": [0, 10, 5, 20]}, {"text": "been", "box": [6, 10, 9, 20]}]
    following = [{"text": "replaced.", "box": [0, 30, 8, 40]}]
    monkeypatch.setattr(evidence, "page_words", lambda *_: [line, following])
    assert evidence.boxes(later.document, 3, "had been replaced") == [[0, 10, 9, 20], [0, 30, 8, 40]]
    assert evidence.boxes(later.document, 3, "had been sold") == []


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("The heaters  had been\nreplaced", True),
        ("heaters had been replaced.", True),
        ("eaters had been repl", False),
        ("had been sold", False),
        (LONG, True),
        (f"{LONG}and sold", False),
        ("…", False),
    ],
)
def test_words_stand_in_a_paper_whole_and_to_the_last(later, words, stand):
    later.document.pages.filter(number=3).update(paragraphs=["The heaters had been replaced.", LONG])
    if stand:
        assert evidence.find(later, words)["page"] == 3
        return
    with pytest.raises(ValidationError, match="do not stand in the paper"):
        evidence.find(later, words)

"""What is found in later papers of the demonstration year, held to what truly became of its actions."""

import json
import random

import pytest

from ingest import demonstration, filing
from ingest.filing import following
from ingest.reading import read
from minutes.corrections import NotPossible
from minutes.following import proposals
from minutes.models import Action, Decided, Meeting, Proposal, RecommendationNumber, Response
from tests.builders import a_document, an_officer
from tests.ingest.papers import a_reading

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="session")
def papers_read(demonstration):
    """Every paper of the year as it is read, oldest first: its name and what was read."""
    paths = sorted(path for path in demonstration.iterdir() if path.suffix in (".pdf", ".docx"))
    return [(path.name, read(path)) for path in paths]


def file_year(papers):
    for name, paper in papers:
        filing.file(a_reading(a_document(filename=name)), paper)


@pytest.fixture
def year(papers_read):
    file_year(papers_read)


@pytest.fixture(scope="session")
def gold(demonstration):
    """By paper, the outcomes of its actions in order: status, and the paper that says so."""
    found = {}
    for path in sorted(demonstration.glob("*.json")):
        actions = json.loads(path.read_text())["actions"]
        found[path.stem] = [one["outcome"] for one in actions if one.get("outcome")]
    return found


def outcomes(gold):
    """The outcome of each action, by primary key."""
    told = {}
    for meeting in Meeting.objects.select_related("document"):
        own = gold[meeting.document.filename.rsplit(".", 1)[0]]
        actions = Action.objects.filter(meeting=meeting).order_by("order", "pk")
        told |= dict(zip(actions.values_list("pk", flat=True), own, strict=True))
    return told


def is_right(proposal, outcome):
    """Whether a proposal closes an action that the gold closes, from a paper of the day that the gold names."""
    reported = outcome["reported_in"] or ""
    return outcome["status"] != "outstanding" and reported[:10] == proposal.meeting.date.isoformat()


def test_every_closing_of_the_year_is_proposed_and_nothing_else(year, gold):
    told = outcomes(gold)
    assert len(told) == 58
    closing = [one for one in Proposal.objects.waiting().select_related("meeting") if one.closes]
    right = [one for one in closing if is_right(one, told[one.action_id])]
    wrong = [(str(one), one.quote) for one in closing if one not in right]
    closed = {pk for pk, outcome in told.items() if outcome["status"] != "outstanding"}
    missed = [Action.objects.get(pk=pk).text for pk in closed - {one.action_id for one in right}]
    print(f"closings proposed {len(closing)}: precision {len(right)}/{len(closing)}, recall {len(right)}/{len(closed)}")
    assert (wrong, missed, len(closed)) == ([], [], 32)


def test_nothing_changes_before_a_person_confirms(year):
    assert Action.objects.outstanding().count() == 58
    assert set(Response.objects.values_list("state", flat=True)) == {"awaiting"}


def test_confirming_all_that_closes_leaves_the_26_that_are_outstanding(year, gold):
    officer = an_officer()
    while proposal := next(
        (one for one in Proposal.objects.waiting().order_by("meeting__date", "pk") if one.closes), None
    ):
        proposals.confirm(proposal, officer)
    expected = {pk for pk, outcome in outcomes(gold).items() if outcome["status"] == "outstanding"}
    assert set(Action.objects.outstanding().values_list("pk", flat=True)) == expected
    assert len(expected) == 26


def test_the_answers_are_those_of_the_papers(year):
    officer = an_officer()
    for proposal in Proposal.objects.waiting().exclude(response="").order_by("meeting__date", "pk"):
        proposals.confirm(proposal, officer)
    told = {
        (row.resolution.meeting.date.isoformat(), row.resolution.number): (
            row.state,
            str(row.answered_on),
            row.days_late(),
        )
        for row in Response.objects.exclude(state="awaiting").select_related("resolution__meeting")
    }
    assert told == {
        ("2025-06-24", "b"): ("accepted", "2025-08-15", 0),
        ("2025-09-17", "2"): ("accepted", "2025-12-22", 35),
        ("2025-09-17", "3"): ("accepted_in_part", "2025-12-22", 35),
        ("2025-09-17", "4"): ("not_accepted", "2025-12-22", 35),
    }


def test_the_last_day_to_answer_is_the_one_that_the_minutes_ask_for(year):
    due = {
        str(row.resolution.recommendation_number): str(row.due)
        for row in Response.objects.select_related("resolution__recommendation_number")
    }
    assert due == {
        "HAC 25/26 01": "2025-08-24",
        "CF 25/26 01": "2025-11-17",
        "CF 25/26 02": "2025-11-17",
        "CF 25/26 03": "2025-11-17",
        "CF 25/26 04": "2026-01-12",
        "CF 25/26 05": "2026-01-12",
        "HAC 25/26 02": "None",
    }


def test_every_proposal_has_its_words_and_their_page(year):
    proposals = list(Proposal.objects.select_related("document", "meeting__document"))
    assert proposals
    for proposal in proposals:
        assert proposal.document == proposal.meeting.document
        assert proposal.quote_parts
        for part in proposal.quote_parts:
            pages = proposal.document.pages.filter(number=part["page"])
            words = " ".join(" ".join(page.text.split()) for page in pages)
            assert " ".join(part["text"].split())[:40] in words, part
        assert proposal.why.endswith(".")


def told_of(proposal):
    about = (str(proposal.record), str(proposal.meeting.date), proposal.quoted_words)
    return *about, proposal.status, proposal.response, proposal.spare


def test_the_order_in_which_papers_come_in_makes_no_difference(papers_read):
    file_year(papers_read)
    in_order = sorted(map(told_of, Proposal.objects.select_related("action", "resolution", "meeting")))
    Meeting.everything.all().delete()
    shuffled = list(papers_read)
    random.Random(5).shuffle(shuffled)  # noqa: S311 (an order, no secret)
    file_year(shuffled)
    assert sorted(map(told_of, Proposal.objects.select_related("action", "resolution", "meeting"))) == in_order


def test_reading_again_keeps_what_was_decided_and_proposes_nothing_twice(year):
    officer = an_officer()
    confirmed, refused = Proposal.objects.waiting().order_by("meeting__date", "pk")[:2]
    proposals.confirm(confirmed, officer)
    proposals.refuse(refused, officer, "It was another list.")
    before = sorted(Proposal.objects.values_list("pk", "decided", "decided_why"))
    numbers = sorted(RecommendationNumber.objects.values_list("pk", "prefix", "year", "running", "resolution"))
    for meeting in Meeting.objects.order_by("date"):
        following.propose(meeting)
    assert sorted(Proposal.objects.values_list("pk", "decided", "decided_why")) == before
    assert sorted(RecommendationNumber.objects.values_list("pk", "prefix", "year", "running", "resolution")) == numbers


def test_where_the_first_closing_is_refused_the_next_paper_s_is_asked(year):
    officer = an_officer()
    leaflet = Action.objects.get(text__contains="the leaflet given to families")
    first = Proposal.objects.waiting().get(action=leaflet)
    assert str(first.meeting.date) == "2025-10-21"
    proposals.refuse(first, officer)
    then = Proposal.objects.waiting().get(action=leaflet)
    assert str(then.meeting.date) == "2026-02-03"
    proposals.ask_again(first)
    assert list(Proposal.objects.waiting().filter(action=leaflet)) == [first]


def test_nobody_decides_twice(year):
    officer = an_officer()
    proposal = Proposal.objects.waiting().first()
    proposals.confirm(proposal, officer)
    with pytest.raises(NotPossible):
        proposals.refuse(proposal, officer)


def test_the_demonstration_s_officer_confirms_once_and_leaves_some_to_decide(year):
    demonstration.load()
    made = demonstration.decide()
    assert made == Proposal.objects.filter(decided=Decided.CONFIRMED).count() > 40
    assert Action.objects.outstanding().count() == 26
    left = Proposal.objects.waiting()
    assert left.exists()
    assert not any(one.closes for one in left)
    assert demonstration.decide() == 0

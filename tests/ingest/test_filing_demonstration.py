"""The demonstration year, read perfectly, becomes rows that say what its gold says."""

import pytest

from ingest import filing
from minutes.models import Action, Attendee, Interest, Meeting, Person, Resolution
from tests.builders import a_document
from tests.ingest.papers import a_reading, from_gold, gold_of_rows, gold_to_compare

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(demonstration):
    """Every paper of the year, in the order of its dates: its gold's path and its meeting."""
    papers = sorted(demonstration.glob("*.json"))
    assert len(papers) == 12
    return [(path, filing.file(a_reading(a_document()), from_gold(path))) for path in papers]


def test_the_rows_say_what_the_gold_says(year):
    for path, meeting in year:
        assert gold_of_rows(meeting) == gold_to_compare(path), path.name


def test_the_cast_are_one_person_each_over_the_year(year):
    names = list(Person.objects.values_list("name", flat=True))
    assert len(names) == len(set(names))
    for name in ("Duncan Haslam", "Siân Prothero", "Margaret Ollerenshaw", "Kemi Balogun", "Anneliese Crook"):
        assert names.count(name) == 1, name
    initials_too = [name for name in names if name.endswith("Haslam")]
    assert initials_too == ["Duncan Haslam"]
    bodies = set(
        Attendee.objects.filter(person__name="Duncan Haslam").values_list("meeting__committee__name", flat=True)
    )
    assert len(bodies) == 2


def test_nobody_s_name_is_in_question(year):
    asked = [doubt["sentence"] for attendee in Attendee.objects.with_questions() for doubt in attendee.doubts]
    assert asked == []


def test_the_same_interest_is_declared_by_the_same_person_five_times(year):
    prothero = Person.objects.get(name="Siân Prothero")
    assert Interest.objects.filter(person=prothero).count() == 5
    assert not Interest.objects.filter(attendee=None).exists()


def test_the_year_filed_again_is_the_same_year(year):
    def keys():
        return {model: sorted(model.objects.values_list("pk", "version")) for model in (Meeting, Attendee, Action)}

    before = keys()
    for path, meeting in year:
        filing.file(a_reading(meeting.document), from_gold(path))
    assert keys() == before
    assert not Resolution.objects.with_questions().exists()


def test_each_meeting_s_minutes_are_confirmed_at_the_next(year):
    told = {
        (str(meeting.committee)[:8], str(meeting.date)): (meeting.status, str(meeting.confirmed_in.date))
        for meeting in Meeting.objects.filter(kind="minutes").exclude(status="draft")
    }
    assert told == {
        ("Children", "2025-07-09"): ("confirmed", "2025-09-17"),
        ("Children", "2025-09-17"): ("amended", "2025-11-12"),
        ("Children", "2025-11-12"): ("confirmed", "2026-01-14"),
        ("Children", "2026-01-14"): ("confirmed", "2026-03-18"),
        ("Health a", "2025-06-24"): ("confirmed", "2025-10-21"),
        ("Health a", "2025-10-21"): ("confirmed", "2026-02-03"),
    }
    amended = Meeting.objects.get(status="amended")
    assert amended.confirmed_under.title == "Minutes of the Meeting held on 17 September 2025"
    last = Meeting.objects.filter(kind="minutes", status="draft")
    assert {str(meeting.date) for meeting in last} == {"2026-03-18", "2026-02-03"}


def test_each_report_went_to_the_meeting_of_its_day(year):
    went = Meeting.objects.filter(kind="portfolio_report").values_list("date", "reported_to__date", "reported_to__kind")
    assert len(went) == 2
    assert all(day == there and kind == "minutes" for day, there, kind in went)

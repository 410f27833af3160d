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

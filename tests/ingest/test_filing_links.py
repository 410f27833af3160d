"""Which meeting confirmed whose minutes, and to which one a report went, in whatever order papers come in."""

import datetime as dt
import itertools

import pytest
from django.core.management import call_command

from ingest.reading.model import NextMeeting
from minutes import corrections
from minutes.models import Meeting, Resolution
from tests.builders import a_document, an_officer
from tests.ingest.papers import attends, file, item, measures, meets, paper, resolves

pytestmark = pytest.mark.django_db

OCTOBER, NOVEMBER, DECEMBER = dt.date(2013, 10, 11), dt.date(2013, 11, 8), dt.date(2013, 12, 6)
PLAIN = "That the minutes of the meeting held on 11 October 2013 be confirmed and signed by the Chair."


def minutes(day, clause=None, title="Minutes of the last meeting", **more):
    items = [item("1", "Apologies"), item("3", title)]
    return paper(meets(day, **more), items=items, resolutions=[resolves(clause, 1, "approved")] if clause else [])


def standing(day):
    meeting = Meeting.objects.get(date=day, kind="minutes")
    by, under = meeting.confirmed_in, meeting.confirmed_under
    return meeting.status, by and by.date, under and under.number


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_next_meeting_confirms_in_whatever_order_papers_come(order):
    papers = [
        minutes(OCTOBER),
        minutes(NOVEMBER, PLAIN),
        minutes(DECEMBER, "That, subject to item 4 being amended, the minutes of 8 November 2013 be confirmed."),
    ]
    for place in order:
        file(papers[place])
    assert standing(OCTOBER) == ("confirmed", NOVEMBER, "3")
    assert standing(NOVEMBER) == ("amended", DECEMBER, "3")
    assert standing(DECEMBER) == ("draft", None, None)


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("The minutes of the meeting held on 11 October 2013 were agreed as a correct record.", "confirmed"),
        ("that the minutes of the meeting on 11 October 2013 were a correct record", "confirmed"),
        ("the minutes of the meeting held on 11 October be signed by the Chair as a correct record.", "confirmed"),
        (
            "That the minutes of 6 September 2013 and 11 October 2013 be taken as read and correctly recorded.",
            "confirmed",
        ),
        ("The minutes of 11 October 2013 were approved without amendment.", "confirmed"),
        ("The minutes of 11 October 2013 were confirmed after the correction of “Winterborne” in JW38.", "amended"),
        ("That the minutes of the meeting held on 11 October 2013 be confirmed as amended.", "amended"),
        ("That confirmation of the minutes of the meeting held on 11 October 2013 be deferred.", "draft"),
        ("That the minutes of the meeting held on 11 October 2013 be noted.", "draft"),
        ("That the minutes of the meeting held on 12 October 2013 be confirmed.", "draft"),
        ("That the minutes of the last meeting be confirmed.", "draft"),
        ("That the report of 11 October 2013 be approved.", "draft"),
    ],
)
def test_what_a_clause_says_of_earlier_minutes(clause, status):
    file(minutes(OCTOBER))
    file(minutes(NOVEMBER, clause, title="Minutes"))
    assert standing(OCTOBER)[0] == status


def test_the_day_may_stand_in_the_item_s_heading_alone():
    file(minutes(OCTOBER))
    file(minutes(NOVEMBER, "The minutes were agreed.", title="Minutes of the meeting held on 11 October 2013"))
    assert standing(OCTOBER) == ("confirmed", NOVEMBER, "3")


def test_the_last_meeting_is_one_that_named_this_one_as_its_next():
    file(minutes(OCTOBER, next_meeting=NextMeeting(NOVEMBER)))
    file(minutes(NOVEMBER, "That the minutes of the last meeting be confirmed."))
    assert standing(OCTOBER) == ("confirmed", NOVEMBER, "3")


def test_another_committee_confirms_nothing_of_this_one():
    file(minutes(OCTOBER))
    file(minutes(NOVEMBER, PLAIN, committee="Audit Committee"))
    assert standing(OCTOBER)[0] == "draft"


def test_what_a_person_said_of_the_minutes_stays():
    file(minutes(OCTOBER))
    october = Meeting.objects.get()
    (row,) = corrections.correct(october, {"status": "amended"}, an_officer())
    november = a_document()
    file(minutes(NOVEMBER, PLAIN), november)
    assert standing(OCTOBER)[0] == "amended"
    corrections.take_back(row, an_officer())
    file(minutes(NOVEMBER, PLAIN), november)
    assert standing(OCTOBER) == ("confirmed", NOVEMBER, "3")


def test_a_clause_that_a_person_removed_confirms_nothing():
    file(minutes(OCTOBER))
    document = a_document()
    file(minutes(NOVEMBER, PLAIN), document)
    corrections.remove(Resolution.objects.get(), an_officer(), "quoted from another body")
    file(minutes(NOVEMBER, PLAIN), document)
    assert standing(OCTOBER) == ("draft", None, None)


def test_a_paper_read_as_another_day_s_takes_its_confirmation_along():
    file(minutes(OCTOBER))
    document = a_document()
    file(minutes(NOVEMBER, PLAIN), document)
    file(minutes(DECEMBER, PLAIN), document)
    assert standing(OCTOBER) == ("confirmed", DECEMBER, "3")
    file(minutes(DECEMBER, PLAIN, committee="Audit Committee"), document)
    assert standing(OCTOBER) == ("draft", None, None)


# --- reports ----------------------------------------------------------------------------------------------------------


def report(day=NOVEMBER):
    return paper(meets(day, kind="portfolio_report"), attendees=[attends("A Lord", "cabinet_member")],
                 indicators=[measures("Caseload", "77")])  # fmt: skip


@pytest.mark.parametrize("first", ["report", "minutes"])
def test_a_report_goes_to_the_meeting_of_its_day(first):
    papers = [report(), minutes(NOVEMBER)]
    for read in papers if first == "report" else papers[::-1]:
        file(read)
    reported, held = Meeting.objects.get(kind="portfolio_report"), Meeting.objects.get(kind="minutes")
    assert (reported.reported_to, held.reported_to) == (held, None)
    assert list(held.reports.all()) == [reported]


def test_a_report_of_another_day_or_of_a_day_with_two_meetings_goes_to_none():
    file(report())
    file(minutes(DECEMBER))
    assert Meeting.objects.get(kind="portfolio_report").reported_to is None
    file(minutes(NOVEMBER, start_time=dt.time(10)))
    assert Meeting.objects.get(kind="portfolio_report").reported_to is not None
    file(minutes(NOVEMBER, start_time=dt.time(14)))
    assert Meeting.objects.filter(kind="minutes", date=NOVEMBER).count() == 2
    assert Meeting.objects.get(kind="portfolio_report").reported_to is None


def test_where_a_person_says_a_report_went_holds():
    file(minutes(DECEMBER))
    document = a_document()
    file(report(), document)
    december = Meeting.objects.get(kind="minutes")
    corrections.correct(Meeting.objects.get(kind="portfolio_report"), {"reported_to": december}, an_officer())
    file(minutes(NOVEMBER))
    assert Meeting.objects.get(kind="portfolio_report").reported_to == december


def test_papers_of_an_older_version_are_connected_by_a_command(capsys):
    file(report())
    file(minutes(NOVEMBER))
    Meeting.objects.filter(kind="portfolio_report").update(reported_to=None)
    call_command("connect_meetings")
    assert capsys.readouterr().out == "Committees looked at: 1. Meetings changed: 1.\n"
    assert Meeting.objects.get(kind="portfolio_report").reported_to == Meeting.objects.get(kind="minutes")

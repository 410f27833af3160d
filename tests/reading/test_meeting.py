"""Which body met, when and where: read as councils print it, blank or doubted where they contradict themselves."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.reading.layout.sections import paper
from ingest.reading.model import MeetingRead, NextMeeting
from ingest.reading.records.meeting import meeting
from ingest.reading.sources import text

ITEMS = "1. Apologies\n\nNone were received.\n\n2. Budget\n\nThe budget was noted.\n\n"


def read(folder: Path, top: str, end: str = "", items: str = ITEMS) -> MeetingRead:
    path = folder / "paper.txt"
    path.write_text(f"{top}\n\nPresent: Councillor A Smith (Chair)\n\n{items}{end}", encoding="utf-8")
    return meeting(paper(text.blocks(path)))


@pytest.mark.parametrize(
    ("top", "council", "committee"),
    [
        ("Exford County Council\n\nScrutiny Committee\n\nMinutes", "Exford County Council", "Scrutiny Committee"),
        (
            "EXFORD AND ASH BOROUGH COUNCIL\n\nMINUTES of the meeting of the OVERVIEW AND SCRUTINY COMMITTEE held",
            "Exford and Ash Borough Council",
            "Overview and Scrutiny Committee",
        ),
        ("MINUTES OF THE EXFORD PARISH COUNCIL MEETING\n\nHELD IN THE VILLAGE HALL", "Exford Parish Council", None),
        (
            "London Borough of Exford\n\nMinutes of the Housing Scrutiny Panel",
            "London Borough of Exford",
            "Housing Scrutiny Panel",
        ),
        ("Cyngor Sir Exford\n\nExford County Council\n\nMinutes of the Cabinet", "Exford County Council", "Cabinet"),
        ("Minutes of a meeting of the Joint Waste Board held in the Town Hall", None, "Joint Waste Board"),
        ("HEALTH SCRUTINY COMMISSION – 4 March 2025\n\nMinutes", None, "Health Scrutiny Commission"),
        (
            "Schools Scrutiny Panel Tuesday, 4 March 2025, Town Hall, Exford - 2.00 pm\n\nMinutes",
            None,
            "Schools Scrutiny Panel",
        ),
        ("NHS AND CARE SCRUTINY COMMITTEE\n\nMinutes", None, "NHS and Care Scrutiny Committee"),
        ("Minutes of the Governing Body of Exford School", None, "Governing Body"),
    ],
)
def test_the_council_and_its_body(tmp_path: Path, top: str, council: str | None, committee: str | None) -> None:
    found = read(tmp_path, top)
    assert (found.council, found.committee) == (council, committee)


@pytest.mark.parametrize(
    ("top", "date", "time", "venue"),
    [
        (
            "Minutes of the Meeting held on Friday, 8th November, 2013 at 10.00 am in Cabinet Room 'B', County Hall",
            dt.date(2013, 11, 8),
            dt.time(10),
            "Cabinet Room 'B', County Hall",
        ),
        (
            "Minutes of the meeting held in the Council Chamber, Mere House on Tuesday 9 July 2019 at 7.00 pm",
            dt.date(2019, 7, 9),
            dt.time(19),
            "Council Chamber, Mere House",
        ),
        (
            "Minutes\n\nTuesday, 22 November 2016, County Hall, Exford - 2.00 pm",
            dt.date(2016, 11, 22),
            dt.time(14),
            "County Hall, Exford",
        ),
        (
            "Minutes\n\nDate: Thursday 3 September 2015\n\nTime: 18:00\n\nVenue: Civic Offices, Exford",
            dt.date(2015, 9, 3),
            dt.time(18),
            "Civic Offices, Exford",
        ),
        (
            "MINUTES OF THE MEETING\n\nHELD IN THE VILLAGE HALL\n\nON 28th July 2022",
            dt.date(2022, 7, 28),
            None,
            "VILLAGE HALL",
        ),
        (
            "Minutes of a virtual meeting held via Zoom on 4 March 2021 at 7.30pm",
            dt.date(2021, 3, 4),
            dt.time(19, 30),
            "Zoom",
        ),
        (
            "Minutes of the meeting held on 4 March 2025 at 5.00pm in the Town Hall, Exford and via Teams",
            dt.date(2025, 3, 4),
            dt.time(17),
            "Town Hall, Exford",
        ),
        (
            "Minutes of the meeting held on 4 March 2025 at 5.00pm in Room 4, Town Hall, Exford, and via Teams",
            dt.date(2025, 3, 4),
            dt.time(17),
            "Room 4, Town Hall, Exford, and via Teams",
        ),
        ("Minutes\n\n4 March 2025, 14.00pm", dt.date(2025, 3, 4), dt.time(14), None),
    ],
)
def test_day_time_and_place(tmp_path: Path, top: str, date: dt.date, time: dt.time | None, venue: str | None) -> None:
    found = read(tmp_path, top)
    assert (found.date, found.start_time, found.venue) == (date, time, venue)


def test_every_value_has_its_words(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Exford Council\n\nAudit Panel\n\nMinutes of the meeting held on 4 March 2025 at 2pm in Room 1, Hall"
    )
    assert {name: quote.text for name, quote in found.quotes.items()} == {
        "council": "Exford Council",
        "committee": "Audit Panel",
        "date": "4 March 2025",
        "start_time": "2pm",
        "venue": "Room 1, Hall",
    }


def test_two_dates_in_the_title_are_a_doubt_and_no_date(tmp_path: Path) -> None:
    found = read(tmp_path, "Minutes of the meeting held on 4 March 2025\n\nMeeting of 11 March 2025")
    assert found.date is None
    assert [doubt.sentence for doubt in found.doubts] == [
        "The title gives more than one date: 4 March 2025 and 11 March 2025."
    ]


def test_a_day_of_the_week_that_contradicts_the_date_is_a_doubt(tmp_path: Path) -> None:
    found = read(tmp_path, "Minutes of the meeting held on Wednesday, 18 November 2025")
    assert found.date == dt.date(2025, 11, 18)
    assert [doubt.sentence for doubt in found.doubts] == [
        "The paper says Wednesday but 18 November 2025 was a Tuesday."
    ]


def test_the_day_of_issue_is_not_the_meetings(tmp_path: Path) -> None:
    found = read(tmp_path, "Date of issue: 28 November 2016\n\nMinutes of the meeting of 22 November 2016")
    assert found.date == dt.date(2016, 11, 22)


@pytest.mark.parametrize(
    ("end", "time"),
    [
        ("The meeting ended at 8.10 pm", dt.time(20, 10)),
        ("The meeting closed at 20:10.", dt.time(20, 10)),
        ("(The meeting started at 6.00pm and ended at 8.27pm).", dt.time(20, 27)),
        ("There being no other business the Chair closed the meeting at 9.05pm.", dt.time(21, 5)),
        ("The meeting finished at 7.45", dt.time(19, 45)),
        ("3. Duration of Meeting\n\n6.30 p.m. to 9.06 p.m.", dt.time(21, 6)),
        ("The meeting ended at 2105", dt.time(21, 5)),
        ("The petition closed at 5 pm and was presented.", None),
        ("The meeting ended in 2005 for good.", None),
    ],
)
def test_when_it_ended(tmp_path: Path, end: str, time: dt.time | None) -> None:
    assert read(tmp_path, "Minutes of the meeting held on 4 March 2025 at 6.00 pm", end).end_time == time


@pytest.mark.parametrize(
    ("first", "time"),
    [("The meeting began at: 1915", dt.time(19, 15)), ("The Chair opened the meeting at 7.00pm.", dt.time(19))],
)
def test_when_the_first_item_says_that_it_began(tmp_path: Path, first: str, time: dt.time) -> None:
    items = f"1. Welcome\n\n{first}\n\n" + "".join(f"{n}. Subject {n}\n\nIt was noted.\n\n" for n in range(2, 7))
    found = read(tmp_path, "Minutes of the meeting held on 4 March 2025", items=items)
    assert found.start_time == time


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "3. Date of Next Meeting\n\nThe next meeting is on Tuesday 8 April 2025 at 14.00pm in the Council Chamber.",
            NextMeeting(dt.date(2025, 4, 8), dt.time(14), "Council Chamber"),
        ),
        ("3. Date of Next Meeting\n\nTuesday 8 April 2025, 10am", NextMeeting(dt.date(2025, 4, 8), dt.time(10), None)),
        (
            "3. Any Other Business\n\nNone.\n\nThe next meeting is on 8 April 2025 at 10.00 am.",
            NextMeeting(dt.date(2025, 4, 8), dt.time(10), None),
        ),
        ("3. Date of Next Meeting\n\nTo be confirmed.", None),
        ("3. Date of next meeting: May 21st", NextMeeting(dt.date(2025, 5, 21), None, None)),
        (
            "3. Dates of meetings\n\nMonday 14 April 2025, 6.30pm; Monday 12 May 2025, 6.30pm.",
            NextMeeting(dt.date(2025, 4, 14), dt.time(18, 30), None),
        ),
        (
            "3. Items for the next meeting\n\nTUESDAY 8th APRIL 7.30pm i. Trees ii. The pond",
            NextMeeting(dt.date(2025, 4, 8), dt.time(19, 30), None),
        ),
        (
            "3. Items for the next meeting\n\nTrees.\n\nThe next meeting is on 8 April 2025.",
            NextMeeting(dt.date(2025, 4, 8), None, None),
        ),
        ("3. Next meeting 4 March 2025 at 7 pm\n\nIt was noted.", NextMeeting(None, dt.time(19), None)),
    ],
)
def test_the_next_meeting_is_never_the_present_one(tmp_path: Path, item: str, expected: NextMeeting | None) -> None:
    found = read(tmp_path, "Minutes of the meeting held on 4 March 2025", items=ITEMS + item)
    assert found.next_meeting == expected


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("I M Fisher\nCounty Secretary and Solicitor", "I M Fisher"),
        ("H MacAndrew Director of Law and Governance", "H MacAndrew"),
        ("Signed ................................ Chairman", None),
        ("Chairman", None),
    ],
)
def test_who_signs(tmp_path: Path, end: str, name: str | None) -> None:
    assert read(tmp_path, "Minutes of the meeting held on 4 March 2025", end).signatory == name


def test_a_report_has_a_title(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(
        "HOUSING SCRUTINY COMMITTEE\n\n19 JANUARY 2016\n\nATTENDANCE OF THE PORTFOLIO HOLDER FOR HOMES\n\n"
        "Report from: Councillor A Smith, Portfolio Holder for Homes\n\n1. Background\n\nIt covers homes.\n\n"
        "2. The Future\n\nMore homes will be built.",
        encoding="utf-8",
    )
    found = meeting(paper(text.blocks(path)))
    assert (found.kind, found.title) == ("portfolio_report", "Attendance of the Portfolio Holder for Homes")
    assert found.date == dt.date(2016, 1, 19)


@pytest.mark.parametrize(
    ("end", "began", "ended"),
    [
        ("TIME COMMENCED: 7.00 PM\nTIME FINISHED: 8.15 PM", dt.time(19), dt.time(20, 15)),
        ("The meeting lasted from 7.00 pm until 8.30 pm.", dt.time(19), dt.time(20, 30)),
        ("3. CLOSE OF MEETING\n\n8.50pm", None, dt.time(20, 50)),
        ("The public session closed at 8.10 pm. The meeting closed at 8.40 pm.", None, dt.time(20, 40)),
        ("Councillor Smith left the meeting at 8.10 pm.", None, None),
    ],
)
def test_how_long_it_was_in_words_at_the_end(
    tmp_path: Path, end: str, began: dt.time | None, ended: dt.time | None
) -> None:
    found = read(tmp_path, "Scrutiny Panel\n\n14 May 2024", end)
    assert (found.start_time, found.end_time) == (began, ended)


def test_it_was_between_two_times(tmp_path: Path) -> None:
    found = read(tmp_path, "Minutes of the meeting held on 14 May 2024 between 2.00 pm and 4.20 pm in the Guildhall")
    assert (found.start_time, found.end_time, found.venue) == (dt.time(14), dt.time(16, 20), "Guildhall")


@pytest.mark.parametrize(
    ("end", "following"),
    [
        ("The Panel next meets on 9 July 2024.", NextMeeting(dt.date(2024, 7, 9))),
        ("Members will meet again on 9 July 2024 at 2 pm.", NextMeeting(dt.date(2024, 7, 9), dt.time(14))),
        ("The meeting closed at 8pm. Next meeting 9 July 2024 at 7pm.", NextMeeting(dt.date(2024, 7, 9), dt.time(19))),
        ("3. DATES OF MEETINGS 2024/25\n\n14 May 2024\n9 July 2024", NextMeeting(dt.date(2024, 7, 9))),
        (
            "3. NEXT MEETING\n\nDate: 9 July 2024\n\nTime: 10.00am\n\nVenue: Committee Room 2",
            NextMeeting(dt.date(2024, 7, 9), dt.time(10), "Committee Room 2"),
        ),
        ("3. NEXT MEETING\n\nTo be confirmed.", None),
    ],
)
def test_the_next_meeting_in_ways_that_few_councils_write(
    tmp_path: Path, end: str, following: NextMeeting | None
) -> None:
    assert read(tmp_path, "Scrutiny Panel\n\nTuesday 14 May 2024", end).next_meeting == following


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("G HOLT\nCHAIR", "G HOLT"),
        ("Councillor Grace Holt\nChair", "Grace Holt"),
        ("Signed: ....................\n(Councillor Grace Holt, Chair)", "Grace Holt"),
        ("Signed as a correct record: Grace Holt (Chair)   Date: 9 July 2024", "Grace Holt"),
        ("Signed as a true record .................... Chair\n\nDate .........", None),
        ("Minutes taken by Tomos Ellis, Democratic Services Officer", None),
    ],
)
def test_who_signs_in_the_chair(tmp_path: Path, end: str, name: str | None) -> None:
    assert read(tmp_path, "Scrutiny Panel\n\nTuesday 14 May 2024", end).signatory == name

"""The tops and ends of papers as councils of many kinds set them: each value read, or left blank where it is unsure."""

import datetime as dt
import time

import pytest

from ingest.reading.layout.sections import paper
from ingest.reading.model import Block, MeetingRead
from ingest.reading.records.meeting import meeting
from tests.reading.marked_papers import line, table

ITEMS = "# 1. Apologies\nNone were received.\n# 2. Budget\nThe Director presented the budget to Members.\n"


def read(*top: str | Block, end: str = "", items: str = ITEMS) -> MeetingRead:
    blocks: list[Block] = []
    for part in (*top, "Present: Councillors A Smith (Chair) and B Jones", items, end):
        blocks.extend([part] if isinstance(part, Block) else map(line, filter(None, part.strip().split("\n"))))
    return meeting(paper(tuple(blocks)))


# --- who met ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "council", "committee"),
    [
        (
            "Minutes of the Hundred & Twenty-fifth Annual Meeting of the Nether Moss Parish Council held in The Hall",
            "Nether Moss Parish Council",
            None,
        ),
        ("# SCRUTINY BOARD (HOMES AND STREETS)\nMINUTES", None, "Scrutiny Board (Homes and Streets)"),
        ("# Health Overview Committee (HOC)\nMinutes", None, "Health Overview Committee"),
        ("Dale Records Panel: spring session 4 March 2025\nNotes", None, "Dale Records Panel"),
        ("# MOSS ACADEMY BOARD OF TRUSTEES\nCurriculum Committee: 4 March 2025", None, "Curriculum Committee"),
        ("# Scrutiny Panel (Virtual)\nMinutes", None, "Scrutiny Panel"),
        (
            "Minutes of the proceedings of the Living in Exford Commission held at Mare House",
            None,
            "Living in Exford Commission",
        ),
        ("Minutes of Proceedings of a Meeting of the Policy Committee held in the Hall", None, "Policy Committee"),
        (
            "MINUTE of MEETING of the NATIONAL PARK PLAN WORKING GROUP held in the Hall",
            None,
            "National Park Plan Working Group",
        ),
        (
            "Cofnodion / Minutes\nPwyllgor Craffu\nCommunities Scrutiny Committee",
            None,
            "Communities Scrutiny Committee",
        ),
        ("BRIEFING NOTE\nChildren's Scrutiny Panel", None, "Children's Scrutiny Panel"),
        ("Public Document Pack\nOverview Committee", None, "Overview Committee"),
        (
            "Children and Young People\nScrutiny Committee\nMinutes",
            None,
            "Children and Young People Scrutiny Committee",
        ),
        ("# Exford City Council – Scrutiny Committee – 4 March 2025", "Exford City Council", "Scrutiny Committee"),
        (
            "Minutes of the Standing Orders Committee of Exford County Council",
            "Exford County Council",
            "Standing Orders Committee",
        ),
        ("Notes of the Review Group on Young Carers\nHeld on 4 March", None, "Review Group on Young Carers"),
        ("Scrutiny Committee on Monday 4 March", None, "Scrutiny Committee"),
        ("Minutes of the Parks Scrutiny Committee on Microsoft Teams\n4 March", None, "Parks Scrutiny Committee"),
        (
            "Minutes of Scrutiny Committee for Homes, Local Streets and Parks\nheld on 4 March",
            None,
            "Scrutiny Committee for Homes, Local Streets and Parks",
        ),
        ("Title of meeting: Overview & Scrutiny Committee", None, "Overview & Scrutiny Committee"),
        ("Minutes of the Ordinary Meeting of Exford Town Council held in the Guildhall", "Exford Town Council", None),
        ("Overview Committee\n# Empty Homes Task and Finish Group\nNotes", None, "Empty Homes Task and Finish Group"),
        ("City of Exford Metropolitan District Council", "City of Exford Metropolitan District Council", None),
        ("# Briefing note\nFor: Members of the Health Scrutiny Committee", None, "Health Scrutiny Committee"),
        ("Joint Committee of Exford City Council and Ash District Council\nMinutes", None, None),
    ],
)
def test_the_body_that_met(top: str, council: str | None, committee: str | None) -> None:
    found = read(top)
    assert (found.council, found.committee) == (council, committee)


# --- when and where ---------------------------------------------------------------------------------------------

BOARD = "# Audit Committee\n# Minutes\n"
DAY = dt.date(2025, 3, 4)
AT = dt.time(18, 30)
END = dt.time(20, 42)


@pytest.mark.parametrize(
    ("top", "start", "end", "venue"),
    [
        ("4 MARCH 2025", None, None, None),
        ("Notes of meeting 3 – 4 March 2025, 6.30–8.42pm, via Microsoft Teams", AT, END, "Microsoft Teams"),
        ("held at 6.30 pm on 4 March 2025 at Mere House, Brook Road.", AT, None, "Mere House, Brook Road"),
        ("held on Tuesday, 4 March 2025 commencing at 6.30 pm and finishing at 8.42 pm", AT, END, None),
        ("Date: 4 March 2025\nStart/End Time: 6.30 pm - 8.42 pm\nVenue: Town Hall", AT, END, "Town Hall"),
        ("Date/Time: Tuesday, 4 March 2025 at 6.30 pm\nLocation: Suite 2, Exford", AT, None, "Suite 2, Exford"),
        ("Date: 4 March 2025 Time: 6.30 pm Venue: Town Hall, Exford", AT, None, "Town Hall, Exford"),
        ("HELD ON TUESDAY 4 MARCH 2025\nIN THE TOWN HALL, EXFORD\nFROM 6.30PM TO 8.42PM", AT, END, "TOWN HALL, EXFORD"),
        ("Date: 04.03.25\nStart: 18.30 Finish: 20.42", AT, END, None),
        ("held at 6.30pm on Tuesday, the 4th day of March 2025", AT, None, None),
        ("4 March 2025 commencing at 6.30 pm and finishing at 8.42 pm", AT, END, None),
        ("(6.30 pm – 8.42 pm)\nMINUTES of meeting held on 4 March 2025", AT, END, None),
        ("held in the Oak Room, County Hall (hybrid meeting) on 4 March 2025", None, None, "Oak Room, County Hall"),
        ("held at Mere Hall, London E8\nChair: Ann Rowe\nDate: 4 March 2025", None, None, "Mere Hall, London E8"),
        ("held in Rooms 1 and 2, Mere Hall on 4 March 2025 from 6.30pm to 8.42pm", AT, END, "Rooms 1 and 2, Mere Hall"),
        ("held in hybrid format in the Oak Room, Exford and by Zoom on 4 March 2025", None, None, "Oak Room, Exford"),
        ("4 March 2025\nRoom 2.04, Mere House, Exford", None, None, "Room 2.04, Mere House, Exford"),
        ("held on 4 March 2025\nOak Room, Mere House, Exford, at 6.30pm", AT, None, "Oak Room, Mere House, Exford"),
        ("4 March 2025\nCouncil Chamber, Broad Walk, EX3 4MH", None, None, "Council Chamber, Broad Walk, EX3 4MH"),
        ("Proceedings – 4 March 2025, 18.30, Exford Hall", AT, None, "Exford Hall"),
        ("4 March 2025\nG07B, 12 Mill Road, Exford", None, None, "G07B, 12 Mill Road, Exford"),
        ("LONDON BOROUGH OF MERE PARK\n4 March 2025", None, None, None),
        ("Minutes published on 12 March 2025\nTuesday 4 March 2025", None, None, None),
        ("Subject to approval at the meeting on 6 May 2025\nTuesday 4 March 2025", None, None, None),
        ("held on 4 March 2025\nPre-meeting: 5.30 pm to 6.00 pm", dt.time(17, 30), None, None),
    ],
)  # fmt: skip
def test_the_day_the_hours_and_the_place(
    top: str, start: dt.time | None, end: dt.time | None, venue: str | None
) -> None:
    found = read(BOARD + top)
    assert (found.date, found.start_time, found.end_time, found.venue) == (DAY, start, end, venue)


@pytest.mark.parametrize(
    "labels",
    [
        table(("Date", "4 March 2025", "Time", "6.30 pm"), ("Venue", "Room 2, Town Hall", "Chair", "Cllr Ann Rowe")),
        table(("Date:", "4 March 2025"), ("Time:", "6.30 pm"), ("Venue:", "Room 2, Town Hall")),
        table(("Date of meeting", "Tuesday 4 March 2025"), ("Time and place", "6.30 pm, Room 2, Town Hall")),
        table(("Date of meeting:\nTuesday 4 March 2025", "Start time:\n18:30"), ("Venue:\nRoom 2, Town Hall", "")),
    ],
)
def test_a_table_of_labels(labels: Block) -> None:
    found = read("# Audit Committee\n# Minutes", labels)
    assert (found.date, found.start_time, found.venue) == (DAY, AT, "Room 2, Town Hall")
    assert "4 March 2025" in found.quotes["date"].text


@pytest.mark.parametrize(
    ("end", "start", "finish"),
    [
        ("Duration of the meeting: 6.30 - 8.42 pm", AT, END),
        ("Duration of Meeting: 6.30 pm to 8.42 pm", AT, END),
        ("Time: 6.30pm – 8.42pm", AT, END),
        ("6.30 - 8.42 pm\nCHAIRMAN", AT, END),
        ("Meeting started: 6.30 pm\nMeeting ended: 8.42 pm", AT, END),
        ("(The meeting commenced at 6.30 pm and concluded at 8.42 pm)", AT, END),
        ("The meeting, which started at 6.30pm, ended at 8.42pm.", AT, END),
        ("The meeting was adjourned at 8.00 pm and reconvened at 8.10 pm. It ended at 8.42 pm.", None, END),
        ("There being no further business, the Chairman closed the meeting at 20.42 hrs.", None, END),
        ("End Time: 8.42 pm", None, END),
        ("Commenced 1830\nAdjourned 1910\nConcluded 2042", AT, END),
        ("Duration: 2 hours 10 minutes", None, None),
    ],
)
def test_how_long_it_was(end: str, start: dt.time | None, finish: dt.time | None) -> None:
    found = read(BOARD + "Minutes of the meeting held on 4 March 2025", end=end)
    assert (found.start_time, found.end_time) == (start, finish)


def test_titles_in_welsh_and_in_english_side_by_side() -> None:
    found = read(
        table(
            ("CYNGOR SIROL EXFORD", "EXFORD COUNTY COUNCIL"),
            ("PWYLLGOR CRAFFU ADDYSG", "EDUCATION SCRUTINY COMMITTEE"),
            ("Dydd Mawrth, 4 Mawrth 2025, 6.30 y.h.", "Tuesday, 4 March 2025, 6.30 p.m."),
        )
    )
    assert (found.council, found.committee) == ("Exford County Council", "Education Scrutiny Committee")
    assert (found.date, found.start_time) == (DAY, AT)


@pytest.mark.parametrize("name", ["Exford National Park Authority", "Exford Fire and Rescue Authority"])
def test_an_authority_is_named_as_a_council_is(name: str) -> None:
    assert read(f"# {name}\n# MINUTES\nMeeting: Resources Committee").council == name


def test_the_name_beside_signed() -> None:
    names = table(("Signed:", "Councillor C Rowe")), line("Chair of the Committee"), table(("Signed:", "Mr B Dale"))
    assert read(BOARD + "4 March 2025", ITEMS, *names, items="").signatory == "Councillor C Rowe"


# --- what it is, and who signs ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "kind", "title"),
    [
        ("At a Meeting of the Audit Committee held in the Civic Space on 12 June 2019", "minutes", None),
        ("# Flooding Task Group\nAction notes – 4 March 2025", "briefing_notes", None),
        ("Note of the Flooding Task Group meeting held on 4th March 2024", "briefing_notes", None),
        (
            "# Scrutiny Committee – 3 November 2022\nReport of the Portfolio Holder for Leisure: Councillor Ann Rowe",
            "portfolio_report",
            "Report of the Portfolio Holder for Leisure: Councillor Ann Rowe",
        ),
        ("Report of: Cabinet Member for Homes\nTitle: Homes and repairs", "portfolio_report", "Homes and repairs"),
    ],
)
def test_what_the_paper_is(top: str, kind: str, title: str | None) -> None:
    found = read(top)
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("Signed ................ Chair      Date ...............", None),
        ("Signed .............. Chair of the Committee on 6 May 2025", None),
        ("Minutes prepared by Ann Rowe, Democratic Services Officer", None),
        ("Signed: Ann Rowe (Chair)\nDate: 6 May 2025", "Ann Rowe"),
        ("Ann Rowe\nChief Executive\nCounty Hall\nExford", "Ann Rowe"),
    ],
)
def test_a_line_to_sign_on_is_no_name(end: str, name: str | None) -> None:
    assert read(BOARD + "4 March 2025", end=end).signatory == name


# --- lines that could take long ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hard",
    [
        "MINUTES of the meeting of the " * 700,
        "A" * 20_000,
        "Committee of " * 2_000,
        "Exford and " * 2_000 + "Council",
        "1." * 10_000,
        "Date: " * 3_000,
        "6.30 pm - " * 2_000,
        "(" * 10_000,
        "Signed " + "." * 20_000 + " A",
        "x – " * 5_000,
    ],
)
def test_no_top_or_end_takes_long(hard: str) -> None:
    began = time.process_time()
    read(BOARD + "4 March 2025", hard, end=hard)
    assert time.process_time() - began < 2.0


def test_a_committee_below_the_name_of_the_board_that_it_belongs_to() -> None:
    top = (
        "# NORHAM INTEGRATION JOINT BOARD",
        "# PERFORMANCE AND AUDIT COMMITTEE",
        "Minute of meeting held on 6 March 2025",
    )

    assert read(*top).committee == "Performance and Audit Committee"
    assert read(top[0], top[2]).committee == "Norham Integration Joint Board"


def test_a_committee_below_what_the_paper_is_called_and_a_place_behind_its_subject() -> None:
    found = read(
        "# Members’ Briefing Note",
        "# Thriving Villages Scrutiny Panel – briefing on moorings and the boat festival grants",
        "Held via Zoom, Thursday 6 March 2031, 3.00 pm to 4.10 pm",
    )
    assert (found.committee, found.venue) == ("Thriving Villages Scrutiny Panel", "Zoom")


def test_a_council_in_a_row_with_what_the_paper_is_called() -> None:
    assert read(table(("London Borough of Norham", "MINUTES")), BOARD + "6 March 2031").council == (
        "London Borough of Norham"
    )


def test_a_place_in_a_sentence_among_the_names() -> None:
    told = (
        "Apologies: Councillor D Dale\n"
        "The meeting took place in the Weavers’ Room, Norham Guildhall and began at 2.00 pm."
    )
    assert read(BOARD + "6 March 2031", items=told + "\n" + ITEMS).venue == "Weavers’ Room, Norham Guildhall"


def test_a_council_chamber_in_a_line_of_its_own() -> None:
    assert read(BOARD + "6 March 2031", "Council Chamber, Guild Tower, Norham").venue == (
        "Council Chamber, Guild Tower, Norham"
    )

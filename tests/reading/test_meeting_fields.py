"""Names, places and hours of meetings as councils of many kinds write them; what two places tell differently."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.reading.layout.sections import paper
from ingest.reading.model import Block, MeetingRead, Piece
from ingest.reading.records.meeting import meeting
from tests.reading.marked_papers import line

ITEMS = "# 1. Apologies\nNone were received.\n# 2. Budget\nThe Director presented the budget to Members.\n"


def read(*top: str | Block, end: str = "", items: str = ITEMS) -> MeetingRead:
    blocks: list[Block] = []
    for part in (*top, "Present: Councillors A Smith (Chair) and B Jones", items, end):
        blocks.extend([part] if isinstance(part, Block) else map(line, filter(None, part.strip().split("\n"))))
    return meeting(paper(tuple(blocks)))


def title(*lines: str) -> Block:
    """A heading of several printed lines."""
    pieces, text = [], ""
    for words in lines:
        text += " " if text else ""
        pieces.append(Piece(words, len(text), page=1))
        text += words
    return Block("heading", text, tuple(pieces), bold=True)


@pytest.mark.parametrize(
    ("top", "council", "committee"),
    [
        ("Exford County Council's Health Scrutiny Panel", "Exford County Council", "Health Scrutiny Panel"),
        ("Health Scrutiny Committee of Exford County Council", "Exford County Council", "Health Scrutiny Committee"),
        ("EXFORD TOWN COUNCIL'S PLANNING COMMITTEE", "Exford Town Council", "Planning Committee"),
        ("EXFORD BOROUGH COUNCIL – AUDIT COMMITTEE MINUTES", "Exford Borough Council", "Audit Committee"),
        ("Minutes of the OPEN section of the Schools Forum held on 4 March 2031 at 4.30pm", None, "Schools Forum"),
        ("# Pwyllgor Craffu Addysg / Education Scrutiny Committee", None, "Education Scrutiny Committee"),
        (
            "Venue: Exford Borough Council, Mill Street\nMoss and Dale Joint Waste Committee",
            None,
            "Moss and Dale Joint Waste Committee",
        ),
    ],
)
def test_the_council_and_its_body_in_one_line(top: str, council: str | None, committee: str | None) -> None:
    found = read(top)
    assert found.council == council
    assert found.committee == committee


def test_the_lines_of_a_title_end_the_name_of_a_borough() -> None:
    found = read(title("LONDON BOROUGH OF MARE MARSH", "HEALTH SCRUTINY SUB-COMMITTEE", "4 MARCH 2031 AT 7.00PM"))
    assert (found.council, found.committee) == ("London Borough of Mare Marsh", "Health Scrutiny Sub-Committee")
    assert found.start_time == dt.time(19, 0)


def test_a_borough_and_its_panel_run_together_are_left_blank() -> None:
    found = read("LONDON BOROUGH OF MARE MARSH SCHOOLS PANEL")
    assert (found.council, found.committee) == (None, None)


@pytest.mark.parametrize(
    ("top", "venue"),
    [
        ("Meeting held in The Salon, Mare House, Exford on 4 March 2031", "The Salon, Mare House, Exford"),
        ("Meeting held in the Long Room, Mare House on 4 March 2031", "Long Room, Mare House"),
        ("MEETING HELD IN THE LONG ROOM, MARE HOUSE ON 4 MARCH 2031", "LONG ROOM, MARE HOUSE"),
        ("4 March 2031\nExford School Library\n57 Mill Road, EX1 7HZ", "Exford School Library 57 Mill Road, EX1 7HZ"),
        ("Venue: Exford House\n160 Mill Street, Exford", "Exford House 160 Mill Street, Exford"),
        ("Venue: Exford House\n16 people attended", "Exford House"),
    ],
)
def test_the_place_with_its_address_and_without_its_article(top: str, venue: str) -> None:
    assert read(top).venue == venue


def test_an_hour_behind_the_day_without_a_word_between() -> None:
    assert read("Minutes\n4 March 2031 19.00").start_time == dt.time(19, 0)
    assert read("Minutes\n4 March 2031 12.30").start_time is None


@pytest.mark.parametrize(
    ("item", "day", "venue"),
    [
        (
            "The meeting on 12 March had been cancelled and the next meeting would take place on 9 April 2031.",
            dt.date(2031, 4, 9),
            None,
        ),
        ("9 April 2031 in person at a venue in Exford, to be confirmed.", dt.date(2031, 4, 9), None),
        ("9 April 2031, in person at The Old Court House, Exford.", dt.date(2031, 4, 9), "The Old Court House, Exford"),
    ],
)
def test_the_next_meeting_is_none_that_is_called_off(item: str, day: dt.date, venue: str | None) -> None:
    found = read("Minutes, 4 March 2031", items=f"{ITEMS}# 3. Date of next meeting\n{item}").next_meeting
    assert found is not None
    assert (found.date, found.venue) == (day, venue)


def test_the_first_of_several_next_meetings() -> None:
    found = read("Minutes, 4 March 2031", end="Next meetings: 9 April 2031; 14 May 2031").next_meeting
    assert found is not None
    assert found.date == dt.date(2031, 4, 9)


@pytest.mark.parametrize(
    ("top", "end", "field", "words"),
    [
        ("4 March 2031 at 10.00 am", "The meeting began at 10.15 am.", "start_time", ("10:00", "10:15")),
        ("Time: 10.00 am - 12.00 noon", "The meeting closed at 12.20 pm.", "end_time", ("12:20", "12:00")),
    ],
)
def test_an_hour_that_two_places_tell_differently_is_a_doubt(
    top: str, end: str, field: str, words: tuple[str, str]
) -> None:
    found = read(f"Minutes\n{top}", end=end)
    (doubt,) = [one for one in found.doubts if one.field == field]
    assert all(word in doubt.sentence for word in words)


def test_an_hour_told_twice_alike_is_none() -> None:
    found = read("Minutes of 4 March 2031 at 10.00 am", end="The meeting began at 10.00 am and ended at 12 noon.")
    assert found.doubts == ()


def test_a_title_in_both_languages_on_two_lines_is_told_in_english() -> None:
    found = read(title("PWYLLGOR CRAFFU IECHYD", "HEALTH SCRUTINY COMMITTEE"))
    assert found.committee == "Health Scrutiny Committee"


def test_a_place_in_both_languages_is_told_in_english() -> None:
    found = read("# Health Panel", "Venue: Neuadd y Dref / Town Hall, Mill Street, Exford")
    assert found.venue == "Town Hall, Mill Street, Exford"
    assert read("# Health Panel", "Venue: Neuadd y Dref, Exford").venue == "Neuadd y Dref, Exford"


def test_a_span_of_hours_with_stops_gives_both_its_ends() -> None:
    found = read("MINUTES of the Audit Committee", "Wednesday 5 March 2031, 09.00 – 10.20, Exe House, Norham")
    assert (found.start_time, found.end_time) == (dt.time(9), dt.time(10, 20))


def test_a_span_of_paragraphs_is_no_hour() -> None:
    assert read("MINUTES of the Audit Committee", "4 March 2031", "Report, paragraphs 3.10 – 4.2").start_time is None


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("(Signed) COUNCILLOR GRACE HOLT", "GRACE HOLT"),
        ("Councillor Grace Holt-Marsh (Chair)", "Grace Holt-Marsh"),
        ("The Select Committee\nDirector of Law", None),
    ],
)
def test_who_signs_is_told_by_the_last_words(end: str, name: str | None) -> None:
    assert read("MINUTES of the Audit Committee", "Tuesday 4 March 2031", end=end).signatory == name


def test_minutes_name_the_meeting_that_is_to_confirm_them() -> None:
    said = "These minutes are subject to confirmation by the Committee at its meeting on 18 June 2031."
    found = read("MINUTES of the Audit Committee held on 4 March 2031", said).next_meeting
    assert found is not None
    assert found.date == dt.date(2031, 6, 18)


@pytest.mark.parametrize(
    ("top", "committee"),
    [
        ("SCRUTINY TASK AND FINISH GROUP: RURAL BUSES", "Scrutiny Task and Finish Group: Rural Buses"),
        ("Parks Working Group: Notes of the meeting", "Parks Working Group"),
    ],
)
def test_what_a_task_group_looks_into_is_its_name(top: str, committee: str) -> None:
    assert read(top, "4 March 2031").committee == committee

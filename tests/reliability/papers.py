"""Papers that differ from each other, and what must stand in the records of each, once."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.reliability.town import Town

FIRST = dt.date(2015, 1, 5)
PEOPLE = ("A Smith", "B Jones", "C Patel", "D Okoro")
EXPECTED = {"items": 3, "resolutions": 2, "attendees": 4, "pages": 1}


def minutes(number: int) -> tuple[str, bytes]:
    """Name and content of the minutes of a meeting of their own: the ``number``th week's."""
    day = FIRST + dt.timedelta(weeks=number)
    words = (
        "Wyreshire County Council\n\nRoads Scrutiny Committee\n\n"
        f"Minutes of the meeting held on {day.day} {day:%B %Y} at 10.30am\n\n"
        f"Present: Councillor {PEOPLE[0]} (Chair), " + ", ".join(f"Councillor {name}" for name in PEOPLE[1:]) + "\n\n"
        f"1. Potholes of week {number}\n\nThe officer spoke about the roads.\n\n"
        "Resolved: that the report be noted.\n\n"
        "2. Winter gritting\n\nResolved: that the officer be asked to report back in six months.\n\n"
        "3. Date of next meeting\n\nTo be confirmed.\n"
    )
    return f"minutes-{number}.txt", words.encode()


def recorded(town: Town, name: str) -> dict[str, Any]:
    """How many documents there are of a file's name, and how many rows of each kind hang on it."""
    kept = f"SELECT id FROM minutes_document WHERE filename = '{name}'"  # noqa: S608
    met = f"SELECT id FROM minutes_meeting WHERE document_id IN ({kept})"  # noqa: S608
    tables = {"items": "agendaitem", "resolutions": "resolution", "attendees": "attendee"}
    counted: dict[str, Any] = {kind: town.count(f"minutes_{tables[kind]}", f"meeting_id IN ({met})") for kind in tables}
    return counted | {
        "documents": town.count("minutes_document", f"filename = '{name}'"),
        "meetings": town.count("minutes_meeting", f"document_id IN ({kept})"),
        "readings": town.count("ingest_reading", f"document_id IN ({kept})"),
        "pages": town.count("minutes_documentpage", f"document_id IN ({kept})"),
    }


ONCE = {"documents": 1, "meetings": 1, "readings": 1} | EXPECTED

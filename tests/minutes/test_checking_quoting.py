"""Which words of a record's source are those of a part of it, and in which order records stand."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from minutes import corrections
from minutes.checking import quoting
from minutes.checking.beside import Beside
from minutes.models import Meeting
from tests.builders import a_meeting, a_resolution, an_action, an_item, an_officer
from tests.looking import as_

QUOTE = "Officers to visit the depot; and to\nwrite to the school, by May."
BOXES = [[72.0, 100.0, 422.0, 112.0], [72.0, 114.0, 352.0, 126.0]]
PARTS = [
    {"text": QUOTE, "page": 1, "paragraph": None, "boxes": BOXES},
    {"text": "and report back", "page": 2, "paragraph": None, "boxes": [[72.0, 60.0, 222.0, 72.0]]},
]


def texts(parts: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return [(part["page"], part["text"]) for part in parts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Visit the depot", [(1, "visit the depot;")]),
        ("write to the school by May", [(1, "write to the school, by May.")]),
        ("Write to the school and report back", [(1, "write to the school, by May."), (2, "and report back")]),
        ("to write", [(1, "to\nwrite")]),
        ("close the library", []),
        ("", []),
    ],
)
def test_the_words_of_a_part_are_verbatim(text: str, found: list[tuple[int, str]]) -> None:
    assert texts(quoting.within(PARTS, text)) == found


def test_a_part_of_a_line_has_its_share_of_the_lines_box() -> None:
    (part,) = quoting.within(PARTS, "visit the depot")
    assert part["boxes"] == [[192.0, 100.0, 352.0, 112.0]]


def test_two_sources_are_one_in_the_papers_order() -> None:
    assert texts(quoting.of_both(PARTS[1:], PARTS)) == texts(PARTS)


# --- order ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def meeting(db: None) -> Meeting:
    meeting = a_meeting()
    item = an_item(meeting)
    for number, top in enumerate((100, 200, 300), 1):
        a_resolution(meeting, f"Clause {number}", item=item, page=1, boxes=[[72, top, 200, top + 12]])
    return meeting


def test_an_added_record_stands_where_its_words_do(meeting: Meeting) -> None:
    officer, item = an_officer(), meeting.items.get()
    source = {"page": 1, "quote": "missed", "boxes": [[72, 150, 200, 162]]}
    for text, told in (("Clause 1½", source), ("Typed", None)):
        values = {"text": text, "item": item, "decision": "noted"}
        corrections.add(type(meeting.resolutions.first()), meeting, values, officer, source=told)
    page = as_(officer).get(reverse("meeting", args=[meeting.pk]))
    (entry,) = [entry for entry in page.context["proceedings"].entries() if entry.item]
    order = ["Clause 1", "Clause 1½", "Clause 2", "Clause 3", "Typed"]
    assert [one.resolution.text for one in entry.decided] == order
    section = Beside(meeting, officer).section(f"item-{item.pk}")
    assert [row.record.text for row in section.rows[1:]] == order


def test_a_source_a_person_chose_can_be_taken_back(meeting: Meeting) -> None:
    officer, action = an_officer(), an_action(meeting)
    before = action.quote
    act = corrections.cite(action, quoting.as_source(PARTS), officer)
    assert corrections.cite(action, quoting.as_source(PARTS), officer) is None
    assert (act.was_shown, act.now_shown) == (before, QUOTE)
    corrections.take_back(act, officer)
    action.refresh_from_db()
    assert (action.quote, action.quote_rest) == (before, [])

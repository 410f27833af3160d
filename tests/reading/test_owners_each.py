"""Who is to do it where more than one is named: two together, who is spoken to, and who holds a post in a list."""

from __future__ import annotations

import pytest

from ingest.reading.records.holders_said import said_beside
from tests.reading.invented import PEOPLE, attendee
from tests.reading.invented_records import owned, read

PRESENT = (
    *PEOPLE,
    attendee("Asha Dole", "officer", "Assistant Director, Communities"),
    attendee("Inspector R. Quill", "guest", "Fen Police"),
)


@pytest.mark.parametrize(
    "line",
    [
        "The Assistant Director and the Director of Place were asked to produce a note.",
        "The Assistant Director and the Director of Place agreed to produce a note.",
        "After a talk, the Assistant Director and the Director of Place would send members a note.",
    ],
)
def test_two_with_an_article_each_do_it_together(line: str) -> None:
    (found,) = read(line, people=PRESENT)
    assert found.owner == "Asha Dole and Priya Nair"
    assert [doubt.field for doubt in found.doubts] == ["owner"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Members asked the Assistant Director and the Director of Place agreed to send a list.", "Priya Nair"),
        ("Mr Penn thanked the Assistant Director and the Director of Place undertook to send it.", "Priya Nair"),
        ("The Head of Parks agreed to send a list.", "Wendy Marsh"),
    ],
)  # fmt: skip
def test_who_asks_and_who_answers_do_not_do_it_together(line: str, owner: str) -> None:
    assert owned(line, people=PRESENT)[-1][1] == owner


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("In reply to Councillor Penn she undertook to supply the list.", None),
        ("Asked by Councillor Penn about rents, she agreed to circulate a list.", None),
        (
            "The Director of Place presented it. In reply to Councillor Penn she undertook to supply the list.",
            "Priya Nair",
        ),
        ("Councillor Penn told Constable Frith that the gate was down. He agreed to look into it.", None),
        ("Ms Nair told the Scrutiny Panel that the gate was down. She agreed to look into it.", "Priya Nair"),
    ],
)
def test_who_is_spoken_to_is_not_surely_the_pronoun(line: str, owner: str | None) -> None:
    assert owned(line, people=PRESENT)[-1][1] == owner


def test_the_inspector_is_the_one_printed_with_that_rank() -> None:
    lines = ("Inspector Quill spoke of the quays.", "RESOLVED: that the Inspector be asked to provide the figures.")
    assert owned(*lines, people=PRESENT)[-1][1] == "Inspector R. Quill"


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("(the Head of Parks, Ann Rowe; and the Clerk, Tess Moss)",
         {"head of parks": "Ann Rowe", "clerk": "Tess Moss"}),
        ("Head of Parks (PJ Rowe), Quay Manager (T. Moss)", {"head of parks": "PJ Rowe", "quay manager": "T. Moss"}),
        ("Officers: Head of Parks (Ann Rowe) and Quay Manager (Tess Moss)",
         {"head of parks": "Ann Rowe", "quay manager": "Tess Moss"}),
        ("Head of Parks (item 4), Quay Manager (vacant)", {}),
        ("Head of Parks (from 4pm), Quay Manager (by video)", {}),
    ],
)  # fmt: skip
def test_names_stand_beside_posts_in_a_list(words: str, held: dict[str, str]) -> None:
    assert said_beside(words) == {post: {name} for post, name in held.items()}


def test_an_officer_may_be_one_of_those_listed_without_posts() -> None:
    unlisted = (*PEOPLE, attendee("Mo Hale", "officer"))
    (found,) = read("The Scrutiny Officer was asked to add it to the agenda.", people=unlisted)
    assert found.owner is None
    assert "listed without a post" in found.doubts[0].sentence
    (found,) = read("Officers were asked to add it to the agenda.", people=unlisted)
    assert found.owner == "Officers"

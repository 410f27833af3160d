"""Attendance told by a verb before the names, by a label in a cell of its own, and words that are no labels."""

from __future__ import annotations

import pytest

from ingest.reading.model import Block, Cell, Piece
from ingest.reading.records.attendance import roll
from ingest.reading.records.attendance.sighting import Group


def block(text: str) -> Block:
    return Block("paragraph", text, (Piece(text, 0, paragraph=1),))


def found(*lines: str | Block, group: Group | None = None) -> list[tuple[str, str | None]]:
    blocks = [line if isinstance(line, Block) else block(line) for line in lines]
    return [(seen.name.surname, seen.status) for seen in roll.read(blocks, group=group)]


@pytest.mark.parametrize(
    "verb", ["reported apologies", "received apologies", "had formal apologies", "announced apologies"]
)
def test_somebody_tells_of_apologies(verb: str) -> None:
    said = f"The Committee Manager {verb} from Mr Lorne, Miss Tarrow and Mrs Umber."
    assert found(said, group=Group(role="member", status="apologies")) == [
        ("Lorne", "apologies"),
        ("Tarrow", "apologies"),
        ("Umber", "apologies"),
    ]


def test_in_attendance_were_is_a_sentence_before_its_names() -> None:
    said = "Also in attendance were Sergeant Wren, Ben Tarrow (Engineer (Roads), County) and Cara Umber (Clerk)."
    assert found("Present: Councillors Lorne and Marsh.", said) == [
        (name, "present") for name in ("Lorne", "Marsh", "Wren", "Tarrow", "Umber")
    ]


def test_a_cell_of_its_own_holds_the_label_and_the_names_behind_it() -> None:
    rows = [
        ("Date: 4 March 2031", "Chair person: Ada Lorne"),
        ("Venue: Quarry Hall", "Notes: Ben Tarrow"),
        ("Attendees: Ada Lorne; Cara Umber (CU); Dot Vickery (for item 5)", ""),
    ]
    table = Block("table", "", rows=tuple(tuple(Cell((block(text),) if text else ()) for text in row) for row in rows))
    assert {name for name, _ in found(table)} >= {"Lorne", "Umber", "Vickery"}


def test_the_title_of_a_paper_is_no_label() -> None:
    assert found("Estate Liaison Minutes", "Quarry Stone Mill", "Present: Mrs A Lorne") == [("Lorne", "present")]


def test_a_list_of_actions_in_front_tells_nobodys_post() -> None:
    heads, row = ("ITEM", "", "BY WHOM", "BY WHEN"), ("02/31", "Price for the gate", "Clerk", "asap")
    other = ("03/31", "Letter to the school", "Ada Lorne", "asap")
    table = Block(
        "table",
        "",
        rows=tuple(tuple(Cell((block(text),) if text else ()) for text in line) for line in (heads, row, other)),
    )
    assert found("Present: Ada Lorne, Ben Tarrow", table) == [("Lorne", "present"), ("Tarrow", "present")]

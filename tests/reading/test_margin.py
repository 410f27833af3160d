"""Names beside the text: in a loose right margin of a page, or in a column "Action by"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.reading.chain import paper_of
from ingest.reading.layout.blocks import of_pages
from ingest.reading.model import ACTION_COLUMN, Block, Paper
from ingest.reading.records.actions import actions
from ingest.reading.records.resolutions import resolutions
from ingest.reading.sources import pdf
from tests.reading.invented import MEETING, PEOPLE, block, paper
from tests.reading.pdf_writer import Paper as Pdf
from tests.reading.pdf_writer import column, text, width, wrapped

LIST = (
    "The Panel heard that there were 61 plots and a list of 40 people, some of whom had waited for more than six "
    "years. The list will be published on the website before July so that all can see where they stand in it."
)
GATE = (
    "Councillor Penn said that the gate at Mill Lane was broken again and that dogs got in. The lock should be "
    "changed and the key given to the warden, who lives opposite and is about most of the day."
)


def drawn(tmp_path: Path, *beside: tuple[str, int], heading: str = "") -> Paper:
    """Two paragraphs with notes at the right, each beside a line counted from the top of its paragraph."""
    content, y = text(70, 790, "2.", 11, "F2") + text(100, 790, "Allotments", 11, "F2"), 766.0
    content += text(490, 790, heading, 11, "F2") if heading else ""
    for words, (note, line) in zip((LIST, GATE), beside, strict=True):
        lines = wrapped(words, 360)
        content += column(100, y, lines)
        content += text(490, y - 13.5 * line, note) if note else ""
        y -= 13.5 * len(lines) + 8
    content += text(70, y - 20, "3.", 11, "F2") + text(100, y - 20, "Work programme", 11, "F2")
    content += text(100, y - 44, "The programme for the rest of the year was before the Panel and was talked over.")
    return paper_of(*of_pages(pdf.pages(Pdf().page(content).save(tmp_path / "margin.pdf"))))


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_margin_is_no_part_of_the_lines_beside_it(tmp_path: Path, line: int) -> None:
    section = drawn(tmp_path, ("Wendy Marsh", line), ("TE", line)).sections[0]
    assert [(one.text, one.style == ACTION_COLUMN) for one in section.blocks] == [
        (LIST, False),
        ("Wendy Marsh", True),
        (GATE, False),
        ("TE", True),
    ]


def test_one_name_will_do_below_a_heading(tmp_path: Path) -> None:
    section = drawn(tmp_path, ("", 0), ("TE", 1), heading="Action").sections[0]
    assert [one.text for one in section.blocks] == [LIST, GATE, "TE"]


@pytest.mark.parametrize("heading", ["Action by", "Who / when", "Owner"])
@pytest.mark.parametrize("note", ["TE / 7 June", "TE by 7 June 2024", "TE, 7/6/2024", "Tomos Ellis asap"])
def test_a_margin_may_say_by_when(tmp_path: Path, heading: str, note: str) -> None:
    section = drawn(tmp_path, ("", 0), (note, 1), heading=heading).sections[0]
    assert [(one.text, one.style == ACTION_COLUMN) for one in section.blocks] == [
        (LIST, False),
        (GATE, False),
        (note, True),
    ]


def test_figures_at_the_right_are_no_margin(tmp_path: Path) -> None:
    section = drawn(tmp_path, ("61", 0), ("£4,000", 0)).sections[0]
    assert not [one for one in section.blocks if one.style == ACTION_COLUMN]


@pytest.mark.parametrize("line", [0, 1, 2])
def test_who_stands_in_the_margin_is_to_do_what_stands_beside_it(tmp_path: Path, line: int) -> None:
    read = drawn(tmp_path, ("Wendy Marsh", line), ("TE", line))
    found = actions(read, MEETING, PEOPLE, resolutions(read, MEETING))
    assert [(one.text.split(" will ")[0].split(" should ")[0], one.owner) for one in found] == [
        ("The list", "Wendy Marsh"),
        ("The lock", "Tomos Ellis"),
    ]


def at_ends(tmp_path: Path, *beside: str) -> Paper:
    """Paragraphs as wide as the page, the first's initials behind its last words, the others' in a line below."""
    content, y = text(70, 790, "2.", 11, "F2") + text(100, 790, "Allotments", 11, "F2"), 766.0
    for words, note in zip((LIST, GATE, LIST, GATE), beside, strict=False):
        lines = wrapped(words, 420)
        content += column(100, y, lines)
        y -= 13.5 * len(lines)
        below = 13.5 if y > 700 else 0
        content += text(520 - width(note, font="F2"), y + below, note, font="F2")
        y -= 24 - below
    return paper_of(*of_pages(pdf.pages(Pdf().page(content).save(tmp_path / "ends.pdf"))))


def test_initials_at_the_texts_own_edge_are_no_part_of_it(tmp_path: Path) -> None:
    section = at_ends(tmp_path, "WM", "TE/PN", "WM").sections[0]
    assert [(one.text, one.style == ACTION_COLUMN) for one in section.blocks] == [
        (LIST, False),
        ("WM", True),
        (GATE, False),
        ("TE/PN", True),
        (LIST, False),
        ("WM", True),
    ]


# --- a column without places, as in Word ------------------------------------------------------------------------


def note(words: str) -> Block:
    return replace(block(words), style=ACTION_COLUMN)


def owned(*lines: str | Block) -> list[tuple[str, str | None, dt.date | None]]:
    whole = paper(*lines)
    found = actions(whole, MEETING, PEOPLE, resolutions(whole, MEETING))
    return [(one.text.rstrip("."), one.owner, one.due) for one in found]


CIRCULATE, MEND = "Circulate the map of plots", "Mend the gate at Mill Lane"


def test_as_many_names_as_actions_come_in_order() -> None:
    assert owned(f"Action: {CIRCULATE}.", f"Action: {MEND}.", note("Tomos Ellis"), note("WM")) == [
        (CIRCULATE, "Tomos Ellis", None),
        (MEND, "Wendy Marsh", None),
    ]


def test_more_actions_than_names_stay_without_an_owner() -> None:
    assert [owner for _, owner, _ in owned(f"Action: {CIRCULATE}.", f"Action: {MEND}.", note("WM"))] == [None, None]


def in_row(words: str, beside: int = 1) -> Block:
    return replace(note(words), beside=beside)


SEND, CHASE = "Draft lease to be sent to the warden", "The key should be changed before the summer."


def test_a_name_in_a_row_belongs_to_what_the_row_says() -> None:
    assert owned(f"Action: {CIRCULATE}.", "The hall was full.", CHASE, in_row("TE"), SEND, in_row("WM")) == [
        (CIRCULATE, None, None),
        (CHASE.rstrip("."), "Tomos Ellis", None),
        (SEND, "Wendy Marsh", None),
    ]


def test_a_row_of_more_than_one_thing_to_do_leaves_a_lone_name_out() -> None:
    found = owned(f"Action: {CIRCULATE}.", f"Action: {MEND}.", in_row("WM", beside=2))
    assert [owner for _, owner, _ in found] == [None, None]


@pytest.mark.parametrize(
    "words", ["TE / 7 June", "TE by 7 June", "TE, 7 June", "TE – 7 June 2024", "TE (by 7 June)", "Tomos Ellis 7 June"]
)
def test_a_day_stands_behind_the_name(words: str) -> None:
    assert owned(SEND, in_row(words)) == [(SEND, "Tomos Ellis", dt.date(2024, 6, 7))]


def test_a_day_below_the_name_is_its_own() -> None:
    assert owned(SEND, in_row("TE"), in_row("7 June 2024"), CHASE, in_row("WM")) == [
        (SEND, "Tomos Ellis", dt.date(2024, 6, 7)),
        (CHASE.rstrip("."), "Wendy Marsh", None),
    ]


def test_a_name_says_which_action_it_means_and_by_when() -> None:
    lines = (f"Action: {CIRCULATE}.", f"Action: {MEND}.")
    assert owned(*lines, note("WM – gate at Mill Lane"), note("TE – by 7 June")) == [
        (CIRCULATE, "Tomos Ellis", dt.date(2024, 6, 7)),
        (MEND, "Wendy Marsh", None),
    ]


def test_an_owner_who_is_named_already_takes_the_day_alone() -> None:
    line = "The Head of Parks agreed to circulate a map."
    assert owned(line, note("W Marsh – by 7 June")) == [(line.rstrip("."), "Wendy Marsh", dt.date(2024, 6, 7))]


def test_two_names_are_no_one_owner() -> None:
    whole = paper(f"Action: {MEND}.", note("WM / Friends of Mill Lane"))
    (found,) = actions(whole, MEETING, PEOPLE, resolutions(whole, MEETING))
    assert found.owner is None
    assert [doubt.sentence for doubt in found.doubts] == [
        "WM / Friends of Mill Lane are to do this together; one owner is wanted."
    ]


def test_a_cell_that_tells_an_action_is_one() -> None:
    assert owned("The gate was talked about.", note("WM to mend the gate"), note("None")) == [
        ("WM to mend the gate", "Wendy Marsh", None)
    ]


def test_a_column_is_no_part_of_a_decision() -> None:
    whole = paper("RESOLVED:", "(a) That the report be noted;", note("WM"), "(b) That the plan be agreed.")
    assert [one.text for one in resolutions(whole, MEETING)] == ["That the report be noted", "That the plan be agreed."]


def test_a_note_that_tells_what_to_do_is_an_action_with_or_without_a_day() -> None:
    notes = ("Wendy Marsh – send list of berths to members by 20 June", "Priya Nair – order life rings")
    found = owned("The Panel talked about the quay.", *map(note, notes))
    assert [(text, owner) for text, owner, _ in found] == [
        ("send list of berths to members by 20 June", "Wendy Marsh"),
        ("order life rings", "Priya Nair"),
    ]
    assert found[0][2] is not None

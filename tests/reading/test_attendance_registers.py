"""Registers of attendance drawn as councils print them: no layout may give anybody a wrong role or status.

Names, wards and layouts are invented; each is drawn as a PDF and read as a whole.
"""

from __future__ import annotations

import itertools

import pytest

from ingest.reading import read
from tests.reading.pdf_writer import Paper, column, ruled, text

HERE = ["Ann Marrow (Chair)", "Bob Oakes (Vice-Chair)", "Carl Pike", "Dot Fox", "Ed Reed", "Fay Stow"]
AWAY = ["Gil Vane"]
OFFICERS = ["Hal Tait, Head of Roads", "Ivy Moss, Scrutiny Officer"]
ROLES = {"Ann Marrow": "chair", "Bob Oakes": "vice_chair", "Hal Tait": "officer", "Ivy Moss": "officer"}
TOP = text(72, 790, "NORBURY BOROUGH COUNCIL", 14, "F2") + text(72, 768, "Communities Scrutiny Committee", 13, "F2")
ITEM = text(72, 300, "1.", 11, "F2") + text(100, 300, "Litter", 11, "F2") + text(100, 284, "The report was noted.")


def standing(folder, *contents):
    paper = Paper()
    for content in contents:
        paper.page(content)
    return {one.name: (one.role, one.status) for one in read(paper.save(folder / "paper.pdf")).attendees}


def expected(status="apologies"):
    people = [line.split(" (")[0].split(",")[0] for line in [*HERE, *OFFICERS]]
    came = {name: (ROLES.get(name, "member"), "present") for name in people}
    return came | dict.fromkeys(AWAY, ("member", status))


def lists_at(y, *parts, x=72, step=13.5):
    """Labels, each with its names below it."""
    drawn = ""
    for label, names in parts:
        drawn += text(x, y, label, 11, "F2") + column(x, y - 16, names, step, 10)
        y -= 16 + step * len(names) + 8
    return drawn


@pytest.mark.parametrize("shift", [0, 5, 7])
def test_lists_at_the_right_that_are_out_of_step_with_those_at_the_left(tmp_path, shift):
    left = lists_at(730, ("Present:", HERE))
    right = lists_at(730 - shift, ("Apologies", AWAY), ("Officers present:", OFFICERS), x=320)

    assert standing(tmp_path, TOP + left + right + ITEM) == expected()


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0), (2, 1, 0)])
def test_three_lists_side_by_side(tmp_path, order):
    lists = [("Members present", HERE), ("Apologies", AWAY), ("Officers", OFFICERS)]
    drawn = "".join(lists_at(730, lists[which], x=x) for which, x in zip(order, (72, 232, 392), strict=True))

    assert standing(tmp_path, TOP + drawn + ITEM) == expected()


def test_labels_at_the_left_margin_without_a_gap_between_their_lists(tmp_path):
    parts = [("Members present", HERE), ("Officers:", OFFICERS), ("Apologies", AWAY)]
    drawn, y = "", 730
    for label, names in parts:
        drawn += text(72, y, label) + column(200, y, names)
        y -= 13.5 * len(names)

    assert standing(tmp_path, TOP + drawn + ITEM) == expected()


def table(rows, lefts, top=730):
    """A ruled table of one line a row; the last of ``lefts`` is its right edge."""
    drawn = ruled(lefts, [top + 12 - 16 * line for line in range(len(rows) + 1)])
    for line, row in enumerate(rows):
        for x, words in zip(lefts, row, strict=False):
            drawn += text(x + 4, top - 16 * line, words, 10, "F1" if line else "F2") if words else ""
    return drawn


WORDS = [
    ("Present", "Apologies", "apologies"),
    ("In attendance", "Not in attendance", "absent"),
    ("Attended", "Sent apologies", "apologies"),
    ("Yes", "No apologies", "absent"),
    ("In person", "Apologies received", "apologies"),
    ("Present", "Did not attend", "absent"),
]


@pytest.mark.parametrize(("came", "not_there", "status"), WORDS)
@pytest.mark.parametrize("header", ["Attendance", ""])
def test_a_register_in_words_with_or_without_a_header_over_them(tmp_path, came, not_there, status, header):
    rows = [("Councillor", "Ward", header)]
    rows += [(f"Cllr {name}", "North", came) for name in HERE] + [(f"Cllr {name}", "Abbey", not_there) for name in AWAY]
    drawn = table(rows, [72, 250, 340, 460]) + lists_at(560, ("In attendance:", OFFICERS))

    assert standing(tmp_path, TOP + drawn + ITEM) == expected(status)


@pytest.mark.parametrize("columns", list(itertools.permutations(["Present", "Apology", "Did not attend"])))
@pytest.mark.parametrize("tick", ["x", "/", "Yes"])
def test_a_column_for_each_status_in_any_order(tmp_path, columns, tick):
    rows = [("Member", *columns)]
    rows += [(name, *(tick if one == "Present" else "" for one in columns)) for name in HERE]
    rows += [(name, *(tick if one == "Apology" else "" for one in columns)) for name in AWAY]
    drawn = table(rows, [72, 250, 330, 410, 500]) + lists_at(560, ("In attendance:", OFFICERS))

    assert standing(tmp_path, TOP + drawn + ITEM) == expected()


@pytest.mark.parametrize("form", ["({})", "- {}", "– {}", "[{}]"])
@pytest.mark.parametrize(
    ("words", "status"),
    [("sent apologies", "apologies"), ("apologies received", "apologies"), ("not present", "absent")],
)
def test_a_status_beside_a_name_in_a_list_of_the_membership(tmp_path, form, words, status):
    members = [f"Cllr {name}" for name in HERE] + [f"Cllr {name} {form.format(words)}" for name in AWAY]
    drawn = lists_at(730, ("Membership", members), ("In attendance:", OFFICERS))

    assert standing(tmp_path, TOP + drawn + ITEM) == expected(status)


def test_a_code_that_nothing_explains_leaves_the_status_open(tmp_path):
    rows = [("Councillor", "Ward", "Attendance"), *((f"Cllr {name}", "North", "P") for name in HERE)]
    rows += [(f"Cllr {name}", "Abbey", "Z") for name in AWAY]
    drawn = table(rows, [72, 250, 340, 460]) + lists_at(560, ("In attendance:", OFFICERS))

    assert standing(tmp_path, TOP + drawn + ITEM) == expected(None)


def test_a_list_that_would_leave_nearly_no_member_there_is_left_open(tmp_path):
    drawn = lists_at(730, ("Apologies", [*HERE, *AWAY]), ("Officers", OFFICERS))
    found = standing(tmp_path, TOP + drawn + ITEM)

    assert {found[name][1] for name in ("Carl Pike", "Dot Fox", "Ed Reed", "Gil Vane")} == {None}

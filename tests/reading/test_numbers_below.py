"""Numbers of items that stand at the paragraph below the heading. All names are invented."""

from ingest.reading.layout.sections_below import numbered_below
from ingest.reading.model import Block, Section


def section(title: str, *texts: tuple[str, str]) -> Section:
    blocks = tuple(Block("entry" if mark else "paragraph", text, marker=mark) for mark, text in texts)
    return Section(None, title, (Block("heading", title),), blocks)


def numbers(*sections: Section) -> list[str | None]:
    return [one.number for one in numbered_below(sections)]


SHELTERS = section("BUS SHELTERS", ("1.", "The Committee had before it a report."), ("(i)", "to note it."))
HALLS = section("HALLS", ("2.", "The Committee had before it a plan."))
PARKS = section("PARKS", ("3.", "The Committee heard from the Head of Parks."))


def test_the_number_of_the_first_paragraph_is_the_item_s_where_they_run_on() -> None:
    assert numbers(SHELTERS, HALLS, PARKS) == ["1", "2", "3"]


def test_paragraphs_that_are_numbered_throughout_number_no_item() -> None:
    twice = section("HALLS", ("2.", "A plan."), ("3.", "It was long."))
    assert numbers(SHELTERS, twice, section("PARKS", ("4.", "A walk."))) == [None, None, None]


def test_numbers_that_begin_anew_are_those_of_lists() -> None:
    assert numbers(SHELTERS, section("HALLS", ("1.", "Paint the doors.")), PARKS) == [None, None, None]


def test_a_number_further_down_is_a_list_s() -> None:
    late = section("HALLS", ("", "The Committee heard a plan:"), ("2.", "Paint the doors."))
    assert numbers(SHELTERS, late, PARKS) == [None, None, None]


def test_points_tell_the_number_before_the_point() -> None:
    minutes = section("MINUTES", ("1.1", "The minutes were agreed."))
    shelters = section("BUS SHELTERS", ("2.1", "A report."), ("2.2", "It was noted."))
    halls = section("HALLS", ("3.1", "A plan."))
    assert numbers(minutes, shelters, halls) == ["1", "2", "3"]
    assert numbers(minutes, halls, shelters) == [None, None, None]


def test_points_of_several_numbers_under_one_heading_number_nothing() -> None:
    mixed = section("BUS SHELTERS", ("2.1", "A report."), ("3.1", "A plan."))
    assert numbers(section("MINUTES", ("1.1", "Agreed.")), mixed, section("PARKS", ("4.1", "A walk."))) == [None] * 3

"""Performance tables: rows, targets, values under their periods."""

from __future__ import annotations

from ingest.reading.model import Block, Cell, IndicatorRead
from ingest.reading.records.indicators import indicators
from tests.reading.invented import paper, table


def read(*tables: Block) -> tuple[IndicatorRead, ...]:
    return indicators(paper("Performance is set out below.", *tables, title="Performance"))


def test_values_stand_under_their_periods_without_the_rating() -> None:
    (found,) = read(
        table(
            ("Performance measure", "Target", "Q1", "Q2", "RAG", "Commentary"),
            ("Gates mended within 24 hours", "98%", "96.1%", "n/a", "Amber", "Two were welded"),
        )
    )
    assert found.name == "Gates mended within 24 hours"
    assert (found.target, found.values, found.periods) == ("98%", ("96.1%", "n/a"), ("Q1", "Q2"))
    assert found.commentary == "Two were welded"
    assert found.quote.text == found.name
    assert found.item == 0


def test_a_standard_and_months_make_a_performance_table() -> None:
    found = read(
        table(
            ("Measure", "Standard", "Nov 2023", "Dec 2023"),
            ("Calls answered", "90%", "81%", "79%"),
            ("Mean wait (minutes:seconds)", "30:00", "34:12", "41:50"),
        )
    )
    assert [one.values for one in found] == [("81%", "79%"), ("34:12", "41:50")]


def test_two_header_rows_are_one() -> None:
    (found,) = read(
        table(
            ("Indicator", "Target", "2023/24", "", "2024/25"),
            ("", "", "Q3", "Q4", "Q1"),
            ("Plots let", "60", "51", "55", "58"),
        )
    )
    assert found.values == ("51", "55", "58")
    assert found.periods == ("2023/24 Q3", "2023/24 Q4", "2024/25 Q1")


def test_a_table_that_goes_on_without_its_header_goes_on() -> None:
    found = read(
        table(("Indicator", "Target", "2024"), ("Plots let", "60", "58")),
        table(("Plots vacant", "0", "2"), ("Sheds burnt", "0", "1")),
    )
    assert [one.name for one in found] == ["Plots let", "Plots vacant", "Sheds burnt"]


def test_rows_that_only_group_others_are_no_indicators() -> None:
    found = read(table(("Indicator", "Target", "2024"), ("Parks", "", ""), ("Plots let", "60", "58")))
    assert [one.name for one in found] == ["Plots let"]


def test_other_tables_are_none() -> None:
    assert read(table(("Payee", "Detail", "Total £s"), ("A Archer", "Mowing the verge", "85.20"))) == ()
    assert read(table(("Action", "Owner", "Target date"), ("Mend the gate", "WM", "7 June"))) == ()
    assert read(table(("Name", "May", "July"), ("A Archer", "P", "A"))) == ()


def test_what_was_done_is_counted_under_heads_that_say_so() -> None:
    found = read(
        table(
            ("Interventions", "Total clients reached", "Number of visits"),
            ("Plot mentoring", "62", "144"),
            ("Seed swaps", "17", "NA"),
        )
    )
    assert [(one.name, one.values) for one in found] == [
        ("Plot mentoring", ("62", "144")),
        ("Seed swaps", ("17", "NA")),
    ]
    assert read(table(("Role", "FTE", "Grade", "Total spend"), ("Plot officer", "1.8", "7", "£5,000"))) == ()
    assert read(table(("Heading", "Total cost", "Total income"), ("Sheds", "100", "20"))) == ()


def test_tables_inside_a_cell_go_on_in_the_next_row() -> None:
    top = table(("Interventions", "Total clients reached", "Number of visits"), ("Plot mentoring", "62", "144"))
    rest = table(("Seed swaps", "17", "NA"), ("Open days", "3", "3"))
    outer = Block("table", "", rows=((Cell((top,)), Cell()), (Cell((rest,)), Cell())))
    assert [one.name for one in read(outer)] == ["Plot mentoring", "Seed swaps", "Open days"]


def test_tables_that_ran_into_each_other_are_read_apart() -> None:
    wide = table(("", "Hedges", "62", "36", ""))
    counts = table(("Interventions", "Total clients reached", "Number of visits"), ("Plot mentoring", "62", "144"))
    (found,) = read(Block("table", "", rows=(*wide.rows, *counts.rows)))
    assert (found.name, found.values) == ("Plot mentoring", ("62", "144"))

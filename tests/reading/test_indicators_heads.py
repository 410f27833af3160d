"""Performance tables as councils, panels and health bodies head them: names, targets, values, and what is none."""

from __future__ import annotations

from ingest.reading.model import Block, Cell, IndicatorRead
from ingest.reading.records.indicators import indicators
from tests.reading.invented import block, paper, table


def read(*blocks: Block | str) -> tuple[IndicatorRead, ...]:
    return indicators(paper(*blocks, title="Performance"))


def test_a_column_of_codes_names_nothing() -> None:
    (found,) = read(
        table(("KPI Ref", "Description", "Q1", "Target"), ("KPI 12", "Household waste recycled", "45%", "46%"))
    )
    assert (found.name, found.values, found.target) == ("Household waste recycled", ("45%",), "46%")


def test_figures_of_others_are_neither_values_nor_targets() -> None:
    (found,) = read(
        table(
            ("Indicator", "Aug-24", "Target", "England average", "National benchmark", "Peer average"),
            ("Care leavers at work", "54%", "60%", "53%", "55%", "51%"),
        )
    )
    assert (found.values, found.periods, found.target) == (("54%",), ("Aug-24",), "60%")


def test_a_standard_beside_a_target_is_the_name() -> None:
    (found,) = read(table(("Standard", "Target", "Sep-24"), ("Cancer: 62 days to treatment", "85%", "66.0%")))
    assert (found.name, found.target, found.values) == ("Cancer: 62 days to treatment", "85%", ("66.0%",))


def test_of_several_targets_that_of_the_last_value_counts() -> None:
    (found,) = read(
        table(
            ("Measure", "2023/24 Target", "2023/24 Actual", "2024/25 Target", "2024/25 Q2 Actual"),
            ("Apprentices in post", "40", "38", "45", "41"),
        )
    )
    assert (found.target, found.values, found.doubts) == ("45", ("38", "41"), ())


def test_two_targets_of_other_periods_leave_a_doubt() -> None:
    (found,) = read(
        table(("Measure", "2025/26 target", "2026/27 target", "2023/24"), ("Apprentices in post", "40", "45", "38"))
    )
    assert found.target is None
    assert found.doubts[0].field == "target"
    assert "2025/26 target: 40, 2026/27 target: 45" in found.doubts[0].sentence


def test_merged_headings_reach_as_far_as_their_cells() -> None:
    head = (block("Indicator"), block("2023/24"), block("2024/25"), block("Target"))
    spans = (1, 1, 2, 1)
    top = tuple(Cell((one,), wide) for one, wide in zip(head, spans, strict=True))
    rest = table(("", "Q4", "Q1", "Q2", ""), ("Rent collected", "97.8%", "96.2%", "96.9%", "98%"))
    (found,) = read(Block("table", "", rows=(top, *rest.rows)))
    assert found.periods == ("2023/24 Q4", "2024/25 Q1", "2024/25 Q2")
    assert (found.values, found.target) == (("97.8%", "96.2%", "96.9%"), "98%")


def test_periods_down_the_side_make_an_indicator_a_column() -> None:
    first, second = read(
        table(
            ("Quarter", "Bins missed", "Fly-tips cleared"),
            ("Q1 2024/25", "51", "92%"),
            ("Q2 2024/25", "48", "90%"),
            ("Target", "45", "95%"),
        )
    )
    assert (first.name, first.values, first.target) == ("Bins missed", ("51", "48"), "45")
    assert second.periods == ("Q1 2024/25", "Q2 2024/25")
    assert first.quote.text == "Bins missed"


def test_a_row_a_period_makes_an_indicator_a_run() -> None:
    (found,) = read(
        table(
            ("Indicator", "Quarter", "Target", "Actual"),
            ("Bins collected", "Q1", "99%", "98%"),
            ("", "Q2", "99%", "97%"),
        )
    )
    assert (found.values, found.periods, found.target) == (("98%", "97%"), ("Q1", "Q2"), "99%")


def test_target_and_actual_in_rows_are_one_indicator() -> None:
    (found,) = read(
        table(("Measure", "", "Q1", "Q2"), ("Streets swept", "Target", "90%", "92%"), ("", "Actual", "88%", "93%"))
    )
    assert (found.name, found.values, found.target) == ("Streets swept", ("88%", "93%"), "92%")


def test_headings_in_welsh_are_read() -> None:
    (found,) = read(
        table(("Cyf", "Dangosydd", "Targed", "Chwarter 1", "Sylwadau"), ("PAM/10", "Strydoedd glân", "95%", "93%", ""))
    )
    assert (found.name, found.target, found.periods) == ("Strydoedd glân", "95%", ("Chwarter 1",))


def test_a_list_has_the_period_of_its_lead_in() -> None:
    (found,) = read("Performance in Quarter 2 2024/25 was:", "• Calls answered in 20 seconds: 84% (target 90%)")
    assert (found.name, found.target) == ("Calls answered in 20 seconds", "90%")
    assert (found.values, found.periods, found.doubts) == (("84%",), ("Quarter 2 2024/25",), ())


def test_a_list_without_a_period_leaves_it_blank_with_a_doubt() -> None:
    (found,) = read("• Calls answered in 20 seconds: 84% (target 90%)")
    assert found.periods == ("",)
    assert found.doubts[0].sentence == "The paper does not say which period this value is of."


def test_risks_savings_attendance_and_milestones_are_none() -> None:
    assert read(table(("Risk", "Current score", "Target score"), ("Loss of the depot", "12", "6"))) == ()
    assert read(table(("Saving", "Target £000", "Achieved £000"), ("Fleet replacement", "400", "310"))) == ()
    assert read(table(("Councillor", "Expected", "Actual"), ("Anne Barrow", "6", "5"))) == ()
    assert read(table(("Project", "Target date", "Status"), ("New depot roof", "31/03/2024", "Amber"))) == ()
    assert read(table(("Service", "Budget", "Actual"), ("Housing", "4,120", "4,310"))) == ()


def test_a_title_over_the_header_is_passed_over() -> None:
    title = (Cell((block("Corporate scorecard"),), 4),)
    rest = table(("Code", "Measure", "Target", "Q2"), ("CS1", "Webcast viewers", "500", "530"))
    (found,) = read(Block("table", "", rows=(title, *rest.rows)))
    assert (found.name, found.target, found.values) == ("Webcast viewers", "500", ("530",))

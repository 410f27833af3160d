"""Tables of figures in plain text: columns of spaces, upright strokes, and what is no table."""

from __future__ import annotations

from ingest.reading.sources.text_columns import Typed, tables


def rows(text: str) -> list[list[str]]:
    lines = [Typed(line, number, 0) for number, line in enumerate(text.strip("\n").splitlines(), 1)]
    return [[cell.text for cell in row] for _, table in tables(lines).values() for row in table.rows]


def test_a_name_in_two_lines_is_one_cell() -> None:
    found = rows("""
Indicator                         Target    Q1 24/25
Calls answered in ten seconds        92%       90.1%
Time to attend, rural
  incidents                         15.0        16.2
Searches with an outcome               -         31%
""")
    assert found[0] == ["Indicator", "Target", "Q1 24/25"]
    assert found[2:] == [["Time to attend, rural incidents", "15.0", "16.2"], ["Searches with an outcome", "-", "31%"]]


def test_two_lines_of_headings_are_two_rows() -> None:
    found = rows("""
                        2023/24    2024/25
Measure                  Actual     Target
Council tax collected     97.9%      98.2%
Noise complaints            312        300
""")
    assert found[:2] == [["", "2023/24", "2024/25"], ["Measure", "Actual", "Target"]]


def test_upright_strokes_part_cells() -> None:
    assert rows("""
| Indicator | 2024 |
|-----------|------|
| Plots let | 58   |
""") == [["Indicator", "2024"], ["Plots let", "58"]]


def test_names_and_actions_in_columns_are_no_table_of_figures() -> None:
    assert (
        rows("""
ACTION                          WHO   WHEN
Get two quotations              DC    28.10.22
Ask for a price for weekends    RA    -
""")
        == []
    )
    assert (
        rows("""
Councillor A Barrow        Chair      Netherby East
Councillor J Tindle        Member     Hill 4
""")
        == []
    )

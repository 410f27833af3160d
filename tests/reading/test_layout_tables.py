"""Tables from pages that tests draw: with rules and without, over page breaks, with labels at their side."""

from __future__ import annotations

from pathlib import Path

from tests.reading.drawn_papers import LONG, OTHER, blocks, cells, laid_out, paragraphs
from tests.reading.pdf_writer import column, ruled, text, wrapped


def test_names_in_columns_are_a_table(tmp_path: Path) -> None:
    names = [["A Marl", "K Thorp", "P Lisk"], ["C Ouse", "D Kemble", "T Brae"], ["L Finnick", "G Sorrel"]]
    drawn = text(72, 730, "Present:", font="F2")
    for index, row in enumerate(names):
        drawn += "".join(text(72 + 150 * place, 700 - 20 * index, name) for place, name in enumerate(row))
    found = blocks(tmp_path, drawn + paragraphs(LONG, top=600))
    assert [block.kind for block in found] == ["paragraph", "table", "paragraph"]
    assert cells(found[1]) == [["A Marl", "K Thorp", "P Lisk"], ["C Ouse", "D Kemble", "T Brae"],
                               ["L Finnick", "G Sorrel", ""]]  # fmt: skip


def test_a_table_without_rules_keeps_its_wrapped_cells(tmp_path: Path) -> None:
    rows = [
        ("Councillor A Marl", "Minute 38", ["Trustee of the Mossdale", "Ferry Museum"]),
        ("Councillor T Brae", "Minute 38", ["Tenant of a field at Otter Holt,", "let by the council"]),
    ]
    drawn = "".join(text(x, 700, head, font="F2") for x, head in ((72, "Member"), (200, "Minute"), (330, "Nature")))
    for index, (member, minute, nature) in enumerate(rows):
        top = 680 - 32 * index
        drawn += text(72, top, member) + text(200, top, minute) + column(330, top, nature)
    (table,) = blocks(tmp_path, drawn)
    assert table.header
    assert cells(table)[1:] == [
        ["Councillor A Marl", "Minute 38", "Trustee of the Mossdale Ferry Museum"],
        ["Councillor T Brae", "Minute 38", "Tenant of a field at Otter Holt, let by the council"],
    ]


def test_a_drawn_table_goes_on_over_the_page_break(tmp_path: Path) -> None:
    lefts = [70.0, 250.0, 400.0]

    def table(top: float, rows: list[tuple[str, str]]) -> str:
        tops = [top - 20 * index for index in range(len(rows) + 1)]
        words = "".join(
            text(75, tops[index] - 14, one, font="F2" if one == "Measure" else "F1") + text(255, tops[index] - 14, two)
            for index, (one, two) in enumerate(rows)
        )
        return ruled(lefts, tops) + words

    first = paragraphs(LONG) + table(120, [("Measure", "Target"), ("Lamps mended within", "91%")])
    second = table(780, [("Measure", "Target"), ("three working days", ""), ("Crossings", "640")])
    found, out = laid_out(tmp_path, first, second + paragraphs(OTHER))
    assert [block.kind for block in found] == ["paragraph", "table", "paragraph"]
    assert cells(found[1]) == [["Measure", "Target"], ["Lamps mended within three working days", "91%"],
                               ["Crossings", "640"]]  # fmt: skip
    assert sorted(block.text for block in out) == ["Measure", "Target"]


def test_a_header_over_the_topmost_rule_is_the_tables_own(tmp_path: Path) -> None:
    tops = [600.0, 580.0, 560.0]
    heads = text(75, 603, "Item", font="F2") + text(255, 603, "By whom", font="F2")
    rows = text(75, 586, "Send the map") + text(255, 586, "TE") + text(75, 566, "Mend the gate") + text(255, 566, "WM")
    found = blocks(tmp_path, paragraphs(LONG) + heads + ruled([70.0, 250.0, 400.0], tops) + rows)
    assert cells(found[-1]) == [["Item", "By whom"], ["Send the map", "TE"], ["Mend the gate", "WM"]]
    assert found[-1].header


def test_a_row_with_a_number_of_its_own_begins_after_the_page_break(tmp_path: Path) -> None:
    lefts = [70.0, 140.0, 250.0, 400.0]

    def table(top: float, rows: list[tuple[str, ...]]) -> str:
        tops = [top - 20 * index for index in range(len(rows) + 1)]
        return ruled(lefts, tops) + "".join(
            text(left + 5, tops[index] - 14, words, font="F2" if row[0] == "No" else "F1")
            for index, row in enumerate(rows)
            for left, words in zip(lefts, row, strict=False)
            if words
        )

    first = table(120, [("No", "Item", "Action"), ("PC 7/24", "Roads", "TE"), ("PC 8/24", "Parks", "WM")])
    found = blocks(tmp_path, paragraphs(LONG) + first, table(780, [("PC 9/24", "Planning", "")]) + paragraphs(OTHER))
    assert cells(found[1])[1:] == [["PC 7/24", "Roads", "TE"], ["PC 8/24", "Parks", "WM"], ["PC 9/24", "Planning", ""]]


def test_labels_with_their_words_beside_them_are_a_table(tmp_path: Path) -> None:
    drawn = text(72, 700, "Present:", font="F2") + column(180, 700, wrapped("Councillors " + "A Marl, " * 20, 340))
    drawn += text(72, 640, "Officers:", font="F2") + column(180, 640, ["Hester Quill, Head of Ferries"])
    found = blocks(tmp_path, drawn + paragraphs(LONG, top=580))
    assert [row[0] for row in cells(found[0])] == ["Present:", "Officers:"]
    assert cells(found[0])[1][1] == "Hester Quill, Head of Ferries"
    assert found[1].text == LONG


def test_labels_line_by_line_are_each_their_own(tmp_path: Path) -> None:
    lines = (
        ("Members", "Cllr Tess Bell (Chair)"),
        ("Present", "Cllr Jon Orme, Cllr Ann Pike"),
        ("Officers", "Ruth Gale, Flood Engineer"),
        ("Apologies", "Cllr Max Dunn"),
    )
    top = "".join(
        text(72, 760 - 16 * at, label, font="F2") + text(160, 760 - 16 * at, words)
        for at, (label, words) in enumerate(lines)
    )
    body = "".join(text(160, 660 - 16 * at, "The Panel heard of it at some length and was content") for at in range(8))
    (table,) = [block for block in blocks(tmp_path, top + body) if block.kind == "table"]
    assert [row[0] for row in cells(table)] == ["Members Present", "Officers", "Apologies"]
    assert cells(table)[0][1] == "Cllr Tess Bell (Chair) Cllr Jon Orme, Cllr Ann Pike"
    assert cells(table)[1][1] == "Ruth Gale, Flood Engineer"


def test_a_table_inside_a_cell_stays_in_its_cell(tmp_path: Path) -> None:
    drawn = ruled([70.0, 200.0, 520.0], [700.0, 680.0, 500.0]) + ruled([210.0, 300.0, 400.0], [600.0, 580.0, 560.0])
    drawn += text(75, 686, "Question") + text(205, 686, "Answer") + text(75, 666, "Where are berths free?")
    drawn += text(205, 666, "At two quays:") + text(205, 520, "They will be let.")
    drawn += text(215, 586, "Mossport") + text(305, 586, "24") + text(215, 566, "Otterby") + text(305, 566, "6")
    (table,) = blocks(tmp_path, drawn)
    answer = table.rows[1][1]
    assert [block.kind for block in answer.blocks] == ["paragraph", "table", "paragraph"]
    assert cells(answer.blocks[1]) == [["Mossport", "24"], ["Otterby", "6"]]
    assert table.rows[1][0].text == "Where are berths free?"


def test_a_bar_or_a_frame_around_a_heading_makes_no_table_of_it(tmp_path: Path) -> None:
    banded = ruled([66.0, 70.0, 500.0], [640.0, 622.0]) + text(76, 627, "HB/31/04", font="F2")
    banded += text(150, 627, "Moorings at the west quay", font="F2")
    found = blocks(tmp_path, paragraphs(LONG) + banded + paragraphs(OTHER, top=600))
    assert [block.kind for block in found] == ["paragraph", "heading", "paragraph"]
    assert [found[1].marker, found[1].text] == ["HB/31/04", "Moorings at the west quay"]


def test_a_page_of_a_drawn_table_with_words_in_one_column_goes_on_with_it(tmp_path: Path) -> None:
    lefts, heads = [70.0, 130.0, 440.0, 520.0], ("No", "Discussion", "By")

    def table(tops: list[float], *rows: tuple[str, list[str], str]) -> str:
        drawn = ruled(lefts, tops)
        drawn += "".join(text(x + 5, tops[0] - 14, head, font="F2") for x, head in zip(lefts, heads, strict=False))
        for top, (number, words, initials) in zip(tops[1:], rows, strict=False):
            drawn += text(75, top - 14, number) + column(135, top - 14, words) + text(445, top - 14, initials)
        return drawn

    told = wrapped(f"{LONG} {OTHER}", 290)
    first = table([640, 620, 620 - 13.5 * 5 - 8], ("15", told[:5], "AM"))
    second = table([640, 620, 620 - 13.5 * (len(told) - 6) - 8], ("", told[5:-1], ""))
    third = table([640, 620, 590, 560], ("", told[-1:], ""), ("16", ["The Panel rose at 5pm."], "KT"))
    found, _ = laid_out(tmp_path, first, second, third)
    assert [cells(block) for block in found] == [
        [list(heads), ["15", f"{LONG} {OTHER}", "AM"], ["16", "The Panel rose at 5pm.", "KT"]]
    ]


def test_headings_set_close_are_parted_as_the_figures_below_them(tmp_path: Path) -> None:
    rows = [("Plots let", "388", "471", "402"), ("Sheds burnt", "1", "2", "3"), ("Plots vacant", "79", "84", "86")]
    lefts = (72, 200, 249, 298)
    drawn = text(72, 700, "Indicator") + "".join(
        text(left, 700, head) for left, head in zip(lefts[1:], ("2021/22", "2022/23", "2023/24"), strict=True)
    )
    for index, row in enumerate(rows):
        drawn += "".join(text(left, 680 - 20 * index, one) for left, one in zip(lefts, row, strict=True))
    (found,) = blocks(tmp_path, drawn)
    assert cells(found)[:2] == [["Indicator", "2021/22", "2022/23", "2023/24"], list(rows[0])]

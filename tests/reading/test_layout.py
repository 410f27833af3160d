"""Blocks from pages that tests draw: the shapes that councils' papers come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.drawn_papers import LONG, OTHER, WELSH, blocks, cells, laid_out, paragraphs, shown
from tests.reading.pdf_writer import column, text, width, wrapped


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    assert [shown(block) for block in blocks(tmp_path, paragraphs(LONG, OTHER))] == [
        f"paragraph: {LONG}",
        f"paragraph: {OTHER}",
    ]


def test_paragraphs_without_space_between_them_end_at_their_short_lines(tmp_path: Path) -> None:
    lines = [*wrapped(LONG, 450), *wrapped(OTHER, 450)]
    assert [block.text for block in blocks(tmp_path, column(72, 700, lines))] == [LONG, OTHER]


def test_a_sentence_goes_on_over_the_page_break_and_its_running_lines(tmp_path: Path) -> None:
    lines = wrapped(LONG + " " + OTHER, 450)
    running = text(72, 800, "Harbours Scrutiny Panel", 9) + "{}"
    first = running.format(text(290, 30, "1")) + column(72, 140, lines[:3])
    second = running.format(text(290, 30, "2")) + column(72, 700, lines[3:])
    found, out = laid_out(tmp_path, first, second)
    assert [block.text for block in found] == [LONG + " " + OTHER]
    quote = found[0].quote()
    assert quote.page == 1
    assert quote.rest is not None
    assert quote.rest.page == 2
    assert sorted(block.text for block in out) == ["1", "2", "Harbours Scrutiny Panel", "Harbours Scrutiny Panel"]


def test_entries_have_markers_and_levels(tmp_path: Path) -> None:
    drawn = (
        text(72, 700, "RESOLVED – That:")
        + text(90, 680, "(i)") + column(110, 680, wrapped(LONG, 400))
        + text(110, 620, "•") + text(125, 620, "a plan of each ward;")
        + text(90, 600, "(ii)") + text(110, 600, "the report be noted.")
    )  # fmt: skip
    found = blocks(tmp_path, drawn)
    assert [(block.kind, block.marker, block.level) for block in found] == [
        ("paragraph", "", 0),
        ("entry", "(i)", 0),
        ("entry", "•", 1),
        ("entry", "(ii)", 0),
    ]
    assert found[1].text == LONG


def test_clauses_may_be_counted_without_a_stop_or_a_gap(tmp_path: Path) -> None:
    clauses = ["1 That the programme be agreed; and", "2 That the report be noted."]
    found = blocks(tmp_path, text(72, 700, "RESOLVED:") + column(72, 680, clauses))
    assert [(block.marker, block.text) for block in found[1:]] == [
        ("1", "That the programme be agreed; and"),
        ("2", "That the report be noted."),
    ]


@pytest.mark.parametrize("marker", ["1.", "76.", "12.3", "PSC/31/07", "KT12.", "05.11.02", "QRS 98/2122", "256"])
def test_a_number_and_bold_words_are_a_heading(tmp_path: Path, marker: str) -> None:
    drawn = text(72, 700, marker, font="F2") + text(150, 700, "Apologies for absence", font="F2")
    found = blocks(tmp_path, drawn + paragraphs(LONG, top=670))
    assert (found[0].kind, found[0].marker, found[0].text) == ("heading", marker, "Apologies for absence")


def test_a_year_at_a_lines_start_is_no_marker(tmp_path: Path) -> None:
    lines = [
        "A bargain over 4,500 lanterns was struck with Otterby Lamps Ltd and began in February",
        "2025. It ran well.",
    ]
    assert [block.text for block in blocks(tmp_path, paragraphs(LONG) + column(72, 600, lines))][1] == " ".join(lines)


def test_words_that_a_line_end_broke_are_mended_and_compounds_kept(tmp_path: Path) -> None:
    lines = [
        "The costs of maintenance were high, and Mrs Newton-Smith asked who paid for the main-",
        "tenance of the lanes between the two villages. The answer to Councillor Mrs Newton-",
        "Smith was that a non-",
        "statutory body did.",
    ]
    (block,) = blocks(tmp_path, column(72, 700, lines))
    assert "for the maintenance of the lanes" in block.text
    assert "Mrs Newton-Smith was that a non-statutory body" in block.text
    assert "main-\ntenance" in block.quote().text


def test_side_headings_stand_before_the_text_beside_them(tmp_path: Path) -> None:
    def item(top: float, number: str, heading: list[str], body: list[str]) -> str:
        return text(72, top, number, font="F2") + column(115, top, heading, font="F2") + column(235, top, body)

    body = wrapped(LONG, 270)
    first = item(700, "256", ["Apologies and", "Welcome"], body) + item(560, "257", ["Declarations of"], body)
    first += item(200, "258", ["Moorings Wanted", "for Ferries and"], wrapped(OTHER, 270)[:2])
    second = column(115, 760, ["Barges"], font="F2") + column(235, 760, wrapped(OTHER, 270)[2:])
    found = blocks(tmp_path, first, second)
    assert [shown(block) for block in found] == [
        "heading: 256 Apologies and Welcome",
        f"paragraph: {LONG}",
        "heading: 257 Declarations of",
        f"paragraph: {LONG}",
        "heading: 258 Moorings Wanted for Ferries and Barges",
        f"paragraph: {OTHER}",
    ]


def test_a_number_may_stand_over_its_side_heading(tmp_path: Path) -> None:
    drawn = text(62, 780, "Cllr Ann Vale") + text(330, 780, "Garth Council")
    drawn += text(62, 766, "Cllr Jo Hill (Chairman)") + text(330, 766, "Norham Council")
    top = 730.0
    for number, heading, whole in (
        ("43/20", "Apologies", LONG),
        ("44/20", "Railings", OTHER),
        ("45/20", "Roads", LONG),
    ):
        drawn += text(62, top, number, font="F2") + text(62, top - 13.5, heading, font="F2")
        lines = wrapped(whole, 320)
        drawn += column(193, top, lines)
        top -= 13.5 * len(lines) + 10
    found = blocks(tmp_path, drawn)
    assert cells(found[0]) == [["Cllr Ann Vale", "Garth Council"], ["Cllr Jo Hill (Chairman)", "Norham Council"]]
    assert [(block.kind, block.marker, block.text) for block in found[1:]] == [
        ("heading", "43/20", "Apologies"),
        ("paragraph", "", LONG),
        ("heading", "44/20", "Railings"),
        ("paragraph", "", OTHER),
        ("heading", "45/20", "Roads"),
        ("paragraph", "", LONG),
    ]


def test_two_languages_side_by_side_are_kept_apart(tmp_path: Path) -> None:
    drawn = paragraphs(LONG, OTHER, left=50, room=230) + paragraphs(WELSH, WELSH, left=310, room=230)
    assert [block.text for block in blocks(tmp_path, drawn)] == [LONG, OTHER, WELSH, WELSH]


def test_what_is_set_right_or_centred_says_so(tmp_path: Path) -> None:
    action, title = "ACTION: Robin Tansy-Holt", "Overview and Scrutiny Committee"
    drawn = text(297 - width(title, font="F2") / 2, 750, title, font="F2") + paragraphs(LONG)
    drawn += text(522 - width(action, font="F2"), 620, action, font="F2") + paragraphs(OTHER, top=590)
    assert [block.align for block in blocks(tmp_path, drawn)] == ["centre", "left", "right", "left"]


def test_text_that_runs_up_the_page_stays_out_of_the_flow(tmp_path: Path) -> None:
    found, out = laid_out(tmp_path, paragraphs(LONG) + "BT /F1 40 Tf .7 .7 -.7 .7 200 400 Tm (DRAFT) Tj ET")
    assert [block.text for block in found] == [LONG]
    assert [block.text for block in out] == ["DRAFT"]


def test_many_scattered_words_are_laid_out_in_time(tmp_path: Path) -> None:
    drawn = "".join(text(20 + (index * 7919) % 540, 20 + (index * 104729) % 800, "x", 5) for index in range(3000))
    found, out = laid_out(tmp_path, drawn)
    assert found
    assert not out


def test_each_name_behind_a_sign_is_an_entry_of_its_own(tmp_path: Path) -> None:
    drawn = "".join(
        text(72, 700 - 13.5 * row, sign) + text(84, 700 - 13.5 * row, name)
        for row, (sign, name) in enumerate([("*", "Ann Vale"), ("r", "Jo Hill"), ("*", "Bea Moor")])
    )
    assert [block.marked_text for block in blocks(tmp_path, drawn)] == ["* Ann Vale", "r Jo Hill", "* Bea Moor"]


def test_a_bold_heading_in_capitals_may_have_a_colon_and_a_line_to_sign_on_is_none(tmp_path: Path) -> None:
    drawn = text(72, 700, "LEISURE TRUST: ANNUAL REPORT", font="F2") + text(72, 660, "Report from: Jo Hill", font="F2")
    drawn += text(72, 620, "_" * 40, font="F2") + text(72, 580, "Going home: leaving hospital", font="F2")
    assert [block.kind for block in blocks(tmp_path, drawn)] == ["heading", "paragraph", "paragraph", "heading"]


def test_an_underlined_line_says_so(tmp_path: Path) -> None:
    under = f"0.6 w 72 698.4 m {72 + width('Matters arising')} 698.4 l S "
    drawn = text(72, 700, "Matters arising") + under + paragraphs(LONG, top=670)
    assert [block.underlined for block in blocks(tmp_path, drawn)] == [True, False]


def test_bullets_that_are_drawn_as_shapes_are_bullets(tmp_path: Path) -> None:
    dot = "{0} {1} m {0} {2} {3} {2} {3} {1} c {3} {4} {0} {4} {0} {1} c h f "
    drawn = text(72, 740, "In attendance:")
    for row, name in enumerate(["Jo Hill, Head of Parks", "Ann Vale, Clerk"]):
        base = 700 - 16 * row
        drawn += dot.format(88, base + 3.5, base + 6.3, 92.4, base + 0.7) + text(100, base, name)
    assert [(block.kind, block.marker, block.text) for block in blocks(tmp_path, drawn)] == [
        ("paragraph", "", "In attendance:"),
        ("entry", "•", "Jo Hill, Head of Parks"),
        ("entry", "•", "Ann Vale, Clerk"),
    ]

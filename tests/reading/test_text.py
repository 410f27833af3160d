"""Plain text to blocks: pasted from PDFs, saved from Word, in whatever encoding."""

from pathlib import Path

import pytest

from ingest.reading.model import Block, Unreadable
from ingest.reading.sources import text


def blocks(folder: Path, content: str | bytes) -> tuple[Block, ...]:
    path = folder / "paper.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return text.blocks(path)


def texts(folder: Path, content: str | bytes) -> list[str]:
    return [block.marked_text for block in blocks(folder, content)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_right_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert texts(tmp_path, "Siân Prothero – £4.5m".encode(encoding)) == ["Siân Prothero – £4.5m"]


def test_line_ends_of_every_system_part_lines(tmp_path: Path) -> None:
    assert texts(tmp_path, "Present\r\n\r\nApologies\r\rOfficers") == ["Present", "Apologies", "Officers"]


def test_names_one_a_line_stay_apart(tmp_path: Path) -> None:
    names = "Committee Members:\nCounty Councillor Gina Dowding\nCounty Councillor Susie Charles"
    assert texts(tmp_path, names) == names.split("\n")


def test_a_line_that_stops_in_a_sentence_goes_on(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "The Panel asked the Director to\nbring a report on\nfoster carers.")
    assert block.text == "The Panel asked the Director to bring a report on foster carers."
    assert block.quote().text == "The Panel asked the Director to\nbring a report on\nfoster carers."


def test_a_page_break_inside_a_sentence_is_mended(tmp_path: Path) -> None:
    content = "It might lead to the identification of a lead professional and to the family's\n\nlifestyle."
    assert len(blocks(tmp_path, content)) == 1


def test_text_broken_at_a_width_is_put_together(tmp_path: Path) -> None:
    sentence = "Members asked whether a report on each of the services could be brought to the Committee before March. "
    words, lines = (sentence * 12).split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    assert len(blocks(tmp_path, "Budget\n\n" + "\n".join(lines))) < 15


def test_a_heading_in_a_narrow_column_is_one_heading(tmp_path: Path) -> None:
    heading, body = blocks(
        tmp_path, "261 Children's\nSocial Care\nSafeguarding\nUpdate\n\nIt was important to note it."
    )
    assert (heading.marker, heading.text) == ("261", "Children's Social Care Safeguarding Update")
    assert body.text == "It was important to note it."


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("1. Apologies", "1."),
        ("256 Apologies and Welcome", "256"),
        ("- 1.1 The areas within the terms of reference", "1.1"),
        ("(iv) the budget", "(iv)"),
        ("PSC/31/54 Welcome", "PSC/31/54"),
        ("QRS 98/2122 Welcome", "QRS 98/2122"),
        ("P&R 12/24 Welcome", "P&R 12/24"),
        ("KT41. Apologies for Absence", "KT41."),
        ("04.18.01 Apologies", "04.18.01"),
        ("14/25 Apologies", "14/25"),
        ("• A glossary of acronyms", "•"),
        ("1.The ride quality", "1."),
        ("2 That the officer circulate the list of topics by 20 March 2031.", "2"),
        ("A. Barnes", ""),
        ("8 November 2013", ""),
        ("19 JANUARY 2016", ""),
        ("10.30 am in the Council Chamber", ""),
        ("2025/26 Budget", ""),
        ("375 cases reviewed", ""),
        ("2015 Strategy was approved by the Cabinet in May, and came into force at once.", ""),
    ],
)
def test_markers_are_told_from_words(tmp_path: Path, line: str, marker: str) -> None:
    (block,) = blocks(tmp_path, line)
    assert block.marker == marker
    assert block.marked_text.endswith(line.split()[-1])


def test_tabs_make_tables_and_rows_go_on(tmp_path: Path) -> None:
    content = "256\tApologies\tApologies were received from\n\t\tJohn Thomas.\n257\tPublic Participation\tNone."
    (table,) = blocks(tmp_path, content)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["256", "Apologies", "Apologies were received from John Thomas."],
        ["257", "Public Participation", "None."],
    ]


def test_every_word_of_a_block_can_be_quoted(tmp_path: Path) -> None:
    for block in blocks(tmp_path, "3. Minutes\n\nResolved: That the minutes be\nconfirmed.\n\nA Barnes\tC Dereli"):
        for inside in [block, *(part for row in block.rows for cell in row for part in cell.blocks)]:
            if inside.text:
                assert inside.quote().text.split() == inside.text.split()


@pytest.mark.parametrize("content", ["", "\n\n", b"\xef\xbb\xbf\n"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(Unreadable, match="no words"):
        blocks(tmp_path, content)


def test_a_row_of_signs_under_a_line_makes_it_a_heading(tmp_path: Path) -> None:
    content = "Notes of the last meeting\n-----------------\nThe notes were accepted.\n\n\nThe mill\n========\nNothing."
    assert [(one.kind, one.text) for one in blocks(tmp_path, content)] == [
        ("heading", "Notes of the last meeting"),
        ("paragraph", "The notes were accepted."),
        ("heading", "The mill"),
        ("paragraph", "Nothing."),
    ]


def test_a_row_of_signs_between_paragraphs_is_nothing(tmp_path: Path) -> None:
    content = f"{'The Panel heard from officers about the mill. ' * 4}\n--------\nThe end"
    assert [one.kind for one in blocks(tmp_path, content)] == ["paragraph", "paragraph"]


def test_a_person_a_line_beside_their_councils(tmp_path: Path) -> None:
    prose = "The group heard that the gauge had been mended in the autumn and would be read again.\n\n" * 14
    rows = [
        "  Sanja Desh              Norham Borough Council     (Vice Chair)",
        "  Gordon Sleigh           Hexmoor District Council   - Apologies",
        "  Lesley Crag             Hexmoor District Council   - Substitute for",
        "                                                       Gordon Sleigh",
    ]

    found = texts(tmp_path, "Attendance\n\n" + "\n".join(rows) + "\n\n" + prose)

    assert [one.split("  ")[0] for one in found[1:4]] == ["Sanja Desh", "Gordon Sleigh", "Lesley Crag"]
    assert found[3].endswith("- Substitute for Gordon Sleigh")

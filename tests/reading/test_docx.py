"""Word documents to blocks: what is shown is read, in order; what is deleted or hidden is not."""

import zipfile
from pathlib import Path

import pytest

from ingest.reading.model import Block, Unreadable
from ingest.reading.sources import docx as word
from tests.reading.papers_in_word import WordPaper


def blocks(paper: WordPaper, folder: Path) -> tuple[Block, ...]:
    return word.blocks(paper.saved(folder))


def texts(paper: WordPaper, folder: Path) -> list[str]:
    return [block.marked_text for block in blocks(paper, folder)]


def test_inserted_words_count_and_deleted_ones_do_not(tmp_path: Path) -> None:
    paper = WordPaper().raw(
        '<w:p><w:r><w:t xml:space="preserve">The report be </w:t></w:r>'
        "<w:del><w:r><w:delText>approved</w:delText></w:r></w:del><w:ins><w:r><w:t>noted</w:t></w:r></w:ins></w:p>"
    )
    assert texts(paper, tmp_path) == ["The report be noted"]


def test_a_deleted_paragraph_is_no_block_and_takes_no_number(tmp_path: Path) -> None:
    paper = (
        WordPaper()
        .lines("Before")
        .raw("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>")
    )
    assert texts(paper.lines("After"), tmp_path) == ["Before", "After"]


def test_fields_show_their_result_and_hidden_words_nothing(tmp_path: Path) -> None:
    paper = WordPaper().raw(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>8 November 2013</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>'
    )
    assert texts(paper, tmp_path) == ["8 November 2013"]


def test_links_and_content_controls_are_read(tmp_path: Path) -> None:
    paper = WordPaper().raw(
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Ofsted report</w:t></w:r></w:hyperlink></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    assert texts(paper, tmp_path) == ["Ofsted report"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>DECISION: approved</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    paper = WordPaper().raw(f"<w:p><w:r><w:t>The report</w:t></w:r><w:r>{both}</w:r></w:p>")
    assert texts(paper.lines("Next"), tmp_path) == ["The report", "DECISION: approved", "Next"]


def test_names_one_a_line_are_blocks_of_their_own(tmp_path: Path) -> None:
    names = "<w:r><w:t>Committee Members:</w:t><w:br/><w:t>Cllr A Smith</w:t><w:br/><w:t>Cllr B Jones</w:t></w:r>"
    assert texts(WordPaper().raw(f"<w:p>{names}</w:p>"), tmp_path) == [
        "Committee Members:",
        "Cllr A Smith",
        "Cllr B Jones",
    ]


def test_a_line_break_inside_a_sentence_only_folds_it(tmp_path: Path) -> None:
    folded = "<w:r><w:t>held in the Council Chamber</w:t><w:br/><w:t>on 4 March</w:t></w:r>"
    (block,) = blocks(WordPaper().raw(f"<w:p>{folded}</w:p>"), tmp_path)
    assert block.text == "held in the Council Chamber on 4 March"
    assert block.quote().text == "held in the Council Chamber\non 4 March"
    assert block.quote().paragraph == 1


def test_columns_set_with_tabs_become_rows_of_one_table(tmp_path: Path) -> None:
    (table,) = blocks(WordPaper().lines("A Barnes\tA Schofield", "C Dereli\tK Snape"), tmp_path)
    assert [[cell.text for cell in row] for row in table.rows] == [["A Barnes", "A Schofield"], ["C Dereli", "K Snape"]]


def test_a_typed_number_before_a_tab_is_a_marker(tmp_path: Path) -> None:
    (block,) = blocks(WordPaper().lines("4.\tWorking Together", bold=True), tmp_path)
    assert (block.marker, block.text, block.bold) == ("4.", "Working Together", True)


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    paper = WordPaper()
    table = paper.document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Present:"
    table.cell(0, 2).text = "Cllr A Smith"
    table.cell(1, 0).text, table.cell(1, 1).text, table.cell(1, 2).text = "256", "Apologies", "None."
    (block,) = blocks(paper, tmp_path)
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Present:", "Cllr A Smith"],
        ["256", "Apologies", "None."],
    ]
    assert block.rows[0][0].spans == 2


def test_a_table_in_a_table_is_kept(tmp_path: Path) -> None:
    paper = WordPaper()
    cell = paper.document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Figures"
    cell.add_table(rows=1, cols=2).cell(0, 0).text = "Caseload"
    (outer,) = blocks(paper, tmp_path)
    assert [block.kind for block in outer.rows[0][0].blocks] == ["paragraph", "table"]


def test_headers_and_footers_stand_beside_the_text(tmp_path: Path) -> None:
    paper = WordPaper().lines("Minutes")
    paper.document.sections[0].footer.paragraphs[0].text = "Tuesday, 14 September 2021"
    flow = word.flow(paper.saved(tmp_path))
    assert [block.text for block in flow.blocks] == ["Minutes"]
    assert [block.text for block in flow.running] == ["Tuesday, 14 September 2021"]


def test_what_tabs_set_apart_in_a_header_stands_beside_the_text_too(tmp_path: Path) -> None:
    paper = WordPaper().lines("Minutes")
    paper.document.sections[0].header.paragraphs[0].text = "Audit Committee\t\tThursday, 4 July 2030"
    flow = word.flow(paper.saved(tmp_path))
    assert [block.text for block in flow.running] == ["Audit Committee", "Thursday, 4 July 2030"]


def test_headings_are_known_by_style_and_by_bold_type(tmp_path: Path) -> None:
    paper = WordPaper()
    paper.document.add_heading("School transport: contracts and costs", level=2)
    paper.lines("Next Steps", bold=True).lines("It was agreed that a report be brought.")
    assert [block.kind for block in blocks(paper, tmp_path)] == ["heading", "heading", "paragraph"]


def test_a_heading_in_bold_before_plain_words_can_be_told_apart(tmp_path: Path) -> None:
    paper = WordPaper()
    paragraph = paper.document.add_paragraph()
    paragraph.add_run("511 APOLOGIES").bold = True
    paragraph.add_run(" – An apology was received.")
    (block,) = blocks(paper, tmp_path)
    assert [(piece.text, piece.bold) for piece in block.pieces] == [
        ("APOLOGIES", True),
        ("– An apology was received.", False),
    ]
    assert block.quote().text.replace("\n", " ") == "APOLOGIES – An apology was received."


def test_an_empty_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no words"):
        word.blocks(WordPaper().saved(tmp_path))


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_a_package_without_a_part_or_with_a_broken_one_is_damaged(tmp_path: Path, part: str) -> None:
    path = WordPaper().lines("Minutes").saved(tmp_path)
    entries = {}
    with zipfile.ZipFile(path) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    entries[part] = entries[part][: len(entries[part]) // 2]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in entries.items():
            package.writestr(name, content)
    with pytest.raises(Unreadable) as refused:
        word.blocks(path)
    assert refused.value.code == "damaged"


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    path = WordPaper().lines("Minutes").saved(tmp_path)
    with zipfile.ZipFile(path) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    start = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    body = entries["word/document.xml"].split(b"?>", 1)[1].replace(b"Minutes", b"&a;")
    entries["word/document.xml"] = start + body
    with zipfile.ZipFile(path, "w") as package:
        for name, content in entries.items():
            package.writestr(name, content)
    with pytest.raises(Unreadable) as refused:
        word.blocks(path)
    assert refused.value.code == "unsafe"


def test_a_package_that_unpacks_without_end_is_not_unpacked(tmp_path: Path) -> None:
    path = WordPaper().lines("Minutes").saved(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/more.xml", b" " * (60 * 1024 * 1024))
    with pytest.raises(Unreadable) as refused:
        word.blocks(path)
    assert refused.value.code == "too_large"


def test_a_relation_that_does_not_say_what_it_is_changes_nothing(tmp_path: Path) -> None:
    whole, damaged = WordPaper().lines("Read this.").saved(tmp_path), tmp_path / "damaged.docx"
    unsaid = b'<Relationship Id="rIdX" Target="styles.xml"/></Relationships>'
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", unsaid)
            target.writestr(name, part)
    assert [block.text for block in word.flow(damaged).blocks] == ["Read this."]


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\u202f"])
def test_white_space_of_every_width_is_a_space_and_what_is_unseen_is_left_out(tmp_path: Path, space: str) -> None:
    paper = WordPaper().lines(f"Councillor{space}A{space}Marl’s of\ufb01ce, re\u200bport and ser\xadvices")
    assert texts(paper, tmp_path) == ["Councillor A Marl’s office, report and services"]

"""A PDF's pages: positioned words, however a program drew them; and refusals in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.reading.model import Page, Unreadable
from ingest.reading.sources.pdf import pages
from tests.reading.pdf_writer import Paper, text, width


def read(folder: Path, content: str, **page: object) -> Page:
    return pages(Paper().page(content, **page).save(folder / "paper.pdf"))[0]  # type: ignore[arg-type]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_words_stand_where_they_are_drawn(tmp_path: Path) -> None:
    page = read(tmp_path, text(72, 700, "Minutes of the meeting", size=12))
    (line,) = page.lines
    assert line.text == "Minutes of the meeting"
    assert (page.width, page.height) == (595, 842)
    assert line.box.left == pytest.approx(72)
    assert line.box.right == pytest.approx(72 + width("Minutes of the meeting", 12))
    assert line.box.top < 842 - 700 < line.box.bottom
    assert line.spans[0].size == 12


def test_spaces_may_be_drawn_by_moving_the_pen(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "BT /F1 11 Tf 72 700 Td [(The)-278(Panel)-278(noted)-20( )20(it)] TJ ET")) == [
        "The Panel noted it"
    ]


def test_kerning_makes_no_spaces(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "BT /F1 11 Tf 72 700 Td [(T)80(e)15(r)-30(r)20(y)70(.)] TJ ET")) == ["Terry."]


def test_letters_set_apart_are_one_word(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "BT /F1 11 Tf 3 Tc 72 700 Td (MINUTES) Tj ET")) == ["MINUTES"]


def test_words_drawn_one_by_one_are_one_line(tmp_path: Path) -> None:
    drawn = text(72, 700, "was") + text(72 + width("was "), 700, "agreed") + text(72 + width("was agreed"), 700, ".")
    (line,) = read(tmp_path, drawn).lines
    assert [span.text for span in line.spans] == ["was agreed."]


def test_bold_and_italic_are_spans_of_their_own(tmp_path: Path) -> None:
    drawn = text(72, 700, "Resolved", font="F2") + text(72 + width("Resolved", font="F2"), 700, ": That", font="F3")
    (line,) = read(tmp_path, drawn).lines
    assert line.text == "Resolved: That"
    assert [(span.bold, span.italic) for span in line.spans] == [(True, False), (False, True)]


def test_words_painted_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    (line,) = read(tmp_path, text(72, 700, "Apologies") + text(72.4, 700, "Apologies")).lines
    assert line.text == "Apologies"
    assert line.spans[0].bold


def test_the_same_narrow_letter_twice_is_two_letters(tmp_path: Path) -> None:
    """Text that is set to both margins may place every letter by itself."""
    parts = ("Counci", "l", "l", "or")
    starts = [72 + 0.8 * width("".join(parts[:number])) for number in range(len(parts))]
    drawn = "".join(f"BT 80 Tz /F1 11 Tf {x} 700 Td ({part}) Tj ET\n" for x, part in zip(starts, parts, strict=True))

    assert read(tmp_path, drawn).lines[0].spans[0].text == "Councillor"


def test_outlined_letters_are_bold(tmp_path: Path) -> None:
    assert read(tmp_path, "BT 2 Tr /F1 11 Tf 72 700 Td (Apologies) Tj ET").lines[0].spans[0].bold


def test_raised_letters_stay_in_their_line(tmp_path: Path) -> None:
    right = 72 + width("on 8")
    drawn = text(72, 700, "on 8") + text(right, 704, "th", size=7) + text(right + width("th", 7) + 3, 700, "November")
    assert texts(read(tmp_path, drawn)) == ["on 8th November"]


def test_ligatures_are_spelt_out(tmp_path: Path) -> None:
    paper = Paper()
    cmap = b"begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <FB01> endbfchar"
    unicode = paper.stream(cmap)
    font = paper.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 1/Widths[500]/ToUnicode {unicode} 0 R>>".encode()
    )
    paper.extra_fonts = f"/F9 {font} 0 R"
    page = pages(paper.page("BT /F9 11 Tf 72 700 Td <01> Tj /F1 11 Tf (nance) Tj ET").save(tmp_path / "paper.pdf"))[0]
    assert texts(page) == ["finance"]


def test_text_inside_a_form_is_read_where_the_form_stands(tmp_path: Path) -> None:
    paper = Paper()
    form = paper.stream(
        text(0, 0, "inside the form"),
        "/Type/XObject/Subtype/Form/BBox[0 0 400 40]/Matrix[1 0 0 1 100 50]",
    )
    paper.forms = f"/X1 {form} 0 R"
    page = pages(paper.page("q 1 0 0 1 20 600 cm /X1 Do Q").save(tmp_path / "paper.pdf"))[0]
    (line,) = page.lines
    assert line.text == "inside the form"
    assert line.box.left == pytest.approx(120)
    assert line.box.bottom == pytest.approx(842 - 650 + 0.22 * 11)


def test_invisible_text_over_a_scan_is_read(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "BT 3 Tr /F1 11 Tf 72 700 Td (recognised by a scanner) Tj ET")) == [
        "recognised by a scanner"
    ]


def test_a_page_that_is_shown_turned_is_read_as_shown(tmp_path: Path) -> None:
    turned = "BT /F1 11 Tf 0 1 -1 0 300 100 Tm (Landscape table) Tj ET"
    page = read(tmp_path, turned, entries="/Rotate 90")
    assert (page.width, page.height) == (842, 595)
    (line,) = page.lines
    assert line.box.left == pytest.approx(100)
    assert line.box.top < 300 < line.box.bottom


def test_only_the_shown_part_of_a_page_counts(tmp_path: Path) -> None:
    drawn = text(172, 700, "shown") + text(10, 700, "cut off")
    page = read(tmp_path, drawn, entries="/CropBox[100 100 500 800]")
    assert (page.width, page.height) == (400, 700)
    assert texts(page) == ["shown"]
    assert page.lines[0].box.left == pytest.approx(72)


def test_strings_are_read_with_all_their_escapes(tmp_path: Path) -> None:
    drawn = r"BT /F1 11 Tf 72 700 Td (\(a\) the \050b\051 \101 (nested (twice)) \\ end) Tj ET"
    assert texts(read(tmp_path, drawn)) == ["(a) the (b) A (nested (twice)) \\ end"]


def test_an_image_inside_the_text_does_not_stop_it(tmp_path: Path) -> None:
    drawn = text(72, 700, "before") + " BI /W 1 /H 1 /BPC 8 /CS /G ID (Tj EI " + text(72, 600, "after")
    assert texts(read(tmp_path, drawn)) == ["before", "after"]


def test_ruling_lines_and_boxes_are_kept(tmp_path: Path) -> None:
    page = read(tmp_path, text(72, 700, "x") + " 72 690 m 300 690 l S 72 600 100 0.5 re f")
    assert sorted((round(rule.box.left), round(rule.box.top), round(rule.box.right)) for rule in page.rules) == [
        (72, 152, 300),
        (72, 242, 172),
    ]


def test_words_with_a_line_under_them_are_underlined(tmp_path: Path) -> None:
    right = 72 + width("Matters arising")
    drawn = text(72, 700, "Matters arising") + f"0.6 w 72 698.4 m {right} 698.4 l S "
    drawn += text(72, 660, "Bus services") + "72 650 m 523 650 l S " + text(72, 630, "see") + " 72 628.6 451 0.5 re f"
    page = read(tmp_path, drawn)
    assert [(line.text, line.spans[0].underlined) for line in page.lines] == [
        ("Matters arising", True),
        ("Bus services", False),
        ("see", False),
    ]


def test_colour_behind_words_draws_no_table(tmp_path: Path) -> None:
    drawn, left = "", 72.0
    for word in ("Terms", " ", "of", " ", "Reference"):
        drawn += f"1 1 0 rg {left} 696 {width(word)} 14 re f 0 g "
        left += width(word)
    page = read(tmp_path, drawn + text(72, 700, "Terms of Reference"))
    assert page.rules == ()


def test_progress_is_told_after_each_page(tmp_path: Path) -> None:
    paper = Paper()
    for _ in range(3):
        paper.page(text(72, 700, "words"))
    told: list[tuple[int, int]] = []
    pages(paper.save(tmp_path / "paper.pdf"), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def picture(paper: Paper) -> str:
    image = paper.stream(b"\0", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
    paper.forms = f"/Im {image} 0 R"
    return "q 500 0 0 700 40 60 cm /Im Do Q"


def test_a_scan_is_refused_where_nothing_reads_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    paper = Paper()
    with pytest.raises(Unreadable, match="scan without text") as refusal:
        pages(paper.page(picture(paper)).save(tmp_path / "scan.pdf"))
    assert refusal.value.code == "no_text"
    assert "Install Tesseract on the server" in refusal.value.sentence


def test_a_scanned_page_among_others_is_a_problem(tmp_path: Path) -> None:
    paper = Paper()
    scan = picture(paper)
    read_ = pages(paper.page(text(72, 700, "words")).page(scan).page("").save(tmp_path / "mixed.pdf"))
    assert [page.scanned for page in read_] == [False, True, False]
    assert [problem.page for page in read_ for problem in page.problems] == [2]


def test_letters_without_a_name_are_a_problem_not_garbage(tmp_path: Path) -> None:
    paper = Paper()
    inner = paper.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>/DW 500>>"
    )
    font = paper.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[{inner} 0 R]>>".encode()
    )
    paper.extra_fonts = f"/F9 {font} 0 R"
    nameless = "BT /F9 11 Tf 72 600 Td <000C000D000E> Tj ET"
    read_ = pages(paper.page(text(72, 700, "words")).page(nameless).save(tmp_path / "paper.pdf"))
    assert "cid" not in "".join(texts(read_[1]))
    assert [problem.page for problem in read_[1].problems][:1] == [2]


def test_a_password_is_asked_for_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="password") as refusal:
        pages(Paper().page(text(72, 700, "words")).save(tmp_path / "paper.pdf", user_password="secret"))
    assert refusal.value.code == "encrypted"


def test_a_pdf_that_opens_without_its_password_is_read(tmp_path: Path) -> None:
    path = Paper().page(text(72, 700, "open to all")).save(tmp_path / "paper.pdf", user_password="")
    assert texts(pages(path)[0]) == ["open to all"]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4\n", b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>"]
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refusal:
        pages(path)
    assert refusal.value.code == "damaged"


def test_a_table_of_objects_that_points_outside_the_file_is_damage(tmp_path: Path) -> None:
    path = Paper().page(text(72, 700, "words")).save(tmp_path / "paper.pdf")
    outside = re.sub(rb"\d{10} 00000 n", b"9223372036854775807 00000 n", path.read_bytes())
    assert outside != path.read_bytes()
    path.write_bytes(outside)
    with pytest.raises(Unreadable) as refusal:
        pages(path)
    assert refusal.value.code in {"damaged", "no_text"}


def test_forms_that_draw_each_other_come_to_an_end(tmp_path: Path) -> None:
    paper = Paper()
    first = len(paper._objects) + 1
    for index in range(20):
        inner = f"/Resources<</XObject<</A {first + index + 1} 0 R>>>>"
        paper.stream("/A Do " * 20, f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{inner}")
    paper.forms = f"/A {first} 0 R"
    read_ = pages(paper.page(text(72, 700, "words") + " /A Do").save(tmp_path / "paper.pdf"))
    assert texts(read_[0]) == ["words"]
    assert "too many steps" in read_[0].problems[0].sentence


def test_a_stream_that_inflates_without_end_is_cut(tmp_path: Path) -> None:
    paper = Paper().page("q " * 20_000_000)
    with pytest.raises(Unreadable) as refusal:
        pages(paper.save(tmp_path / "paper.pdf"))
    assert refusal.value.code == "too_large"


def test_codes_that_an_encoding_leaves_unused_are_bullets(tmp_path: Path) -> None:
    """As PDF 32000-1 has it for WinAnsiEncoding, and as programs write them."""
    page = read(tmp_path, "BT /F1 11 Tf 72 700 Td (\\177) Tj 14 0 Td (the fees be noted) Tj ET")
    assert texts(page) == ["• the fees be noted"]

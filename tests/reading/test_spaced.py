"""Letter-spaced words of titles and labels. All names are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest

from ingest.reading import read
from ingest.reading.language.spaced import unspaced
from ingest.reading.layout.blocks import of_pages
from ingest.reading.sources import docx as word
from ingest.reading.sources import pdf, text
from tests.reading.pdf_writer import Paper
from tests.reading.pdf_writer import text as drawn

MINUTES = """\
N O R B U R Y D I S T R I C T C O U N C I L

S C R U T I N Y C O M M I T T E E

M I N U T E S of the meeting held on 4 March 2024

P R E S E N T

Councillor A Marrow (Chair)
Councillors B Oakes and C Pike

I N A T T E N D A N C E

Wendy Marsh, Head of Parks

1. GATES

The gates were discussed.

RESOLVED –
(1) T H A T the gates be painted.
(2) T H A T the Head of Parks mend the gates by 10 June 2024.

2. PATHS

The paths were discussed.
"""


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("N O R B U R Y   D I S T R I C T   C O U N C I L", "NORBURY DISTRICT COUNCIL"),
        ("N O R B U R Y D I S T R I C T C O U N C I L", "NORBURY DISTRICT COUNCIL"),
        ("S C R U T I N Y C O M M I T T E E, 4 March", "SCRUTINY COMMITTEE, 4 March"),
        ("OAKES B O R O U G H C O U N C I L", "OAKES BOROUGH COUNCIL"),
        ("M I N U T E S of the meeting", "MINUTES of the meeting"),
        ("A P P E N D I X", "APPENDIX"),
        ("RESOLVED – T H A T the gates be painted", "RESOLVED – THAT the gates be painted"),
    ],
)
def test_letter_spaced_words_are_closed_up(printed: str, words: str) -> None:
    assert unspaced(printed) == words


@pytest.mark.parametrize(
    "printed",
    [
        "Mrs B K O E P Marrow",  # initials
        "P P A P P P",  # the codes of a grid
        "Plan A B C D E",
        "Options D E F G H I were weighed",
        "Lots A B C D F H",
        "Plan B",
    ],
)
def test_letters_that_are_no_words_stay_as_they_are(printed: str) -> None:
    assert unspaced(printed) == printed


def test_letters_set_apart_are_words_in_every_format(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("M I N U T E S")
    document.save(tmp_path / "paper.docx")
    (tmp_path / "paper.txt").write_text("M I N U T E S\n\nThe end")
    pages = pdf.pages(Paper().page(drawn(72, 700, "M I N U T E S")).save(tmp_path / "paper.pdf"))
    assert word.flow(tmp_path / "paper.docx").blocks[0].text == "MINUTES"
    assert text.blocks(tmp_path / "paper.txt")[0].text == "MINUTES"
    assert of_pages(pages)[0][0].text == "MINUTES"


def test_letters_that_stand_far_apart_on_a_line_are_one_title(tmp_path: Path) -> None:
    letters = "".join(drawn(72 + 20 * place, 700, letter) for place, letter in enumerate("SCRUTINY COMMITTEE"))
    codes = "".join(drawn(72 + 40 * place, 600, letter) for place, letter in enumerate("PAPPAP"))
    (page,) = pdf.pages(Paper().page(letters + codes).save(tmp_path / "paper.pdf"))

    assert [line.text for line in page.lines] == ["SCRUTINY COMMITTEE", "P A P P A P"]
    assert page.lines[0].box.right > 72 + 20 * 17
    assert [len(line.spans) for line in page.lines] == [1, 6]


def test_a_letter_spaced_paper_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES)
    found = read(tmp_path / "minutes.txt")

    assert (found.meeting.council, found.meeting.committee) == ("Norbury District Council", "Scrutiny Committee")
    assert [(one.name, one.role) for one in found.attendees] == [
        ("A Marrow", "chair"),
        ("B Oakes", "member"),
        ("C Pike", "member"),
        ("Wendy Marsh", "officer"),
    ]
    assert [one.text for one in found.resolutions] == [
        "THAT the gates be painted.",
        "THAT the Head of Parks mend the gates by 10 June 2024.",
    ]
    assert [(one.owner, one.due) for one in found.actions] == [(None, None), ("Wendy Marsh", dt.date(2024, 6, 10))]


def test_a_quote_has_all_the_letters_of_the_paper(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES)
    quotes = read(tmp_path / "minutes.txt").meeting.quotes
    printed = "".join(MINUTES.split())

    assert quotes["committee"].text == "SCRUTINY COMMITTEE"
    assert all("".join(quote.text.split()) in printed for quote in quotes.values())


def test_words_in_ordinary_letters_that_are_set_wide_are_closed_up(tmp_path: Path) -> None:
    def spread(x: float, y: float, words: str) -> str:
        return f"BT /F2 11 Tf 4 Tc {x} {y} Td ({words}) Tj 0 Tc ET\n"

    codes = "".join(drawn(72 + 12 * place, 600, letter) for place, letter in enumerate("paapp"))
    (page,) = pdf.pages(Paper().page(spread(72, 700, "12. Harbour lights") + codes).save(tmp_path / "paper.pdf"))
    assert [line.text for line in page.lines] == ["12. Harbour lights", "p a a p p"]

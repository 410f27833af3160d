"""Welsh is recognised and said, so that nobody takes what is missing for what was not decided."""

from pathlib import Path

from ingest.reading import read
from ingest.reading.language.welsh import is_welsh, said

WELSH = (
    "Croesawodd y Cadeirydd bawb i'r cyfarfod ac eglurodd fod yr adroddiad wedi ei ddosbarthu gyda'r agenda. "
    "Roedd yr aelodau yn falch o'r cynnydd a wnaed yn ystod y flwyddyn."
)
ENGLISH = (
    "The Chair welcomed everybody to the meeting and explained that the report had been circulated with the agenda. "
    "Members were pleased with the progress that had been made during the year."
)


def test_a_welsh_paragraph_is_told_from_an_english_one() -> None:
    assert is_welsh(WELSH)
    assert not is_welsh(ENGLISH)


def test_a_welsh_name_in_an_english_sentence_makes_no_welsh_paragraph() -> None:
    assert not is_welsh(
        "Councillor Eirlys Bodfan of Cyngor Tref Llanbedrog declared that she was a member of the board."
    )


def test_a_paper_in_both_languages_says_that_only_the_english_was_read() -> None:
    (problem,) = said((WELSH, ENGLISH, ENGLISH))
    assert problem.sentence == "Part of this paper is in Welsh. Only what stands in English was read."


def test_a_paper_in_welsh_asks_for_the_english_version(tmp_path: Path) -> None:
    paper = tmp_path / "cofnodion.txt"
    paper.write_text(f"Pwyllgor Craffu\n\nCofnodion y cyfarfod a gynhaliwyd ar 4 Mai 2022\n\n{WELSH}\n\n{WELSH}\n")
    sentences = [problem.sentence for problem in read(paper).problems]
    assert "This paper is in Welsh, which the reader does not know. Upload the English version." in sentences


def test_an_english_paper_says_nothing_of_welsh() -> None:
    assert said((ENGLISH,)) == ()

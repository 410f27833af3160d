"""The chain from a file to records, what it says of odd papers, and the two commands around it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from ingest.evaluation import Accuracy, documents_with_gold, true_records
from ingest.reading import Unreadable, read
from ingest.reading.checks import checked, numbering
from ingest.reading.model import AgendaItemRead, AttendeeRead, MeetingRead, MinutesRead, PageRead, Quote
from ingest.reading.printed import as_json

PAPER = """Exford Borough Council

Housing Scrutiny Committee

Minutes of the meeting held on Tuesday, 4 March 2025 at 6.30 pm in the Town Hall, Exford

Present: Councillor Anne Smith (Chair) and Councillor Bob Jones

1. Apologies

None were received.

3. Fostering

RESOLVED: That the report be noted.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_a_file_becomes_its_records(paper: Path) -> None:
    found = read(paper)
    assert found.media_type == "text/plain"
    assert found.meeting.committee == "Housing Scrutiny Committee"
    assert {person.name for person in found.attendees} == {"Anne Smith", "Bob Jones"}
    assert [(item.number, item.title, item.text) for item in found.items] == [
        ("1", "Apologies", "None were received."),
        ("3", "Fostering", "RESOLVED: That the report be noted."),
    ]
    assert [(resolution.item, resolution.decision) for resolution in found.resolutions] == [(1, "noted")]
    assert found.pages[0].number is None
    assert "RESOLVED: That the report be noted." in found.pages[0].paragraphs


def test_a_missing_number_is_a_problem_in_a_sentence(paper: Path) -> None:
    assert "Item 2 is missing between 1 and 3." in [problem.sentence for problem in read(paper).problems]


def test_progress_is_told(paper: Path) -> None:
    told: list[tuple[int, int]] = []
    read(paper, lambda page, of: told.append((page, of)))
    assert told == [(1, 1)]


@pytest.mark.parametrize(
    ("numbers", "sentences"),
    [
        (["1", "2", "3"], []),
        (["6", "8"], ["Item 7 is missing between 6 and 8."]),
        (["256", "260"], ["Items 257 to 259 are missing between 256 and 260."]),
        (["04.18.08", "04.18.10"], ["Item 04.18.09 is missing between 04.18.08 and 04.18.10."]),
        (["9", "9"], ["Two items have the number 9."]),
        (["PSC/31/54", "PSC/31/56"], ["Item PSC/31/55 is missing between PSC/31/54 and PSC/31/56."]),
        (["1", None, "2"], []),
    ],
)
def test_numbering(numbers: list[str | None], sentences: list[str]) -> None:
    items = [AgendaItemRead(number, "Item", Quote("Item")) for number in numbers]
    assert [problem.sentence for problem in numbering(items)] == sentences


def _minutes(*people: AttendeeRead) -> MinutesRead:
    page = PageRead(1, ("Councillors A Smith and B Jones",))
    return MinutesRead(meeting=MeetingRead(), attendees=people, pages=(page,))


def _person(name: str, **more: str) -> AttendeeRead:
    base = AttendeeRead(name, "member", "present", Quote("A Smith", page=1))
    return replace(base, **more)  # type: ignore[arg-type]


def _sentences(read_: MinutesRead) -> list[str]:
    return [doubt.sentence for person in checked(read_).attendees for doubt in person.doubts]


def test_nobody_is_both_present_and_away_without_a_doubt() -> None:
    found = _sentences(_minutes(_person("A Smith"), _person("A Smith", status="apologies")))
    assert found == ["A Smith is both among those present and among the apologies."] * 2


def test_a_substitute_for_nobody_is_a_doubt() -> None:
    assert _sentences(_minutes(_person("A Smith", role="substitute"))) == [
        "A Smith came as a substitute, but the paper does not say for whom."
    ]
    assert _sentences(_minutes(_person("A Smith", role="substitute", replaces="C Dereli"))) == []


@pytest.mark.parametrize(
    "quote",
    [Quote("C Dereli", page=1), Quote("A Smith", page=2), Quote("A Smith", page=1, rest=Quote("not there", page=1))],
)
def test_words_that_are_not_on_their_page_are_a_doubt(quote: Quote) -> None:
    assert _sentences(_minutes(replace(_person("A Smith"), quote=quote))) == [
        "The words of this record were not found again on its page."
    ]


def test_words_may_be_broken_over_lines() -> None:
    assert _sentences(_minutes(replace(_person("A Smith"), quote=Quote("Councillors A\nSmith and", page=1)))) == []


# --- commands ---------------------------------------------------------------------------------------------------


def test_extract_prints_json_and_touches_no_database(paper: Path) -> None:
    out = StringIO()
    call_command("extract", str(paper), stdout=out)
    assert json.loads(out.getvalue()) == as_json(read(paper))


def test_extract_refuses_in_one_sentence_with_status_two(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    err = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("extract", str(empty), stderr=err)
    assert stopped.value.code == 2
    assert err.getvalue().strip().splitlines() == ["The file is empty. Check that it was saved, and upload it again."]


def test_evaluate_prints_what_is_right_wrong_and_blank(paper: Path) -> None:
    true = as_json(read(paper))
    true["meeting"]["committee"] = "Audit Panel"
    true["meeting"]["end_time"] = "20:00"
    true["agenda_items"].append({"number": "2", "title": "Work Programme"})
    paper.with_suffix(".json").write_text(json.dumps(true), encoding="utf-8")
    out = StringIO()
    call_command("evaluate", str(paper.parent), stdout=out)
    rows = {line[:24].strip(): line[24:].split() for line in out.getvalue().splitlines()}
    assert rows["agenda_items"] == ["1.000", "0.667", "0.800", "2", "1", "0"]
    assert rows["committee"] == ["0", "1", "0"]
    assert rows["end_time"] == ["0", "0", "1"]
    assert rows["date"] == ["1", "0", "0"]


# --- the corpus -------------------------------------------------------------------------------------------------


def _items_of(folder: Path) -> Iterator[tuple[Accuracy, str]]:
    for document, gold in documents_with_gold(folder):
        try:
            found = as_json(read(document))
        except Unreadable:
            continue
        accuracy = Accuracy()
        true = true_records(gold)
        accuracy.add({"meeting": true["meeting"], "agenda_items": true["agenda_items"]}, found)
        yield accuracy, document.name


def test_items_and_meetings_of_the_demonstration_year_are_right(demonstration: Path) -> None:
    wrong = []
    for accuracy, name in _items_of(demonstration):
        if accuracy.missed["agenda_items"] or accuracy.extra["agenda_items"] or accuracy.wrong:
            wrong.append((name, dict(accuracy.missed), dict(accuracy.wrong)))
    assert wrong == []


def test_items_and_meetings_of_text_and_word_in_the_corpus_are_right(corpus: Path) -> None:
    total = Accuracy()
    for document, gold in documents_with_gold(corpus):
        if document.suffix in (".txt", ".docx"):
            true = true_records(gold)
            total.add({"meeting": true["meeting"], "agenda_items": true["agenda_items"]}, as_json(read(document)))
    assert total.documents >= 10
    assert total.rate("agenda_items").f1 >= 0.99
    assert sum(total.wrong.values()) == 0

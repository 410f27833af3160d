"""Accuracy is counted as the corpus's own scorer counts it."""

import importlib.util
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluation import KINDS, Accuracy, documents_with_gold, true_records
from ingest.evaluation.matching import pairs, same_item, same_person


def _scorer(corpus: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", corpus / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_figures_agree_with_the_scorer_of_the_corpus(corpus: Path, demonstration: Path) -> None:
    """Each paper's truth is taken for what was read of itself and of the next one: right, wrong and missing values."""
    score = _scorer(corpus)
    true = [true_records(pair.gold) for pair in documents_with_gold(demonstration)]
    ours, theirs = Accuracy(), score.Tally()
    for one, other in [*zip(true, true, strict=True), *pairwise(true)]:
        ours.add(one, other)
        theirs.meeting(one["meeting"], other["meeting"], [])
        for kind in KINDS:
            theirs.record(kind, one.get(kind) or [], other.get(kind) or [], [])
    for counted, scored in [(ours.found, theirs.hit), (ours.missed, theirs.miss), (ours.extra, theirs.extra)]:
        assert +counted == +scored
    for counted, scored in [(ours.right, theirs.right), (ours.wrong, theirs.wrong), (ours.blank, theirs.blank)]:
        assert +counted == +scored
    assert ours.rate().f1 == score.f1(ours.found.total(), ours.missed.total(), ours.extra.total())[2]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("County Councillor Nweeda Khan", "N Khan", True),
        ("Mrs B K O E Trelander", "B Trelander", True),
        ("Dr Niamh Ó Conaill", "Niamh Conaill", True),
        ("Anne Cheetham", "Alan Cheetham", False),
        ("A Smith", "A Smyth", False),
        ("", "A Smith", False),
    ],
)
def test_the_same_person_under_two_names(first: str, second: str, same: bool) -> None:
    assert same_person(first, second) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("4", "4.", True), ("4", "5", False), (None, None, True), ("4", None, False), ("Next Steps", "Next steps", True)],
)
def test_the_same_item(first: str | None, second: str | None, same: bool) -> None:
    assert same_item(first, second) is same


def test_the_most_alike_are_matched_and_each_once() -> None:
    true = [{"item": "1", "text": "Note the report."}, {"item": "1", "text": "Note the report and thank the officers."}]
    read = [{"item": "1", "text": "Note the report and thank the officers."}]
    found = pairs("resolutions", true, read)
    assert (len(found.same), found.missed, found.extra) == (1, [true[0]], [])
    assert found.same[0][0] is true[1]


def test_documents_are_found_beside_their_gold_and_in_folders_of_sets(tmp_path: Path) -> None:
    for name in (
        "gold/seeds/one.json",
        "documents/seeds/one.pdf",
        "documents/seeds/one.docx",
        "documents/seeds/two.pdf",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({}), encoding="utf-8")
    assert [pair.document.name for pair in documents_with_gold(tmp_path)] == ["one.docx", "one.pdf"]
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "one.json").write_text("{}", encoding="utf-8")
    (beside / "one.txt").write_text("", encoding="utf-8")
    assert [pair.document.name for pair in documents_with_gold(beside)] == ["one.txt"]

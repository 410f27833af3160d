"""No set of papers is read worse than docs/accuracy.md says."""

import shutil
from pathlib import Path

import pytest

from ingest.evaluation import Accuracy
from ingest.evaluation.page import BEGIN, END, Promise, promised, section, with_figures
from ingest.evaluation.sets import SCANS, measured, sets

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
PROMISED = promised(PAGE)
SETS = sets(ROOT / "fixtures" / "demonstration", ROOT.parent / "shared" / "corpus")


def counted(found: int, missed: int, wrong: int) -> Accuracy:
    accuracy = Accuracy()
    accuracy.documents = 2
    accuracy.found["actions"], accuracy.missed["actions"] = found, missed
    accuracy.right["due"], accuracy.wrong["due"] = 9, wrong
    return accuracy


def test_the_page_keeps_its_words_and_the_sets_that_were_not_measured() -> None:
    page = f"# Accuracy\n\nWords.\n\n{BEGIN}\n{END}\n\nMore words.\n"
    first = with_figures(page, {"old": counted(1, 1, 0), "new": counted(1, 0, 0)})
    second = with_figures(first, {"new": counted(3, 1, 2)})
    assert second.startswith("# Accuracy\n\nWords.\n")
    assert second.endswith("More words.\n")
    assert promised(second) == {"old": Promise(0.667, 0), "new": Promise(0.857, 2)}
    assert with_figures(second, {}) == second


def test_a_page_without_a_place_for_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_figures("# Accuracy", {})


def test_figures_are_tables() -> None:
    assert section("old", counted(1, 1, 0)).split("\n")[2:5] == [
        "| records | precision | recall | F1 | found | missed | extra |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| actions | 1.000 | 0.500 | 0.667 | 1 | 1 | 0 |",
    ]


@pytest.mark.parametrize("name", sorted({name.removesuffix(SCANS) for name in PROMISED}))
def test_no_set_is_read_worse_than_the_page_says(name: str) -> None:
    if name not in SETS:
        pytest.skip("no corpus beside the repository (../shared/corpus)")
    for part, accuracy in measured(name, SETS[name]).items():
        if part.endswith(SCANS) and shutil.which("tesseract") is None:
            continue  # refused with a sentence, which other tests look at
        promise = PROMISED[part]
        assert accuracy.rate().f1 >= promise.f1 - 0.0005, part
        assert accuracy.wrong.total() <= promise.wrong, part

"""What an officer is told of pages that are pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from ingest.reading.model import Page, Problem

NOT_INSTALLED = "This PDF is a scan without text. Install Tesseract on the server, or upload a Word version."
NO_WORDS = (
    "No words could be read in this scan. Scan the paper again, upright and at 300 dots an inch, "
    "or upload a Word version."
)
_NAMED = 8  # doubtful words of a page


class Outcome(NamedTuple):
    """What became of a page's picture, and the words in it that are doubtful."""

    of: Literal["read", "unread", "too many"]
    doubted: tuple[str, ...] = ()


# What is said of one page, and of several.
_SAID = {
    "read": ("was read from a scan", "were read from a scan", "Check names and figures."),
    "unread": (
        "is a picture in which no words could be read",
        "are pictures in which no words could be read",
        "Look at the paper, and add by hand what is missing.",
    ),
    "too many": (
        "is a picture and was not read, because the paper has more of them than can be read at once",
        "are pictures and were not read, because the paper has more of them than can be read at once",
        "Upload them as a paper of their own.",
    ),
    "not installed": (
        "is a picture without text and was not read",
        "are pictures without text and were not read",
        "Install Tesseract on the server, or upload a Word version.",
    ),
}


def unread_for_want_of_tesseract(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages; the first of the scanned ones says what to do."""
    return _with(pages, [page.number for page in pages if page.scanned], "not installed")


def with_problems(pages: Sequence[Page], outcomes: Mapping[int, Outcome]) -> tuple[Page, ...]:
    """The pages with what became of their pictures in their problems."""
    found = tuple(pages)
    for of in ("read", "unread", "too many"):
        found = _with(found, [number for number, outcome in outcomes.items() if outcome.of == of], of)
    return tuple(_doubtful(page, outcomes[page.number].doubted) if page.number in outcomes else page for page in found)


def _with(pages: Sequence[Page], numbers: Sequence[int], of: str) -> tuple[Page, ...]:
    """The pages; the first of the numbered ones says what became of all of these."""
    if not numbers:
        return tuple(pages)
    one, several, advice = _SAID[of]
    sentence = f"{_pages(numbers)} {one if len(numbers) == 1 else several}. {advice}"
    problem = Problem(sentence, numbers[0])
    return tuple(
        replace(page, problems=(*page.problems, problem)) if page.number == numbers[0] else page for page in pages
    )


def _pages(numbers: Sequence[int]) -> str:
    """Page 3 · Pages 1 to 4 · Pages 2, 5 to 7 and 9"""
    breaks = [0, *(at for at, (one, two) in enumerate(pairwise(numbers), 1) if two != one + 1), len(numbers)]
    runs = [numbers[start:end] for start, end in pairwise(breaks)]
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    named = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"Page{'' if len(numbers) == 1 else 's'} {named}"


def _doubtful(page: Page, words: Sequence[str]) -> Page:
    if not words:
        return page
    named = ", ".join(f"“{word}”" for word in words[:_NAMED])
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    sentence = f"Page {page.number} has words that could hardly be read in the scan: {named}{more}."
    return replace(page, problems=(*page.problems, Problem(sentence, page.number)))

"""A lone capital with a stop: the first initial of a list of people, or the letter of an entry."""

from __future__ import annotations

import pytest

from ingest.reading.layout.markers import leading
from ingest.reading.sources.markers import marked

PEOPLE = (
    "C. Marl-Thorp, D.T. Kemble, Mrs P. Lisk and G. Sorrel",
    "R. Sorrel (Head of Quays and Moorings), K. Ouse (Harbour Master)",
    "M. J. Brae; A. Finnick; T. Ouse",
)
ENTRIES = (
    "A. Apologies, declarations and minutes",
    "B. Quays (west), and what they cost",
    "C. That the report be noted",
)


@pytest.mark.parametrize("line", PEOPLE)
def test_an_initial_before_a_list_of_people_is_no_marker(line: str) -> None:
    assert (leading(line), marked(line).marker) == ("", "")


@pytest.mark.parametrize("line", ENTRIES)
def test_a_letter_before_an_entry_stays_its_marker(line: str) -> None:
    assert (leading(line), marked(line).marker) == (line[:2], line[:2])

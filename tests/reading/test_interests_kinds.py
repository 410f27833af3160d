"""What kind of interest is declared, in the words of many councils' codes. All names are invented."""

from __future__ import annotations

import pytest

from ingest.reading.records.interests import interests
from tests.reading.invented import PEOPLE, paper


def kinds(*lines: str, title: str = "Declarations of Interest") -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in interests(paper(*lines, title=title), PEOPLE)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a personal and prejudicial interest", "pecuniary"),
        ("a personal but not prejudicial interest", "non_pecuniary"),
        ("a personal, non-prejudicial interest", "non_pecuniary"),
        ("a DRI", "pecuniary"),
        ("an ORI", "non_pecuniary"),
        ("an NRI", "non_pecuniary"),
        ("a Disclosable Registrable Interest", "pecuniary"),
        ("a nonpecuniary interest", "non_pecuniary"),
        ("a financial and personal interest", "pecuniary"),
        ("a standing interest", "unspecified"),
        ("a conflict of loyalty", "unspecified"),
    ],
)
def test_the_words_of_a_code_tell_the_kind(words: str, kind: str) -> None:
    assert kinds(f"Councillor Penn declared {words} in item 4 as a trustee of the hall.") == [("Ralph Penn", kind)]


@pytest.mark.parametrize(
    "behind",
    ["As this interest was also prejudicial he left.", "The interest was prejudicial and he left the room."],
)
def test_the_sentence_behind_makes_a_personal_interest_prejudicial(behind: str) -> None:
    assert kinds(f"Councillor Penn declared a personal interest in item 4. {behind}") == [("Ralph Penn", "pecuniary")]


def test_what_is_said_not_to_be_prejudicial_stays_personal() -> None:
    lines = "Councillor Penn declared a personal interest. He did not consider that the interest was prejudicial."
    assert kinds(lines) == [("Ralph Penn", "non_pecuniary")]
    lines = "Councillor Penn declared an interest. This was neither pecuniary nor prejudicial."
    assert kinds(lines) == [("Ralph Penn", "non_pecuniary")]


def test_one_sentence_may_declare_two_kinds() -> None:
    found = kinds("Councillor Penn declared a personal interest in item 4 and a prejudicial interest in item 5.")
    assert found == [("Ralph Penn", "non_pecuniary"), ("Ralph Penn", "pecuniary")]
    found = kinds("Mr Penn declared a personal interest in item 4 and Councillor Holt a pecuniary interest in item 5.")
    assert found == [("Ralph Penn", "non_pecuniary"), ("Grace Holt", "pecuniary")]


def test_a_heading_or_label_gives_its_kind_to_those_below_or_behind_it() -> None:
    found = kinds(
        "Disclosable Pecuniary Interests",
        "Councillor Penn declared an interest in item 4.",
        "Other interests",
        "Councillor Holt declared an interest in item 5.",
    )
    assert found == [("Ralph Penn", "pecuniary"), ("Grace Holt", "non_pecuniary")]
    assert kinds("Prejudicial: Councillor Penn – item 4 – tenant of the farm") == [("Ralph Penn", "pecuniary")]


def test_interests_recorded_for_several_are_each_of_their_own_kind() -> None:
    found = kinds(
        "Declarations were recorded for Councillor Penn in Item 5, as the owner of the land (pecuniary), and "
        "Councillor Holt in Item 4, as a trustee (non-pecuniary)."
    )
    assert found == [("Ralph Penn", "pecuniary"), ("Grace Holt", "non_pecuniary")]


def test_a_whip_that_a_group_imposed_is_a_party_whip() -> None:
    line = "Councillor Penn declared that her party had imposed a whip upon item 5."
    assert kinds(line) == [("Ralph Penn", "party_whip")]


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Penn declared a connection with item 4 through his son, but did not consider it an interest.",
        "Members were reminded to declare any disclosable pecuniary interests.",
    ],
)
def test_what_is_no_interest_is_not_declared(line: str) -> None:
    assert kinds(line) == []


def test_what_nobody_declared_does_not_name_the_kind_of_what_somebody_did() -> None:
    line = "There were no declarations of pecuniary interest but Mr Penn declared that he was a governor of the school."
    assert kinds(line) == [("Ralph Penn", "unspecified")]

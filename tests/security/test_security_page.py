"""The page on security is about what is there, and leaves nothing out.

asvs_5_0_levels_1_and_2.txt has the numbers of the requirements of OWASP ASVS 5.0 at levels 1 and 2.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "security.md"
TEXT = PAGE.read_text(encoding="utf-8")
NUMBERS = Path(__file__).with_name("asvs_5_0_levels_1_and_2.txt").read_text().split()
ROW = re.compile(r"^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
STATES = ("met", "in part", "not met", "does not apply")
DEFINED = dict(re.findall(r"^\[([\w-]+)\]: (\S+)$", TEXT, re.MULTILINE))


def states() -> list[tuple[str, str]]:
    return [(number, row[4]) for row in ROW.finditer(TEXT) for number in row[1].split(", ")]


def test_every_requirement_of_the_two_levels_stands_there_once() -> None:
    assert sorted(number for number, _ in states()) == sorted(NUMBERS)


def test_every_state_is_one_of_four_and_their_sum_is_told() -> None:
    count = Counter(state for _, state in states())
    assert set(count) <= set(STATES)
    told = re.search(
        r"Of (\d+) requirements .*?, (\d+) are met, (\d+) in part, (\d+) (?:are|is) not met, and (\d+) do not apply",
        TEXT,
    )
    assert told is not None
    assert [int(number) for number in told.groups()] == [len(NUMBERS), *(count[state] for state in STATES)]


def test_every_link_has_an_address_and_every_address_a_link() -> None:
    assert set(re.findall(r"\]\[([\w-]+)\]", TEXT)) == set(DEFINED)


@pytest.mark.parametrize("address", sorted(DEFINED.values()))
def test_what_it_links_to_is_there(address: str) -> None:
    assert (PAGE.parent / address).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\[(test_\w+\.py)\]\[[\w-]+\]", TEXT))))
def test_a_link_to_a_test_leads_to_the_test_of_that_name_and_it_has_tests(name: str) -> None:
    for label in set(re.findall(rf"\[{name}\]\[([\w-]+)\]", TEXT)):
        path = (PAGE.parent / DEFINED[label]).resolve()
        assert path.name == name
        assert re.search(r"^(?:async )?def test_", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("setting", sorted(set(re.findall(r"\[settings\.py\]\[settings\] `(\w+)`", TEXT))))
def test_a_setting_that_it_names_is_set(setting: str) -> None:
    assert setting in (ROOT / "scrutiny" / "settings.py").read_text(encoding="utf-8")


def test_what_it_leads_to_within_itself_is_there() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-")
        for line in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", TEXT)) <= headings


def test_the_readme_leads_to_it() -> None:
    assert "(docs/security.md)" in (ROOT / "README.md").read_text(encoding="utf-8")

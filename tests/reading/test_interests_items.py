"""What is said of an interest in an item that no number leads to."""

import pytest

from ingest.reading.model import Section
from ingest.reading.records.interests_items import no_such_item


def section(number):
    return Section(number, "Home care", ())


@pytest.mark.parametrize(
    ("number", "printed", "says"),
    [
        ("6", ["412", "413"], "These minutes are numbered from 412 and print no agenda numbers"),
        ("6", ["1", "2"], "no item has this number"),
        ("499", ["412", "413"], "no item has this number"),
        ("6", ["14/25", None], "no item has this number"),
        ("6", [], "no item has this number"),
    ],
)
def test_the_doubt_says_why_no_item_is_found(number, printed, says):
    sentence = no_such_item(number, [section(one) for one in printed])
    assert says in sentence
    assert f"item {number}" in sentence
    assert "Choose" in sentence

"""The words of many searches at once: a web server works on them in threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from minutes.search import words

WORDS = ["recommendations", "responsibilities", "generously", "inspections", "hopefulness", "sky", "communities"]


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads take turns a thousand times as often as they do otherwise."""
    was = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(was)


@pytest.mark.usefixtures("impatient")
def test_words_are_stemmed_alike_however_many_search_at_once() -> None:
    stem = getattr(words.stem, "__wrapped__", words.stem)  # without what was remembered
    expected = [stem(word) for word in WORDS]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: [stem(word) for word in WORDS], range(400)))
    assert all(stems == expected for stems in found)

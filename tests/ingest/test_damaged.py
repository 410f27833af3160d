"""Files damaged by chance, the same ones each time: each ends in a state with a name, and the next one is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import damaged as bench

FILES = 60


@pytest.mark.parametrize("seed", [2013, 2026])
def test_every_damaged_file_ends_in_a_state_with_a_name(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "SOURCES", bench.SOURCES[:1])
    ended = [bench.tried(name, content, tmp_path) for name, content in bench.damaged(FILES, seed)]
    assert [one for one in ended if one.outcome in bench.WITHOUT_A_NAME] == []
    assert len({one.outcome for one in ended}) >= 3, "chance did too little damage, or too much"
    assert max(one.seconds for one in ended) < 60


def test_the_files_are_the_same_for_the_same_seed() -> None:
    assert list(bench.damaged(10, 7)) == list(bench.damaged(10, 7))
    assert list(bench.damaged(10, 7)) != list(bench.damaged(10, 8))

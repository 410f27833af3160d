"""A backup holds every row and every paper, restores into an empty installation, and refuses anything else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.backup import making
from ingest.backup.manifest import Manifest, NotWhole
from tests.reliability.town import ON_SERVERS, Servers, Town

# What a backup leaves out: who is signed in, what is worked out from the rest, and when migrations ran.
LEFT_OUT = ("django_session", "django_migrations", "minutes_search", "sqlite_")

# The demonstration year, read, and one of each: a correction by hand, a sign-in's account, something exempt.
FURNISH = """
from django.core.management import call_command
from ingest import demonstration, tasks
from ingest.models import Reading
from minutes.models import Action, Meeting
demonstration.load()
tasks.warm()
for reading in Reading.objects.open().order_by("pk")[:6]:
    tasks.read(reading.pk)
Meeting.everything.filter(pk=Meeting.everything.first().pk).update(exempt=True)
"""


@pytest.fixture(scope="module")
def town(found: Callable[..., Town]) -> Town:
    town = found()
    done = town.manage("shell", "--no-imports", "-c", FURNISH, LOG_LEVEL="ERROR")
    assert done.returncode == 0, done.stderr
    return town


@pytest.fixture(scope="module")
def backup(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backups") / "monday"
    done = town.manage("backup", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def empty(servers: Servers, tmp_path: Path) -> Iterator[Town]:
    """An installation whose database has not even tables."""
    name = f"empty{servers.made}"
    if servers.postgres:
        servers.sql("postgres", f"CREATE DATABASE {name}")
    url = servers.postgres.url(name) if servers.postgres else f"sqlite:///{tmp_path / name}.sqlite3"
    town = Town(tmp_path / "empty", servers, {"DATABASE_URL": url})
    yield town
    town.stop()


def tables(town: Town) -> list[str]:
    words = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if ON_SERVERS:
        words = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    return sorted(name for (name,) in town.rows(words) if not name.startswith(LEFT_OUT))


def everything(town: Town) -> dict[str, list[str]]:
    """Every row of every table, as the database gives it, whatever the order of its columns."""
    found = {}
    for table in tables(town):
        columns = ", ".join(f'"{name}"' for name in sorted(columns_of(town, table)))
        found[table] = sorted(map(repr, town.rows(f"SELECT {columns} FROM {table}")))  # noqa: S608
    return found


def columns_of(town: Town, table: str) -> list[str]:
    if ON_SERVERS:
        words = f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'"  # noqa: S608
        return [name for (name,) in town.rows(words)]
    return [row[1] for row in town.rows(f"PRAGMA table_info({table})")]


def papers(town: Town) -> dict[str, bytes]:
    folder = town.folder / "papers"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(town: Town, folder: Path) -> str:
    done = town.manage("restore", str(folder))
    assert done.returncode == 1
    return done.stderr.strip().splitlines()[-1]


def found_out(folder: Path) -> str:
    """What is found to be wrong before anything is restored."""
    with pytest.raises(NotWhole) as problem:
        Manifest.read(folder).check(folder)
    return str(problem.value)


def test_every_row_and_every_paper_comes_back(town: Town, backup: Path, empty: Town) -> None:
    done = empty.manage("restore", str(backup))
    assert done.returncode == 0, done.stderr
    before, after = everything(town), everything(empty)
    assert sorted(before) == sorted(after)
    assert {table: after[table] for table in before if after[table] != before[table]} == {}
    assert len(before["minutes_resolution"]) > 10
    assert papers(empty) == papers(town)
    assert len(papers(town)) >= 12
    # It is in use from then on: new rows get new numbers, and what is found is found.
    more = "from tests.builders import a_meeting; print(a_meeting().pk)"
    assert int(empty.manage("shell", "--no-imports", "-c", more).stdout) > town.count("minutes_meeting")
    assert empty.count("minutes_searchrow") >= town.count("minutes_searchrow") > 0
    assert "in use" in refusal(empty, backup)


@pytest.fixture
def copy(backup: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(backup, tmp_path / "copy"))


def some(folder: Path) -> Path:
    return max((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)


@pytest.mark.parametrize("part", ["rows", "papers"])
def test_a_backup_with_one_bit_turned_is_refused(copy: Path, part: str) -> None:
    path = some(copy / part)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert "is damaged" in found_out(copy)


def test_nothing_of_a_damaged_backup_is_restored(empty: Town, copy: Path) -> None:
    some(copy / "papers").write_bytes(b"")
    assert "is damaged" in refusal(empty, copy)
    assert not (empty.folder / "papers").exists()


def test_a_backup_with_a_file_gone_is_refused(copy: Path) -> None:
    some(copy / "papers").unlink()
    assert "is missing from the backup" in found_out(copy)


def test_a_manifest_that_was_changed_is_refused(copy: Path) -> None:
    told = json.loads((copy / "manifest.json").read_text())
    told["papers"] = {}
    (copy / "manifest.json").write_text(json.dumps(told))
    assert "was changed after the backup was made" in found_out(copy)


@pytest.mark.parametrize("content", [None, "{}", "not json", '{"format": "another program"}'])
def test_what_is_no_backup_of_ours_is_refused(tmp_path: Path, content: str | None) -> None:
    (folder := tmp_path / "foreign").mkdir()
    if content is not None:
        (folder / "manifest.json").write_text(content)
        (folder / "manifest.sha256").write_text("0" * 64)
    assert "is not a backup of scrutiny records" in found_out(folder)


def test_a_backup_of_a_newer_version_is_refused(empty: Town, copy: Path) -> None:
    manifest = Manifest.read(copy)
    manifest.migrations["minutes"].append("9999_from_tomorrow")
    manifest.write(copy)
    assert "made by a newer version (minutes 9999_from_tomorrow)" in refusal(empty, copy)


def test_a_paper_that_is_missing_or_changed_is_told(town: Town, tmp_path: Path) -> None:
    names = sorted(name for name in papers(town) if name.endswith(".pdf"))[:2]
    kept: dict[str, Any] = {name: (town.folder / "papers" / name).read_bytes() for name in names}
    try:
        (town.folder / "papers" / names[0]).unlink()
        (town.folder / "papers" / names[1]).write_bytes(b"%PDF-1.4 another")
        done = town.manage("backup", str(tmp_path / "tuesday"))
    finally:
        for name, content in kept.items():
            (town.folder / "papers" / name).write_bytes(content)
    assert done.returncode == 2
    assert f"{names[0]} is missing where papers are kept" in done.stderr
    assert f"{names[1]} is not the file that was uploaded" in done.stderr


def test_a_folder_that_is_there_is_not_written_over(backup: Path) -> None:
    with pytest.raises(NotWhole, match="is there already"):
        making.make(backup, lambda words: None)

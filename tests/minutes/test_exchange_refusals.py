"""Files of committees that cannot be brought in, and the commands: nothing comes in by halves."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from minutes.exchange.bringing_in import bring_in
from minutes.exchange.opening import Refused
from minutes.exchange.writing import VERSION, sum_of
from minutes.models import Action, Committee, Document, DocumentPage, User
from tests.builders import a_committee, a_document
from tests.minutes.exchanged import a_small_committee, empty, exported, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def small(db: None) -> Committee:
    return a_small_committee()


@pytest.fixture
def little(small: Committee) -> io.BytesIO:
    """The file of a small committee; the installation is empty now."""
    file = exported(small)
    empty()
    return file


# --- refusals ---------------------------------------------------------------------------------------------------------


def refusal(file: io.BytesIO) -> str:
    """What is said of a file; nothing may be left of it."""
    before, users = rows(), User.objects.count()
    with pytest.raises(Refused) as refused:
        bring_in(file)
    assert rows() == before
    assert User.objects.count() == users
    return str(refused.value)


def test_a_committee_that_is_here_is_refused(small: Committee) -> None:
    assert "Children and Families Scrutiny Committee is here already" in refusal(exported(small))


def test_a_paper_that_is_here_is_refused(little) -> None:
    whole = json.loads(little.getvalue())
    a_document(filename="here.pdf", sha256=whole["records"]["document"][0]["sha256"])
    assert "The paper here.pdf is here already" in refusal(little)


def test_a_file_of_another_version_is_refused(little) -> None:
    whole = json.loads(little.getvalue()) | {"version": VERSION + 1}
    assert f"reads version {VERSION}" in refusal(io.BytesIO(json.dumps(whole).encode()))


def damaged(change: Callable[[dict[str, Any]], None]) -> Callable[[io.BytesIO], io.BytesIO]:
    """The file with a change that its sum knows of: what somebody would write, not what a wire does."""

    def rewrite(file: io.BytesIO) -> io.BytesIO:
        whole = json.loads(file.getvalue())
        change(whole["records"])
        return io.BytesIO(json.dumps(whole | {"sha256": sum_of(whole)}).encode())

    return rewrite


DAMAGES: dict[str, Callable[[io.BytesIO], io.BytesIO]] = {
    "cut off": lambda file: io.BytesIO(file.getvalue()[:-2000]),
    "empty": lambda file: io.BytesIO(b""),
    "another letter": lambda file: io.BytesIO(file.getvalue().replace(b"Town Hall", b"Town Hell", 1)),
    "another paper": lambda file: io.BytesIO(file.getvalue().replace(b'": "TWlu', b'": "TWlv', 1)),
    "no list": damaged(lambda records: records.update(action={"id": 1})),
    "a kind too few": damaged(lambda records: records.pop("action")),
    "a field too few": damaged(lambda records: records["action"][0].pop("text")),
    "a null too many": damaged(lambda records: records["action"][0].update(text=None)),
    "an unknown word": damaged(lambda records: records["action"][0].update(status="forgotten")),
    "a meeting that is none": damaged(lambda records: records["action"][0].update(meeting=999999)),
    "no day": damaged(lambda records: records["meeting"][0].update(date="soon")),
    "a number that is none": damaged(lambda records: records["document"][0].update(size="large")),
    "a script for a paper": damaged(lambda records: records["document"][0].update(media_type="text/html")),
    "another sum": damaged(lambda records: records["document"][0].update(sha256="../../etc/passwd")),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_refused_and_leaves_nothing(little, damage, settings) -> None:
    stored = sorted(Path(settings.MEDIA_ROOT).rglob("*.*"))
    for path in stored:
        path.unlink()
    assert "damaged" in refusal(damage(little))
    assert sorted(Path(settings.MEDIA_ROOT).rglob("*.*")) == []


def test_other_files_are_refused_by_what_they_are(little) -> None:
    assert "no export of a committee" in refusal(io.BytesIO(b'{"meeting": {}}'))
    pack = io.BytesIO()
    with zipfile.ZipFile(pack, "w") as other:
        other.writestr("word/document.xml", "<document/>")
    assert "no committee.json in it" in refusal(pack)
    assert "damaged" in refusal(io.BytesIO(pack.getvalue()[:-30]))


def test_a_zip_whose_paper_is_swollen_is_refused_before_it_is_unpacked(small: Committee) -> None:
    file, swollen = exported(small, beside=True), io.BytesIO()
    empty()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            grown = b"0" * 5_000_000 if entry.filename.startswith("papers/") else b""
            new.writestr(entry.filename, old.read(entry) + grown)
    assert "of another size" in refusal(swollen)


def test_a_paper_whose_file_is_gone_comes_with_its_words_alone(small: Committee) -> None:
    paper = Document.objects.exclude(meeting=None).get()
    DocumentPage.objects.create(document=paper, number=1, paragraphs=["It is begun."])
    paper.file.storage.delete(paper.file.name)
    file = exported(small, beside=True)
    with zipfile.ZipFile(file) as pack:
        assert any(paper.filename in one for one in json.loads(pack.read("committee.json"))["left_out"])
    empty()
    done = bring_in(file)
    assert done.without_file == [paper.filename]
    assert DocumentPage.objects.filter(document__sha256=paper.sha256).exists()


# --- commands ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["children.zip", "children.json"])
def test_the_commands_write_and_bring_in(small: Committee, tmp_path: Path, capsys, name: str) -> None:
    path = tmp_path / name
    call_command("export_committee", str(small.pk), str(path))
    assert "1 meeting, 1 agendaitem, 1 action" in capsys.readouterr().out
    with pytest.raises(CommandError, match="is here already"):
        call_command("import_committee", str(path))
    empty()
    call_command("import_committee", str(path))
    assert "1 meetings, 1 actions" in capsys.readouterr().out
    assert Action.objects.get().item.title == "Home to school transport"


def test_the_commands_say_what_is_wrong(tmp_path: Path) -> None:
    committee = a_committee()
    with pytest.raises(CommandError, match="There is no one committee"):
        call_command("export_committee", "Planning", str(tmp_path / "a.zip"))
    with pytest.raises(CommandError, match="must end with"):
        call_command("export_committee", committee.name, str(tmp_path / "a.txt"))
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_committee", str(tmp_path / "a.zip"))

"""A committee as one file, and back: nothing is lost, and nothing comes in by halves."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection, models

from ingest import filing
from minutes import corrections
from minutes.exchange import kinds
from minutes.exchange.bringing_in import BroughtIn, bring_in
from minutes.exchange.opening import Refused
from minutes.exchange.references import renumbered
from minutes.exchange.writing import VERSION, sum_of, write
from minutes.following import updates
from minutes.models import (
    Action,
    Attendee,
    CheckStep,
    Committee,
    Correction,
    Council,
    Document,
    DocumentPage,
    Indicator,
    Interest,
    ItemThread,
    Joining,
    Judgement,
    Meeting,
    Person,
    Proposal,
    Resolution,
    Response,
    ThreadItem,
    User,
)
from minutes.people import identity
from tests.builders import a_committee, a_document, a_meeting, an_action, an_administrator, an_item, an_officer
from tests.ingest.papers import a_reading, from_gold

pytestmark = pytest.mark.django_db


def file_papers(demonstration: Path, of: str) -> None:
    for path in sorted(demonstration.glob(f"*{of}*.json")):
        paper = a_document(path.read_bytes(), filename=path.name, uploaded_by=User.objects.first())
        filing.file(a_reading(paper), from_gold(path))
        DocumentPage.objects.create(document=paper, number=1, paragraphs=["É"], width=595.32)


@pytest.fixture
def children(demonstration: Path) -> Committee:
    """The demonstration year of a committee, with something done by people to every kind of record."""
    ann, rhian = an_officer(username="ann", first_name="Ann"), an_administrator(username="rhian")
    file_papers(demonstration, "children-and-families")
    committee = Committee.objects.get()
    correct_everything(ann, rhian)
    join_people(ann, rhian)
    follow_up(ann, committee)
    return committee


def correct_everything(ann: User, rhian: User) -> None:
    came = Attendee.objects.first()
    changes = (
        (Meeting.objects.first(), {"venue": "Town Hall", "signatory": "A Nother"}),
        (came, {"position": "Head of School", "items": list(came.meeting.items.all()[:2])}),
        (Meeting.objects.last().items.first(), {"exempt": True}),
        (Resolution.objects.first(), {"recipient": "Cabinet"}),
        (Action.objects.first(), {"owner_person": Person.objects.first(), "due": dt.date(2026, 5, 1)}),
        (Interest.objects.first(), {"left_the_room": True}),
        (Indicator.objects.first(), {"target": "75%"}),
        (Committee.objects.first(), {"short_name": "Children"}),
        (Person.objects.last(), {"forenames": "Zoë"}),
    )  # fmt: skip
    for record, values in changes:
        corrections.correct(record, values, ann, "as it was said")
    taken = corrections.correct(Resolution.objects.last(), {"number": "99"}, ann)[0]
    corrections.take_back(taken, rhian, "no")
    corrections.confirm(Action.objects.last(), rhian)
    corrections.remove(Interest.objects.last(), ann, "said twice")
    removed = Action.objects.all()[2]
    corrections.remove(removed, ann, "a wish")
    corrections.restore(removed, ann)
    meeting = Meeting.objects.first()
    added = corrections.add(Action, meeting, {"text": "Ask again", "owner_person": Person.objects.first()}, ann)
    corrections.take_back(Correction.objects.about(added).get(), ann)
    doubtful = Attendee.objects.all()[3]
    people = list(Person.objects.values_list("pk", flat=True)[:2])
    doubtful.doubts = [
        {"field": "person", "sentence": "Two may be meant.", "kind": "people", "people": people},
        {"field": "person", "sentence": "Another now.", "kind": "difference", "read": people[1], "before": people[0]},
    ]
    doubtful.save()


def join_people(ann: User, rhian: User) -> None:
    one = Person.objects.filter(side="member").first()
    other = Person.objects.create(name="A Stranger", forenames="A", surname="Stranger", council=one.council)
    other.forms.create(printed="A Stranger")
    identity.merge(other, one, ann, "an old name")
    often = max(Person.objects.current(), key=lambda person: person.attendances.count())
    split = identity.split(often, [often.attendances.first()], "Another", often.surname, rhian)
    identity.undo(split, ann)
    current = list(Person.objects.current().order_by("-pk")[:2])
    identity.keep_apart(current[0], current[1], ann)
    asked = Joining.objects.get(act="merged")
    moved = {"questions": {str(Attendee.objects.first().pk): {"doubts": [], "chosen": True}}, "user": [ann.pk]}
    models.QuerySet(Joining).filter(pk=asked.pk).update(moved=asked.moved | moved)


def follow_up(ann: User, committee: Committee) -> None:
    action, later = Action.objects.filter(status="outstanding").first(), Meeting.objects.last()
    updates.report(action, ann, "It is begun.", "in_progress")
    updates.report(action, ann, "It is done.", "complete", dt.date(2026, 2, 1))
    asked = Resolution.objects.recommendations().first()
    Response.objects.update_or_create(
        resolution=asked, defaults={"state": "accepted", "answered_on": dt.date(2026, 1, 5), "document": later.document,
                                    "page": 1, "quote": "agreed", "answered_in": later, "due": dt.date(2026, 1, 1)},
    )  # fmt: skip
    Judgement.objects.create(resolution=asked, rating="amber", meeting=later, on=dt.date(2026, 3, 18), by=ann)
    thread = ItemThread.objects.create(committee=committee, title="Family Safeguarding", made_by=ann)
    ThreadItem.objects.create(thread=thread, item=later.items.first(), state="confirmed", by=ann)
    CheckStep.objects.create(meeting=later, act="taken_on", by=ann)
    Meeting.objects.filter(pk=later.pk).update(checker=ann)
    Proposal.objects.create(meeting=later, action=Action.objects.first(), status="complete", why="It says so.")


# --- what the tests compare with --------------------------------------------------------------------------------------


def rows() -> dict[str, dict[int, dict[str, Any]]]:
    """Every row and field of this installation, by kind and primary key, as Django itself writes them out."""
    return {
        kind: {row["pk"]: row["fields"] for row in serializers.serialize("python", model._base_manager.order_by("pk"))}
        for kind, model in kinds.KINDS.items()
    }


def under_new_numbers(before: dict[str, Any], done: BroughtIn) -> dict[str, Any]:
    """The rows as they should be here: each primary key, and each that is pointed to, under its number here."""
    return {
        kind: {done.numbers[kind][pk]: _renumbered(kind, fields, done) for pk, fields in found.items()}
        for kind, found in before.items()
    }


def _renumbered(kind: str, fields: dict[str, Any], done: BroughtIn) -> dict[str, Any]:
    model, told = kinds.KINDS[kind], dict(fields)
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.is_relation and not field.primary_key and told[field.name] is not None:
            numbers = done.numbers[field.related_model._meta.model_name]
            if field.many_to_many:
                told[field.name] = sorted(numbers[key] for key in told[field.name])
            else:
                told[field.name] = numbers[told[field.name]]
    return told | renumbered(kind, fields, done.number)


def empty() -> None:
    """An installation without records: everything goes but the accounts."""
    User.objects.update(person=None)
    models.QuerySet(Attendee.items.through)._raw_delete(connection.alias)
    for model in reversed(kinds.KINDS.values()):
        models.QuerySet(model)._raw_delete(connection.alias)


def files() -> dict[str, bytes]:
    """The papers' bytes by their sums."""
    found = {}
    for paper in Document.objects.all():
        with paper.file.open("rb") as stored:
            found[paper.sha256] = stored.read()
    return found


def exported(committee: Committee, beside: bool = False) -> io.BytesIO:
    file = io.BytesIO()
    write(committee, file, beside)
    return file


@pytest.fixture
def small(db: None) -> Committee:
    """A committee with one meeting, an action and an update."""
    meeting = a_meeting(venue="Town Hall", document=a_document(uploaded_by=an_officer(username="ann")))
    action = an_action(meeting, item=an_item(meeting))
    updates.report(action, User.objects.get(), "It is begun.", "in_progress")
    return meeting.committee


@pytest.fixture
def little(small: Committee) -> io.BytesIO:
    """The file of a small committee; the installation is empty now."""
    file = exported(small)
    empty()
    return file


@pytest.fixture
def taken_along(children: Committee) -> tuple[io.BytesIO, dict[str, Any]]:
    """The committee's file, and what was there; the installation is empty now."""
    file, before = exported(children), rows()
    empty()
    return file, before


# --- round trips ------------------------------------------------------------------------------------------------------


def test_every_kind_of_record_is_in_the_file_or_is_not_one(children: Committee) -> None:
    """A new model has to be placed: among what a file has, or among what belongs to an installation."""
    known = {*kinds.KINDS.values(), *kinds.NOT_IN_FILES}
    assert set(apps.get_app_config("minutes").get_models()) == known
    counts = json.loads(exported(children).getvalue())["counts"]
    shared = {"responserule"}  # the statutes' own, which an answer points to once its day is worked out
    assert {kind for kind, number in counts.items() if not number} <= shared


@pytest.mark.parametrize("beside", [False, True], ids=["papers inside", "papers beside"])
def test_a_year_comes_back_row_by_row_and_field_by_field(children: Committee, beside: bool) -> None:
    file, before = exported(children, beside), rows()
    papers = files()
    rules = before["responserule"]
    empty()
    done = bring_in(file)
    after = rows()
    wanted = under_new_numbers(before | {"responserule": {}}, done)
    for kind, found in wanted.items():
        if kind != "responserule":
            assert after[kind] == found, kind
    assert set(done.numbers["responserule"]) <= set(rules)
    assert files() == papers
    assert done.placeholders == done.without_file == []


def test_numbers_in_json_point_to_the_same_people_and_records(children: Committee) -> None:
    def told() -> list[Any]:
        people = dict(Person.objects.values_list("pk", "name"))
        doubts = [doubt for one in Attendee.objects.all() for doubt in one.doubts if doubt["kind"] == "people"]
        merged = Joining.objects.filter(act="merged").get()
        changed = Correction.objects.filter(kind="action", field="owner_person").get()
        return [
            [people[key] for doubt in doubts for key in doubt["people"]],
            sorted(people.get(one.as_read.get("person")) or "" for one in Attendee.objects.all()),
            people[changed.now],
            changed.record.text,
            (merged.origin.name, merged.target.name, User.objects.get(pk=merged.moved["user"][0]).username),
            sorted(one.record.__str__() for one in Correction.objects.exclude(act="taken_back")),
        ]

    file, before = exported(children), told()
    assert all(before)
    empty()
    bring_in(file)
    assert told() == before


def test_what_was_done_can_be_undone_where_it_came_to(taken_along) -> None:
    bring_in(taken_along[0])
    merged = Joining.objects.get(act="merged", undone_at=None)
    identity.undo(merged, User.objects.get(username="ann"))
    assert Person.objects.get(name="A Stranger").merged_into is None
    changed = Correction.objects.filter(kind="meeting", field="venue").get()
    corrections.take_back(changed, User.objects.get(username="rhian"))
    assert Meeting.everything.get(pk=changed.record_id).venue == changed.was


def test_a_file_of_what_came_in_is_the_same_file(taken_along) -> None:
    """Where nothing was here before, only the numbers differ: counted in order, they are the same."""
    done = bring_in(taken_along[0])
    again = json.loads(exported(done.committee).getvalue())
    first = json.loads(taken_along[0].getvalue())
    assert again["counts"] == first["counts"]
    assert again["papers"] == first["papers"]
    assert again["left_out"] == first["left_out"] == []


def test_accounts_that_are_missing_come_as_closed_ones(taken_along) -> None:
    models.QuerySet(User).filter(username="rhian").delete()
    done = bring_in(taken_along[0])
    assert done.placeholders == ["rhian"]
    placeholder = User.objects.get(username="rhian")
    assert (placeholder.is_active, placeholder.role, placeholder.has_usable_password()) == (False, "councillor", False)
    assert Correction.objects.filter(by=placeholder).exists()


def test_a_committee_s_file_has_nothing_of_another_s(children: Committee, demonstration: Path) -> None:
    file_papers(demonstration, "health-and-adult-care")
    health = Committee.objects.exclude(pk=children.pk).get()
    records = json.loads(exported(children).getvalue())["records"]
    theirs = Meeting.objects.filter(committee=health)
    assert theirs.exists()
    assert not {row["id"] for row in records["meeting"]} & set(theirs.values_list("pk", flat=True))
    assert not {row["meeting"] for row in records["document"]} & set(theirs.values_list("pk", flat=True))
    assert {row["meeting"] for row in records["action"]} <= {row["id"] for row in records["meeting"]}


def test_two_committees_come_in_one_after_the_other_into_one_council(children: Committee, demonstration: Path) -> None:
    file_papers(demonstration, "health-and-adult-care")
    files = [exported(committee) for committee in Committee.objects.order_by("pk")]
    meetings = Meeting.everything.count()
    empty()
    for file in files:
        bring_in(file)
    assert (Council.objects.count(), Committee.objects.count(), Meeting.everything.count()) == (1, 2, meetings)


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

"""A committee as one file, and back: nothing is lost."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from minutes import corrections
from minutes.exchange import kinds
from minutes.exchange.bringing_in import BroughtIn, bring_in
from minutes.exchange.references import renumbered
from minutes.models import Attendee, Committee, Correction, Council, Joining, Meeting, Person, User
from minutes.people import identity
from tests.minutes.exchanged import a_year, empty, exported, file_papers, files, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def children(demonstration: Path) -> Committee:
    return a_year(demonstration)


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

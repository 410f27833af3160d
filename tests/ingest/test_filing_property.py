"""Over random corrections and re-readings in any order, nothing that a person did is lost."""

import dataclasses
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest import filing
from minutes import corrections
from minutes.checking import answers
from minutes.corrections import NotPossible
from minutes.models import WITHIN_MEETINGS, Act, Correction
from minutes.plain import plain
from tests.builders import a_document, an_officer
from tests.ingest.papers import a_reading, acts, attends, declares, from_gold, item, measures, meets, paper, resolves

pytestmark = pytest.mark.django_db

READ = paper(
    meets(venue="Room A"),
    attendees=[attends("Tariq Mahmood", "chair"), attends("Siân Prothero")],
    items=[item("4", "Interests"), item("5", "Home to school transport", "It is late.")],
    resolutions=[resolves("That the report be noted.", 1), resolves("That routes be reviewed.", 1, "recommended")],
    actions=[acts("Rewrite the web page", 1, owner="D Okoro"), acts("Review the routes", 1, resolution=1)],
    interests=[declares("Siân Prothero", 1, declared_under=0)],
    indicators=[measures("Plans within 20 weeks", "41%")],
)
FREELY = {  # a field of each kind of record that a person may set to anything
    "meeting": "venue",
    "attendee": "position",
    "agendaitem": "title",
    "resolution": "text",
    "action": "owner",
    "interest": "description",
    "indicator": "commentary",
}
READER_MAY_CHANGE = {
    "attendees": ("position", "note"),
    "items": ("title", "text"),
    "resolutions": ("text", "number"),
    "actions": ("text", "owner", "due_printed"),
    "interests": ("description",),
    "indicators": ("name", "commentary"),
}

words = st.sampled_from(["Alder", "Birch", "Cedar", "Rewrite the web page", "That the report be noted.", "Elm & Oak"])
index = st.integers(0, 30)
persons_acts = st.one_of(
    st.tuples(st.just("correct"), index, words),
    st.tuples(st.just("confirm"), index),
    st.tuples(st.just("remove"), index),
    st.tuples(st.just("restore"), index),
    st.tuples(st.just("add"), st.sampled_from(WITHIN_MEETINGS), words),
    st.tuples(st.just("take back"), index),
    st.tuples(st.just("answer"), index, index),
)
readings = st.tuples(
    st.just("read"),
    st.lists(st.tuples(st.sampled_from(sorted(READER_MAY_CHANGE)), index, index, words), max_size=4),  # values changed
    st.lists(st.tuples(st.sampled_from(sorted(READER_MAY_CHANGE)), index), max_size=2),  # records left out
    st.booleans(),  # in the opposite order
    st.booleans(),  # from a later version of the paper
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(steps=[("confirm", 0), ("confirm", 0), ("take back", 0)])
@example(steps=[("read", [], [("items", 0), ("resolutions", 0)], False, True), ("answer", 0, 0), ("answer", 0, 1)])
@given(steps=st.lists(st.one_of(persons_acts, persons_acts, readings), min_size=2, max_size=12))
def test_nothing_a_person_did_is_lost(steps):
    with transaction.atomic():
        Story(READ).tell(steps)
        transaction.set_rollback(True)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=index, steps=st.lists(st.one_of(persons_acts, persons_acts, readings), min_size=3, max_size=8))
def test_nothing_of_the_demonstration_year_is_lost(demonstration, chosen, steps):
    papers = sorted(demonstration.glob("*.json"))
    with transaction.atomic():
        Story(from_gold(papers[chosen % len(papers)])).tell(steps)
        transaction.set_rollback(True)


def without(read, kind, place):
    """A reading that missed one record; what named it names nothing."""
    left = {kind: tuple(record for index, record in enumerate(getattr(read, kind)) if index != place)}
    read = dataclasses.replace(read, **left)
    names = {"items": ("item", "declared_under"), "resolutions": ("resolution",)}.get(kind, ())

    def moved(index):
        return None if index is None or index == place else index - (index > place)

    for other in READER_MAY_CHANGE if names else ():
        records = [
            dataclasses.replace(one, **{name: moved(getattr(one, name)) for name in names if hasattr(one, name)})
            for one in getattr(read, other)
        ]
        if kind == "items" and other == "attendees":
            records = [
                dataclasses.replace(one, items=tuple(m for i in one.items if (m := moved(i)) is not None))
                for one in records
            ]
        read = dataclasses.replace(read, **{other: tuple(records)})
    return read


def turned(read):
    """A reading with every kind of record in the opposite order; what is named by its place is named by the new one."""
    last = {"item": len(read.items) - 1, "declared_under": len(read.items) - 1, "resolution": len(read.resolutions) - 1}

    def moved(one):
        places = {name: end - place for name, end in last.items() if (place := getattr(one, name, None)) is not None}
        if hasattr(one, "items"):
            places["items"] = tuple(last["item"] - place for place in one.items)
        return dataclasses.replace(one, **places)

    kinds = {kind: tuple(moved(one) for one in reversed(getattr(read, kind))) for kind in READER_MAY_CHANGE}
    return dataclasses.replace(read, **kinds)


class Story:
    """One meeting, what people did to it, and what must hold whatever the reader says next."""

    def __init__(self, first=READ):
        self.officer = an_officer()
        self.first, self.document = first, a_document()
        self.meeting = filing.file(a_reading(self.document), first)
        self.confirmed = {}  # record: its values when it was confirmed, and as corrected since
        self.seen = set()

    def tell(self, steps):
        for step in [*steps, ("read", [], [], False, False)]:
            self.take(step)
            self.check()

    def records(self):
        self.meeting.refresh_from_db()
        return [self.meeting, *(row for model in WITHIN_MEETINGS for row in self.rows(model))]

    def rows(self, model):
        return model.everything.filter(meeting=self.meeting).order_by("pk")

    # --- steps ------------------------------------------------------------------------------------------------

    def take(self, step):
        name, *more = step
        with suppress(NotPossible, ValidationError), transaction.atomic():
            getattr(self, name.replace(" ", "_"))(*more)

    def read(self, changes, left_out, backwards, later_version):
        read = self.first
        for kind, which, what, value in changes:
            records = list(getattr(read, kind))
            if records:
                field = READER_MAY_CHANGE[kind][what % len(READER_MAY_CHANGE[kind])]
                records[which % len(records)] = dataclasses.replace(records[which % len(records)], **{field: value})
                read = dataclasses.replace(read, **{kind: tuple(records)})
        for kind, which in left_out:
            if count := len(getattr(read, kind)):
                read = without(read, kind, which % count)
        self.file(turned(read) if backwards else read, later_version)

    def file(self, read, later_version):
        """Read the paper again, or a later version of it where that is enough like it to be taken for one."""
        if later_version:
            document = a_document()
            with transaction.atomic():
                if filing.file(a_reading(document), read) == self.meeting:
                    document.refresh_from_db()
                    self.document = self.document if document.version else document
                else:
                    transaction.set_rollback(True)
            return
        assert filing.file(a_reading(self.document), read) == self.meeting

    def answer(self, which, choice):
        """Answer the question that some record asks; it is not asked any more."""
        asking = [record for record in self.records() if record.doubts and not record.is_removed]
        if not asking:
            return
        record = asking[which % len(asking)]
        question = answers.asked(record, ())
        value = question.answers[choice % len(question.answers)].value
        answers.answer(record, question.field, value, self.officer, record.version)
        record.refresh_from_db()
        if record.is_confirmed:
            self.confirmed[record] = {field: plain(record, field) for field in record.READ}
        if not record.is_removed:
            again = answers.asked(record, ())
            assert again is None or (again.field, again.sentences) != (question.field, question.sentences)

    def correct(self, which, value):
        record = self.chosen(which)
        field = FREELY[record._meta.model_name]
        corrections.correct(record, {field: value}, self.officer)
        if record in self.confirmed:
            self.confirmed[record][field] = value

    def confirm(self, which):
        record = self.chosen(which)
        corrections.confirm(record, self.officer)
        self.confirmed[record] = {field: plain(record, field) for field in record.READ}

    def remove(self, which):
        corrections.remove(self.chosen(which), self.officer, "is none")

    def restore(self, which):
        corrections.restore(self.chosen(which), self.officer)

    def add(self, model, value):
        corrections.add(model, self.meeting, {model.WORDS: value}, self.officer)

    def take_back(self, which):
        standing = list(Correction.objects.filter(meeting=self.meeting).standing())
        if not standing:
            return
        row = standing[which % len(standing)]
        taken = corrections.take_back(row, self.officer)
        if row.act == Act.CONFIRMED and not row.field:
            earlier = Correction.objects.about(row.record).standing().filter(act=Act.CONFIRMED, field="").exists()
            if not earlier:
                self.confirmed.pop(row.record, None)
        elif row.record in self.confirmed and row.act == Act.CORRECTED:
            self.confirmed[row.record][row.field] = taken.now

    def chosen(self, which):
        records = self.records()
        return records[which % len(records)]

    # --- what must hold ------------------------------------------------------------------------------------------

    def check(self):
        records = {(row._meta.model_name, row.pk): row for row in self.records()}
        assert self.seen <= records.keys(), "a record disappeared"
        self.seen |= records.keys()
        self.check_fields(records)
        self.check_confirmed()
        self.check_removed_and_added(records)

    def check_fields(self, records):
        newest = {}
        for row in Correction.objects.filter(meeting=self.meeting, act=Act.CORRECTED).standing().order_by("pk"):
            newest[(row.kind, row.record_id), row.field] = row.now
        for (record, field), value in newest.items():
            assert plain(records[record], field) == value, f"{record} {field} was overwritten"

    def check_confirmed(self):
        for record, values in self.confirmed.items():
            record.refresh_from_db()
            assert record.is_confirmed
            assert {field: plain(record, field) for field in values} == values, f"{record!r} was confirmed"

    def check_removed_and_added(self, records):
        last = {}
        for row in Correction.objects.filter(meeting=self.meeting).order_by("pk"):
            removes, restores = Act.REMOVED, (Act.RESTORED, Act.ADDED)
            undone = row.takes_back.act if row.takes_back else None
            if row.act == removes or undone in restores:
                last[row.kind, row.record_id] = True
            elif row.act in restores or undone == removes:
                last[row.kind, row.record_id] = False
        for record, removed in last.items():
            assert records[record].is_removed == removed, f"{record} came back, or went"
        for row in Correction.objects.filter(meeting=self.meeting, act=Act.ADDED):
            assert records[row.kind, row.record_id].added_by == self.officer


def test_the_story_would_notice_a_loss():
    """The checks above fail where something is lost: otherwise they would show nothing."""
    story = Story()
    story.correct(0, "Birch")
    type(story.meeting).everything.filter(pk=story.meeting.pk).update(venue="Room A")
    with pytest.raises(AssertionError, match="overwritten"):
        story.check()

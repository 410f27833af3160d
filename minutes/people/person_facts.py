"""What papers say of one person, counted: attendance, substitutions, and the names that they printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Count

from minutes.models import Attendance, Attendee, AttendeeRole, Interest, Person, User
from minutes.models.attendee import AttendeeQuerySet

NEWEST = 3  # papers that are named for a printed form


@dataclass(slots=True)
class Form:
    """A name as it was printed; ``papers`` are the newest records that have it, one a paper."""

    printed: str
    papers: list[Any] = field(default_factory=list)
    documents: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        return len(self.documents)

    @property
    def more(self) -> int:
        """How many papers have it beside those that are named."""
        return self.count - len(self.papers)


def attendance(attended: AttendeeQuerySet) -> list[tuple[str, int]]:
    """How often present, apologies, absent, not told and substitute; only what there was."""
    told = dict(attended.order_by().values_list("status").annotate(Count("pk")))
    figures = [(str(label), told.get(value, 0)) for value, label in (*Attendance.choices, ("", "Not told"))]
    substitute = attended.filter(role=AttendeeRole.SUBSTITUTE).count()
    return [(label, times) for label, times in (*figures, ("As a substitute", substitute)) if times]


def percentage(attended: AttendeeQuerySet) -> str:
    """How many of the meetings a member of a committee attended, in words.

    Empty where an administrator has not turned percentages on, as they are sensitive; a substitute is expected at
    no meeting, and an officer comes for an item. A meeting whose paper does not tell whether they came counts for
    nothing.
    """
    if not settings.SHOW_ATTENDANCE_PERCENTAGES:
        return ""
    expected = attended.members().exclude(role__in=[AttendeeRole.SUBSTITUTE, AttendeeRole.CABINET_MEMBER])
    expected = expected.exclude(status="")
    every, present = expected.count(), expected.present().count()
    return f"{present} of {every} meetings, {present / every:.0%}" if every else ""


def substitutions(attended: AttendeeQuerySet) -> list[tuple[str, int]]:
    """For whom the person was a substitute, and how often; the name is as printed, empty where none is."""
    names = attended.filter(role=AttendeeRole.SUBSTITUTE).order_by().values_list("replaces", flat=True)
    return sorted(Counter(names).items(), key=lambda one: (-one[1], one[0]))


def printed_forms(person: Person, user: User) -> list[Form]:
    """Every name that was printed for a person, the most frequent first, with papers that have it."""
    forms = {form.printed: Form(form.printed) for form in person.forms.all()}
    for model in (Attendee, Interest):
        seen = model.objects.visible_to(user).filter(person=person).select_related("meeting__committee", "document")
        for record in seen.order_by("-meeting__date", "-pk"):
            _count(forms.setdefault(record.name, Form(record.name)), record)
    return sorted(forms.values(), key=lambda form: (-form.count, form.printed))


def _count(form: Form, record: Any) -> None:
    """A paper counts once for a name, however often it has it."""
    if record.document_id is None or record.document_id in form.documents:
        return
    if len(form.papers) < NEWEST:
        form.papers.append(record)
    form.documents.add(record.document_id)

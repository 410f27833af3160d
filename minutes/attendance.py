"""What an attendee's person means for the rest of the meeting's records."""

from __future__ import annotations

from django.db.models import F, QuerySet

from minutes.models import Action, Attendee, Correction, Interest


def follow_person(attendee: Attendee, was: int | None) -> None:
    """Interests and actions go with the attendee whom they name, when a person says who that is.

    ``was`` is the primary key of the person that the attendee was before. What somebody said of such a record
    itself stays.
    """
    interests = Interest.everything.filter(attendee=attendee).exclude(person=attendee.person_id)
    _move(interests, "person", attendee.person_id)
    if was is not None:
        owned = Action.everything.filter(meeting=attendee.meeting_id, owner_person=was)
        _move(owned, "owner_person", attendee.person_id)


def _move(records: QuerySet, field: str, person: int | None) -> None:
    kind = records.model._meta.model_name
    said = Correction.objects.standing().filter(kind=kind, field=field, record_id__in=records.values("pk"))
    free = records.exclude(pk__in=list(said.values_list("record_id", flat=True)))
    free.update(**{f"{field}_id": person, "version": F("version") + 1})

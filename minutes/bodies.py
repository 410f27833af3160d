"""What it means for meetings and people when somebody says whose committee one is."""

from __future__ import annotations

from minutes.checking.doubts import settle
from minutes.models import Committee, Meeting, Person


def follow_council(committee: Committee) -> None:
    """Meetings of the committee and people who are known from them alone become the council's.

    Only where no council was known; the question whose committee it is, is answered by it.
    """
    if committee.council_id is None:
        return
    people = Person.objects.filter(council=None, attendances__meeting__committee=committee)
    Person.objects.filter(pk__in=list(people.values_list("pk", flat=True))).update(council=committee.council_id)
    for meeting in Meeting.everything.filter(committee=committee, council=None):
        meeting.council_id = meeting.as_read["council"] = committee.council_id
        settle(meeting, ["committee"])
        meeting.version += 1
        meeting.save()

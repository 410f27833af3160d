from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q

from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet
from minutes.models.person import Side


class AttendeeRole(models.TextChoices):
    CHAIR = "chair", "Chair"
    VICE_CHAIR = "vice_chair", "Vice-chair"
    MEMBER = "member", "Member"
    SUBSTITUTE = "substitute", "Substitute"
    CO_OPTED = "co_opted", "Co-opted member"
    CABINET_MEMBER = "cabinet_member", "Cabinet member"
    OFFICER = "officer", "Officer"
    GUEST = "guest", "Guest"


class Attendance(models.TextChoices):
    PRESENT = "present", "Present"
    APOLOGIES = "apologies", "Apologies"
    ABSENT = "absent", "Absent"


MEMBERS = (
    AttendeeRole.CHAIR,
    AttendeeRole.VICE_CHAIR,
    AttendeeRole.MEMBER,
    AttendeeRole.SUBSTITUTE,
    AttendeeRole.CO_OPTED,
    AttendeeRole.CABINET_MEMBER,
)


def side_of(role: str) -> str:
    """Whether a role is a member's or an officer's; empty for guests and unknown roles, who may be either."""
    if role in MEMBERS:
        return Side.MEMBER
    return Side.OFFICER if role == AttendeeRole.OFFICER else ""


class AttendeeQuerySet(ExtractedQuerySet):
    def present(self) -> AttendeeQuerySet:
        return self.filter(status=Attendance.PRESENT)

    def apologies(self) -> AttendeeQuerySet:
        return self.filter(status=Attendance.APOLOGIES)

    def at_meetings(self) -> AttendeeQuerySet:
        """Each meeting once: without the author of a report who is also named at the meeting that it went to."""
        there = Attendee.objects.filter(meeting=OuterRef("reported_to"), person=OuterRef(OuterRef("person"))).order_by()
        meetings = self.model._meta.get_field("meeting").related_model.everything
        # Asked of the few that are reports, which have an index: most meetings are none.
        reports = meetings.filter(pk=OuterRef("meeting"), reported_to__isnull=False).order_by()
        return self.exclude(Exists(reports.filter(Exists(there))))

    def members(self) -> AttendeeQuerySet:
        return self.filter(role__in=MEMBERS)


class Attendee(Extracted):
    """Somebody whom a paper says was there, sent apologies, was absent or was replaced.

    ``role`` and ``status`` are empty where the paper does not tell them, which its doubt then says in a sentence.
    ``name`` is the fullest form of this paper; ``person`` is empty where it could be more than one. ``position``
    is a job title or an organisation as printed; ``replaces`` whom a substitute stands for; ``note`` what the
    paper says of arrival, departure or remote attendance; ``items`` what the person came for.
    """

    WORDS = "name"
    READ = ("name", "role", "status", "position", "replaces", "note", "person", "items")

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="attendees")
    order = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(
        "minutes.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    name = models.CharField()
    role = models.CharField(max_length=20, choices=AttendeeRole, blank=True)
    status = models.CharField(max_length=20, choices=Attendance, blank=True)
    position = models.CharField(blank=True)
    replaces = models.CharField(blank=True)
    note = models.CharField(blank=True)
    items = models.ManyToManyField("minutes.AgendaItem", blank=True, related_name="visitors")

    objects = CurrentManager.from_queryset(AttendeeQuerySet)()
    everything = AttendeeQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = ["meeting", "order", "pk"]
        indexes = [
            *Extracted.Meta.indexes,
            # With removed_at and the meeting, what counts a person's meetings reads the index alone.
            models.Index(fields=["person", "status", "removed_at", "meeting"], name="attendee_by_person"),
        ]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=Q(role__in=["", *AttendeeRole.values]), name="attendee_role_known"),
            models.CheckConstraint(condition=Q(status__in=["", *Attendance.values]), name="attendee_status_known"),
            models.CheckConstraint(condition=~Q(name=""), name="attendee_has_a_name"),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(removed_at=None),
                name="attendee_once_in_a_meeting",
                violation_error_message="This person is already among those of the meeting.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from minutes.models.person import Person
from minutes.models.secret import Secret


class FeedKind(models.TextChoices):
    CALENDAR = "calendar", "Calendar, due dates as all-day entries"
    TASKS = "tasks", "Calendar, due dates as tasks"
    MEETINGS = "meetings", "News of meetings"
    DECISIONS = "decisions", "News of decisions"


class FeedScope(models.TextChoices):
    EVERYTHING = "everything", "All committees"
    COMMITTEE = "committee", "One committee"
    PERSON = "person", "One person"
    MINE = "mine", "My own"


class FeedAddress(Secret):
    """A private address at which a calendar or a feed reader finds what its owner may see.

    ``scope`` "mine" means the person to whom the owner's account belongs on the day it is read.
    """

    kind = models.CharField(max_length=10, choices=FeedKind)
    scope = models.CharField(max_length=10, choices=FeedScope, default=FeedScope.EVERYTHING)
    committee = models.ForeignKey(
        "minutes.Committee", on_delete=models.CASCADE, null=True, blank=True, related_name="feed_addresses"
    )
    person = models.ForeignKey(
        "minutes.Person", on_delete=models.CASCADE, null=True, blank=True, related_name="feed_addresses"
    )

    class Meta(Secret.Meta):
        verbose_name_plural = "feed addresses"
        constraints = [
            *Secret.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=FeedKind.values), name="feedaddress_kind_known"),
            models.CheckConstraint(condition=Q(scope__in=FeedScope.values), name="feedaddress_scope_known"),
            models.CheckConstraint(
                condition=(
                    Q(scope=FeedScope.COMMITTEE, committee__isnull=False, person=None)
                    | Q(scope=FeedScope.PERSON, committee=None, person__isnull=False)
                    | Q(scope__in=[FeedScope.EVERYTHING, FeedScope.MINE], committee=None, person=None)
                ),
                name="feedaddress_scope_names_whose",
            ),
        ]

    @property
    def is_personal(self) -> bool:
        return self.scope in (FeedScope.MINE, FeedScope.PERSON)

    @cached_property
    def person_now(self) -> int | None:
        """The person that it is about, as now known; None where it is about none, or the account is nobody's."""
        named = self.user.person_id if self.scope == FeedScope.MINE else self.person_id
        return Person.objects.now_known_as(named) if named else None

    @property
    def whose(self) -> str:
        """Whose dates or news it has, in words."""
        return str(self.committee or self.person or self.get_scope_display())

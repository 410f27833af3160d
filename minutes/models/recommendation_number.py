from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.from_rows import FromRows


class RecommendationNumber(FromRows):
    """The number that a recommendation keeps: "CF 25/26 03".

    Made of the committee's prefix, the municipal year of its meeting and a running number. It is assigned once; the
    row stays when the recommendation goes, so that its number is never given to another. ``prefix`` is kept here too:
    a committee that is renamed does not renumber what it recommended.
    """

    resolution = models.OneToOneField(
        "minutes.Resolution", on_delete=models.SET_NULL, null=True, related_name="recommendation_number"
    )
    committee = models.ForeignKey("minutes.Committee", on_delete=models.PROTECT, related_name="recommendation_numbers")
    prefix = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField(help_text="In which the municipal year begins.")
    running = models.PositiveIntegerField()
    assigned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["prefix", "year", "running"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "year", "running"], name="recommendation_number_once"),
            models.CheckConstraint(condition=Q(running__gte=1), name="recommendation_number_from_one"),
            models.CheckConstraint(condition=~Q(prefix=""), name="recommendation_number_has_a_prefix"),
        ]

    def __str__(self) -> str:
        return f"{self.prefix} {self.year % 100:02}/{(self.year + 1) % 100:02} {self.running:02}"

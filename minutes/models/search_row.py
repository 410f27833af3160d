from __future__ import annotations

from django.db import models


class SearchKind(models.IntegerChoices):
    """What can be found. Of one day's, those with the higher number come first.

    Papers and meetings are found by their lists alone: a search finds what stands in them.
    """

    PAPER = 0, "Paper"
    PAGE = 1, "Page of a paper"
    MEETING = 2, "Meeting"
    INTEREST = 3, "Interest"
    ITEM = 4, "Agenda item"
    RESOLUTION = 5, "Resolution"
    ACTION = 6, "Action"
    PERSON = 7, "Person"


class SearchRow(models.Model):
    """Where one record is found in the full-text index. The database's own triggers write here, and nothing else.

    ``id`` is made of the meeting's day, the kind and the record's primary key (see minutes.search.sources), so that
    the highest are the newest. ``exempt`` is true where a councillor may not see the record. ``year`` is that in
    which the municipal year begins. No foreign keys: a record that goes takes its row along by a trigger.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.PositiveSmallIntegerField(choices=SearchKind)
    record = models.BigIntegerField()
    meeting = models.BigIntegerField(null=True)
    committee = models.BigIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    person = models.BigIntegerField(null=True)
    exempt = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record"], name="search_row_once")]

    def __str__(self) -> str:
        return f"{SearchKind(self.kind).label} {self.record}"

from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.from_rows import FromRows
from minutes.wording import key


class Side(models.TextChoices):
    MEMBER = "member", "Member"
    OFFICER = "officer", "Officer"


def surname_key(surname: str) -> str:
    """The last word of a surname, as it is compared.

    >>> surname_key("Fane de Court"), surname_key("O’Shea")
    ('court', 'oshea')
    """
    return (key(surname).split() or [""])[-1]


class PersonQuerySet(models.QuerySet["Person"]):
    def current(self) -> PersonQuerySet:
        """Without those who were found to be somebody else and merged into them."""
        return self.filter(merged_into=None)

    def ever_with_surname(self, *surnames: str) -> PersonQuerySet:
        """People of whose names, as papers printed them, the surname ends like one of these; some more than once.

        "Newman-Thompson" and "Newman Thompson" are found alike.
        """
        keys = [surname_key(surname) for surname in surnames]
        return self.filter(Q(surname_key__in=keys) | Q(forms__surname_key__in=keys))

    def now_known_as(self, pk: int | None) -> int | None:
        """The person that this one is now: whoever it was merged into, in the end. None for nobody, or nobody left."""
        person = self.filter(pk=pk).first()
        while person is not None and person.merged_into_id is not None:
            person = person.merged_into
        return person.pk if person else None


class Person(FromRows):
    """One person over all meetings, under the fullest name that a paper gave.

    ``side`` tells a council's members and its officers apart; empty where nobody said (a guest). A person who
    was merged into another keeps the row, so that merging can be undone.
    """

    CORRECTABLE = ("name", "forenames", "surname", "side", "council")

    council = models.ForeignKey(
        "minutes.Council", on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    name = models.CharField(help_text="In full, without titles: Anne Cheetham.")
    forenames = models.CharField(blank=True, help_text="Forenames or initials, as far as they are known.")
    surname = models.CharField()
    surname_key = models.CharField(editable=False)
    sort_name = models.CharField(editable=False)
    side = models.CharField(max_length=10, choices=Side, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed")

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "pk"]
        verbose_name_plural = "people"
        indexes = [
            models.Index(fields=["council", "surname_key"], name="person_by_surname"),
            models.Index(fields=["sort_name"], name="person_by_sort_name"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(side__in=["", *Side.values]), name="person_side_known"),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("pk")),
                name="person_not_merged_into_self",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: object) -> None:
        self.surname_key = surname_key(self.surname)
        self.sort_name = f"{key(self.surname)}, {key(self.forenames)}"[:200]
        super().save(**kwargs)


class NameForm(models.Model):
    """A name as it was printed in some paper for this person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="forms")
    printed = models.CharField()
    surname_key = models.CharField(editable=False)

    class Meta:
        ordering = ["printed"]
        indexes = [models.Index(fields=["surname_key"], name="name_form_by_surname")]
        constraints = [models.UniqueConstraint(fields=["person", "printed"], name="name_form_once")]

    def __str__(self) -> str:
        return self.printed

    def save(self, **kwargs: object) -> None:
        self.surname_key = self.surname_key or surname_key(self.printed)
        super().save(**kwargs)

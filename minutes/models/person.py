from __future__ import annotations

from django.db import models

from minutes.wording import key


class Side(models.TextChoices):
    MEMBER = "member", "Member"
    OFFICER = "officer", "Officer"


class PersonQuerySet(models.QuerySet["Person"]):
    def current(self) -> PersonQuerySet:
        """Without those who were found to be somebody else and merged into them."""
        return self.filter(merged_into=None)

    def with_surname(self, surname: str) -> PersonQuerySet:
        return self.filter(surname_key=key(surname))


class Person(models.Model):
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
        self.surname_key = key(self.surname)
        self.sort_name = f"{key(self.surname)}, {key(self.forenames)}"[:200]
        super().save(**kwargs)


class NameForm(models.Model):
    """A name as it was printed in some paper for this person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="forms")
    printed = models.CharField()

    class Meta:
        ordering = ["printed"]
        constraints = [models.UniqueConstraint(fields=["person", "printed"], name="name_form_once")]

    def __str__(self) -> str:
        return self.printed

"""What all records that are read from a paper share: their source, the doubts about them, and who touched them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from minutes.models.from_rows import FromRows
from minutes.permissions import visible

if TYPE_CHECKING:
    from minutes.models.user import User


class Sourced(FromRows):
    """Something with a source: the document, the page, the verbatim words and where they stand.

    ``boxes`` are [left, top, right, bottom] in points from the page's top left corner. ``quote_rest`` is what
    stands on the following pages, in order: objects with text, page, boxes and paragraph.
    """

    document = models.ForeignKey(
        "minutes.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    page = models.PositiveIntegerField(null=True, blank=True)
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True)
    quote_rest = models.JSONField(default=list, blank=True)
    boxes = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(page=None) | Q(page__gte=1), name="%(class)s_page_from_one"),
            models.CheckConstraint(condition=Q(page=None) | ~Q(document=None), name="%(class)s_page_of_a_document"),
        ]

    @property
    def quote_parts(self) -> list[dict[str, Any]]:
        """The quote a page at a time: objects with text, page, boxes and paragraph; empty without a quote."""
        if not self.quote:
            return []
        first = {"text": self.quote, "page": self.page, "boxes": self.boxes, "paragraph": self.paragraph}
        return [first, *self.quote_rest]

    @property
    def quoted_words(self) -> str:
        """The words of the quote, whatever pages they stand on."""
        return " ".join(part["text"] for part in self.quote_parts)


class ExtractedQuerySet(models.QuerySet[Any]):
    EXEMPT: ClassVar[tuple[str, ...]] = ("meeting__",)  # paths to what can be exempt

    def current(self) -> ExtractedQuerySet:
        """Without what people removed."""
        return self.filter(removed_at=None)

    def with_questions(self) -> ExtractedQuerySet:
        """What the reader, or a new reading, is unsure of."""
        return self.filter(doubt_count__gt=0)

    def visible_to(self, user: User) -> ExtractedQuerySet:
        """Without exempt records where the user may not see them."""
        return self.filter(visible(user, *self.EXEMPT))


class CurrentManager(models.Manager[Any]):
    """Leaves out what people removed. ``Model.everything`` has that too."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(removed_at=None)


class Extracted(Sourced):
    """A record read from a paper, or added by a person.

    ``as_read`` has, by field, the value that the reader gave when it was last accepted; ``doubts`` are objects
    with the field's name (or null) and a sentence, and where they come from (``kind``: paper, difference, gone,
    people, new: found after somebody checked the meeting, found: what a person removed is read in other words); a
    difference also has what the new reading says (``read``). ``settled`` are doubts that a person answered: they are
    not asked again. Only minutes.corrections and ingest.filing write here.
    """

    READ: ClassVar[tuple[str, ...]] = ()  # the fields that a reader fills and that people may correct
    WORDS: ClassVar[str] = ""  # the field without which there is no record
    CORRECTABLE: ClassVar[tuple[str, ...]] = ()  # the fields that people set and no reader fills
    WITHIN: ClassVar[tuple[str, ...]] = ()  # foreign keys that must point into the same meeting

    as_read = models.JSONField(default=dict, blank=True, editable=False)
    doubts = models.JSONField(default=list, blank=True, editable=False)
    doubt_count = models.PositiveSmallIntegerField(default=0, editable=False)
    settled = models.JSONField(default=list, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_why = models.TextField(blank=True, editable=False)

    class Meta(Sourced.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["doubt_count"], name="%(class)s_in_doubt", condition=Q(doubt_count__gt=0)),
        ]
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(document=None) | ~Q(added_by=None), name="%(class)s_read_or_added_by_someone"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None) | (~Q(confirmed_by=None) & ~Q(confirmed_at=None)),
                name="%(class)s_confirmed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(removed_by=None, removed_at=None) | (~Q(removed_by=None) & ~Q(removed_at=None)),
                name="%(class)s_removed_by_someone",
            ),
        ]

    def save(self, **kwargs: Any) -> None:
        self.doubt_count = len(self.doubts)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "doubt_count"}
        super().save(**kwargs)

    def clean(self) -> None:
        super().clean()
        wrong = {
            name: "Choose one of this meeting."
            for name in self.WITHIN
            if (other := getattr(self, name)) is not None and other.meeting_id != self.meeting_id
        }
        if wrong:
            raise ValidationError(wrong)

    def implied(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """The plain values that follow from those that somebody sets."""
        return {}

    # --- what is said of the record ----------------------------------------------------------------------------

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None

    def doubts_about(self, field: str | None) -> list[dict[str, Any]]:
        return [doubt for doubt in self.doubts if doubt["field"] == field]

    @property
    def corrections(self) -> models.QuerySet[Any]:
        """What people did to this record, newest first."""
        from minutes.models.correction import Correction

        return Correction.objects.about(self)

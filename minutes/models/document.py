from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from minutes.models.from_rows import FromRows
from minutes.permissions import visible

if TYPE_CHECKING:
    from minutes.models.user import User


class Kind(models.TextChoices):
    """The three kinds of paper; empty where a document is none of them, or was not read yet."""

    MINUTES = "minutes", "Minutes"
    BRIEFING_NOTES = "briefing_notes", "Briefing notes"
    PORTFOLIO_REPORT = "portfolio_report", "Portfolio holder’s report"


class Version(models.TextChoices):
    """What a paper is beside the one that its meeting's records are read from."""

    EARLIER = "earlier", "Earlier version"
    COPY = "copy", "Says the same"


EXTENSIONS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/plain": "txt",
}


def stored_name(document: Document, filename: str) -> str:
    """A name of our own, from the content alone: nothing that an uploader wrote becomes a path."""
    extension = EXTENSIONS.get(document.media_type, "bin")
    return f"{document.sha256[:2]}/{document.sha256}.{extension}"


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user: User) -> DocumentQuerySet:
        """Without papers that have something exempt in them where the user may not see it: their pages show it all."""
        return self.filter(visible(user, "meeting__", "meeting__items__"))


class Document(FromRows):
    """A paper as it was uploaded, kept for ever.

    ``sha256`` is of the file's bytes, 64 hexadecimal digits; ``size`` is in bytes; ``page_count`` is empty for a
    format without pages. ``meeting`` is the meeting whose paper it is, if it is one's; ``kind`` is empty where it
    is none of the three kinds, and ``scanned`` says that its words were read from pictures. ``version`` is empty for
    the paper that its meeting's records are read from.
    """

    file = models.FileField(upload_to=stored_name, max_length=200)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    filename = models.CharField(help_text="As uploaded.")
    media_type = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField()
    page_count = models.PositiveIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    version = models.CharField(max_length=10, choices=Version, blank=True, editable=False)
    scanned = models.BooleanField(default=False)
    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="papers"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        indexes = [
            models.Index(fields=["uploaded_at", "id"], name="document_by_upload_day"),
            models.Index(fields=["kind", "uploaded_at", "id"], name="document_by_kind"),
            models.Index(fields=["filename", "id"], name="document_by_name"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["", *Kind.values]), name="document_kind_known"),
            models.CheckConstraint(condition=Q(version__in=["", *Version.values]), name="document_version_known"),
            models.CheckConstraint(condition=~Q(sha256=""), name="document_has_its_sum"),
        ]

    def __str__(self) -> str:
        return self.filename


class DocumentPage(models.Model):
    """The words of a page, a paragraph each; of a whole document where its format has no pages (``number`` empty).

    ``width`` and ``height`` are in points. ``numbers`` says of each paragraph which one of the file it is, from 1 and
    empty ones counted, as quotes have it; empty for a page.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField(null=True, blank=True)
    paragraphs = models.JSONField(default=list)
    numbers = models.JSONField(default=list, blank=True)
    width = models.FloatField(null=True, blank=True)
    height = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="page_once"),
            models.UniqueConstraint(fields=["document"], condition=Q(number=None), name="whole_document_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document}, page {self.number}" if self.number else str(self.document)

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

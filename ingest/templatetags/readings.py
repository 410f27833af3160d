"""What the pages of papers show of their readings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template

from ingest.models import Reading

register = template.Library()


@register.simple_tag
def with_readings(documents: Iterable[Any]) -> str:
    """Gives each document its newest reading as ``reading`` (None where it was never to be read). One query."""
    shown = list(documents)
    newest = Reading.objects.for_rows().latest().filter(document__in=[document.pk for document in shown])
    by_document = {reading.document_id: reading for reading in newest}
    for document in shown:
        document.reading = by_document.get(document.pk)
    return ""


@register.simple_tag
def reading_of(document: Any) -> Reading | None:
    """The newest reading of a document."""
    found: Reading | None = Reading.objects.for_rows().filter(document=document).first()
    return found

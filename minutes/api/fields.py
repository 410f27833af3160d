"""What the records of the interface are made of: sources, doubts, addresses, and values that may be unknown."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from minutes.papers.places import source_address
from minutes.permissions import can


class Text(serializers.CharField):
    """Words; null where they are unknown, which the records keep as empty text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"allow_null": True, "read_only": True} | options))

    def to_representation(self, value: Any) -> str | None:
        return str(value) or None


class Word(serializers.ChoiceField):
    """One of the words of a choice; null where it is unknown."""

    def __init__(self, choices: Any, **options: Any) -> None:
        super().__init__(choices, **({"allow_null": True, "read_only": True} | options))

    def to_representation(self, value: Any) -> str | None:
        return str(value) or None


class Key(serializers.IntegerField):
    """Another record's id, as the foreign key has it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"allow_null": True, "read_only": True} | options))


@extend_schema_field({"type": ["integer", "null"]})
class KeyWithin(serializers.Field):
    """The id of a record of the same meeting, null where it was removed. Views select the record along."""

    def __init__(self, source: str, **options: Any) -> None:
        super().__init__(source=source, **({"read_only": True} | options))

    def to_representation(self, value: Any) -> int | None:
        return None if value.is_removed else value.pk


class SeenKey(KeyWithin):
    """The same, null too where the user may not see it: for what may be exempt though this record is not."""

    def to_representation(self, value: Any) -> int | None:
        return super().to_representation(value) if can(self.context["request"].user, "see", value) else None


@extend_schema_field({"type": "string", "format": "uri"})
class Address(serializers.Field):
    """The absolute address of a record, in this interface or as a page."""

    def __init__(self, name: str, **options: Any) -> None:
        self.url_name = name
        super().__init__(**({"read_only": True, "source": "pk"} | options))

    def to_representation(self, value: int) -> str:
        return absolute(self.context["request"], reverse(self.url_name, args=[value]))


def absolute(request: Request, address: str) -> str:
    return request.build_absolute_uri(address)


class DoubtSerializer(serializers.Serializer):
    field = serializers.CharField(allow_null=True, help_text="The field that is in doubt; null for the record.")
    sentence = serializers.CharField(help_text="What is unsure, in words.")


BOXES = {"type": "array", "items": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}}


@extend_schema_field(BOXES)
class Boxes(serializers.JSONField):
    """[left, top, right, bottom] in points from the page's top left corner."""


class QuoteSerializer(serializers.Serializer):
    """Words of a paper, and where they stand."""

    page = serializers.IntegerField(allow_null=True, help_text="From one; null for a paper without pages.")
    paragraph = serializers.IntegerField(allow_null=True, help_text="From one; null for a paper with pages.")
    text = serializers.CharField(help_text="The words as they are printed.")
    boxes = Boxes()


class SourceSerializer(serializers.Serializer):
    """Where a record was read: its paper, the page, and the verbatim words."""

    paper_id = serializers.IntegerField()
    page = serializers.IntegerField(allow_null=True)
    paragraph = serializers.IntegerField(allow_null=True)
    quote = serializers.CharField(allow_null=True)
    boxes = Boxes()
    rest = QuoteSerializer(many=True, help_text="What stands on the following pages.")
    page_url = serializers.URLField(help_text="The paper, opened at the page with the words marked.", allow_null=True)


def quote(part: dict[str, Any]) -> dict[str, Any]:
    return {
        "page": part.get("page"), "paragraph": part.get("paragraph"), "text": part.get("text") or "",
        "boxes": part.get("boxes") or [],
    }  # fmt: skip


def source_of(record: Any, request: Request, address: str | None = None) -> dict[str, Any] | None:
    """A record's source; None for what a person added without one. ``address`` is that of the marked words."""
    if record.document_id is None:
        return None
    return {
        "paper_id": record.document_id,
        "page": record.page,
        "paragraph": record.paragraph,
        "quote": record.quote or None,
        "boxes": record.boxes,
        "rest": [quote(part) for part in record.quote_rest],
        "page_url": address and absolute(request, address),
    }


class SourcedSerializer(serializers.Serializer):
    source = serializers.SerializerMethodField()

    @extend_schema_field(SourceSerializer(allow_null=True))
    def get_source(self, record: Any) -> dict[str, Any] | None:
        return source_of(record, self.context["request"], self.marked_at(record))

    def marked_at(self, record: Any) -> str | None:
        """The page of the paper with the record's words marked; records of a meeting have such pages."""
        return None


class RecordSerializer(SourcedSerializer):
    """What every record that is read from a paper has."""

    id = serializers.IntegerField(source="pk", read_only=True)
    meeting_id = serializers.IntegerField(read_only=True)
    doubts = DoubtSerializer(many=True, read_only=True)
    confirmed_at = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="When a person said that the record is right."
    )
    version = serializers.IntegerField(read_only=True, help_text="Rises with every change.")

    def marked_at(self, record: Any) -> str | None:
        return source_address(record) or None

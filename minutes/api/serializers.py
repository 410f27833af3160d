"""Records as JSON. Names follow Popolo and Open Civic Data where they have one; docs/api.md has the mapping."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from minutes.api.fields import Address, Key, KeyWithin, RecordSerializer, SeenKey, Text, Word
from minutes.models import Attendance, AttendeeRole, Decision, InterestKind, Kind, Person, Side, Version


class OtherNameSerializer(serializers.Serializer):
    name = serializers.CharField()
    note = serializers.CharField()


class CouncilSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = Address("api:council-detail")
    name = serializers.CharField()
    classification = serializers.SerializerMethodField()

    @extend_schema_field({"type": "string", "const": "council"})
    def get_classification(self, council: Any) -> str:
        return "council"


class CommitteeSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = Address("api:committee-detail")
    name = serializers.CharField()
    other_names = serializers.SerializerMethodField()
    classification = serializers.SerializerMethodField()
    parent_id = Key(source="council_id", help_text="The council that the committee is one of.")
    prefix = Text(help_text="Begins the numbers of its recommendations.")

    @extend_schema_field({"type": "string", "const": "committee"})
    def get_classification(self, committee: Any) -> str:
        return "committee"

    @extend_schema_field(OtherNameSerializer(many=True))
    def get_other_names(self, committee: Any) -> list[dict[str, str]]:
        return [{"name": committee.short_name, "note": "short name"}] if committee.short_name else []


class MembershipSerializer(serializers.Serializer):
    """A role in a committee, as its papers show it: when it was first and last seen, not when it began."""

    organization_id = serializers.IntegerField(allow_null=True)
    organization = Text()
    role = Word(AttendeeRole.choices)
    first_seen = serializers.DateField(allow_null=True)
    last_seen = serializers.DateField(allow_null=True)
    meetings = serializers.IntegerField()


class PersonSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = Address("api:person-detail")
    page_url = Address("person")
    name = serializers.CharField()
    given_name = Text(source="forenames")
    family_name = Text(source="surname")
    other_names = serializers.SerializerMethodField()
    side = Word(Side.choices)
    council_id = Key()
    memberships = MembershipSerializer(many=True, source="seen_as")

    @extend_schema_field(OtherNameSerializer(many=True))
    def get_other_names(self, person: Person) -> list[dict[str, str]]:
        return [{"name": form.printed, "note": "as printed"} for form in person.forms.all()]


class AttendeeSerializer(RecordSerializer):
    order = serializers.IntegerField()
    name = serializers.CharField(help_text="As printed.")
    person_id = Key(help_text="Null where it could be more than one.")
    role = Word(AttendeeRole.choices)
    status = Word(Attendance.choices)
    position = Text(help_text="A job title or an organisation.")
    replaces = Text(help_text="Whom a substitute stands for, as printed.")
    note = Text()
    agenda_item_ids = serializers.SerializerMethodField(help_text="What the person came for.")

    def get_agenda_item_ids(self, attendee: Any) -> list[int]:
        return [item.pk for item in attendee.seen_items]


class MatterSerializer(serializers.Serializer):
    """A matter that a committee came back to: items of several meetings, joined by an officer."""

    id = serializers.IntegerField(source="thread_id")
    title = serializers.CharField(source="thread.title")


class ItemSerializer(RecordSerializer):
    url = Address("api:item-detail")
    order = serializers.IntegerField()
    number = Text(help_text="As printed.")
    title = serializers.CharField()
    text = Text(help_text="What stands under the item, a blank line between paragraphs.")
    exempt = serializers.BooleanField()
    matters = MatterSerializer(many=True, source="joined")


class ResolutionSerializer(RecordSerializer):
    url = Address("api:resolution-detail")
    page_url = Address("resolution")
    agenda_item_id = KeyWithin("item")
    order = serializers.IntegerField()
    number = Text(help_text="The clause, as printed.")
    text = serializers.CharField()
    classification = Word(Decision.choices, source="decision")
    recipient = Text(help_text="Whom a recommendation is made to.")


class InterestSerializer(RecordSerializer):
    url = Address("api:interest-detail")
    agenda_item_id = KeyWithin("item", help_text="The item that it concerns.")
    declared_under_id = SeenKey("declared_under", help_text="The item that it is printed under.")
    attendee_id = KeyWithin("attendee")
    person_id = Key()
    order = serializers.IntegerField()
    name = serializers.CharField(help_text="As printed.")
    kind = Word(InterestKind.choices)
    kind_printed = Text()
    description = Text()
    left_the_room = serializers.BooleanField(allow_null=True, help_text="Null where the paper does not say.")


class ValueSerializer(serializers.Serializer):
    period = Text()
    value = Text()


class IndicatorSerializer(RecordSerializer):
    agenda_item_id = KeyWithin("item")
    order = serializers.IntegerField()
    name = serializers.CharField()
    target = Text()
    values = ValueSerializer(many=True, help_text="In the order of the table's columns, as printed.")
    commentary = Text()


class PaperSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = Address("api:paper-detail")
    page_url = Address("paper")
    download_url = Address("original")
    meeting_id = Key()
    file_name = serializers.CharField(source="filename", help_text="As uploaded.")
    classification = Word(Kind.choices, source="kind")
    version = Word(Version.choices, help_text="Null for the paper that its meeting's records are read from.")
    media_type = Text()
    size = serializers.IntegerField(help_text="In bytes.")
    sha256 = serializers.CharField()
    page_count = serializers.IntegerField(allow_null=True)
    scanned = serializers.BooleanField()
    uploaded_at = serializers.DateTimeField()

"""Records as JSON. Names follow Popolo and Open Civic Data where they have one; docs/api.md has the mapping."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from minutes.api.fields import (
    Address,
    Key,
    KeyWithin,
    QuoteSerializer,
    RecordSerializer,
    SeenKey,
    SourcedSerializer,
    Text,
    Word,
    quote,
)
from minutes.models import (
    Attendance,
    AttendeeRole,
    CheckState,
    Decision,
    Delivery,
    InterestKind,
    Kind,
    Meeting,
    MinutesStatus,
    Person,
    ResponseState,
    Side,
    Version,
)

MOMENT = {"type": ["string", "null"], "description": "A date, or a date with a time where the time is known: ISO 8601."}


def moment(day: dt.date | None, time: dt.time | None) -> str | None:
    """A day as ISO 8601 has it, with the time of day and its distance from UTC where the time is known.

    >>> moment(dt.date(2025, 7, 9), None)
    '2025-07-09'
    """
    if day is None or time is None:
        return day.isoformat() if day else None
    return timezone.make_aware(dt.datetime.combine(day, time)).isoformat()


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


class ItemSerializer(RecordSerializer):
    url = Address("api:item-detail")
    order = serializers.IntegerField()
    number = Text(help_text="As printed.")
    title = serializers.CharField()
    text = Text(help_text="What stands under the item, a blank line between paragraphs.")
    exempt = serializers.BooleanField()


class ResolutionSerializer(RecordSerializer):
    url = Address("api:resolution-detail")
    page_url = Address("resolution")
    agenda_item_id = KeyWithin("item")
    order = serializers.IntegerField()
    number = Text(help_text="The clause, as printed.")
    text = serializers.CharField()
    classification = Word(Decision.choices, source="decision")
    recipient = Text(help_text="Whom a recommendation is made to.")


class ResponseSerializer(SourcedSerializer):
    state = Word(ResponseState.choices)
    sent_on = serializers.DateField(allow_null=True)
    received_on = serializers.DateField(allow_null=True)
    due = serializers.DateField(allow_null=True)
    answered_on = serializers.DateField(allow_null=True)
    answered_by = Text()
    text = Text()


class RecommendationSerializer(ResolutionSerializer):
    url = Address("api:recommendation-detail")
    response_state = Word(ResponseState.choices)
    response = serializers.SerializerMethodField()

    @extend_schema_field(ResponseSerializer(allow_null=True))
    def get_response(self, recommendation: Any) -> dict[str, Any] | None:
        response = getattr(recommendation, "response", None)
        return ResponseSerializer(response, context=self.context).data if response else None


class UpdateSerializer(SourcedSerializer):
    id = serializers.IntegerField(source="pk")
    on = serializers.DateField()
    text = Text()
    status = Word(Delivery.choices, help_text="What the action became; null for mere words.")
    was = Word(Delivery.choices)
    meeting_id = SeenKey("meeting", help_text="The meeting that heard or closed it.")
    by = serializers.CharField()
    at = serializers.DateTimeField()


class ActionSerializer(RecordSerializer):
    url = Address("api:action-detail")
    page_url = Address("action")
    agenda_item_id = KeyWithin("item")
    resolution_id = SeenKey("resolution")
    order = serializers.IntegerField()
    text = serializers.CharField()
    owner = Text(help_text="A name, a post or a body.")
    owner_printed = Text()
    owner_person_id = Key()
    due = serializers.DateField(allow_null=True, help_text="The last day.")
    due_printed = Text(help_text="The words that it was worked out from.")
    status = Word(Delivery.choices)
    days_overdue = serializers.IntegerField(help_text="0 where it is not overdue, today.")
    updates = UpdateSerializer(many=True)


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


class LocationSerializer(serializers.Serializer):
    name = serializers.CharField()


class NextMeetingSerializer(serializers.Serializer):
    start_date = serializers.CharField(allow_null=True)
    location = LocationSerializer(allow_null=True)


def place(name: str) -> dict[str, str] | None:
    return {"name": name} if name else None


class MeetingSerializer(RecordSerializer):
    meeting_id = None
    url = Address("api:meeting-detail")
    page_url = Address("meeting")
    name = serializers.CharField(source="*", help_text="The committee and the day.")
    classification = Word(Kind.choices, source="kind")
    organization_id = Key(source="committee_id")
    council_id = Key()
    title = Text()
    start_date = serializers.SerializerMethodField()
    end_date = serializers.SerializerMethodField()
    municipal_year = Text()
    location = serializers.SerializerMethodField()
    next_meeting = serializers.SerializerMethodField()
    signatory = Text()
    minutes_status = Word(MinutesStatus.choices, source="status")
    confirmed_in_id = SeenKey("confirmed_in", help_text="The meeting that confirmed these minutes.")
    confirmed_under_id = SeenKey("confirmed_under", help_text="The item of it that did.")
    reported_to_id = SeenKey("reported_to", help_text="For a report: the meeting that it went to.")
    check_state = Word(CheckState.choices)
    exempt = serializers.BooleanField()
    sources = serializers.SerializerMethodField(help_text="Where single values were read, by field.")

    @extend_schema_field(MOMENT)
    def get_start_date(self, meeting: Meeting) -> str | None:
        return moment(meeting.date, meeting.start_time)

    @extend_schema_field(MOMENT)
    def get_end_date(self, meeting: Meeting) -> str | None:
        return moment(meeting.date, meeting.end_time) if meeting.end_time else None

    @extend_schema_field(LocationSerializer(allow_null=True))
    def get_location(self, meeting: Meeting) -> dict[str, str] | None:
        return place(meeting.venue)

    @extend_schema_field(NextMeetingSerializer(allow_null=True))
    def get_next_meeting(self, meeting: Meeting) -> dict[str, Any] | None:
        if not (meeting.next_date or meeting.next_venue):
            return None
        return {"start_date": moment(meeting.next_date, meeting.next_time), "location": place(meeting.next_venue)}

    @extend_schema_field(serializers.DictField(child=QuoteSerializer()))
    def get_sources(self, meeting: Meeting) -> dict[str, Any]:
        return {field: quote(part) for field, part in meeting.sources.items() if part}


class WholeMeetingSerializer(MeetingSerializer):
    """A meeting with everything in it that the user may see."""

    attendees = AttendeeSerializer(many=True, source="seen.attendees")
    agenda = ItemSerializer(many=True, source="seen.items")
    resolutions = ResolutionSerializer(many=True, source="seen.resolutions")
    actions = ActionSerializer(many=True, source="seen.actions")
    interests = InterestSerializer(many=True, source="seen.interests")
    indicators = IndicatorSerializer(many=True, source="seen.indicators")
    documents = PaperSerializer(many=True, source="seen.papers")

"""Meetings, alone for lists and with everything in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from minutes.api.fields import Address, Key, QuoteSerializer, RecordSerializer, SeenKey, Text, Word, quote
from minutes.api.serializers import (
    AttendeeSerializer,
    IndicatorSerializer,
    InterestSerializer,
    ItemSerializer,
    PaperSerializer,
    ResolutionSerializer,
)
from minutes.api.serializers_following import ActionSerializer
from minutes.models import CheckState, Kind, Meeting, MinutesStatus

MOMENT = {"type": ["string", "null"], "description": "A date, or a date with a time where the time is known: ISO 8601."}


def moment(day: dt.date | None, time: dt.time | None) -> str | None:
    """A day as ISO 8601 has it, with the time of day and its distance from UTC where the time is known.

    >>> moment(dt.date(2025, 7, 9), None)
    '2025-07-09'
    """
    if day is None or time is None:
        return day.isoformat() if day else None
    return timezone.make_aware(dt.datetime.combine(day, time)).isoformat()


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

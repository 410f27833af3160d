"""What became of actions and recommendations: updates, answers, and what a committee thought of it."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from minutes.api.fields import Address, Key, KeyWithin, RecordSerializer, SeenKey, SourcedSerializer, Text, Word
from minutes.api.serializers import ResolutionSerializer
from minutes.models import Delivery, DueBy, Rating, Regime, ResponseState


class JudgementSerializer(serializers.Serializer):
    """A committee's own judgement, apart from what was answered and what was delivered."""

    rating = Word(Rating.choices)
    on = serializers.DateField()
    text = Text()
    meeting_id = SeenKey("meeting")


class ResponseSerializer(SourcedSerializer):
    state = Word(ResponseState.choices)
    regime = Word(Regime.choices, help_text="By which law or agreement an answer is owed.")
    sent_on = serializers.DateField(allow_null=True)
    notice_on = serializers.DateField(allow_null=True)
    received_on = serializers.DateField(allow_null=True)
    due = serializers.DateField(allow_null=True, help_text="The last day to answer.")
    due_by = Word(DueBy.choices, help_text="What makes it the last day.")
    days_late = serializers.IntegerField(help_text="0 where it is not late, or was not.")
    answered_on = serializers.DateField(allow_null=True)
    answered_by = Text()
    answered_in_id = SeenKey("answered_in", help_text="The meeting to which the answer was reported.")
    text = Text()


class RecommendationSerializer(ResolutionSerializer):
    url = Address("api:recommendation-detail")
    identifier = serializers.SerializerMethodField(help_text="The number that it keeps: CF 25/26 03.")
    response_state = Word(ResponseState.choices)
    response = serializers.SerializerMethodField()

    judgements = JudgementSerializer(many=True)

    @extend_schema_field({"type": ["string", "null"]})
    def get_identifier(self, recommendation: Any) -> str | None:
        number = getattr(recommendation, "recommendation_number", None)
        return str(number) if number else None

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
    judgements = JudgementSerializer(many=True)

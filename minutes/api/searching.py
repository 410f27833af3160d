"""Searching everything, as the search page does it."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.utils.decorators import method_decorator
from django.utils.html import strip_tags
from django.views.decorators.http import conditional_page
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from minutes.api.fields import Key, Text, absolute
from minutes.api.filters import LARGEST_KEY, LONGEST_WORDS, YEARS
from minutes.api.paging import refuse_unknown
from minutes.models import SearchKind
from minutes.search.finding import MODELS, MOST, Facets, find
from minutes.search.patience import LONG_WAIT
from minutes.search.results import Result, results

PAGE = 50  # results
KINDS = {kind.name.lower(): kind for kind in MODELS}
ORDERS = (("best", "Where the words stand in the title first"), ("newest", "Newest meeting first"))


class SearchParameters(serializers.Serializer):
    q = serializers.CharField(
        max_length=LONGEST_WORDS,
        help_text="Words; “some words” for a phrase, -word for without it, begin* for words that begin so.",
    )
    kind = serializers.ChoiceField(sorted(KINDS), required=False, help_text="Of this kind only.")
    committee = serializers.IntegerField(min_value=1, max_value=LARGEST_KEY, required=False, help_text="Id.")
    year = serializers.IntegerField(
        min_value=YEARS[0], max_value=YEARS[1], required=False, help_text="In which the municipal year begins."
    )
    person = serializers.IntegerField(min_value=1, max_value=LARGEST_KEY, required=False, help_text="Id.")
    ordering = serializers.ChoiceField(ORDERS, required=False, default="best")
    page = serializers.IntegerField(min_value=1, max_value=MOST // PAGE, required=False, default=1)


class ResultSerializer(serializers.Serializer):
    kind = serializers.CharField(help_text="What it is, in words.")
    url = serializers.URLField(allow_null=True, help_text="The record in this interface.")
    page_url = serializers.URLField(help_text="The record’s page.")
    title = serializers.CharField()
    text = Text()
    meeting_id = Key()
    page_number = serializers.IntegerField(allow_null=True, help_text="Of a page of a paper.")


class SearchSerializer(serializers.Serializer):
    """A page of results."""

    count = serializers.IntegerField(help_text=f"How many were found, {MOST} at most.")
    more = serializers.BooleanField(help_text="Whether there are more than these.")
    since = serializers.DateField(
        allow_null=True,
        help_text="Where to look at all would have taken too long: only what is of this day or later was looked at.",
    )
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ResultSerializer(many=True)


@method_decorator(conditional_page, name="dispatch")
class Search(APIView):
    http_method_names = ("get", "head")

    @extend_schema(operation_id="search_list", parameters=[SearchParameters])
    def get(self, request: Request) -> Response:
        """Everything that has the words in it: items, resolutions, actions, interests, people and pages of papers."""
        refuse_unknown(request, tuple(SearchParameters().fields))
        asked = SearchParameters(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(_found(request, asked.validated_data), headers={"Cache-Control": "private, no-cache"})

    def get_serializer_class(self) -> Any:
        return SearchSerializer


def _found(request: Request, asked: dict[str, Any]) -> dict[str, Any]:
    kind = KINDS.get(asked.get("kind", ""))
    facets = Facets(kind, asked.get("committee"), asked.get("year"), asked.get("person"))
    found = find(request.user, asked["q"], facets, asked["ordering"] == "newest", wait=LONG_WAIT)
    first = (asked["page"] - 1) * PAGE
    shown = results(found.hits[first : first + PAGE], found.asked, request.user)
    people = {reverse("person", args=[hit.record]): hit.record for hit in found.hits if hit.kind == SearchKind.PERSON}
    return {
        "count": len(found),
        "more": found.more,
        "since": found.since,
        "next": _page(request, asked["page"] + 1) if len(found) > first + PAGE else None,
        "previous": _page(request, asked["page"] - 1) if asked["page"] > 1 else None,
        "results": [_told(request, result, people) for result in shown],
    }


def _page(request: Request, number: int) -> str:
    return replace_query_param(request.build_absolute_uri(), "page", number)


def _told(request: Request, result: Result, people: dict[str, int]) -> dict[str, Any]:
    return {
        "kind": result.kind,
        "url": _address(request, result, people),
        "page_url": absolute(request, result.address),
        "title": _plain(result.title),
        "text": _plain(result.text) or None,
        "meeting_id": result.meeting.pk if result.meeting else None,
        "page_number": result.page_number,
    }


def _address(request: Request, result: Result, people: dict[str, int]) -> str | None:
    """The record in this interface; none for a page of a paper."""
    if result.address in people:
        return reverse("api:person-detail", args=[people[result.address]], request=request)
    if result.record is None:
        return None
    name = {"agendaitem": "item"}.get(result.record._meta.model_name, result.record._meta.model_name)
    return reverse(f"api:{name}-detail", args=[result.record.pk], request=request)


def _plain(marked: str) -> str:
    """The words of a result without the marks."""
    return unescape(strip_tags(marked))

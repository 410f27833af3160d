"""What the interface answers: lists and single records of each kind, as the user may see them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, ClassVar

from django.db.models import Count, DateField, F, Max, Min, Prefetch, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ReadOnlyModelViewSet

from minutes.api import filters, serializers, serializers_following, serializers_meetings
from minutes.api.paging import ORDERINGS, ByCursor, refuse_unknown
from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    Attendee,
    Committee,
    Council,
    Document,
    Indicator,
    Interest,
    Judgement,
    Meeting,
    Person,
    Resolution,
    ThreadItem,
)
from minutes.people.seen import seen_by

LONG_AGO = Value(dt.date.min, output_field=DateField())  # meetings without a date come before all others


@method_decorator(conditional_page, name="dispatch")
class Records(ReadOnlyModelViewSet):
    """Records of one kind. What ``select`` names comes along: a page costs the same queries whatever its size."""

    http_method_names = ("get", "head")
    lookup_value_regex = r"\d+"
    orderings: ClassVar[dict[str, tuple[str, ...]]] = ORDERINGS
    select: ClassVar[tuple[str, ...]] = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, () if self.detail else (*ByCursor.parameters(), *self._filters()))

    def _filters(self) -> Iterable[str]:
        filtered = getattr(self, "filterset_class", None)
        return filtered.base_filters if filtered else ()

    def get_queryset(self) -> QuerySet[Any]:
        return self.visible().select_related(*self.select)

    def visible(self) -> QuerySet[Any]:
        """The rows that the user may see."""
        model: Any = self.queryset.model
        rows: QuerySet[Any] = model.objects.visible_to(self.request.user) if self.request else model.objects.none()
        return rows

    def complete(self, rows: list[Any]) -> list[Any]:
        """The rows of a page with what their serializer needs beside the query."""
        return rows

    def paginate_queryset(self, queryset: QuerySet[Any]) -> list[Any]:
        return self.complete(super().paginate_queryset(queryset))

    def get_object(self) -> Any:
        return self.complete([super().get_object()])[0]

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Answers are for whoever asked alone, and are to be asked for again; `ETag` makes that cheap."""
        response.headers["Cache-Control"] = "private, no-cache"
        final = super().finalize_response(request, response, *args, **kwargs)
        final.headers["Vary"] = "Accept, Authorization, Cookie"
        return final


class Councils(Records):
    """The authorities whose papers are kept."""

    queryset = Council.objects.all()
    serializer_class = serializers.CouncilSerializer

    def visible(self) -> QuerySet[Any]:
        return Council.objects.all()


class Committees(Records):
    """The bodies that meet."""

    queryset = Committee.objects.all()
    serializer_class = serializers.CommitteeSerializer

    def visible(self) -> QuerySet[Any]:
        return Committee.objects.all()


class People(Records):
    """Whom the papers name. Somebody who was merged into another is that other."""

    queryset = Person.objects.all()
    serializer_class = serializers.PersonSerializer
    filterset_class = filters.PersonParameters

    def visible(self) -> QuerySet[Any]:
        return seen_by(self.request.user).prefetch_related("forms")

    def complete(self, rows: list[Any]) -> list[Any]:
        seen = Attendee.objects.visible_to(self.request.user).filter(person__in=rows).at_meetings()
        body = {"organization_id": F("meeting__committee"), "organization": F("meeting__committee__name")}
        roles = seen.order_by("person", "meeting__committee__name", "role").values("person", "role", **body)
        found = defaultdict(list)
        for role in roles.annotate(
            first_seen=Min("meeting__date"), last_seen=Max("meeting__date"), meetings=Count("pk")
        ):
            found[role["person"]].append(role)
        for person in rows:
            person.seen_as = found[person.pk]
        return rows


def heard() -> tuple[Prefetch, ...]:
    """What was heard of actions, and what a committee thought of it."""
    return Prefetch("updates", ActionUpdate.objects.select_related("by", "meeting").order_by("on", "pk")), judgements()


def judgements() -> Prefetch:
    return Prefetch("judgements", Judgement.objects.select_related("meeting").order_by("on", "pk"))


def matters() -> Prefetch:
    """The matters that items were joined to."""
    return Prefetch("thread_links", ThreadItem.objects.confirmed().select_related("thread").order_by("pk"), "joined")


def visitors(user: Any) -> Prefetch:
    """The items that attendees came for, as far as the user may see them."""
    return Prefetch("items", AgendaItem.objects.visible_to(user).order_by("order", "pk"), "seen_items")


OF_A_MEETING: dict[Any, tuple[str, ...]] = {
    Attendee: (),
    AgendaItem: (),
    Resolution: ("item",),
    Action: ("item", "resolution__item", "resolution__meeting"),
    Interest: ("item", "attendee", "declared_under__meeting"),
    Indicator: ("item",),
}


class Meetings(Records):
    """Meetings; a single one comes with everything in it that the user may see."""

    queryset = Meeting.objects.all()
    serializer_class = serializers_meetings.MeetingSerializer
    filterset_class = filters.MeetingParameters
    orderings = ORDERINGS | {"date": ("day", "pk"), "-date": ("-day", "-pk")}
    select = ("committee", "council", "confirmed_in", "confirmed_under__meeting", "reported_to")

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().annotate(day=Coalesce("date", LONG_AGO))

    def get_serializer_class(self) -> Any:
        return serializers_meetings.WholeMeetingSerializer if self.action == "retrieve" else self.serializer_class

    def complete(self, rows: list[Any]) -> list[Any]:
        for meeting in rows if self.action == "retrieve" else ():
            meeting.seen = self._everything_in(meeting)
        return rows

    def _everything_in(self, meeting: Meeting) -> SimpleNamespace:
        user = self.request.user

        def of(model: Any, *fetch: Prefetch) -> list[Any]:
            rows = model.objects.visible_to(user).filter(meeting=meeting).select_related(*OF_A_MEETING[model])
            return list(rows.prefetch_related(*fetch).order_by("order", "pk"))

        return SimpleNamespace(
            attendees=of(Attendee, visitors(user)),
            items=of(AgendaItem, matters()),
            resolutions=of(Resolution),
            actions=of(Action, *heard()),
            interests=of(Interest),
            indicators=of(Indicator),
            papers=Document.objects.visible_to(user).filter(meeting=meeting).order_by("pk"),
        )


class Items(Records):
    """Items of business, with the minute's text under each."""

    queryset = AgendaItem.objects.all()
    serializer_class = serializers.ItemSerializer
    filterset_class = filters.ItemParameters

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().prefetch_related(matters())


class Resolutions(Records):
    """What was decided, a clause each."""

    queryset = Resolution.objects.all()
    serializer_class = serializers.ResolutionSerializer
    filterset_class = filters.ResolutionParameters
    select = OF_A_MEETING[Resolution]


class Recommendations(Resolutions):
    """Resolutions that recommend something to the executive or another body, with what became of them."""

    serializer_class = serializers_following.RecommendationSerializer
    filterset_class = filters.RecommendationParameters
    select = (*OF_A_MEETING[Resolution], "response__answered_in", "recommendation_number")

    def visible(self) -> QuerySet[Any]:
        return Resolution.objects.visible_to(self.request.user).recommendations().prefetch_related(judgements())


class Actions(Records):
    """What somebody is to do after a meeting, with what was heard of it since."""

    queryset = Action.objects.all()
    serializer_class = serializers_following.ActionSerializer
    filterset_class = filters.ActionParameters
    select = OF_A_MEETING[Action]

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().prefetch_related(*heard())


class Interests(Records):
    """Declarations of interest and of the party whip."""

    queryset = Interest.objects.all()
    serializer_class = serializers.InterestSerializer
    filterset_class = filters.InterestParameters
    select = OF_A_MEETING[Interest]


class Papers(Records):
    """The papers' facts; the files themselves are at download_url, for people who are signed in."""

    queryset = Document.objects.all()
    serializer_class = serializers.PaperSerializer
    filterset_class = filters.PaperParameters


@extend_schema(exclude=True)
class Nowhere(APIView):
    """Every other address under /api/: refused in the same form as everything else."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound

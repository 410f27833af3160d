from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import django_filters as df
from django.db.models import QuerySet

from minutes.filters.lists import PART, Choices, ListFilter, every_part, words_filter
from minutes.models import Committee, Council


class CommitteeFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Committees", "committee", "committees", "committees_file"
    EMPTY = "There are no committees yet. They appear here when papers that name them have been read."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {"name": ("name", "pk"), "-name": ("-name", "-pk")}

    words = words_filter("Name", PART)
    council = df.ChoiceFilter(label="Council", empty_label="All councils", choices=[])

    class Meta:
        model = Committee
        fields: tuple[str, ...] = ()

    def choices(self) -> dict[str, Callable[[], Choices]]:
        return {"council": councils}

    def with_words(self, queryset: QuerySet[Committee], name: str, value: str) -> QuerySet[Committee]:
        return queryset.filter(every_part(value, "name", "short_name"))


def councils() -> Choices:
    return [(str(pk), name) for pk, name in Council.objects.order_by("name").values_list("pk", "name")]

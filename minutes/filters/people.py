from __future__ import annotations

from typing import Any, ClassVar

import django_filters as df
from django.db.models import Q, QuerySet

from minutes.filters.lists import PART, ListFilter, every_part, words_filter
from minutes.models import (
    NameForm,
    Person,
    Side,
)


class PersonFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "People", "person", "people", "people_file"
    EMPTY = "Nobody is known yet. People appear here when papers that name them have been read."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {"name": ("sort_name", "pk"), "-name": ("-sort_name", "-pk")}

    words = words_filter("Name", PART)
    side = df.ChoiceFilter(label="Members or officers", empty_label="Everybody", choices=Side.choices)

    class Meta:
        model = Person
        fields: tuple[str, ...] = ()

    def with_words(self, queryset: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        """Each word in the name, or in one that was printed."""
        for word in value.split():
            printed = NameForm.objects.filter(every_part(word, "printed")).order_by().values("person")
            queryset = queryset.filter(every_part(word, "name") | Q(pk__in=printed))
        return queryset

from __future__ import annotations

import django_filters as df
from django.db.models import Exists, OuterRef, QuerySet

from minutes.filters.lists import RecordFilter, committee_filter, words_filter, year_filter
from minutes.models import Action, AgendaItem, Interest, Resolution

WITH = {
    "resolutions": ("Resolutions", Resolution),
    "actions": ("Actions", Action),
    "interests": ("Interests declared", Interest),
}


class ItemFilter(RecordFilter):
    TITLE, ONE, MORE, FILE = "Agenda items", "agenda item", "agenda items", "items_file"
    EMPTY = "No agenda item has been found in the papers read so far."

    words = words_filter("Words of the title or text")
    committee = committee_filter("meeting__committee")
    year = year_filter()
    having = df.ChoiceFilter(
        method="that_has", label="With", empty_label="Any", choices=[(name, label) for name, (label, _) in WITH.items()]
    )

    class Meta:
        model = AgendaItem
        fields: tuple[str, ...] = ()

    def that_has(self, queryset: QuerySet[AgendaItem], name: str, value: str) -> QuerySet[AgendaItem]:
        """Items under which something was resolved, agreed to be done, or declared, as the user may see it."""
        records = WITH[value][1].objects.visible_to(self.request.user)
        return queryset.filter(Exists(records.filter(item=OuterRef("pk"))))

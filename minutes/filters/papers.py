from __future__ import annotations

from typing import Any, ClassVar

import django_filters as df
from django.db.models import Exists, F, Model, OuterRef, QuerySet

from minutes.filters.lists import ListFilter, committee_filter, words_filter
from minutes.models import Document, Kind
from minutes.search.in_lists import told_in

# By the states of a document's newest reading, which `ingest` keeps.
STATES = {
    "open": ("Waiting or being read", ("waiting", "reading")),
    "read": ("Read", ("read",)),
    "problems": ("Read with problems", ("read_with_problems",)),
    "unread": ("Could not be read", ("could_not_read",)),
}


class PaperFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Papers", "paper", "papers", "papers_file"
    EMPTY = "There are no papers yet."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {
        "-uploaded": ("-uploaded_at", "-pk"),
        "uploaded": ("uploaded_at", "pk"),
        "name": ("filename", "pk"),
        "-name": ("-filename", "-pk"),
    }

    words = words_filter("Name or words")
    committee = committee_filter("meeting__committee")
    kind = df.ChoiceFilter(
        method="of_kind",
        label="Kind of paper",
        empty_label="All kinds",
        choices=[*Kind.choices, ("none", "None of these")],
    )
    state = df.ChoiceFilter(
        method="in_state",
        label="State",
        empty_label="All states",
        choices=[(state, label) for state, (label, _) in STATES.items()],
    )

    class Meta:
        model = Document
        fields: tuple[str, ...] = ()

    def told(self, model: type[Model], words: str) -> Any:
        """A paper's pages are known to the index by their meeting's committee, and its name is not."""
        return told_in(model, words, self.request.user)

    def of_kind(self, queryset: QuerySet[Document], name: str, value: str) -> QuerySet[Document]:
        return queryset.filter(kind="" if value == "none" else value)

    def in_state(self, queryset: QuerySet[Document], name: str, value: str) -> QuerySet[Document]:
        """By the state of the newest reading. Joined, so that a database can begin with whichever is rarer."""
        readings = Document._meta.get_field("readings").related_model._default_manager
        newer = readings.filter(document=OuterRef("pk"), pk__gt=OuterRef("reading_pk"))
        read = queryset.annotate(reading_pk=F("readings__pk"), reading_state=F("readings__state"))
        return read.filter(~Exists(newer), reading_state__in=STATES[value][1])

from __future__ import annotations

import json
from typing import Any, ClassVar

import django_filters as df
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from minutes.filters.lists import ListFilter, committee_filter, every_word, words_filter
from minutes.models import Document, DocumentPage, Kind

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

    def with_words(self, queryset: QuerySet[Document], name: str, value: str) -> QuerySet[Document]:
        """Each word in the file's name, or all of them on one of its pages."""
        said = DocumentPage.objects.filter(_every_word_on_the_page(value)).order_by().values("document")
        return queryset.filter(every_word(value, "filename") | Q(pk__in=said))

    def of_kind(self, queryset: QuerySet[Document], name: str, value: str) -> QuerySet[Document]:
        return queryset.filter(kind="" if value == "none" else value)

    def in_state(self, queryset: QuerySet[Document], name: str, value: str) -> QuerySet[Document]:
        """By the state of the newest reading. Joined, so that a database can begin with whichever is rarer."""
        readings = Document._meta.get_field("readings").related_model._default_manager
        newer = readings.filter(document=OuterRef("pk"), pk__gt=OuterRef("reading_pk"))
        read = queryset.annotate(reading_pk=F("readings__pk"), reading_state=F("readings__state"))
        return read.filter(~Exists(newer), reading_state__in=STATES[value][1])


def _every_word_on_the_page(words: str) -> Q:
    condition = Q()
    for word in words.split():
        # SQLite keeps JSON with accented letters as escapes, PostgreSQL with the letters themselves.
        escaped = json.dumps(word)[1:-1]
        condition &= Q(paragraphs__icontains=word) | Q(paragraphs__icontains=escaped)
    return condition

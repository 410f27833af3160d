"""The filter of the audit log's list."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters as df
from django.db.models import QuerySet

from minutes.filters import DateFilter, ListFilter
from minutes.models import AuditEntry, Event


class AuditFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Audit log", "entry", "entries", "audit_file"
    EMPTY = "Nothing has happened yet."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {"-at": ("-at", "-pk"), "at": ("at", "pk")}

    username = df.CharFilter(label="Account", lookup_expr="iexact")
    event = df.ChoiceFilter(label="What happened", empty_label="Everything", choices=Event.choices)
    since = DateFilter(method="from_day", label="From")
    until = DateFilter(method="to_day", label="To")

    class Meta:
        model = AuditEntry
        fields: tuple[str, ...] = ()

    def from_day(self, queryset: QuerySet[AuditEntry], name: str, value: Any) -> QuerySet[AuditEntry]:
        return queryset.filter(at__date__gte=value)

    def to_day(self, queryset: QuerySet[AuditEntry], name: str, value: Any) -> QuerySet[AuditEntry]:
        return queryset.filter(at__date__lte=value)

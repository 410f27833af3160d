"""What every filtered list does: filter, page, and say what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict

from minutes.filters import ListFilter
from minutes.inputs import PARTS, DateParts

ROWS = 30  # on a page


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in use, and the address without it."""

    label: str
    value: str
    without: str


def listed(request: HttpRequest, filtered: ListFilter, rows: int = ROWS) -> dict[str, Any]:
    """What a list's page needs: its rows are in ``page``, their number in all in ``count``."""
    page = Paginator(filtered.qs, rows).get_page(request.GET.get("page"))
    return {
        "filter": filtered,
        "form": filtered.form,
        "page": page,
        "count": page.paginator.count,
        "chosen": chosen(filtered, request.GET),
    }


def chosen(filtered: ListFilter, query: QueryDict) -> list[Chosen]:
    """The filters in use, each with the address that the list has without it; tabs and sorting are none."""
    return [
        Chosen(str(field.label), in_words(field, value), without(query, field))
        for field in filtered.form
        if not field.is_hidden and (value := filtered.form.cleaned_data.get(field.name)) not in (None, "", False)
    ]


def in_words(field: Any, value: Any) -> str:
    if value is True:
        return "yes"
    if isinstance(field.field.widget, DateParts):
        return f"{value.day} {value:%B %Y}"
    labels = {str(key): str(label) for key, label in getattr(field.field, "choices", [])}
    return labels.get(str(getattr(value, "pk", value)), str(value))


def without(query: QueryDict, field: Any) -> str:
    """The query string without a field, and from its first page again."""
    kept = query.copy()
    for name in (field.html_name, "page", *(f"{field.html_name}_{part}" for part in PARTS)):
        kept.pop(name, None)
    return f"?{kept.urlencode()}"

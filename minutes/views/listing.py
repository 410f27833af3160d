"""What every filtered list does: filter, page, say what was chosen, and give the same rows as a file.

A list's view is a few lines:

    filtered = ItemFilter(request.GET, queryset=rows, request=request)
    if file:
        return downloaded(request, filtered, exports.ITEMS, file)
    return render(request, "minutes/items.html", listed(request, filtered))

``rows`` are ordered by fields (see minutes.paging); where the filter has ORDERS, these order them. What is joined
and annotated is asked for the page's rows alone, so it may be many things. The page in use stands in the address
under ``page``, as a key: whoever links to the list with another filter leaves ``page`` out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, QueryDict

from minutes import exports
from minutes.filters import ListFilter
from minutes.inputs import PARTS, DateParts
from minutes.paging import ROWS, Count, page_of, walked
from minutes.plain import words

# What a row shows of its meeting, for ``only``.
MET = (
    "meeting__date",
    "meeting__title",
    "meeting__committee__name",
    "meeting__committee__short_name",
    "meeting__council__name",
)
# What a row of a meeting's own shows.
MEETING = (
    "date", "title", "kind", "doubt_count", "checked_at", "checker__username", "checker__first_name",
    "checker__last_name", "committee__name", "committee__short_name", "council__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in use, and the address without it."""

    label: str
    value: str
    without: str


def listed(
    request: HttpRequest,
    filtered: ListFilter,
    rows: int = ROWS,
    only: tuple[str, ...] = (),
    known: Count | None = None,
) -> dict[str, Any]:
    """What a list's page needs: its rows are in ``page``, their number in all in ``count`` (1,000+ where more).

    ``only`` names the fields that a row shows: to fetch all that thirty records have, and lead to, takes longer than to
    find them. ``known`` is their number, where the page has counted them.
    """
    filtered.say_what_is_left_out()
    page = page_of(_showing(filtered.qs, only), request.GET.get("page", ""), rows, known)
    return {
        "filter": filtered,
        "form": filtered.form,
        "page": page,
        "count": page.count,
        "chosen": chosen(filtered, request.GET),
        "sort": filtered.order,
    }


def _showing(found: QuerySet[Any], only: tuple[str, ...]) -> QuerySet[Any]:
    """The records with these fields alone, of themselves and of what they lead to."""
    if not only:
        return found
    led_to = {path.rpartition("__")[0] for path in only if "__" in path}
    return found.select_related(None).select_related(*led_to).only(*only)


def downloaded(request: HttpRequest, filtered: ListFilter, sheet: exports.Sheet, file: str) -> HttpResponseBase:
    """The whole list as filtered, in its order, as a file: ``file`` is "csv" or "xlsx"."""
    return exports.download(sheet, walked(sheet.prepare(filtered.qs)), file, request.build_absolute_uri("/"))


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
        return words(value)
    labels = {str(key): str(label) for key, label in getattr(field.field, "choices", [])}
    return labels.get(str(getattr(value, "pk", value)), str(value))


def without(query: QueryDict, field: Any) -> str:
    """The query string without a field, and from its first page again."""
    kept = query.copy()
    for name in (field.html_name, "page", *(f"{field.html_name}_{part}" for part in PARTS)):
        kept.pop(name, None)
    return f"?{kept.urlencode()}"

"""Filters of the lists. What is chosen stands in the address, so a filtered list can be kept and sent on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import django_filters as df
from django.db import connection
from django.db.models import F, Model, Q, QuerySet
from django.db.models.functions import Collate
from django.db.models.lookups import IContains
from django.utils.choices import BaseChoiceIterator
from django.utils.functional import cached_property

from minutes.inputs import DateField, LongSelect, whole_number
from minutes.models import (
    Meeting,
    year_in_words,
)
from minutes.models.meeting import days_of
from minutes.search.finding import Facets
from minutes.search.in_lists import told_in

LATEST = (F("meeting__date").desc(nulls_last=True), "-meeting_id", "order", "pk")
EARLIEST = (F("meeting__date").asc(nulls_last=True), "meeting_id", "order", "pk")
Choices = list[tuple[str, str]]
LONGEST_WORDS = 200  # characters: each word is a condition, and SQLite takes a thousand
WHOLE_WORDS = "Whole words, as in the search. School* also finds schooling and schoolchildren"
PART = "Any part of a name"
MOST_YEARS = 60  # that are offered: a date that was misread may be centuries ago
OF_MEETINGS = {"-met": LATEST, "met": EARLIEST}


class DateFilter(df.DateFilter):
    field_class = DateField


class Offered(BaseChoiceIterator):
    """Choices of a filter, looked up once and only where a page shows them; a form's fields share them."""

    def __init__(self, look_up: Callable[[], Choices]) -> None:
        self.look_up = look_up

    @cached_property
    def rows(self) -> Choices:
        return self.look_up()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.rows)

    def __deepcopy__(self, memo: dict[int, Any]) -> Offered:
        return self


class ListFilter(df.FilterSet):
    """A filter of one list for one user: ``request`` must be given, nothing exempt is offered as a choice.

    ``TITLE`` heads the list, ``ONE`` and ``MORE`` are what is counted in it, ``EMPTY`` is said where there is none
    yet, ``FILE`` names the address of the same list as a file. ``ORDERS`` are the orders that its columns offer, by
    their word in the address, the first one in use unless another is asked for.
    """

    TITLE = ONE = MORE = EMPTY = FILE = ""
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, look_up in self.choices().items():
            self.filters[name].extra["choices"] = Offered(look_up)
        if isinstance(self.filters.get("committee"), df.ChoiceFilter):
            self.filters["committee"].extra["choices"] = Offered(committees)

    def choices(self) -> dict[str, Callable[[], Choices]]:
        """What looks up the choices that depend on what there is, by filter."""
        return {}

    def say_what_is_left_out(self) -> None:
        """Say in hints where fewer choices are offered than there are, for a page that shows them."""

    @property
    def order(self) -> str:
        """The word of the order in use; empty where the list has one order alone."""
        asked = str(self.data.get("sort", ""))
        return asked if asked in self.ORDERS else next(iter(self.ORDERS), "")

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        found = super().filter_queryset(queryset)
        return found.order_by(*self.ORDERS[self.order]) if self.order else found

    def besides(self, *names: str) -> QuerySet[Any]:
        """What the filter would leave without some of its fields, in no order: what tabs count in."""
        self.form.is_valid()  # what is not keeps nothing back
        found = self.queryset.order_by()
        for name, value in self.form.cleaned_data.items():
            found = found if name in names else self.filters[name].filter(found, value)
        return found

    def is_narrowed(self, *names: str) -> bool:
        """Whether anything is chosen beside these fields."""
        self.form.is_valid()
        told = self.form.cleaned_data.items()
        return any(value not in (None, "", False) for name, value in told if name not in names)

    def with_words(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset.filter(self.told(queryset.model, value))

    def told(self, model: type[Model], words: str) -> Any:
        """The condition that a row has the words, as the search has it."""
        chosen = self.form.cleaned_data
        committee, year = (whole_number(str(chosen.get(name) or "")) for name in ("committee", "year"))
        facets = Facets(committee=committee, year=year)
        # A page asks for its list, and for the figures beside it.
        known = self.request.__dict__.setdefault("words_told", {})
        if (model, words, facets) not in known:
            known[model, words, facets] = told_in(model, words, self.request.user, facets)
        return known[model, words, facets]

    def years(self) -> Choices:
        found = Meeting.objects.visible_to(self.request.user).years_spanned()[:MOST_YEARS]
        return [(str(year), year_in_words(year)) for year in found]


def every_part(words: str, *paths: str) -> Q:
    """The condition that each word stands in one of the fields, if only as a part of another, in any case."""
    condition = Q()
    for word in words.split():
        anywhere = Q()
        for path in paths:
            anywhere |= _part(path, word)
        condition &= anywhere
    return condition


def _part(path: str, word: str) -> Q:
    if connection.vendor == "postgresql" and word.isascii():
        # In the capitals of other letters it makes none of these, and takes twice as long to make them.
        return Q(IContains(Collate(path, "C"), word))
    return Q(**{f"{path}__icontains": word})


# In plain SQL: hundreds of rows, on every list, take as long again to be handed over by Django.
_COMMITTEES = """
SELECT c.id, c.name, k.name FROM minutes_committee c LEFT JOIN minutes_council k ON k.id = c.council_id
ORDER BY c.name, k.name, c.id
"""


def committees() -> Choices:
    """Every committee as a choice, with its council where there is more than one."""
    with connection.cursor() as cursor:
        cursor.execute(_COMMITTEES)
        found = cursor.fetchall()
    several = len({council for _, _, council in found}) > 1
    return [(str(pk), f"{name}, {council}" if several and council else name) for pk, name, council in found]


def committee_filter(path: str) -> df.ChoiceFilter:
    return df.ChoiceFilter(field_name=path, label="Committee", empty_label="All committees", widget=LongSelect)


def year_filter(label: str = "Municipal year") -> df.ChoiceFilter:
    return df.ChoiceFilter(method="in_year", label=label, empty_label="All years", widget=LongSelect)


def words_filter(label: str = "Words", hint: str = WHOLE_WORDS) -> df.CharFilter:
    too_long = {"max_length": f"{label} must be {LONGEST_WORDS} characters or fewer"}
    return df.CharFilter(
        method="with_words", label=label, max_length=LONGEST_WORDS, error_messages=too_long, help_text=hint
    )


class RecordFilter(ListFilter):
    """The filter of a list of records that belong to meetings: by municipal year, the latest meeting first."""

    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = OF_MEETINGS

    def choices(self) -> dict[str, Callable[[], Choices]]:
        return {"year": self.years}

    def in_year(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return within_year(queryset, value)


def within_year(queryset: QuerySet[Any], year: str) -> QuerySet[Any]:
    """Records of the meetings of a municipal year."""
    first, last = days_of(int(year))
    return queryset.filter(meeting__date__gte=first, meeting__date__lte=last)

"""Filters of the lists. What is chosen stands in the address, so a filtered list can be kept and sent on."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters as df
from django import forms
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from minutes.checking.questions import by_meeting
from minutes.figures import SILENT, SOON, meetings_since_heard
from minutes.inputs import DateField, LongSelect
from minutes.models import (
    OPEN,
    Action,
    AgendaItem,
    CheckState,
    Committee,
    Decision,
    Delivery,
    Interest,
    InterestKind,
    Kind,
    Meeting,
    NameForm,
    Person,
    Resolution,
    Side,
    year_in_words,
)
from minutes.models.meeting import days_of

LATEST = (F("meeting__date").desc(nulls_last=True), "-meeting_id", "order", "pk")
EARLIEST = (F("meeting__date").asc(nulls_last=True), "meeting_id", "order", "pk")
MOST_YEARS = 60  # that are offered: a date that was misread may be centuries ago
OF_MEETINGS = {"-met": LATEST, "met": EARLIEST}


class DateFilter(df.DateFilter):
    field_class = DateField


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
        for name, choose in self.choices().items():
            self.filters[name].extra["choices"] = choose
        if isinstance(self.filters.get("committee"), df.ChoiceFilter):
            self.filters["committee"].extra["choices"] = committees()

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        """Choices that depend on what there is, by filter. They are asked for once a page."""
        return {}

    @property
    def order(self) -> str:
        """The word of the order in use; empty where the list has one order alone."""
        asked = str(self.data.get("sort", ""))
        return asked if asked in self.ORDERS else next(iter(self.ORDERS), "")

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        found = super().filter_queryset(queryset)
        return found.order_by(*self.ORDERS[self.order]) if self.order else found

    def years(self) -> list[tuple[str, str]]:
        found = Meeting.objects.visible_to(self.request.user).years_spanned()[:MOST_YEARS]
        return [(str(year), year_in_words(year)) for year in found]


def every_word(words: str, *paths: str) -> Q:
    """The condition that each word stands in one of the fields, in any case."""
    condition = Q()
    for word in words.split():
        anywhere = Q()
        for path in paths:
            anywhere |= Q(**{f"{path}__icontains": word})
        condition &= anywhere
    return condition


def committees() -> list[tuple[str, str]]:
    """Every committee as a choice, with its council where there is more than one."""
    rows = Committee.objects.order_by("name", "council__name", "pk").values_list("pk", "name", "council__name")
    found = list(rows)
    several = len({council for _, _, council in found}) > 1
    return [(str(pk), f"{name}, {council}" if several and council else name) for pk, name, council in found]


def committee_filter(path: str) -> df.ChoiceFilter:
    return df.ChoiceFilter(field_name=path, label="Committee", empty_label="All committees", widget=LongSelect)


def year_filter() -> df.ChoiceFilter:
    return df.ChoiceFilter(method="in_year", label="Municipal year", empty_label="All years", widget=LongSelect)


def words_filter(label: str = "Words") -> df.CharFilter:
    return df.CharFilter(method="with_words", label=label)


class MeetingFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Meetings", "meeting", "meetings", "meetings_file"
    EMPTY = "There are no meetings yet. They appear here when papers have been uploaded and read."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {
        "-met": (F("date").desc(nulls_last=True), "-pk"),
        "met": (F("date").asc(nulls_last=True), "pk"),
    }

    words = words_filter()
    committee = committee_filter("committee")
    year = year_filter()
    kind = df.ChoiceFilter(label="Kind of paper", empty_label="All kinds", choices=Kind.choices)
    checked = df.ChoiceFilter(
        method="in_check_state", label="Checked or not", empty_label="All meetings", choices=CheckState.choices
    )
    questions = df.BooleanFilter(method="in_question", label="Needs a look only", widget=forms.CheckboxInput)

    class Meta:
        model = Meeting
        fields: tuple[str, ...] = ()

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        return {"year": self.years()}

    def filter_queryset(self, queryset: QuerySet[Meeting]) -> QuerySet[Meeting]:
        """A report is shown with the meeting that it went to, but where somebody looks for what stands in it."""
        found = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        sought = any(asked.get(name) for name in ("words", "kind", "questions"))
        return found if sought else found.in_lists(self.request.user)

    def in_year(self, queryset: QuerySet[Meeting], name: str, value: str) -> QuerySet[Meeting]:
        return queryset.in_municipal_year(int(value))  # type: ignore[attr-defined]

    def in_check_state(self, queryset: QuerySet[Meeting], name: str, value: str) -> QuerySet[Meeting]:
        return queryset.in_check_state(value)  # type: ignore[attr-defined]

    def in_question(self, queryset: QuerySet[Meeting], name: str, value: bool) -> QuerySet[Meeting]:
        return queryset.filter(pk__in=by_meeting(self.request.user)) if value else queryset

    def with_words(self, queryset: QuerySet[Meeting], name: str, value: str) -> QuerySet[Meeting]:
        """Each word in the committee's name, the title or the venue, or all of them in one item or resolution."""
        user = self.request.user
        items = AgendaItem.objects.visible_to(user).filter(every_word(value, "title", "text"))
        decided = Resolution.objects.visible_to(user).filter(every_word(value, "text"))
        own = every_word(value, "committee__name", "council__name", "title", "venue")
        return queryset.filter(
            own | Q(pk__in=items.order_by().values("meeting")) | Q(pk__in=decided.order_by().values("meeting"))
        )


class ActionFilter(ListFilter):
    """Without a state, what is outstanding; ``when`` is the tab, reckoned from today."""

    WHEN = (("overdue", "Overdue"), ("soon", f"Due in {SOON} days"), ("later", "Later"), ("undated", "No date"))
    STATES = (("", "All outstanding"), *Delivery.choices, ("closed", "All that are closed"), ("all", "Any state"))
    SORTS = {
        "due": (F("due").asc(nulls_last=True), "pk"),
        "-due": (F("due").desc(nulls_last=True), "-pk"),
        "action": ("text", "pk"),
        "-action": ("-text", "-pk"),
        "owner": ("owner", "pk"),
        "-owner": ("-owner", "-pk"),
        "agreed": (F("meeting__date").asc(nulls_last=True), "pk"),
        "-agreed": (F("meeting__date").desc(nulls_last=True), "-pk"),
    }

    words = words_filter()
    committee = committee_filter("meeting__committee")
    owner = df.ChoiceFilter(method="owned", label="Owner", empty_label="Everybody")
    state = df.ChoiceFilter(method="in_state", label="State", choices=STATES[1:], empty_label=STATES[0][1])
    due_from = DateFilter(field_name="due", lookup_expr="gte", label="Due from")
    due_to = DateFilter(field_name="due", lookup_expr="lte", label="Due to")
    silent = df.BooleanFilter(method="not_heard_of", label=f"No word for {SILENT} meetings", widget=forms.CheckboxInput)
    mine = df.BooleanFilter(method="of_mine", label="Your own only", widget=forms.CheckboxInput)
    when = df.ChoiceFilter(method="due_when", choices=WHEN, widget=forms.HiddenInput)
    sort = df.ChoiceFilter(method="in_order", choices=[(key, key) for key in SORTS], widget=forms.HiddenInput)

    class Meta:
        model = Action
        fields: tuple[str, ...] = ()

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        visible = Action.objects.visible_to(self.request.user).order_by()
        people = Person.objects.filter(pk__in=visible.exclude(owner_person=None).values("owner_person"))
        others = visible.filter(owner_person=None).exclude(owner="").values_list("owner", flat=True).distinct()
        named = [(f"person-{person.pk}", person.name) for person in people]
        return {"owner": [*named, *((owner, owner) for owner in sorted(others)), ("nobody", "Nobody is named")]}

    def filter_queryset(self, queryset: QuerySet[Action]) -> QuerySet[Action]:
        chosen = super().filter_queryset(queryset)
        if not self.form.cleaned_data.get("state"):
            chosen = chosen.filter(status__in=OPEN)
        return chosen if self.form.cleaned_data.get("sort") else chosen.order_by(*self.SORTS["due"])

    def owned(self, queryset: QuerySet[Action], name: str, value: str) -> QuerySet[Action]:
        if value == "nobody":
            return queryset.filter(owner="", owner_person=None)
        if value.startswith("person-"):
            return queryset.filter(owner_person=value.removeprefix("person-"))
        return queryset.filter(owner=value, owner_person=None)

    def in_state(self, queryset: QuerySet[Action], name: str, value: str) -> QuerySet[Action]:
        if value == "all":
            return queryset
        return queryset.exclude(status__in=OPEN) if value == "closed" else queryset.filter(status=value)

    def not_heard_of(self, queryset: QuerySet[Action], name: str, value: bool) -> QuerySet[Action]:
        """What the committee met SILENT times without a word of."""
        return queryset.alias(silence=meetings_since_heard()).filter(silence__gte=SILENT) if value else queryset

    def of_mine(self, queryset: Any, name: str, value: bool) -> QuerySet[Action]:
        found: QuerySet[Action] = queryset.owned_by(self.request.user) if value else queryset
        return found

    def due_when(self, queryset: Any, name: str, value: str) -> QuerySet[Action]:
        today = timezone.localdate()
        found: QuerySet[Action] = {
            "overdue": lambda: queryset.overdue(today),
            "soon": lambda: queryset.due_within(SOON, today),
            "later": lambda: queryset.due_after(SOON, today),
            "undated": lambda: queryset.without_date(),
        }[value]()
        return found

    def in_order(self, queryset: QuerySet[Action], name: str, value: str) -> QuerySet[Action]:
        return queryset.order_by(*self.SORTS[value])

    def with_words(self, queryset: QuerySet[Action], name: str, value: str) -> QuerySet[Action]:
        return queryset.filter(every_word(value, "text", "owner", "owner_printed", "item__title"))


class ResolutionFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Resolutions", "resolution", "resolutions", "resolutions_file"
    EMPTY = "No resolution has been found in the papers read so far."
    ORDERS = OF_MEETINGS

    words = words_filter()
    committee = committee_filter("meeting__committee")
    year = year_filter()
    decision = df.ChoiceFilter(label="Decision", empty_label="All decisions", choices=Decision.choices)

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()

    choices = MeetingFilter.choices

    def in_year(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return within_year(queryset, value)

    def with_words(self, queryset: QuerySet[Resolution], name: str, value: str) -> QuerySet[Resolution]:
        return queryset.filter(every_word(value, "text", "recipient", "item__title"))


class InterestFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Declarations of interest", "declaration", "declarations", "interests_file"
    EMPTY = "No interest has been declared in the papers read so far."
    ORDERS = OF_MEETINGS

    words = words_filter("Name or words")
    committee = committee_filter("meeting__committee")
    year = year_filter()
    kind = df.ChoiceFilter(label="Kind of interest", empty_label="All kinds", choices=InterestKind.choices)

    class Meta:
        model = Interest
        fields: tuple[str, ...] = ()

    choices = MeetingFilter.choices

    def in_year(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return within_year(queryset, value)

    def with_words(self, queryset: QuerySet[Interest], name: str, value: str) -> QuerySet[Interest]:
        return queryset.filter(every_word(value, "name", "person__name", "description", "item__title"))


class PersonFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "People", "person", "people", "people_file"
    EMPTY = "Nobody is known yet. People appear here when papers that name them have been read."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {"name": ("sort_name", "pk"), "-name": ("-sort_name", "-pk")}

    words = words_filter("Name")
    side = df.ChoiceFilter(label="Members or officers", empty_label="Everybody", choices=Side.choices)

    class Meta:
        model = Person
        fields: tuple[str, ...] = ()

    def with_words(self, queryset: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        """Each word in the name, or in one that was printed."""
        for word in value.split():
            printed = NameForm.objects.filter(every_word(word, "printed"), person=OuterRef("pk"))
            queryset = queryset.filter(every_word(word, "name") | Exists(printed))
        return queryset


def within_year(queryset: QuerySet[Any], year: str) -> QuerySet[Any]:
    """Records of the meetings of a municipal year."""
    first, last = days_of(int(year))
    return queryset.filter(meeting__date__gte=first, meeting__date__lte=last)

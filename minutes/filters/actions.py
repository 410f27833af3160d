from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import django_filters as df
from django import forms
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from minutes.figures import SILENT, SOON, meetings_since_heard
from minutes.filters.lists import Choices, DateFilter, ListFilter, words_filter, year_filter
from minutes.inputs import LongSelect, whole_number
from minutes.models import (
    OPEN,
    Action,
    Delivery,
    Meeting,
    Person,
)
from minutes.people.seen import seen_by

MOST_OWNERS = 200  # that are offered: nobody looks through more
LATELY = 5_000  # actions, whose owners are offered where these are not known as people


class ActionFilter(ListFilter):
    """Without a state, what is outstanding; ``when`` is the tab, reckoned from today."""

    leaves_people_out = False  # of the owners that are offered
    TITLE, ONE, MORE, FILE = "Actions", "action", "actions", "actions_file"
    EMPTY = "No action is outstanding. Actions appear here when minutes that agree them have been uploaded and read."
    WHEN = (("overdue", "Overdue"), ("soon", f"Due in {SOON} days"), ("later", "Later"), ("undated", "No date"))
    STATES = (("", "All outstanding"), *Delivery.choices, ("closed", "All that are closed"), ("all", "Any state"))
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {
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
    committee = df.ChoiceFilter(
        method="of_committee", label="Committee", empty_label="All committees", widget=LongSelect
    )
    owner = df.ChoiceFilter(method="owned", label="Owner", empty_label="Everybody", widget=LongSelect)
    state = df.ChoiceFilter(method="in_state", label="State", choices=STATES[1:], empty_label=STATES[0][1])
    year = year_filter("Agreed in")
    due_from = DateFilter(field_name="due", lookup_expr="gte", label="Due from")
    due_to = DateFilter(field_name="due", lookup_expr="lte", label="Due to")
    silent = df.BooleanFilter(method="not_heard_of", label=f"No word for {SILENT} meetings", widget=forms.CheckboxInput)
    mine = df.BooleanFilter(method="of_mine", label="Your own only", widget=forms.CheckboxInput)
    when = df.ChoiceFilter(method="due_when", choices=WHEN, widget=forms.HiddenInput)

    class Meta:
        model = Action
        fields: tuple[str, ...] = ()

    def choices(self) -> dict[str, Callable[[], Choices]]:
        return {"owner": self.owners, "year": self.years}

    def owners(self) -> Choices:
        """Who is asked to do something, as far as a person can choose among them.

        Of more than MOST_OWNERS people those of the chosen committee are offered, and of posts and bodies those that
        were lately named.
        """
        visible = Action.objects.visible_to(self.request.user).order_by()
        named = [(f"person-{pk}", name) for pk, name in self._people(visible).values_list("pk", "name")[:MOST_OWNERS]]
        unknown = visible.filter(owner_person=None).exclude(owner="").order_by("-pk").values_list("owner", flat=True)
        others = sorted(set(unknown[:LATELY]))[:MOST_OWNERS]
        offered = [*named, *((owner, owner) for owner in others), ("nobody", "Nobody is named")]
        return [*offered, *self._chosen_owner(dict(offered))]

    def say_what_is_left_out(self) -> None:
        list(self.filters["owner"].extra["choices"])  # looks them up, once for the page
        if self.leaves_people_out:
            shown = "Here are the committee’s." if self._committee else "Choose a committee to see its people here."
            self.form["owner"].help_text = f"More than {MOST_OWNERS} people own actions. {shown}"

    @property
    def _committee(self) -> int | None:
        return whole_number(self.data.get("committee"))

    def _people(self, visible: Any) -> QuerySet[Person]:
        """The owners of actions that are known as people."""
        everybody = Person.objects.filter(Exists(visible.filter(owner_person=OuterRef("pk"))))
        self.leaves_people_out = bool(everybody.order_by().values_list("pk")[MOST_OWNERS : MOST_OWNERS + 1])
        if not self.leaves_people_out:
            return everybody
        committee = self._committee
        if committee is None:
            return Person.objects.none()
        asked = visible.filter(meeting__committee=committee).exclude(owner_person=None)
        return Person.objects.filter(pk__in=set(asked.values_list("owner_person", flat=True)))

    def _chosen_owner(self, offered: dict[str, str]) -> Choices:
        """The owner in the address, where the list does not offer them anyway."""
        owner = name = str(self.data.get("owner") or "")
        if owner.startswith("person-"):
            key = whole_number(owner.removeprefix("person-"))
            name = str(seen_by(self.request.user).filter(pk=key).first() or "")
        return [(owner, name)] if name and owner not in offered and "\x00" not in owner else []

    def filter_queryset(self, queryset: QuerySet[Action]) -> QuerySet[Action]:
        chosen = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("when") == "undated" and self.order.endswith("due"):
            # All alike in their day. SQLite would look through all of them for those that have one.
            chosen = chosen.order_by("-pk" if self.order == "-due" else "pk")
        return chosen if self.form.cleaned_data.get("state") else chosen.filter(status__in=OPEN)

    def of_committee(self, queryset: QuerySet[Action], name: str, value: str) -> QuerySet[Action]:
        """By its meetings, which are few beside what is outstanding: joined, SQLite would look at all of that."""
        return queryset.filter(meeting__in=Meeting.objects.filter(committee=value).order_by().values("pk"))

    def in_year(self, queryset: QuerySet[Action], name: str, value: str) -> QuerySet[Action]:
        """By the meetings that agreed them: see of_committee."""
        held = Meeting.objects.in_municipal_year(int(value)).order_by()
        return queryset.filter(meeting__in=held.values("pk"))

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

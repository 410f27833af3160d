"""Numbers that stand on pages: how many actions are late, how much a meeting has. Always as one user may see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from minutes.counting import Led, Part, at_once
from minutes.models import ANSWERED, Action, ActionUpdate, AgendaItem, Kind, Meeting, Response, ResponseState, User
from minutes.models.action import ActionQuerySet
from minutes.models.meeting import MeetingQuerySet
from minutes.paging import MANY
from minutes.paging import Count as Few
from minutes.search.walking import has_common_words, number_along, numbers_along

SILENT = 3  # meetings: what was not heard of for so long may be forgotten
CROWD = 2_000  # rows in all: of more, not so many are counted in each part
SOME = 100  # rows of a part that are counted then
SOON = 30  # days: what is due in this time is due soon


def figures(actions: ActionQuerySet, narrowed: bool = False) -> dict[str, Few]:
    """How many of the actions are outstanding, overdue, due soon, later and without a date, reckoned from today.

    Each is counted to a thousand, and is then "1,000+": who has so many does not wait for their number; where thousands
    are outstanding, to SOME. Of actions that are ``narrowed`` down, to a committee's or an owner's, the days are looked
    at once where they are not so many.
    """
    today = timezone.localdate()
    rows = actions.order_by()
    if narrowed and (days := _few_of(rows.outstanding(), "due")) is not None:
        told = _by_day([day for (day,) in days], today)
        return {"outstanding": together(told.values())} | told
    outstanding = rows.outstanding()
    parts = {tab: Part(outstanding, told) for tab, told in (_days(today) | {"undated": {"due__isnull": True}}).items()}
    told = few_of_each(outstanding, parts, Action.objects.outstanding())
    return {"outstanding": together(told.values())} | told


def _few_of(rows: Any, *fields: str) -> list[Any] | None:
    """These fields of all rows; None where the rows are many, or common words narrow them down."""
    if has_common_words(rows):
        return None
    found = list(rows.values_list(*fields)[: MANY + 1])
    return found if len(found) <= MANY else None


def _by_day(days: list[dt.date | None], today: dt.date) -> dict[str, Few]:
    soon = today + dt.timedelta(days=SOON)
    dated = [day for day in days if day is not None]
    overdue, later = sum(day < today for day in dated), sum(day > soon for day in dated)
    return {
        "overdue": Few.of(overdue),
        "soon": Few.of(len(dated) - overdue - later),
        "later": Few.of(later),
        "undated": Few.of(len(days) - len(dated)),
    }


def recommendation_figures(resolutions: Any, narrowed: bool = False) -> dict[str, Few]:
    """How many of the recommendations are awaited, how these stand to their last day, and how many are answered.

    Reckoned from today, each counted to a thousand, or to SOME where thousands are known. Of those that are
    ``narrowed`` down, their answers are looked at once where they are not so many.
    """
    rows = resolutions.order_by()
    if narrowed and (answers := _few_of(rows, "response__state", "response__due")) is not None:
        return _by_answer(answers)
    told = _by_tab(rows, ANSWER_TABS)
    known = together(told[tab] for tab in ("awaited", "answered"))
    # Who knows that there are more under the tabs than are counted knows it of all of them.
    return {"all": known if known.more else few(rows)} | told


def _by_answer(answers: list[tuple[str | None, dt.date | None]]) -> dict[str, Few]:
    """The figures of recommendations by the state of each one's answer, None where there is none yet, and last day."""
    awaited = [day for state, day in answers if state in (None, ResponseState.AWAITING)]
    told = {"awaited": Few.of(len(awaited))} | _by_day(awaited, timezone.localdate())
    return {"all": Few.of(len(answers))} | told | {"answered": Few.of(sum(state in ANSWERED for state, _ in answers))}


def awaited_figures(resolutions: Any) -> dict[str, Few]:
    """The same without what is answered, for a page that says nothing of that."""
    return _by_tab(resolutions.order_by(), [tab for tab in ANSWER_TABS if tab != "answered"])


def _by_tab(rows: Any, tabs: Iterable[str]) -> dict[str, Few]:
    answers = Response.objects.all()
    told = few_of_each(rows, {tab: _under(rows, answers, tab) for tab in tabs}, answers)
    return {"awaited": together(number for tab, number in told.items() if tab != "answered")} | told


def few(rows: Any) -> Few:
    """The number of rows, to a thousand: of more it is looked at no more."""
    return Few.saying(*number_along(rows, MANY))


def few_of_each(rows: Any, lists: dict[str, Any], crowd: Any) -> dict[str, Few]:
    """How many of some rows there are in several lists, by name, asked for at once; of common words, to fifty.

    To count a row it is looked up: they are counted to a thousand, or to SOME where ``crowd`` has thousands.
    """
    parts = list(lists.values())
    if has_common_words(rows):
        numbers = numbers_along(rows, parts)
        return {name: Few.saying(*told) for name, told in zip(lists, numbers, strict=True)}
    *numbers, in_all = at_once([*parts, crowd], *[SOME + 1] * len(parts), CROWD)
    most = SOME
    if in_all < CROWD and max(numbers) > SOME:
        numbers, most = at_once(parts, MANY + 1), MANY
    return {name: Few.saying(min(number, most), number > most) for name, number in zip(lists, numbers, strict=True)}


def together(parts: Iterable[Few]) -> Few:
    """The sum of such numbers of different rows."""
    numbers = list(parts)
    return Few.saying(sum(numbers), any(number.more for number in numbers))


ANSWER_TABS = ("overdue", "soon", "later", "undated", "answered")


def answer_due(tab: str) -> Q:
    """The condition that a recommendation stands under a tab of their list, reckoned from today."""
    if tab == "undated":
        # What has none is looked for as such: of two kinds by "or", PostgreSQL would first go through all responses.
        others = Response.objects.exclude(state=ResponseState.AWAITING, due=None)
        return Q(~Exists(others.filter(resolution=OuterRef("pk")).order_by()))
    return Q(**{f"response__{name}": value for name, value in _answer(tab).items()})


def _answer(tab: str) -> dict[str, Any]:
    """What is true of the answers under a tab. What has a last day has one, found by an index of states and days."""
    if tab == "answered":
        return {"state__in": ANSWERED}
    return {"state": ResponseState.AWAITING, **_days(timezone.localdate())[tab]}


def _days(today: dt.date) -> dict[str, dict[str, dt.date]]:
    """What is true of a last day under the tabs that are reckoned from today."""
    soon = today + dt.timedelta(days=SOON)
    return {"overdue": {"due__lt": today}, "soon": {"due__gte": today, "due__lte": soon}, "later": {"due__gt": soon}}


def _under(rows: Any, answers: Any, tab: str) -> Any:
    """The recommendations under a tab, to be counted."""
    if tab == "undated" or has_common_words(rows):
        return rows.filter(answer_due(tab))
    return Led(Part(answers, _answer(tab)), "resolution_id", rows)


def with_counts(meetings: MeetingQuerySet, user: User) -> MeetingQuerySet:
    """Meetings with what their rows name, and ``item_count`` and ``action_count`` as the user may see them."""
    return meetings.select_related("committee", "council", "checker").annotate(
        item_count=number_of(AgendaItem.objects.visible_to(user), "meeting"),
        action_count=number_of(Action.objects.visible_to(user), "meeting"),
    )


def number_of(records: Any, key: str) -> Coalesce:
    """For annotating: how many of the records point with ``key`` to the row; 0 where none does."""
    own = records.filter(**{key: OuterRef("pk")}).order_by().values(key)
    return Coalesce(Subquery(own.annotate(number=Count("*")).values("number"), output_field=IntegerField()), 0)


def with_last_heard(actions: ActionQuerySet) -> ActionQuerySet:
    """Actions with ``heard_on`` and ``heard_text`` of their newest update; empty where nothing was heard.

    Nothing of what an exempt meeting heard: these words stand in lists and downloads. ``silent_for`` is how many
    meetings the committee has held since then, or since it was agreed: by those that everybody may know of.
    """
    heard = with_day_last_heard(actions).annotate(
        heard_text=Subquery(_newest_update(OuterRef("pk")).values("text")[:1])
    )
    return heard.annotate(silent_for=meetings_since_heard())


def with_day_last_heard(actions: ActionQuerySet) -> ActionQuerySet:
    """The same with ``heard_on`` alone, for short rows: to count the meetings since takes longer than all the rest."""
    return actions.annotate(heard_on=Subquery(_newest_update(OuterRef("pk")).values("on")[:1]))


def _newest_update(action: OuterRef) -> Any:
    """Of the action that a query is about, from what is not exempt."""
    return ActionUpdate.objects.filter(action=action).exclude(meeting__exempt=True).order_by("-on", "-pk")


def meetings_since_heard() -> Coalesce:
    """For annotating actions: the meetings of the committee, by its minutes, after the action was last heard of.

    Without exempt ones, and without what these heard: who may not know of one would see a number grow.
    """
    newest = _newest_update(OuterRef(OuterRef("pk")))
    last = Coalesce(Subquery(newest.values("on")[:1]), OuterRef("meeting__date"))
    held = Meeting.objects.filter(kind=Kind.MINUTES, exempt=False, committee=OuterRef("meeting__committee"))
    counted = (
        held.filter(date__gt=last)
        .order_by()
        .values("committee")
        .annotate(number=Count("date", distinct=True))
        .values("number")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


# The newest update of each action, and how many meetings the committee has held since, as ``with_last_heard`` has them:
# for a page's rows, of which Django would take longer to write that down than a database to answer.
_LAST_HEARD = """
SELECT a.id, u."on", u.text, (
    SELECT COUNT(DISTINCT held.date) FROM minutes_meeting held
    WHERE held.committee_id = m.committee_id AND held.kind = %s AND held.removed_at IS NULL AND NOT held.exempt
    AND held.date > COALESCE(u."on", m.date)
) FROM minutes_action a JOIN minutes_meeting m ON m.id = a.meeting_id
LEFT JOIN minutes_actionupdate u ON u.id = (
    SELECT n.id FROM minutes_actionupdate n WHERE n.action_id = a.id
    AND NOT EXISTS (SELECT 1 FROM minutes_meeting e WHERE e.exempt AND e.id = n.meeting_id)
    ORDER BY n."on" DESC, n.id DESC LIMIT 1
) WHERE a.id IN ({})
"""


def tell_last_heard(actions: list[Any]) -> None:
    """Give actions what ``with_last_heard`` gives those of a queryset, in one query however many they are."""
    heard = _last_heard([action.pk for action in actions])
    for action in actions:
        action.heard_on, action.heard_text, action.silent_for = heard.get(action.pk, (None, None, 0))


def _last_heard(keys: list[int]) -> dict[int, tuple[dt.date | None, str | None, int]]:
    if not keys:
        return {}
    day = ActionUpdate._meta.get_field("on").to_python  # SQLite knows no days
    with connection.cursor() as cursor:
        cursor.execute(_LAST_HEARD.format(", ".join(["%s"] * len(keys))), [Kind.MINUTES, *keys])
        return {pk: (day(on), text, silent) for pk, on, text, silent in cursor.fetchall()}

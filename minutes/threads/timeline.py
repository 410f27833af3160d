"""A matter over the meetings: at each what was decided, what was to be done, and what became of that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from minutes.models import Action, AgendaItem, Resolution, User


@dataclass(frozen=True, slots=True)
class Step:
    item: AgendaItem
    resolutions: list[Resolution]
    actions: list[Action]


def timeline(items: list[AgendaItem], user: User) -> list[Step]:
    """The items in the order given, each with its resolutions and actions as the user may see them. Two queries."""
    decided = _by_item(Resolution.objects.visible_to(user).filter(item__in=items))
    agreed = _by_item(Action.objects.visible_to(user).filter(item__in=items).select_related("owner_person"))
    return [Step(item, decided[item.pk], agreed[item.pk]) for item in items]


def _by_item(records: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records.select_related("document").order_by("order", "pk"):
        found[record.item_id].append(record)
    return found

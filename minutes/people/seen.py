from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from minutes.models import Action, Attendee, Interest, Person, User
from minutes.models.person import PersonQuerySet

NAMING: tuple[tuple[Any, str], ...] = ((Attendee, "person"), (Action, "owner_person"), (Interest, "person"))


def seen_by(user: User) -> PersonQuerySet:
    """People whom records name that the user may see: who is named in exempt ones alone is nobody to the others."""
    attends, owns, declares = (
        Exists(model.objects.visible_to(user).filter(**{field: OuterRef("pk")}).order_by()) for model, field in NAMING
    )
    return Person.objects.current().filter(attends | owns | declares)

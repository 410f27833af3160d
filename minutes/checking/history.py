"""What people did to a record, for a person to read and to take back."""

from __future__ import annotations

from typing import Any

from django.db import models

from minutes import corrections
from minutes.forms import FORMS, label_of
from minutes.kinds import KINDS
from minutes.models import Committee, Correction, Council, Person
from minutes.models.extracted import Extracted

# Every kind of which something can be corrected, by the word that stands for it in addresses.
WITH_A_HISTORY: dict[str, type[models.Model]] = {
    **KINDS,
    "person": Person,
    "committee": Committee,
    "council": Council,
}
KIND_OF = {str(model._meta.model_name): kind for kind, model in WITH_A_HISTORY.items()}


def of(record: models.Model) -> list[tuple[Correction, str, bool]]:
    """Each act, the newest first: with the name of its field, and whether it can be taken back now. Two queries."""
    kind = KIND_OF[str(record._meta.model_name)]
    may = corrections.open_to_take_back(record)
    acts = Correction.objects.about(record).select_related("by", "taken_back__by")
    return [(act, _label(kind, act.field), act.pk in may) for act in acts]


def record_of(kind: str, pk: int, user: Any) -> Any:
    """A record of a kind that the user may see, removed ones too; None where there is none."""
    model = WITH_A_HISTORY[kind]
    rows = model.everything.visible_to(user) if issubclass(model, Extracted) else model._base_manager.all()
    return rows.filter(pk=pk).first()


def _label(kind: str, field: str) -> str:
    if not field:
        return ""
    if field == corrections.SOURCE:
        return "Words of the paper"
    return label_of(kind, field) if kind in FORMS else field.replace("_", " ").capitalize()

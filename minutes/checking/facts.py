"""A record's values as a person reads them beside its paper, each with the name that its form has for it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from minutes.forms import FORMS, label_of
from minutes.kinds import kind_of
from minutes.models import Kind
from minutes.models.extracted import Extracted
from minutes.plain import in_words, plain


@dataclass(frozen=True, slots=True)
class Fact:
    """``read`` says what stood there before a person changed it, as a sentence in HTML."""

    field: str
    label: str
    value: str
    read: str


def facts(record: Extracted) -> list[Fact]:
    """All values that people may correct, in the order of the record's form."""
    kind = kind_of(record)
    form = FORMS[kind](instance=copy.copy(record))
    return [
        Fact(name, label_of(kind, name), _said(record, name), form.as_it_was_read(name))
        for name in form.Meta.fields
        if not (name == "reported_to" and _went_nowhere(record))
    ]


def _went_nowhere(record: Any) -> bool:
    """Whether a meeting's paper is no report to another meeting: then there is none to name."""
    return record.reported_to_id is None and record.kind not in ("", Kind.PORTFOLIO_REPORT)


def _said(record: Extracted, name: str) -> str:
    field: Any = record._meta.get_field(name)
    if field.many_to_many:
        return ", ".join(str(one) for one in getattr(record, name).all())
    if field.is_relation:
        return str(getattr(record, name) or "")
    return in_words(type(record), name, plain(record, name))

"""From a committee's file into this installation: all of it in one transaction, or nothing."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DataError, IntegrityError, models, transaction

from minutes.exchange.kinds import KINDS, fields_of, name_of
from minutes.exchange.opening import DAMAGED, Opened, Refused, opened
from minutes.exchange.references import renumbered
from minutes.exchange.rows import record_of
from minutes.models import Committee, Council, Document, ResponseRule, Role, User
from minutes.models.document import stored_name
from minutes.wording import key

# What a database or a field says of a value that no export has.
NO_SUCH_VALUE = (KeyError, TypeError, ValueError, AttributeError, ValidationError, IntegrityError, DataError)


@dataclass(slots=True)
class BroughtIn:
    """What came of a file. ``numbers`` has, by kind, the primary keys here by those in the file."""

    numbers: dict[str, dict[int, int]] = field(default_factory=lambda: {kind: {} for kind in ("user", *KINDS)})
    placeholders: list[str] = field(default_factory=list)
    without_file: list[str] = field(default_factory=list)
    stored: ExitStack = field(default_factory=ExitStack)  # takes files back: a transaction takes back rows alone

    def number(self, kind: str, old: int) -> int | None:
        return self.numbers[kind].get(old)

    @property
    def committee(self) -> Committee:
        return Committee.objects.get(pk=next(iter(self.numbers["committee"].values())))


def bring_in(file: IO[bytes]) -> BroughtIn:
    """Make a committee of a file's rows. Raises Refused, with nothing changed, where that cannot be."""
    done = BroughtIn()
    try:
        with done.stored, opened(file) as found, transaction.atomic():
            _refuse_what_is_here(found)
            _accounts(found, done)
            later = _rows(found, done)
            _point_back(later, done)
            done.stored.pop_all()
    except NO_SUCH_VALUE as error:
        raise Refused(DAMAGED.format("a value in it cannot be what it says")) from error
    return done


def _refuse_what_is_here(found: Opened) -> None:
    name = found.records["committee"][0]["name"]
    if _same_committee(found).exists():
        raise Refused(f"The {name} is here already. Bring it into an installation that does not have it.")
    sums = [one["sha256"] for one in found.records["document"]]
    if paper := Document.objects.filter(sha256__in=sums).first():
        raise Refused(f"The paper {paper.filename} is here already, so its records would be there twice.")


def _same_committee(found: Opened) -> Any:
    row = found.records["committee"][0]
    if row["council"] is None:
        return Committee.objects.named(row["name"]).filter(council=None)
    councils = {one["id"]: key(one["name"]) for one in found.records["council"]}
    return Committee.objects.named(row["name"]).filter(council__key=councils[row["council"]])


def _accounts(found: Opened, done: BroughtIn) -> None:
    """The accounts that history names: those of the same username here, else closed ones to stand for them."""
    for row in found.users:
        user = User.objects.filter(username=row["username"]).first()
        if user is None:
            user = User(username=row["username"], first_name=row["first_name"], last_name=row["last_name"],
                        role=Role.COUNCILLOR, is_active=False)  # fmt: skip
            user.set_unusable_password()
            user.full_clean(exclude=["password"])
            user.save()
            done.placeholders.append(user.username)
        done.numbers["user"][row["id"]] = user.pk


def _rows(found: Opened, done: BroughtIn) -> list[tuple[type[models.Model], int, str, str, int]]:
    """Make the rows in order. Gives what points to rows that are made after it: model, key, field, kind, number."""
    later: list[tuple[type[models.Model], int, str, str, int]] = []
    for kind, model in KINDS.items():
        for row in found.records[kind]:
            if (here := _already_here(model, row)) is not None:
                done.numbers[kind][row["id"]] = here
                continue
            record = record_of(model, row | renumbered(kind, row, done.number))
            missing = _point(record, row, done)
            if isinstance(record, Document):
                _store(record, found, done)
            record.save_base(raw=True, force_insert=True)  # as it is: no time of now, nothing worked out anew
            done.numbers[kind][row["id"]] = record.pk
            later += [(model, record.pk, *one) for one in missing]
            for many in model._meta.many_to_many:
                other = name_of(many.related_model)
                getattr(record, many.name).set([done.numbers[other][old] for old in row[many.name]])
    return later


def _already_here(model: type[models.Model], row: dict[str, Any]) -> int | None:
    """What several committees share: their council, and the statutes' rules for all."""
    if model is Council:
        return Council.objects.filter(key=key(row["name"])).values_list("pk", flat=True).first()
    if model is not ResponseRule or row["committee"] is not None:
        return None
    rule = ResponseRule.objects.filter(committee=None, regime=row["regime"], holds_from=row["holds_from"]).first()
    if rule and (rule.months, rule.days, rule.starts) != (row["months"], row["days"], row["starts"]):
        raise Refused(
            f"The rule for answers “{row['source']}” has another period here, {rule.period}. "
            "Make the two installations agree on it, and export the committee again."
        )
    return rule.pk if rule else None


def _point(record: models.Model, row: dict[str, Any], done: BroughtIn) -> list[tuple[str, str, int]]:
    """Set what a record points to, as far as that is made; gives the rest: field, kind, number in the file."""
    missing = []
    for pointer in (one for one in fields_of(type(record)) if one.is_relation):
        old, kind = row[pointer.name], name_of(pointer.related_model)
        here = None if old is None else done.numbers[kind].get(old)
        setattr(record, pointer.attname, here)
        if old is not None and here is None:
            missing.append((pointer.attname, kind, old))
    return missing


def _point_back(later: list[tuple[type[models.Model], int, str, str, int]], done: BroughtIn) -> None:
    for model, here, name, kind, old in later:
        models.QuerySet(model).filter(pk=here).update(**{name: done.numbers[kind][old]})


def _store(document: Document, found: Opened, done: BroughtIn) -> None:
    """Store a paper's file under the name that its content gives it. Without its file a paper has its words alone."""
    content = found.paper(document.sha256, document.media_type, document.size)
    document.file.name = stored_name(document, "")
    if content is None:
        done.without_file.append(document.filename)
        return
    storage = document.file.storage
    if not storage.exists(document.file.name):
        document.file.name = storage.save(document.file.name, ContentFile(content))
        done.stored.callback(storage.delete, document.file.name)

"""Whose paper it is: the council and the committee that a reading names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest.filing.values import tidy
from ingest.reading.model import MeetingRead
from minutes.bodies import follow_council
from minutes.checking.doubts import PAPER
from minutes.models import Committee, Council, Meeting
from minutes.wording import key


@dataclass(frozen=True, slots=True)
class Bodies:
    council: Council | None
    committee: Committee | None
    doubts: tuple[dict[str, Any], ...] = ()


def find(meeting: MeetingRead, filed: Meeting | None = None) -> Bodies:
    """The council and the committee of a paper, made where they are new, and held until the paper is filed.

    A paper that names no council is its council's where the installation knows one council alone, and that has
    a committee of this name; and once somebody said whose it is, it stays with the meeting as ``filed`` before.
    Otherwise the committee is kept without a council, and that is a question.
    """
    council = _council(tidy(meeting.council)) if meeting.council else None
    if not meeting.committee:
        return Bodies(council, None)
    name = tidy(meeting.committee)
    if council is None and filed and filed.council and filed.committee and filed.committee.key == key(name):
        return Bodies(_council(filed.council.name), filed.committee)
    if council is None:
        return _without_council(name)
    return Bodies(council, _of_council(name, council))


def _council(name: str) -> Council:
    council, _ = Council.objects.get_or_create(key=key(name), defaults={"name": name})
    return Council.objects.select_for_update().get(pk=council.pk)  # papers of one council are filed one by one


def _of_council(name: str, council: Council) -> Committee:
    known = Committee.objects.named(name)
    if committee := known.filter(council=council).first():
        return committee
    nameless = known.filter(council=None).first()
    if nameless and Council.objects.count() == 1:
        nameless.council = council  # an earlier paper did not name it, and there is no other council
        nameless.save()
        follow_council(nameless)
        return nameless
    return Committee.objects.get_or_create(council=council, key=key(name), defaults={"name": name})[0]


def _without_council(name: str) -> Bodies:
    only = list(Council.objects.all()[:2])
    committee = Committee.objects.named(name).filter(council=only[0]).first() if len(only) == 1 else None
    if committee is not None:
        return Bodies(_council(only[0].name), committee)
    committee, _ = Committee.objects.get_or_create(council=None, key=key(name), defaults={"name": name})
    doubt = {"field": "committee", "sentence": "The paper does not say whose committee this is.", "kind": PAPER}
    return Bodies(None, committee, (doubt,))

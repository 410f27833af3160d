"""Whether people came: out of all that a paper says of each, and of the list as a whole.

What contradicts itself, or would leave no body to meet, is left open with a doubt that says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.reading.model import Doubt, Status
from ingest.reading.records.attendance.sighting import SEATED, Sighting

if TYPE_CHECKING:
    from ingest.reading.records.attendance.joining import Person

_FEWEST = 4  # members listed, of whom too few may have come
# A quorum is never below a quarter of the members (Local Government Act 1972, Schedule 12, paragraphs 6 and 45)
_QUARTER = 4


def settle(found: Sequence[Person]) -> None:
    """Give everybody a status, or None and a doubt."""
    for person in found:
        person.status = _status(person)
    _look_at_all(found)


def _status(person: Person) -> Status | None:
    told = [one for one in person.seen if one.status and one.creates]
    if _is_contradicted(told):
        person.doubts.append(Doubt(f"The paper lists {person.name.text} both as present and as away.", "status"))
        return "apologies" if _is_of_roster(told) else None
    if not told and any(one.roll and one.status is None for one in person.seen):
        person.doubts += [_untold(one, person) for one in person.seen if one.roll]
        return None
    ranked = [one.status for one in person.seen if one.roll and one.status]
    ranked = ranked or [one.status for one in person.seen if one.status]
    if "present" in ranked and any(one.roll for one in person.seen):
        return "present"
    sent = any(one.status == "apologies" for one in [*told, *person.seen])
    return "apologies" if sent else ranked[0] if ranked else "absent"


def _is_contradicted(told: Sequence[Sighting]) -> bool:
    """Whether somebody is named among those present and among those away, and not as the substitute of one away."""
    away = [one for one in told if one.status != "present" and one.role != "substitute"]
    return bool(away) and any(one.status == "present" for one in told)


def _is_of_roster(told: Sequence[Sighting]) -> bool:
    """Whether apologies came from somebody who is present only by a list made beforehand."""
    listed = [one for one in told if one.roll and one.status == "present"]
    sent = any(one.status == "apologies" and not one.roll for one in told)
    return sent and bool(listed) and all(one.roster for one in listed)


def _untold(one: Sighting, person: Person) -> Doubt:
    if one.unknown:
        return Doubt(f"The paper does not say what “{one.unknown}” beside {person.name.text} means.", "status")
    return Doubt(f"The paper does not say whether {person.name.text} was there.", "status")


# --- the list as a whole ------------------------------------------------------------------------------------------


def _look_at_all(found: Sequence[Person]) -> None:
    """Where fewer than a quarter of those who sit on the body were there, the list was rather read wrongly."""
    seated = [person for person in found if any(_is_seated(one) for one in person.seen)]
    away = [person for person in seated if person.status in ("apologies", "absent")]
    if len(seated) < _FEWEST or (len(seated) - len(away)) * _QUARTER >= len(seated):
        return
    for person in (one for one in found if one.status in ("apologies", "absent")):
        if any(one.roll for one in person.seen if one.status):
            person.status = None
            person.doubts.append(
                Doubt(
                    f"{person.name.text} was read as away, but then fewer than a quarter of the members were there.",
                    "status",
                )
            )


def _is_seated(one: Sighting) -> bool:
    return one.roll and (one.role in SEATED or one.role == "chair")

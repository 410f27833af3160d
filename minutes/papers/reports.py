"""Reports that went to a meeting: shown with it as its papers, and not as meetings of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from minutes.checking import questions
from minutes.models import Meeting, User


def tell(meetings: Iterable[Any], user: User, asked: Counter[int] | None = None) -> None:
    """Give each meeting of a page ``its_reports``, each of them with ``question_count``, by ``asked`` where known."""
    shown = list(meetings)
    found = list(of(shown, user))
    if found:
        questions.tell(found, user, asked)
    by_meeting: dict[int, list[Meeting]] = defaultdict(list)
    for report in found:
        by_meeting[report.reported_to_id].append(report)
    for meeting in shown:
        meeting.its_reports = by_meeting[meeting.pk]


def of(meetings: Iterable[Meeting], user: User) -> Any:
    """The reports that went to these meetings, as far as the user may see them."""
    found = Meeting.objects.visible_to(user).filter(reported_to__in=[meeting.pk for meeting in meetings])
    return found.select_related("committee", "council", "document").order_by("pk")

"""What a committee thinks of how something was followed up: appended, dated, by the meeting that said it."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from minutes.models import Action, Judgement, Meeting, Resolution, User


def judge(
    record: Action | Resolution,
    by: User,
    rating: str,
    text: str = "",
    meeting: Meeting | None = None,
    on: dt.date | None = None,
) -> Judgement:
    """Append a judgement; of the meeting's day unless another is given, else of today. Raises ValidationError."""
    about = {"action": record} if isinstance(record, Action) else {"resolution": record}
    day = on or (meeting.date if meeting else None) or timezone.localdate()
    judgement = Judgement(rating=rating, text=text, meeting=meeting, on=day, by=by, **about)
    judgement.full_clean()
    judgement.save()
    return judgement

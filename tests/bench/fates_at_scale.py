"""What became of actions and recommendations at scale, by how long ago they were agreed.

Most are done within two years, and some are forgotten for ever. One committee in eight has had twenty years of its old
minutes read and has closed nothing: all that its papers ask for is outstanding, as it is in an installation that is
new. Together that leaves about one action in six outstanding, many more than a council that has long kept them.
"""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

NEVER_CLOSES = 8  # one committee in so many
YEAR = 365  # days
# The share that is still open, of what was agreed at most so many days ago.
OPEN = ((YEAR / 4, 0.8), (YEAR, 0.4), (2 * YEAR, 0.1), (3 * YEAR, 0.03), (100 * YEAR, 0.005))
STILL = ("outstanding", "outstanding", "in_progress", "paused")
CLOSED = ("complete", "complete", "complete", "complete", "superseded", "withdrawn", "closed_undelivered")
ANSWERS = ("accepted", "accepted", "accepted_in_part", "not_accepted", "accepted_in_principle")


def action(random: Random, committee: int, agreed: dt.date, today: dt.date) -> dict[str, Any]:
    """An action's ``status`` and ``due``: in two weeks to six months after it was agreed, or on no day."""
    if committee % NEVER_CLOSES == 0:
        status = "outstanding"
    else:
        status = random.choice(STILL if random.random() < _open(agreed, today) else CLOSED)
    due = agreed + dt.timedelta(days=random.randint(14, 180)) if random.random() < 0.7 else None
    return {"status": status, "due": due and due.isoformat()}


def response(random: Random, committee: int, agreed: dt.date, today: dt.date) -> dict[str, Any]:
    """What was answered to a recommendation, or that it is awaited: two months after it was sent on."""
    sent = agreed + dt.timedelta(days=7)
    is_awaited = committee % NEVER_CLOSES == 0 or random.random() < _open(agreed, today)
    answered = None if is_awaited else sent + dt.timedelta(days=random.randint(20, 120))
    return {
        "sent_on": sent.isoformat(),
        "due": (sent + dt.timedelta(days=61)).isoformat(),
        "state": "awaiting" if is_awaited else random.choice(ANSWERS),
        "answered_on": answered and answered.isoformat(),
    }


def heard(random: Random, agreed: dt.date, today: dt.date) -> str:
    """The day on which something was last heard of an action: within a year of its meeting."""
    return min(agreed + dt.timedelta(days=random.randint(20, YEAR)), today).isoformat()


def _open(agreed: dt.date, today: dt.date) -> float:
    return next(share for days, share in OPEN if (today - agreed).days <= days)

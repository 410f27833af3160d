"""What the pages of the records show of reading, which they themselves know nothing of."""

from __future__ import annotations

from typing import Any

from django import template

from ingest.demonstration import ACCOUNTS, PASSWORD, is_loaded
from ingest.models import OPEN, Reading, State

register = template.Library()


@register.simple_tag
def papers_being_read() -> dict[str, Any]:
    """How many papers wait or are being read, the pages done of those that are, and how many could not be read."""
    readings = Reading.objects.order_by().values_list("state", "pages_done", "pages_total")
    # State by state: of one state of several, SQLite would look at every reading that there is.
    first, *others = (readings.filter(state=state) for state in OPEN)
    waiting = list(first.union(*others, all=True))
    known = [(done, total) for state, done, total in waiting if state == State.READING and total]
    return {
        "open": len(waiting),
        "done": sum(done for done, _ in known),
        "total": sum(total for _, total in known),
        "unread": Reading.objects.latest().filter(state=State.COULD_NOT_READ).count(),
    }


@register.simple_tag
def demonstration_accounts() -> list[dict[str, str]]:
    """The accounts to try, told on the sign-in page of a demonstration and nowhere else."""
    if not is_loaded():
        return []
    return [
        {"username": one.username, "password": PASSWORD, "role": str(one.role.label), "may": one.may}
        for one in ACCOUNTS
    ]

"""Posts in a line of their own below whoever holds them: "Ann Marrow", and in the next line "Head of Roads"."""

from __future__ import annotations

from dataclasses import replace

from ingest.reading.language import names, posts
from ingest.reading.model import Block
from ingest.reading.records.attendance import departments, labels, lists
from ingest.reading.records.attendance.sighting import Group, Sighting

_WORDS = 12


def of(last: Sighting, block: Block, group: Group | None) -> Sighting | None:
    """Whoever was listed last and alone, with the post in the line below; None where the line is anything else.

    Under a label that is a post itself, posts stand before their holders.
    """
    text = block.text.strip()
    if block.kind == "table" or block.marker or text.endswith(":") or len(text.split()) > _WORDS:
        return None
    lead, colon, subject = text.partition(":")
    if colon and not (posts.is_job(lead) and departments.is_one(subject)):
        return None
    if (
        last.position
        or last.name.civic
        or last.civic
        or group is None
        or group.position
        or group.role in {"chair", "vice_chair"}
    ):
        return None
    label = labels.group(text)
    if label is not None and not label.position and not label.ignored and not departments.SUBJECT.search(text):
        return None  # "Portfolio Holders"
    kind = posts.kind_of(text)
    if kind not in {"officer", "guest", "cabinet_member"} or not posts.is_job(text) or _is_label(text):
        return None
    if len(block.pieces) > 1 and names.parse(block.pieces[-1].text):
        return None  # the next person stands below the post
    if any(not departments.is_one(one.found.name.bare) for one in lists.people(text)):
        return None
    role = last.role if group.role in {"officer", "guest"} else kind
    return replace(last, position=text, role=role, own=True, unsure=False)


def _is_label(text: str) -> bool:
    """Whether words name several people, as the label of a list does: "Officers", "Lead Officers present"."""
    return text.lower().split()[-1] in {
        "officers",
        "present",
        "attendance",
        "staff",
        "directors",
        "witnesses",
        "partners",
    }

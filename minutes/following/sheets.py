"""Recommendations as a table for spreadsheets."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from minutes.exports import Column, Sheet
from minutes.exports.sheets import body_of
from minutes.following import clock
from minutes.models import Resolution, Response


def reference_of(resolution: Resolution) -> str:
    """The number that it keeps; empty where it has none yet."""
    return str(getattr(resolution, "recommendation_number", "") or "")


def response_of(resolution: Resolution) -> Response:
    """Its answer as far as it is known; an empty one where nothing is."""
    return getattr(resolution, "response", None) or Response(resolution=resolution)


def _of_answer(name: str) -> Any:
    return lambda resolution: getattr(response_of(resolution), name)


RECOMMENDATIONS = Sheet(
    "Recommendations",
    (
        Column("Number", reference_of, 16),
        Column("Committee", lambda one: body_of(one.meeting), 36),
        Column("Recommended on", lambda one: one.meeting.date, 14),
        Column("Item", lambda one: str(one.item or ""), 30),
        Column("Clause", lambda one: one.number, 8),
        Column("Recommendation", lambda one: one.text, 60),
        Column("Recommended to", lambda one: one.recipient, 30),
        Column("Sent on", _of_answer("sent_on"), 14),
        Column("Received on", _of_answer("received_on"), 14),
        Column("Answer due", _of_answer("due"), 14),
        Column("Answer", lambda one: response_of(one).get_state_display(), 20),
        Column("Answered on", _of_answer("answered_on"), 14),
        Column("Answered by", _of_answer("answered_by"), 30),
        Column("Words of the answer", _of_answer("text"), 60),
        Column("How it stands", lambda one: clock.standing(response_of(one)), 30),
        Column("Paper", lambda one: str(one.document or ""), 30),
        Column("Page", lambda one: one.page, 6),
        Column("Words of the paper", lambda one: one.quoted_words, 60),
    ),
    lambda one: reverse("recommendation", args=[one.pk]),
    lambda rows: rows.select_related(
        "meeting__committee", "meeting__council", "item", "document", "response", "recommendation_number"
    ),
)

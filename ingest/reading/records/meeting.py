"""The meeting itself: which body met, when, where, and who signs for it."""

from __future__ import annotations

import re

from ingest.reading.model import Doubt, MeetingRead, Paper, Quote
from ingest.reading.records import (
    meeting_body,
    meeting_council,
    meeting_day,
    meeting_next,
    meeting_place,
    meeting_signature,
    meeting_times,
)
from ingest.reading.records.meeting_names import plain
from ingest.reading.records.meeting_title import title_of
from ingest.reading.records.meeting_top import Claim, top_of


def meeting(paper: Paper) -> MeetingRead:
    """What the paper says of its meeting; each value with its quote, a contradicted one with a doubt."""
    top = top_of(paper)
    day = meeting_day.day(top)
    began = meeting_times.start(top, paper)
    ended = meeting_times.end(top, paper, began.time if began else None)
    following = meeting_next.next_meeting(paper, day.date)
    claims: dict[str, Claim | None] = {
        "council": meeting_council.council(top),
        "committee": meeting_body.committee(top),
        "title": title_of(top) if paper.kind == "portfolio_report" else None,
        "date": day.claim,
        "start_time": began.claim if began else None,
        "end_time": ended.claim if ended else None,
        "venue": meeting_place.venue(top, paper),
        "signatory": meeting_signature.signatory(paper) if paper.kind != "portfolio_report" else None,
    }
    claims = {field: claim for field, claim in claims.items() if claim and claim.grounded}
    quotes = _quotes(claims)
    if following and following.quote:
        quotes["next_meeting"] = following.quote
    return MeetingRead(
        kind=paper.kind,
        council=_name(claims.get("council")),
        committee=_name(claims.get("committee")),
        title=_name(claims.get("title")),
        date=day.date,
        start_time=began.time if began else None,
        end_time=ended.time if ended else None,
        venue=_words(claims.get("venue")),
        next_meeting=following.meeting if following else None,
        signatory=_words(claims.get("signatory")),
        quotes=quotes,
        doubts=(*day.doubts, *_missing(paper, day), *meeting_times.doubts(top, paper, began, ended)),
    )


def _missing(paper: Paper, day: meeting_day.Day) -> tuple[Doubt, ...]:
    if day.date is None and not day.doubts and paper.kind:
        return (Doubt("The date of the meeting was not found.", "date"),)
    return ()


def _quotes(claims: dict[str, Claim | None]) -> dict[str, Quote]:
    return {field: claim.quote() for field, claim in claims.items() if claim}


def _name(claim: Claim | None) -> str | None:
    return plain(claim.text) if claim else None


def _words(claim: Claim | None) -> str | None:
    return re.sub(r"\s+", " ", claim.text).strip() if claim else None

"""Which clauses of a decision ask for something to be done."""

from __future__ import annotations

import re

from ingest.reading.language import posts
from ingest.reading.language.decisions import AGREED_LAST, BROUGHT, TO_COME, is_minutes
from ingest.reading.language.jobs import BY_SOMEBODY
from ingest.reading.language.undertakings import DO, SUBJUNCTIVE
from ingest.reading.records.actions.clause_owners import doers, done_by, stem_asks
from ingest.reading.records.actions.clause_words import (
    ASKS,
    ASKS_FOR,
    BACK,
    BE_ASKED,
    BEING,
    DOES_ANYTHING,
    DONE,
    GROUP,
    PLAIN_DO,
    RECOMMENDS_THAT,
    REFER,
    SET_UP,
    WE_SHOULD,
    WITH_MORE,
)
from ingest.reading.records.actions.settled import ACCEPTS, APPROVING, OF_MONEY, ONLY_AGREES
from ingest.reading.records.owners import Owners


def asks(text: str, stem: str, decision: str | None) -> bool:
    """Whether a clause leaves somebody something to do."""
    text = _PROVIDED.sub("", _THANKS.sub("", _AGREED_THAT.sub("", " ".join(text.split()))))
    if is_minutes(text) or ONLY_AGREES.search(text) or AGREED_LAST.search(text) or _constituted(text):
        return False
    if TO_COME.match(text):
        return True
    if ACCEPTS.match(text) and not _asked_too(text):
        return bool(BACK.search(text))
    if decision == "noted" and not re.search(r"\band\b|;", text):
        return False
    if decision == "approved":
        return any(form.search(text) for form in (BE_ASKED, ASKS, GROUP, REFER, SET_UP)) or _and_done(text)
    if stem_asks(stem) and not (ACCEPTS.match(text) or _LEFT_UNDONE.search(text)):
        return True
    if decision == "recommended" and OF_MONEY.search(text):
        return False
    if decision == "recommended":
        return bool(BEING.search(text) or PLAIN_DO.match(text) or RECOMMENDS_THAT.match(text)) and not APPROVING.search(
            text
        )
    forms = (BE_ASKED, ASKS, ASKS_FOR, PLAIN_DO, WE_SHOULD, GROUP)
    return any(form.search(text) for form in forms) or bool(
        BY_SOMEBODY.search(text) or BROUGHT.search(text) or DONE.search(_OF_WHICH.sub("", text)) or BACK.search(text)
    )


def _constituted(text: str) -> bool:
    """Whether a decision itself makes a group, with those who sit on it, and gives it nothing to report."""
    return bool(_OF_GROUP.search(text) and _WITH_MEMBERS.search(text)) and not re.search(
        r"\breport|\bback\b", text, re.I
    )


# "a working group on rents be established", over "to comprise Councillors Moss and Oakes", "of five members"
_OF_GROUP = re.compile(
    r"\b(?:group|party|panel|sub-?committee)\b[^.;]{0,160}?\bbe\s+(?:set\s+up|established|formed|created|appointed)\b"
    r"|\b(?:form|establish|appoint)(?:s|ed)?\s+an?\s+(?:[\w-]+\s+){0,5}?(?:group|party|panel|sub-?committee)\b",
    re.IGNORECASE,
)
_WITH_MEMBERS = re.compile(
    r"\b(?:compris\w+|consist\w+\s+of|chaired\s+by|of\s+\w+\s+members)\b|(?-i:\bCouncillors\s+[A-Z])", re.IGNORECASE
)
# "noted the report and asked that its thanks be passed to the staff"
_THANKS = re.compile(
    r"(?:\s+and\s+)(?:(?:ask|request)(?:s|ed)?\s+)?that\s+(?:its|their|the\s+[\w’']+)\s+thanks\s+be\s+"
    r"(?:passed|conveyed|sent|given|extended|expressed|recorded)\b[^;]*|"
    r"\s+and\s+asked\s+to\s+(?:convey|pass\s+on|pass)\s+(?:[\w’']+\s+){0,3}?thanks\b[^;]*",
    re.IGNORECASE,
)
_GIVES_THANKS = re.compile(
    r"\b(?:convey|express|pass|pass\s+on|record|extend)s?\b[^.;]{0,60}?\bthanks\b", re.IGNORECASE
)
# "that the cut be not proceeded with": what is recommended is to do nothing
_LEFT_UNDONE = re.compile(
    r"\bbe\s+not\s+\w+|\bnot\s+be\s+(?:proceeded|pursued|implemented|taken\s+forward)\b", re.IGNORECASE
)
# "that the rota be supported, subject to the hours being shown for each site": a condition, nobody's job
_PROVIDED = re.compile(r",?\s+subject\s+to\b[^,;]*", re.IGNORECASE)
# "that the plan is a large one, on which the Panel should be consulted": told of the plan
_OF_WHICH = re.compile(r",\s+(?:on|of|to|for|in|by|with|from|about)\s+which\b[^,;]*", re.IGNORECASE)


def _and_done(text: str) -> bool:
    """Whether a clause has more done than it approves: "the plan be approved, and that two ideas be forwarded", "the
    letter be approved and sent by the Chair"."""
    if _AND_SENT.search(text) and done_by(text):
        return True
    more = re.search(r"\band\s+that\s+(?!(?:it|they|this|these)\b)", text, re.IGNORECASE)
    return bool(more and DONE.search(text, more.end()))


_AND_SENT = re.compile(r"\bapproved\s+and\s+(?:sent|issued|circulated|submitted|forwarded|published)\b", re.IGNORECASE)


# "AGREED that a second count be included": what is agreed to be done, not agreed with
_AGREED_THAT = re.compile(r"^agreed?\s+(?=that\b)", re.IGNORECASE)


# "to note the report and that officers provide an update"
_AND_THAT = re.compile(
    rf"\band\s+that\s+[^.;]{{3,80}}?\s(?:(?:should|will|would)\s+)?(?:{SUBJUNCTIVE})\b(?!\s*[’'])", re.IGNORECASE
)


def _asked_too(text: str) -> bool:
    """Whether a clause that begins by noting or agreeing goes on to ask: "notes the report and requests an update"."""
    return bool(
        WITH_MORE.search(text)
        or _AND_THAT.search(text)
        or re.match(rf"(?:that\s+)?agree[sd]?\s+to\s+(?:{DO}|request|invite|ask)\b", text, re.IGNORECASE)
    )


def somebody_does(text: str, owners: Owners) -> bool:
    """Whether a clause says of somebody that they do something: "the Chair write to the Minister"."""
    text = " ".join(text.split())
    if (
        is_minutes(text)
        or ONLY_AGREES.search(text)
        or _GIVES_THANKS.search(text)
        or (ACCEPTS.match(text) and not _asked_too(text))
    ):
        return False
    body = re.sub(r"^\s*that[,:;]?\s+", "", text, flags=re.IGNORECASE)
    return any(owners.of(who) for who in doers(body)) or _post_does(text, owners)


def _post_does(text: str, owners: Owners) -> bool:
    """Whether a clause begins with somebody and a plain verb, which says of no body that meets that it decides."""
    match = DOES_ANYTHING.match(text)
    owner = owners.of(match["who"]) if match else None
    return bool(owner and owner.name and (owner.person or posts.is_job(owner.name)))

"""What a decision only agrees to, notes or approves: nothing is left for anybody to do.

The patterns take a decision's words. A verb of taking a stand (note, approve, retain) ends the matter where it stands
first; "that the report be noted and an update be sent" goes on to ask, which is for those who call to see.
"""

from __future__ import annotations

import re

from ingest.reading.language.decisions import is_minutes
from ingest.reading.model import ResolutionRead

# What closes a matter, or was only agreed to: nothing is left for anybody to do
ONLY_AGREES = re.compile(
    r"\b(?:no\s+(?:further\s+)?action|be\s+excluded|take\s+effect|be\s+regarded|be\s+delegated|"
    r"delegates?\s+(?:authority|to)|authoris\w+|delegated\s+authority|"
    r"been?\s+taken\s+as\s+read|be\s+taken\s+in|not\s+necessary|place[ds]?\s+on\s+record|"
    r"(?:licen[cs]e|permission|consent|dispensation|leave\s+of\s+absence)s?\b[^.;]{0,80}?\bbe\s+(?:granted|given|refused)|"
    r"thanks?\s+(?:of\s+[^.;]{2,60}?\s+)?be\s+(?:recorded|conveyed|expressed|passed|given|extended|sent)|be\s+excused|standing\s+orders|"
    r"(?:take|vary|bring\s+forward|hear)\s+(?:agenda\s+)?items?\s|(?:rais|mak|offer|submit)\w*\s+no\s+(?:objections?|comments?|observations?))\b",
    re.IGNORECASE,
)
# "the Panel retains the booking system", "keep the present opening hours": all stays as it is. To keep members informed
# or to maintain a register is something to do.
ACCEPTS = re.compile(
    r"^(?:that\s+)?(?:(?:the|this)\s+[\w\s]{3,60}?(?:committee|panel|board|commission|cabinet|council)"
    r"(?:\s+for\s+[\w\s,&]{3,60}?)?\s*,?\s+)?(?:to\s+)?"
    r"(?:note|approve|endorse|support|adopt|accept|welcome|thank|agree|receive|confirm|continue|extend|"
    r"ratify|elect|appoint|commend|prioriti[sz]e|acknowledge|retain)(?:s|es|d|ed)?\b"
    r"|^(?:that\s+)?(?:to\s+)?(?:keep|maintain)\s+(?:the|its|their)\s+(?:current|present|existing|same)\b",
    re.IGNORECASE,
)
APPROVING = re.compile(
    (
        r"\bbe\s+(?:recommended|advised)\s+(?:to\s+|that\s+[\w\s]{0,30})?(?:approve|adopt|endorse|agree|continue|note|support|"
        r"accept|retain|(?:keep|maintain)\s+(?:the|its|all))\b|\bbe\s+(?:made\s+permanent|retained|kept\s+open|not\s+\w+)\b|\bfor\s+(?:adoption|approval|endorsement)\b|\bbe\s+(?:approved|adopted|endorsed|supported|continued|agreed)\b|"
        r"\bbe\s+(?:noted|received)\s*[.;]?\s*$|\bbe\s+extended\b(?!\s+by\b)|"
        # "recommends the plan to Cabinet", "to recommend the Cabinet to continue the scheme"
        r"^(?:that\s+)?(?:to\s+)?recommend(?:s|ed)?\s+(?!that\b|to\b)[^.;]{3,80}?\s+to\s+(?:the\s+)?(?:full\s+)?"
        r"(?:cabinet|council|executive|board|authority)\b(?!\s+that\b)|"
        r"\brecommend(?:s|ed)?\s+(?:to\s+)?(?:the\s+)?(?-i:[A-Z])[\w\s’'&]{2,40}?\s+to\s+"
        r"(?:approve|adopt|endorse|agree|continue|support|accept)\b"
    ),
    re.I,
)
# "that the fee be waived", "be recommended to increase the hardship fund": what is recommended for a budget to hold
_MONEY = r"(?:fees?|budgets?|funds?|funding|grants?|allowances?|charges?|precepts?|rates?|tariffs?|rents?|fares?)"
OF_MONEY = re.compile(
    rf"\b{_MONEY}\b[^.;]{{0,80}}?\bbe\s+(?:waived|increased|reduced|maintained|frozen|retained|kept|held|raised|set)\b|"
    rf"\bto\s+(?:waive|increase|reduce|maintain|freeze|retain|keep|hold|raise|bring)\b[^.;]{{0,60}}?\b{_MONEY}\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:noted|maintained|confirmed|accepted|welcomed|received|recommended|appointed|elected|deferred|"
    r"thanked|amended|declared)\b",
    re.IGNORECASE,
)


def only_agrees(one: ResolutionRead) -> bool:
    """Whether a decision leaves nothing to do, though a name stands below it: "that the plan be adopted"."""
    text = " ".join(one.text.split())
    return (
        is_minutes(text)
        or one.decision in ("noted", "approved")
        or bool(
            ACCEPTS.match(text)
            or ONLY_AGREES.search(text)
            or APPROVING.search(text)
            or OF_MONEY.search(text)
            or _SETTLED.search(text)
        )
    )

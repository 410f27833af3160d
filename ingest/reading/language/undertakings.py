"""The words in which somebody takes on, or is given, something definite to do.

Each way of saying it stands beside a sentence that councils might print. What is only wished, suggested, already
being done or bound to happen is none of them: "it would be helpful if", "might be tried", "a survey is under way".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.reading.language.jobs import PAPER

# What can be done after a meeting, in the plain form: "will circulate", "would find out", "be asked to arrange".
_DO_WORDS = """
    provide send circulate supply share arrange contact write report bring prepare produce draft look investigate check
    find confirm raise chase follow speak liaise meet invite obtain submit update forward e-mail email ask add include
    identify organise review let pass clarify explore inform notify advise respond reply distribute feed return compile
    collate publish present seek request establish convene amend correct research visit issue pursue explain ensure
    consult remind ring phone telephone order install repair replace clear trim repaint remove upload post escalate
    source place publicise discuss collect gather approach set put draw complete undertake carry deal resolve report
    monitor examine refer initiate supply make give take get come go attend lead work develop engage advertise purchase
    buy book hold list set-up scope revise rewrite submit answer pilot trial map survey count erect fix mend tidy
    repaint cut mow plant print commission re-issue reissue resend instruct renew fill apply
    register pay host start serve reconsider
"""
DO = rf"(?:{'|'.join(sorted({re.escape(word) for word in _DO_WORDS.split()}, key=len, reverse=True))})"
# Of these, what a name followed by the bare word can only mean as a verb: "the Panel work programme" is no work
_NOUNS_TOO = """
    work list map survey book lead trial pilot count issue post place set source order hold print plant fix
    review make put get take give go come call report commission fill register pay host start
"""
_VERBS = sorted(map(re.escape, set(_DO_WORDS.split()) - set(_NOUNS_TOO.split())), key=len, reverse=True)
SUBJUNCTIVE = (
    rf"(?:{'|'.join(_VERBS)}|"
    r"report(?=s?\s+(?:back|to|on|by|in|its|the|annually|quarterly|progress)\b)|"
    # "reports large purchases to this Panel"
    r"report(?=s\s+(?!of\b|from\b|for\b)[^.;:]{3,60}?\sto\s+(?:the|this|its)\s+(?:[\w-]+\s+){0,3}?(?:committee|panel|board|"
    r"commission|group|sub-committee|members)\b)|set\s+up|take(?=s?\s+(?:forward|"
    r"the|this|up)\b)|give(?=s?\s+(?:the|an?|(?:\w+\s+)?(?:consideration|thought|attention))\b)|"
    r"make(?=s?\s+(?:the|an?)\b)|lead(?=s?\s+(?:the|an?|on)\b)|review(?=s?\s+(?:the|its|all|how|whether)\b))"
)
# The same in reported speech is a promise only where something is given or found out: "would supply", "would look into"
_PROMISED = (
    r"(?:(?:try|endeavour|do\s+(?:his|her|their)\s+best)\s+to\s+)?"
    r"(?:provide|send|circulate|supply|share|arrange|contact|write|report\s+back|bring|prepare|investigate|"
    r"check|find\s+out|"
    r"confirm|raise\s+(?:this|it|that|these|the\s+(?:matter|issue|point|query|concern|question)s?)|chase|follow\s+up|follow\s+this|speak\s+to|liaise|invite|obtain|submit|forward|e-?mail|"
    r"get\s+(?:this|it|that|these|them|the\s+\w+)\s+to\s+(?:the\s+)?(?:\w+)|"
    r"look\s+(?:into|at)|have\s+(?:it|this|that|them|these|those|the\s+\w+)\s+(?:\w+ed|put|sent|cut|drawn|(?:for|at|by|to)\s+the\b)|"
    r"have\s+(?:officers|(?:his|her|their|the)\s+(?:team|officers|staff))\s+\w+|"
    r"report\s+the\s+(?:outcome|results?|findings|answer|position|figures?)|respond\s+(?:formally|within|in\s+(?:full|writing))|"
    r"reply\s+(?:formally|within|in\s+(?:full|writing))|"
    r"feed\s*back|feed\s+(?:it|this|that|these|them|the\s+\w+)\s+back|come\s+back|"
    r"consult\s+(?:with\s+)?(?:all\s+)?(?:members|councillors|the\s+chair\w*)|advise\s+(?:the\s+)?(?:\w+\s+)?in\s+writing|respond\s+to|reply\s+to|distribute|clarify|seek|establish\s+whether|"
    r"let\s+(?:[\w&’]+\s+){1,7}?(?:have|know|see)|ask\s+(?:the|for|officers|colleagues|(?-i:[A-Z][a-z])|(?!members\b|councillors\b|everyone\b|people\b)[a-z]+\s+(?:[a-z]+\s+)?to\s+"
    r"(?:keep|provide|send|supply|report|check|record|count|write|prepare|contact|look)\b)|"
    r"include\s+(?:it|this|that|these|them|those|the\s+(?:figures?|information|answer|details|position))\s+in\s+(?:the|a|an|his|her|their|members[’'])\b|"
    r"be\s+(?:providing|sending|circulating|arranging|contacting|preparing)|"
    r"pass\s+(?:on|this)|meet\s+with|action\s+this|action\b(?=\s*\.?$)|take\s+(?:this|it|the\s+\w+)"
    r"\s+(?:back|up|forward|away)|"
    r"update\s+(?:the\s+)?(?:committee|panel|board|commission|members|group|councillors))"
)
_NOT_DOING = (
    r"(?!note\b|wait\b|await\b|consider\b(?![^.;]*\breport\s+back\b)|comment\b|agree\b(?!\s+(?:an?\s+|the\s+)?(?:dates?|times?|day)\b)|support\b|approve\b|endorse\b|accept\b|disagree\b|leave\b|"
    r"join\b|declare\b|continue\b|be\b|have\b(?=\s+(?:regard|been|to|had|confidence|no|not|any|some|more|further|sight|said|in)\b)|"
    r"see\b(?!\s+(?:to|into|about)\b)|speak into\b|remain\b|withdraw\b|vote\b|differ\b|"
    r"introduce\b|explain\b(?![^.;]{0,60}\bin\s+writing\b)|describe\b|outline\b|elaborate\b|adjourn\b|stay\b|act\s+as\b|keep\b(?!\s+(?:[\w’']+\s+){1,4}?(?:informed|updated|advised|up\s+to\s+date)\b)|sit\b|"
    r"the\b|an?\b|this\b|that\b|these\b|those\b|its\b|their\b|his\b|her\b|all\b|which\b|members\b|"
    r"cabinet\b|council\b|date\b|other\b|"
    r"speak\s+(?:on|about|at)\b|address\b|hear\b|allow\b|waive\b|vary\b|(?:take|accept)"
    r"\s+(?:(?:an?|the|any)\s+)?(?:\w+\s+)?(?:question|item|statement|chair|report)s?\b)"
)
# What notes give somebody to do though it is under way: "Clerk to continue to press for an answer"
_STILL_DOING = (
    r"(?:(?=continue\s+to\s+(?:pursue|chase|press|push|monitor|liaise|seek|lobby|investigate|look|try|ask|contact|report)\b)|"
    rf"{_NOT_DOING})"
)
_ADVERBS = r"(?:(?:also|again|then|kindly|therefore|each|both|would|further|gladly|subsequently)\s+)?"
_BEING = (
    r"(?:providing|sending|circulating|arranging|contacting|writing|producing|preparing|organising|chasing|"
    r"speaking\s+to|looking\s+into|obtaining|reporting\s+back|drafting|collecting)"
)

Manner = Literal["undertook", "asked", "to", "will", "would", "granted"]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of undertaking: ``pattern`` matches from the end of the subject on."""

    manner: Manner
    pattern: re.Pattern[str]
    reports: bool = False  # said in a report of the author's own ("I have asked the Director to")


def _way(manner: Manner, pattern: str, reports: bool = False) -> Way:
    return Way(manner, re.compile(pattern, re.IGNORECASE), reports)


WAYS = (
    # "The Director of Place agreed to circulate", "Ms Rowe offered to provide", "promised to let the Panel see"
    _way(
        "undertook",
        (
            rf"\s{_ADVERBS}(?<!had )(?:agreed|undertook|offered|promised|volunteered|committed|pledged)"
            rf"\s+to\s+(?:\w+ly\s+)?{_NOT_DOING}\w+"
        ),
    ),
    # "The Head of Finance gave an undertaking to", "The Director gave a commitment that the fence would be mended",
    # "gave an assurance that the tenant would receive a written answer": not that the service was sound
    _way(
        "undertook",
        rf"\s{_ADVERBS}(?:gave|made)\s+(?:"
        rf"(?:an?\s+)?(?:undertaking|commitment|assurance)\s+to\s+{_NOT_DOING}\w+|"
        r"an?\s+(?:undertaking|commitment|promise)\s+that\b(?=[^.;]*\s(?:would|will)\s+(?:also\s+)?be\s+\w)|"
        r"an?\s+(?:undertaking|commitment|promise|assurance)\s+that\b(?=[^.;]*\s(?:would|will)\s+(?:also\s+)?"
        r"(?:receive|be\s+(?:sent|given|provided|supplied|told|informed|notified|contacted|written\s+to))\b))",
    ),
    # "She promised that the list would be sent to members"
    _way(
        "undertook",
        rf"\s{_ADVERBS}(?<!had )(?:promised|undertook|pledged)\s+that\b(?=[^.;]*\swould\s+(?:also\s+)?be\s+\w)",
    ),
    # "Mr Hale promised Members a note on rents"
    _way(
        "undertook",
        rf"\s{_ADVERBS}(?<!had )(?:promised|offered)\s+(?:the\s+)?(?:[\w.’'-]+\s+){{1,4}}?"
        rf"an?\s+(?:[\w-]+\s+){{0,2}}?{PAPER}\b",
    ),
    # "The Clerk was tasked with arranging"
    _way("asked", rf"\s(?:was|were)\s+{_ADVERBS}(?:tasked|charged)\s+with\s+\w+ing\b"),
    # "Ms Frith asked for the list, and he said that he would do so"
    _way(
        "granted",
        r"(?:(?:\s+would|[’']d|\s+will)\s+do\s+(?:so|this|that)\b|(?:(?<=\bhe)|(?<=\bshe)|(?<=\bthey))\s+could\s+do\s+(?:so|this|that)\s*\.?$)",
    ),
    # "I undertake to let members have a list", "We will send the figures", where minutes give somebody's own words
    _way(
        "undertook",
        r"(?:(?<=\bI)|(?<=\bwe))\s+(?:"
        rf"(?:undertake|promise|commit|have\s+undertaken|have\s+promised)\s+to\s+{_NOT_DOING}\w+|"
        rf"(?:will|shall)\s+{_ADVERBS}{_PROMISED}\b)",
    ),
    # "She would be happy to share the letter", "Mr Hale was happy to share it"
    _way(
        "would",
        r"\s+(?:would\s+be|was|were)\s+(?:happy|pleased|glad|delighted|content|willing)\s+to\s+(?:provide|send|circulate|supply|share|arrange)\s+"
        r"(?:the|this|that|these|those|an?|it|them|further|more|her|his|their)\b",
    ),
    # "The Clerk took an action to", "Ms Rowe has been actioned to"
    _way("undertook", rf"\s(?:took|has|had\s+taken)\s+(?:an\s+|the\s+)?action\s+to\s+{_NOT_DOING}\w+"),
    # "Mr Hale was asked to find out", "Wardens were ASKED to call", "he was asked for a report back"
    _way(
        "asked",
        (
            rf"\s(?:was|were)\s+{_ADVERBS}(?:asked|requested|tasked|instructed|directed|advised)\s+(?:by\s+(?:the\s+)?[A-Z][\w.]*\s+(?:[A-Z]\w+\s+)?)?(?:if\s+(?:he|she|they)"
            rf"\s+(?:could|would)|to)\s+(?:\w+ly\s+)?{_NOT_DOING}\w+"
        ),
    ),
    _way(
        "asked",
        (
            r"\s(?:was|were)\s+(?:also\s+)?asked\s+for\s+(?:an?|the|further)\s+(?:[\w-]+\s+){0,2}(?:report|update|"
            r"note|briefing|breakdown|list|copy|paper|analysis)\b"
        ),
    ),
    _way(
        "asked",
        (
            r"\s(?:was|were)\s+(?:also\s+)?invited\s+to\s+(?:submit|supply|provide|report|write|bring|send|prepare)"
            r"\b"
        ),
    ),
    # "It is for the Clerk to chase": the plain infinitive of notes, "BT to ring the baker"
    _way("to", rf"\s+to\s+(?:\w+ly\s+)?{_STILL_DOING}(?:[a-z]\w+)"),
    _way("to", rf"\s+(?:is|are|was|were)\s+to\s+{DO}\b"),
    # "OK will print the posters", "The Clerk will write"
    _way(
        "will",
        (
            rf"\s+(?:has\s+agreed\s+(?:with\s+[\w\s.]+?\s+)?that\s+(?:he|she|they)\s+)?(?:will|shall)"
            rf"\s+{_ADVERBS}(?:now\s+)?(?:(?:try|endeavour)\s+to\s+)?(?!report\s+to\s+[A-Z])(?:{DO}|communicate|help|be\s+{_BEING})\b"
        ),
    ),
    # "The Head of Parks would supply", "said that she would send it round"
    _way("would", rf"(?:\s+would|[’']d)\s+{_ADVERBS}{_PROMISED}\b"),
    # "The Committee asked officers to bring a report": but not to explain, which was done there and then
    _way(
        "asked",
        (
            r"\b(?:committee|panel|board|commission|group|members|conven[eo]r|provost|chair(?:man|woman|person)?)\s+(?:also\s+|then\s+)?"
            r"(?:asked|requested|instructed)\s+(?P<who>(?!that\b|for\b|whether\b|how\b)[^.;,]{3,80}?)(?:,\s+(?P<named>[^;,]{3,50}),)?\s+to\s+"
            rf"(?!explain\b|clarify\b|comment\b|outline\b|describe\b|elaborate\b|expand\b|summarise\b|confirm\b)"
            rf"(?:{DO})\b"
        ),
    ),
    # "The Clerk asked all councillors to return the form": not to look at it or to agree
    _way(
        "asked",
        (
            r"(?:clerk|chair(?:man|woman|person)?|officer|manager|(?-i:\b[A-Z][a-z]+))\s+(?:asked|reminded)\s+(?P<who>(?:all\s+)?(?:[A-Z]?[a-z]+\s+)?(?:members|councillors))\s+to\s+"
            r"(?:complete|return|send|submit|provide|forward|give|let|e-?mail|contact)\b"
        ),
    ),
    # "The Panel requested that the Head of Parks provide a list", "Members asked that officers report back"
    _way(
        "asked",
        (
            r"\b(?:committee|panel|board|commission|group|members|chair(?:man|woman|person)?)\s+(?:also\s+|then\s+|"
            r"further\s+)?(?:asked|requested)\s+that\s+(?P<who>(?!members\b|councillors\b|those\b|all\b|it\b|they\b|this\b|these\b|future\b)"
            r"(?:the\s+)?[^.;,:]{3,80}?)\s+(?:should\s+|also\s+)?"
            rf"(?:{SUBJUNCTIVE})\b"
        ),
    ),
    # A portfolio holder's own words: "I have asked the Director to report", "has agreed to produce"
    _way("undertook", rf"\s(?:have|has)\s+(?:agreed|undertaken|offered|promised)\s+to\s+{_NOT_DOING}\w+", reports=True),
    _way(
        "undertook",
        rf"(?<=\bI)\s+(?:undertook|undertake|promised|promise|agreed|commit)\s+to\s+{_NOT_DOING}\w+",
        reports=True,
    ),
    _way(
        "undertook",
        rf"(?<=\bI)\s+(?:have\s+)?promised\s+(?:the\s+)?(?:[\w.’'-]+\s+){{1,4}}?an?\s+(?:[\w-]+\s+){{0,2}}?{PAPER}\b",
        reports=True,
    ),
    _way("undertook", rf"(?<=\bI)\s+(?:will|shall)\s+{_ADVERBS}{_PROMISED}\b", reports=True),
    _way("asked", rf"\b(?:I|we)\s+have\s+asked\s+(?P<who>[^.;]{{3,80}}?)\s+to\s+{_NOT_DOING}\w+", reports=True),
)

# A cheap look before the patterns: no sentence without one of these says any of it
TRIGGER = re.compile(
    r"\b(?:agreed|undertook|undertaken|undertaking|commitment|offered|promised|volunteered|committed|"
    r"pledged|asked|requests|requested|tasked|instructed|directed|"
    r"invited|actioned|action|to|will|shall|would|(?<=[’'])d|could\s+do)\b",
    re.IGNORECASE,
)
# What points back at the request before it: "undertook to find out", "agreed to do so", "was asked to obtain this"
POINTS_BACK = re.compile(
    r"\bto\s+(?:find\s+out|do\s+(?:so|this|that|it)|see\s+to\s+(?:this|it|that)|look\s+into\s+(?:this|it|that)|follow\s+(?:this|it)\s+up|"
    r"\w+\s+(?:this|it|that|them|these))(?:\s+(?:up|on|forward|back|out|round|in\s+writing))?\s*"
    r"(?:\.|$|(?:by|before|within|at|to|in\s+time\s+for|for|after)\s)",
    re.IGNORECASE,
)


# "would let Members have it", "would circulate these"
_GIVES_IT = re.compile(
    r"\bwould\s+(?:let\s+(?:\w+\s+){1,3}have|send|provide|supply|circulate|share)\s+(?:it|this|that|them|these|those|one)\b"
    r"[^.]{0,30}\.?$",
    re.IGNORECASE,
)


def gives_it(text: str) -> bool:
    """Whether somebody is to give no more than "it", which the words before say."""
    return bool(_GIVES_IT.search(text))


def points_back(text: str) -> bool:
    """Whether a sentence's own verb points back: not "asked to ring the farm to ask them to come"."""
    last = text.rsplit(". ", 1)[-1]
    if _DOES_SO.search(last):
        return True
    match, first = POINTS_BACK.search(last), _TO.search(last)
    return bool(match and first and match.start() <= first.start())


_TO = re.compile(r"\bto\b", re.IGNORECASE)
_DOES_SO = re.compile(r"\b(?:would|will|could)\s+do\s+(?:so|this|that)\b|[’']d\s+do\s+so\b", re.IGNORECASE)
# Words that unmake an undertaking: wishes, conditions, what nobody promised
UNMADE = re.compile(
    r"\b(?:would\s+(?:not|be(?!\s+(?:(?:happy|pleased|glad|delighted)\s+to|providing|sending|circulating|arranging|contacting|preparing)\b)|like|prefer|"
    r"have(?!\s+(?:(?:it|this|that|them|these|those|the\s+\w+)\s+(?:\w+ed|put|sent|cut|drawn|(?:for|at|by|to)\s+the)|"
    r"officers\s+[a-z]+|(?:his|her|their|the)\s+(?:team|officers|staff)\s+[a-z]+)\b)|need|no\s+doubt)|could\s+not(?!\s+(?:say|tell|answer|give)\b)|might|if\s+(?:he|she|they|it)"
    r"\s+could|will\s+not|not\s+yet|"
    r"suggested|hoped|wondered|had\s+(?:been\s+)?(?:asked|agreed|promised|undertaken|offered))\b",
    re.IGNORECASE,
)

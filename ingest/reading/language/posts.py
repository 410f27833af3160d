"""Job titles, elected posts and what kind of person holds them.

The words are those of UK councils' papers: "Head of Streetscene", "Cabinet Member with Responsibility for Housing",
"Area Director, River Authority", "Clerk".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ingest.reading.language import bodies

Kind = Literal["chair", "vice_chair", "cabinet_member", "officer", "guest", "co_opted", "substitute", "member"]

# The word of a job title that says what its holder is: "Head of Repairs", "Works Planner", "General Counsel".
_JOB_WORDS = """
    director manager officer head chief executive clerk solicitor barrister accountant engineer lead leader adviser
    advisor analyst co-ordinator coordinator consultant surveyor planner practitioner commissioner secretary
    treasurer auditor administrator assistant apprentice counsel headteacher teacher dietitian nurse gp specialist
    groundsman caretaker handyman lengthsman
    registrar librarian supervisor ranger warden architect ecologist technician worker lecturer commander chaplain
    curator psychologist therapist pharmacist matron paramedic statistician economist bursar lawyer conservator
    facilitator strategist trainer champion navigator liaison enabler translator interpreter cyfieithydd
    superintendent inspector sergeant constable
    harbourmaster trustee president chairman chair chairwoman chairperson convener
    convenor principal partner editor controller
    investigator scientist directors managers officers engineers heads
    pennaeth cyfarwyddwr swyddog rheolwr clerc
"""
JOBS = frozenset(_JOB_WORDS.split())
_JOB = re.compile(rf"\b(?:{'|'.join(sorted(JOBS, key=len, reverse=True))})\b", re.IGNORECASE)

# "Cabinet Member for Housing", "Portfolio Holder: Finance", "Deputy Leader of the Council", "Executive Lead for Roads"
CABINET = re.compile(
    r"\b(?:cabinet|executive|lead|portfolio)\s+(?:member|lead|holder|councillor)s?\b|\bportfolio\s+holders?\b"
    r"|\b(?:deputy\s+)?leader\s+of\s+the\s+council\b|^(?:the\s+)?(?:deputy\s+)?(?:council\s+)?leader$"
    r"|\b(?:deputy\s+)?leader\s+(?:and|&)\s|\bexecutive\s+board\b|\bchair\w*\s+of\s+the\s+cabinet\b",
    re.IGNORECASE,
)
# Posts beside the executive that are no part of it: "Cabinet Support Member", "Shadow Portfolio Holder".
_NEAR_CABINET = re.compile(
    r"\b(?:shadow|support|assistant)\s+(?:cabinet|executive|portfolio|lead)\s+(?:member|holder)"
    r"|\bcabinet\s+(?:support|assistant|adviser)",
    re.IGNORECASE,
)
# "Chair and Treasurer", "Vice Chair & Minutes Secretary"
_AND_OFFICE = r"\s*(?:and|&|/)\s*(?:\w+\s+)?(?:treasurer|secretary|minute[\s-]?taker)"
# "Leader of the Opposition", "Labour Group Leader": of a party in the council, neither executive nor employed
_OF_PARTY = re.compile(
    r"\bleader\s+of\s+(?:the\s+)?(?:(?:main|principal|largest)\s+)?(?:opposition|(?:[\w-]+\s+){0,4}(?:group|party)\b)"
    r"|\b(?:opposition|minority|(?:labour|conservative|liberal\s+democrat|green|independents?|reform)(?:\s+group)?)\s+leader\b",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?:in\s+the\s+)?(?:presiding|acting|interim|meeting|co-|co\s|joint)?\s*(?:chair(?:man|woman|person)?|convenor|convener"
    r"|cadeirydd|presiding\s+(?:member|officer))(?:\s+(?:for|of)\s+(?:the|this)\s+(?:meeting|committee|panel|board"
    r"|group|commission|session|briefing|inquiry).*)?(?:\s+from\s.*|\s*\(.*|\s*/\s*chair\w*"
    rf"|{_AND_OFFICE})?",
    re.IGNORECASE,
)
_VICE = re.compile(
    r"(?:(?:vice|deputy|depute)[\s-]*(?:chair(?:man|woman|person)?|convenor|convener)|is-gadeirydd)(?:\s+(?:in\s+the\s+chair"
    r"|for\s+(?:the|this)\s+meeting|(?:of|from)\s.*|\(.*)|\s*/\s*(?:vice|deputy).*"
    rf"|{_AND_OFFICE})?|co-vice-chair|vice",
    re.IGNORECASE,
)
# Who audits a council or stands over it from outside, and never is one of its officers
_NEVER_OWN = re.compile(
    r"\bexternal\s+auditors?\b|\bchaplain\b"
    r"|\b(?:for|to|of)\s+the\s+(?:applicants?|appellants?|objectors?|licen[cs]ees?|developers?|complainants?|landowners?)\b"
    r"|^(?:the\s+)?(?:(?:deputy|assistant|children[’']s)\s+)?commissioner$",
    re.IGNORECASE,
)
# "BID Events Lead", "ICB Place Director": the letters of a body that is no council, and its post
_OF_EMPLOYER = re.compile(
    r"\b(?-i:BID|ICB|CCG|PCT)(?:[’']s)?\s+(?:[\w&]+\s+){0,4}?(?:manager|director|officer|lead|head|chair\w*|chief\s+executive|clerk)\b",
    re.IGNORECASE,
)
_CO_OPTED = re.compile(
    r"\bco-?\s?opt\w*|\bparent\s+governor\s+rep|\bchurch\s+rep|\bdiocesan\s+rep"
    r"|\b(?:teacher|parent|governor|church|faith|union|business\s+board|youth)s?[’']?s?[’']?(?:\s+unions?[’']?)?\s+representative"
    r"|^(?:lay|independent|external)\s+(?:person|(?:panel\s+)?member)s?$",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"\b(?:substitut\w+|deputi[sz]ing|nominated\s+deputy|named\s+sub)\b|^(?:sub|reserve)$", re.IGNORECASE
)
_MEMBER = re.compile(
    r"(?:(?:committee|panel|board|voting|parish|town|county|borough)\s+)*(?:members?"
    r"|councillors?)(?:,?\s+(?:for|ward)\b.*)?",
    re.IGNORECASE,
)
_OBSERVER = re.compile(
    r"\b(?:observ\w+|guest|visitor|visiting|resident|members?\s+of\s+the\s+public|petitioner|witness|invited"
    r"|press|speaker|ward\s+(?:member|councillor)|local\s+member|questioner|not\s+(?:a\s+)?member)\b",
    re.IGNORECASE,
)
_OBSERVES = re.compile(r"(?:an?\s+|the\s+)?observer\b\s*(?:$|[-–—,;:(])", re.IGNORECASE)  # "Observer – trainee teacher"
# "Visitor Welcome Manager", "Resident Liaison Officer", "Press Officer"
_ENDS_AS_JOB = re.compile(rf"^[^,;(]*\b(?:{'|'.join(sorted(JOBS, key=len, reverse=True))})$", re.IGNORECASE)
_UNIFORMED = re.compile(
    r"\b(?:superintendent|inspector|sergeant|constable|(?:district|area|borough) commander)\b", re.I
)
# Posts that the health service and trade unions have, and no council
_CLINICAL = re.compile(
    r"^(?:the\s+)?(?:named|designated)\s+(?:gp|doctor|nurse|midwife)\b|\bgp$|\bgeneral\s+practitioner\b"
    r"|^(?:(?:executive|deputy|associate)\s+)?(?:medical\s+director|chief\s+nurse|chief\s+nursing\s+officer|director\s+of\s+nursing)\b"
    r"|\bregional\s+organi[sz]er\b|\bbranch\s+secretary\b"
    r"|\bconsultant\s+(?:paediatrician|psychiatrist|physician|surgeon|midwife|nurse|geriatrician)\b",
    re.IGNORECASE,
)
_ELECTED_ELSEWHERE = re.compile(r"\bpolice(?:,?\s*fire)?\s+(?:and|&)\s+crime\s+commissioner|\bO?PCC\b|\bPFCC\b", re.I)
_VIRTUAL_SCHOOL = re.compile(r"\bvirtual\s+school", re.IGNORECASE)


class FoundPost(NamedTuple):
    """A post and where it stands in the text that was searched, without its article."""

    text: str
    start: int
    end: int


# What runs on past a post: the next person of a list, or the public
_RUN_ON = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss)\b\.?\s+[A-Z]|\b(?i:members\s+of\s+the\s+public)\b|[a-z]{2}[.;]\s+[A-Z]"
)


def is_one(position: str) -> bool:
    """Whether the words beside a name are one post and not the rest of a list that ran together.

    >>> is_one("Clerk to the Council"), is_one("Cllr Ann Rowe AR Tom Lea TL Parish Clerk")
    (True, False)
    """
    return len(position.split()) <= 16 and not _RUN_ON.search(position)


def is_job(text: str) -> bool:
    """Whether the words are or contain a job title or an elected post: "Monitoring Officer", "Partnership Director"."""
    return bool(_JOB.search(text) or CABINET.search(text))


def kind_of(text: str) -> Kind | None:
    """What the holder of a printed post or place is to a meeting; None where the words do not tell.

    >>> kind_of("Vice-Chairman"), kind_of("Head of Streetscene"), kind_of("Area Director, Exe River Trust")
    ('vice_chair', 'officer', 'guest')
    >>> kind_of("Named GP"), kind_of("Medical Director"), kind_of("Consultant in Public Health")
    ('guest', 'guest', 'officer')
    """
    plain = re.sub(r"\s+", " ", text).strip(" .,;:()[]")
    for pattern, kind in _WHOLE:
        if pattern.fullmatch(plain):
            return kind
    if _NEAR_CABINET.search(plain):
        return "guest"
    if _OF_PARTY.search(plain):
        return None
    for pattern, kind in _WITHIN:
        if pattern.search(plain) and not (pattern is _OBSERVER and _is_job_of_its_own(plain)):
            return kind
    if _is_outside(plain):
        return "guest"
    return "officer" if is_job(plain) else None


def _is_job_of_its_own(text: str) -> bool:
    """Whether "visitor" or "press" only stands in the name of a job: "Visitor Welcome Manager"."""
    return bool(_ENDS_AS_JOB.search(text)) and not _OBSERVES.match(text)


# "Ann Moss - MEM": a member
_MEM = re.compile(r"MEM|Mem\.?")
# "Cllr Moss (Ch)", "Cllr Lea (V-Ch)"
_CH, _V_CH = re.compile(r"Ch\.?"), re.compile(r"(?:V|Vice)[\s./-]?Ch\.?")
# "(Secretary of State)" behind a member of a national park authority: who appointed them (Environment Act 1995)
_APPOINTER = re.compile(
    r"(?:the\s+)?secretary\s+of\s+state(?:[’']s)?(?:\s+(?:appointee|nominee|member))?", re.IGNORECASE
)
# "Ann Moss (Secretariat)": whoever looks after the meetings of a board
_SECRETARIAT = re.compile(r"(?:the\s+)?secretariat", re.IGNORECASE)

_WHOLE: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_VICE, "vice_chair"),
    (_CHAIR, "chair"),
    (_MEMBER, "member"),
    (_MEM, "member"),
    (_APPOINTER, "member"),
    (_SECRETARIAT, "officer"),
    (_CH, "chair"),
    (_V_CH, "vice_chair"),
    (bodies.COUNCIL_LETTERS, "officer"),  # "Tom Lea – NCC"
)
_WITHIN: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (CABINET, "cabinet_member"),
    (_CO_OPTED, "co_opted"),
    (_SUBSTITUTE, "substitute"),
    (_OBSERVER, "guest"),
    (_UNIFORMED, "guest"),
    (_CLINICAL, "guest"),
    (_NEVER_OWN, "guest"),
    (_OF_EMPLOYER, "guest"),
    (_ELECTED_ELSEWHERE, "guest"),
)


def _is_outside(text: str) -> bool:
    """Whether the holder works for a body other than the council: the body stands in a part of its own."""
    if _VIRTUAL_SCHOOL.search(text):
        return False
    parts = [part for part in re.split(r",\s|\s[-–—]\s|;\s|\s+\(|\bfrom\b|\bat\b", text) if part.strip()]
    bodies_named = [part for part in parts if bodies.is_outside(part) and not _JOB.search(part)]
    if bodies_named:
        return True
    return bodies.is_outside(text) and (not _JOB.search(text) or bodies.leads_outside(text))


# --- in running text ---------------------------------------------------------------------------------------------

_CAP = r"(?:[A-Z][\w’'&-]*|&)"
_JOINT = (
    r"(?:\s+(?:and|of|for|with|to|in)\s+|\s+(?:of|for|to)\s+the\s+|\s+|,\s+(?=(?:[A-Z][\w’'-]*\s+){0,3}(?:and"
    r"|&)\s+[A-Z])|:\s+|/)"
)
_ELECTED = (
    r"(?:(?:Deputy|Shadow)\s+)?(?:Cabinet|Executive|Lead|Portfolio)\s+(?:Member|Lead|Holder)s?|Portfolio\s+Holder"
)
_HEADS = "|".join(sorted({job.capitalize() for job in JOBS} | {"Co-Ordinator", "Co-ordinator"}, key=len, reverse=True))
_POST = re.compile(
    rf"\b(?:(?:{_ELECTED})(?:\s+(?:with\s+[Rr]esponsibility\s+)?(?:for|of)\s+"
    rf"|\s*[:–-]\s*)(?:the\s+)?{_CAP}(?:{_JOINT}{_CAP})*"
    rf"|(?:{_ELECTED})(?!\w)"
    rf"|(?:{_CAP}\s+(?:(?:and|&)\s+{_CAP}\s+)?){{0,5}}(?:{_HEADS})\b(?:\s+(?:of|for"
    rf"|to)\s+(?:the\s+)?{_CAP}(?:{_JOINT}{_CAP})*)?)"
)

# A post behind a name's comma, with the commas of its own: ", Corporate Director Children, Young People and Schools"
LISTED = re.compile(rf"\s*,\s*(?:the\s+)?(?P<post>{_CAP}(?:{_JOINT}{_CAP})*)")


def find(text: str) -> list[FoundPost]:
    """Posts in running text, in capitals as minutes print them: "the Director of Place", "Scrutiny Manager"."""
    return [_without_article(match) for match in _POST.finditer(text)]


def _without_article(match: re.Match[str]) -> FoundPost:
    cut = len(match.group()) - len(re.sub(r"^(?:The|An?)\s+", "", match.group()))
    return FoundPost(match.group()[cut:], match.start() + cut, match.end())

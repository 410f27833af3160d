"""Which clauses of a decision ask for something to be done, and of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.language.decisions import BROUGHT, TO_COME, is_minutes
from ingest.reading.language.jobs import BY_SOMEBODY
from ingest.reading.language.undertakings import DO, SUBJUNCTIVE
from ingest.reading.records.actions.settled import ACCEPTS, APPROVING, OF_MONEY, ONLY_AGREES
from ingest.reading.records.owners import Owner, Owners

_ASKING = (
    r"(?:asked|requested|invited|recommended|instructed|reminded|urged|encouraged|tasked|required|advised|"
    r"called\s+(?:on|upon))"
)
# "the Clerk be asked to", "Cabinet be recommended to", "that the Trust be invited to"
_BE_ASKED = re.compile(
    (
        rf"(?:^|[;,]\s*(?:and\s+)?(?:that\s+)?|\band\s+(?:that\s+)?)(?:that\s+)?(?P<who>[^;:]{{3,160}}?)"
        rf"\s+(?:to\s+)?be\s+(?:\w+ly\s+|also\s+|therefore\s+)?{_ASKING}\b(?!\s+for\b(?!\s+(?:the|its|our)\s+(?:\w+\s+)?meeting))"
    ),
    re.IGNORECASE,
)
# "requests the Director to bring back", "asks that the tenants be told", "Recommend to the Leader that"
_ASKS = re.compile(
    r"(?:^|\b(?:and|to|that|committee|panel|cabinet|board|council|commission|members|group|agree|executive)"
    r"\s+)(?:\w+ly\s+|also\s+)?"
    r"(?P<verb>request(?:s|ed)?|ask(?:s|ed)?|require[sd]?|invite[sd]?|instruct(?:s|ed)?|remit(?:s|ted)?\s+to|urge[sd]?|recommend(?:s|ed)?|calls?\s+(?:on|upon)|reminds?)"
    r"\s+(?:to\s+)?(?P<that>that\s+)?"
    r"(?P<who>[^;:,]{3,140}?)\s+(?P<then>to\b|that\b|be\b|submits?\b|provides?\b|extends?\b|write[s]?\b|"
    r"report[s]?\b|brings?\b|arranges?\b|prepares?\b|consider[s]?\b|circulates?\b)",
    re.IGNORECASE,
)
# "Request an update report", "requests further information on"
_ASKS_FOR = re.compile(
    (
        r"^(?:that\s+)?(?:(?:the\s+)?[\w\s]{3,60}?(?:committee|panel|board|commission|group|members)"
        r"\s+)?(?:to\s+)?(?:requests?|asks?\s+for|calls?\s+for)\s+(?:an?|the|further|more|regular|that|"
        r"additional)\b"
    ),
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom\s+(?P<who>(?:the\s+)?[A-Z][^;:,]{2,100}?)(?=\s+(?:to|on|within|by|in|about|before|"
    r"for\s+the\s+next)\b|[.;,]|$)"
)
# "the Head of Parks provide a list", "the Chair write to the Minister", "that we should publicise"
_DOES = re.compile(
    (
        rf"(?:^|[;,]\s*(?:and\s+)?(?:that\s+)?|\band\s+(?:that\s+)?)(?:that\s+)?(?P<who>[^;:]{{2,110}}?)"
        rf"\s+(?:(?:should|will|shall|would|must)\s+(?:also\s+|now\s+)?(?:{DO})|"
        rf"(?:to\s+)?(?:also\s+|now\s+)?(?:{SUBJUNCTIVE})(?:e?s)?)\b(?!\s*[’'])"
    ),
    re.IGNORECASE,
)
_WE_SHOULD = re.compile(
    rf"^(?:that\s+)?(?:we|the\s+[\w\s]{{3,40}}?)\s+(?:should|will|would|(?:is|are)\s+(?:duty\s+)?(?:bound|obliged|required)\s+to)"
    rf"\s+(?:{DO})\b",
    re.IGNORECASE,
)
# "to write to the bank", "Supply the committee with", "Agree to submit a request"
_PLAIN_DO = re.compile(
    rf"^(?:that\s+)?(?:agrees?\s+)?(?:to\s+)?(?:{DO}|request|invite)(?:d)?\b(?!\s+(?:of|in\s+principle)\b)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:be|should be|to be|and)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:sent|actioned|e-?mailed|issued|re-?issued|"
    r"distributed|notified|written|prepared|set\s+up|"
    r"established|arranged|drawn\s+up|circulated|provided|presented|submitted|brought|"
    r"shared|supplied|included\s+(?:in|on)|added\s+to|put\s+(?:into|in|on|out|up)|produced|drafted|organised|"
    r"convened|scheduled|invited|informed|told|contacted|published|"
    r"created|formed|initiated|obtained|undertaken|carried\s+out|commissioned|developed|investigated|"
    r"explored|forwarded|installed|purchased|ordered|repaired|replaced|updated|"
    r"made\s+available|reported\s+(?:back\s+)?to|referred|placed\s+on|taken\s+(?:forward|to)|followed\s+up|"
    r"mended|cut|trimmed|mown|cleared|painted|repainted|removed|fixed|fitted|planted|lit|advertised|cleaned|"
    r"consulted|raised\s+with|given\s+(?:a|the)\s+(?:list|copy|name|report|briefing)|written\s+to)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?i:establish|initiated?|set\s+up|create|form)\w*\s+(?:an?\s+|"
    r"the\s+)?(?P<who>(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for)\s+)?){1,8}(?:Group|Party|Panel))"
)
_REFER = re.compile(
    r"\b(?i:refer(?:red|s)?)\b[^.;]{3,120}?\bto\s+the\s+(?P<who>(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for)"
    r"\s+)?){1,8}(?:Group|Party|Panel|Committee|Board))"
)
_SET_UP = re.compile(
    (
        r"\b(?:group|party|panel|sub-?committee)\s+be\s+(?:set\s+up|established|initiated|formed|created|convened|"
        r"appointed)\b"
    ),
    re.IGNORECASE,
)
_NAMED_GROUP = re.compile(
    r"\b(?P<who>(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for)\s+)?){1,8}(?:Group|Party))\s+be\s+(?:set\s+up|"
    r"established|initiated|formed|created|convened)\b"
)
# "a written answer be sent to the resident by the Director of Housing within 14 days"
_BY = re.compile(
    r"\bby\s+(?P<who>officers\b|(?:the|Cllr\.?|Councillor|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)\s+[A-Z][^;:,.]{1,80}?)"
    r"(?=\s+(?:within|by|before|to|on|in|with|at|and|prior|when|where|who)\b|[.;,]|$)"
)
_WITH_MORE = re.compile(
    rf"(?:\band\b|[;,])\s+(?:to\s+|that\s+)?(?:also\s+)?(?:{DO}|requests?|asks?|invites?|recommends?)\b", re.IGNORECASE
)
_BACK = re.compile(r"\b(?:brought|bought|come|came|report(?:ed)?|return(?:ed)?)\s+back\s+to\b", re.IGNORECASE)
_BEING = re.compile(r"\b(?:be|to)\s+\w+", re.IGNORECASE)
# "recommends that the Mayor commission a map"
_RECOMMENDS_THAT = re.compile(
    rf"(?:that\s+)?(?:[\w\s]{{3,60}}?\s)?recommend(?:s|ed)?\s+that\s+[^;:.]{{2,100}}?\s(?:{SUBJUNCTIVE})(?:e?s)?\b(?!\s*[’'])",
    re.IGNORECASE,
)


def asks(text: str, stem: str, decision: str | None) -> bool:
    """Whether a clause leaves somebody something to do."""
    text = _AGREED_THAT.sub("", " ".join(text.split()))
    if is_minutes(text) or ONLY_AGREES.search(text):
        return False
    if TO_COME.match(text):
        return True
    if ACCEPTS.match(text) and not _asked_too(text):
        return bool(_BACK.search(text))
    if decision == "noted" and not re.search(r"\band\b|;", text):
        return False
    if decision == "approved":
        return any(form.search(text) for form in (_BE_ASKED, _ASKS, _GROUP, _REFER, _SET_UP)) or _and_that_done(text)
    if stem_asks(stem) and not ACCEPTS.match(text):
        return True
    if decision == "recommended" and OF_MONEY.search(text):
        return False
    if decision == "recommended":
        return bool(
            _BEING.search(text) or _PLAIN_DO.match(text) or _RECOMMENDS_THAT.match(text)
        ) and not APPROVING.search(text)
    forms = (_BE_ASKED, _ASKS, _ASKS_FOR, _PLAIN_DO, _WE_SHOULD, _GROUP)
    return any(form.search(text) for form in forms) or bool(
        BY_SOMEBODY.search(text) or BROUGHT.search(text) or _DONE.search(text) or _BACK.search(text)
    )


def _and_that_done(text: str) -> bool:
    """Whether a clause has more done than it approves: "the plan be approved, and that two ideas be forwarded"."""
    more = re.search(r"\band\s+that\s+(?!(?:it|they|this|these)\b)", text, re.IGNORECASE)
    return bool(more and _DONE.search(text, more.end()))


# "AGREED that a second count be included": what is agreed to be done, not agreed with
_AGREED_THAT = re.compile(r"^agreed?\s+(?=that\b)", re.IGNORECASE)


# "to note the report and that officers provide an update"
_AND_THAT = re.compile(
    rf"\band\s+that\s+[^.;]{{3,80}}?\s(?:(?:should|will|would)\s+)?(?:{SUBJUNCTIVE})\b(?!\s*[’'])", re.IGNORECASE
)


def _asked_too(text: str) -> bool:
    """Whether a clause that begins by noting or agreeing goes on to ask: "notes the report and requests an update"."""
    return bool(
        _WITH_MORE.search(text)
        or _AND_THAT.search(text)
        or re.match(rf"(?:that\s+)?agrees?\s+to\s+(?:{DO}|request|invite|ask)\b", text, re.IGNORECASE)
    )


def stem_asks(stem: str) -> bool:
    """Whether the words that clauses share ask somebody: "That the Head of Parks be requested to"."""
    return bool(
        re.search(rf"\bbe\s+(?:\w+ly\s+)?{_ASKING}\s*(?:to|that)?\s*:?\s*[-–—]?\s*$", stem, re.IGNORECASE)
        or re.search(r"\b(?:requests?|asks?)\s+[^;:]{3,120}\s+to\s*:?\s*[-–—]?\s*$", stem, re.I)
        or _TO_BE_GIVEN.search(stem)
    )


# "It was agreed that the following figures would be sent to members:"
_TO_BE_GIVEN = re.compile(
    r"\bfollowing\b[^:]{0,60}\b(?:would|will|should|to)\s+be\s+(?:sent|circulated|provided|supplied|shared|e-?mailed|forwarded)\b",
    re.IGNORECASE,
)


def owner_of(text: str, stem: str, owners: Owners) -> Owner | None:
    """Who is to do what a clause asks for; None where it does not say."""
    text, stem = " ".join(text.split()), " ".join(stem.split())
    if _INVITES.match(text) and not _BE_ASKED.search(text):
        return None
    for who in _subjects(text):
        addressed = _addressed(text, who)
        if owner := (owners.office(who) if addressed else None) or owners.of(who) or owners.office(who):
            return owner
    if owner := next((owner for who in _addressees(text) if (owner := owners.body(who))), None):
        return owner
    if (over := _OVER.search(stem)) and _PLAIN_DO.match(text):
        return owners.office(over["who"]) or owners.of(over["who"])
    if stem_asks(stem):
        for who in _subjects(f"{stem.rstrip(' :–—-')} do"):
            if owner := owners.of(who):
                return owner
    return None


# "RECOMMENDED that the Cabinet Member for Roads:" over "(i) publish the list"
_OVER = re.compile(r"\bthat\s+(?P<who>(?:the\s+)?[A-Z][\w\s’'&,-]{2,80}?)\s*:\s*[-–—]?\s*$")


# "invites the Head of Parks to its next meeting": who comes is not who is to see to it
_INVITES = re.compile(
    r"(?:that\s+)?(?:(?:the\s+)?(?:[\w’'&-]{1,40}\s+){0,6}?(?:committee|panel|board|commission|group|members|council|cabinet)\s+"
    r"(?:[^.;]{0,80}?\band\s+)?)?(?:agrees?\s+)?(?:to\s+)?invit(?:e|es|ed)\b[^.;]{3,100}?\bto\s+"
    r"(?:(?:the|its|our|this|an?|future)\b|attend\b|come\b|join\b)",
    re.IGNORECASE,
)


def _addressed(text: str, who: str) -> bool:
    """Whether an office is what a clause speaks to ("recommend to the Cabinet Member that", "be recommended"); else
    it is its holder who is to do something ("that the Cabinet Member write to the Minister")."""
    place = text.find(who)
    before, after = text[max(0, place - 40) : place], text[place + len(who) :]
    return bool(
        re.search(r"\brecommend(?:s|ed)?\s+to\s+(?:the\s+)?$|\bfrom\s+(?:the\s+)?$", before, re.IGNORECASE)
        or re.match(r"\s+(?:to\s+)?be\s+(?:\w+ly\s+|also\s+)?(?:recommended|advised|reminded)\b", after, re.IGNORECASE)
    )


def somebody_does(text: str, owners: Owners) -> bool:
    """Whether a clause says of somebody that they do something: "the Chair write to the Minister"."""
    text = " ".join(text.split())
    if is_minutes(text) or ONLY_AGREES.search(text) or (ACCEPTS.match(text) and not _asked_too(text)):
        return False
    body = re.sub(r"^\s*that[,:;]?\s+", "", text, flags=re.IGNORECASE)
    return any(owners.of(who) for who in _doers(body))


def _subjects(text: str) -> Sequence[str]:
    """The words that may name who is asked, the surest first."""
    body = re.sub(r"^\s*(?:that|for)[,:;]?\s+", "", text, flags=re.IGNORECASE)
    found: list[str] = []
    if match := re.match(r"recommend(?:s|ed)?\s+to\s+(?P<who>[^;:]{3,120}?)\s+that\b", body, re.IGNORECASE):
        found.append(match["who"])
    found += [match["who"] for match in _BE_ASKED.finditer(body)]
    found += [match["who"] for match in _ASKS.finditer(body) if not _no_job(body, match)]
    if _ASKS_FOR.search(body):
        found += [match["who"] for match in _FROM.finditer(body)]
    found += [match["who"] for form in (_GROUP, _REFER, _NAMED_GROUP) for match in form.finditer(body)]
    found += _doers(body)
    found += [match["who"] for match in _BY.finditer(body)]
    return found


# "request that Fen Water share the plan", "that Otter Buses be asked to"
_THAT_BODY = re.compile(
    rf"\b(?:request|ask|invite|urge|instruct)(?:s|ed)?\s+that\s+(?P<who>(?:the\s+)?[A-Z][^;:,.]{{2,60}}?)\s+(?:{SUBJUNCTIVE}|share)\b"
)


def _addressees(text: str) -> list[str]:
    """Whoever a clause asks by a name in capitals, known or not."""
    found = [match["who"] for form in (_BE_ASKED, _THAT_BODY) for match in form.finditer(text)]
    return [re.sub(r"^that\s+", "", who, flags=re.IGNORECASE) for who in found]


def _no_job(text: str, match: re.Match[str]) -> bool:
    """Whether "asks X to be …" or "invites X to the next meeting" gives X nothing to do."""
    if match["then"].lower() == "be" and not match["that"]:
        return True
    return match["verb"].lower().startswith("invite") and bool(
        re.match(r"\s+(?:the|its|our|this|an?|attend|come|join|future)\b", text[match.end() :], re.IGNORECASE)
    )


# "the Chair, on behalf of the Committee, writes"; "officers, in consultation with the Chair, draft"
_ASIDE = re.compile(
    r"(?P<who>[^,;:]{2,80}),\s+(?:on\s+behalf|in\s+(?:consultation|conjunction|liaison|partnership)|together|along|working|"
    r"supported|with)\b[^;]{0,100},\s*$",
    re.IGNORECASE,
)


def _doers(text: str) -> list[str]:
    """Subjects of "provide", "write" and the like: what stands before the verb, from the last "that" or "and" on."""
    found = []
    for match in _DOES.finditer(text):
        if match["who"].rstrip().endswith(","):
            if aside := _ASIDE.match(match["who"]):
                found.append(aside["who"])
            continue
        found.append(match["who"])
        for joint in (" and ", ", which "):
            if joint in match["who"]:
                found.append(match["who"].rsplit(joint, 1)[1].removeprefix("that "))
    return found + [match["who"] for match in _WHICH.finditer(text)]


# "for Saturday 4 June if the hall is free, which the Clerk would find out"
_WHICH = re.compile(rf",\s+which\s+(?P<who>[^,;:]{{3,60}}?)\s+(?:will|would|should)\s+(?:{DO})\b", re.IGNORECASE)

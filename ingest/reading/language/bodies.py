"""Bodies: the council's own, and those outside it whose people come to its meetings as guests."""

from __future__ import annotations

import re

from ingest.reading.language import subjects

IN_CAPITALS = r"[A-Z][\w’'&.-]*(?:\s+(?:(?:of|and|for|the|in|on|to)\s+)*[A-Z&][\w’'&.-]*)*"
"""A name in capitals, whatever it names: "Friends of Otter Park"."""
BOROUGH_OF = r"(?:(?:Royal|London|ROYAL|LONDON)\s+)?(?:Borough|City|BOROUGH|CITY)\s+(?:of|OF)"
"""What stands in front of a council's name: "London Borough of Millwater"."""
# Words that only stand in the names of bodies outside a council: "Riverside NHS Foundation Trust", "Dale Ferries".
_OUTSIDE = """
    nhs trust ltd limited llp plc cic cio healthwatch police policing constabulary university college academy school
    ysgol primary association federation forum union agency ccg ccgs icb icbs charity foundation hospital hospitals
    coalition consortium
    hospice surgery church diocese diocesan chamber network campaign society alliance company coaches coachways buses
    railways rail bank ofsted consultants consulting associates voice action friends residents landlords tenants
    landowners developers mencap nspcc barnardo's barnardos ambulance ombudsman regulator inspectorate museum
    theatre club institute enterprise enterprises ministry homes kpmg ey deloitte mazars pwc bdo cqc hmrc dwp defra
    unison gmb unite mp msp aid trains railway airport campaigners ramblers cyclists heddlu prifysgol coleg
    traders foodbank foodbanks gazette herald chronicle advertiser telegraph argus newspaper newspapers
    cymdeithas mudiad ymddiriedolaeth elusen undeb eglwys urdd menter
"""
_OUTSIDE_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _OUTSIDE.split()))})(?![\w-])", re.IGNORECASE)
_OUTSIDE_PHRASE = re.compile(
    r"\b(?:integrated\s+care|health|drainage|safeguarding|community|executive)\s+board\b"
    r"|\b(?:town|parish|community)\s+councils?\b|\bfire\s+(?:and|&)\s+rescue\b|\bnational\s+(?:highways|trust|farmers)"
    r"|\b(?:link|user|carers?|patients?|residents?|tenants?|subgroup|working|housing)[’']?s?[’']?\s+(?:sub-?)?groups?\b"
    r"|\byouth\s+(?:council|parliament|forum)\b|\bambulance\s+services?\b|\bpolice\s+service\b|\bsub-?group\b|\bgroup$|\b(?-i:Together)$|\b[A-Z]\w+\s+(?:Scotland|Wales|England|Cymru)$|\bcitizens[’']?\s+advice\b|\bvoluntary\s+(?:action|service)\b(?!\s+(?:officer|manager|lead))"
    r"|\bgrant\s+thornton\b|\bernst\b|\bexternal\s+audit",
    re.IGNORECASE,
)
# "Director of Public Health", "School Improvement Manager", "Youth Justice Service Manager": services of a council.
_OWN_SERVICE = re.compile(
    r"\b(?:school|schools|academy|police|primary|trust|hospital|voluntary|homes|action|housing|union|rail|network|bank"
    r"|health|college|church|ambulance|charity|residents?|tenants?|voice|museum|museums|theatre|enterprise)"
    r"[’']?s?[’']?\s+(?:and\s+\w+\s+)?(?:improvement|services?|liaison|transport|manager|officer|planning"
    r"|place|admissions|organisation"
    r"|commissioning|development|partnerships?|options|standards|lead|director|strategy|catering|meals|needs"
    r"|team|adviser"
    r"|advisor|co-?ordinator|engagement|participation|involvement|programme|planner|delivery|management|assets?|discharge)\b",
    re.IGNORECASE,
)
# "Exe Bank Council", "Bank Town Borough Council": a council by its place, whatever that place is called after
_PLAIN_COUNCIL = re.compile(
    r"(?!.*\b(?:Arts|Youth|Research|Funding|Sports?|Church(?:es)?|Faith|Muslim|Jewish|Voluntary|Parish|Town|Community|"
    r"Medical|Dental|General|Trades?|Children[’']?s?|Design|British|Students?|Schools?|Tenants?|Residents?)\s+Council$)"
    r"(?:[A-Z][\w’'-]*\s+){1,4}Council"
)
COUNCIL_LETTERS = re.compile(r"[A-Z]{1,4}(?:C?CC|DC|[CM]?BC)")
"""A council by its letters, as beside a name: "Ann Moss – NCC"."""
_COUNCIL = re.compile(r"\b(?:council|borough|county|district|cc|mbc|bc|dc|cbc|metropolitan|authority)\b", re.IGNORECASE)

SERVICE = re.compile(
    r"\b(?:services?|directorate|department|dept|team|unit|division|section|virtual\s+school)\b", re.IGNORECASE
)
"""What a part of a council is, whatever it is about."""


def is_service(text: str) -> bool:
    """Whether the words name a part of a council that people work in.

    >>> is_service("the Highways team"), is_service("Growth and Place"), is_service("the skills that it takes")
    (True, True, False)
    """
    return bool(SERVICE.search(text) or subjects.names_one(text)) and not is_outside(text)


def is_outside(text: str) -> bool:
    """Whether the words name a body other than a council.

    >>> is_outside("Riverside NHS Foundation Trust"), is_outside("Finance Directorate"), is_outside("Exe Bank Council")
    (True, False, False)
    """
    if _OUTSIDE_PHRASE.search(text):
        return True
    if _PLAIN_COUNCIL.fullmatch(text.strip()):
        return False
    return bool(_OUTSIDE_WORD.search(_OWN_SERVICE.sub(" ", text)))


def leads_outside(text: str) -> bool:
    """Whether a post's own words name an outside body: "Sales Director of Dale Coaches"."""
    inside = re.search(r"\b(?:of|for)\s+(.+)", text)
    return bool(inside and is_outside(inside[1]) and not re.search(r"\bof\s+(?:public|adult|children)", text, re.I))


def is_council(text: str) -> bool:
    """Whether the words name a council, as a column of organisations does: "Norham MBC", "Exe District Council"."""
    return bool(_COUNCIL.search(text)) and not _OUTSIDE_PHRASE.search(text)


def is_of_others(text: str) -> bool:
    """Whether the words name a body of others: one outside, which is not called as a council is.

    >>> is_of_others("Riverside NHS Foundation Trust"), is_of_others("Exe Borough Council, Schools Forum")
    (True, False)
    """
    return is_outside(text) and not is_council(text)

"""What each kind of label says of the people under it: "Officers in attendance", "Others present", "Sederunt"."""

from __future__ import annotations

import re

from ingest.reading.records.attendance.sighting import Group

_BODY = (
    r"(?:committee|council|panel|board|cabinet|group|commission|forum|county|borough|district|city|town|parish"
    r"|elected|voting)"
)

# Read from top to bottom; the first that is found in a label decides. Beside each a label as printed.
_KINDS: tuple[tuple[str, Group], ...] = (
    # "Appointed by the Secretary of State:", "Nominated by the parishes:", "Parish appointed", "Crown nominees:"
    (
        r"^(?:members\s+)?(?:appointed|elected|nominated)\s+(?:by|from)\b"
        r"|^(?:[\w’'-]+\s){1,5}(?:appointed|nominated)(?:\s+members?)?$|^(?:[\w’'-]+\s){1,5}(?:appointees|nominees)$",
        Group(role="member", seats=True),
    ),
    # "For the applicant:", "Objectors", "Licence holder": the parties of a hearing
    (
        r"^(?:for|on\s+behalf\s+of)\s+the\s+(?:applicants?|appellants?|licen[cs]ees?|licen[cs]e\s+holders?|objectors?|premises)\b"
        r"|^(?:the\s+)?(?:applicants?|appellants?|objectors?|supporters?|complainants?|licen[cs]ees?|interested\s+part(?:y|ies)"
        r"|(?:premises\s+)?licen[cs]e\s+holders?|other\s+(?:persons|parties))\b",
        Group(role="guest"),
    ),
    (r"^responsible\s+authorit(?:y|ies)\b", Group(role="guest", mixed=True)),
    # "Members attending under Standing Order 25", "In attendance in accordance with Rule 14": of no seat here
    (
        r"\battend\w*\b.*\b(?:under|accordance|virtue|pursuant)\b.*\b(?:order|rule|paragraph|section)s?\b",
        Group(role="guest"),
    ),
    # "Absent without apologies", "Members absent (no apologies)"
    (r"\babsen\w+\b.*\b(?:without|no)\s+(?:an?\s+)?apolog|^(?:without|no)\s+apologies\b", Group(status="absent")),
    # "Apologies for absence", "Apologies received from:", "Absent with apologies"
    (r"\bapolog|\babsent with\b|\bymddiheuriadau\b", Group(status="apologies")),
    # "Absent:", "Not present", "Members absent without apologies", "Did not attend"
    (
        r"\babsent\b|\babsen(?:ce|ces|tees)\b|\bnot (?:present|in attendance|attending)\b|\bdid not attend\b",
        Group(status="absent"),
    ),
    # "Substitutes present", "Substitute Members"
    (r"\bsubstitut|\bsubs\b|\bdeputies\b|\breserve members?\b", Group(role="substitute")),
    # "Co-opted members", "Non-Council Members (Co-optees)", "Parent governor representatives", "Church representatives"
    (
        r"\bco-?\s?opt|\bparent governor|\b(?:church|diocesan|faith|religious|teacher)(?:\s+\w+)? rep|\badded members\b"
        r"|\bnon-council members\b"
        r"|\bregistered representatives?\b|\bstakeholder members?\b|\bmembers?\b.*\(non-voting\)"
        r"|\b(?:independent|lay|external) (?:co-opted )?(?:members?|persons?)\b|\bnon-voting members\b",
        Group(role="co_opted"),
    ),
    # "Officers and guests", "Also in attendance (officers and partners)"
    (
        r"\b(?:officers?|staff)\b.*\b(?:guests?|partners?|others?|visitors|witness\w*|advis[eo]rs|consultants)\b|\b(?:guests?"
        r"|partners)\b.*\bofficers\b",
        Group(mixed=True),
    ),
    # "Health representatives and officers", over those of a trust and of the councils
    (r"\brepresentatives\b.*\b(?:and|&)\s+(?:council\s+)?officers\b", Group(role="guest", mixed=True)),
    # "Cabinet Support Members", "Shadow Cabinet Member present": beside the executive, and no part of it
    (
        r"\b(?:shadow|support|assistant)\s+(?:cabinet|executive|portfolio|lead)\b|\bcabinet\s+(?:support|assistants?|advis[eo]rs?)\b",
        Group(role="guest"),
    ),
    # "Non-Executive Members present" at the executive's own meeting, "Non-Committee Members"
    (
        r"\bnon[\s-]?(?:executive|cabinet|(?:sub-?)?committee|panel|board)\s+(?:members?|councillors?)\b",
        Group(role="guest"),
    ),
    # "Advisers to the Employer’s Side"
    (r"^advis[eo]rs?\s+(?:to|for)\b", Group(mixed=True)),
    # "Employers’ Side", "Trade Union Side" of a joint committee
    (r"^(?:[\w’'/&-]+\s+){1,3}side$", Group(role="member", seats=True)),
    # "Cabinet Members present", "Portfolio Holders", "Lead Member", "Executive Members in attendance", "Cabinet"
    (
        r"\b(?:cabinet|executive|lead|portfolio)\s+(?:members?|holders?|councillors?|invitees?|attendees)\b"
        r"|\baelodau(?:’r|'r)? cabinet\b|^(?:members? of the )?(?:cabinet|executive)$",
        Group(role="cabinet_member"),
    ),
    # "Councillors also present", "Members also in attendance", "Councillors not on the Panel"
    (
        r"^(?:members|councillors|cllrs)\s+(?:also\b|(?:who\s+(?:are|were)\s+)?not\s+(?:on|of|members)\b)",
        Group(role="guest"),
    ),
    # "Present for item 5", "Attending for items 6 and 7"
    (r"^(?:also\s+)?(?:present|attending)\s+(?:for|at|during)\s+(?:agenda\s+)?items?\b", Group(default="officer")),
    # "Witnesses": officers of the council and others who give evidence, told apart by their posts
    (r"\bwitness|\bcontributors?\b|\bpresenters?\b", Group(default="guest")),
    # "In attendance via Teams", "Present (remotely)"
    (
        r"^(?:members\s+|also\s+)?(?:in attendance|attending|present|joined)\b"
        r".*\b(?:via|teams|zoom|remote\w*|virtual\w*|online)\b",
        Group(remote=True),
    ),
    # "Attending in person:"
    (r"^(?:members\s+|also\s+)?(?:attend\w+|present|joining)?\s*\(?in\s+person\)?$", Group(role="member")),
    # "Guests", "Observers", "By invitation", "Invitees": officers of the council may be among them
    (
        r"^invited(?:\s+to\s+attend)?$|^(?:invited\s+)?(?:guests?|observers?|invitees|visitors)(?:\s+(?:present|in\s+attendance))?$"
        r"|\bby invitation\b",
        Group(role="guest", mixed=True),
    ),
    # "Members of the public", "Visiting Members", "External partners"
    (
        r"\bpublic\b(?!\s+health)|\bguests?\b|\bvisit(?:or|ing)|\bobserv|\bexternal\b|\bpartners?\b|\binvite|\bspeakers?\b"
        r"|\brepresentative\s+bod(?:y|ies)\b|\btrades? unions?\b"
        r"|\bother (?:members|councillors)|\bpress\b|\bresidents?\b|\bnon-members?\b|\bexpert"
        r"|^(?:contractors?|consultants?|auditors?|independent\s+(?:advis[eo]rs?|consultants?))$"
        r"|^(?:nhs|health)\s+(?:colleagues|partners|representatives|organisations)\b"
        r"|\bdeputations?\b|\bpetitioners?\b|\bsignator(?:y|ies)\b"  # "Call-in signatory", "Deputations"
        r"|^young (?:people|persons)|\bservice users?\b|^(?:pupils|students|tenants|parents|carers|volunteers)\b",
        Group(role="guest"),
    ),
    # "Presiding Officer", "Presiding Member"
    (r"^presiding\s+(?:officer|member)$", Group(role="chair")),
    # "Officers present", "Staff", "Lead officers"; "Clerked by", "Minutes taken by:", "Note taker"
    (
        r"\bofficers?\b|\bofficials?\b|\bstaff\b|\bswyddogion\b|^(?:the\s+)?secretariat$"
        r"|^(?:clerked|minuted|recorded|(?:minutes?|notes?)(?:\s+(?:taken|recorded|prepared))?)\s+by$"
        r"|^(?:minute|note)s?[\s-]takers?$|^(?:[\w-]+\s)?support(?:\s+(?:staff|team))?$",
        Group(role="officer"),
    ),
    # "Ex officio:" beside the members
    (r"^ex[\s-]officio(?: members?)?$", Group(role="member")),
    # "Board Members present", "Members of the Forum", "Voting members": whatever sent them
    (
        r"^(?:(?:board|forum|partnership)\s+members?|voting\s+members"
        r"|members\s+of\s+the\s+(?:board|forum|partnership))\b",
        Group(role="member", seats=True),
    ),
    # "Members in attendance", "Councillors in attendance:"
    (r"^(?:members|councillors|cllrs|committee members)\b.*\b(?:attend|attending)", Group(role="member")),
    # "Also present", "Also attended", "Others present"
    (
        r"\bhefyd\b|\balso (?:present|there|attended|attending|in attendance)\b|\bothers?\b|^also$",
        Group(default="guest"),
    ),
    # "In attendance", "In attendance for items 4 and 5", "Attending", "Together with:"
    (r"\bin\s+attendance\b|^together with$|^attending(?:\s+the\s+meeting)?$|\bwrth law\b", Group(default="officer")),
    # "On Teams", "Attending remotely", "Virtual attendees", "Via video link"
    (r"\bteams\b|\bzoom\b|\bremote|\bvirtual(?!\s+school)|\bonline\b|\bvia\b|\bvideo", Group(remote=True)),
    # "Vice-Chair", "Deputy Chairman", "Chair:", "Convener", "Co-Chairs:", "Independent Chair (non-voting):"
    (r"^(?:vice|deputy|depute)\W?\s*(?:chair|conven)\w*$", Group(role="vice_chair")),
    (
        r"^(?:in the |(?:independent|acting|interim) )?(?:chair(?:\s?(?:man|woman|person))?|conven[eo]r|presiding)"
        r"(?: of the meeting)?(?:\s*\((?:non-)?voting\))?$|^chaired by$"
        r"|^(?:co|joint)[\s-]+(?:chair|conven)\w*$",
        Group(role="chair"),
    ),
    # "Panel:" over or before those who sit on it
    (r"^(?:the\s+)?(?:review\s+)?(?:panel|sub-?committee)$", Group(role="member")),
    # "Present", "Members Present", "Committee Members", "Sederunt", "In the room", "Attendance", "Councillors"
    (
        rf"\bpresent\b|\bsederunt\b|\bin the room\b|\battendance\b|\battendees\b|\b{_BODY} members?\b"
        r"|^members?(?=$|\W+(?:of|for|from|on|and|to|who)\b|\s*\()"
        r"|\bcouncillors?\b|\b(?:yn bresennol|presennol|aelodau)\b|\bmembership\b|\bcllrs?\b|\bthose attending\b"
        r"|^who (?:was|were) (?:there|present|in the room)$|^who (?:attended|came)$"
        r"|\broll call\b|^(?:[\w-]+\s){1,3}members?$",
        Group(role="member"),
    ),
    # "Parent representatives", "Employee representative (non-voting)"
    (
        r"^(?:parents?|pupils?|students?)(?:\s+\w+)?\s+representatives?$|^(?:[\w-]+\s){1,3}representatives?\s*\(non-voting\)?$",
        Group(role="co_opted"),
    ),
    # "Tenant representatives", "District Council Representatives": councillors sit here, others may be anybody
    (r"^(?:[\w’'-]+\s){1,4}representatives?$", Group(elected="member")),
)

PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), group) for pattern, group in _KINDS)

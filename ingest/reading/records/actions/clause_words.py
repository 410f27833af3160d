"""The forms in which a clause of a decision asks for something, each beside words that councils might print."""

from __future__ import annotations

import re

from ingest.reading.language.jobs import PAPER
from ingest.reading.language.undertakings import DO, SUBJUNCTIVE

ASKING = (
    r"(?:asked|requested|invited|recommended|instructed|reminded|urged|encouraged|tasked|required|advised|"
    r"called\s+(?:on|upon))"
)
# "the Clerk be asked to", "Cabinet be recommended to", "that the Trust be invited to"
BE_ASKED = re.compile(
    (
        rf"(?:^|[;,]\s*(?:and\s+)?(?:that\s+)?|\band\s+(?:that\s+)?)(?:that\s+)?(?P<who>[^;:]{{3,160}}?)"
        rf"\s+(?:to\s+)?be\s+(?:\w+ly\s+|also\s+|therefore\s+)?{ASKING}\b"
        r"(?!\s+to\s+(?:note|support|endorse|approve|agree|welcome|continue|retain|(?:keep|maintain)\s+(?:the|its|all))\b)"
        rf"(?!\s+for\b(?!\s+(?:the|its|our)\s+(?:\w+\s+)?meeting|\s+(?:an?|the)\s+(?:\w+\s+){{0,3}}?{PAPER}\b))"
    ),
    re.IGNORECASE,
)
# "requests the Director to bring back", "asks that the tenants be told", "Recommend to the Leader that"
ASKS = re.compile(
    r"(?:^|\b(?:and|to|that|committee|panel|cabinet|board|council|commission|members|group|agree|executive)"
    r"\s+)(?:\w+ly\s+|also\s+)?"
    r"(?P<verb>request(?:s|ed)?|ask(?:s|ed)?|require[sd]?|invite[sd]?|instruct(?:s|ed)?|remit(?:s|ted)?\s+to|urge[sd]?|recommend(?:s|ed)?|calls?\s+(?:on|upon)|reminds?)"
    r"\s+(?:to\s+)?(?P<that>that\s+)?"
    r"(?P<who>[^;:,]{3,140}?)\s+(?P<then>to\b|that\b|be\b|submits?\b|provides?\b|extends?\b|write[s]?\b|"
    r"report[s]?\b|brings?\b|arranges?\b|prepares?\b|consider[s]?\b|circulates?\b|reviews?\s+(?:the|its|all|how)\b|publish(?:es)?\b)",
    re.IGNORECASE,
)
# "Request an update report", "requests further information on"
ASKS_FOR = re.compile(
    (
        r"^(?:that\s+)?(?:(?:the\s+)?[\w\s]{3,60}?(?:committee|panel|board|commission|group|members)"
        r"\s+)?(?:to\s+)?(?:requests?|asks?\s+for|calls?\s+for)\s+(?:an?|the|further|more|regular|that|"
        r"additional)\b|"
        # "noted the report and requested a further update"
        r"^[^.;]{3,120}?\bnote[sd]?\b[^.;]{3,80}?\band\s+(?:requested|asked\s+for)\s+(?:an?|further|more|additional)\b"
    ),
    re.IGNORECASE,
)
# "to ask the Head of Parks for a briefing on the gates"
ASKED_FOR_PAPER = re.compile(
    rf"\b(?:ask|request)(?:s|ed)?\s+(?P<who>(?:the\s+)?(?-i:[A-Z])[^;:,.]{{2,80}}?)\s+for\s+(?:an?|the|further|more)\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{PAPER}\b",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\bfrom\s+(?P<who>(?:the\s+)?[A-Z][^;:,]{2,100}?)(?=\s+(?:to|on|within|by|in|about|before|"
    r"for\s+the\s+next)\b|[.;,]|$)"
)
# "the Head of Parks provide a list", "the Chair write to the Minister", "that we should publicise"
DOES = re.compile(
    (
        rf"(?:^|[;,]\s*(?:and\s+)?(?:that\s+)?|\band\s+(?:that\s+)?)(?:that\s+)?(?P<who>[^;:]{{2,110}}?)"
        rf"\s+(?:(?:should|will|shall|would|must)\s+(?:also\s+|now\s+)?(?:{DO})|"
        rf"(?:to\s+)?(?:also\s+|now\s+)?(?:{SUBJUNCTIVE})(?:e?s)?)\b(?!\s*[’'])"
    ),
    re.IGNORECASE,
)
# What somebody did, by verbs that do not end in "ed": "gave an update", "sent the answer"
_DID = (
    r"gave|told|made|took|sent|spoke|wrote|thought|felt|saw|held|went|knew|found|left|kept|led|heard|began|sought|drew|spent|"
    r"ran|came|got|won|lost|built|bought|brought|taught|met|paid|sat|stood|rose|chose|said|grew|laid|fell|showed"
)
# "the Clerk place the plan on the agenda", "the Head of Parks, Quays and Paths, conveys the view": whatever the verb
DOES_ANYTHING = re.compile(
    r"(?:[Tt]hat[,:;]?\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][\w’'&-]*(?:,?\s+(?:(?:of|for|and|the)\s+){0,2}[A-Z][\w’'&-]*){0,8}),?\s+"
    r"(?!(?:be|is|are|was|were|has|have|do|does|not|also|should|must|may|can|and|or|but|for|with|on|in|at|from|of|by|as|to|"
    r"about|regarding|following|under|over|within|without|during|after|before|until|than|that|who|whom|which|when|where|"
    r"while|per|via|upon)\b|(?:note|support|welcome|approve|endorse|agree|accept|continue|remain|retain|receive|become|"
    r"thank|chair|serve|act|represent|congratulate|commend|acknowledge|recognise|regret|delegate|authorise|join|replace|form|comprise)s?\b|"
    rf"(?:[a-z]+ed|{_DID})\b)(?P<verb>[a-z]{{3,}})\s+(?=(?:the|an?|to|all|every|each|its|their|his|her|any|this|these|those|members|"
    r"councillors|back|out|up)\b)"
)
WE_SHOULD = re.compile(
    rf"^(?:that\s+)?(?:we|the\s+[\w\s]{{3,40}}?)\s+(?:should|will|would|(?:is|are)\s+(?:duty\s+)?(?:bound|obliged|required)\s+to)"
    rf"\s+(?:{DO})\b",
    re.IGNORECASE,
)
# "to write to the bank", "Supply the committee with", "Agree to submit a request": not the days on which to meet
PLAIN_DO = re.compile(
    r"^(?:that\s+)?(?:agree[sd]?\s+(?=to\b))?(?:to\s+)?(?!meet\s+(?:again\s+|next\s+)?(?:at|on|in|every|monthly|quarterly)\b)"
    rf"(?:{DO}|request|invite)(?:d)?\b(?!\s+(?:of|in\s+principle)\b)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:be|should be|to be|and)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:sent|actioned|e-?mailed|issued|re-?issued|"
    r"distributed|notified|written|prepared|set\s+up|"
    r"established|arranged|drawn\s+up|circulated|provided|presented|submitted|brought|"
    r"shared|supplied|included\s+(?:in|on)|added\s+to|put\s+(?:into|in|on|out|up)|produced|drafted|organised|"
    r"convened|scheduled|invited|informed|told|contacted|published|"
    r"created|formed|initiated|obtained|undertaken|carried\s+out|commissioned|developed|investigated|"
    r"explored|forwarded|installed|purchased|ordered|repaired|replaced|updated|"
    r"made\s+available|reported\s+(?:back\s+)?to|referred|placed\s+on|taken\s+(?:forward|to)|followed\s+up|"
    r"conveyed|relayed|communicated|answered|passed\s+(?:on\s+)?to|drawn\s+to\s+the\s+attention|mended|cut|trimmed|mown|cleared|painted|repainted|removed|fixed|fitted|planted|lit|advertised|cleaned|"
    r"(?:made\s+)?the\s+subject\s+of\s+(?:an?|the)\s+(?:\w+\s+){0,3}?(?:report|paper|briefing|note|review|presentation)|"
    r"consulted|raised\s+with|given\s+(?:a|the)\s+(?:list|copy|name|report|briefing)|written\s+to)\b",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"\b(?i:establish|initiated?|set\s+up|create|form)\w*\s+(?:an?\s+|"
    r"the\s+)?(?P<who>(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for)\s+)?){1,8}(?:Group|Party|Panel))"
)
REFER = re.compile(
    r"\b(?i:refer(?:red|s)?)\b[^.;]{3,120}?\bto\s+the\s+(?P<who>(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for)"
    r"\s+)?){1,8}(?:Group|Party|Panel|Committee|Board))"
)
SET_UP = re.compile(
    (
        r"\b(?:group|party|panel|sub-?committee)\s+be\s+(?:set\s+up|established|initiated|formed|created|convened|"
        r"appointed)\b"
    ),
    re.IGNORECASE,
)
NAMED_GROUP = re.compile(
    r"\b(?P<who>(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for)\s+)?){1,8}(?:Group|Party))\s+be\s+(?:set\s+up|"
    r"established|initiated|formed|created|convened)\b"
)
# "a written answer be sent to the resident by the Director of Housing within 14 days"
BY = re.compile(
    r"\bby\s+(?P<who>officers\b|(?-i:[A-Z][a-z’'-]+\s+[A-Z][\w’'-]+)(?=\s*\.?$)|(?-i:(?:[A-Z]\w{2,20}\s+){1,3}Services)\b|(?:the|Cllr\.?|Councillor|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)\s+[A-Z][^;:,.]{1,80}?)"
    r"(?=\s+(?:within|by|before|to|on|in|with|at|and|prior|when|where|who)\b|[.;,]|$)"
)
# "brought to the Panel before it is considered by the Cabinet": done by somebody, but something else
IN_AN_ASIDE = re.compile(r"\b(?:before|after|until|once|when|if|as)\b(?!\s+soon\b)[^,;]*$", re.IGNORECASE)
WITH_MORE = re.compile(
    rf"(?:\band\b|[;,])\s+(?:to\s+|that\s+)?(?:also\s+)?(?:{DO}|request(?:s|ed)?|ask(?:s|ed)?|invite[sd]?|recommends?)\b",
    re.IGNORECASE,
)
BACK = re.compile(r"\b(?:brought|bought|come|came|report(?:ed)?|return(?:ed)?)\s+back\s+to\b", re.IGNORECASE)
BEING = re.compile(r"\b(?:be|to)\s+\w+", re.IGNORECASE)
# "recommends that the Mayor commission a map"
RECOMMENDS_THAT = re.compile(
    rf"(?:that\s+)?(?:[\w\s]{{3,60}}?\s)?recommend(?:s|ed)?\s+that\s+[^;:.]{{2,100}}?\s(?:{SUBJUNCTIVE})(?:e?s)?\b(?!\s*[’'])",
    re.IGNORECASE,
)

"""The words in which minutes tell attendance: beside each pattern sentences as printed."""

from __future__ import annotations

import re

TRIGGER = re.compile(
    r"apolog|substitut|replac|welcom|in attendance|attended|joined|deputi|in place of|on behalf of"
    r"|also present|were present|was present"
    r"|absen[ct]|in the chair|took the chair|st(?:anding|ood) in|unable to attend|alternate|presid|chaired|chairmanship"
    r"|^the chair|^attending\b|not present|did not attend|\bsupported by"
    r"|\bno word\b|\bheard from\b|\bin\s+\w+\s+place\b"
    r"|left the (?:meeting|room|chamber)|\barrived\b|\bre-?joined|\bacted as chair|\bto chair th"
    r"|chair\w* (?:for|of) th(?:e|is) (?:\w+ of th(?:e|is) )?meeting",
    re.IGNORECASE,
)
# "Apologies for absence were received from Councillors A and B", "An apology was submitted by Mr C", "Apologies: D, E"
APOLOGIES = re.compile(
    r"apolog(?:y|ies)\b(?P<what>[^.:]{0,60}?)\b(?:(?:was|were|had|has|have|been|is|are|also|both|duly)\s+)*"
    r"(?:received|given|sent|tendered|submitted|made|presented|offered|noted|reported|recorded|accepted"
    r"|intimated|conveyed)?"
    r"\s*(?:(?:and\s+\w+\s+)?(?:from(?!\s+(?:the|this)\s+meeting\b)|by|on behalf of"
    r"|of(?=\s+(?:the\s+)?(?:cllr|councillor|mr|ms|miss|dr))"
    r"|for(?!\s+(?:absence|lateness|non|not|their|his|her"
    r"|being|inability|failing|being)))\s+|[:–-]+\s*)(?P<who>[^.]?.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "Councillors A and B had sent their apologies", "Mr C gave his apologies", "Mrs D was unable to attend"
SENT = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:had|have|has|also)\s+)*(?:(?:sent|gave|given|tendered|offered|submitted"
    r"|expressed)\s+(?:(?:their|his|her|an?)\s+)?apolog"
    r"|apologi[sz]ed\s+for\s+(?:\w+\s+)?absence|(?:was|were)\s+unable\s+to\s+attend)",
    re.IGNORECASE,
)


def tells_apologies(text: str) -> bool:
    """Whether words tell of apologies: "Apologies were received from A", "A and B had sent their apologies"."""
    return bool(APOLOGIES.search(text) or SENT.search(text))


LATE = re.compile(r"\b(?:lateness|late arrival|leaving early|arriving late|early departure)\b", re.IGNORECASE)
# "A and B replaced C and D respectively", "Councillor A substituted for Councillor B", "A attended as substitute for B"
INSTEAD = re.compile(
    r"(?:,|\b(?:was|were|is|be|being|had been|also|that|who|attended|attending|sat|acted|acting|appeared|came|there"
    r"|serving|present|in attendance|the meeting|"
    r"meeting|as|a|the|duly|appointed|named|official|nominated|formal|confirmed|indicated|he|she|they|his|her|their|remotely|virtually)\b|\s)*"
    r"\b(?:replaced|replacing|(?:substitut\w*|deput(?:y|i[sz]\w+)|stood in|standing in"
    r"|alternate)(?:\s+members?)?\s+(?:for|on behalf of|in place of)"
    r"|in\s+(?:the\s+)?place\s+of|(?:attended|sat)\s+for(?=\s+(?:cllr|councillor|mr|mrs|ms|miss|dr)\b)"
    r"|(?:attended|present|sat|acted)\s+(?:the\s+meeting\s+)?(?:on\s+behalf\s+of"
    r"|in\s+the\s+stead\s+of|instead\s+of))\s+",
    re.IGNORECASE,
)
# "Councillor B was replaced by Councillor A", "Councillor B (substituted by A)"
BY = re.compile(
    r"\s*,?\s*(?:(?:who\s+)?(?:was|were|had been|being)\s+)?(?:replaced|substituted|represented|deputised)\s+"
    r"(?:for\s+)?by\s+"
    r"|\s*,?\s+(?<!accordance )with\s+(?=[^,;]{3,80}\b"
    r"(?:attending|substituting|deputising|in\s+attendance|present|acting|sitting)\b"
    r"(?:\s+(?:as|in|on)\b|\s*[.;]?\s*$))",
    re.IGNORECASE,
)
# "Apologies were received from Councillor B and Councillor A attended as substitute", "and Mr C deputised for her"
AND_ANOTHER = re.compile(
    r"[,;]?\s+(?:and\s+(?:that\s+)?|with\s+|(?<=;\s))(?=[^,;]{3,80}\b"
    r"(?:(?:attend|deputi[sz]|substitut|stood|standing|act|present|appoint)\w*"
    r"(?:\s+\w+)?\s+(?:(?:in|on|for)\s+(?:his|her|their|him|them)\b"
    r"|as\s+(?:(?:an?|the|his|her|their)\s+)?(?:named\s+)?(?:substitute|deputy|replacement)\b"
    r"(?!\s+(?:for|of)\s+(?!(?:the|this)\s+meeting)))"
    r"|(?:was|were|is)\s+(?:his|her|their)\s+(?:named\s+)?substitutes?\b|substituted\s*$|substituted\.))",
    re.IGNORECASE,
)
# "Apologies were received from Ms C, for whom Mr D substituted", "Councillor C (for whom Councillor D attended)"
FOR_WHOM = re.compile(
    r"(?P<mark>,?\s+\(?for\s+whom\s+)(?=.{3,60}\b(?:substitut|attended|deputis|was present|stood in))", re.IGNORECASE
)
# "…, for whom Councillor D substituted, and from Councillor E": the apologies go on behind a substitute
AND_FROM = re.compile(r"\s*[,;]\s*(?:and\s+|also\s+)*(?:from|of|by)\s+(?=[A-Z])")
# "Councillor A attended as substitute", without a word of for whom
AS_SUBSTITUTE = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:also|had|duly)\s+)?(?:attended|was present|sat|acted|attending|were present"
    r"|(?:was|were) (?:in attendance|attending|sitting|appointed))?\s*(?:the meeting\s+)?"
    r"(?:as\s+(?:(?:an?|the|duly|appointed|named|his|her|their)\s+)*substitut\w*|substituted)"
    r"(?!\s+(?:for|on))",
    re.IGNORECASE,
)
# "Councillor A was substituting for her", "A was her substitute", "B and C were in attendance in their places"
FOR_THEM = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:was|were|is|are|had|been|also|both|duly)\s+)*"
    r"(?:(?:attended|attending|present|sat|sitting|acted|acting|appointed|in\s+attendance)\s+(?:the\s+meeting\s+)?)?"
    r"(?:(?:substitut(?:ed|ing)|deputi[sz](?:ed|ing)|stood\s+in|standing\s+in|sat|sitting)\s+for\s+(?:him|her|them)\b"
    r"|(?:as\s+)?(?:his|her|their)\s+(?:named\s+)?substitutes?\b|in\s+(?:his|her|their)\s+(?:places?|stead)\b)",
    re.IGNORECASE,
)
# "The Chair welcomed A, Head of B, and C to the meeting"
WELCOMED = re.compile(
    r"\bwelcomed\s+(?:to\s+(?:the|this)\s+\w+\s*[,:]?\s*)?(?:(?:new\s+)?(?:members?|officers?|colleagues"
    r"|the following|representatives?)\s*[:,–-]\s*)?(?P<who>[^.]?.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "welcomed the report", "welcomed an update": a thing, and nobody who came
WELCOMED_WHAT = re.compile(r"\bwelcomed\s+(?:the|this|that|an?|any|his|her|its)\s+(?!meeting)[a-z]")
# "In attendance for this item were A (Head of B) and C", "Also present was D"
THERE_WERE = re.compile(
    r"(?:(?:in\s+attendance|also\s+present|also\s+attending|present|^attending)\b[^.:;]{0,60}?\b(?:were|was)"
    r"|\bthere\s+(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance))\s*[:–-]?\s*(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "A (Head of B) and C were in attendance for this item", "D also attended the meeting", "E joined the meeting remotely"
WERE_THERE = re.compile(
    r"^(?P<who>.+?),?\s+(?:(?:was|were|is|are)\s+(?:also\s+|both\s+|all\s+)*(?:in\s+(?:virtual\s+)?attendance"
    r"|present|welcomed|in\s+the\s+chair)|(?:also\s+|both\s+)?attended(?=\s*(?:$|[.,(]|the|this|for|remotely"
    r"|virtually|via|as|in|by|to|and|on|at|under))"
    r"|(?:also\s+)?joined\s+(?:the\s+(?:meeting|committee|panel)|remotely|virtually|online|via)|took\s+the\s+chair"
    r"|presided\b|chaired\s+the\s+(?:meeting|session|briefing)|acted\s+as\s+chair\w*)",
    re.IGNORECASE | re.DOTALL,
)
# "A attended, together with B", "A presided, with Councillors B and C"
TOGETHER = re.compile(r"(?:\btogether|,)\s+with\s+(?P<who>(?:the\s+|(?-i:[A-Z])).+)$", re.IGNORECASE | re.DOTALL)
# "They were joined by A (Head of B) and C", "The Panel was supported by D (Clerk)", "advised by E"
JOINED_BY = re.compile(
    r"\b(?:was|were)\s+(?:also\s+|then\s+)?(?:joined|accompanied|supported|assisted|advised|attended|serviced|clerked)"
    r"(?:\s+(?:at|in|for|during)\s+[^,.;]{3,30}?)?\s+by\s+(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "Councillor A was not present", "Mr B did not attend", "No word had come from Councillor C"
AWAY = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:was|were)\s+(?:also\s+)?(?:not\s+(?:present|in\s+attendance)|absent)|did\s+not\s+attend)\b"
    r"|\b(?:no\s+word|nothing)\s+(?:(?:was|has|had)\s+(?:been\s+)?(?:received|heard|come)\s+|heard\s+)?from\s+(?P<whom>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "Councillor B – Councillor A attended in her place" in a list of apologies
DASHED_PLACE = re.compile(
    r"^(?P<gone>[^,;–—]{3,60}?)\s+[-–—]\s+(?P<sub>[^,;–—]{3,60}?)\s+(?:(?:was|were|had)\s+)?"
    r"(?:attend\w*|came|sat|present|substitut\w+|deputi[sz]\w+|stood\s+in)\s+(?:(?:in|on)\s+)?(?:for\s+)?"
    r"(?:(?:his|her|their)\s+(?:place|stead|behalf)|him|her|them)[.;]?$",
    re.IGNORECASE,
)
# "Councillor B, who had given his apologies, as had Councillor C"
SENT_BESIDE = re.compile(
    r",?\s+who\s+(?:had\s+|has\s+)?(?:sent|gave|given|tendered|offered|submitted)\s+(?:(?:their|his|her|an?)\s+)?apolog(?:y|ies)"
    r"(?:\s+for\s+absence)?(?:\s*,?\s*(?:as|and\s+so)\s+(?:had|did|has)\s+(?P<also>.+))?",
    re.IGNORECASE | re.DOTALL,
)
FILLER = re.compile(
    r"^(?:(?:it\s+was\s+(?:noted|reported|agreed|announced)|(?:the\s+)?(?:chair\w*|committee"
    r"|clerk)\s+(?:noted|reported|advised|announced)|members\s+noted|noted|"
    r"the\s+following(?:\s+[\w-]+){0,4}?\s+were\s+(?:noted|made|reported)|having\s+given\s+[\w\s]+"
    r"|for\s+this\s+(?:meeting|item))\s*(?:that\b)?[,:]?\s*|that\s+)",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"^\s*(?:none\b|no\b|nil\b|there\s+were\s+no|everyone|all\b|members\s+(?:of|to)|those\b|attendees"
    r"|councillors\s+and|the\s+public)",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"\b(?:no|not|without|nil)\s+(?:\w+\s+)?apolog|\bwould\b|\bwill\b|\binvited to attend\b|\bto attend the next\b",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\([^()]*\)")
APPOINTED = re.compile(
    r"\b(?:appointed|elected|nominated|vacan\w+|resign\w*|retire\w*|membership|permanent\w*)\b"
    r"|\bas\s+(?:an?|the)\s+(?:new\s+|full\s+)?(?:member|representative|chair\w*)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(r"\b(?:previous|last|earlier) meeting\b|\bhad attended\b", re.IGNORECASE)


# A clause of running text, not a list of names and posts
PROSE = re.compile(r"\b(?:the|that|was|were|which|had)\s+[a-z]+\s+[a-z]+\s+[a-z0-9]+", re.ASCII)


# "chaired by Councillor A", "under the chairmanship of Mr B", "with Councillor C in the chair"
CHAIRED_BY = re.compile(
    r"\b(?:chaired|presided\s+over)\s+by\s+(?P<by>.+)$|\bunder\s+the\s+(?:chairmanship|presidency)\s+of\s+(?P<under>.+)$"
    r"|\bwith\s+(?P<with>[^.;]{3,80}?)\s+(?:in\s+the\s+chair|presiding|chairing)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Councillor B was elected Chair for the meeting", "it was agreed that Mr C be appointed as chairman for this meeting"
ELECTED_CHAIR = re.compile(
    r"^(?P<who>.+?)\s+(?:(?:was|be|is)\s+(?:duly\s+)?(?:elected|appointed|nominated|asked)\s+"
    r"(?:as\s+|to\s+(?:act\s+as\s+|be\s+))?|(?:would|should|to)\s+be\s+)"
    r"(?:the\s+)?(?:acting\s+|temporary\s+)?chair\w*\s+(?:for|of)\s+(?:the|this)\s+"
    r"(?:(?:duration|purposes?)\s+of\s+(?:the|this)\s+)?meeting\b"
    # "Mr C be elected to chair the meeting"
    r"|^(?P<to>.+?)\s+(?:was|be)\s+(?:duly\s+)?(?:elected|appointed|chosen|asked)\s+to\s+(?:chair|preside\s+over)\s+"
    r"(?:the|this)\s+meeting\b"
    # "The committee elected Mrs D to chair the meeting"
    r"|\b(?:elected|appointed|chose|asked)\s+(?P<whom>(?-i:[A-Z])[^,.;]{2,60}?)\s+(?:to\s+(?:chair|preside\s+over)\s+"
    r"(?:the|this)|(?:as|to\s+be|to\s+act\s+as)\s+(?:the\s+|its\s+|acting\s+)*chair\w*\s+(?:for|of)\s+(?:the|this))\s+meeting\b",
    re.IGNORECASE,
)
CHAIR_NAMED = re.compile(
    r"^the\s+chair(?:man|woman|person)?,?\s*[,(]?\s*(?P<who>[^,()]{3,60}?)\s*[,)]\s*"
    r"(?:declared|opened|welcomed|called|thanked|reminded|explained)\b",
    re.IGNORECASE,
)
CHAIRING = re.compile(
    r"\b(?:(?:in|took)\s+the\s+chair|presided|chaired\s+the\s+\w+|acted\s+as\s+chair\w*)\b"
    r"(?!.*\b(?:for\s+(?:this|that|the)\s+(?:item|remainder|rest|part|minute)|until|while)\b)",
    re.IGNORECASE,
)
# "Councillor A left the meeting at 8.05 pm", "Mr B arrived during this item"
MOVED = re.compile(
    r"^(?P<who>.{3,120}?)\s+(?:(?:then|also|had)\s+)?(?P<what>(?:left|joined|arrived|entered|re-?joined|returned\s+to|withdrew\s+from)\b"
    r"(?=.*\b(?:meeting|room|chamber|item|minute|at\s+\d|late)\b).{3,120}?)[.;]?$",
    re.IGNORECASE | re.DOTALL,
)
# "Councillor A attended in Councillor B's place"
WHOSE_PLACE = re.compile(r"\s+in\s+(?P<who>[A-Z][^,.;]{2,60}?)[’']s?\s+(?:place|stead|absence)\b")
# Under "Apologies": "This was received from Councillor A", "Received on behalf of Mr B"
RECEIVED = re.compile(
    r"^(?:(?:this|these|they|one|apologies)\s+)?(?:(?:was|were|had\s+been|have\s+been)\s+)?(?:received|submitted|tendered|given|noted"
    r"|accepted|sent|reported|intimated|recorded)\s+(?:from|by|on\s+behalf\s+of|for)\s+",
    re.IGNORECASE,
)
SUBSTITUTIONS = re.compile(r"\b(?:substitut|deput(?:y|i)|alternate)", re.IGNORECASE)
# Where the people of a clause begin: "the Solicitor reported that Councillor A"
REPORTED = re.compile(
    r"^.*\b(?:that|reported|noted|advised|informed|announced)\b[,:]?\s+(?=\S)", re.IGNORECASE | re.DOTALL
)
# "Mr A attended as a co-opted member", "Cllr B and Ms C attended as observers"
AS_WHAT = re.compile(
    r"\b(?:attend\w+|present|in\s+attendance)\s+as\s+(?:an?\s+|the\s+)?(?:(?P<observer>observers?\b)|co-?\s?opted\s+members?\b|co-?optees?\b)",
    re.IGNORECASE,
)

"""What is to be done without a word on who undertakes it: asked for, told in the passive, or listed as a job."""

from __future__ import annotations

import re

# What is given to those who ask
PAPER = (
    r"(?:(?:written\s+)?(?:answers?|responses?|reply|replies)|(?:further\s+|more\s+|additional\s+)?(?:information|"
    r"detail|details|data|figures)|report|note|list|copy|copies|"
    r"briefing(?:\s+note)?|breakdown|update|paper|slides|presentation|link|statistics|summary|letter|analysis|map|plan)"
)
# "She asked that a written answer be sent to the resident", "It was requested that further information be provided"
ASKED_FOR = re.compile(
    rf"\b(?:asked|requested|requests)\s+(?:that|for)\s+(?:an?\s+|the\s+|some\s+|"
    rf"any\s+)?(?:[\w-]+\s+){{0,3}}?{PAPER}\b[^.;]{{0,80}}?"
    r"\b(?:to\s+)?be\s+(?:\w+ly\s+)?(?:sent|provided|circulated|supplied|shared|brought|presented|"
    r"submitted|given|included|e-?mailed|forwarded|produced|prepared|made\s+available)\b|"
    # "It was requested that the lease be circulated to Members", "A breakdown of costs was requested"
    r"\bit\s+was\s+(?:also\s+|further\s+)?(?:asked|requested)\s+that\s+(?:the|an?|this|these|all)\s+(?:[\w’'-]+\s+){1,8}?be\s+(?:\w+ly\s+)?"
    r"(?:circulated|sent|shared|provided|forwarded|e-?mailed|supplied|made\s+available)\b|"
    rf"^(?:an?|further|more|additional)\s+(?:[\w-]+\s+){{0,3}}?{PAPER}\b[^.;,]{{0,80}}?\s(?:was|were)\s+(?:also\s+)?requested\b|"
    # "The Panel requested that the ferry operator be invited to its July meeting"
    r"\b(?:committee|panel|board|commission|group|members)\s+(?:also\s+|then\s+)?(?:asked|requested)\s+that\s+"
    r"(?!(?:it|they|this|these|all|future)\b)[^.;,]{3,80}?\s(?:should\s+)?be\s+(?:also\s+)?"
    r"(?:invited|contacted|written\s+to|arranged|organised|scheduled|added|placed\s+on)\b|"
    # "The Panel asked that Members be kept informed"
    r"\b(?:asked|requested)\s+that\s+(?:(?:the\s+)?(?:committee|panel|board|members|group)|they|it)\s+(?:should\s+)?be\s+"
    r"(?:kept\s+(?:informed|updated|advised|up\s+to\s+date)|provided\s+with|sent|supplied\s+with|given|informed|updated|notified)\b(?!.*;)",
    re.IGNORECASE,
)
# "The Committee asked for a note setting out the costs", "Members requested further information on the timetable"
BODY_ASKED = re.compile(
    rf"\b(?:committee|panel|board|commission|group|cabinet|members|chair(?:man|woman|person)?)"
    rf"\s+(?:also\s+|further\s+|therefore\s+)?(?:requests|requested|asks\s+for|asked\s+for|called\s+for)\s+(?:that\s+)?(?:an?|"
    rf"the|further|more|additional|some)\s+(?:[\w-]+\s+){{0,3}}?{PAPER}\b"
    r"(?!\s+(?:from\s+)?(?:the\s+)?(?:had|was|were|because|which\s+had)\b)"
    r"(?!(?<=\bnote)\s+(?:the|that|this)\b)",  # "requested that the Clerk note the change": no paper
    re.IGNORECASE,
)
# "A written answer would be provided", "The clerk's auditor will be informed": what is to reach somebody
TO_REACH = re.compile(
    rf"(?:^|\b(?:confirmed|agreed|advised|said|stated|noted|reported|explained)\s+(?:by\s+(?-i:[A-Z])[\w.’'\s]{{2,40}}\s)?that\s+)"
    rf"(?:an?\s+|the\s+|these\s+|those\s+|this\s+|"
    rf"any\s+)?(?:[\w-]+\s+){{0,3}}?{PAPER}\b[^.;,]{{0,60}}?\s(?:will|would)\s+(?:also\s+|then\s+)?be\s+"
    r"(?:(?:brought|presented|submitted)\s+(?:back\s+)?(?:to|at)\s+(?:the|a|its)\s+(?:[\w’'-]+\s+){0,3}?meeting\b|"
    r"(?:appended|annexed|attached)\s+to\s+(?:the|these)\s+(?:minutes|notes)\b|"
    r"(?:sent|provided|circulated|supplied|shared|e-?mailed|forwarded|distributed)\s+(?:to|with|round|"
    r"outside|after|following|by|in\s+writing|within|before|at\s+(?:the|a|its)\s+(?:\w+\s+){0,2}?(?:next|meeting)|on|about|setting\s+out)\b)|"
    r"(?:^|\b(?:confirmed|advised|said|stated)\s+(?:that\s+)?)(?:this|these|it|they|this\s+information|these\s+figures)\s+(?:will|would)\s+(?:also\s+|then\s+)?be\s+(?:sent|provided|"
    r"circulated|supplied|shared|e-?mailed|forwarded|distributed)\s+(?:to|with|round|outside|after|following|by)\b|"
    r"^(?:the\s+)?[\w\s&’'-]{2,50}?\swill\s+be\s+(?:informed|contacted|notified|written\s+to)\b|"
    r"^[^;]{3,160}?\s(?:will|would)\s+(?:again\s+|also\s+|now\s+)?be\s+reported\s+(?:again\s+)?to\s+(?:the\s+)?"
    r"(?!committee|cabinet|council\b|panel|board|members|commission|executive|full)(?-i:[A-Z])|"
    # "a written reply would be given"
    r"(?<!whether an )(?<!whether a )\bwritten\s+(?:answer|reply|response)\s+(?:will|would)\s+be\s+"
    r"(?:given|provided|sent|supplied|circulated)\b|"
    # "Fen Water would be asked to attend a future meeting"
    r"^(?:it\s+was\s+(?:noted|agreed)\s+that\s+)?(?-i:[A-Z])[^.;,]{2,80}?\s(?:will|would)\s+be\s+(?:asked|invited)\s+to\s+"
    r"(?:attend|provide|submit|report|present|return\s+(?:to|in|for)|come|send|join|supply)\b",
    re.IGNORECASE,
)
# "The ditch will be cleared by Cllr Oakes", "The old papers are to be sorted by the Clerk"
BY_SOMEBODY = re.compile(
    r"(?<!had )(?<!have )(?<!has )\b(?:will|would|shall|to)\s+(?:also\s+|now\s+|again\s+)?be\s+(?:\w+ly\s+)?"
    r"(?:undertaken|carried\s+out|done|tackled|sorted|reviewed|checked|inspected|chased|circulated|sent|provided|supplied|"
    r"prepared|drafted|written|produced|completed|arranged|organised|contacted|collected|obtained|purchased|ordered|"
    r"repaired|installed|removed|replaced|cleared|investigated|progressed|followed\s+up|taken\s+(?:up|forward)|"
    r"dealt\s+with|distributed|actioned|looked\s+(?:into|at))\s+by\s+"
    r"(?P<who>(?:the\s+)?(?-i:[A-Z])[\w.’'-]*(?:\s+(?:(?:of|for|and|&)\s+)?(?-i:[A-Z])[\w.’'-]*){0,5})",
    re.IGNORECASE,
)
ONLY_PERHAPS = re.compile(
    r"\b(?:if|unless|could|might|suggested|hoped|wondered|once|until|when|expected|normally|usually|always)\b",
    re.IGNORECASE,
)
# "asked for a list, and Mr Hale said that this could be supplied"; "asked for sight of it and the Clerk agreed"
GRANTED = re.compile(
    r"\b(?:requested|asked\s+for|asked\s+to\s+see)\b[^.;]{3,160}?,?\s+and\s+(?P<who>(?:the\s+)?(?-i:[A-Z])[\w.’'\s-]{2,60}?)\s+"
    r"(?:(?:said|confirmed|replied|advised)\s+(?:that\s+)?(?:this|it|these|they)\s+could\s+be\s+"
    r"(?:supplied|provided|sent|shared|circulated|arranged|done)\b|(?:agreed|undertook)(?:\s+to\s+(?:this|do\s+so|do\s+this))?\s*\.?$)",
    re.IGNORECASE,
)
# A job without a subject, as notes list them: "Noticeboard to be repainted", "Minutes to be placed on the board"
TO_BE_DONE = re.compile(
    r"^(?:[^\s:]+\s+){1,14}?(?<!appears )(?<!seems )(?<!needs )(?<!need )(?<!likely )(?<!able )(?<!ought )"
    r"(?<!have )(?<!has )(?<!had )(?<!due )(?<!going )(?<!hopes )(?<!tends )"
    r"(?<!continues )(?<!used )(?<!found )(?<!possible )(?<!wants )to\s+be\s+(?:\w+ly\s+)?\w+(?:ed|ught|nt|"
    r"pt|ut|ne|wn|en|de|id|ld|et)\b",
    re.IGNORECASE,
)
# The same at the end of an entry: "Clear the drain before winter – to be completed by Sept/Oct"
JOB_BY = re.compile(
    r"[–—-]\s*to\s+be\s+(?:completed|done|finished|carried\s+out|actioned)\s+(?:by|before|in)\b", re.IGNORECASE
)
# An entry of an earlier list that says it is over: "Sam to circulate the survey - completed"
OVER = re.compile(
    r"[-–—:(]\s*(?:now\s+)?(?:completed?|done|closed|actioned|discharged|achieved)\s*[.)]*$", re.IGNORECASE
)
# A verb that tells, and gives nobody anything to do
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|must|may|might|said|thought|believed|asked|noted|felt|need|needs|wanted|"
    r"went|gave|took|made|came|brought|told|met|spoke|wrote|heard|found|got|saw|began|chose|drew|"
    r"wished|hoped|continue\w*|seemed|ought|needed|expected|remained|remains|due)\b",
    re.IGNORECASE,
)

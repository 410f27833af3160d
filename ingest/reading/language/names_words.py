"""The vocabulary of printed names: titles, honours, particles, and the words that never make a name."""

from __future__ import annotations

import re

# Titles of elected members, which are no part of a name: "County Councillor Anna Marrow", "CC T Oakes", "Cllrs".
_CIVIC = (
    r"(?:the\s+)?(?:(?:county|district|borough|city)\s*(?:and|&|/)\s*(?=(?:county|district|borough|city)\b))?"
    r"(?:(?:county|city|borough|town|parish|district|community|unitary|ward|metropolitan)\s+){0,2}"
    r"(?:councillors?|cllrs?|clr|cllr’s|coun|cr)\b\.?"
    r"|ccs?\b(?!\.\w)|alderm[ae]n\b|alderwom[ae]n\b|ald\.|baillies?\b|bailies?\b"
    r"|(?:y\s+)?(?:cynghorydd|cynghorwyr)\b|cyng\b\.?"
)
# Civic offices before a name: "Lord Provost Jo Marrow", "the Right Worshipful the Mayor Councillor A Marrow".
_OFFICE = (
    r"(?:the\s+)?right\s+worshipful\b(?:\s+the\b)?|(?:the\s+)?worshipful\b(?:\s+the\b)?"
    r"|(?:the\s+)?(?:(?:lord|deputy|depute|deputy\s+lord)\s+)?(?:mayor|provost)(?=\s+(?-i:[A-Z]))"
    r"|(?:(?:vice|deputy|depute)[\s-]+)?conven[eo]r(?=\s+(?-i:[A-Z]))"
    r"|reeve(?=\s+(?-i:(?:[A-Z][\w’'-]+\s+){1,2}[A-Z]))"
)
# Titles that may stay with the name: "Mrs L Oakes", "Rev. Alun Price", "the Rt Hon Sir John Marrow".
_HONORIFIC = (
    r"(?:the\s+)?(?:rt\.?|right)\s+hon(?:ourable|\.)?|the\s+hon(?:ourable|\.)?"
    r"|the\s+(?:rev|revd|reverend|very\s+rev|ven|venerable|canon|hon)\b\.?"
    r"|(?:mr|mrs|ms|miss|mx|messrs|dr|drs|prof|revd|rev|hon)\b\.?"
    r"|(?:doctor|professor|reverend|canon|father|rabbi|imam|sir|dame|lord(?!\s+(?:mayor|provost))|lady|baroness|baron|viscount|earl)\b"
)
# Ranks in uniformed services: "Chief Inspector Ruth Vane", "Sgt. A Moss".
_RANK = (
    r"(?:acting\s+|temporary\s+)?(?:(?:assistant|deputy)\s+)?(?:chief\s+)?(?:detective\s+)?(?:chief\s+)?"
    r"(?:constable|sergeant|inspector|superintendent)\b"
    r"|(?:insp|sgt|supt|det|capt|lt|col|maj|cdr)\b\.?|p?cso\b(?=\s+(?-i:(?:[A-Z]\.?\s+)?[A-Z][a-z]))|(?-i:PC)(?=\s+(?-i:(?:[A-Z]\.?\s+)?[A-Z][a-z]))|dc?insp\b"
    r"|(?:area|station|group|watch|crew)\s+(?:manager|commander)\b(?=\s+(?-i:[A-Z]\.?\s))"
    r"|(?:(?:deputy|assistant|acting|temporary)\s+){0,2}(?:chief\s+fire\s+officer|(?:area|group)\s+commander)\b"
    r"(?=\s+(?-i:[A-Z][a-z’'-]+\s[A-Z][a-z]))"
    r"|(?-i:[DA]?CFO|ACO|SOC|GC|AC|GM)(?=\s+(?-i:[A-Z]\.?\s+[A-Z][a-z]))"
    r"|(?:lieutenant|wing\s+commander|squadron\s+leader|group\s+captain|captain|major|colonel|brigadier|commodore)\b"
    r"(?=\s+[A-Z])"
)
TITLE = re.compile(
    rf"(?:(?P<civic>{_CIVIC})|(?P<office>{_OFFICE})|(?P<honorific>{_HONORIFIC})|(?P<rank>{_RANK}))(?![-‐‑]\w)",
    re.IGNORECASE,
)

# What follows a name: "E W Rowse, JP", "Sir T Oakes KCVO", "N Marrow CC", "Jo Vane MSP".
_SUFFIXES = """
    obe mbe cbe kbe dbe bem kcvo cvo lvo mvo cb kcb kcmg cmg gbe jp qc kc dl td rd vrd vd mp msp ms am mep mla
    qpm qfsm phd ba ma bsc msc frsa frics fcca cpfa esq cc jnr snr jr sr oam qgm erd
"""
SUFFIXES = frozenset(_SUFFIXES.split())
_PARTICLES = "ap ab ferch verch de van von der den ter ten la le du da dos das do di del della bin ibn al el ul y zu af"
PARTICLES = frozenset(_PARTICLES.split())

# Words that stand in posts, bodies and headings and never make a name by themselves.
_NOT_NAMES = """
    committee committees council councils councillor councillors cllr cllrs director directors manager officer officers
    board trust service services authority agency association department partnership minutes apologies present meeting
    panel commission forum report reports agenda item items scrutiny overview member members chair chairman chairwoman
    chairperson vice deputy cabinet executive portfolio holder leader mayor lead head assistant interim corporate
    principal senior chief county borough district parish city town community health social care children families
    adult adults public housing highways transport environment finance democratic governance planning education schools
    school nhs police fire rescue university college hospital foundation clinical integrated strategic regional national
    development policy performance resolved recommended agreed noted declarations declaration interest interests
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
    november december room hall house centre street road avenue act section appendix annex paragraph page part chapter
    the a an and or of for to in at on by with from this that these those it its he she they we you his her their our
    no none not as also other others all any some following were was are is be been being had has have voting
    absence attendance attending attended substitute substitutes substitution observer observers guest guests
    representative representatives resident residents questions question answer answers action actions group groups
    team unit division directorate office officer’s engineer solicitor accountant clerk secretary treasurer adviser
    advisor consultant consultants coordinator co-ordinator administrator analyst ltd limited plc llp cic ccg icb
    constabulary healthwatch vacancy vacant welcome introduction introductions budget strategy plan programme project
    update review annual draft final quarter government ministry state welsh scottish english uk
    dear date time venue location place virtual virtually online remote remotely teams zoom hybrid via order business
    non-voting co-opted co-optees co-optee ex-officio independent visiting external internal staff press media
    if when while where there then than so but after before during since until because although though however
    governor governors
    party labour conservative conservatives liberal democrat democrats ukip ward unionist aid licensing lighting
    papers available water energy shelter shelters carers hospice foodbank charity alliance network society federation
    sector interface northern southern ireland
    what which who whom whose how why each both either neither every many most more less several such only very
    can could may might must shall should will would do does did mrs mr ms miss dr name role organisation status
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())
# Of these, what can be a surname or a first name after a title or an initial: "Cllr June Hall", "Mr P Street".
_NAMES_TOO = """
    april june august hall house street page part leader mayor parish city place chapter head trust state welsh english
    date chair clerk road budget hospital room county fire police many may will do more moss senior ward ireland
"""
NAMES_TOO = frozenset(_NAMES_TOO.split())
# Common first names that no ward is called by but with "St" before them: "Mark Ward" is somebody, "Castle Ward" and
# "Victoria Ward" are places.
_BEFORE_WARD = """
    aaron adam alan alison amanda amy andrea andrew andy angela anita ann anna anne anthony barbara barry ben benjamin
    bernard bob brenda brian bridget carl carol caroline catherine chloe chris christine christopher claire clare
    clive colin daniel darren dave david dawn debbie deborah denise dennis derek diane donna dorothy edward eileen
    elaine ellen emily emma eric fiona frances frank gareth gary gavin gemma geoff geoffrey gerald gill gillian glenn
    gordon graham greg hannah harry hazel heather helen hilary hugh ian irene jack jackie jacqueline jake james jamie
    jan jane janet janice jason jean jeff jennifer jenny jeremy jessica jill jim joan joanna joanne joe john jonathan
    joseph josh joyce judith judy julia julian julie karen kate katherine kathleen kathryn katie keith kelly ken
    kenneth kevin kim kirsty laura lauren lee lesley leslie linda lisa liz lorraine louise lucy luke lynn lynne
    malcolm marc margaret maria marie marilyn marion mark martin matt matthew maureen megan michael michelle mick mike
    moira nathan neil nicholas nick nicola nigel norman olivia pam pamela patricia patrick paul pauline penny peter
    phil philip phillip rachel rebecca richard rob robert robin roger ron ronald rosemary roy russell ruth ryan sally
    sam samantha sandra sarah scott sean sharon sheila shirley simon sophie stephanie stephen steve steven stuart sue
    susan suzanne sylvia teresa terry theresa thomas tim timothy tina tom tony tracey tracy trevor valerie vicki wendy
    william yvonne zoe
"""
BEFORE_WARD = frozenset(_BEFORE_WARD.split())

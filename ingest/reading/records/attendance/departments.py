"""Whether words behind a post name a part of a council, or somebody else whom nothing else tells.

"Assistant Director, Early Help" works for the council; "Contract Manager, Tidemark Leisure" may not.
"""

from __future__ import annotations

import re

from ingest.reading.language import bodies, posts

# What services of councils are named for: "Front Door and Assessment", "Prevention and Protection", "Older People"
_WORDS = """
    access accommodation shaping accountancy accounts active activities addiction administration admissions adolescent
    adolescents adoption adult adults adults’ advice advocacy after ageing agriculture ai allotments animal
    apprenticeships arboricultural arboriculture archives area areas armed arrangements arts asb assessment assets
    assurance asylum attainment attendance audit autism benefits bereavement bereavements better biodiversity births
    boroughs brokerage budgets building buildings burial business buy buying cabinet camhs capacity capital carbon
    care carers carers’ catering cctv cemeteries centre centres change charging chief child childcare childminding
    children children's childrens children’s citizens city city-region civic civil claims cleaning cleansing client
    climate coast coastal cohesion collection collections commercial commissioned committee committees communication
    communications communities community complaints compliance computing connections conservation construction
    consultation consumer contact contingencies contingency continuing contract contracts control coroners corporate
    council councillor councillors counter-terrorism countryside county courts covenant creative cremation crematoria
    crime crisis cultural customer customers cyber cycling damp data day deal deals debt decarbonisation decent
    delivery demand dementia democracy democratic deprivation design development devolution digital disabilities
    disability disabled discharge discretionary disposal district diversity domestic door drainage drugs duty early
    east east-west ecology economic economies economy education efficiency ehcp elderly election elections electoral
    electric emergency employee employees employment enabling energy enforcement engagement engineering enquiries
    enterprise enterprises entitlement environment environmental equalities equality equity estate estates european
    evaluation events exchequer exclusions executive executive's executive’s exploitation external facilities fairness
    families family finance financial fire fleet flood flooding food footpaths forces forestry foster fostering
    foundation freedom freeport front front-line frontline fuel funding fundraising further future gender general gis
    governance grants green greenspace greenspaces ground grounds growth gypsy hardship harm health healthy help
    heritage high highways home home-ownership home-to-school homeless homelessness homes horticulture hospital
    household houses housing hr hub hubs human hygiene ict impact implementation improvement inclusion inclusive
    income independent industrial industry information infrastructure initiatives innovation insight inspection
    insurance intake integrated integration integrity intelligence intermediate internal international investigation
    investigations investment it jobs justice land landscape law leadership leader’s learners learning lease leasehold
    leaseholder leaseholders leaving legal leisure lets lettable lettings liaison liberty libraries library licences
    licensing life lifelong lifestyles lighting lives local localities locality locals logistics long looked
    maintenance major management marine maritime market marketing markets mash maternity mayor's mayor’s media medical
    member members membership mental metering minerals mobility modernisation monitoring mortuary mould multi-agency
    museums music national natural nature ne needs neighbourhood neighbourhoods net network networks north nursery nw
    occupational offending older on-street open operational operations options organisational outcomes outdoor
    outreach overview parent parenting parish park parking parkland parks parliamentary participation partners
    partnership partnerships passenger pathways patient pay payments payroll pensions people people's people’s
    performance permanence permits personnel pest physical place placemaking placement placements places plan planning
    plans play pmo policing policy pollution port portfolio ports poverty pr premises prevent prevention primary
    priority private process procurement production professional programme programmes project projects property
    prosperity protection provider providers psychology public pupil pupils quality reablement records recovery
    recreation recruitment recycling redevelopment reduction reform refugee refuse regeneration regional registrars
    registration regulation regulatory rehabilitation relations relationships renewal renewals rent rents repairs
    reporting research reserves residential resilience resolution resource resources respite response responsive
    restorative retrofit revenue revenues right rights rights-of-way risk road roads rural safe safeguarding safer
    safety scene scenes schools schools’ science scrutiny se secondary sector security sen send senior sensory service
    shared sheltered short site sites skills smart social solutions south space spaces spatial special specialist
    spend sport sports staff standard standards start statutory strategic strategy street streets streetscene
    structures students substance supplies supply support supported surveillance surveying sustainability sustainable
    sw systems tackling targeted tax taxation technical technology telecare temporary tenancies tenancy tenant
    term theatres tourism town towns trading traffic training transactional transactions transformation transition
    transport transportation travel traveller treasury treatment tree trees troubled universal urban utilities
    valuation value vehicles veterans victims violence virtual visitor void voids voluntary volunteering vulnerable
    war ward waste web webcasting welfare well-being wellbeing wellness west wildlife women workforce working
    workplace works young youth zero
"""
_KNOWN = frozenset(_WORDS.split())
_SERVICE = re.compile(
    r"\b(?:services?|directorate|department|dept|team|unit|division|section|virtual\s+school)\b", re.IGNORECASE
)
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "with", "by", "on", "at", "&", "a"})
# What tells one post from the label of several who hold it: "Cabinet Member for Education"
SUBJECT = re.compile(r"\b(?:for|of|to|and|&)\s+(?:the\s+)?[A-Z]|[:,(]")
_PARTS = re.compile(r",\s+|\s+[-–—]\s+|\s*\(|\)|\s*;\s*|\s+(?:at|from)\s+(?=[A-Z])")


def is_one(words: str) -> bool:
    """Whether words may name a part of a council: its services, and what services are about.

    >>> is_one("Early Help and Fostering"), is_one("Tidemark Leisure")
    (True, False)
    """
    return bool(_SERVICE.search(words)) or bodies.is_council(words) or _are_known(words)


def _are_known(words: str) -> bool:
    plain = [word.strip(".,()’'").lower() for word in re.split(r"[\s/]+", _SERVICE.sub(" ", words))]
    return all(not word or word in _KNOWN or word in _SMALL or word.isdigit() for word in plain)


def is_team(words: str) -> bool:
    """Whether words name a part of a council by what it is: "Committee Services", "Highways Directorate"."""
    return bool(_SERVICE.search(words)) and _are_known(words) and not bodies.is_outside(words)


def stranger(position: str) -> str | None:
    """The words at the end of a printed post that may name a body of its own, None where they can be the council's.

    >>> stranger("Contract Manager, Tidemark Leisure"), stranger("Head of Service, Front Door")
    ('Tidemark Leisure', None)
    """
    parts = [part.strip() for part in _PARTS.split(position) if part.strip()]
    last = parts[-1] if len(parts) > 1 else ""
    return last if _is_named(last) and not is_one(last) else None


def _is_named(part: str) -> bool:
    """Whether a part is a name in capitals of two words or more, and no post."""
    named = re.fullmatch(bodies.IN_CAPITALS, part)
    return bool(named) and " " in part and not posts.is_job(part)

"""What the services of councils are about: "Front Door and Assessment", "Older People", "Growth and Place".

Three questions are asked of the same words: whether all words of a text are subjects; whether a text names a service,
which only some of the words tell by themselves; and whether what has the shape of a name may be a subject instead, as
"Property Law" may, where a word that is a surname as well ("West", "Young") casts no doubt on its holders.
"""

from __future__ import annotations

import re

# Only a capital tells the name of a service from a word: "Growth and Place" from "took its place"
_TELLING = """
    adult adults assets audit commissioning communications communities corporate culture customer customers
    democratic digital economy education elections environment environmental families finance governance growth
    highways housing legal leisure libraries licensing neighbourhood neighbourhoods parks performance place planning
    policy procurement property regeneration regulation regulatory resources safety scrutiny skills strategy
    streetscene transport transportation waste wellbeing
"""
# In capitals, two of them look like a name: "Property Law", "Flood Risk"
_LIKE_NAMES = """
    active archives arts benefits bereavement building business capital cemeteries change climate collection
    collections control countryside debt disabilities disability early emergency estates event events facilities
    fleet flood ground grounds help heritage human improvement inclusion income insurance integration justice land
    law learning major markets mental nature needs older operations parking parks payroll pensions people persons
    practice prevention private project projects property protection quality registration resilience response
    revenues risk rural safeguarding scene sector special sport standards street support tax tourism trading travel
    treasury urban virtual work works years younger youth
"""
_FURTHER = """
    access accommodation accountancy accounts activities addiction administration admissions adolescent adolescents
    adoption adults’ advice advocacy after ageing agriculture ai allotments animal apprenticeships arboricultural
    arboriculture area areas armed arrangements asb assessment assurance asylum attainment attendance autism
    bereavements better biodiversity births boroughs brokerage budgets buildings burial buy buying cabinet camhs
    capacity carbon care carers carers’ catering cctv centre centres charging chief child childcare childminding
    children children's childrens children’s citizens city city-region civic civil claims cleaning cleansing client
    coast coastal cohesion commercial commissioned committee committees communication community complaints
    compliance computing connections conservation construction consultation consumer contact contingencies
    contingency continuing contract contracts coroners council councillor councillors counter-terrorism county
    courts covenant creative cremation crematoria crime crisis cultural cyber cycling damp data day deal deals
    decarbonisation decent delivery demand dementia democracy deprivation design development devolution disabled
    discharge discretionary disposal district diversity domestic door drainage drugs duty east east-west ecology
    economic economies efficiency ehcp elderly election electoral electric employee employees employment enabling
    energy enforcement engagement engineering enquiries enterprise enterprises entitlement equalities equality
    equity estate european evaluation exchequer exclusions executive executive's executive’s exploitation external
    fairness family financial fire flooding food footpaths forces forestry foster fostering foundation freedom
    freeport front front-line frontline fuel funding fundraising further future gender general gis grants green
    greenspace greenspaces gypsy hardship harm health healthy high home home-ownership home-to-school homeless
    homelessness homes horticulture hospital household houses hr hub hubs hygiene ict impact implementation
    inclusive independent industrial industry information infrastructure initiatives innovation insight inspection
    intake integrated integrity intelligence intermediate internal international investigation investigations
    investment it jobs landscape leadership leader’s learners lease leasehold leaseholder leaseholders leaving lets
    lettable lettings liaison liberty library licences life lifelong lifestyles lighting lives local localities
    locality locals logistics long looked maintenance management marine maritime market marketing mash maternity
    mayor's mayor’s media medical member members membership metering minerals mobility modernisation monitoring
    mortuary mould multi-agency museums music national natural ne net network networks north nursery nw occupational
    offending on-street open operational options organisational outcomes outdoor outreach overview parent parenting
    parish park parkland parliamentary participation partners partnership partnerships passenger pathways patient
    pay payments people's people’s permanence permits personnel pest physical placemaking placement placements
    places plan plans play pmo policing pollution port portfolio ports poverty pr premises prevent primary priority
    process production professional programme programmes prosperity provider providers psychology public pupil
    pupils reablement records recovery recreation recruitment recycling redevelopment reduction reform refugee
    refuse regional registrars rehabilitation relations relationships renewal renewals rent rents repairs reporting
    research reserves residential resolution resource respite responsive restorative retrofit revenue right rights
    rights-of-way road roads safe safer scenes schools schools’ science se secondary security sen send senior
    sensory service shaping shared sheltered short site sites smart social solutions south space spaces spatial
    specialist spend sports staff standard start statutory strategic streets structures students substance supplies
    supply supported surveillance surveying sustainability sustainable sw systems tackling targeted taxation
    technical technology telecare temporary tenancies tenancy tenant term theatres town towns traffic training
    transactional transactions transformation transition traveller treatment tree trees troubled universal utilities
    valuation value vehicles veterans victims violence visitor void voids voluntary volunteering vulnerable war ward
    web webcasting welfare well-being wellness west wildlife women workforce working workplace young zero
"""
_KNOWN = frozenset(f"{_TELLING} {_LIKE_NAMES} {_FURTHER}".split())
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "with", "by", "on", "at", "&", "a"})
_TELLS = re.compile(
    rf"\b(?:{'|'.join(f'{word.capitalize()}|{word.upper()}' for word in _TELLING.split())}|ICT|IT"
    r"|(?i:social\s+care|public\s+health|community\s+development))\b"
)
_MAY_BE = re.compile(rf"\b(?:{'|'.join(word.capitalize() for word in _LIKE_NAMES.split())})\b")


def are_all(words: str) -> bool:
    """Whether all words are what services are about, or join such words.

    >>> are_all("Early Help and Fostering"), are_all("Tidemark Leisure")
    (True, False)
    """
    plain = [word.strip(".,()’'").lower() for word in re.split(r"[\s/]+", words)]
    return all(not word or word in _KNOWN or word in _SMALL or word.isdigit() for word in plain)


def names_one(text: str) -> bool:
    """Whether a word in capitals tells by itself that a service is named.

    >>> names_one("Growth and Place"), names_one("the skills that it takes")
    (True, False)
    """
    return bool(_TELLS.search(text))


def may_be_one(name: str) -> bool:
    """Whether words in the shape of a name may be the subject of a post: "Property Law", "Flood Risk"."""
    return bool(_MAY_BE.search(name))

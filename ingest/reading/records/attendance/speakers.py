"""People whom the minutes show speaking or being introduced under an item, and posts that they name for attendees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import FoundName, Name
from ingest.reading.language.posts import Kind
from ingest.reading.model import Block, Section
from ingest.reading.records.attendance.sighting import Sighting
from ingest.reading.records.passages import everything

_VERBS = """
    asked said told spoke addressed presented introduced explained reported outlined described advised answered
    replied responded confirmed stated commented highlighted gave provided updated informed attended thanked queried
    raised suggested felt considered undertook emphasised added summarised drew delivered acknowledged demonstrated
    talked briefed stressed declared apologised moved proposed clarified observed expressed read showed submitted
    handed offered expanded referred enquired argued warned urged
"""
_MADE = r"made\s+(?:an?|the|several|some)\s+(?:\w+\s+)?(?:statement|presentation|representation|request|point|plea)s?"
_VERB = rf"(?:{'|'.join(_VERBS.split())}|{_MADE})\b"
_ADVERBS = r"(?:(?:also|then|again|further|briefly|next|jointly|kindly)\s+|,\s*speaking\s[^,]{3,60},\s*)?"
_SPEAKS = re.compile(rf"\s*,?\s*{_ADVERBS}{_VERB}")
# "Tom Lea, Head of Roads, and Ann Moss, Head of Parks, presented the report"
_SPEAK_TOGETHER = re.compile(rf"\s*,?\s*and\s+(?=[A-Z])[^.;:]{{3,140}}?,?\s+(?:jointly\s+)?{_VERB}")
# "Tom Lea, Area Director, River Authority, said"; "Mrs Garth, a resident of Nether Moss, asked"; "Tom Lea (Clerk) said"
_APPOSITION = re.compile(r"\s*(?:,\s*(?P<comma>[^.;:()“”]{3,110}?)\s*(?=,|\.(?:\s|$)|$)|\((?P<bracket>[^()]{2,100})\))")
# "Mrs Oakes of Tanner Steps said": where one of the public lives
_OF_PLACE = re.compile(r"\s+(?:of|from)(?:\s+[A-Z][\w’'-]+){1,4}")
_RESIDENT = re.compile(
    r"^(?:a|an|the)\s+(?:[\w’'-]+\s+){0,3}(?:resident|tenant|parent|pupil|student|carer|petitioner|trader"
    r"|landlord|campaigner|governor|representative|member of the public|trustee|volunteer)\b|^(?:representing"
    r"|speaking for|on behalf of|local resident)\b|^resident\b",
    re.IGNORECASE,
)
_REPRESENTS = re.compile(r"^(?:representing|speaking for|on behalf of|from|of)\s+(?:the\s+)?", re.IGNORECASE)
# "invited Mr Tewk to speak", "received a deputation from Ms Lang", "public speakers, Mr Tewk and Ms Lang"
_INVITED = re.compile(
    r"(?:\binvited|\bdeputations?,?\s+(?:(?:was|were)\s+received\s+)?(?:from|by)|\bwith\s+the\s+(?:support"
    r"|assistance|help)\s+of|\b(?:assisted|accompanied)\s+by|\bpresentation (?:was (?:received"
    r"|given) )?(?:from|by)|\baddressed by|\bheard from|\bstatement was (?:made|read) by|\b(?:presented"
    r"|introduced|given|delivered|outlined|explained|made|read)\s+(?:\w+\s+)?by|\bquestion (?:was )?(?:asked"
    r"|put) by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"\b(?:letter|e-?mails?|message|late|former|formerly|previous|quoted|constituent|petition from|named"
    r"|friend|wife|husband|son|daughter|on behalf of|behalf of|written by|correspondence|thanked|condolences"
    r"|death of|tribute|nothing|no word)\b[^.]{0,45}$",
    re.IGNORECASE,
)
# "A deputation from Mrs Oakes had been withdrawn", "from Mr Pike, who was unable to attend"
_CAME_NOT = re.compile(
    r"[^.;]{0,80}\b(?:withdrawn|cancelled|postponed|deferred|(?:was|were|is|had\s+been)\s+(?:unable|prevented|not\s+(?:able|present|in))"
    r"|(?:did|could|had)\s+not\s+(?:attend|be\s+present|come))",
    re.IGNORECASE,
)
# "Mr Pike of the Exe Valley Ramblers": for whom one of the public speaks
_OF_BODY = re.compile(
    rf"\s*,?\s+(?:of|from|for|representing|on\s+behalf\s+of)\s+(?:the\s+)?(?P<body>{bodies.IN_CAPITALS})"
)
# "the Landowners' Union and Ms Moss of the Exe Trust"
_AND_PERSON = re.compile(r"\s+and\s+(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sir|Dame|Prof\w*|Councillor|Cllr)\b)")
# ", and the Head of Roads, Mrs Oakes": who presents together with the one before
_TOGETHER = re.compile(
    r"[\s,()]*(?:and|with|together\s+with|along\s+with)\s+(?:the\s+)?(?P<post>[A-Z][^.;:]{2,80},\s*)?"
)
_PUBLIC = re.compile(r"\b(?:public|question|deputation|petition|participation|speak|forum)", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LIKELY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof\w*|Rev\w*|Sir|Dame|Cllrs?|Councillors?|CC|Sergeant|Inspector|Constable"
    r"|Superintendent)\b|\b[A-Z][\w’'-]+\s(?:ap\s|de\s|O[’'])?[A-Z][\w’'-]+\s*(?:,|\(|" + _VERB + ")"
)


# "Stride Pedal Norbury", "the Friends of Garth Wood": whatever stands in capitals beside one of the public who speaks
_SOME_BODY = re.compile(rf"(?:(?:of|from|for)\s+)?(?:the\s+)?{bodies.IN_CAPITALS}")


def read(sections: Sequence[Section]) -> Iterator[Sighting]:
    """Sightings under the items: those who speak attend; a name with its post tells the post of somebody there."""
    for item, section in enumerate(sections):
        public = bool(_PUBLIC.search(section.title))
        spoken = "\n".join(block.text for block in section.blocks)
        for block in everything(section.blocks):
            if _LIKELY.search(block.text):
                yield from _block(block, item, spoken, public=public)


def _block(block: Block, item: int, spoken: str, *, public: bool) -> Iterator[Sighting]:
    text = block.text
    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
    taken = 0  # where the words beside the last speaker end: "Stride Pedal Norbury" there is no person
    last: Sighting | None = None
    for found in names.find(text):
        if not found.name.first or found.start < taken or any(low < found.start < high for low, high in quoted):
            continue
        seen = _sighting(block, found, item, spoken, public=public)
        if seen is not None and last is not None and _is_beside(last, seen):
            seen = replace(seen, creates=True, status="present")
        if seen is not None:
            last = seen
            taken = found.end + (len(seen.position or "") if _stands_behind(text, found.end, seen.position) else 0)
            yield seen


def _stands_behind(text: str, end: int, position: str | None) -> bool:
    """Whether a post stands behind its holder's name, and not before it."""
    head = (position or "").partition(",")[0]
    return bool(head) and head in text[end : end + len(head) + _NEAR]


_NEAR = 30  # letters between a name and the words that tell of it: ", the council's "


def _is_beside(last: Sighting, seen: Sighting) -> bool:
    """Whether somebody with a post is named in one breath with the one before, who speaks."""
    if not last.creates or seen.creates or not (seen.position and last.position) or seen.role is None:
        return False
    between = _REPRESENTS.sub("", seen.block.text[last.end : seen.start].strip(" ,()")).removeprefix(last.position)
    joined = _TOGETHER.fullmatch(between + " ")
    return joined is not None and (joined["post"] is None or joined["post"].strip(" ,") == seen.position)


def _sighting(block: Block, found: FoundName, item: int, spoken: str, *, public: bool) -> Sighting | None:
    text, name = block.text, found.name
    before = text[: found.start]
    if _NOT_HERE.search(before) or (not _is_titled(name) and (_is_no_person(text, found))):
        return None
    position, kind, after = _post(text, found)
    if public and kind is None and (body := _some_body(text, found.end)):
        position, kind, after = _REPRESENTS.sub("", body["comma"]), "guest", body.end()
    if kind is None and position is None and (of := _OF_BODY.match(text, found.end)):
        body_of = _AND_PERSON.split(of["body"])[0]
        if bodies.is_outside(body_of):
            position, kind, after = body_of, "guest", of.start("body") + len(body_of)
    if _CAME_NOT.match(text, found.end):
        return None
    invited = bool(
        _INVITED.search(before) or (position and _INVITED.search(before.rstrip(" ,").removesuffix(position)))
    )
    speaks = invited or bool(_SPEAKS.match(text, after) or (kind and _SPEAK_TOGETHER.match(text, after)))
    titled = _is_titled(name)
    if public and titled and kind is None and (place := _OF_PLACE.match(text, found.end)):
        speaks = speaks or bool(_SPEAKS.match(text, place.end()))
    if kind is None and not (speaks and (titled or public)):
        return None
    creates = (speaks and (kind is not None or titled or public)) or (
        kind is not None and (_speaks_later(found, spoken) or _post_speaks(position, spoken))
    )
    role: Kind = kind or "guest"
    return Sighting(
        name,
        block,
        found.start,
        found.end,
        role,
        kind is not None,
        "present" if creates else None,
        position,
        item=item,
        creates=creates,
    )


def _some_body(text: str, end: int) -> re.Match[str] | None:
    """The words between a speaker's name and the verb that are a name of their own."""
    body = _APPOSITION.match(text, end)
    named = body and body["comma"] and _SOME_BODY.fullmatch(body["comma"])
    return body if body and named and _SPEAKS.match(text, body.end()) else None


def post(text: str, found: FoundName) -> tuple[str | None, Kind | None]:
    """The post or body that stands beside a name in a text, and what it makes of its holder."""
    position, kind, _ = _post(text, found)
    return position, kind


def _is_titled(name: Name) -> bool:
    return bool(name.titles or name.civic or name.rank)


def _is_no_person(text: str, found: FoundName) -> bool:
    """Two capitalised words of a place or a post: "a resident of Nether Moss", "(Head of Care South East)"."""
    before = text[: found.start]
    inside = before.rfind("(") > before.rfind(")") and not before.endswith("(")
    after_of = re.search(r"\b(?:of|in|at|near|to|from|for)\s+(?:the\s+)?$", before)
    part = re.match(r"\s+(?P<next>[A-Z][\w’'-]+)", text[found.end :])  # "Save Hawthorn Court"
    goes_on = part is not None and part["next"].lower() not in posts.JOBS
    placed = after_of and not _INVITED.search(before)
    return bool(inside or goes_on or placed or posts.is_job(text[found.start : found.end]))


def _post(text: str, found: FoundName) -> tuple[str | None, Kind | None, int]:
    """The post or body beside a name, what it makes of its holder, and where the sentence goes on."""
    if apposition := _APPOSITION.match(text, found.end):
        words = re.sub(r"\s+", " ", apposition["comma"] or apposition["bracket"]).strip()
        words, used = _as_post(names.apart_from_initials(found.name, words)[1])
        if words:
            if _RESIDENT.match(words):
                body = _REPRESENTS.sub("", words) if bodies.is_outside(words) and _REPRESENTS.match(words) else None
                return body, "guest", apposition.end()
            words, end = _whole_post(text, found.end, words, apposition.end())
            words, end = _with_body(text, words, end)
            kind = posts.kind_of(words)
            if kind in {"officer", "guest", "cabinet_member"} and used:
                return re.sub(r"^(?:the|The)\s+(?:council[’']s\s+)?", "", words), kind, end
    if kind_before := _before(text[: found.start], titled=_is_titled(found.name)):
        return (*kind_before, found.end)
    return None, "guest" if found.name.rank else None, found.end


def _whole_post(text: str, start: int, words: str, end: int) -> tuple[str, int]:
    """A post goes on behind its commas: "Corporate Director Children, Young People and Education"."""
    found = posts.LISTED.match(text, start)
    if found and len(found["post"]) > len(words) and posts.is_job(words):
        return found["post"], found.end()
    return words, end


def _with_body(text: str, words: str, end: int) -> tuple[str, int]:
    """A post and behind its comma the outside body it is of: "Warden, Exe Bird Society"."""
    behind = _BODY_BEHIND.match(text, end) if posts.is_job(words) and not bodies.is_outside(words) else None
    if behind is None or not bodies.is_outside(behind["body"]) or posts.is_job(behind["body"]):
        return words, end
    return f"{words}, {behind['body']}", behind.end()


_BODY_BEHIND = re.compile(
    rf"\s*,\s*(?:of\s+|at\s+|from\s+)?(?:the\s+)?(?P<body>{bodies.IN_CAPITALS})(?=\s*[,.;)]|\s+[a-z])"
)


def _post_speaks(position: str | None, spoken: str) -> bool:
    """Whether under the same item a post is said to speak that the text names somebody for: "the Head explained"."""
    head = re.split(r"\s+(?:of|for|to|[-–])\s|,", position or "")[0]
    if not head or not posts.is_job(head) or not position:
        return False
    if f"he {head} " not in spoken and f"he {position} " not in spoken:
        return False
    forms = "|".join(re.escape(form) for form in {head, position})
    return bool(re.search(rf"\b[Tt]he\s+(?:{forms})\s+{_ADVERBS}{_VERB}", spoken))


def _as_post(words: str) -> tuple[str, bool]:
    """The words if they are a post, a body or "a resident of"; a clause with a verb of its own is none."""
    if re.search(
        r"\b(?:who|which|was|were|had|has|is|said|asked|and that|seconded|proposed|attend\w+)\b", words
    ) or re.match(r"(?:and|or|but|as|in|on(?!\s+behalf\s+of)|that)\b", words):
        return "", False
    return words, (
        bool(posts.is_job(words) or bodies.is_outside(words)) and words[:1].isupper()
    ) or words.lower().startswith("the ")


def _before(text: str, *, titled: bool) -> tuple[str, Kind] | None:
    """The post right before a name: "The Harbours Director, Dr Fell" or "Harbours Director Dr Fell"."""
    tail = text[-120:]
    for found in posts.find(tail):
        gap = tail[found.end :]
        if re.fullmatch(r"\s*,\s*|\s*\(|:\s*" + (r"|\s*" if titled else ""), gap) and len(found.text) > 3:
            kind = posts.kind_of(found.text)
            if kind in {"officer", "guest", "cabinet_member"}:
                return found.text, kind
    return None


def _speaks_later(found: FoundName, spoken: str) -> bool:
    """Whether the person, once introduced with a post, is then said to speak under the same item."""
    name = found.name
    surname = re.escape(name.surname)
    forms = (
        rf"(?:{re.escape(name.bare)}|(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Cllr|Councillor|Sir"
        rf"|Dame)\.?\s+(?:[\w’'-]+\s+)?{surname})"
    )
    return bool(re.search(rf"\b{forms}(?:\s*\([^()]*\)|,[^.,;]{{3,80}},)?\s*{_ADVERBS}{_VERB}", spoken))

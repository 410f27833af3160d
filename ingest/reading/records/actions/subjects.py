"""Who undertakes something, or is asked for it, in a sentence: the words before the verb, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.reading.language import posts, undertakings
from ingest.reading.language.bodies import is_outside
from ingest.reading.language.undertakings import Way
from ingest.reading.model import Doubt, Kind
from ingest.reading.records.actions.pronouns import pronoun
from ingest.reading.records.owner import unsure
from ingest.reading.records.owners import Owner, Owners
from ingest.reading.records.owners_joint import both
from ingest.reading.records.passages import Words

# Where a subject begins: after a full stop, a comma, "and", "that", a dash, a colon
_BREAK = re.compile(
    r"(?:,\s*which\b(?=\s+(?:the|mr|mrs|ms|miss|dr|councillor|cllr|officers|he|she)\b)|[,;:]|\s[–—-]|"
    r"\band\b(?=\s+(?-i:[A-Z])[\w’'-]+\s+(?-i:[A-Z])[\w’'-]+\s*$)|"
    r"\band\b(?=\s+(?-i:[A-Z])[\w’'-]+\s*$)|"
    r"\band\b(?=\s+(?:the|mr|mrs|ms|miss|dr|councillor|cllr|he|she|they|we|officers)\b)|\bthat\b|"
    r"\b(?:said|confirmed|advised|explained|added)\b(?=\s+(?:the|mr|mrs|ms|miss|dr|councillor|cllr|officers)\b)|"
    r"\bbut\b|\bwho\b|\bas\b|\bso\b)\s*",
    re.IGNORECASE,
)
_BODY_ITSELF = re.compile(
    (
        r"^(?:the\s+)?(?:[\w&’'-]+\s+){0,3}?(?:committee|panel|cabinet|board|commission|members|councillors|"
        r"meeting|all)$"
    ),
    re.IGNORECASE,
)


_CAPITALS = r"[A-Z][\w.’'&-]*(?:,?\s+(?:(?:of|for|the)\s+)?[A-Z][\w.’'&-]*){0,7}"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence stands in: its item, the kind of paper, and whom words may name."""

    item: int | None
    kind: Kind | None
    owners: Owners


def subject(text: str, match: re.Match[str], way: Way, setting: Setting, last: Sequence[Words]) -> Owner | None:
    """Who undertakes: the words before the verb, where they name somebody who can."""
    if _unmade(text, match, way):
        return None
    named = setting.owners.of(match["named"]) if match.groupdict().get("named") else None
    if named and named.person:
        return named
    if match.groupdict().get("who"):
        return setting.owners.of(match["who"])
    head = text[: match.start()]
    if _PRONOUN_LAST.search(head) or (way.manner == "undertook" and _PRONOUN_FIRST.fullmatch(head)):
        return pronoun(head, way, setting.owners, last)
    if way.manner == "to" and (told := _TOLD.fullmatch(head)):
        return setting.owners.of(told["who"])
    if way.manner == "to" and _JOINED.search(head):
        return _before_post(head, setting)
    if together := _two(head, way, setting):
        return together
    if way.manner == "asked" and (many := _MANY.search(head)):
        return _one_of(many[0].strip())
    if way.manner == "granted" and not (_ASKED_FIRST.search(head) or len(text.split()) <= _BRIEF):
        return None
    named = _ablest(text, match, way, setting, head)
    return named or (None if way.reports else _within(head, way, setting))


def _before_post(head: str, setting: Setting) -> Owner | None:
    match = _WITH_POST.match(head)
    owner = setting.owners.of(match["who"]) if match else None
    return owner if owner and owner.person else None


# "The two Directors were asked to"
_MANY = re.compile(
    r"(?:^|\s)(?:[Tt]he|[Bb]oth)\s+(?:(?:two|three|four|other|relevant)\s+)?(?:[A-Z][\w’'-]*\s+){0,3}"
    r"(?:Directors|Managers|Officers|Heads|Clerks|Members|Leads)\s*$"
)


def _one_of(group: str) -> Owner:
    return unsure(group, f"The paper names nobody of {group[:1].lower()}{group[1:]}, who are to do this.")


# "Members asked whether figures could be had, and the Clerk": what the Clerk "would do" is what was asked
_ASKED_FIRST = re.compile(r"\b(?:asked|requested|wished|wanted|queried|enquired|sought)\b", re.IGNORECASE)
_BRIEF = 10  # words


# "The Head of Parks and the Clerk": each with an article, so that no post has this "and" of its own
_TWO = re.compile(rf"(?:^|[,;:]\s+|\bthat\s+)(?P<one>(?:[Tt]he\s+)?{_CAPITALS})\s+and\s+(?P<two>the\s+{_CAPITALS})\s*$")


def _two(head: str, way: Way, setting: Setting) -> Owner | None:
    """Both who undertake together, or are asked, where each is somebody; of one post in two parts they are not."""
    match = _TWO.search(head) if way.manner != "would" or not _WISHED.search(head) else None
    found = [setting.owners.of(match[part]) for part in ("one", "two")] if match else []
    one, two = found if len(found) == 2 else (None, None)
    if match is None or one is None or two is None or not all(_able(each) for each in (one, two)):
        return None
    return both(one, two, head[match.start("one") :].strip())


def _able(owner: Owner) -> bool:
    return owner.person or acts(owner)


def _ablest(text: str, match: re.Match[str], way: Way, setting: Setting, head: str) -> Owner | None:
    """Of the subjects that may be meant the nearest person, else the nearest post or body."""
    able: list[Owner] = []
    for start, words in _subjects(head):
        if way.reports and re.fullmatch(r"I|we", words, re.IGNORECASE):
            return setting.owners.author() or Owner(None, words)
        if setting.kind != "portfolio_report" and way.manner in ("will", "undertook") and words in ("I", "We", "we"):
            return Owner(None, words, Doubt("The paper says only I or we.", "owner"))
        owner = setting.owners.of(words)
        if owner and _can(owner, words, way, text[:start], match):
            able.append(owner)
    named = _in_full(able) or _with_another(able) or next((owner for owner in able if owner.person), None)
    if setting.kind == "portfolio_report" and way.manner == "will":
        return named if named and named.name else None
    return named or (able[0] if able else None)


def _in_full(able: Sequence[Owner]) -> Owner | None:
    """Who holds a post with commas in it, "Assistant Director, Roads and Paths", of which the nearest words are the
    end."""
    end = (able[0].printed or "") if able else ""
    return next(
        (
            one
            for one in able[1:]
            if end
            and one.name
            and one.person
            and (one.printed or "").endswith(f", {end}")
            and posts.is_job(one.printed or "")
        ),
        None,
    )


def _with_another(able: Sequence[Owner]) -> Owner | None:
    """Two who undertake together, of whom the nearest words name the second: "Councillor Oakes and Ann Archer"."""
    last = able[0].name if able and able[0].person else None
    return next((one for one in able[1:] if last and one.person and (one.name or "").endswith(f" and {last}")), None)


# "Clerk asked to contact the owner", "Officers also instructed to check": notes that leave out "was"
_TOLD = re.compile(
    r"\W*(?P<who>(?:the\s+)?(?:(?:parish|town|community|deputy|assistant)\s+)?(?:clerk(?:\s?/\s?RFO)?|RFO|officers?|"
    r"secretary|secretariat|handyman|caretaker|warden|groundsman))\s+(?:also\s+)?"
    r"(?:asked|requested|instructed|tasked|advised|directed)",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:[Tt]he\s+(?:(?:[A-Z][\w’'&-]*|of|for)\s+){0,5}[A-Z][\w’'-]*|"
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:[A-Z][\w.’'-]*\s?){1,3})"
)
_NOT_SUBJECT = (
    r"(?<!\bof\s)(?<!\bto\s)(?<!\bfrom\s)(?<!\bwith\s)(?<!\bby\s)(?<!\bfor\s)(?<!\band\s)(?<!\bin\s)"
    r"(?<!\bon\s)(?<!\bat\s)(?<!\bwhich\s)(?<!\bthat\s)(?<!\bwhom\s)(?<!\bwhere\s)(?<!\bwhen\s)"
)
# "Two kits would be wanted the Clerk was asked to": a sentence that ran on into the next
_RAN_ON = re.compile(rf"\s{_NOT_SUBJECT}(?P<who>{_SOMEBODY})\s*$")
# "Gates the Clerk had not reached the joiner and was asked to": who does the one thing does the other
_DOES_TOO = re.compile(
    rf"(?:^|\s){_NOT_SUBJECT}(?P<who>{_SOMEBODY})\s+(?:had|has|was|is|said|stated|reported|advised|confirmed|explained)\s"
    r"(?:(?!\b(?:he|she|they|who|which|that)\b)[^;:])*?\s(?:and|but)\s*$"
)


def _within(head: str, way: Way, setting: Setting) -> Owner | None:
    """Who is asked, or undertakes, within a sentence that begins with something else."""
    if way.manner not in ("asked", "undertook"):
        return None
    match = _RAN_ON.search(head) or _DOES_TOO.search(f"{head} ")
    owner = setting.owners.of(match["who"]) if match else None
    return owner if owner and (owner.person or acts(owner)) else None


# "Ann Rowe, Democratic Services, to send the plan round"
_WITH_POST = re.compile(r"(?P<who>[A-Z][^,;]{2,50}),\s+[^,;]{3,60},\s*$")
# "She had not, but undertook to": who did the one does the other
_PRONOUN_FIRST = re.compile(
    r"(?P<who>he|she|they)\s+(?:had|has|was|were|did|could|would|thought|said|felt|accepted|noted|apologised|regretted|"
    r"acknowledged|welcomed|thanked)\b(?:(?!\b(?:that|and|but|who|which)\b)[^;:])*,?\s+(?:and|but)",
    re.IGNORECASE,
)
_PRONOUN_LAST = re.compile(r"(?:^|\s)(?:he|she|they)\s*$", re.IGNORECASE)
_JOINED = re.compile(r"(?:\band|\band then|\bbut|,)\s*$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:After|Following|In|On|At|During|With)"
    r"\b[^,]{3,80},\s+)?(?P<who>(?:[Tt]he\s+)?(?:(?:[A-Z][\w.’'()&-]*|of|for|and|the|with|&),?(?:\s+|$)"
    r"){1,12})"
)


def _subjects(head: str) -> Iterator[tuple[int, str]]:
    """What may be the subject of a verb after ``head``, the nearest first, with where it starts; none after "who"."""
    head = head.rstrip()
    if re.search(r"\b(?:who|which|had|have)$", head, re.IGNORECASE):
        return
    if not _JOINED.search(head) or head.endswith(","):
        bare = head.rstrip(" ,")
        for start in reversed([0, *(match.end() for match in _BREAK.finditer(bare))]):
            words = bare[start:].strip()
            if words and len(words.split()) <= 14:
                yield start, words
    if _JOINED.search(head) and (told := _TOLD_OF.search(head)):
        yield told.start("who"), told["who"].strip(" ,")
    start = head.rfind("; ") + 2 if "; " in head else 0  # who asked is not who answers behind the semicolon
    if _JOINED.search(head) and (leading := _LEADING.match(head[start:])):
        words = re.sub(r"(?:\s+(?:of|for|and|the|with))+$", "", leading["who"].strip(" ,"))
        yield start + leading.start("who"), words


# "The Director reported that Mr Frith, who had hoped to come, had been called away and would send": it is he
_TOLD_OF = re.compile(
    r"\b(?:reported|said|stated|advised|explained|confirmed|added)\s+that\s+"
    r"(?P<who>(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s+(?:[A-Z][\w.’'-]*\s?){1,3}),?\s+(?:who|had|has|was|is)\b"
)


def _unmade(text: str, match: re.Match[str], way: Way) -> bool:
    """Whether the sentence says a wish, a condition or something past at the verb."""
    around = text[max(0, match.start() - 25) : match.end() + 1]
    if way.manner == "would" and _WISHED.search(text, 0, match.start()):
        return True
    if way.manner == "asked" and _NOT_TAKEN_ON.search(text, match.end()):
        return True
    return bool(undertakings.UNMADE.search(around))


# "if she could", "hoped that officers would"
_WISHED = re.compile(
    r"\bif\b|\bcould\b(?!\s+not\s+(?:say|tell|answer|give)\b)(?!\s+(?:give|offer|say|tell|add)\s+(?:\w+\s+)?(?:no|nothing|little)\b)|\bunless\b|\b(?:hoped|wished|suggested|expected)\s+that\b|\bwondered\b",
    re.IGNORECASE,
)
# "was asked to lend a tractor and said he might see if it ran", "…, but declined": asked, and not taken on
_NOT_TAKEN_ON = re.compile(
    r"\b(?:and|but)\s+(?:(?:he|she|they)\s+)?(?:(?:said|replied|answered|responded)\s+(?:that\s+)?(?:he|she|they)\s+"
    r"(?:would|could|might|should)\s+(?:not\b|(?:have\s+to\s+)?(?:think|reflect|consider|see\s+(?:if|whether|what)))|"
    r"(?:declined|refused)\b)",
    re.IGNORECASE,
)


def _can(owner: Owner, words: str, way: Way, before: str, match: re.Match[str]) -> bool:
    """Whether such a subject undertakes in such a way: notes say "JS to chase", a committee "agreed to" decides."""
    body = is_body_itself(words)
    if way.manner == "to":
        begins = not before.strip() or bool(re.search(r"[–—:-]\s*$", before))
        people = bool(_PEOPLE.search(words) and _DEFINITE.match(match[0]))
        return begins and (not body or people or words.lower() == "all")
    if way.manner in ("will", "would", "granted"):
        councillors = way.manner == "will" and words == "Councillors" and not before.strip()
        return councillors or (not body and (owner.person or acts(owner)))
    if "advised" in match[0]:
        return owner.person or acts(owner)
    if way.manner == "undertook":
        return not body
    return not _ALL_OF_THEM.fullmatch(words) or "ASKED" in match[0]


_PEOPLE = re.compile(r"\b(?:members|councillors)$", re.IGNORECASE)
_DEFINITE = re.compile(rf"\s+to\s+(?:\w+ly\s+)?(?:{undertakings.DO}|use|utilise)\b")


def is_body_itself(words: str) -> bool:
    """Whether words name the body that meets, which decides rather than undertakes: "the Panel", "Members"."""
    return bool(_BODY_ITSELF.match(words.strip())) and not is_outside(words.strip())


_ALL_OF_THEM = re.compile(r"(?:the\s+)?(?:members|councillors|attendees|all)(?:\s+of\s+the\s+[\w\s]+)?", re.IGNORECASE)


def acts(owner: Owner) -> bool:
    """Whether an owner that is no person is a post or officers: a council "would provide" in theory."""
    return bool(
        re.search(
            r"officer|manager|director|head|clerk|chair|lead|team|"
            r"^(?:democratic|legal|committee|member|customer|property|housing|finance|electoral)\s+services$",
            owner.name or "",
            re.IGNORECASE,
        )
    )

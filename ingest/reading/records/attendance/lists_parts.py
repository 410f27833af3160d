"""Where a list of people divides: at commas, semicolons, "and", tabs, line ends and titles, but not inside brackets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names_words import TITLE
from ingest.reading.records.attendance import lists_lost

_TITLE = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Prof|Sir|Dame|Canon)"
_SPLIT = re.compile(
    r"\s*(?:;|,(?!\s*(?:OBE|MBE|CBE|JP|DL|KC|QC|BEM|TD|RD|MP|MSP|MS|KCVO|CVO)\b))\s*(?:(?:and|(?:together|along)\s+with"
    rf"|&)[,\s]\s*)?(?:(?:from|of)\s+(?={_TITLE}\b)|from\s+)?"
    r"|\s+(?:(?:(?<!County\s)(?<!District\s)(?<!Borough\s)(?<!Police\s)(?<!Fire\s)"
    r"|(?!and\s+(?:County|District|Borough|City|Crime|Rescue)\s))and"
    r"|AND|together with|along with|with)[,\s]\s*"
    rf"(?:from\s+|also\s+|(?:on\s+behalf\s+)?of\s+(?={_TITLE}\b))?(?=\S)"
    r"|\s+&\s+(?=the\s+(?:\w+\s+)?Clerk\b)|\s*[•·▪|\n\t]\s*|[ \xa0]{3,}"
)
# Two names without anything between them: "M CliffR Wool" (columns whose gap was lost), "A Barn A Cole".
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:[A-Z]\.?\s){1,3}[A-Z][a-zà-ÿ’'])|(?<=[a-zà-ÿ)\]])(?=(?:County\s)?(?:Councillor|Cllr)\b\.?\s)"
)
_INITIALS_FIRST = re.compile(r"^(?:[A-Z]\.?\s?){1,4}\s*[A-Z][\w’'‐-]+")
_NEXT_INITIALS = re.compile(
    r"(?<=[a-zà-ÿ’'])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bMiss)(?<!\bDr)(?<!\bRev)(?<!\bProf)(?<!\bCanon)(?<!\bClerk)\s+(?=(?:(?:Mrs|Mr|Ms|Miss"
    r"|Dr)\.?\s)?(?:[A-Z]\.?\s){1,4}[A-Z][a-zà-ÿ’'])"
)
# "District Councillor A Marrow", "PCSO B Oakes": what stands before the initials of the same person
_BEFORE_INITIALS = re.compile(
    r"\b(?:Councillors?|Cllrs?|Clr|Alderm[ae]n|Bail?lies?|Mayor|Provost|Chair(?:man|woman|person)?|Conven[eo]r|P?CSO"
    r"|Constable|Sergeant|Sgt|Inspector|Insp|Superintendent|Supt|Commander|Revd|Reverend|Professor|Sir|Dame|Lord|Lady"
    r"|Father|Rabbi|Imam|Major|Captain|Colonel)\.?$"
)
_NEXT_TITLE = re.compile(
    r"(?<=[a-zà-ÿ)’'\]])\s+(?=(?:(?:County|City|Borough|Town|Parish|District)\s+)?(?:Councillors?|Cllrs?"
    r"|CC)\b\.?\s+(?:(?:Mrs|Mr|Ms|Miss|Dr|Sir|Dame)\.?\s)?[A-Z])"
    r"|(?<=[a-z)’'\]])\s+(?=(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z])|(?<=[a-z)])\s+(?=Aldermen\s[A-Z])"
)
# "Mrs E B Tarn Ruth Fenn, Norham Healthwatch Robin Tewk (Lettings Manager)": a whole name behind another's surname,
# or behind a body
_NEXT_WHOLE = re.compile(
    r"(?:\b(?:[A-Z]\.?\s+){1,4}[A-Z][a-zà-ÿ’'-]+|\b(?:Healthwatch|Trust|Council|Authority|Police|Association|Board|Forum))"
    r"(?P<gap>\s+)(?=[A-Z][a-zà-ÿ’'-]+\s+[A-Z][a-zà-ÿ’'-]{2,}(?:\s*[,;]\s*[A-Z]|\s*\(|\s*$))"
)
# "Cllrs Oakes & Pike", not "Roads & Parks"
_AMPERSAND = re.compile(r"\s+&\s+(?=[A-Z])")
_BRACKETED = re.compile(r"[)\]]$")
_TITLES_BEFORE = re.compile(
    r"\b(?:Councillors?|Cllrs?|CC|Alderman|County|City|Borough|Town|Parish|District|Community|Unitary|Ward|Mayor|Provost"
    r"|Worshipful|Y|/|and|for|of|the|Rt|Hon|Rev)\.?$",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"^(?:y\s+)?(?:(?:county|city|borough|town|parish|district)\s+){0,2}(?:councillors|cllrs|ccs|messrs|aldermen|members"
    r"|bail?lies|cynghorwyr|officers|(?:councillor|cllr|member)\(s\)(?=\s))(?:\b|(?<=\)))[.:]?\s*[-–]?\s*",
    re.IGNORECASE,
)


def parts(text: str, start: int, stop: int, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the parts between separators stand; separators inside brackets do not count."""
    low = start
    found = _boundaries(text, start, stop)
    for position, end in sorted(found + _line_breaks(text, start, stop, lines, found)):
        if position >= low:
            yield from _trim(text, low, position)
            low = end
    yield from _trim(text, low, stop)


def are_one_each(text: str) -> bool:
    """Whether each between semicolons is one person: "Cllr A Marrow, Norham DC; Bob Oakes, Area Manager; Cy Pike"."""
    entries = [_AND.sub("", entry).strip() for entry in _INSIDE.sub("", text).split(";") if entry.strip(" .\n")]
    if len(entries) < _ENTRIES or any(PLURAL.match(entry) for entry in entries):
        return False
    if all(TITLE.match(entry) for entry in entries):
        return True
    if any(_holds_another(entry) for entry in entries):
        return False
    told = sum(posts.is_job(entry.partition(",")[2]) for entry in entries)
    return told * 2 >= len(entries) and all(TITLE.match(entry) or _is_named(entry) for entry in entries)


def _holds_another(entry: str) -> bool:
    """Whether somebody else with a post stands behind the first: "Ann Marrow, Clerk, Bob Oakes, Head of Roads"."""
    parts = entry.split(",")[1:]
    return any(_is_named(part) and posts.is_job(behind) for part, behind in itertools.pairwise(parts))


def _is_named(entry: str) -> bool:
    """Whether an entry begins with somebody's whole name, and nothing or a comma stands behind it."""
    name = names.parse(entry.partition(",")[0])
    return bool(name and name.first and not posts.is_job(entry.partition(",")[0]))


_ENTRIES = 3


# What a line breaks off before a name: a dash, or the first word of a rank
_RANK = re.compile(r"(?:[–—-]|\b(?:Chief|Detective|Deputy|Assistant|Acting|Temporary|Area|Station))$")
_AND = re.compile(r"^\s*(?:and\s+)?")
_INSIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def is_behind_comma(text: str, low: int) -> bool:
    """Whether words without a title stand behind a comma, where everybody is between semicolons."""
    return text[:low].rstrip().endswith(",") and TITLE.match(text, low) is None


def _trim(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while low < high and text[low] in " \t\n\xa0,.;:&":
        low += 1
    while high > low and (text[high - 1] in " \t\n\xa0,;:" or text[high - 2 : high] in (" –", " -", " —")):
        high -= 1
    if low < high:
        yield low, high


def _boundaries(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    part = text[start:stop]
    initials_first = bool(_INITIALS_FIRST.match(PLURAL.sub("", part)))
    found = [(m.start(), m.end()) for m in _SPLIT.finditer(part)]
    found += [(m.start(), m.end()) for m in _GLUED.finditer(part)]
    if initials_first:
        following = (m.span() for m in _NEXT_INITIALS.finditer(part))
        found += [span for span in following if not _BEFORE_INITIALS.search(part[max(0, span[0] - 24) : span[0]])]
    found += [
        (m.start(), m.end())
        for m in _NEXT_TITLE.finditer(part)
        if not _TITLES_BEFORE.search(part[max(0, m.start() - 20) : m.start()])
    ]
    found += [m.span() for m in _AMPERSAND.finditer(part) if _joins_names(part, *m.span())]
    found += lists_lost.boundaries(part)
    found += [m.span("gap") for m in _NEXT_WHOLE.finditer(part) if names.at(part, m.end("gap"))]
    depths = _depths(part)
    return sorted((start + low, start + high) for low, high in found if depths[low] == 0)


def _joins_names(part: str, low: int, high: int) -> bool:
    """Whether a name under one title with others ends here, or a titled one, and another name begins behind."""
    before = re.split(r"[,;]|\band\b|[-–—]\s", part[:low])[-1].strip()
    plural = PLURAL.match(part) is not None
    person = names.parse(PLURAL.sub("", before))
    following = names.at(part, high, listed=True, titled=plural)
    if person is None or following is None or posts.is_job(before) or bodies.is_outside(part[high:]):
        return False
    return plural or bool(person.titles or person.civic or person.rank)


def _line_breaks(
    text: str, start: int, stop: int, lines: Sequence[int], found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Line beginnings where somebody new stands, though the line before ends without a comma."""
    if are_in_turn(text, start, stop, lines):
        return [(line, line) for line in lines if start < line < stop]
    depths = _depths(text[start:stop])
    breaks: list[tuple[int, int]] = []
    for line in lines:
        if not start < line < stop or depths[line - start]:
            continue
        last = max([end for _, end in found if end <= line] + [end for _, end in breaks] + [start])
        before, name = text[last:line].strip(), names.at(text[:stop], line, listed=True)
        if name is None or not before or _RANK.search(before) or not (name.name.first or name.name.civic):
            continue
        if followed_by_post(text, name.end) or (len(before.split()) > 1 and _is_whole(before)):
            breaks.append((line, line))
    return breaks


def are_in_turn(text: str, start: int, stop: int, starts: Sequence[int]) -> bool:
    """Whether printed lines are names and posts in turn: a name, its post, the next name, its post."""
    starts = [line for line in starts if start <= line < stop]
    if len(starts) < 2 or len(starts) % 2:
        return False
    lines = [text[low:high].strip(" ,;") for low, high in zip(starts, [*starts[1:], stop], strict=True)]
    holders = ((names.parse(line), line) for line in lines[::2])
    if not all(name and name.first and not posts.is_job(line) for name, line in holders):
        return False
    return all(posts.is_job(line) and names.parse(line) is None for line in lines[1::2])


def _is_whole(before: str) -> bool:
    """Whether a line holds all that is said of somebody: a name, or words that end with a bracket."""
    person = names.parse(PLURAL.sub("", before))
    return bool((person is not None and person.first) or _BRACKETED.search(before))


def followed_by_post(text: str, end: int) -> bool:
    """Whether a post or a body stands behind the name that ends here: ", Head of Roads", "(River Authority)"."""
    following = re.match(r"\s*(?:,|\s[-–—]\s|\()\s*([^,;()]{3,80})", text[end : end + 120])
    if following is None:
        return False
    head = re.split(r"\s+and\s+(?=[A-Z]\w+\s+[A-Z])", following[1])[0]
    return posts.is_job(head) or bodies.is_outside(head)


def _depths(text: str) -> list[int]:
    """How many brackets are open at each place; brackets that never close count as none."""
    depths, depth = [], 0
    for letter in text:
        depth += letter in "(["
        depths.append(depth)
        depth -= letter in ")]" and depth > 0
    if depth > 0:
        return [0] * (len(text) + 1)
    return [*depths, 0]

"""Lists of people as councils print them, taken apart into names with what stands beside each.

"Councillors A Marrow (Chair), B Oakes, JP and C Pike (substituting for Councillor D Quill)"; "Jane Vane, Head of Roads;
Tom Lea, Area Director, River Authority"; "Miss A, Mr B, Councillors, Mr C, Clerk"; "M CliffR WoolS Barn".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import FoundName, Name

_SPLIT = re.compile(
    r"\s*(?:;|,(?!\s*(?:OBE|MBE|CBE|JP|DL|KC|QC|BEM|TD|RD|MP|MSP|MS|KCVO|CVO)\b))\s*(?:(?:and"
    r"|&)[,\s]\s*)?(?:from\s+)?|\s+(?:and|AND|together with|along with|with)[,\s]\s*(?:from\s+|also\s+)?(?=\S)"
    r"|\s*[•·▪\n]\s*"
)
# Two names without anything between them: "M CliffR Wool" (columns whose gap was lost), "A Barn A Cole".
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:[A-Z]\.?\s){1,3}[A-Z][a-zà-ÿ’'])|(?<=[a-zà-ÿ])(?=(?:County\s)?(?:Councillor|Cllr)\s)"
)
_INITIALS_FIRST = re.compile(r"^(?:[A-Z]\.?\s?){1,4}\s*[A-Z][\w’'‐-]+")
_NEXT_INITIALS = re.compile(
    r"(?<=[a-zà-ÿ’'])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bMiss)(?<!\bDr)\s+(?=(?:(?:Mrs|Mr|Ms|Miss"
    r"|Dr)\.?\s)?(?:[A-Z]\.?\s){1,4}[A-Z][a-zà-ÿ’'])"
)
_NEXT_TITLE = re.compile(
    r"(?<=[a-zà-ÿ)’'\]])\s+(?=(?:(?:County|City|Borough|Town|Parish|District)\s+)?(?:Councillors?|Cllrs?"
    r"|CC)\b\.?\s+(?:(?:Mrs|Mr|Ms|Miss|Dr|Sir|Dame)\.?\s)?[A-Z])"
    r"|(?<=[a-z)’'\]])\s+(?=(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z])"
)
_TITLES_BEFORE = re.compile(r"(?:Councillors?|Cllrs?|CC|Alderman|and|the|Rt|Hon|Rev)\.?$", re.IGNORECASE)
_PLURAL = re.compile(
    r"^(?:(?:county|city|borough|town|parish|district)\s+)?(?:councillors|cllrs|ccs|messrs|aldermen|members"
    r"|officers)\b[.:]?\s*[-–]?\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]((?:[^()\[\]]|\([^()]*\))*)[)\]]")
_DASH = re.compile(r"\s*(?:\s[-–—]|[–—])\s*(?=\S)|\s*:\s+(?=[A-Z])|\s*/\s*(?=[A-Z])")
_MARKS = re.compile(r"\s*[†‡*§^#]+|\s*(?<=\w)[¹²³]")
_BRACKETED = re.compile(r"[)\]]$")
_CHAIRING = re.compile(r"^\s*,?\s*[-–]?\s*(?:was\s+)?in\s+the\s+chair|^\s+(?:chairing|presiding)\b", re.IGNORECASE)
# Where a sentence goes on after its list: "... to the meeting", "... attended for this item", "who had been invited".
_CUT = re.compile(
    r"\s+(?:for\s+whom\b|substitut|to\s+(?:the|this|its|their|our)\s+(?:meeting|committee|panel|commission"
    r"|session|board|group)\b|who\s|which\s"
    r"|for\s+(?:this|the|their|his|her|item|items|minute|minutes|agenda|attending|part)\b|(?:also\s+)?attended\b"
    r"|(?:were|was|are|is)\s+(?:also\s+)?(?:present|in\s+attendance|in\s+the\s+chair|welcomed|introduced"
    r"|substitut|unable|not"
    r"|absent)|joined\b|ha[ds]\s|have\s|during\s|before\s|until\s|from\s+\d|at\s+\d|via\s|by\s+(?:video|tele|teams)"
    r"|as\s+(?:substitut|observ|the|a\s)|respectively|virtually|remotely|in\s+(?:person|respect|relation"
    r"|accordance|place)\b"
    r"|due\s+to\b|owing\b|because\b|on\s+(?:behalf|\d)|and\s+(?:were|was|noted|it|thanked|invited|asked)\s)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Listed:
    """A person of a list: the name, the words beside it, and where all of it stands in the text."""

    found: FoundName
    start: int
    end: int
    brackets: list[str] = field(default_factory=list)
    position: str = ""
    position_start: int = -1
    marks: str = ""
    in_chair: bool = False
    plural_role: str = ""
    titled: bool = False


def people(text: str, start: int = 0, end: int | None = None, lines: Sequence[int] = ()) -> list[Listed]:
    """The people listed in ``text[start:end]``, in order; words that are no names are the post of the one before.

    ``lines`` are the places where printed lines begin: a name there may be somebody new without a comma before.
    """
    stop = len(text) if end is None else end
    reading = _Reading(text)
    for low, high in _segments(text, start, stop, lines):
        reading.take(low, high)
    return reading.people


def apart(listed: Listed) -> list[Listed]:
    """Two or three people whose names ran together without anything between: "David Barr John Withers" is two.

    Nobody has four names in full without a title; an even number of them is so many people.
    """
    name = listed.found.name
    words = [*name.first, *name.surname.split()]
    plain = not (name.titles or name.civic or listed.position or listed.brackets or name.suffixes)
    if not plain or len(words) < 4 or len(words) % 2 or any(len(word) < 3 or not word[0].isupper() for word in words):
        return [listed]
    found, start = [], listed.found.start
    for place in range(0, len(words), 2):
        pair = Name(words[place + 1], (words[place],))
        end = start + len(pair.bare)
        found.append(Listed(FoundName(pair, start, end), start, end, titled=listed.titled))
        start = end + 1
    return found


def cut(text: str) -> str:
    """A list without what the sentence goes on to say: "A and B to the meeting" is "A and B"."""
    depth = 0
    for match in re.finditer(r"[(\[]|[)\]]|" + _CUT.pattern, text, re.IGNORECASE):
        if match.group() in "([":
            depth += 1
        elif match.group() in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            return text[: match.start()]
    return text


def _segments(text: str, start: int, stop: int, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the parts between separators stand; separators inside brackets do not count."""
    low = start
    found = _boundaries(text, start, stop)
    for position, end in sorted(found + _line_breaks(text, start, stop, lines, found)):
        if position >= low:
            yield from _trim(text, low, position)
            low = end
    yield from _trim(text, low, stop)


def _trim(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    while low < high and text[low] in " \t\n\xa0,.;:&":
        low += 1
    while high > low and text[high - 1] in " \t\n\xa0,;:":
        high -= 1
    if low < high:
        yield low, high


def _boundaries(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    part = text[start:stop]
    initials_first = bool(_INITIALS_FIRST.match(_PLURAL.sub("", part)))
    found = [(m.start(), m.end()) for m in _SPLIT.finditer(part)]
    found += [(m.start(), m.end()) for m in _GLUED.finditer(part)]
    if initials_first:
        found += [(m.start(), m.end()) for m in _NEXT_INITIALS.finditer(part)]
    found += [(m.start(), m.end()) for m in _NEXT_TITLE.finditer(part) if not _TITLES_BEFORE.search(part[: m.start()])]
    depths = _depths(part)
    return sorted((start + low, start + high) for low, high in found if depths[low] == 0)


def _line_breaks(
    text: str, start: int, stop: int, lines: Sequence[int], found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Line beginnings where somebody new stands, though the line before ends without a comma."""
    depths = _depths(text[start:stop])
    breaks: list[tuple[int, int]] = []
    for line in lines:
        if not start < line < stop or depths[line - start]:
            continue
        last = max([end for _, end in found if end <= line] + [end for _, end in breaks] + [start])
        before, name = text[last:line].strip(), names.at(text[:stop], line, listed=True)
        if name is None or not name.name.first or len(before.split()) < 2:
            continue
        person = names.parse(_PLURAL.sub("", before))
        if (person is not None and person.first) or _BRACKETED.search(before) or _followed_by_post(text, name.end):
            breaks.append((line, line))
    return breaks


def _followed_by_post(text: str, end: int) -> bool:
    following = re.match(r"\s*(?:,|\s[-–—]\s|\()\s*([^,;()]{3,80})", text[end:])
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


class _Reading:
    """Takes the parts of a list one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.people: list[Listed] = []
        self.civic = False  # a plural title stands before the names: "Councillors Marrow, Oakes and Pike"
        self.since_role = 0

    def take(self, low: int, high: int) -> None:
        part = self.text[low:high]
        if self._role_after(part):
            return
        if plural := _PLURAL.match(part):
            self.civic = plural.group().lower().startswith(("c", "b", "d", "t", "p", "a"))
            low += plural.end()
            if low >= high:
                return
        listed = _person(self.text, low, high)
        if listed is None or not self._is_person(listed, low, high):
            self._goes_on(low, high)
            return
        listed.titled = self.civic
        self.people.append(listed)

    def _role_after(self, part: str) -> bool:
        """ "Miss A, Mr B, Councillors, Mr C, Clerk": a role in the plural is that of all who stand before it."""
        if not re.fullmatch(r"(?:councillors|members|officers|co-optees|observers|guests)", part, re.IGNORECASE):
            return False
        if self.since_role >= len(self.people):
            return False
        for listed in self.people[self.since_role :]:
            listed.plural_role = part.lower()
        self.since_role = len(self.people)
        return True

    def _is_person(self, listed: Listed, low: int, high: int) -> bool:
        """Whether a part that has the shape of a name is one, beside posts of capitalised words."""
        name = listed.found.name
        if name.titles or name.civic or name.rank:
            return True
        printed = name.bare
        if posts.is_job(printed) or bodies.is_outside(printed):
            return False
        if not name.first:
            return (
                self.civic
                and bool(self.people or listed.start == low)
                and not (self.people and self.people[-1].position)
            )
        if not self.people or not self.people[-1].position or listed.brackets or listed.marks or listed.position:
            return True
        if not name.spelt_out:
            return True
        if ";" in self.text[self.people[-1].end : low]:
            return True
        return self._post_follows(high) or (not bodies.is_outside(self.text[low:high]) and self._is_last(high))

    def _post_follows(self, high: int) -> bool:
        """Whether the next part is a post, as in "Tom Lea, Director of Roads, Ann Moss, Head of Parks"."""
        return _followed_by_post(self.text, high)

    def _is_last(self, high: int) -> bool:
        rest = self.text[high:].strip()
        before = self.people[-1]
        joined = self.text[before.end : high]
        return not rest and ";" in joined

    def _goes_on(self, low: int, high: int) -> None:
        """Words that are no name belong to the person before: post, organisation, ward."""
        if not self.people:
            return
        last = self.people[-1]
        if last.position_start < 0:
            last.position_start = low
        last.position = re.sub(r"\s+", " ", self.text[last.position_start : high]).strip(" ,;.")
        last.end = high


def _person(text: str, low: int, high: int) -> Listed | None:
    """A name with brackets, marks and a post after a dash, filling text[low:high]; None where other words follow."""
    found = names.at(text[:high], low, listed=True)
    if found is None:
        return None
    listed = Listed(found, low, high)
    position = found.end
    while position < high:
        if bracket := _BRACKET.match(text, position, high):
            listed.brackets.append(re.sub(r"\s+", " ", bracket[1]).strip())
            position = bracket.end()
        elif marks := _MARKS.match(text, position, high):
            listed.marks += marks.group().strip()
            position = marks.end()
        elif chairing := _CHAIRING.match(text[position:high]):
            listed.in_chair = True
            position += chairing.end()
        elif dash := _DASH.match(text, position, high):
            listed.position_start = dash.end()
            listed.position = re.sub(r"\s+", " ", text[dash.end() : high]).strip(" ,;.")
            position = high
        elif role := re.compile(
            r"\s*(?:[-–]\s*)?((?:Vice|Deputy)[- ]?)?(Chair(?:man|woman|person)?|CLERK|Clerk)\b\.?"
        ).match(text, position, high):
            listed.brackets.append(role.group().strip(" -–."))
            position = role.end()
        elif text[position:high].strip(" .,:"):
            return None
        else:
            break
    return listed

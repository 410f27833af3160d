"""Lists whose columns lost the gaps between them: where the next person begins without a comma before.

"A Marrow (Chair) B Oakes"; "Ann Marrow (Dale Rail) Bob Oakes (Exe Ferries)"; "Cllr Ann Marrow AM Chair Bob Oakes BO
Clerk"; "C Pike, EDC Clerk D Quill"; "Cllr C Pike Norham County Council".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import FoundName

_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]"
_OWN = r"[A-Z][A-Za-z]?[A-Z]{1,2}"  # initials: AM, ADM
# A name in full, its own initials behind it, and what else is said of it before the next name
_INITIALLED = re.compile(
    rf"(?P<name>{_WORD}\s+(?:{_WORD}\s+)?{_WORD})\s+(?P<initials>{_OWN})\b"
    r"(?P<post>(?:\s+(?:(?:Vice|Deputy)[\s-])?Chair\w*|\s+(?:(?:Parish|Town|Community|Deputy)\s+)?Clerk)?)"
)
_NEXT = re.compile(rf"\s+(?=(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?(?:[A-Z]\.?\s+)?{_WORD})")
_BEHIND = re.compile(r"(?:\s+(?P<body>[A-Z]{2,5}))?(?P<bracket>\s*\([^()]*\))?")
# "(Chair) B Oakes", "(Dale Rail) Bob Oakes (": initials, or a name that has a bracket of its own
_BRACKET_NEXT = re.compile(
    rf"(?<=\))(?P<gap>\s+)(?:(?=(?:[A-Z]\.?\s){{1,3}}[A-Z][a-zà-ÿ’'])|(?=(?P<whole>{_WORD}\s+{_WORD})\s*\())"
)
_BEFORE = re.compile(rf"(?P<initials>{_OWN})\s*[-–:]?\s+(?=(?P<name>{_WORD}\s+{_WORD}))")
_LETTERS = re.compile(rf"\s+({_OWN})(?=[\s,.]|$)")
# "EDC Clerk J Oakes"
_CLERK_NEXT = re.compile(
    r"(?<=[\w)])(?P<gap>\s+)(?=(?:Parish\s+|Town\s+|Community\s+)?Clerk\s+(?:[A-Z]\.?\s+){1,3}[A-Z][a-zà-ÿ’'])"
)
_COUNCIL = re.compile(
    r"\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+(?:(?:County|City|District|Borough|Town|Parish|Community"
    r"|Metropolitan)\s+(?:Borough\s+)?)?Council\b"
    r"|\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+(?:MBC|BC|DC|LBC|RBC|CBC|MDC)\b"
)


def boundaries(text: str) -> Iterator[tuple[int, int]]:
    """The gaps at which a list that lost its separators goes on with somebody new."""
    for pattern in (_BRACKET_NEXT, _CLERK_NEXT):
        for match in pattern.finditer(text):
            whole = match.groupdict().get("whole")
            if not whole or _is_a_name(whole):
                yield match.span("gap")
    for match in _INITIALLED.finditer(text):
        if not _own(match["name"], match["initials"]):
            continue
        behind = _BEHIND.match(text, match.end())
        end = behind.end() if behind else match.end()
        if gap := _NEXT.match(text, end):
            yield gap.span()


def initials(text: str, found: FoundName, high: int) -> tuple[str, FoundName] | None:
    """The initials right behind a name that are its own, and the name before them: "Ann Marrow AM", "Bob Oakes BO"."""
    name = found.name
    if len(name.suffixes) == 1 and names.fits_initials(name, name.suffixes[0]):  # "Mair Siencyn MS" sits in no Senedd
        return name.suffixes[0], FoundName(replace(name, suffixes=()), found.start, found.end)
    match = _LETTERS.match(text, found.end, high)
    if match is None or not names.fits_initials(name, match[1]):
        return None
    return match[1], FoundName(name, found.start, match.end())


def past_initials(text: str, low: int, high: int) -> int:
    """Where a name begins that has its own initials before it: "AM Ann Marrow"."""
    match = _BEFORE.match(text, low, high)
    return match.end() if match and _own(match["name"], match["initials"]) else low


def is_body(words: str) -> bool:
    """Whether words behind a name and its initials are the letters of a body: "Bob Oakes BO NCC"."""
    return bool(re.fullmatch(r"\s+[A-Z]{2,5}\s*\.?", words))


def before_council(text: str, low: int, high: int) -> FoundName | None:
    """The person before a council's name that follows without a comma: "C Pike" in "C Pike Norham County Council"."""
    for gap in re.finditer(r"\s+", text[low:high]):
        council = _COUNCIL.match(text, low + gap.start(), high)
        name = names.parse(text[low : low + gap.start()]) if council else None
        sure = name is not None and (name.civic or name.titles or not name.spelt_out)
        if council and name and name.first and sure and not text[council.end() : high].strip(" .,"):
            return FoundName(name, low, low + gap.start())
    return None


def to_council(text: str, low: int, high: int) -> re.Match[str] | None:
    """The gap before a council's name, where nothing else stands: "Norham Council" behind "Cllr C Pike (Chair)"."""
    council = _COUNCIL.match(text, low, high)
    return _GAP.match(text, low, high) if council and not text[council.end() : high].strip(" .,") else None


_GAP = re.compile(r"\s+")


def _own(printed: str, letters: str) -> bool:
    name = names.parse(printed)
    return name is not None and names.fits_initials(name, letters)


def _is_a_name(words: str) -> bool:
    name = names.parse(words)
    return bool(name and name.spelt_out and not posts.is_job(words) and not bodies.is_outside(words))

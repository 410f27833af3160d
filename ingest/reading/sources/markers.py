"""The marker that a paragraph begins with: a number, a letter or a bullet typed before its words."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.reading.language.bullets import SHAPES, TIGHT
from ingest.reading.language.initials import begins_names

_MONTH = (
    r"(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|"
    r"medi|hydref|tachwedd|rhagfyr)\b"
)

_BULLET = re.compile(rf"(?P<mark>[{re.escape(SHAPES)}–—\-−]|>{{1,3}}|o(?=\s{{2,}}|\t)|§|Ø|ü)(?P<gap>\s+|{TIGHT})(?=\S)")

# Each beside real lines that begin so.
_NUMBER = re.compile(
    r"""(?P<mark>
        \(\s?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})\s?\)    # (1) That the report be noted · (iv) the budget
      | (?:\d{1,4}[a-z]?|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]           # 3. Minutes · a) the response · ii. Regular updates
      | \d{1,4}(?:\.\d{1,3})+[.)]?                         # 1.1 The areas · 12.3 · 04.18.01 Apologies
      | (?!20\d\d/\d\d\b)\d{1,4}/\d{1,4}[.:]?             # 14/25 Apologies, but not the year 2025/26
      | [A-Z]{1,5}(?:&[A-Z]{1,4})?[ -]?\d{1,4}(?:/\d{1,4})+[.:]?  # QRS 98/2122 Welcome · BTF3/1 · P&R 12/24
      | [A-Z]{2,6}(?:/\d{1,4}){1,3}[.:]?                   # PSC/31/54
      | [A-Z]{1,4}\d{1,3}:\d{1,3}/\d{2,4}[.:]?            # F01:04/24 Apologies
      | [A-Z]{1,4}\d{1,4}[.:]                              # KT41. Apologies
    )(?P<gap>\s+|$|(?<=\d\.)(?=[A-Z][a-z]))  # 1.The ride quality""",
    re.VERBOSE,
)
_BARE = re.compile(r"(?P<mark>\d{1,4})(?P<gap>\s+)(?=[A-Z‘'“\"£(])")
_CODE = re.compile(r"(?P<mark>[A-Z]{1,4}\d{1,4})(?P<gap>\t|\s{2,})(?=\S)")
# 10.30 am · 2.00 - 4.25 pm
_CLOCK = re.compile(r"[ap]\.?m\b|(?:-|–|—|to)\s*\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b", re.I)


class Marked(NamedTuple):
    """``marker`` as printed, and where the words after it begin."""

    marker: str
    start: int


def marked(text: str) -> Marked:
    """The marker of a paragraph's first line and where its words start; ("", 0) where there is none.

    A bullet that another reader put before a number ("- 1.1 The areas") gives way to the number.
    """
    bullet = _BULLET.match(text)
    if bullet:
        number = _number(text[bullet.end() :])
        if number and not _letter(number.marker):
            return Marked(number.marker, bullet.end() + number.start)
        return Marked(bullet["mark"], bullet.end())
    return _number(text) or Marked("", 0)


def columned(text: str) -> bool:
    """Are tabs in these words columns, rather than one that went astray in a sentence?"""
    first, tab, rest = text.partition("\t")
    return bool(tab) and (len(first) <= 60 or all(len(column) <= 80 for column in rest.split("\t")))


def _letter(marker: str) -> bool:
    """Is this a lone capital, which after a dash is a person's initial and no marker?"""
    return len(marker.strip(".)( ")) == 1 and marker.strip(".)( ").isupper()


def _number(text: str) -> Marked | None:
    found = _NUMBER.match(text) or _CODE.match(text)
    if found and _is_initial(found, text):
        return None
    if found and not _CLOCK.match(text, found.end()):
        return Marked(found["mark"], found.end())
    bare = _BARE.match(text)
    if bare and not re.match(_MONTH, text[bare.end("mark") :], re.I) and _heads(bare["gap"], text[bare.end() :]):
        return Marked(bare["mark"], bare.end())
    return None


def _is_initial(found: re.Match[str], text: str) -> bool:
    """ "A. Barnes" and "M. J. Smith" begin with a person's initial, not with a marker."""
    if not re.fullmatch(r"[A-Z]\.", found["mark"]) or "\t" in found["gap"]:
        return False
    if begins_names(text[found.end() :]):
        return True
    words = text[found.end() :].split()
    return len(words) <= 3 and all(re.fullmatch(r"[A-Z][\w.’'-]*,?", word) for word in words)


def _heads(gap: str, rest: str) -> bool:
    """Does a bare number stand before a heading or a clause, rather than begin a sentence ("2025 Strategy …")?"""
    if "\t" in gap or len(gap) > 1 or rest.startswith("That "):
        return True
    first = rest.split("\n", 1)[0]
    if re.match(r"[A-Z][A-Z’'&-]+\b", first):
        return True
    return len(first) <= 150 and not first.rstrip().endswith((".", ";", ","))

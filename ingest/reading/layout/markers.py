"""The marker that stands before a heading's or an entry's words: a number, a letter, a bullet."""

from __future__ import annotations

import re

from ingest.reading.language.bullets import SHAPES, TIGHT
from ingest.reading.language.initials import begins_names

# Each with lines that begin so.
_NUMBER = (
    r"[A-Z]{2,6}[/.-]\d{1,4}(?:[/.-]\d{1,4})*[.:]?"  # PSC/31/54 Opening
    r"|[A-Z]{1,5}(?:&[A-Z]{1,4})?\d{0,2} ?\d{1,4}(?:/\d{1,4})+[.:]?"  # QRS 98/2122 Apologies · BTF3/1 · P&R 12/24
    r"|[A-Z]{1,4}\d{1,3}:\d{1,3}/\d{2,4}[.:]?"  # F01:04/24 Apologies
    r"|[A-Z]{1,4}\d{1,4}[.:]"  # KT12. Roads
    r"|(?!20\d\d/\d\d\b)\d{1,4}/\d{1,4}(?:/\d{2,4})?[.:]?"  # 14/25 Apologies, but not a year: 2025/26
    r"|\d{1,3}(?:\.\d{1,3}){1,3}[.:)]?"  # 1.1 The quays · 12.3 Boats · 05.11.02 Roads
    r"|\d{1,4}[.:)]"  # 3. Minutes · 2) That the report
    r"|\d{1,2}(?=\s+That\s)"  # 2 That the report be noted
    r"|\(\d{1,3}\)"  # (1) That the report be noted
    r"|\((?:[ivxl]{1,6}|[IVXL]{1,6}|[A-Za-z]{1,2})\)"  # (iii) the Head of Service
    r"|(?:[ivxl]{1,6}|[IVXL]{1,6}|[A-Za-z])[.)]"  # ii. Regular updates · a) make no comments
)
# A whole cell that is a number: "PC 7/24", "5.2", "34"
NUMBER_ALONE = re.compile(r"(?:[A-Z]{0,6}[ /.-]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.):]?")
# Words before a number that counts something else than items: "Part 1", "Rec.2", "Mar-24"
_COUNTED = (
    r"(?i:part|pt|pages?|app|appendix|annex|sec|section|phase|opt|option|stage|lot|ward|zone|tab|table|fig|figure|"
    r"year|yr|covid|plot|unit|sched|schedule|group|team|level|tier|room|band|grade|class|block|week|day|step|theme|aim|"
    r"goal|obj|key|rec|recs|ref|art|act|reg|para|vol|ch|nos?|q|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
)
# A committee's letters, not all of them capitals: "Sc.31" · "Env31" · "PlSc/12" · "Es 31/24"
MIXED = rf"(?!{_COUNTED}[\W\d])[A-Z][A-Za-z]{{1,5}}(?:[./:-]\s?|(?=\d)| (?=\d{{1,4}}/\d))(?=\d)"
_OF_ITEM = r"(?i:agenda\s+item|item|minute|min\.?|eitem)\s*(?i:no\.?\s*)?"
# "* 117" · "117*" · "Item 3" · "Minute No. 12:" · "Sc.31" · "[4]" · "(4)" · "5 –"
_CELL = re.compile(
    rf"[*#†‡§]?\s?(?:{_OF_ITEM}|(?i:no\.\s*))?[\[(]?(?P<number>(?:{MIXED})?\d{{1,4}}(?:[./-]\d{{1,4}}){{0,3}}[a-z]?)"
    r"[\])]?\s?[*.:)|–—-]?"
)
_BULLET = rf"[{re.escape(SHAPES)}]|>{{1,3}}(?=\s)|[-–—](?=\s)|o(?=\s)|§(?=\s)|Ø(?=\s)|ü(?=\s)"
_MARKER = re.compile(rf"(?P<mark>{_BULLET}|{_NUMBER})(?P<gap>\s+|$|{TIGHT})(?P<next>\S?)")
_ALONE = re.compile(rf"(?:[{re.escape(SHAPES)}]|[-–—o§Øü]|{_NUMBER}|\d{{1,4}}|[A-Z]{{1,4}}\d{{1,4}})$")

# What follows figures that are a time: 10.30 am · 2.00 - 4.25 pm
_CLOCK = re.compile(r"[ap]\.?m\b|(?:-|–|—|to)\s*\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b", re.IGNORECASE)


def alone(text: str) -> bool:
    """Whether words that stand apart are a marker: "256", "•", "(iii)", "PSC/31/07"."""
    return bool(_ALONE.match(text))


def cell_number(text: str) -> str:
    """The number that a cell with nothing else in it gives to an item, as printed but for marks around it; or empty."""
    words = text.strip()
    if NUMBER_ALONE.fullmatch(words):
        return words
    found = _CELL.fullmatch(words)
    return found["number"] if found else ""


def leading(text: str) -> str:
    """The marker that a line begins with, as printed; empty where there is none.

    A person's initial ("A. Marl", "M. J. Smith") and a bare number are none, but before "That" as clauses begin:
    where those stand apart from the words after them, ``alone`` knows them.
    """
    found = _MARKER.match(text)
    if found is None:
        return ""
    mark = found["mark"]
    if re.fullmatch(r"[A-Z]\.", mark) and _names(text[found.end("gap") :]):
        return ""
    if re.fullmatch(r"\d{1,2}\.\d{2}", mark) and _CLOCK.match(text, found.end("gap")):
        return ""
    return mark


def _names(rest: str) -> bool:
    words = rest.split()
    if begins_names(rest):
        return True
    return 0 < len(words) <= 4 and all(re.fullmatch(r"\(?[A-Z][\w.’'-]*[,)]?", word) for word in words)


def bullet(marker: str) -> bool:
    """Whether a marker counts nothing."""
    return len(marker) == 1 and not marker.isdigit()


def number(marker: str) -> bool:
    """Whether a marker could number an item of an agenda: it has a digit."""
    return any(letter.isdigit() for letter in marker)

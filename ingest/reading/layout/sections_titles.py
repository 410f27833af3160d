"""Titles of items: where a heading ends and the words after it begin, and what is no part of a title."""

from __future__ import annotations

import re

from ingest.reading.model import Block

# "511 APOLOGIES AND SUBSTITUTIONS – An apology …" · "3. MINUTES: The minutes …" · "4 FINANCE. The Clerk …"
_UPPER = re.compile(r"(?P<title>[^a-z]{4,}?)\s*(?:\s[–—-]+\s|\s?[:–—]\s+|\.\s+)(?=[A-Za-z‘'“(])")
# "5. Finance: The Clerk reported …" · "2. Apologies. Apologies were received …"
_MIXED = re.compile(r"(?P<title>[A-Z][^.:–—;]{2,70}?)\s*(?:\s[–—-]\s|:\s+|\.\s+)(?=[A-Z‘'“])")
# "Finance - the following accounts were approved" · "Highways: no reports had been received"
_TOLD = re.compile(
    r"(?P<title>[A-Z][^.:–—;]{2,40}?)\s*(?:\s[–—-]\s|:\s+)(?P<told>(?:the|there|it|no|none|an?|members?|cllrs?|councillors?|"
    r"this|all|following)\s.*\b(?:was|were|had|has|have|is|are|been|will)\b)",
    re.I | re.S,
)
# "To approve the accounts:- Rakes and twine – £45": what is listed behind such a mark is no part of a heading
_LED_IN = re.compile(r"(?P<title>[A-Z][^.:;]{5,90}?)\s?:[-–—]\s*(?=\S)")
# "Date of next meeting: Tuesday 4 May" · "Next meeting: to be arranged"
_NEXT_MEETING = re.compile(
    r"(?:(?:date|time)s?(?: and (?:time|place|venue))? of )?(?:the )?next meetings?\s?:\s+(?P<answer>\S)", re.I
)
_APOLOGIES = re.compile(r"apolog(?:y|ies)(?: for absence| received)?\s?:\s+(?P<answer>\S)", re.I)
# "Declarations of interest: None" · "Urgent business – no items" · "Apologies: Mr A Brown" · "Minutes: Agreed."
_ANSWERED = re.compile(
    r"[A-Z][^.:–—;]{2,70}?(?:\s[–—-]\s|\s?:\s+)(?P<answer>(?:none|nil|n/?a|noted|agreed|approved|no (?:items?|report|"
    r"matters?)|not (?:required|applicable)|as (?:above|below|attached))(?:\s\w+){0,3}\W*$)",
    re.I,
)
# Business that nearly every agenda has, in English and Welsh.
USUAL = re.compile(
    r"apolog|ymddiheur|declaration|datgan|disclosure|interest|minutes|cofnod|public (?:participation|questions?|forum)|"
    r"urgent|any other business|\baob\b|work programme|forward plan|next meeting|cyfarfod nesaf|exclusion|welcome|"
    r"croeso|chair(?:man|person)?[’']?s? announcements|matters arising|correspondence|planning|finance",
    re.I,
)
_PAGES = re.compile(
    r"\s*[(\[]\s*(?:pages?|pp?\.?|tudalen(?:nau)?)\s*\d+(?:\s*(?:[-–—]|to|and|&)\s*\d+)*\s*[)\]]?\s*$", re.I
)
_ITEM = re.compile(
    r"\s*[(\[]\s*(?:agenda\s+item|agenda|item|eitem)\s*(?:no\.?\s*|number\s*)?\d+[a-z]?\s*[)\]]\s*$", re.I
)
# "Trade waste (0-06-05)": where in the recording the item begins
_RECORDED_AT = re.compile(r"\s*[(\[]\s*\d{1,2}[-:.]\d\d[-:.]\d\d\s*[)\]]\s*$")
_SECOND = re.compile(r"^\d{1,2}\.\s+(?=[A-Z])")  # "C048/23 1. APOLOGIES": the agenda's number behind the minute's
_LOOSE = re.compile(r"[\s:;–—-]+$")
_DANGLING = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&)$|[–—&/]$", re.I)


def tidy(title: str) -> str:
    """The title without report pages, "(Item 4)" and loose dashes or stops at its end."""
    title = _SECOND.sub("", re.sub(r"\s+", " ", title).strip())
    before = None
    while before != title:
        before = title
        title = _LOOSE.sub("", _RECORDED_AT.sub("", _ITEM.sub("", _PAGES.sub("", title))))
    if title.endswith(".") and not re.search(r"(?:\b[A-Z]|\betc|\bp\.m|\ba\.m|\bno)\.$", title):
        title = title[:-1]
    return title


def dangles(title: str) -> bool:
    """Does the heading stop in the middle, as one does that a page or column break cut ("Confirmation of the")?"""
    return bool(_DANGLING.search(title.strip()))


def is_upper(text: str) -> bool:
    """Is this set in capitals, but for a few letters?"""
    letters = [letter for letter in _HELD.sub("", text[:160]) if letter.isalpha()]
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) >= 0.75 * len(letters)


def set_apart(block: Block, words: str) -> bool:
    """Are the words of a block, or what is left of them without a number, set as a heading: in bold, in capitals?"""
    return block.bold or block.underlined or block.kind == "heading" or is_upper(words)


def heading_end(block: Block) -> int | None:
    """Where the heading ends in a block whose words run on after it; None where all of it is heading.

    The heading is set apart by bold type, by capitals, or by a dash, colon or stop before a whole sentence.
    """
    text = block.text
    bold = _bold_end(block)
    if bold:
        return bold
    if _named_behind(block):
        return None
    upper = _UPPER.match(text)
    if upper and is_upper(upper["title"]) and not is_upper(text[upper.end() :]):
        return upper.end()
    led = _LED_IN.match(text)
    if led and not is_upper(led["title"]):
        return led.end()
    told = _TOLD.match(text)
    if told and len(text[told.start("told") :].split()) >= 6:
        return told.start("told")
    if answered := answer_start(text):
        return answered
    capitals = None if block.bold else _capitals_end(text)
    if capitals:
        return capitals
    mixed = None if block.bold else _MIXED.match(text)
    if mixed and _sentence(text[mixed.end() :]) and len(mixed["title"].split()) <= 8:
        listed = _LISTED.search(mixed["title"])
        return listed.start("marker") if listed else mixed.end()
    return None


def _named_behind(block: Block) -> bool:
    """Is all of it a heading in bold type but for "(Agenda Item 6)" in plain type at its end?"""
    named = None if block.bold else _ITEM.search(block.text)
    return named is not None and all(piece.bold for piece in block.pieces if piece.start < named.start())


def answer_start(text: str) -> int | None:
    """Where a short answer after a heading begins ("Declarations of interest: None"); None where there is none."""
    found = (way.match(text) for way in (_ANSWERED, _NEXT_MEETING, _APOLOGIES))
    return next((answered.start("answer") for answered in found if answered), None)


# "Letters a. From the bank …": the first marker of what is listed under the heading
_LISTED = re.compile(r"\s(?P<marker>\(?(?:a|i))$")
_TOKEN = re.compile(r"\([^()]{1,60}\)|\S+")
_JOINS = frozenset(["a", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
# "MINUTES OF THE LAST MEETING held on 4 May 2031"
_HELD = re.compile(r"\s+(?:held\s+)?on\s+(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}")
_YEAR = re.compile(r"\s+\d[\d/–-]*(?=\s+[A-Z])")
# How the words after a heading in capitals begin: with a sentence, or with the first marker of a list
_BEGINS = re.compile(r"\s+(?:[‘“'\"*]?[A-Z][\w’']*[a-z]|A\s|\(?(?:a|i|1)[.)]\s)")
_TELLING = re.compile(
    r"\s+(?:\(?(?:a|i|1)[.)]\s|(?:the|there|it|no|none|nothing|an?|all|members|councillors?|cllrs?|mrs?|ms|this|these)\b)",
    re.I,
)


def _capitals_end(text: str) -> int | None:
    """The end of a heading in capitals that its text follows without any mark: "PLAY AREA The slide was mended."."""
    end, words, joined = 0, 0, 0
    for token in _TOKEN.finditer(text):
        word = re.sub(r"[’']s\b", "", token[0])
        if word.isupper() and sum(letter.isalpha() for letter in word) > 1:
            end, words, joined = token.end(), words + 1, 0
        elif word.startswith("(") and words and not joined:
            end = token.end()
        elif word.lower() in _JOINS or not any(letter.isalpha() for letter in word):
            joined += 1
        else:
            break
        if joined > 3:
            break
    held = _HELD.match(text, end) or _YEAR.match(text, end)
    end = held.end() if held else end
    one = words == 1 and not held
    if not words or sum(letter.isupper() for letter in text[:end]) < (6 if one else 8):
        return None
    told = (_TELLING if one else _BEGINS).match(text, end)
    return end if told and re.search(r"[.:;)]\s|[.:;)]$", text[end:]) else None


# Bold words that go on in bold behind the heading: "Fees. It was RESOLVED", "Trees. To consider:"
_RUN_ON = re.compile(
    r"[A-Z][^.:;]{2,70}[.:]\s+(?P<told>(?:It was (?i:(?:unanimously )?(?:resolved|agreed|proposed|noted))|"
    r"RESOLVED|AGREED|NOTED|(?i:to (?:consider|receive|note|approve|discuss|agree|confirm)):\s*$)"
    r"(?:\b|$))",
)


def _bold_end(block: Block) -> int | None:
    """The end of the bold words that a block begins with, where words in plain type follow."""
    end = 0
    for piece in block.pieces:
        if not piece.bold:
            break
        end = piece.start + len(piece.text)
    if over := _RUN_ON.match(block.text[:end]):
        return over.start("told")
    plain = block.text[end:].strip()
    if not end or not plain or _ITEM.fullmatch(plain) or len(block.text[:end].split()) > 25 or len(plain.split()) < 3:
        return None
    return end + (len(block.text[end:]) - len(block.text[end:].lstrip(" –—-:.")))


def _sentence(text: str) -> bool:
    return len(text.split()) >= 4 and text.rstrip().endswith((".", ":", ";", ")"))

"""The declarations that one verb holds together, a clause for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.reading.records import interests_words as words


@dataclass(frozen=True, slots=True)
class Clause:
    """One declaration: who stands before the verb (or after "by"), and what follows it."""

    who: str
    rest: str
    whole: str
    start: int
    end: int


TITLED = r"(?:(?:County\s+)?Councillors?|Cllrs?\.?|Aldermen|Alderman|Mr|Mrs|Ms|Miss|Dr)"
_KINDRED = r"(?:an?|the)\s+(?:[\w-]+\s+){0,5}?interest"
# "… in item 4 and a prejudicial interest in item 5", "… and Councillor Oakes a pecuniary interest in item 5"
_NEXT = re.compile(rf",?\s+and\s+(?:(?P<who>{TITLED}\s+[A-Z][^,;]{{1,40}}?)\s+)?(?={_KINDRED}\s+in\b)")
# "… by Councillor Moss in item 4, as a tenant, and Councillor Oakes in item 5"
_NEXT_BY = re.compile(
    rf",?\s+and\s+(?:by\s+)?(?={TITLED}\s+[A-Z][^,;]{{1,40}}?\s+in\s+(?:respect|relation|agenda|item|minute))",
    re.IGNORECASE,
)
# "declared, in relation to item 4, that she was a trustee and in relation to item 5 that …"
_RELATED = r"in\s+(?:relation|respect|regard)\s+(?:to|of)\b"
_NEXT_RELATED = re.compile(rf"[,;]?\s+and,?\s+(?={_RELATED})", re.IGNORECASE)
# "… that his wife was a nurse there, and Mrs Oakes that she was a trustee"
_NEXT_THAT = re.compile(
    rf",?\s+and\s+(?P<who>{TITLED}\s+[A-Z][^,;]{{1,40}}?)(?=\s+that\s+(?:he|she|they|his|her|their)\b)"
)
_WHY = re.compile(r"\b(?:that|as|because|since)\b")
# "Councillors Moss (item 4) and Oakes (items 4 and 5) declared": an item behind each name
_OWN_ITEM = re.compile(r"\s*\((?:in\s+)?(?:agenda\s+)?(?:items?|minutes?)\b[^()]*\)", re.IGNORECASE)


def each(clause: Clause) -> list[Clause]:
    """A clause for each of the interests that follow one verb, with who declares it."""
    if len(own := _each_own_item(clause)) > 1:
        return own
    if re.match(rf",?\s+{_RELATED}", clause.rest, re.IGNORECASE):
        return _each_related(clause)
    if (both := _NEXT_THAT.search(clause.rest)) and re.match(r"\s+that\b", clause.rest):
        first, rest = clause.rest[: both.start()], clause.rest[both.end() :]
        base = clause.end - len(clause.rest)
        return [
            replace(clause, rest=first, end=base + both.start()),
            replace(
                clause,
                who=both["who"],
                rest=rest,
                whole=f"{clause.who} {both['who']} {rest}",
                start=base + both.start("who"),
            ),
        ]
    if not re.match(rf"\s+{_KINDRED}\s+in\b", clause.rest, re.IGNORECASE):
        return [clause]
    base = clause.end - len(clause.rest)
    who, start, begin, found = clause.who, 0, clause.start, []
    for match in [*_NEXT.finditer(clause.rest), None]:
        end = match.start() if match else len(clause.rest)
        rest = clause.rest[start:end]
        found.append(Clause(who, rest, f"{who} {rest}", begin, base + end))
        if match:
            who, start = match["who"] or who, match.end()
            begin = base + (match.start("who") if match["who"] else start)
    return found if len(found) > 1 else [clause]


def _each_own_item(clause: Clause) -> list[Clause]:
    """A clause for the people before each item in brackets; none where people without one stand behind the last."""
    items = list(_OWN_ITEM.finditer(clause.who))
    if not items or re.sub(r"\b(?:each|both|all|had|also)\b|[\s,]", "", clause.who[items[-1].end() :]):
        return []
    several = re.match(r"(?:County\s+)?(?:Councillor|Cllr)(?=s\b)", clause.who)
    found = []
    for start, item in zip([0, *(one.end() for one in items)], items, strict=False):
        who = re.sub(r"^[\s,;]*(?:and\s+)?", "", clause.who[start : item.start()])
        if several and start and not re.match(TITLED, who):
            who = f"{several.group()} {who}"
        found.append(replace(clause, who=who, whole=f"{who} {item.group()} {clause.rest}"))
    return found


def _each_related(clause: Clause) -> list[Clause]:
    """A clause for each item with a reason of its own: "in relation to item 4, that …, and in relation to item 5 …"."""
    base = clause.end - len(clause.rest)
    breaks = list(_NEXT_RELATED.finditer(clause.rest))
    edges = [0, *(one.end() for one in breaks)], [*(one.start() for one in breaks), len(clause.rest)]
    parts = [(low, high, clause.rest[low:high]) for low, high in zip(*edges, strict=True)]
    if len(parts) < 2 or not all(_WHY.search(part) or words.kind_in(part) for _, _, part in parts):
        return [clause]
    return [
        Clause(clause.who, part, f"{clause.who} {part}", base + low if low else clause.start, base + high)
        for low, high, part in parts
    ]


def passive(text: str, told_by: re.Match[str], offset: int) -> list[Clause]:
    """ "Interests were declared by A in item 4 and B in item 5": a clause a person where each has an item."""
    lead, told = text[: told_by.start()], told_by["who"]
    parts = _NEXT_BY.split(told)
    if len(parts) > 1 and re.search(r"\bin\s+(?:respect|relation|agenda|item|minute)", parts[0], re.IGNORECASE):
        found, start = [], told_by.start("who")
        for part in parts:
            start = text.index(part, start)
            who, rest = split_who(part)
            found.append(Clause(who, f"{lead} {rest}", f"{lead} {part}", offset + start, offset + start + len(part)))
        return found
    who, rest = split_who(told)
    return [Clause(who, f"{lead} {rest}", text, offset, offset + len(text))]


def split_who(text: str) -> tuple[str, str]:
    """The people after "declared by", and what is said of the interest: "Cllr A Marrow", "as she was a governor"."""
    match = re.search(
        r",?\s+(?:as\b|because|since|in\s+(?:relation|respect|item|agenda|that|minute)|due\s+to|by\s+virtue"
        r"|on\s+|for\s+|who\b|regarding)",
        text,
        re.IGNORECASE,
    )
    return (text[: match.start()], text[match.start() :]) if match else (text, "")

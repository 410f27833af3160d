"""The names that a paper prints beside posts: "A Archer, Head of Parks", "the Clerk (Mrs B Butcher)"."""

from __future__ import annotations

import re

from ingest.reading.language import names, posts

CAPITAL = r"[A-Z][\w’'&-]*"
TITLED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s+)"
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n(?!\n))"  # a name may go on over a line's end, and never into the next paragraph
_NAME = (
    rf"(?<!\w){TITLED}?(?:(?:[A-Z]\.{_GAP}?){{1,3}}[A-Z][\w’'-]{{1,40}}|"
    rf"[A-Z][\w’'-]{{1,40}}(?:{_GAP}[A-Z][\w’'-]{{1,40}}){{1,3}})"
)
# "A Archer, Head of Parks," and "Ann Archer (Head of Parks)"
_NAMED_POST = re.compile(
    rf"(?P<name>{_NAME})(?:,\s+(?:the\s+)?|\s+\(|\s+[–—-]\s+)(?P<post>(?:{CAPITAL}\s+(?:(?:of|for|and)\s+)*){{0,6}}"
    rf"{CAPITAL})"
)
# "the Head of Parks, Ms. Ann Archer, to", "the Clerk (Mrs B Butcher)"
_POST_NAMED = re.compile(
    rf"\b[Tt]he\s+(?P<post>{CAPITAL}(?:\s+(?:(?:of|for|and|the)\s+){{0,2}}{CAPITAL}){{0,7}})(?:,\s+|\s+\()"
    rf"(?P<name>{TITLED}?(?:[A-Z]\.?\s*){{0,3}}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,3}})(?=\s*[,;)]|\.\s*$|\s+(?:to|was|and)\b)",
    re.MULTILINE,
)
# "Head of Parks (A Archer), Clerk (TB Butcher)": posts in a list
_POST_LISTED = re.compile(
    rf"(?:^|[,;:]\s+|\band\s+)(?P<post>{CAPITAL}(?:\s+(?:(?:of|for|and)\s+)?{CAPITAL}){{1,6}})\s+"
    rf"\((?P<name>{TITLED}?(?:(?:[A-Z]\.?\s?){{1,3}}|[A-Z][\w’'-]+\s+)[A-Z][a-z’'][\w’'-]*)\)",
    re.MULTILINE,
)
# "Clerk J Rowe", "Clerk: Mrs B Butcher"
_CLERK_NAMED = re.compile(
    rf"\b(?P<post>(?:(?:Parish|Town|Community)\s+)?Clerk)\s*[:–-]?\s+"
    rf"(?P<name>{TITLED}(?:[A-Z]\.?\s+){{0,3}}[A-Z][a-z’'-]{{2,}}|(?:[A-Z]\.?\s+){{1,3}}[A-Z][a-z’'-]{{2,}})\b"
)
# A name over its post, as those who sign are printed: "J Rowe" and below it "Clerk to the Council"
_SIGNED = re.compile(
    rf"^(?P<name>{TITLED}?(?:(?:[A-Z]\.?\s*){{1,3}}|[A-Z][a-z’'-]+\s+(?:[A-Z]\.?\s+)?)[A-Z][a-z’'-]{{2,}})\s*\n"
    r"(?P<post>(?:(?:Parish|Town|Community)\s+)?Clerk(?:\s+(?:to|of)\s+the\s+[A-Z][\w ]{2,60})?)\s*$",
    re.MULTILINE,
)


def said_beside(words: str) -> dict[str, set[str]]:
    """The names that words print beside posts, by the post in small letters: "A Archer, Head of Parks"."""
    found: dict[str, set[str]] = {}
    for form in (_NAMED_POST, _POST_NAMED, _POST_LISTED, _CLERK_NAMED, _SIGNED):
        for match in form.finditer(words):
            post, name = " ".join(match["post"].split()), " ".join(match["name"].split())
            if posts.is_job(post) and not posts.is_job(name) and _is_name(name):
                found.setdefault(post.lower(), set()).add(name)
    return found


def in_full(found: set[str]) -> set[str]:
    """Each person once, in the fullest of the forms that stand beside a post: "P Moss" is "Pamela Moss" there."""
    kept: dict[str, names.Name] = {}
    for form in sorted(found, key=len, reverse=True):
        name = names.parse(form)
        if name and not any(names.same_person(name, other) for other in kept.values()):
            kept[form] = name
    return set(kept)


_NO_NAME = re.compile(
    r"(?:On|In|At|For|By|From|With|After|Before|Under|As|To|The|This|That|Council|County|House|Committee|Panel)\b|"
    r".*\b(?:Council|House|Hall|Committee|Panel|Board|Team|Department|Services?|Street|Road|Trust)$"
)


def _is_name(text: str) -> bool:
    parsed = names.parse(text)
    return bool(parsed and (parsed.first or parsed.titles)) and not _NO_NAME.match(text)

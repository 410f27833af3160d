"""A name and a post that stand side by side: "Ann Archer (Head of Parks)", "the Head of Parks, Ann Archer"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.reading.language import bodies, names, posts, subjects

_BESIDE = (
    re.compile(r"(?P<one>[^()]+?)\s*\((?P<other>[^()]+)\)?"),
    re.compile(r"(?P<one>[^,]+),\s+(?P<other>.+)"),
    re.compile(r"(?P<one>.+?)\s+[–—-]\s+(?P<other>.+)"),
)
# A post is printed with capitals; "speaking as Cabinet Member" and "Clerk, attended by video" are none
_CAPITALS = re.compile(r"(?:(?:[A-Z\d][\w’'/&-]*|of|for|and|the|to|in|with|&|[–—-]),?(?:\s+|$))+")
_LONGEST = 5  # words of a name with its titles


class Beside(NamedTuple):
    """A name beside a post; ``surely`` where the words can be nothing but a name."""

    name: str
    post: str
    surely: bool


def named_beside(words: str) -> Beside | None:
    """The name and the post where words are the one and the other, in whichever order; None where they are not."""
    for form in _BESIDE:
        match = form.fullmatch(words)
        if match is None:
            continue
        for name, post in ((match["one"], match["other"]), (match["other"], match["one"])):
            if posts.is_job(post) and _CAPITALS.fullmatch(post) and not posts.is_job(name) and _is_name(name):
                surely = not (subjects.may_be_one(name) or bodies.is_service(name) or bodies.is_outside(name))
                return Beside(name.strip(), post.strip(), surely)
    return None


def in_brackets(words: str) -> str | None:
    """What may be a name or initials of "Director of Place (PN)" or of "Ann Archer (Parks)"; None where nothing is."""
    match = _BESIDE[0].fullmatch(words)
    if match is None:
        return None
    if posts.is_job(match["one"]) and _CAPITALS.fullmatch(match["one"]):
        return None if posts.is_job(match["other"]) else match["other"]
    return match["one"] if _is_name(match["one"]) and _CAPITALS.fullmatch(match["other"]) else None


def _is_name(text: str) -> bool:
    name = names.parse(text)
    return bool(name and (name.first or name.titles or name.civic)) and len(text.split()) <= _LONGEST

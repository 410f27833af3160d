"""Ranks and short forms of posts that stand before a surname: "Inspector Oakes", "AM Oakes"."""

from __future__ import annotations

import re

from ingest.reading.language import names, posts

RANKED = re.compile(r"(?P<rank>[A-Z][\w.]*(?:\s+[A-Z]\w*){0,3})\s+(?P<surname>[A-Z][\w’'-]+)")
# Ranks of the police and of the fire service that stand before a surname
RANKS = re.compile(
    r"(?:(?:Deputy|Assistant|Temporary|Acting|Detective|Chief|Station|Group|Area|Watch|Crew)\s+)*"
    r"(?:Constable|Sergeant|Inspector|Superintendent|Commander|Commissioner|Supt|Insp|Sgt|Officer|Manager)|"
    r"(?:DC|DS|D|C|T)?(?:Insp|Supt)|PC|PS|PCSO|DCI|DI|ACC|DCC|[CWSGAB]M|(?:[AD]?CF|AC|DC)O"
)


def names_bare(name: str) -> str:
    """A name in small letters without titles and honours, as a text prints it behind a rank."""
    parsed = names.parse(name)
    return (parsed.bare if parsed else name).lower()


def _initials(post: str) -> str:
    """The first letters of a post's own words: "Head of Democratic Services" is HDS."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[,(–]", post)[0])
    return "".join(word[0].upper() for word in words if word.lower() not in ("of", "for", "and", "the", "to", "in"))


def is_short_for(rank: str, post: str) -> bool:
    """Whether letters or words before a surname are those of a post."""
    if rank.isupper() and len(rank) > 1:
        return _initials(post) == rank
    wanted = rank.lower().split()
    words = re.findall(r"[\w’'-]+", post.lower())
    return bool(wanted) and posts.is_job(rank) and all(word in words for word in wanted)

"""The forms of a post: the one that a list prints beside a name, and those by which a text speaks of it.

"Director of Children’s Services", "Interim Director, Children's Services" and "Director for Children's Services" are
one post; "Clerk/RFO" and "Head of Law and Monitoring Officer" are two in one hand; "Deputy Chief Executive" is not the
"Chief Executive".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.reading.language import posts
from ingest.reading.language.posts import is_one

Words = tuple[str, ...]

_SMALL_WORDS = frozenset({"the", "of", "for", "and", "with", "responsibility", "to", "in", "a", "an"})
# One spelling for words that are printed in several, and the words behind the letters that stand for posts
_SPELLINGS = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"[’']", ""),
        (r"\bco-ordinator", "coordinator"),
        (r"\bhead[\s-]teacher", "headteacher"),
        (r"\b(?:section|sec\.?|s\.?)\s*151(?:\s+officer)?", "s151 officer"),
        (r"\bPCC\b", "police crime commissioner"),
        (r"\bRFO\b|\bresponsible\s+finance\s+officer\b", "responsible financial officer"),
        (r"\bCEO\b", "chief executive officer"),
        (r"\bHR\b", "human resources"),
        (r"\bcouncil\s+leader\b", "leader of council"),
        # one office under three names: whoever sits in the cabinet with a portfolio
        (r"\b(?:portfolio\s+holder|executive\s+(?:member|councillor)|cabinet\s+councillor)\b", "cabinet member"),
        (r"^(?:the\s+)?AD\b", "assistant director"),
    )
)
# Whoever holds a post for a while is spoken of by the post
_FOR_A_WHILE = frozenset({"interim", "acting", "temporary", "temp", "joint"})
_OTHER_RANKS = frozenset(
    {"assistant", "deputy", "vice", "associate", "depute", "shadow", "former", "trainee", "junior", "sub"}
)
_TWO_POSTS = re.compile(r"\s*/\s*|\s+(?:and|&)\s+(?:the\s+)?")
_BRACKETED = re.compile(r"\(([^()]+)\)?")
_LONGEST_LEAD = 2  # words before the post that is asked for: "Principal Scrutiny Officer" is "the Scrutiny Officer"


@lru_cache(maxsize=2048)
def words_of(post: str) -> Words:
    """The words that tell posts apart: "the Cabinet Member for Roads & Waste" is cabinet member roads waste."""
    plain = post.replace("&", " and ")
    for pattern, one in _SPELLINGS:
        plain = pattern.sub(one, plain)
    return tuple(word for word in re.findall(r"\w+", plain.lower()) if word not in _SMALL_WORDS)


@lru_cache(maxsize=2048)
def held(position: str) -> tuple[Words, ...]:
    """The words of the posts that a position names: the whole, and each of those that one person holds together."""
    if not is_one(position):
        return ()
    forms = [words_of(part) for part in _parts(position)]
    steady = [tuple(word for word in form if word not in _FOR_A_WHILE) for form in forms]
    return tuple(dict.fromkeys(form for form in (*forms, *steady) if form))


def _parts(position: str) -> Iterator[str]:
    """ "Head of Law and Monitoring Officer": the whole, "Head of Law" and "Monitoring Officer"."""
    yield position
    for match in _TWO_POSTS.finditer(position):
        before, behind = position[: match.start()], position[match.end() :]
        if _is_post(before) and _is_post(behind):
            yield before
            yield from _parts(behind)
            return
    for bracket in _BRACKETED.finditer(position):
        if _is_post(bracket[1]) and len(bracket[1].split()) <= _LONGEST_LEAD + 2:
            yield bracket[1]
            yield position[: bracket.start()]


def _is_post(text: str) -> bool:
    return posts.is_job(" ".join(words_of(text)))


def fits(wanted: Words, position: str, *, closely: bool) -> bool:
    """Whether somebody with this position may be meant by the post ``wanted``.

    ``closely``: in all its words; else the position may go on behind them, or have a word or two before them that
    are no other rank.
    """
    for one in held(position):
        if one == wanted:
            return True
        if closely or len(one) <= len(wanted):
            continue
        lead = one[: -len(wanted)]
        if one[: len(wanted)] == wanted:
            return True
        if one[-len(wanted) :] == wanted and len(lead) <= _LONGEST_LEAD and not _OTHER_RANKS & set(lead):
            return True
    return False


def has_all(wanted: Words, position: str) -> bool:
    """Whether a position has all the words of the post ``wanted``, in whatever order, and is of no other rank."""
    return any(set(wanted) <= set(one) and not _OTHER_RANKS & set(one) - set(wanted) for one in held(position))


def has_letters(letters: str, position: str) -> bool:
    """Whether letters stand for a post: "RFO" for "Responsible Financial Officer", "DPH" for "Director of Public
    Health and Wellbeing"."""
    first = ["".join(word[0] for word in one).upper() for one in held(position)]
    return letters in first or (len(letters) >= _SURE and any(one.startswith(letters) for one in first))


_SURE = 3  # letters that may be the first of a longer post's

"""Who holds a post: by the positions of those at the meeting, and by the names that a paper prints beside posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ingest.reading.language import names, posts
from ingest.reading.model import AttendeeRead
from ingest.reading.records import post_forms
from ingest.reading.records.holders_ranks import RANKED, RANKS, is_short_for, names_bare
from ingest.reading.records.holders_said import CAPITAL, in_full, said_beside

_OTHER_RANK = re.compile(r"\b(?:assistant|deputy|vice|associate|depute|shadow|former)[\s-]", re.IGNORECASE)
# What one may say for short of a post: "the Commissioner", "the Treasurer"
TITLE = re.compile(r"(?:commissioner|treasurer|mayor|leader|director|convener|executive\s+member)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """Who is meant by a post: a name, or ``several`` where more than one person may be; neither where nobody is."""

    name: str | None = None
    several: int = 0


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    post: str


class Holders:
    """The holders of posts that one paper tells of.

    ``attendees`` are all whom it lists, with their positions; ``words`` is its whole text, where names stand beside
    posts. Each way of asking takes a post as printed and gives a name as the paper has it, or nobody where two people
    may be meant.
    """

    def __init__(self, attendees: Iterable[AttendeeRead], words: str) -> None:
        self._attendees = tuple(attendees)
        self._words = re.sub(r"[ \t\xa0]+", " ", words.lower())
        self._said = {post: in_full(held_by) for post, held_by in said_beside(words).items()}

    def of_whole(self, post: str) -> str | None:
        """Who holds a post by the paper's own words; "the Corporate Director" where it speaks of only one."""
        wanted = post.lower()
        found = self._said.get(wanted) or {
            name for held, held_by in self._said.items() if held.startswith(f"{wanted} ") for name in held_by
        }
        if len(found) == 1 and len(wanted.split()) > 1:
            return next(iter(found))
        return self._of_body(wanted) if not found else None

    def unsaid(self, post: str) -> str | None:
        """Why nobody can say who holds a post that the paper speaks of, in a sentence; None where the post stands for
        itself.

        It may be one of those who are listed without their posts.
        """
        if _SEVERAL.search(post) or not posts.is_job(post):
            return None
        role = "cabinet_member" if posts.CABINET.search(post) else "officer"
        listed = (one for one in self._attendees if one.role == role and one.status == "present" and not one.position)
        if all(self._is_said_beside(one.name) for one in listed):
            return None
        return f"The paper does not say who holds the post of {post}: it may be one of those listed without a post."

    def _is_said_beside(self, name: str) -> bool:
        """Whether the paper names somebody beside a post: "Ms Rowe, the Planning Officer"."""
        wanted = names.parse(name)
        beside = (names.parse(other) for held_by in self._said.values() for other in held_by)
        return wanted is not None and any(other and names.same_person(wanted, other) for other in beside)

    def _of_body(self, wanted: str) -> str | None:
        """Who "the Chief Executive of the Trust" is, where one person is "Chief Executive, Bright Harbour Trust"."""
        post, _, body = wanted.partition(" of ")
        words = set(_WORD.findall(body)) - {"the", "and", "of"}
        if len(post.split()) < 2 or not words:
            return None
        held = [(name, place.lower()) for name, place in self._posts()]
        found = {name for name, place in held if place.startswith(f"{post},") and words <= set(_WORD.findall(place))}
        return found.pop() if len(found) == 1 else None

    def of_rank(self, rank: str) -> str | None:
        """Who "the Assistant Chief Constable" is, where the paper prints that before one name alone."""
        wanted = rank.lower()
        if not re.fullmatch(rf"{CAPITAL}(?:\s+(?:{CAPITAL}|of|for|and))*", rank):
            return None
        found = {
            one.name
            for one in self._attendees
            if any(f"{wanted} {form}" in self._words for form in _forms(one.name))
            or one.name.lower().startswith(f"{wanted} ")
        }
        return found.pop() if len(found) == 1 else None

    def of_ranked(self, words: str) -> str | None:
        """Who "AM Oakes" or "Inspector Oakes" is: the one person of this surname whose post, or rank, stands before it.

        The post may be in the letters of its words ("AM" for "Area Manager, Response"), or some of its own words.
        """
        match = RANKED.fullmatch(words)
        if match is None:
            return None
        named = [one for one in self._attendees if names_bare(one.name).rsplit(" ", 1)[-1] == match["surname"].lower()]
        rank = match["rank"]
        known = bool(RANKS.fullmatch(rank))
        held = dict(self._posts())
        fits = [one for one in named if known or is_short_for(rank, one.position or held.get(one.name) or "")]
        return fits[0].name if len(fits) == len(named) == 1 else None

    def of_letters(self, letters: str) -> str | None:
        """Who "the RFO" is, where one person alone is the Responsible Financial Officer."""
        found = {name for name, post in self._posts() if post_forms.has_letters(letters, post)}
        return found.pop() if len(found) == 1 else None

    def of_initials(self, letters: str) -> str | None:
        """Who "LD" is, where the paper prints one name alone with these initials beside a post."""
        beside = {name for held_by in self._said.values() for name in held_by}
        found = {name for name in beside if (one := names.parse(name)) and names.fits_initials(one, letters)}
        return found.pop() if len(found) == 1 else None

    def _posts(self) -> Iterator[tuple[str, str]]:
        yield from ((one.name, one.position) for one in self._attendees if one.position and posts.is_one(one.position))
        yield from ((name, held) for held, held_by in self._said.items() for name in held_by)

    def of_short(self, post: str, here: str = "") -> Held:
        """Who is meant by a post in a word or two, "the Director": of several such, the one spoken of ``here``, in the
        words of the item that is being read.

        Of two who are both spoken of, the one whose post begins with that word: "Director of Roads" before
        "Corporate Director".
        """
        post = _HEAD_OF_SERVICE.sub("Head", post)
        if len(post.split()) > 2 or post.endswith("s") or not (posts.is_job(post) or TITLE.fullmatch(post)):
            return Held()
        found = self._fitting(post) or self._in_between(post)
        if len({one.name for one in found}) > 1:
            found = _only(found, lambda one: _spoken_of(one, here))
            found = _only(found, lambda one: one.post.lower().startswith(post.lower()))
        people = {one.name for one in found}
        return Held(people.pop()) if len(people) == 1 else Held(several=len(people))

    def _fitting(self, post: str) -> list[_Holder]:
        """Those present whose position has the words of a post in it; else those whom the paper names beside one."""
        form = re.compile(rf"(?<!\w){re.escape(post)}(?!\w)", re.IGNORECASE)
        # "Leader’s Assistant" and "Adviser to the Leader" are no leaders
        whose = re.compile(rf"(?<!\w){re.escape(post)}[’']s\b", re.IGNORECASE)
        present = [one for one in self._attendees if one.status == "present"]
        held = [(one.name, one.position) for one in present if one.position and not whose.match(one.position)]
        there = [_Holder(name, position) for name, position in held if posts.is_one(position)]
        said = [_Holder(name, held) for held, held_by in self._said.items() for name in held_by]
        wants_rank = bool(_OTHER_RANK.match(f"{post} "))
        for group in (there, said):
            fitting = [
                one
                for one in group
                if (match := form.search(one.post))
                and (wants_rank or not _OTHER_RANK.search(one.post[: match.start()]))
                and not _WORKS_FOR.search(one.post[: match.start()])
            ]
            if fitting:
                return fitting
        return []

    def _in_between(self, post: str) -> list[_Holder]:
        """Those present whose position begins and ends with a post of two words: the "Deputy Commissioner" is the
        "Deputy Parks and Ports Commissioner"."""
        first, _, last = post.lower().partition(" ")
        if not last or " " in last:
            return []
        held = [(one, (one.position or "").split(",")[0].lower().split()) for one in self._attendees]
        return [
            _Holder(one.name, one.position or "")
            for one, words in held
            if one.status == "present" and len(words) > 2 and words[0] == first and words[-1] == last
        ]


_HEAD_OF_SERVICE = re.compile(r"^head\s+of\s+(?:the\s+)?services?$", re.IGNORECASE)
# "Officers", "Heads of Service": not one post
_SEVERAL = re.compile(r"\b(?:officers|managers|directors|heads|members|leaders|leads|chairs|clerks)\b", re.IGNORECASE)
# "Clerk to the Commissioner", "Adviser, Office of the Commissioner"
_WORKS_FOR = re.compile(r"\b(?:office\s+of|to)\s+the\s+[\w\s]*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def _forms(name: str) -> tuple[str, ...]:
    """A name in small letters as a text may print it behind a rank: "j rowe", "j. rowe" and "rowe"."""
    bare = names_bare(name)
    return (bare, re.sub(r"\b(\w)(?= )", r"\1.", bare), bare.rsplit(" ", 1)[-1])


def _only(found: list[_Holder], wanted: Callable[[_Holder], bool]) -> list[_Holder]:
    """Those of whom something holds, all where it holds of none."""
    return [one for one in found if wanted(one)] or found


def _spoken_of(one: _Holder, here: str) -> bool:
    """Whether words name a holder or the whole post."""
    words = " ".join(here.lower().split())
    surname = names_bare(one.name).rsplit(" ", 1)[-1]
    return one.post.lower() in words or bool(re.search(rf"\b{re.escape(surname)}\b", words))

"""Who is to do something: the words that say so, and the person, post or body that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy

from ingest.reading.language import bodies, names, posts
from ingest.reading.model import AttendeeRead, Doubt
from ingest.reading.records.apposed import in_brackets, named_beside
from ingest.reading.records.holders import TITLE, Holders
from ingest.reading.records.holders_said import said_beside
from ingest.reading.records.owner import Owner, unsure
from ingest.reading.records.owners_groups import fullest, groups_of
from ingest.reading.records.owners_joint import several
from ingest.reading.records.owners_words import (
    ARTICLE,
    ASIDE,
    BODY,
    DAY,
    HAS_A_JOB,
    HE,
    INITIALS,
    LED,
    NOBODY,
    OFFICE,
    POSTS,
    PRONOUN,
    PROPER,
    SERVICE,
    SHE,
    SMALL_PRINT,
    WITH_OTHERS,
    tidy,
)
from ingest.reading.records.people import Directory, Match, directory

__all__ = ["Owner", "Owners"]

_COUNTS = {2: "Two", 3: "Three", 4: "Four"}


_SEAT = re.compile(r"\b(?:representative|governor|member)$", re.IGNORECASE)  # held by one, and no body


class Owners:
    """The people, posts and bodies of one paper, to be found by the words that it uses for them."""

    def __init__(self, attendees: Iterable[AttendeeRead], words: str = "") -> None:
        self._attendees = tuple(attendees)
        self._directory: Directory = directory(self._attendees)
        self._holders = Holders(self._attendees, words)
        self._here = ""
        self._known: dict[str, Owner | None] = {}
        self._groups = groups_of(words)

    def within(self, here: str) -> Owners:
        """The same people and posts, asked for by these words of the paper: "the Director" is the one spoken of."""
        inner = copy(self)
        inner._here, inner._known = here, {}
        return inner

    def of(self, printed: str) -> Owner | None:
        """The owner that a subject names; None where the words name nobody who could do anything."""
        if printed not in self._known:
            self._known[printed] = self._found(printed)
        return self._known[printed]

    def _found(self, printed: str) -> Owner | None:
        words = tidy(printed)
        bare = WITH_OTHERS.sub("", ARTICLE.sub("", words))
        if not bare or PRONOUN.fullmatch(bare) or HAS_A_JOB.search(bare):
            return None
        if bare == "Executive":  # a council's cabinet, and no Chief Executive
            return Owner(bare, words)
        body = bool(BODY.fullmatch(bare)) and not posts.is_job(bare)
        match = Match() if body else self._directory.find(bare)
        if match.name and self._works_for(bare):
            return Owner(bare, words)
        if match.name:
            return Owner(match.name, words, person=True)
        if (led := LED.fullmatch(bare)) and posts.is_job(led["post"]) and (name := self._directory.name(led["who"])):
            return Owner(name, words, person=True)
        if beside := self._beside(bare, words):
            return beside
        if match.doubt and (not posts.is_job(bare) or bare.endswith("s")):
            return unsure(words, match.doubt.sentence)
        if together := several(bare, self._name):
            return together
        if ASIDE.match(bare):
            return None
        return self._of_post(bare, words, match.doubt) or self._post_or_body(words, bare) or _titled(bare, words)

    def _name(self, part: str) -> str | None:
        """The one person whom a name, a post or initials mean, at the meeting or beside a post in the paper."""
        return self._directory.name(part) or (self._holders.of_initials(part) if INITIALS.fullmatch(part) else None)

    def _beside(self, bare: str, words: str) -> Owner | None:
        """ "Head of Parks (Ann Archer)", "Ann Archer, Head of Parks": the person, in the fullest form of the name."""
        beside = named_beside(bare)
        if beside is None:
            part = in_brackets(bare)
            name = self._directory.name(part) if part else None
            return Owner(name, words, person=True) if name else None
        found = self._directory.find(beside.name)
        if found.name or beside.surely:
            return Owner(found.name or beside.name, words, person=True)
        return None

    def _works_for(self, bare: str) -> bool:
        """Whether words are what somebody is said to come from, "Fen Water", and no post: the body is asked."""
        wanted = bare.lower()
        places = [(one.position or "").lower() for one in self._attendees if one.name.lower() != wanted]
        if posts.is_job(bare) or _SEAT.search(bare):
            return False
        return any(place == wanted or place.endswith(f", {wanted}") for place in places)

    def _of_post(self, bare: str, words: str, doubt: Doubt | None) -> Owner | None:
        """Who holds a post of a word or two, or a rank; where more than one may be meant, nobody, with a doubt."""
        held = self._holders.of_short(bare, self._here)
        if (
            name := held.name
            or self._holders.of_ranked(bare)
            or (self._holders.of_rank(bare) if posts.is_job(bare) or TITLE.fullmatch(bare) else None)
        ):
            return Owner(name, words, person=True)
        if held.several or doubt:
            sentence = (
                doubt.sentence if doubt else f"{_COUNTS.get(held.several, held.several)} people may be meant by {bare}."
            )
            return unsure(words, sentence)
        return None

    def _post_or_body(self, words: str, bare: str) -> Owner | None:
        """The words themselves, where they are a post or a body and nothing else."""
        if SMALL_PRINT.fullmatch(bare):
            unsaid = self._holders.unsaid(bare) if bare.lower().endswith(("clerk", "officer")) else None
            return unsure(words, unsaid) if unsaid else Owner(bare, words)
        if SERVICE.fullmatch(bare) and not NOBODY.search(bare):
            return Owner(bare, words)
        if len(bare.split()) > 14 or NOBODY.search(bare) or not PROPER.fullmatch(bare):
            return None
        if INITIALS.fullmatch(bare) and not bodies.is_outside(bare):
            if holder := self._holders.of_letters(bare) or self._holders.of_initials(bare):
                return Owner(holder, words, person=True)
            if words.lower().startswith("the "):
                return Owner(bare, words)
            return unsure(bare, f"The paper does not say who {bare} is.")
        if posts.is_job(bare) and (holder := self._holders.of_whole(bare)):
            return Owner(holder, words, person=True)
        if unsaid := self._holders.unsaid(bare):
            return unsure(words, unsaid)
        if posts.is_job(bare) or BODY.fullmatch(bare) or bodies.is_outside(bare):
            return Owner(fullest(bare, self._groups), words)
        return None

    def body(self, printed: str) -> Owner | None:
        """Whoever is asked by a name in capitals that is nobody's and no post: "Fen Water be asked to"."""
        words = tidy(printed)
        bare = ARTICLE.sub("", words)
        if not PROPER.fullmatch(bare) or NOBODY.search(bare) or DAY.search(bare) or len(bare.split()) > 8:
            return None
        return Owner(bare, words)

    def office(self, printed: str) -> Owner | None:
        """An executive post that a decision addresses by its portfolio ("the Cabinet Member for Roads"): the post."""
        words = tidy(printed)
        bare = ARTICLE.sub("", words)
        return Owner(bare, words) if OFFICE.match(words) and PROPER.fullmatch(bare) else None

    def author(self) -> Owner | None:
        """Whose report a portfolio holder's report is: the one cabinet member at it."""
        holders = [one.name for one in self._attendees if one.role == "cabinet_member"]
        return Owner(holders[0], "I", person=True) if len(holders) == 1 else None

    def named(self, text: str) -> bool:
        """Whether words name an attendee, or somebody beside a post."""
        return bool(self._directory.mentions(text) or said_beside(text))

    def last_named(self, text: str) -> Owner | None:
        """The only attendee whom words name, for a pronoun after them; None where they name several or nobody."""
        people = {mention.name for mention in self._directory.mentions(text)}
        people |= {name for held_by in said_beside(text).values() for name in held_by}
        for match in POSTS.finditer(text):
            if found := self._directory.name(match[0]):
                people.add(found)
        return Owner(people.pop(), None, person=True) if len(people) == 1 else None

    def is_not(self, name: str, pronoun: str) -> bool:
        """Whether the title that somebody is printed with is not one of "he" or of "she"."""
        forms = {name, *(form for one in self._attendees if one.name == name for form in one.forms)}
        others = {"he": SHE, "she": HE}.get(pronoun.lower())
        return bool(others and any(others.match(form) for form in forms))

    def answers(self, name: str | None) -> bool:
        """Whether somebody answers to the body that meets, as officers, guests and cabinet members do; also where no
        name is known."""
        return name is None or self._directory.role(name) in ("officer", "guest", "cabinet_member", None)

    def only_people(self, text: str) -> Owner | None:
        """The owner where words are nothing but a name, initials or a post: a line "ACTION: J Rowe"."""
        words = tidy(text)
        if not words or len(words.split()) > 12:
            return None
        found = self.of(words)
        return found if found and (found.person or found.name or found.printed) else None


def _titled(bare: str, words: str) -> Owner | None:
    """Somebody whom the paper names with a title, though not among those who were there: "Mr Oakes to ask for it"."""
    name = names.parse(bare)
    return Owner(name.text, words, person=True) if name and (name.civic or name.titles) else None

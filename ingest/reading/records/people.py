"""Whom the paper means: first names, surnames, initials and posts looked up among the meeting's attendees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from ingest.reading.language import names, pipeline
from ingest.reading.language.names import Name, folded
from ingest.reading.language.posts import CABINET
from ingest.reading.model import AttendeeRead, Doubt
from ingest.reading.records import post_forms

_CHAIR = re.compile(r"(?:the\s+)?(?:acting\s+)?(?:chair(?:man|woman|person)?|convenor|convener)", re.IGNORECASE)
_VICE = re.compile(r"(?:the\s+)?(?:vice|deputy|depute)[\s-]*(?:chair(?:man|woman|person)?|convener)", re.IGNORECASE)
_CABINET = re.compile(
    r"(?:the\s+)?(?:(?:cabinet|executive|lead)\s+(?:member|councillor)|portfolio\s+holder)", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-Z](?:[a-z]?[A-Z.]){1,4}")


@dataclass(frozen=True, slots=True)
class Match:
    """Who was meant: the full name, or None with a doubt where two people fit, None without where nobody does."""

    name: str | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An attendee's name in running text, from ``start`` to ``end``."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Person:
    attendee: AttendeeRead
    printed: tuple[Name, ...]
    initials: frozenset[str]


class Directory:
    """The attendees of one meeting, to be asked for by any name or post that the paper uses."""

    def __init__(self, attendees: Iterable[AttendeeRead]) -> None:
        self._people = [_person(attendee) for attendee in attendees]

    def find(self, printed: str) -> Match:
        """Who is meant by "Wendy", "GH", "Mrs Tewk", "the Head of Harbours", "Councillor Oakes" or "the Chair"."""
        text = re.sub(r"\s+", " ", printed).strip(" .,;:()")
        if not text:
            return Match()
        for ways in (self._by_place, self._by_initials, self._by_name, self._by_first_name, self._by_post):
            if people := ways(text):
                return self._one_of(people, text)
        return Match()

    def name(self, printed: str) -> str | None:
        """The full name of who is meant, None where nobody or more than one person is."""
        return self.find(printed).name

    def role(self, name: str) -> str | None:
        """The role of the attendee with this full name."""
        return next((person.attendee.role for person in self._people if person.attendee.name == name), None)

    def mentions(self, text: str) -> list[Mention]:
        """Attendees named in full, or by title and surname, in running text, from left to right."""
        doc = pipeline.tokens(text)
        found: list[Mention] = []
        for _, start, end in sorted(self._matcher(doc), key=lambda hit: (hit[1], -hit[2])):
            span = doc[start:end]
            if found and span.start_char < found[-1].end:
                continue
            if name := self.name(span.text):
                found.append(Mention(name, span.start_char, span.end_char))
        return found

    @cached_property
    def _matcher(self) -> Callable[..., list[tuple[int, int, int]]]:
        """spaCy's PhraseMatcher over every form of every attendee's name that cannot be an everyday word."""
        from spacy.matcher import PhraseMatcher

        language = pipeline.language()
        matcher = PhraseMatcher(language.vocab)
        forms = {form for person in self._people for name in person.printed for form in _spoken_forms(name)}
        matcher.add("attendee", [language.make_doc(form) for form in sorted(forms)])
        match: Callable[..., list[tuple[int, int, int]]] = matcher
        return match

    def _one_of(self, people: list[_Person], printed: str) -> Match:
        if len(people) == 1:
            return Match(people[0].attendee.name)
        here = [person for person in people if person.attendee.status == "present"]
        if len(here) == 1:
            return Match(here[0].attendee.name)
        number = {2: "Two", 3: "Three"}.get(len(people), str(len(people)))
        who = re.sub(r"^(?:the|The)\s+", "", printed)
        return Match(doubt=Doubt(f"{number} people may be meant by {who}."))

    def _by_place(self, text: str) -> list[_Person]:
        roles = ((_CHAIR, "chair"), (_VICE, "vice_chair"), (_CABINET, "cabinet_member"))
        wanted = next((role for pattern, role in roles if pattern.fullmatch(text)), None)
        return (
            [p for p in self._people if p.attendee.role == wanted and p.attendee.status == "present"] if wanted else []
        )

    def _by_initials(self, text: str) -> list[_Person]:
        if not _INITIALS.fullmatch(text):
            return []
        exact = [person for person in self._people if text in person.initials]
        return exact or [p for p in self._people if any(names.fits_initials(name, text) for name in p.printed)]

    def _by_name(self, text: str) -> list[_Person]:
        wanted = names.parse(text)
        if wanted is None:
            return []
        fitting = [p for p in self._people if any(names.same_person(wanted, name) for name in p.printed)]
        fitting = fitting or [p for p in self._people if any(_said_short(wanted, name) for name in p.printed)]
        exact = [p for p in fitting if any(folded(name.bare) == folded(wanted.bare) for name in p.printed)]
        return exact if len(exact) == 1 else _civic_first(fitting, wanted)

    def _by_first_name(self, text: str) -> list[_Person]:
        first = folded(text)
        if " " in text or len(first) < 2:
            return []
        return [p for p in self._people if any(n.first and folded(n.first[0]) == first for n in p.printed)]

    def _by_post(self, text: str) -> list[_Person]:
        wanted = post_forms.words_of(text)
        if not wanted:
            return []
        held = [(person, person.attendee.position) for person in self._people if person.attendee.position]
        exact = [person for person, post in held if post_forms.fits(wanted, post, closely=True)]
        if exact or not (len(wanted) > 1 or wanted == ("clerk",)):
            return exact
        fitting = [person for person, post in held if post_forms.fits(wanted, post, closely=False)]
        # "the Scrutiny Officer" may be either of a "Senior Scrutiny Officer" and a "Scrutiny Support Officer"
        if fitting or CABINET.search(text):  # "the Housing Portfolio Holder"
            return [person for person, post in held if post_forms.has_all(wanted, post)]
        return []


def directory(attendees: Iterable[AttendeeRead]) -> Directory:
    """A lookup among these attendees."""
    return Directory(attendees)


def _person(attendee: AttendeeRead) -> _Person:
    forms = [parsed for form in (attendee.name, *attendee.forms) if (parsed := names.parse(form))]
    initials = frozenset(form for form in attendee.forms if _INITIALS.fullmatch(form))
    return _Person(attendee, tuple(forms), initials)


def _said_short(a: Name, b: Name) -> bool:
    """Whether two first names before one surname may be short for one: "Dave Atkins" is "David Atkins"."""
    if not (a.spelt_out and b.spelt_out) or folded(a.surname) != folded(b.surname):
        return False
    one, other = folded(a.first[0]), folded(b.first[0])
    return one[:_SHORT] == other[:_SHORT] and one[-1:] != other[-1:]


_SHORT = 3  # letters that a short form of a first name shares with it


def _civic_first(people: list[_Person], wanted: Name) -> list[_Person]:
    """Of two people who fit "Councillor Oakes" or "Mr Oakes", the ones who are printed with such a title."""
    if len(people) < 2:
        return people
    elected = ("chair", "vice_chair", "member", "substitute", "cabinet_member")
    fitting = [p for p in people if (p.attendee.role in elected) == wanted.civic] if wanted.civic else people
    return fitting or people


def _spoken_forms(name: Name) -> set[str]:
    """The ways in which a text speaks of somebody, title and all."""
    forms = {name.bare} if name.first else set()
    titles = (
        {*name.titles, "Mr", "Mrs", "Ms", "Miss", "Dr"}
        if not name.civic
        else {"Councillor", "Cllr", "CC", *name.titles}
    )
    for title in titles | {"Councillor", "Cllr"}:
        forms |= {f"{title} {name.surname}", f"{title} {name.bare}"}
    if name.spelt_out:
        forms.add(name.first[0])
    return forms

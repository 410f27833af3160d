"""Who is meant: the names of a paper joined to the people of its council.

`A Cheetham`, `County Councillor Anne Cheetham` and `Cllr Cheetham` of one committee are one person where nothing
speaks against it: another first name, a title of the other sex, a member's role and an officer's. Where a name
may mean two people nobody is chosen, and the attendee has a question instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from ingest.filing.values import tidy
from ingest.reading.language import names
from ingest.reading.language.names import Name
from ingest.reading.model import AttendeeRead
from minutes.checking.doubts import PEOPLE
from minutes.models import Attendee, Correction, Meeting, NameForm, Person, surname_key
from minutes.models.attendee import side_of


@lru_cache(maxsize=4096)
def parsed(printed: str) -> Name:
    """A printed name taken apart; one of no known shape is a surname after the words before it."""
    name = names.parse(printed)
    if name is not None:
        return name
    *first, surname = printed.split() or [printed]
    return Name(surname, tuple(first))


class Circle:
    """The people whom the names of one paper can mean: those of its council, or of its committee alone where the
    council is not known."""

    def __init__(self, meeting: Meeting, printed: Iterable[str]) -> None:
        self.meeting = meeting
        surnames = {parsed(name).surname for name in printed}
        people = Person.objects.current().filter(council=meeting.council_id).ever_with_surname(*surnames)
        if meeting.council_id is None:
            people = people.filter(attendances__meeting__committee=meeting.committee_id or 0)
        people = people.distinct()
        self.people = list(people.prefetch_related("forms"))
        self.near = self._of_the_body()
        self.taken: set[int] = set()

    def _of_the_body(self) -> set[int]:
        """Who attended other meetings of the committee; of the council's own, where the paper is one of these."""
        meeting = self.meeting
        if meeting.committee_id is None and meeting.council_id is None:
            return set()
        same = Meeting.objects.filter(committee=meeting.committee_id).exclude(pk=meeting.pk)
        if meeting.committee_id is None:
            same = same.filter(council=meeting.council_id)
        seen = Attendee.objects.filter(meeting__in=same, person__in=self.people)
        return set(seen.values_list("person", flat=True))

    def may_mean(self, printed: str, side: str = "") -> list[Person]:
        """Those of the circle whom a name can mean, only this body's own where it has any."""
        name = parsed(printed)
        fitting = [person for person in self.people if person.pk not in self.taken and _fits(person, name, side)]
        near = [person for person in fitting if person.pk in self.near]
        if near or not name.first or not (side or name.spelt_out):
            return near
        return fitting

    def join(self, read: AttendeeRead) -> tuple[Person | None, list[dict[str, Any]]]:
        """The person of an attendee, a new one where there is none yet; None and a question where it may be several."""
        side = side_of(read.role or "")
        found = self.may_mean(read.name, side)
        if len(found) > 1:
            found = [person for person in found if _exactly(person, read.name)] or found
        if len(found) > 1:
            return None, [question(read.name, found)]
        person = found[0] if found else self._made(read, side)
        self.take(person)
        _remember(person, read, side)
        return person, []

    def take(self, person: Person) -> None:
        """Nobody attends a meeting twice: the person is not meant by another name of this paper."""
        self.taken.add(person.pk)

    def _made(self, read: AttendeeRead, side: str) -> Person:
        name = parsed(tidy(read.name))
        person = Person.objects.create(
            council_id=self.meeting.council_id,
            name=name.bare,
            forenames=" ".join(name.first),
            surname=name.surname,
            side=side,
        )
        self.people.append(person)
        _ask_about_earlier(person, self.meeting)
        return person


def question(printed: str, people: Sequence[Person]) -> dict[str, Any]:
    """The doubt about a name that may mean several people; ``people`` are their primary keys."""
    count = {2: "Two", 3: "Three", 4: "Four"}.get(len(people), str(len(people)))
    *others, last = sorted(person.name for person in people)
    sentence = f"{count} people are called {tidy(printed)}: {', '.join(others)} and {last}. Choose who is meant."
    keys = sorted(person.pk for person in people)
    return {"field": "person", "sentence": sentence, "kind": PEOPLE, "people": keys}


def _fits(person: Person, name: Name, side: str) -> bool:
    """Whether nothing in the forms that a person was printed in, under this surname, speaks against this name."""
    if side and person.side and side != person.side:
        return False
    forms = [parsed(form) for form in {person.name, *(form.printed for form in person.forms.all())}]
    family = [form for form in forms if surname_key(form.surname) == surname_key(name.surname)]
    return bool(family) and all(names.same_person(form, name) for form in family)


def _exactly(person: Person, printed: str) -> bool:
    """Whether a person bears this very name, first name and all."""
    name = parsed(printed)
    return name.spelt_out and names.folded(name.bare) == names.folded(person.name)


def _remember(person: Person, read: AttendeeRead, side: str) -> None:
    """What this paper adds to what is known of a person: names, a fuller one, the side."""
    for printed in (read.name, *read.forms):
        key = surname_key(parsed(printed).surname)
        NameForm.objects.get_or_create(person=person, printed=tidy(printed), defaults={"surname_key": key})
    fuller = names.fuller(parsed(person.name), parsed(tidy(read.name)))
    values = {"side": person.side or side}
    if fuller.bare != person.name and not Correction.objects.about(person).standing().exists():
        values |= {"name": fuller.bare, "forenames": " ".join(fuller.first), "surname": fuller.surname}
    if any(getattr(person, field) != value for field, value in values.items()):
        for field, value in values.items():
            setattr(person, field, value)
        person.save()


def _ask_about_earlier(person: Person, meeting: Meeting) -> None:
    """A new person bears a name that earlier papers of the committee printed for somebody else: ask who it was."""
    if meeting.committee_id is None:
        return
    earlier = Attendee.objects.filter(
        meeting__committee=meeting.committee_id, person__surname_key=person.surname_key, confirmed_at=None
    )
    name = parsed(person.name)
    for attendee in earlier.exclude(meeting=meeting).select_related("person"):
        if not _may_be_either(attendee, name, person.side):
            continue
        doubt = question(attendee.name, [attendee.person, person])
        if doubt not in [*attendee.doubts, *attendee.settled]:
            attendee.doubts = [*attendee.doubts, doubt]
            attendee.version += 1
            attendee.save()


def _may_be_either(attendee: Attendee, name: Name, side: str) -> bool:
    sides = {side, side_of(attendee.role)} - {""}
    chosen = attendee.corrections.standing().filter(field="person").exists()
    return len(sides) < 2 and not chosen and names.same_person(parsed(attendee.name), name)

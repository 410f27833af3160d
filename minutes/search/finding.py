"""Finds records by words: at most a thousand, in an order that can be told in a sentence, with counts by facet.

The best first: where all words stand in the title or are a person's name, then where they stand in the text, then
pages of papers, which say again what their records say; each of these the newest first.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from minutes.models import Action, AgendaItem, DocumentPage, Interest, Person, Resolution, SearchKind
from minutes.permissions import can
from minutes.search.asking import Asked, Term, understood
from minutes.search.engines import engine
from minutes.search.patience import WAIT, Patience, date_of
from minutes.search.results import known_to
from minutes.search.wanted import Hit, Wanted
from minutes.search.words import root, stem

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from minutes.models import User

MOST = 1_000  # results; who needs more needs other words
MOST_FORMS = 24  # of one word
FAMILY = 300  # words that begin alike, to look for forms among
LAST_LETTER = "\U0010ffff"

MODELS: dict[SearchKind, type[Model]] = {
    SearchKind.ITEM: AgendaItem,
    SearchKind.RESOLUTION: Resolution,
    SearchKind.ACTION: Action,
    SearchKind.INTEREST: Interest,
    SearchKind.PERSON: Person,
    SearchKind.PAGE: DocumentPage,
}
KINDS = {model: kind for kind, model in MODELS.items()}


@dataclass(frozen=True, slots=True)
class Facets:
    """What results are narrowed to: a kind, a committee, a municipal year by its first, a person; None for any."""

    kind: SearchKind | None = None
    committee: int | None = None
    year: int | None = None
    person: int | None = None

    def marks(self) -> tuple[tuple[str, ...], ...]:
        chosen = (("k", self.kind), ("c", self.committee), ("y", self.year), ("p", self.person))
        return tuple((f"{mark}{int(value)}",) for mark, value in chosen if value is not None)


@dataclass(frozen=True, slots=True)
class Found:
    """``hits`` in their order; ``more`` says that there are more than these. The counts are of these, by facet.

    ``since``, where it is told, is the day of the oldest meetings whose records were looked at: to look at all would
    have taken too long.
    """

    asked: Asked
    hits: Sequence[Hit] = ()
    more: bool = False
    counts: dict[str, Counter[int]] = field(default_factory=dict)
    since: dt.date | None = None

    def __len__(self) -> int:
        return len(self.hits)

    @property
    def is_part(self) -> bool:
        """Whether there may be more than these."""
        return self.more or self.since is not None


def find(
    user: User | AnonymousUser,
    text: str,
    facets: Facets = Facets(),
    newest_first: bool = False,
    most: int = MOST,
    wait: float = WAIT,
) -> Found:
    """The records that a user may see and in which all the words stand. Never raises an error for what is typed.

    After ``wait`` seconds it looks no farther back, and says so.
    """
    asked = understood(text)
    if not asked or set(asked.terms) & set(asked.unwanted) or not can(user, "see"):
        return Found(asked)
    wanted, patience = _wanted(user, asked, facets), Patience(wait)
    if newest_first:
        hits = engine().newest(wanted, most + 1, patience)
    else:
        hits = engine().in_order(list(_tiers(wanted)), most + 1, patience)
    kept = _of_known_people(user, hits)[:most]
    return Found(
        asked, kept, len(hits) > most, _counts(kept), None if patience.since is None else date_of(patience.since)
    )


def matching(model: type[Model], text: str) -> Q:
    """The condition that all the words of a query stand in a record, for a QuerySet of the model, by the index.

    The model is one of MODELS. Nothing matches a query without a word to look for. What is exempt is not left out:
    that is for the QuerySet's own ``visible_to``.
    """
    asked = understood(text)
    if not asked:
        return Q(pk__in=[])
    return _among(replace(_of(asked), marks=((f"k{KINDS[model].value}",),)))


def _among(wanted: Wanted) -> Q:
    """The condition that a record of the wanted kind is found."""
    return Q(pk__in=RawSQL(*engine().rows("{record}", [wanted])))  # noqa: S611 - the words stay parameters


def people_named(terms: Sequence[Term]) -> QuerySet[Person]:
    """People with any of these terms in one of their names."""
    wanted = Wanted((tuple(terms),), marks=((f"k{SearchKind.PERSON.value}",),)) if terms else None
    if wanted is None:
        return Person.objects.none()
    return Person.objects.filter(_among(wanted)).prefetch_related("forms")


def _of_known_people(user: Any, hits: list[Hit]) -> list[Hit]:
    """Without people whom only exempt records name, where the user may not see those."""
    people = {hit.record for hit in hits if hit.kind == SearchKind.PERSON}
    if user.is_officer or not people:
        return hits
    known = known_to(user, people)
    return [hit for hit in hits if hit.kind != SearchKind.PERSON or hit.record in known]


def _wanted(user: Any, asked: Asked, facets: Facets) -> Wanted:
    return replace(_of(asked), marks=facets.marks(), unmarked=() if user.is_officer else ("x1",))


def _of(asked: Asked) -> Wanted:
    return Wanted(tuple(forms(term) for term in asked.terms), tuple(forms(term) for term in asked.unwanted))


def forms(term: Term) -> tuple[Term, ...]:
    """A term and, for a single word, its other forms as far as the index has them: report, reports, reported."""
    word = term.words[-1]
    if term.is_prefix:
        return tuple(engine().beginning(term, word + LAST_LETTER))
    if term.exact or term.is_prefix or not word.isalpha() or len(beginning := root(word)) < 3:
        return (term,)
    stemmed = stem(word)
    known = engine().known_words(beginning, beginning + LAST_LETTER, FAMILY)
    alike = [other for other in known if other != word and stem(other) == stemmed][: MOST_FORMS - 1]
    return (term, *(Term((other,)) for other in alike))


def _tiers(wanted: Wanted) -> Iterator[Wanted]:
    page = f"k{SearchKind.PAGE.value}"
    asks_for_pages = (page,) in wanted.marks
    if not asks_for_pages:
        yield replace(wanted, in_title=True)
        yield replace(wanted, unmarked=(*wanted.unmarked, page))
    if asks_for_pages or not any(mark.startswith("k") for either in wanted.marks for mark in either):
        yield replace(wanted, marks=(*wanted.marks, (page,)))


def _counts(hits: Sequence[Hit]) -> dict[str, Counter[int]]:
    return {
        "kind": Counter(hit.kind for hit in hits),
        "committee": Counter(hit.committee for hit in hits if hit.committee is not None),
        "year": Counter(hit.year for hit in hits if hit.year is not None),
        "person": Counter(hit.person for hit in hits if hit.person is not None),
    }

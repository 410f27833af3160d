"""Who is to do something: the words that say so, and the person, post or body that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.dates import MONTHS, WEEKDAYS
from ingest.reading.language.undertakings import DO
from ingest.reading.model import AttendeeRead, Doubt
from ingest.reading.records.apposed import in_brackets, named_beside
from ingest.reading.records.holders import TITLE, Holders, said_beside
from ingest.reading.records.people import Directory, Match, directory

_ARTICLE = re.compile(r"^(?:(?:the|an?|our|its|each|both|all\s+the)\s+)+", re.IGNORECASE)
_BODY_WORD = (
    r"(?:committee|panel|cabinet|council|councils|board|commission|group|executive|trust|service|services|"
    r"secretariat|club|society|unit|staff|trustees|contractors?|developers?|"
    r"team|officers?|members|councillors|agency|"
    r"partnership|department|directorate|police|forum|hospital|hospitals|company|association|authority|"
    r"authorities|ltd|working\s+party|governors)"
)
_BODY = re.compile(rf"(?:[\w’'&,()/–-]+\s+){{0,9}}{_BODY_WORD}(?:\s+(?:for|of)\s+[\w\s&,’'-]+)?", re.IGNORECASE)
# Posts and bodies are printed with capitals, small words between; some minutes print a few of them small.
_PROPER = re.compile(
    r"(?:[A-Z\d(][\w’'.()&-]*|of|for|and|the|with|to|in|&|[–—-])(?:,?\s+(?:[A-Z\d(][\w’'.()/&-]*|of|for|and|"
    r"the|with|to|in|responsibility|&|[–—-]))*,?"
)
_SMALL_PRINT = re.compile(
    r"(?:(?:scrutiny|senior|lead|all|council|committee|panel|board|group|planning|democratic\s+services)\s+)?(?:officers?|"
    r"members|councillors)|(?:town|parish|deputy|assistant)?\s*clerk|"
    r"(?:vice|deputy)?[\s-]*chair(?:man|woman|person)?|(?:cabinet|executive|lead)\s+(?:member|councillor)|"
    r"portfolio\s+holder|convener|democratic\s+services|the\s+leader|leader",
    re.IGNORECASE,
)
# "the Highways team", "Parks and Paths department"
_SERVICE = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+(?:(?:and|&|of|for)\s+)?){1,5}(?:team|department|directorate|unit|service|services)"
)
_OFFICE = re.compile(
    (
        r"(?:the\s+)?(?:cabinet|executive|lead|portfolio)\s+(?:member|holder|lead|councillor)s?\s*(?:for|with|,|–|"
        r"-)\s*\S"
    ),
    re.IGNORECASE,
)
_NOBODY = re.compile(
    (
        r"\b(?:each|every|some|any|which|who|whom|one|both|four|three|two|that|what|it|there|this|these|those|not|"
        r"item|report)\b"
    ),
    re.I,
)
_WITHIN = r"(?:[^\S\n]|\n(?!\n))+"  # space inside a paragraph; a name goes on over a line's end, not into the next
_GROUPS = re.compile(
    rf"\b(?:[A-Z][\w’'&-]*{_WITHIN}(?:(?:to|and|of|for|the|on){_WITHIN})?){{1,8}}(?:Group|Board|Trust|Panel|Party|Forum)\b"
)
_LEADING_WORDS = re.compile(r"^(?:(?:That|THAT|The|A|An|This|Of|To|TO|On|(?i:resolved|agreed))\s+(?:the\s+)?)+")
# "Mr Moss and his team": he answers for it
_WITH_OTHERS = re.compile(
    r"\s+and\s+(?:his|her|their)\s+(?:team|officers|colleagues|staff|service|department)$", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-Z](?:[a-z]?[A-Z]){1,3}(?:\s?/\s?[A-Z]{2,4})?")
_LED = re.compile(r"(?P<who>[A-Z]{2,4})\s+(?P<post>[A-Z].+)")  # "TL Works Manager"
_ASIDE = re.compile(r"(?:on|in|at|for|from|by|after|with|under|of|to)\s", re.IGNORECASE)  # "On CCTV, the Manager is to"
_PRONOUN = re.compile(r"(?:he|she|they|I|we)", re.IGNORECASE)
_COUNTS = {2: "Two", 3: "Three", 4: "Four"}
_TWO = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")


@dataclass(frozen=True, slots=True)
class Owner:
    """``name`` is a full name, a post or a body, None where the paper does not say; ``printed`` the paper's words."""

    name: str | None = None
    printed: str | None = None
    doubt: Doubt | None = None
    person: bool = False


def jointly(words: str) -> Owner:
    """Several who are to do something together, as printed: one of them should answer for it."""
    return Owner(None, words, Doubt(f"{words} are to do this together; one owner is wanted.", "owner"), person=True)


class Owners:
    """The people, posts and bodies of one paper, to be found by the words that it uses for them."""

    def __init__(self, attendees: Iterable[AttendeeRead], words: str = "") -> None:
        self._attendees = tuple(attendees)
        self._directory: Directory = directory(self._attendees)
        self._holders = Holders(self._attendees, words)
        self._here = ""
        self._known: dict[str, Owner | None] = {}
        self._groups = {_LEADING_WORDS.sub("", " ".join(match[0].split())) for match in _GROUPS.finditer(words)}

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
        words = _tidy(printed)
        bare = _WITH_OTHERS.sub("", _ARTICLE.sub("", words))
        if not bare or _PRONOUN.fullmatch(bare) or _HAS_A_JOB.search(bare):
            return None
        if bare == "Executive":  # a council's cabinet, and no Chief Executive
            return Owner(bare, words)
        body = bool(_BODY.fullmatch(bare)) and not posts.is_job(bare)
        match = Match() if body else self._directory.find(bare)
        if match.name and self._works_for(bare):
            return Owner(bare, words)
        if match.name:
            return Owner(match.name, words, person=True)
        if (led := _LED.fullmatch(bare)) and posts.is_job(led["post"]) and (name := self._directory.name(led["who"])):
            return Owner(name, words, person=True)
        if beside := self._beside(bare, words):
            return beside
        if match.doubt and (not posts.is_job(bare) or bare.endswith("s")):
            return Owner(None, words, Doubt(match.doubt.sentence, "owner"), person=True)
        if several := self._several(bare):
            return several
        if _ASIDE.match(bare):
            return None
        return self._of_post(bare, words, match.doubt) or self._post_or_body(words, bare) or _titled(bare, words)

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
        return not posts.is_job(bare) and any(place == wanted or place.endswith(f", {wanted}") for place in places)

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
            return Owner(None, words, Doubt(sentence, "owner"), person=True)
        return None

    def _several(self, bare: str) -> Owner | None:
        """ "BT and OK", "All": more than one. Who is named is given in full, with a doubt: one should answer for it."""
        if re.fullmatch(r"all\s+(?:\w+\s+)?(?:members|councillors|officers|partners)", bare, re.IGNORECASE):
            return Owner(bare, bare)
        if re.fullmatch(r"all(?:\s+(?:present|to\s+note))?|everyone|everybody", bare, re.IGNORECASE):
            return Owner(None, bare)
        parts = _TWO.split(bare)
        found = [self._directory.name(part) if part else None for part in parts] if len(parts) > 1 else []
        people = list(dict.fromkeys(name for name in found if name))
        held = any(name is None and posts.is_job(part) for name, part in zip(found, parts, strict=False))
        if people and "/" in bare and held:
            return jointly(bare)
        if not people or None in found:
            return None
        if len(people) == 1:
            return Owner(people[0], bare, person=True)
        return replace(jointly(bare), name=f"{', '.join(people[:-1])} and {people[-1]}")

    def _post_or_body(self, words: str, bare: str) -> Owner | None:
        """The words themselves, where they are a post or a body and nothing else."""
        if _SMALL_PRINT.fullmatch(bare):
            unsaid = self._holders.unsaid(bare) if bare.lower().endswith("clerk") else None
            return Owner(None, words, Doubt(unsaid, "owner"), person=True) if unsaid else Owner(bare, words)
        if _SERVICE.fullmatch(bare) and not _NOBODY.search(bare):
            return Owner(bare, words)
        if len(bare.split()) > 14 or _NOBODY.search(bare) or not _PROPER.fullmatch(bare):
            return None
        if _INITIALS.fullmatch(bare) and not bodies.is_outside(bare):
            if holder := self._holders.of_letters(bare):
                return Owner(holder, words, person=True)
            if words.lower().startswith("the "):
                return Owner(bare, words)
            return Owner(None, bare, Doubt(f"The paper does not say who {bare} is.", "owner"), person=True)
        if posts.is_job(bare) and (holder := self._holders.of_whole(bare)):
            return Owner(holder, words, person=True)
        if unsaid := self._holders.unsaid(bare):
            return Owner(None, words, Doubt(unsaid, "owner"), person=True)
        if posts.is_job(bare) or _BODY.fullmatch(bare) or bodies.is_outside(bare):
            return Owner(self._fullest(bare), words)
        return None

    def _fullest(self, bare: str) -> str:
        """ "Task Group" is the "Parks Task Group" where the paper speaks of that one alone."""
        if not re.search(r"\b(?:Group|Board|Trust|Party)$", bare):
            return bare
        longer = {group for group in self._groups if group.endswith(f" {bare}")}
        shortest = min(longer, key=len) if longer else bare
        return shortest if all(group.endswith(shortest) for group in longer) else bare

    def body(self, printed: str) -> Owner | None:
        """Whoever is asked by a name in capitals that is nobody's and no post: "Fen Water be asked to"."""
        words = _tidy(printed)
        bare = _ARTICLE.sub("", words)
        if not _PROPER.fullmatch(bare) or _NOBODY.search(bare) or _DAY.search(bare) or len(bare.split()) > 8:
            return None
        return Owner(bare, words)

    def office(self, printed: str) -> Owner | None:
        """An executive post that a decision addresses by its portfolio ("the Cabinet Member for Roads"): the post."""
        words = _tidy(printed)
        bare = _ARTICLE.sub("", words)
        return Owner(bare, words) if _OFFICE.match(words) and _PROPER.fullmatch(bare) else None

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
        for match in _POSTS.finditer(text):
            if found := self._directory.name(match[0]):
                people.add(found)
        return Owner(people.pop(), None, person=True) if len(people) == 1 else None

    def is_not(self, name: str, pronoun: str) -> bool:
        """Whether the title that somebody is printed with is not one of "he" or of "she"."""
        forms = {name, *(form for one in self._attendees if one.name == name for form in one.forms)}
        others = {"he": _SHE, "she": _HE}.get(pronoun.lower())
        return bool(others and any(others.match(form) for form in forms))

    def answers(self, name: str | None) -> bool:
        """Whether somebody answers to the body that meets, as officers, guests and cabinet members do; also where no
        name is known."""
        return name is None or self._directory.role(name) in ("officer", "guest", "cabinet_member", None)

    def only_people(self, text: str) -> Owner | None:
        """The owner where words are nothing but a name, initials or a post: a line "ACTION: J Rowe"."""
        words = _tidy(text)
        if not words or len(words.split()) > 12:
            return None
        found = self.of(words)
        return found if found and (found.person or found.name or found.printed) else None


_HE = re.compile(r"(?:(?:councillor|cllr|alderman)\.?\s+)?(?:mr|sir|father)\b", re.IGNORECASE)
_SHE = re.compile(r"(?:(?:councillor|cllr|alderman)\.?\s+)?(?:mrs|ms|miss|dame|lady|baroness)\b", re.IGNORECASE)
# "HEAD OF PARKS TO CUT THE HEDGE": no name, and no post
_HAS_A_JOB = re.compile(rf"\s(?:to|TO)\s+{DO}\s+(?:the|an?|this|all|for|with|to|out|up)\b", re.IGNORECASE)
# May is a name too
_DAY = re.compile(rf"\d|\b(?:{'|'.join({*WEEKDAYS, *MONTHS} - {'may'})})\b", re.IGNORECASE)


def _titled(bare: str, words: str) -> Owner | None:
    """Somebody whom the paper names with a title, though not among those who were there: "Mr Oakes to ask for it"."""
    name = names.parse(bare)
    return Owner(name.text, words, person=True) if name and (name.civic or name.titles) else None


_POSTS = re.compile(
    r"(?<!\w)(?:[A-Z][\w’'&-]{0,40}\s+){0,6}(?:Director|Manager|Head|Officer|Leader|Clerk|Chairman|Chair|Lead|"
    r"Co-ordinator|Engineer|Commander|Member)"
    r"(?:\s+(?:of|for)\s+(?:[A-Z][\w’'&-]*(?:,?\s+(?:and\s+)?[A-Z][\w’'&-]*)*))?"
)


def _tidy(printed: str) -> str:
    words = " ".join(printed.split()).strip(" .,;:–—-()[]*")
    words = re.sub(r"^(?:action|agreed|resolved)\s+(?:(?:for|on|by)\s+)?(?=\S)", "", words, flags=re.IGNORECASE)
    words += ")" * (words.count("(") - words.count(")"))
    return re.sub(r"^(?:that|and|also|then|but|so|cllrs?\.?\s+(?=and\b))\s+", "", words, flags=re.IGNORECASE)

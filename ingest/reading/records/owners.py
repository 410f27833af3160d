"""Who is to do something: the words that say so, and the person, post or body that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.reading.language import bodies, posts
from ingest.reading.model import AttendeeRead, Doubt
from ingest.reading.records.people import Directory, Match, directory

_ARTICLE = re.compile(r"^(?:(?:the|an?|our|its|each|both|all\s+the)\s+)+", re.IGNORECASE)
_BODY_WORD = (
    r"(?:committee|panel|cabinet|council|councils|board|commission|group|executive|trust|service|services|"
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
    r"(?:(?:scrutiny|senior|lead|all|council|committee|planning|democratic\s+services)\s+)?(?:officers?|"
    r"members|councillors)|(?:town|parish|deputy|assistant)?\s*clerk|"
    r"(?:vice|deputy)?[\s-]*chair(?:man|woman|person)?|(?:cabinet|executive|lead)\s+(?:member|councillor)|"
    r"portfolio\s+holder|convener|democratic\s+services|the\s+leader|leader",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    (
        r"(?:the\s+)?(?:cabinet|executive|lead|portfolio)\s+(?:member|holder|lead|councillor)s?\s*(?:for|with|,|–|"
        r"-)\s*\S"
    ),
    re.IGNORECASE,
)
# "A Archer, Head of Parks," and "the Head of Parks, A Archer": who holds a post
_NAME = r"(?<!\w)(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[A-Z][\w’'-]{1,40}(?:\s+[A-Z][\w’'-]{1,40}){1,3}"
_NAMED_POST = re.compile(
    rf"(?P<name>{_NAME})(?:,\s+(?:the\s+)?|\s+\(|\s+[–—-]\s+)(?P<post>(?:[A-Z][\w’'&-]*\s+(?:(?:of|for|and)"
    rf"\s+)*){{0,6}}[A-Z][\w’'&-]*)"
)
_NOBODY = re.compile(
    (
        r"\b(?:each|every|some|any|which|who|whom|one|both|four|three|two|that|what|it|there|this|these|those|not|"
        r"item|report)\b"
    ),
    re.I,
)
_GROUPS = re.compile(
    r"\b(?:[A-Z][\w’'&-]*\s+(?:(?:to|and|of|for|the|on)\s+)?){1,8}(?:Group|Board|Trust|Panel|Party|Forum)\b"
)
_LEADING_WORDS = re.compile(r"^(?:(?:That|The|A|An|This|Of|To|On|RESOLVED|Resolved|AGREED|Agreed)\s+(?:the\s+)?)+")
_INITIALS = re.compile(r"[A-Z](?:[a-z]?[A-Z]){1,3}(?:\s?/\s?[A-Z]{2,4})?")
_ASIDE = re.compile(r"(?:on|in|at|for|from|by|after|with|under|of|to)\s", re.IGNORECASE)  # "On CCTV, the Manager is to"
_TITLE = re.compile(r"(?:commissioner|treasurer|mayor|leader|director|convener|executive\s+member)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|I|we)", re.IGNORECASE)
_TWO = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")


@dataclass(frozen=True, slots=True)
class Owner:
    """``name`` is a full name, a post or a body, None where the paper does not say; ``printed`` the paper's words."""

    name: str | None = None
    printed: str | None = None
    doubt: Doubt | None = None
    person: bool = False


class Owners:
    """The people, posts and bodies of one paper, to be found by the words that it uses for them."""

    def __init__(self, attendees: Iterable[AttendeeRead], words: str = "") -> None:
        self._attendees = tuple(attendees)
        self._directory: Directory = directory(self._attendees)
        self._holders = _holders(words)
        self._known: dict[str, Owner | None] = {}
        self._groups = {_LEADING_WORDS.sub("", " ".join(match[0].split())) for match in _GROUPS.finditer(words)}

    def of(self, printed: str) -> Owner | None:
        """The owner that a subject names; None where the words name nobody who could do anything."""
        if printed not in self._known:
            self._known[printed] = self._found(printed)
        return self._known[printed]

    def _found(self, printed: str) -> Owner | None:
        words = _tidy(printed)
        bare = _ARTICLE.sub("", words)
        if not bare or _PRONOUN.fullmatch(bare):
            return None
        body = bool(_BODY.fullmatch(bare)) and not posts.is_job(bare)
        match = Match() if body else self._directory.find(bare)
        if match.name:
            return Owner(match.name, words, person=True)
        if match.doubt:
            name = bare if posts.is_job(bare) else None
            return Owner(name, words, Doubt(match.doubt.sentence, "owner"), person=True)
        if several := self._several(bare):
            return several
        if not _ASIDE.match(bare) and (holder := self._only_holder(bare)):
            return Owner(holder, words, person=True)
        return None if _ASIDE.match(bare) else self._post_or_body(words, bare)

    def _only_holder(self, post: str) -> str | None:
        """Who "the Director" is where one person present, and no other, has that word in a position."""
        if len(post.split()) > 2 or not (posts.is_job(post) or _TITLE.fullmatch(post)):
            return None
        form = re.compile(rf"(?<!assistant )(?<!deputy )(?<!vice )(?<!vice-)\b{re.escape(post)}\b", re.IGNORECASE)
        held = {one.name for one in self._attendees if one.status == "present" and form.search(one.position or "")}
        return held.pop() if len(held) == 1 else None

    def _several(self, bare: str) -> Owner | None:
        """ "BT and OK", "All": more than one, so no one owner."""
        if re.fullmatch(r"all\s+(?:\w+\s+)?(?:members|councillors|officers|partners)", bare, re.IGNORECASE):
            return Owner(bare, bare)
        if re.fullmatch(r"all(?:\s+(?:present|to\s+note))?|everyone|everybody", bare, re.IGNORECASE):
            return Owner(None, bare)
        parts = _TWO.split(bare)
        if len(parts) > 1 and all(part and self._directory.find(part).name for part in parts):
            doubt = Doubt(f"{bare} are to do this together; one owner is wanted.", "owner")
            return Owner(None, bare, doubt, person=True)
        return None

    def _post_or_body(self, words: str, bare: str) -> Owner | None:
        """The words themselves, where they are a post or a body and nothing else."""
        if _SMALL_PRINT.fullmatch(bare):
            return Owner(bare, words)
        if len(bare.split()) > 14 or _NOBODY.search(bare) or not _PROPER.fullmatch(bare):
            return None
        if _INITIALS.fullmatch(bare) and not bodies.is_outside(bare):
            if words.lower().startswith("the "):
                return Owner(bare, words)
            return Owner(None, bare, Doubt(f"The paper does not say who {bare} is.", "owner"), person=True)
        if posts.is_job(bare) and (holder := self._holder(bare)):
            return Owner(holder, words, person=True)
        if posts.is_job(bare) or _BODY.fullmatch(bare) or bodies.is_outside(bare):
            return Owner(self._fullest(bare), words)
        return None

    def _holder(self, post: str) -> str | None:
        """Who holds a post by the paper's own words; "the Corporate Director" where it speaks of only one."""
        wanted = post.lower()
        names = self._holders.get(wanted) or {
            name for held, held_by in self._holders.items() if held.startswith(f"{wanted} ") for name in held_by
        }
        return next(iter(names)) if len(names) == 1 and len(wanted.split()) > 1 else None

    def _fullest(self, bare: str) -> str:
        """ "Task Group" is the "Parks Task Group" where the paper speaks of that one alone."""
        if not re.search(r"\b(?:Group|Board|Trust|Party)$", bare):
            return bare
        longer = {group for group in self._groups if group.endswith(f" {bare}")}
        shortest = min(longer, key=len) if longer else bare
        return shortest if all(group.endswith(shortest) for group in longer) else bare

    def office(self, printed: str) -> Owner | None:
        """An executive post that a decision addresses by its portfolio ("the Cabinet Member for Roads"): the post."""
        words = _tidy(printed)
        return Owner(_ARTICLE.sub("", words), words) if _OFFICE.match(words) else None

    def author(self) -> Owner | None:
        """Whose report a portfolio holder's report is: the one cabinet member at it."""
        holders = [one.name for one in self._attendees if one.role == "cabinet_member"]
        return Owner(holders[0], "I", person=True) if len(holders) == 1 else None

    def last_named(self, text: str) -> Owner | None:
        """The only attendee whom words name, for a pronoun after them; None where they name several or nobody."""
        names = {mention.name for mention in self._directory.mentions(text)}
        names |= {name for held_by in _holders(text).values() for name in held_by}
        for match in _POSTS.finditer(text):
            if found := self._directory.name(match[0]):
                names.add(found)
        return Owner(names.pop(), None, person=True) if len(names) == 1 else None

    def only_people(self, text: str) -> Owner | None:
        """The owner where words are nothing but a name, initials or a post: a line "ACTION: J Rowe"."""
        words = _tidy(text)
        if not words or len(words.split()) > 12:
            return None
        found = self.of(words)
        return found if found and (found.person or found.name or found.printed) else None


def _holders(words: str) -> dict[str, set[str]]:
    """The holders that a paper names beside their posts: "A Archer, Head of Parks"."""
    found: dict[str, set[str]] = {}
    for match in _NAMED_POST.finditer(words):
        post = " ".join(match["post"].split())
        if posts.is_job(post) and not posts.is_job(match["name"]):
            found.setdefault(post.lower(), set()).add(" ".join(match["name"].split()))
    return found


_POSTS = re.compile(
    r"(?<!\w)(?:[A-Z][\w’'&-]{0,40}\s+){0,6}(?:Director|Manager|Head|Officer|Leader|Clerk|Chairman|Chair|Lead|"
    r"Co-ordinator|Engineer|Commander|Member)"
    r"(?:\s+(?:of|for)\s+(?:[A-Z][\w’'&-]*(?:,?\s+(?:and\s+)?[A-Z][\w’'&-]*)*))?"
)


def _tidy(printed: str) -> str:
    words = " ".join(printed.split()).strip(" .,;:–—-()[]*")
    return re.sub(r"^(?:that|and|also|then|but|so|cllrs?\.?\s+(?=and\b))\s+", "", words, flags=re.IGNORECASE)

"""Lists of people as councils print them, taken apart into names with what stands beside each.

"Councillors A Marrow (Chair), B Oakes, JP and C Pike (substituting for Councillor D Quill)"; "Jane Vane, Head of Roads;
Tom Lea, Area Director, River Authority"; "Miss A, Mr B, Councillors, Mr C, Clerk"; "M CliffR WoolS Barn".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.language import bodies, posts
from ingest.reading.records.attendance import (
    lists_lost,
    lists_parts,
    lists_posts,
    lists_reach,
    lists_turned,
    lists_words,
)
from ingest.reading.records.attendance.listed import Listed, at, posted, turned
from ingest.reading.records.attendance.lists_parts import PLURAL, followed_by_post


def people(
    text: str, start: int = 0, end: int | None = None, lines: Sequence[int] = (), *, titled: bool = False
) -> list[Listed]:
    """The people listed in ``text[start:end]``, in order; words that are no names are the post of the one before.

    ``lines`` are the places where printed lines begin: a name there may be somebody new without a comma before.
    ``titled``: "Councillors" stands over the list.
    """
    stop = len(text) if end is None else end
    if held := _turned(text, start, stop, lines) or _holders(text, start, stop):
        return held
    semicolon = text.find(";", start, stop)
    if semicolon >= 0 and (held := _holders(text, start, semicolon)):  # posts with their holders, then others
        return [*held, *people(text, semicolon + 1, stop, lines)]
    in_turn = lists_parts.are_in_turn(text, start, stop, lines)
    reading = _Reading(text, one_each=lists_parts.are_one_each(text[start:stop]), in_turn=in_turn)
    reading.civic = titled
    for low, high in lists_parts.parts(text, start, stop, lines):
        reading.take(low, high)
    elected = any(one.titled or one.found.name.civic for one in reading.people)
    for one in reading.people:
        one.beside_elected = elected
    return reading.people


def _turned(text: str, start: int, stop: int, lines: Sequence[int]) -> list[Listed]:
    found = [turned(one, text) for one in lists_turned.entries(text, start, stop, lines)]
    for one in found:
        one.beside_elected = any(other.found.name.civic for other in found)
    return found


def _holders(text: str, start: int, stop: int) -> list[Listed]:
    pairs = lists_posts.holders(text, start, stop)
    return [Listed(found, low, high, position=post) for post, found, low, high in pairs]


class _Reading:
    """Takes the parts of a list one after the other."""

    def __init__(self, text: str, *, one_each: bool, in_turn: bool) -> None:
        self.text, self.one_each, self.in_turn = text, one_each, in_turn
        self.people: list[Listed] = []
        self.civic = False  # a plural title stands before the names: "Councillors Marrow, Oakes and Pike"
        self.since_role = 0
        self.since_title = 0
        self.seat = -1  # the first of those behind "co-opted members", negative where none stand there
        self.away = False  # "apologies from" stands before the next person
        self.post = ""  # of the next person, in a list that has posts before their holders
        self.posts_first = False

    def take(self, low: int, high: int) -> None:
        """Reads a part: somebody new, or words about those before."""
        low, away = self._led(low, high)
        part = self.text[low:high]
        if not part or self._role_after(part) or lists_posts.co_opted(part, self.people, self.text):
            return
        if self.one_each and lists_parts.is_behind_comma(self.text, low):
            self._goes_on(low, high)
            return
        low = self._under_title(low, high)
        if low < high:
            self._person(low, high, away=away)

    def _under_title(self, low: int, high: int) -> int:
        """Where a part begins behind a title in the plural: "Councillors A Marrow"."""
        plural = PLURAL.match(self.text[low:high])
        if plural is None:
            return low
        self.civic = plural.group().lower().startswith(("c", "b", "d", "t", "p", "a"))
        self.since_title = len(self.people)
        return low + plural.end()

    def _person(self, low: int, high: int, *, away: bool) -> None:
        self.civic = self.civic and not self._title_ends(low)
        leading = lists_words.LEADING.match(self.text, low, high)
        low = lists_lost.past_initials(self.text, leading.end() if leading else low, high)
        listed = self._read(low, high)
        if listed is None or not self._is_person(listed, low, high):
            if self.people or not self.text[high:].lstrip().startswith(";"):  # a post whose holder is not named
                self._words(low, high)
            return
        if self.people and listed.found.name.titles and not listed.found.name.civic:
            self.civic = self.civic and not lists_reach.begins_anew(self.text, self.people[-1].end, listed.start)
        listed.titled = self.civic and not away and not posts.is_job(listed.position)
        if self.post and not listed.position:
            listed.position, self.post = self.post, ""
        if leading:
            listed.marks = leading.group().strip() + listed.marks
        if away:
            listed.brackets.append("apologies")
        self._seated(listed)
        self.people.append(listed)
        self._of_all(listed)

    def _words(self, low: int, high: int) -> None:
        """Words that are no name: the post of somebody to come, or more about the person before."""
        if not self._leads(self.text[low:high]):
            self._goes_on(low, high)

    def _title_ends(self, low: int) -> bool:
        """Whether a semicolon ends what commas divide: "Councillors A Marrow and B Oakes; C Pike" names two."""
        under = self.people[self.since_title :]
        ends = [one.end for one in under]
        gaps = [self.text[end : one.start] for end, one in zip(ends, under[1:], strict=False)]
        return bool(gaps) and ";" in self.text[ends[-1] : low] and not any(";" in gap for gap in gaps)

    def _read(self, low: int, high: int) -> Listed | None:
        listed = posted(lists_posts.clerk(self.text, low, high), low, high)
        listed = listed or at(self.text, low, high, titled=self.civic)
        return listed or posted(lists_posts.holder(self.text, low, high), low, high)

    def _led(self, low: int, high: int) -> tuple[int, bool]:
        """Where a part begins behind "co-opted members" or "apologies from", and whether it was the latter."""
        if behind := lists_posts.seat_before(self.text, low):
            self.seat, low = len(self.people), behind
        away, self.away = self.away, False
        if match := lists_words.AWAY_FROM.match(self.text, low, high):
            self.away = match.end() >= high
            return match.end(), not self.away
        return low, away

    def _seated(self, listed: Listed) -> None:
        """Whoever stands behind "co-opted members" holds such a seat, up to the next councillor or semicolon."""
        if self.seat < 0:
            return
        before = self.people[self.seat :]
        if listed.found.name.civic or (before and ";" in self.text[before[-1].end : listed.start]):
            self.seat = -1
            return
        listed.titled = False
        listed.brackets.append("co-opted member")

    def _leads(self, part: str) -> bool:
        """A post that stands before its holder, as the first in its list does: "The Head of Roads, Gil Stow"."""
        led = part.startswith("the ") and self.people and self.people[-1].brackets
        if self.people and not (self.posts_first or led):
            return False
        if (
            not self.post
            and not (lists_words.POST.fullmatch(part) and posts.is_job(part))
            and not lists_posts.is_seat(part)
        ):
            return False
        self.posts_first = True
        self.post = f"{self.post}, {part}" if self.post else lists_words.ARTICLE.sub("", part)
        return True

    def _of_all(self, listed: Listed) -> None:
        said = next((words for words in listed.brackets if lists_words.OF_ALL.fullmatch(words)), None)
        since = self.since_title
        if said and said.lower() == "officers":
            since = 1 + max(
                (at for at, one in enumerate(self.people) if one.found.name.civic or one.titled), default=-1
            )
        for other in lists_reach.back(self.text, self.people[since:]) if said else ():
            if not (other.brackets or other.position):
                other.brackets.append(said or "")

    def _role_after(self, part: str) -> bool:
        """ "Miss A, Mr B, Councillors, Mr C, Clerk": a role in the plural is that of all who stand before it."""
        if not re.fullmatch(r"(?:councillors|members|officers|co-optees|observers|guests)", part, re.IGNORECASE):
            return False
        if self.since_role >= len(self.people):
            return False
        for listed in self.people[self.since_role :]:
            listed.plural_role = part.lower()
        self.since_role = len(self.people)
        return True

    def _is_person(self, listed: Listed, low: int, high: int) -> bool:
        """Whether a part that has the shape of a name is one, beside posts of capitalised words."""
        name = listed.found.name
        if name.titles or name.civic or name.rank or self.in_turn:
            return True
        printed = name.bare
        if posts.is_job(printed) or bodies.is_outside(printed) or bodies.COUNCIL_LETTERS.fullmatch(name.surname):
            return False
        if not name.first:
            if self.text[listed.found.start : listed.found.end].isupper() and len(printed) <= 5 and self.people:
                return False  # "A Oakes, NCC"
            return (
                (self.civic or self._after_surname())
                and bool(self.people or listed.start == low)
                and not (self.people and self.people[-1].position)
            )
        if not self.people or not self.people[-1].position or listed.brackets or listed.marks or listed.position:
            return True
        if not name.spelt_out:
            return True
        if ";" in self.text[self.people[-1].end : low]:
            return True
        return self._post_follows(high) or (not bodies.is_outside(self.text[low:high]) and self._is_last(low, high))

    def _after_surname(self) -> bool:
        """ "Councillor Larby and Muskett": one title for two surnames."""
        last = self.people[-1] if self.people else None
        return last is not None and last.found.name.civic and not last.found.name.first and not last.position

    def _post_follows(self, high: int) -> bool:
        """Whether the next part is a post, as in "Tom Lea, Director of Roads, Ann Moss, Head of Parks"."""
        return followed_by_post(self.text, high)

    def _is_last(self, low: int, high: int) -> bool:
        """Whether the list ends here, behind a semicolon or ", and": "Ann Moss, Head of Parks, and Hal Tait"."""
        joined = self.text[self.people[-1].end : low]
        return not lists_words.REST.match(self.text, high) and bool(re.search(r";|,\s+and\s+$", joined))

    def _goes_on(self, low: int, high: int) -> None:
        """Words that are no name belong to the person before: post, organisation, ward."""
        if not self.people or lists_words.UNNAMED.match(self.text, self.people[-1].end, high):
            return
        last = self.people[-1]
        if not last.position and (bracket := lists_words.BRACKET.fullmatch(self.text, low, high)):
            last.brackets.append(re.sub(r"\s+", " ", bracket[1]).strip())  # behind a gap between columns
            last.end = high
            return
        if last.position_start < 0:
            last.position_start = low
        words = lists_words.GAP.sub(", ", self.text[last.position_start : high])
        last.position = re.sub(r"\s+", " ", words).strip(" ,;.")
        last.end = high

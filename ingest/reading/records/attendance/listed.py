"""One person of a list, with what stands right beside the name: brackets, marks, a post after a dash.

"A Marrow (Chair)", "B Oakes* – Norham County Council", "C Pike in the Chair", "Clerk D Quill".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.reading.language import names, posts
from ingest.reading.language.names import FoundName
from ingest.reading.records.attendance import lists_lost, lists_posts, lists_words
from ingest.reading.records.attendance.lists_turned import Turned


@dataclass(slots=True)
class Listed:
    """A person of a list: the name, the words beside it, and where all of it stands in the text."""

    found: FoundName
    start: int
    end: int
    brackets: list[str] = field(default_factory=list)
    position: str = ""
    position_start: int = -1
    marks: str = ""
    in_chair: bool = False
    plural_role: str = ""
    titled: bool = False
    beside_elected: bool = False  # others of the same list are printed as councillors


def at(text: str, low: int, high: int, *, titled: bool) -> Listed | None:
    """A name with brackets, marks and a post after a dash, filling text[low:high]; None where other words follow."""
    found = names.at(text[:high], low, listed=True, titled=titled)
    if found is None:
        return None
    if sent := lists_lost.before_council(text, low, high):
        return Listed(sent, low, high, position=text[sent.end : high].strip(" ."))
    listed = Listed(found, low, high)
    if own := lists_lost.initials(text, found, high):
        listed.brackets.append(own[0])
        listed.found = found = own[1]
    if lists_words.DEPUTE.match(text, low, found.end):
        listed.brackets.append("Vice-Chair")
    elif lists_words.CONVENER.match(text, low, found.end):
        listed.in_chair = True
    rest = _all_beside(listed, text, found.end, high)
    return None if text[rest:high].strip(" .,:") else listed


def turned(one: Turned, text: str) -> Listed:
    """Somebody of a list that prints surnames first; a post may stand behind a comma."""
    listed = Listed(one.found, one.low, one.high)
    rest = _all_beside(listed, text, one.found.end, one.high)
    behind = text[rest : one.high].strip(" .,;")
    listed.position = listed.position or behind
    return listed


def _all_beside(listed: Listed, text: str, position: int, high: int) -> int:
    """Where what is known beside a name ends."""
    while position < high:
        end = _beside(listed, text, position, high)
        if end is None:
            break
        position = end
    return position


def _beside(listed: Listed, text: str, position: int, high: int) -> int | None:
    """Takes what stands next beside a name, and tells where it ends; None where it is nothing of the kind."""
    if bracket := lists_words.BRACKET.match(text, position, high):
        listed.brackets.append(re.sub(r"\s+", " ", bracket[1]).strip())
        return bracket.end()
    if marks := lists_words.MARKS.match(text, position, high):
        listed.marks += marks.group().strip()
        return marks.end()
    if chairing := lists_words.CHAIRING.match(text[position:high]):
        listed.in_chair = True
        return position + chairing.end()
    how = lists_words.HOW.match(text, position, high) or lists_words.AS.match(text, position, high)
    if more := how or lists_words.FOR.match(text, position, high):
        listed.brackets.append(more[1].strip())
        return more.end()
    council = lists_lost.to_council(text, position, high) if listed.found.name.civic and listed.brackets else None
    if dash := lists_words.DASH.match(text, position, high) or lists_words.OF.match(text, position, high) or council:
        listed.position_start = dash.end()
        listed.position = re.sub(r"\s+", " ", text[dash.end() : high]).strip(" ,;.")
        return high
    if role := lists_words.ROLE.match(text, position, high):
        listed.brackets.append(role.group().strip(" -–."))
        return role.end()
    if seat := lists_posts.SEAT_BEHIND.match(text, position, high):
        listed.brackets.append(seat[1])
        return seat.end()
    titled = position == listed.found.end and (listed.found.name.titles or listed.brackets)
    if titled and (post := lists_words.BARE_POST.match(text, position, high)) and posts.is_job(post[1]):
        listed.position_start, listed.position = post.start(1), post[1].strip()
        return post.end()
    if lists_lost.is_body(text[position:high]) and len(listed.brackets) == 1:
        listed.position_start, listed.position = position, text[position:high].strip(" .")
        return high
    return None


def posted(found: tuple[str, FoundName] | None, low: int, high: int) -> Listed | None:
    """ "Clerk C Pike": the post, and its holder behind it."""
    return Listed(found[1], low, high, position=found[0]) if found else None

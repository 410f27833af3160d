"""What stands beside a name: brackets, posts, marks; and what that says of the person."""

from __future__ import annotations

import re

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import Name
from ingest.reading.model import Block, Status
from ingest.reading.records.attendance import beside_words, departments, presence, roles
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting
from ingest.reading.records.attendance.told import Told


def sightings(
    listed: Listed, block: Block, group: Group, *, item: int | None = None, roll: bool = False
) -> list[Sighting]:
    """The person of a list, and a substitute who is only named in brackets behind one who sent apologies."""
    told = _told(listed, group)
    name = listed.found.name
    status = told.status or group.status
    role, own = roles.of(told, listed, group)
    position = told.position or group.position
    civic = name.civic or listed.titled
    seen = Sighting(
        name,
        block,
        listed.start,
        listed.end,
        role,
        own,
        status,
        position,
        told.replaces,
        told.initials,
        told.note,
        item,
        roll=roll,
        marks=listed.marks,
        unsure=roles.is_unsure(told, listed, group, roll=roll),
        assumed=roles.is_assumed(told, role, group, civic=civic or (listed.beside_elected and not name.first)),
        civic=civic,
        roster=group.roster,
        under=group.role,
    )
    if told.replaced_by is None:
        return [seen]
    other = Sighting(
        told.replaced_by, block, listed.start, listed.end, "substitute", True, "present", replaces=name, item=item
    )
    return [seen, other]


def _told(listed: Listed, group: Group) -> Told:
    told = Told()
    name = listed.found.name
    if listed.in_chair:
        told.role = "chair"
    if name.rank and group.role == "officer":
        told.position = name.rank
        told.role = "officer" if roles.FIRE.search(name.rank) else None
    elif name.rank:
        told.role = "guest"
    position = listed.position
    beside = [position, *listed.brackets]
    if listed.beside_elected and not (name.civic or listed.titled) and any(map(beside_words.NOTES.fullmatch, beside)):
        told.role = told.role or "officer"  # whoever keeps the notes of councillors, and is printed as none
    while position and (trailing := beside_words.TRAILING.search(position)) and _is_aside(name, trailing[1]):
        if _are_own_initials(name, trailing[1]):
            told.initials = told.initials or trailing[1].strip()
        else:
            _bracket(told, trailing[1].strip(), listed, group)
        position = position[: trailing.start()].strip(" ,")
    for bracket in listed.brackets:
        _bracket(told, bracket, listed, group)
    if position:
        _position(told, position)
    seats = [letters for letters in name.suffixes if letters in beside_words.SEATS]
    if seats and told.position is None:
        told.position, told.role = seats[0], told.role or "guest"
    return told


def _stated(words: str) -> Status | None:
    """Whether words beside a name tell that somebody came: "sent apologies", "(absent from item 4)"."""
    if status := presence.said(words):
        return status
    away = beside_words.AWAY.fullmatch(words)
    return None if away is None else "apologies" if away["apologies"] else "absent"


def says_how(words: str) -> bool:
    """Whether words tell how or for how long somebody was there: "via Teams", "left at 8 pm", "items 4 and 5"."""
    return bool(beside_words.NOTE.match(words))


def _is_aside(name: Name, words: str) -> bool:
    """Whether a bracket behind a post is about the person: "(AM)" of Ann Moss, "(notes)", "(via Teams)"."""
    return says_more(words) or bool(beside_words.ASIDE.fullmatch(words.strip())) or _are_own_initials(name, words)


def _are_own_initials(name: Name, words: str) -> bool:
    return bool(_INITIALS.fullmatch(words.strip())) and names.fits_initials(name, words.strip())


_INITIALS = re.compile(r"[A-Z](?:[.\s]?[a-z]?[A-Z]){1,3}\.?")


def says_more(words: str) -> bool:
    """Whether a bracket behind a post is about the person and not part of the post, as "(North)" is."""
    words = words.strip()
    kind = posts.kind_of(words)
    return bool(
        beside_words.NOTE.match(words)
        or beside_words.REPLACES.match(words)
        or _stated(words)
        or kind in {"chair", "vice_chair", "substitute"}
    )


def _in_english(words: str) -> str:
    """ "Dirprwy / Substitute: Councillor Huw Rees": what stands behind the slash, where it tells a place."""
    _, slash, behind = words.partition(" / ")
    return behind if slash and (says_more(behind) or beside_words.SUBSTITUTE_OF.match(behind)) else words


def _are_apart(parts: list[str]) -> bool:
    """ "Castle Ward, for Councillor B Oakes" says two things; "Chair, Norham Traders' Association" is one post."""
    if len(parts) == _TWO and _OF_COUNCIL.search(parts[1]) and posts.kind_of(parts[0]) in {"chair", "vice_chair"}:
        return False  # "Chair, Pensions Committee"
    return any(says_more(part) for part in parts) and not any(bodies.is_outside(part) for part in parts)


_TWO = 2
_OF_COUNCIL = re.compile(r"\s(?:Committee|Board|Panel|Forum|Commission|Council|Authority|Group)$")


def _bracket(told: Told, words: str, listed: Listed, group: Group) -> None:
    name = listed.found.name
    initials, words = names.apart_from_initials(name, words)
    told.initials = told.initials or initials
    note = words.strip(" ,;")
    words = _in_english(note.rstrip("."))
    if posts.kind_of(words) in {"chair", "vice_chair"} or beside_words.IN_CHAIR.search(words):
        told.role = "vice_chair" if posts.kind_of(words) == "vice_chair" else "chair"
    elif group.status != "present" and (sub := beside_words.SUBSTITUTE_OF.match(words)):
        told.replaced_by = names.parse(sub["who"])
    elif replaced := beside_words.REPLACES.match(words) or _for_whom(words, listed, group):
        told.role = "substitute"
        told.replaces = _first_name_in(replaced["who"]) or told.replaces
    elif status := _stated(words):
        told.status = status
    elif by := beside_words.REPLACED_BY.match(words):
        told.replaced_by = _first_name_in(by["a"] or by["b"])
    elif beside_words.INITIALS.fullmatch(words) and names.fits_initials(name, words):
        told.initials = words
    elif beside_words.NOTE.match(words):
        told.note = note
    elif len(parts := beside_words.APART.split(words)) > 1 and _are_apart(parts):
        for part in parts:
            _bracket(told, part, listed, group)
    else:
        _post_in_brackets(told, words, listed, group)


def _for_whom(words: str, listed: Listed, group: Group) -> re.Match[str] | None:
    """ "(for D Quill)" behind a councillor or a substitute, where the words are a name."""
    found = beside_words.FOR.fullmatch(words)
    if found is None or not (listed.found.name.civic or listed.titled or group.role in {"member", "substitute"}):
        return None
    who = found["who"]
    name = None if bodies.is_outside(who) or bodies.is_service(who) else names.parse(who)
    return found if name and name.first else None


def _first_name_in(words: str) -> Name | None:
    whole = names.parse(words)
    if whole is not None:
        return whole
    found = names.at(words.strip(), 0, listed=True)
    return found.name if found else None


def _post_in_brackets(told: Told, words: str, listed: Listed, group: Group) -> None:
    """A post; but a word behind a councillor that is no post is the party, the ward or the council."""
    kind, name = posts.kind_of(words), listed.found.name
    if beside_words.NON_VOTING.fullmatch(words):
        told.role = told.role or "co_opted"
        return
    among = group.status != "present" or listed.beside_elected or listed.titled
    if name.titles and not name.civic and among and roles.SEAT.search(words):
        told.role = "co_opted"  # "Councillor A Moss; Mr B Oakes (Roman Catholic Church)" sent apologies
        return
    if kind in {"chair", "vice_chair", "substitute"}:
        told.role = kind
        return
    if listed.beside_elected and not (name.civic or listed.titled) and beside_words.INDEPENDENT.fullmatch(words):
        told.role = told.role or "co_opted"  # of a police and crime panel: no councillor's party
        return
    if listed.beside_elected and not (name.civic or listed.titled) and departments.is_service_name(words):
        told.role, told.position = told.role or "officer", told.position or words
        return  # "Ann Marrow (Scrutiny)" on the lines of councillors
    away = group.status != "present" and not listed.beside_elected
    elected = name.civic or listed.titled or group.role in {"member", "substitute"} or away
    if kind == "guest" and listed.beside_elected and not (name.civic or listed.titled) and group.role == "member":
        told.role, told.position = told.role or "guest", told.position or words
        return
    if elected and (
        kind not in {"cabinet_member", "officer", "co_opted"}
        or (name.civic and bodies.COUNCIL_LETTERS.fullmatch(words))
    ):
        alone = not (name.civic or listed.titled or listed.beside_elected)
        if (not name.civic and bodies.is_council(words) and len(words.split()) > 1) or (alone and _is_body(words)):
            told.position = told.position or words
        told.role = told.role or ("guest" if kind == "guest" and re.match(r"observ", words, re.IGNORECASE) else None)
        return
    told.role = told.role or kind or ("officer" if bodies.is_service(words) else None)
    plural = beside_words.PEOPLE.fullmatch(words)
    if (kind not in {"member", "co_opted"} or beside_words.REPRESENTATIVE.search(words)) and not plural:
        told.position = told.position or words


def _is_body(words: str) -> bool:
    """Whether words in brackets name who sent somebody to a body that is no council's: "Ann Marrow (Exe Assembly)"."""
    return bodies.is_outside(words) or bool(beside_words.SENDS.search(words))


def _without_substitution(told: Told, words: str) -> str:
    """The words without "- Substitute for Councillor B Oakes" behind them; a council alone before it is no post."""
    behind = beside_words.DASHED.search(words)
    replaced = beside_words.REPLACES.match(words[behind.end() :]) if behind else None
    if behind is None or replaced is None:
        return words
    told.role, told.replaces = "substitute", _first_name_in(replaced["who"])
    words = words[: behind.start()]
    return "" if bodies.is_council(words) and not posts.is_job(words) else words


def _without_aside(words: str) -> str:
    """A post or body without what somebody came for behind it: "Exe Foodbank (invited speaker)"."""
    trailing = beside_words.TRAILING.search(words)
    return words[: trailing.start()] if trailing and beside_words.ASIDE.fullmatch(trailing[1].strip()) else words


def _position(told: Told, words: str) -> None:
    words = re.sub(r"^(?:and|the|a|an|as)\s+|\s+(?:and|the)$", "", words.strip(" ,;.–-")).strip(" ,;.")
    words = beside_words.CONTACT.sub("", words).strip(" ,;:-–")
    words = beside_words.HOW_CAME.sub("", beside_words.WHO_CLAUSE.sub("", words))
    if stated := presence.at_end(words):
        words, told.status = stated
        if bodies.is_council(words) and not posts.is_job(words):
            return
        words = _without_aside(beside_words.HOW_CAME.sub("", words))
    if item := beside_words.FOR_ITEM.search(words):
        told.note, words = told.note or item["note"], words[: item.start()]
    words = _without_substitution(told, words)
    if not words or beside_words.NOTE.match(words):
        told.note = told.note or words or None
        return
    if replaced := beside_words.REPLACES.match(words):
        told.role, told.replaces = "substitute", _first_name_in(replaced["who"])
        return
    if status := _stated(words):
        told.status = status
        return
    if beside_words.CLAUSE.search(words):
        return
    kind = posts.kind_of(words)
    told.role = told.role or kind or ("officer" if departments.is_team(words) else None)
    in_words = any(letter.isupper() for letter in words) or posts.is_job(words)
    if in_words and kind not in {"chair", "vice_chair", "substitute", "member"}:
        told.position = words


def without_pairs(people: list[Listed]) -> tuple[list[Listed], list[Listed]]:
    """ "for Councillor B and Councillor C for Councillor D": those replaced, and pairs whose verb is left out."""
    first = next(
        (at for at, one in enumerate(people) if any(map(beside_words.REPLACES.match, one.brackets))), len(people)
    )
    return people[:first], people[first:]

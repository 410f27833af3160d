"""Lines that begin "Action:", and names that stand below or behind what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.language import names
from ingest.reading.records.actions import tasks
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.lists import AND_DAY, DAY_BEHIND, over_a_list, with_fields, with_owner
from ingest.reading.records.actions.named import named_first
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.owners import Owner
from ingest.reading.records.passages import Passage, Words, sentences_of

# "Action: BT to price", "ACTION: Ann Rowe", "Action for A Archer: print", "Action point 3 – JS to", "AP1: "
_TAGGED = (
    r"^[\[(*▶►➤•]*\s{0,3}(?:(?:AGREED\s+)?ACTIONS?(?:\s+POINTS?|\s+REQUIRED|\s+AGREED)?|"
    r"(?:Agreed\s+[Aa]|A)ctions?(?:\s+[Pp]oints?|\s+[Rr]equired|\s+[Aa]greed)?|AP)"
    r"\s{0,3}(?:(?:no\.?\s{0,3}|#)?(?:\d+[a-z]?(?:[./]\d+)?))?\s{0,3}"
    r"(?:(?:for|by|on|to)\s+(?P<who>[^:–]{2,80}?)|[(\[](?P<whom>[^()\[\]:]{2,60})[)\]]|"
    r"(?P<initials>(?!(?:BY|FOR|TO|ON|NO|LOG|LIST|PLAN)\b)[A-Z]{2,4}(?:\s?[/&,]\s?[A-Z]{2,4}){0,3}))?"
    r"\s{0,3}(?::|–|—|-(?=\s))\s*(?P<rest>.*?)"
)
_TAG = re.compile(rf"{_TAGGED}[\])*]*$", re.DOTALL)
_TAG_OPEN = re.compile(rf"{_TAGGED}$", re.DOTALL)
# "… would be checked. (Action: JS)", "… [ACTION – Head of Parks]"
_TRAILING = re.compile(
    r"\s{0,3}[\[(]?\s{0,3}\b(?:ACTION|Action(?:ed\s+by)?)\s{0,3}(?::|–|—|-)?\s{1,3}(?P<who>[A-Z][^\])(:]{1,60}?)"
    r"\s{0,3}[\])]?\.?$"
)


def tagged(stream: Sequence[Passage], setting: Setting) -> Iterator[tuple[Draft, int]]:
    """The actions of lines "Action: …"; a line with a name alone belongs to the sentence before it."""
    for place, passage in enumerate(stream):
        if match := _tag_of(passage.text):
            if draft := _tag(stream, place, match, setting):
                draft = _with_day_below(draft, stream[place + 1 : place + 2])
                parts = tasks.apart(draft, passage, match.start("rest"), setting) if draft.place == place else [draft]
                yield from ((part, place) for part in parts)
            continue
        for words in sentences_of(passage)[1:]:
            if draft := _tagged_sentence(words, place, setting):
                yield draft, -1  # what else the paragraph says is still to be read
        if (
            (match := _TRAILING.search(passage.text))
            and match.start() > 0
            and (owner := setting.owners.only_people(match["who"]))
        ):
            before = [words for words in sentences_of(passage) if words.start < match.start()]
            if before:
                inner = before[-1].trimmed(0, min(before[-1].end, match.start()) - before[-1].start)
                draft = Draft(
                    setting.item, inner.text, inner.quote, place, owner, doubts=doubts_of(owner), named_alone=True
                )
                yield draft, place
        elif (
            passage.block.align == "right"
            and place
            and (owner := _initials(passage, setting))
            and (draft := _of_sentence_before(stream, place, owner, setting))
        ):
            yield draft, place


# "By 3 June 2031" on a line of its own
_DAY_ALONE = re.compile(r"\(?(?:to\s+be\s+(?:done|completed)\s+)?(?:by|before)\s[^.;:]{3,40}\.?\)?", re.IGNORECASE)


# "Deadline: 3 June 2031"
_DAY_LABELLED = re.compile(
    r"\(?(?:deadline|due(?:\s+(?:date|by))?|by\s+when|target(?:\s+date)?|timescale)\s*[:–-]\s*(?P<day>.{3,80}?)\.?\)?",
    re.IGNORECASE,
)


def _with_day_below(draft: Draft, below: Sequence[Passage]) -> Draft:
    """An action with the day that stands on the line below it."""
    labelled = _DAY_LABELLED.fullmatch(below[0].text.strip()) if below else None
    if draft.due_words is None and labelled:
        return replace(draft, due_words=labelled["day"], column=True)
    if draft.due_words is None and below and _DAY_ALONE.fullmatch(text := below[0].text.strip()):
        return replace(draft, due_words=f"{draft.text.rstrip('.')} {text}")
    return draft


def _tag_of(text: str) -> re.Match[str] | None:
    """The tag that a text begins with; the closing bracket of "[Action: …]" is no part of the action, "[WM]" is."""
    match = _TAG.match(text)
    if match is None or text[:1] in "[(*":
        return match
    return _TAG_OPEN.match(text)


def _tagged_sentence(words: Words, place: int, setting: Setting) -> Draft | None:
    """ "ACTION: Clerk to advertise the plots." at the end of a paragraph."""
    match = _tag_of(words.text)
    if match is None or len(match["rest"].split()) < 3:
        return None
    rest = words.trimmed(match.start("rest"), match.end("rest"))
    if setting.owners.only_people(rest.text.rstrip(")]. ")):
        return None  # a name and nothing to do: it belongs to the sentence before
    who = match["who"] or match["whom"] or match["initials"]
    owner = setting.owners.of(who) if who else named_first(rest.text, setting)
    return Draft(setting.item, rest.text, rest.quote, place, owner, doubts=doubts_of(owner))


def _stranger(text: str) -> Owner | None:
    """Somebody with a title who is not among those present: "ACTION: Councillor Oakes"."""
    name = names.parse(text.strip(" .)]"))
    return Owner(name.text, text.strip(" .)]"), person=True) if name and (name.civic or name.titles) else None


def _tag(stream: Sequence[Passage], place: int, match: re.Match[str], setting: Setting) -> Draft | None:
    rest, who = match["rest"].strip(), match["who"] or match["whom"] or match["initials"]
    if over_a_list(stream[place].text):
        return None
    if _SIDE_BY_SIDE.fullmatch(rest) and not setting.owners.only_people(rest):
        return None  # two posts: nobody is said to do it alone
    passage = stream[place]
    if who is None and rest and (owner := setting.owners.only_people(rest) or _stranger(rest)):
        return _of_sentence_before(stream, place, owner, setting) if place else None
    if not rest:
        owner = setting.owners.only_people(who) if who else None
        return _of_sentence_before(stream, place, owner, setting) if owner and place else None
    words = Words(passage, match.start("rest"), match.end("rest")).trimmed()
    if found := with_fields(words, place, setting):
        return with_owner(found, setting.owners.of(who)) if who else found
    if (ending := AND_DAY.search(passage.text)) and (owner := setting.owners.only_people(ending["who"])):
        words = words.trimmed(0, ending.start() - words.start)
        return Draft(
            setting.item, words.text, words.quote, place, owner, ending["day"], column=True, doubts=doubts_of(owner)
        )
    if who is None and (told := _told_last(words, place, setting)):
        return told
    owner = setting.owners.of(who) if who else named_first(words.text, setting)
    trailing = _TRAILING.search(words.text) or re.search(
        r"[\[(]\s*(?P<who>[A-Z][\w.’' /&-]{1,40})[\])]\s*\.?$", words.text
    )
    if owner is None and trailing:
        owner = setting.owners.only_people(trailing["who"])
    day = DAY_BEHIND.search(words.text)
    due = day["day"] if day and owner else None
    return Draft(setting.item, words.text, words.quote, place, owner, due, bool(due), doubts=doubts_of(owner))


# "Number of open gates by ward. Parks Team, 3 June 2031."
_OWNER_AND_DAY = re.compile(
    r"(?<=[.;])\s+(?P<who>[A-Z][^.,;:()]{2,50}),\s+(?P<day>(?=[^.;:()]*(?:\d|meeting|month|week))[^.;:()]{3,40})\.?$"
)


def _told_last(words: Words, place: int, setting: Setting) -> Draft | None:
    """What somebody is to do by a day, both named in a sentence of their own behind it."""
    match = _OWNER_AND_DAY.search(words.text)
    owner = setting.owners.only_people(match["who"]) if match else None
    if match is None or owner is None:
        return None
    inner = words.trimmed(0, match.start())
    return Draft(
        setting.item, inner.text, inner.quote, place, owner, match["day"], column=True, doubts=doubts_of(owner)
    )


def told_again(draft: Draft, others: Sequence[Draft], words: Sequence[Passage]) -> bool:
    """Whether the line "Action: …" right below a paragraph says once more what the paragraph's last words promise.

    It is given to the same person, in a line that says what is to be done in full.
    """
    place = draft.place
    if place + 1 >= len(words) or draft.owner is None or _tag_of(words[place].text):
        return False
    if not _tag_of(words[place + 1].text):
        return False
    if not words[place].text.rstrip(" .").endswith(draft.text.rstrip(" .")):
        return False
    return any(
        one.place == place + 1 and one.owner and one.owner.name and one.owner.name == draft.owner.name for one in others
    )


_SIDE_BY_SIDE = re.compile(
    r"[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|of|for|and|&))*(?:\s?/\s?(?:[A-Z][\w.’'&-]*\s*|of\s|for\s|and\s|&\s)+)+"
)
# What a name beside it gives nobody to do: "The meeting closed at 9pm", with "Chairman" where he signs
_DECLARED = re.compile(
    r"\b(?:declared|disclosed)\b.*\binterests?\b|\bmeeting\s+(?:\w+\s+)?(?:ended|closed|finished|concluded|terminated)\b",
    re.IGNORECASE,
)


def _of_sentence_before(stream: Sequence[Passage], place: int, owner: Owner, setting: Setting) -> Draft | None:
    """What a name in the margin or on a line of its own is to do: the last sentence before it."""
    words = sentences_of(stream[place - 1])[-1]
    if _DECLARED.search(words.text):
        return None
    return Draft(setting.item, words.text, words.quote, place - 1, owner, doubts=doubts_of(owner), named_alone=True)


def _initials(passage: Passage, setting: Setting) -> Owner | None:
    """The owner where a line at the right is nothing but somebody's initials or name."""
    if len(passage.text.split()) > 4:
        return None
    owner = setting.owners.only_people(passage.text)
    return owner if owner and owner.person else None

"""When a record that was read is the same as a true one: the rules by which accuracy is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

Record = dict[str, Any]

# Titles and honours before and after names, which may be printed or not.
_TITLES = re.compile(
    r"\b(?:county councillors?|city councillors?|borough councillors?|parish councillors?|councillors?|cllrs?|alderman|"
    r"the worshipful|the rt hon|rt hon|hon|sir|dame|lord|lady|baroness|mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|"
    r"reverend|canon|cc|obe|mbe|cbe|jp|mp|msp|phd|qc|kc|ba|ma|frsa)\b\.?",
    re.I,
)


class Pairs(NamedTuple):
    """Records that are the same, true ones that were not read, and read ones that are not there."""

    same: list[tuple[Record, Record]]
    missed: list[Record]
    extra: list[Record]


def words(text: str | None) -> list[str]:
    """The words and figures of a text in small letters, broken words mended."""
    flat = re.sub(r"[’‘`]", "'", (text or "").lower())
    return re.findall(r"[a-z0-9£%']+", re.sub(r"(?<=\w)-\s*(?=\w)", "", flat))


def alike(first: str | None, second: str | None) -> float:
    """The share of words that two texts have in common, 0 to 1; a word counts as often as it stands there."""
    one, other = Counter(words(first)), Counter(words(second))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def name_parts(name: str | None) -> tuple[list[str], str]:
    """First names or initials, and the surname, in small letters, without titles, honours and brackets."""
    bare = re.sub(r"\(.*?\)", " ", name or "").split(",")[0]
    without = _TITLES.sub(" ", bare)
    bare = without if re.search(r"\w", without) else bare
    bare = re.sub(r"-\s+", "-", bare).replace("’", "'")
    parts = [part.lower() for part in re.findall(r"[^\W\d_](?:[\w'\-]*\w)?", bare)]
    return parts[:-1], parts[-1] if parts else ""


def same_person(first: str | None, second: str | None) -> bool:
    """Could two printed names be one person's? Surnames must agree, and first names or initials as far as given."""
    before, surname = name_parts(first)
    other_before, other_surname = name_parts(second)
    if not surname or surname.replace("-", "") != other_surname.replace("-", ""):
        return False
    for one, other in zip(before, other_before, strict=False):
        if len(one) == 1 or len(other) == 1:
            if one[0] != other[0]:
                return False
        else:
            return one == other
    return True


def same_item(first: Any, second: Any) -> bool:
    """Do two numbers or titles name the same agenda item?"""
    if first is None or second is None:
        return first is None and second is None
    one, other = (re.sub(r"[\s.]+$", "", str(value)).lower() for value in (first, second))
    return one == other or (len(words(one)) > 1 and alike(one, other) >= 0.8)


def same_words(true: str, read: str | None, *, strict: bool) -> float:
    """How far two texts are one decision or action, 0 where they are not; a few words of lead-in do not matter."""
    one, other = Counter(words(true)), Counter(words(read))
    shared, of_true, of_read = (one & other).total(), one.total(), other.total()
    value = 2 * shared / (of_true + of_read) if of_true + of_read else 0.0
    if value >= (0.8 if strict else 0.6):
        return value
    if of_true and shared / of_true >= 0.9 and of_read - shared <= (8 if strict else 15):
        return max(value, 0.5)
    part = shared >= 5 and shared / of_read >= 0.95 and shared / of_true >= 0.4
    return max(value, 0.5) if part and not strict else 0.0


def _people(true: Record, read: Record) -> float:
    return 1.0 if same_person(true["name"], read.get("name")) else 0.0


def _items(true: Record, read: Record) -> float:
    value = alike(true["title"], read.get("title"))
    return value if value >= 0.75 and same_item(true.get("number"), read.get("number")) else 0.0


def _indicators(true: Record, read: Record) -> float:
    value = alike(true["name"], read.get("name"))
    return value if value >= 0.7 else 0.0


def _decisions(true: Record, read: Record) -> float:
    return _texts(true, read, strict=True)


def _actions(true: Record, read: Record) -> float:
    return _texts(true, read, strict=False)


def _texts(true: Record, read: Record, *, strict: bool) -> float:
    if not same_item(true.get("item"), read.get("item")):
        return 0.0
    texts = [true["text"], *true.get("text_also", [])]
    return max(same_words(text, read.get("text"), strict=strict) for text in texts)


LIKENESS: dict[str, Callable[[Record, Record], float]] = {
    "attendees": _people,
    "agenda_items": _items,
    "resolutions": _decisions,
    "actions": _actions,
    "interests": _people,
    "indicators": _indicators,
}


def pairs(kind: str, true: Sequence[Record], read: Sequence[Record]) -> Pairs:
    """The records of one kind matched, the most alike first, each used once."""
    likeness = LIKENESS[kind]
    scored = [(likeness(one, other), i, j) for i, one in enumerate(true) for j, other in enumerate(read)]
    left, right = set(range(len(true))), set(range(len(read)))
    same = []
    for value, i, j in sorted(scored, key=lambda entry: -entry[0]):
        if value > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            same.append((true[i], read[j]))
    return Pairs(same, [true[i] for i in sorted(left)], [read[j] for j in sorted(right)])

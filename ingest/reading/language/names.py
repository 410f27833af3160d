"""Names of people as councils print them: titles, initials, surnames with particles, honours.

Shape decides, not lists of first names: "Mrs B K O E Trelander", "Cllr R Quill- Fenwick", "Siân ap Rhydderch, OBE".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.reading.language import names_shape
from ingest.reading.language.names_shape import WELSH_LETTERS, is_initial
from ingest.reading.language.names_words import PARTICLES

_EDGES = " \t\n\xa0.,;:–-†‡*§•"
_START = re.compile(r"(?<![\w’'.-])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name taken apart. ``titles`` are honorifics as printed, ``civic`` tells of a councillor's title.

    ``rank`` is a rank in a uniformed service ("Chief Inspector"), no part of the name either. ``first`` are first
    names or initials without stops; ``surname`` includes particles ("ap Rhydderch").
    """

    surname: str
    first: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    civic: bool = False
    rank: str = ""

    @property
    def text(self) -> str:
        """The name as a record has it: without councillor's titles, with honorifics and honours."""
        whole = " ".join((*self.titles, *self.first, self.surname))
        return f"{whole}, {' '.join(self.suffixes)}" if self.suffixes else whole

    @property
    def bare(self) -> str:
        return " ".join((*self.first, self.surname))

    @property
    def spelt_out(self) -> bool:
        """Whether a first name is given in full."""
        return any(len(part) > 2 or (len(part) == 2 and not part.isupper()) for part in self.first)

    @property
    def fullness(self) -> tuple[int, int]:
        """Sorts forms of one name: letters of spelt-out first names, then the number of first names."""
        return sum(len(part) for part in self.first if len(part) > 1), len(self.first)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name and where it stands in the text that was searched, its titles and honours included."""

    name: Name
    start: int
    end: int


def parse(text: str) -> Name | None:
    """A text that is one name and nothing else, taken apart; None where it is not.

    >>> parse("County Councillor Mrs B K O E Trelander, OBE").text
    'Mrs B K O E Trelander, OBE'
    """
    stripped = text.strip(_EDGES)
    found = at(stripped, 0, listed=True)
    return found.name if found and not stripped[found.end :].strip(_EDGES) else None


def at(text: str, start: int, *, listed: bool = False, titled: bool = False) -> FoundName | None:
    """The name that begins here. In a list (``listed``) initials or a lone surname without a title will do.

    ``titled``: "Councillors" stands over the list, so that words such as English or Hall may be surnames.
    """
    shape = names_shape.read(text, start, listed=listed, titled=titled)
    if shape is None:
        return None
    name = _build(shape)
    if name is None or not (listed or name.titles or name.civic or name.rank or name.spelt_out):
        return None
    return FoundName(name, start, shape.end)


def find(text: str) -> list[FoundName]:
    """Names in running text: after a title, or a first name and a surname side by side, from left to right."""
    return list(_find(text))


def _find(text: str) -> Iterator[FoundName]:
    position = 0
    for match in _START.finditer(text):
        if match.start() >= position and (found := at(text, match.start())) is not None:
            yield found
            position = found.end


_FIRST_TOO = frozenset({"Al", "Del", "Di", "Van"})  # particles of surnames that are first names as well


def _build(shape: names_shape.Shape) -> Name | None:
    """First names and surname out of the words of a name."""
    words = [re.sub(r"[-‐‑]\s+", "-", word) for word in shape.words]  # "Quill- Fenwick", broken over a line end
    split = len(words) - 1
    while split > 0 and (
        (len(words[split - 1]) > 1 and words[split - 1].lower() in PARTICLES)
        or words[split - 1].rstrip(".") in {"St", "Ó", "Ní"}
    ):
        split -= 1
    if split == 0 and words[0] in _FIRST_TOO and len(words) > 1 and not (shape.titles or shape.civic):
        split = 1  # "Di Marrow"
    if all(word.replace(".", "").isupper() for word in words):
        words = [_small(word) for word in words]
    surname = " ".join(words[split:])
    if len(surname.replace(".", "")) < 2:
        return None
    first = tuple(part for word in words[:split] for part in _first_names(word))
    kept = tuple(suffix for suffix in shape.suffixes if suffix != "CC")
    return Name(surname, first, shape.titles, kept, shape.civic or "CC" in shape.suffixes, shape.rank)


def _small(word: str) -> str:
    """A name printed in capitals: "O'NEILL-MARSH" is O'Neill-Marsh."""
    return (
        word
        if len(word.replace(".", "")) == 1 or "." in word
        else re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
    )


def _first_names(word: str) -> list[str]:
    if "." in word and is_initial(word) and word.rstrip(".") not in WELSH_LETTERS:
        return [letter for letter in word if letter.isalpha()]
    return [word.rstrip(".")]


# --- the same person ----------------------------------------------------------------------------------------------

_MEN = frozenset({"mr", "sir", "lord", "baron", "father"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Letters alone, small, without accents, hyphens and apostrophes: for comparing names."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in plain if letter.isalpha() and not unicodedata.combining(letter))


def same_person(a: Name, b: Name) -> bool:
    """Whether nothing in two printed names speaks against one person: "A Marrow" and "Mrs Anne Marrow" may be one."""
    return not _of_two_kinds(a, b) and (_compatible(a, b) or _is_tail(a, b) or _is_tail(b, a))


def _compatible(a: Name, b: Name) -> bool:
    if _family(a) != _family(b):
        return False
    for x, y in zip(map(folded, a.first), map(folded, b.first), strict=False):
        if len(x) > 1 and len(y) > 1:
            return x == y
        if x[:1] != y[:1]:
            return False
    return True


def _family(name: Name) -> str:
    return folded("".join(word for word in name.surname.split() if word.lower() not in PARTICLES))


def _is_tail(short: Name, long: Name) -> bool:
    """Whether one form is the end of the other ("Fane de Court" of "Barnaby Fane de Court") or lacks its hyphen."""
    a = [folded(word) for word in (*short.first, *short.surname.split())]
    b = [folded(word) for word in (*long.first, *long.surname.split())]
    if "".join(a) == "".join(b):
        return True
    if not short.spelt_out:  # "R Newman Thompson": the first is an initial, the rest a surname without its hyphen
        return len(a) > 1 and len(b) > 1 and a[0] == b[0][:1] and "".join(a[1:]) == "".join(b[1:])
    return len(a) > 1 and len(b) > len(a) and b[-len(a) :] == a


def _of_two_kinds(a: Name, b: Name) -> bool:
    titles_a, titles_b = ({title.lower().rstrip(".") for title in name.titles} for name in (a, b))
    return bool((titles_a & _MEN and titles_b & _WOMEN) or (titles_a & _WOMEN and titles_b & _MEN))


def fuller(a: Name, b: Name) -> Name:
    """The form of a name that says more (the first where both say as much), with what else the other one tells."""
    best, other = (b, a) if b.fullness > a.fullness else (a, b)
    return replace(
        best,
        titles=best.titles or other.titles,
        suffixes=best.suffixes or other.suffixes,
        civic=a.civic or b.civic,
        rank=best.rank or other.rank,
    )


_INITIALS_FIRST = re.compile(r"(?P<initials>[A-Z](?:[a-z]?[A-Z]){1,4})\s*[,;–-]\s*(?P<rest>\S.*)", re.DOTALL)


def apart_from_initials(name: Name, words: str) -> tuple[str | None, str]:
    """Words beside a name without the person's own initials in front: "AMcM, Vice Chair", of Ann McMarrow."""
    found = _INITIALS_FIRST.fullmatch(words.strip())
    if found is None or not fits_initials(name, found["initials"]):
        return None, words
    return found["initials"], found["rest"]


def fits_initials(name: Name, initials: str) -> bool:
    """Whether notes may mean this person by these initials.

    NSI for Nora Strang-Ives, RMcD for Rory McDowd-Lees, SAP and SP for Sarah-Anne Price.
    """
    wanted = re.sub(r"[.\s]", "", initials)
    words = [word for word in re.split(r"[\s‐‑-]+", name.surname) if word and word[0].isupper()]
    given = "".join(part[0] for part in name.first)
    if not given or not words or len(wanted) < 2:
        return False
    each = "".join(part[0] for first in name.first for part in re.split(r"[‐‑-]", first) if part)
    capitals = "".join(re.findall(r"Ma?c[A-Z]|[A-Z]", "".join(words)))
    tails = {words[0][0], "".join(word[0] for word in words), capitals, re.sub(r"(Ma?c[A-Z]).*", r"\1", capitals)}
    return any(first + tail == wanted for first in {given, given[0], each} for tail in tails)

"""Which words, from a place in a text on, make one printed name: decided by shape."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.reading.language.names_words import BEFORE_WARD, NAMES_TOO, NOT_NAMES, PARTICLES, SUFFIXES, TITLE

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'`ʼ][^\W\d_]+|[-‐‑]\s?(?=[^\W\d_])[^\W\d_]+)*\.?")
_AFTER_TITLE = re.compile(
    r"[ \t\n\xa0]*/[ \t\n\xa0]*|[ \t\n\xa0]+"
)  # "Y Cynghorydd / Councillor Huw Rees", "Cyng./Cllr"
_SPACE = re.compile(r"[ \t\n\xa0]+")
_SUFFIX = re.compile(r"(?:,\s?|\s)((?:[A-Z]\.){2,4}|[A-Za-z]{2,4})(?![\w’'-])")
_MIXED_SUFFIXES = frozenset({"PhD", "BSc", "MSc", "Esq", "Jnr", "Snr"})
_IRISH = frozenset({"Ó", "Ní", "Uí", "Nic"})
_PLACES_TOO = frozenset({"ward"})  # "Castle Ward" is a place; "Councillor Ward" and "P Ward" are people
# Titles and ranks that are surnames too: "Councillor A Lord", "Cllr Major"
_SURNAMES_TOO = frozenset({"baron", "earl", "major", "lord", "constable", "sergeant", "canon", "baillie", "bailie"})
_COURTESIES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"})
_OF_A_PLACE = re.compile(r"\b(?:the|st|ste|saint)\.?\s+$", re.IGNORECASE)  # "St Mark Ward", "the Helen Ward"
_BEFORE_NAME = re.compile(r"\.?\s+[A-Z]")
WELSH_LETTERS = frozenset({"Ch", "Dd", "Ff", "Ll", "Ph", "Rh", "Th"})  # one letter each: "Ff. Marrow"
_FIRST_NAMES = frozenset({"Will", "April", "May", "June", "August"})
_SURNAME = re.compile(r"[ \t\n\xa0]+([A-Z][\w’'-]*[a-zà-ÿ])")
_SAINTS = frozenset({"st.", "ste."})


@dataclass(frozen=True, slots=True)
class Shape:
    """The words of a name in the text: honorifics, whether a councillor's title stands there, the name's own words,
    honours, and where it all ends."""

    titles: tuple[str, ...]
    civic: bool
    words: tuple[str, ...]
    suffixes: tuple[str, ...]
    end: int
    rank: str = ""


def read(text: str, start: int, *, listed: bool = False, titled: bool = False) -> Shape | None:
    """The name that begins at ``start``, None where no name does."""
    titles, civic, office, rank, after = _titles(text, start)
    words, end = _name_words(text, after, loose=bool(titles or civic or rank or titled), listed=listed)
    if not words:
        return None
    suffixes, end = _suffixes(text, end)
    return Shape(tuple(titles), civic or office, tuple(words), tuple(suffixes), end, rank)


def is_initial(word: str) -> bool:
    """ "J", "J.", "J.L.": capitals with stops, or a single one."""
    letters = word.replace(".", "")
    if letters in WELSH_LETTERS and word.endswith("."):
        return True
    return letters.isupper() and (len(letters) == 1 or (len(letters) <= 4 and "." in word))


def _titles(text: str, start: int) -> tuple[list[str], bool, bool, str, int]:
    """Titles from here on: those kept, whether one is a councillor's, or a civic office, the rank, and their end."""
    kept: list[str] = []
    civic, office, rank = False, False, ""
    while match := TITLE.match(text, start):
        printed = match.group().strip()
        if (
            printed.lower() in _SURNAMES_TOO
            and (civic or _are_courtesies(kept))
            and not _BEFORE_NAME.match(text, match.end())
        ):
            break
        if not (printed[0].isupper() or printed.lower().startswith("the ")):
            break
        if match.lastgroup == "civic":
            civic = True
        elif match.lastgroup == "office":  # "Provost Road": of itself it makes no name of the word behind it
            office = True
        elif match.lastgroup == "rank":
            rank = printed
        else:
            printed = re.sub(r"^the\s+(?=rev|very|ven|canon)", "", printed, flags=re.IGNORECASE)
            kept.append(re.sub(r"\s+", " ", printed.title() if printed.isupper() else printed))
        gap = _AFTER_TITLE.match(text, match.end())
        start = gap.end() if gap else match.end()
    return kept, civic, office, rank, start


def _are_courtesies(titles: list[str]) -> bool:
    """Whether titles are such as stand before a surname alone: "Mr Constable"."""
    return bool(titles) and titles[-1].rstrip(".") in _COURTESIES


def _name_words(text: str, start: int, *, loose: bool, listed: bool) -> tuple[list[str], int]:
    """The run of words from here that can make one name, and where it ends."""
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < 7 and (match := _TOKEN.match(text, position)):
        word, end = match.group(), match.end()
        last = word.endswith(".") and not is_initial(word) and word.lower() not in _SAINTS
        if last:
            word, end = word[:-1], end - 1
        first = listed and not words and _is_first_name(word, text, end)
        behind_name = listed and bool(words) and word.lower() not in _PLACES_TOO
        earlier = [before for before, _ in words]
        surname = word.lower() in _PLACES_TOO and _is_ward_a_surname(earlier, text, start)
        if not (first or surname or _fits(word, earlier, loose=loose or behind_name)):
            break
        words.append((word, end))
        gap = _SPACE.match(text, end)
        if last or (gap is None and not word.endswith(".")):
            break
        position = gap.end() if gap else end
    while words and (words[-1][0].lower() in PARTICLES or is_initial(words[-1][0])):
        words.pop()
    return [word for word, _ in words], words[-1][1] if words else start


def _is_first_name(word: str, text: str, end: int) -> bool:
    """Whether a word that is no name by itself is one here: "Will Marrow", "April Oakes"."""
    following = _SURNAME.match(text, end) if word in _FIRST_NAMES else None
    return following is not None and following[1].lower() not in NOT_NAMES


def _is_ward_a_surname(before: list[str], text: str, start: int) -> bool:
    """Whether "Ward" behind these words is a surname: they are common first names, or one and initials: "Mark Ward",
    "Jane A. Ward"; but "Castle Ward" and "St Mark Ward" are places."""
    if not before or before[0].lower() not in BEFORE_WARD:
        return False
    middle = all(word.lower() in BEFORE_WARD or is_initial(word) for word in before[1:])
    return middle and len(before) < 4 and _OF_A_PLACE.search(text, max(0, start - 8), start) is None


def _fits(word: str, before: list[str], *, loose: bool) -> bool:
    """Whether a word can go on a name."""
    lower = word.lower()
    if lower in PARTICLES and word[0].islower():
        return bool(before) or loose
    if before and before[-1] in _IRISH and re.match(r"h[A-ZÁÉÍÓÚ]", word):  # "Ó hEithir"
        return True
    if not word[0].isupper() or lower.endswith(("’s", "'s")):
        return False
    if before and _are_initials_of(word, before):  # "Ann Marrow AM", in a column of initials
        return False
    if before and _is_suffix(word) and not all(is_initial(earlier) for earlier in before):
        return False
    if lower in NOT_NAMES and len(lower) > 1:
        after_initial = bool(before) and is_initial(before[-1])
        if len(before) > 1 and is_initial(before[-2]) and not after_initial:  # "Mr W Grove Clerk"
            return False
        return lower in NAMES_TOO and (loose or after_initial)
    return not (before and len(lower) > 2 and TITLE.fullmatch(word) and lower not in _SURNAMES_TOO)


def _are_initials_of(word: str, before: list[str]) -> bool:
    """Whether a word is made of the first letters of those before it, which are printed in small letters."""
    if not (word.isupper() and len(word) == len(before) > 1):
        return False
    return all(letter == name[0] and not name.isupper() for letter, name in zip(word, before, strict=True))


def _is_suffix(word: str) -> bool:
    return len(word) > 1 and word.lower() in SUFFIXES and (word.isupper() or word in _MIXED_SUFFIXES)


def _suffixes(text: str, end: int) -> tuple[list[str], int]:
    """Honours and degrees behind a name: ", OBE JP"."""
    found: list[str] = []
    while match := _SUFFIX.match(text, end):
        letters = match[1].replace(".", "")
        if not _is_suffix(letters):
            break
        found.append(letters)
        end = match.end()
    return found, end

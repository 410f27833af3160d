"""Marks the words that were looked for in a text, and cuts out the part of it where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.search.asking import Asked, Term
from minutes.search.words import Word, stem, words, words_beginning

TITLE, TEXT = 160, 260  # letters that are shown
BEFORE = 70  # letters before the first marked word
_FARTHEST = 20_000  # letters into a text that are looked through


class Piece(NamedTuple):
    """A part of a text; plain words, to be escaped where they are shown."""

    text: str
    marked: bool = False


def marked(text: str, asked: Asked, most: int = TITLE) -> list[Piece]:
    """A text with the words marked; of a longer one, the part with the most different ones of them.

    >>> from minutes.search.asking import understood
    >>> marked("Home to school transport", understood("schools"))
    [Piece(text='Home to ', marked=False), Piece(text='school', marked=True), Piece(text=' transport', marked=False)]
    """
    flat = " ".join(text[:_FARTHEST].split())
    found = list(spans(flat, asked.terms))
    start, end = _window(flat, found, most)
    pieces = [Piece("… ")] if start else []
    at = start
    for _, begins, ends in found:
        if at <= begins and ends <= end:
            pieces += [Piece(flat[at:begins]), Piece(flat[begins:ends], True)]
            at = ends
    pieces.append(Piece(flat[at:end].rstrip() + (" …" if end < len(flat) else "")))
    return [piece for piece in pieces if piece.text]


def stand_in(text: str, asked: Asked) -> bool:
    """Whether any of the words stands in a text."""
    return next(spans(text[:_FARTHEST], asked.terms), None) is not None


def spans(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int, int]]:
    """Where terms stand: the term's number, its first letter and the end of its last; in order, none in another."""
    if any(len(term.words) > 1 for term in terms):
        yield from _with_phrases(text, terms)
        return
    known: dict[str, int | None] = {}  # by a word, the term that it is
    for word in words_beginning(text, {term.words[0][0] for term in terms}):
        if word.folded not in known:
            known[word.folded] = next((at for at, term in enumerate(terms) if _is_word(term, 0, word.folded)), None)
        if (number := known[word.folded]) is not None:
            yield number, word.start, word.end


def _with_phrases(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int, int]]:
    """The same, where a term may be several words."""
    found = list(words(text))
    begun: dict[str, list[int]] = {}  # by a word, the terms that may begin with it
    index = 0
    while index < len(found):
        word = found[index].folded
        if word not in begun:
            begun[word] = [number for number, term in enumerate(terms) if _is_word(term, 0, word)]
        number = next((number for number in begun[word] if _follows(found, index, terms[number])), None)
        length = 1
        if number is not None:
            length = len(terms[number].words)
            yield number, found[index].start, found[index + length - 1].end
        index += length


def _follows(found: Sequence[Word], index: int, term: Term) -> bool:
    here = found[index : index + len(term.words)]
    return len(here) == len(term.words) and all(_is_word(term, at, word.folded) for at, word in enumerate(here))


def _is_word(term: Term, place: int, word: str) -> bool:
    """Whether a word is a term's at some place: one of its forms, the last of a beginning with a star."""
    wanted = term.words[place]
    if term.is_prefix and place == len(term.words) - 1:
        return word.startswith(wanted)
    return word == wanted or (not term.exact and stem(word) == stem(wanted))


def _window(text: str, found: Sequence[tuple[int, int, int]], most: int) -> tuple[int, int]:
    """Where to cut: at whole words, around the place where the most different terms stand close together."""
    if len(text) <= most:
        return 0, len(text)
    best, start, terms = 0, 0, len({number for number, _, _ in found})
    for _, begins, _ in found[:200]:
        if best == terms:
            break
        first = max(0, begins - BEFORE)
        here = len({number for number, at, end in found if first <= at and end <= first + most})
        if here > best:
            best, start = here, first
    start = text.find(" ", start) + 1 if start else 0
    end = min(len(text), start + most)
    return start, end if end == len(text) else max(text.rfind(" ", start, end), start + 1)

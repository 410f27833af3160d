"""What people type, and how words are compared: without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.asking import MOST_WORDS, understood
from minutes.search.marking import TEXT, marked
from minutes.search.words import fold, stem, words


def terms(text):
    return [" ".join(term.words) + ("*" if term.is_prefix else "") for term in understood(text).terms]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("school transport", ["school", "transport"]),
        ('"walking routes" school', ["walking routes", "school"]),
        ("“walking routes”", ["walking routes"]),
        ("safeguard*", ["safeguard*"]),
        ("s*", ["s"]),
        ("O'Brien O’Shea", ["o brien", "o shea"]),
        ("children's councils'", ["children", "councils"]),
        ("co-opted 2025/26", ["co opted", "2025 26"]),
        ("Siân MÜLLER", ["sian", "muller"]),
        ("report AND (roads NEAR bus) NOT x", ["report", "and", "roads", "near", "bus", "not", "x"]),
        ("title:report ^budget {a b}", ["title report", "budget", "a", "b"]),
        ('an "open quote', ["an", "open", "quote"]),
        ("report report", ["report"]),
        ("NUL\x00inside", ["nul", "inside"]),
        ("🚌 buses", ["buses"]),
        ("- -- \" '' * 🚌", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_query_is_understood_as_people_write_it(typed, wanted):
    assert terms(typed) == wanted


def test_a_minus_before_a_word_or_a_phrase_says_what_must_not_be_there():
    asked = understood('transport -rail -"school bus" co-opted - road')
    assert [term.words for term in asked.unwanted] == [("rail",), ("school", "bus")]
    assert [term.words for term in asked.terms] == [("transport",), ("co", "opted"), ("road",)]


def test_what_has_only_unwanted_words_asks_for_nothing():
    assert not understood("-rail")


def test_a_very_long_query_is_cut_and_says_so():
    asked = understood(" ".join(f"word{number}" for number in range(5000)))
    assert len(asked.terms) == MOST_WORDS
    assert asked.shortened
    assert not understood("a short one").shortened


def test_a_very_long_phrase_counts_by_its_words():
    asked = understood('rail "' + "the report of " * 100 + '" road')
    assert (asked.number_of_words, len(asked.terms)) == (MOST_WORDS, 2)
    assert asked.terms[1].words[:3] == ("the", "report", "of")
    assert asked.shortened


@given(st.text(max_size=300))
def test_nothing_that_can_be_typed_is_an_error(typed):
    asked = understood(typed)
    assert all(word and word == fold(word) for term in (*asked.terms, *asked.unwanted) for word in term.words)


def test_forms_of_a_word_have_one_stem_and_other_words_another():
    assert stem("schools") == stem("school")
    assert stem("reported") == stem("reporting") == stem("reports")
    assert stem("policies") == stem("policy")
    assert stem("policy") != stem("police")


@given(st.text(max_size=200))
def test_words_stand_where_they_are_said_to_stand(text):
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.folded


def shown(text, query, most=TEXT):
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in marked(text, understood(query), most))


def test_words_are_marked_in_all_their_forms_and_phrases_as_a_whole():
    text = "Schools near a school: the walking routes to it, and routes for walking."
    assert shown(text, 'school "walking routes"') == (
        "[Schools] near a [school]: the [walking routes] to it, and routes for walking."
    )
    assert shown("Siân O’Brien’s safeguarding", "sian o'brien safe*") == "[Siân] [O’Brien]’s [safeguarding]"


def test_a_long_text_is_cut_at_whole_words_where_most_of_the_words_stand():
    text = "The budget. " + "Nothing of note was said. " * 40 + "The transport budget was agreed. " + "And so on. " * 40
    cut = shown(text, "transport budget", 120)
    assert cut.startswith("… ")
    assert "[transport] [budget] was agreed" in cut
    assert cut.endswith(" …")
    assert len(cut) < 140


@given(st.text(max_size=400), st.text(max_size=20))
def test_marking_shows_the_text_and_nothing_else(text, query):
    flat = " ".join(text.split())
    pieces = marked(text, understood(query), 10_000)
    assert "".join(piece.text for piece in pieces) == flat

"""Where the words of a record stand in a paper without pages."""

from types import SimpleNamespace

from minutes.papers.passages import AT_ONCE, Passage, Segment, passages, screen_of


def card(text, paragraph, marked=False):
    part = {"text": text, "page": None, "boxes": [], "paragraph": paragraph}
    return SimpleNamespace(parts=[part], marked=marked)


def marks(shown):
    return {one.number: [piece.text for piece in one.segments if piece.marked] for one in shown if one.is_marked}


def test_the_marked_words_stand_apart_in_their_paragraph():
    wanted = card("that the report be noted", 3, marked=True)
    shown, elsewhere = passages(["1. Roads", "Resolved: that the report be noted, with thanks."], [wanted])
    assert [(piece.text, piece.marked) for piece in shown[1].segments] == [
        ("Resolved: ", False),
        ("that the report be noted", True),
        (", with thanks.", False),
    ]
    assert shown[1].cards == [wanted]
    assert elsewhere == []


def test_the_same_words_in_two_places_are_told_apart_by_what_stands_around_them():
    paragraphs = ["1. Roads", "The report be noted.", "2. Bridges", "The report be noted.", "3. Urgent business"]
    around = [card("Roads", 2), card("Bridges", 8), card("Urgent business", 14)]
    first, second = card("The report be noted.", 5), card("The report be noted.", 11, marked=True)
    shown, _ = passages(paragraphs, [*around, first, second])
    assert shown[1].cards == [first]
    assert shown[3].cards == [second]
    assert marks(shown) == {4: ["The report be noted."]}


def test_words_over_several_paragraphs_are_marked_in_each():
    wanted = card("that officers\nreport back", 1, marked=True)
    shown, _ = passages(["Agreed that officers", "report back in May"], [wanted])
    assert marks(shown) == {1: ["that officers"], 2: ["report back"]}


def test_a_record_whose_words_are_nowhere_is_shown_apart():
    lost = card("words of another file", 4, marked=True)
    shown, elsewhere = passages(["1. Roads"], [lost])
    assert elsewhere == [lost]
    assert marks(shown) == {}


def test_a_long_paper_is_shown_in_parts():
    shown = [Passage(number, [Segment("words")]) for number in range(1, AT_ONCE + 11)]
    assert [one.number for one in screen_of(shown, AT_ONCE + 5)] == list(range(AT_ONCE + 1, AT_ONCE + 11))
    assert screen_of(shown, 10**6)[-1].number == AT_ONCE + 10
    assert screen_of([], 1) == []

"""Which column of a performance table names the indicators, which sets targets, and which hold values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reading.records.indicators import words as say
from ingest.reading.records.indicators.rows import Row, at, column, figures, lettered, spread, text, worded

_SHORT = 30  # letters: what stands in place of a figure ("Not surveyed", "Reported once a year")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of an indicator stand in a row, and the headings; ``first`` is the row under the header."""

    heads: tuple[str, ...]
    name: int
    targets: tuple[int, ...]
    values: tuple[int, ...]
    commentary: int | None
    first: int

    @property
    def width(self) -> int:
        return len(self.heads)

    @property
    def periods(self) -> tuple[str, ...]:
        return tuple(self.heads[place] for place in self.values)


def heads_of(rows: Sequence[Row]) -> tuple[list[str], int]:
    """The headings of the columns, and the number of rows that they take; a title over all columns is passed over."""
    over = 0
    while over < len(rows) - 2 and len(spread(rows[over])) > 1 and sum(bool(text(cell)) for cell in rows[over]) == 1:
        over += 1
    top = [text(cell) for cell in spread(rows[over])]
    if over + 2 < len(rows) and _parts_heads(spread(rows[over + 1]), top):
        return _under(rows[over], spread(rows[over + 1])), over + 2
    return top, over + 1


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The columns by the header and by what stands under it; None where this is no performance table."""
    if len(rows) < 2:
        return None
    heads, first = heads_of(rows)
    body = [spread(row) for row in rows[first:]]
    if any(say.RISKS.search(head) for head in heads):
        return None
    targets = _targets(heads, body)
    name, named = _name(heads, body, targets)
    if name is None or not (named or targets or counts(heads)) or not (named or _of_performance(heads, name)):
        return None
    aside = {name, *targets}
    values = tuple(
        place for place, head in enumerate(heads) if place not in aside and _holds_values(head, column(body, place))
    )
    comment = next((p for p, head in enumerate(heads) if say.COMMENT.search(head) and p not in values), None)
    return Columns(tuple(heads), name, tuple(targets), values, comment, first) if values else None


def counts(heads: Sequence[str]) -> bool:
    """Whether all columns but the first are headed as counts of something, two at least.

    "Interventions | Total clients reached | Number of visits": what was done; money and staff are no performance.
    """
    others = list(heads[1:])
    return len(others) >= 2 and all(say.COUNTED.search(head) and not say.MONEY.search(head) for head in others)


def _targets(heads: Sequence[str], body: Sequence[Row]) -> list[int]:
    """The columns of targets; of two, that of "standards" without a figure at their beginning has the names."""
    places = [place for place, head in enumerate(heads) if _sets_target(head) and _has_digits(column(body, place))]
    names = [p for p in places if say.STANDARD.fullmatch(heads[p]) and all(map(_begins_in_words, column(body, p)))]
    return [place for place in places if place not in names[: len(places) - 1]]


def _has_digits(texts: Sequence[str]) -> bool:
    return not texts or figures(texts) > 0 or sum(any(map(str.isdigit, words)) for words in texts) * 2 > len(texts)


def _begins_in_words(words: str) -> bool:
    return words[:1].isalpha()


def _sets_target(head: str) -> bool:
    return bool(say.TARGET.search(head)) and not (say.RATING.search(head) or say.COMMENT.search(head))


def _name(heads: Sequence[str], body: Sequence[Row], targets: Sequence[int]) -> tuple[int | None, bool]:
    """The column of names, and whether the table says that it lists indicators.

    A column of codes ("KPI 12") says so and names nothing; a column whose words come again and again is a theme.
    """
    said = [p for p, head in enumerate(heads) if say.NAME.search(head) and not say.PERIOD_ONLY.fullmatch(head)]
    said += [p for p, head in enumerate(heads) if say.STANDARD.fullmatch(head) and p not in said and p not in targets]
    names = [p for p in said if p not in targets and worded(column(body, p))]
    others = [p for p, head in enumerate(heads) if p not in targets and _may_name(head) and worded(column(body, p))]
    for places in (names, others):
        different = [p for p in places if len(set(column(body, p))) == len(column(body, p))]
        if places:
            return (different or places)[0], bool(said)
    if counts(heads) and column(body, 0):
        return 0, False
    return None, bool(said)


def _may_name(head: str) -> bool:
    return not (say.COMMENT.search(head) or (head and say.RATING.search(head)) or say.ASIDE.search(head))


def _of_performance(heads: Sequence[str], name: int) -> bool:
    """Whether a table that speaks of no indicators may be one of performance: not of risks, savings or members."""
    return not say.ELSE.search(heads[name]) and not any(say.POUNDS.search(head) for head in heads)


def _holds_values(head: str, texts: Sequence[str]) -> bool:
    """Whether a column holds figures: by what stands in it, and not a rating, a code, another's figure or a comment."""
    if say.RATING.search(head) or say.COMMENT.search(head) or say.TARGET.search(head) or say.OTHERS.search(head):
        return False
    dated = say.PERIOD.search(head)
    if say.ASIDE.search(head) and not dated and not say.NUMBER_OF.search(head):
        return False
    if say.MEASURE.search(head) and not dated:
        return False
    some = figures(texts)
    if some and say.is_period(head) and all(len(words) <= _SHORT for words in texts):
        return True
    return bool(texts) and some >= 0.6 * len(texts)


def _parts_heads(row: Row, top: Sequence[str]) -> bool:
    """Whether a second row only parts the columns above it: "| | Q1 | Q2 | Q3 |", "Measure | Target | Actual"."""
    texts = [text(cell) for cell in row]
    said = [words for words in texts if words]
    if not said or (texts[0] and (top[0] or not say.NAME.search(texts[0]))):
        return False
    return all(
        say.PERIOD_ONLY.fullmatch(words)
        or (lettered(words) and len(words.split()) <= 4 and not say.FIGURE.fullmatch(words) and _is_head(words))
        for words in said
    )


def _is_head(words: str) -> bool:
    return any(kind.search(words) for kind in (say.PERIOD, say.TARGET, say.RATING, say.COMMENT, say.ASIDE, say.NAME))


def _under(upper: Row, lower: Row) -> list[str]:
    """Two header rows as one: "2024/25" over "Q1" and "Q2" is "2024/25 Q1" and "2024/25 Q2".

    Where the table has merged its cells, they say how far a heading reaches; otherwise it reaches to the next.
    """
    merged = any(cell.spans > 1 for cell in upper)
    top = [words for cell in upper for words in [text(cell)] * cell.spans]
    joined: list[str] = []
    above = ""
    for place in range(max(len(top), len(lower))):
        own = top[place] if place < len(top) else ""
        low = at(lower, place)
        above = own or ("" if merged or not low else above)
        joined.append(f"{above} {low}".strip())
    return joined

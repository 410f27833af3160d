from __future__ import annotations

import django_filters as df

from minutes.filters.lists import RecordFilter, committee_filter, words_filter, year_filter
from minutes.models import (
    Decision,
    Interest,
    InterestKind,
    Resolution,
)


class ResolutionFilter(RecordFilter):
    TITLE, ONE, MORE, FILE = "Resolutions", "resolution", "resolutions", "resolutions_file"
    EMPTY = "No resolution has been found in the papers read so far."

    words = words_filter()
    committee = committee_filter("meeting__committee")
    year = year_filter()
    decision = df.ChoiceFilter(label="Decision", empty_label="All decisions", choices=Decision.choices)

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()


class InterestFilter(RecordFilter):
    TITLE, ONE, MORE, FILE = "Declarations of interest", "declaration", "declarations", "interests_file"
    EMPTY = "No interest has been declared in the papers read so far."

    words = words_filter("Name or words")
    committee = committee_filter("meeting__committee")
    year = year_filter()
    kind = df.ChoiceFilter(label="Kind of interest", empty_label="All kinds", choices=InterestKind.choices)

    class Meta:
        model = Interest
        fields: tuple[str, ...] = ()

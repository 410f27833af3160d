"""What a search page has dozens or hundreds of: written at once, without a template for each."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.plain import words
from minutes.rows.cells import body_short
from minutes.rows.sources import source_link
from minutes.search.facets import Value
from minutes.search.results import Result

register = template.Library()


@register.simple_tag
def facet_values(values: Iterable[Value]) -> SafeString:
    """The values of a facet as links, each with the number of its results where they were counted."""
    return format_html_join(
        "",
        '<li><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>{}</li>',
        ((value.address, value.label, _number(value.count)) for value in values),
    )


def _number(count: int | None) -> SafeString | str:
    if not count:
        return ""
    return format_html(
        ' <span class="app-quiet">{}<span class="govuk-visually-hidden"> result{}</span></span>',
        count,
        "" if count == 1 else "s",
    )


@register.simple_tag
def place_of(result: Result) -> SafeString:
    """Where a result stands: a link to its meeting, and one to its page with the words marked."""
    meeting: SafeString | str = ""
    if result.meeting:
        meeting = format_html(
            '<a class="govuk-link govuk-link--no-visited-state" href="{}">{}, {}</a> ',
            reverse("meeting", args=[result.meeting.pk]),
            body_short(result.meeting),
            words(result.meeting.date) if result.meeting.date else "no date",
        )
    return format_html("{}{}", meeting, source_link(result.record) if result.record else _page_link(result))


def _page_link(result: Result) -> SafeString | str:
    if not result.page_address:
        return ""
    return format_html(
        '<a class="app-source" href="{}">{}<span class="govuk-visually-hidden"> of the paper, with the words marked'
        '</span><span aria-hidden="true"> ↗</span></a>',
        result.page_address,
        f"page {result.page_number}" if result.page_number else "source",
    )

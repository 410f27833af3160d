"""What stands around a page and under a list: the navigation, and the pages of the list."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from minutes import paging
from minutes.checking import questions
from minutes.models import year_in_words
from minutes.permissions import can
from minutes.rows.cells import NONE, joined, written

register = template.Library()

PLACES = (
    ("Home", "home"),
    ("Meetings", "meetings"),
    ("Committees", "committees"),
    ("Actions", "actions"),
    ("Recommendations", "recommendations"),
    ("Resolutions", "resolutions"),
    ("Interests", "interests"),
    ("People", "people"),
    ("Papers", "papers"),
)
# Whether a place is the page, and whether the page lies under it.
CURRENT = {(True, True): ' aria-current="page"', (False, True): ' aria-current="true"', (False, False): ""}
ASKED = ' <span class="app-count">{}<span class="govuk-visually-hidden"> question{}</span></span>'


@register.inclusion_tag("components/navigation.html", takes_context=True)
def navigation(context: dict[str, Any]) -> dict[str, Any]:
    """The places of the service. The one that the page is, or lies under, is marked."""
    here, user = context["request"].path, context["request"].user
    places = [(name, reverse(url), 0) for name, url in PLACES]
    if can(user, "edit"):
        places.insert(1, ("Needs a look", reverse("needs_a_look"), questions.count(user)))
    return {"items": joined(_place(here, *place) for place in places)}


def _place(here: str, name: str, address: str, asked: int) -> SafeString:
    """One of them: the page itself, or what the page lies under, or another, with the number of questions in it."""
    current = here == address
    active = current or (address != "/" and here.startswith(address))
    return written(
        f'<li class="govuk-service-navigation__item{" govuk-service-navigation__item--active" if active else ""}">'
        f'<a class="govuk-service-navigation__link" href="{{}}"{CURRENT[current, active]}>{{}}{{}}</a></li>',
        address,
        written('<strong class="govuk-service-navigation__active-fallback">{}</strong>', name) if active else name,
        written(ASKED, asked, "" if asked == 1 else "s") if asked else NONE,
    )


@register.simple_tag(takes_context=True)
def pagination(context: dict[str, Any], page: paging.Page | Page[Any]) -> SafeString:
    """Links to the pages of a list; nothing where there is one page. The filter in the address stays."""
    told, request = {"page": page}, context["request"]
    if isinstance(page, paging.Page):
        return render_to_string("components/pages.html", told, request)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return render_to_string("components/pagination.html", told | {"numbers": list(numbers)}, request)


@register.simple_tag
def shown_of(page: paging.Page, listing: Any) -> str:
    """What of a list is on the page: "Showing 61 to 90 of 340 resolutions", as far as it is known."""
    things = listing.ONE if page.count == 1 else listing.MORE
    if page.is_whole:
        return f"{page.count} {things}"
    if page.first:
        return f"Showing {page.first} to {page.last} of {page.count} {things}"
    return f"Showing {len(page)} of {page.count} {things}"


@register.inclusion_tag("components/column.html")
def column(label: str, css: str = "") -> dict[str, str]:
    """A heading of a list's column; ``css`` says how it is set."""
    return {"label": label, "css": css}


@register.filter
def year_words(year: int) -> str:
    """A municipal year as it is written: "2025/26"."""
    return year_in_words(year)

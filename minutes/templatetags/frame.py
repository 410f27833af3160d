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


@register.inclusion_tag("components/navigation.html", takes_context=True)
def navigation(context: dict[str, Any]) -> dict[str, Any]:
    """The places of the service. The one that the page is, or lies under, is marked."""
    here = context["request"].path
    places = [(name, reverse(url), 0) for name, url in PLACES]
    user = context["request"].user
    if can(user, "edit"):
        places.insert(1, ("Needs a look", reverse("needs_a_look"), questions.count(user)))
    return {
        "items": [
            {
                "name": name,
                "address": address,
                "count": count,
                "current": here == address,
                "active": here == address or (address != "/" and here.startswith(address)),
            }
            for name, address, count in places
        ]
    }


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

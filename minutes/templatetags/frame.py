"""What stands around a page and under a list: the navigation, and the pages of the list."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.urls import reverse

register = template.Library()

PLACES = (
    ("Home", "home"),
    ("Meetings", "meetings"),
    ("Actions", "actions"),
    ("Resolutions", "resolutions"),
    ("Interests", "interests"),
    ("People", "people"),
    ("Papers", "papers"),
)


@register.inclusion_tag("components/navigation.html", takes_context=True)
def navigation(context: dict[str, Any]) -> dict[str, Any]:
    """The places of the service. The one that the page is, or lies under, is marked."""
    here = context["request"].path
    places = [(name, reverse(url)) for name, url in PLACES]
    return {
        "items": [
            {
                "name": name,
                "address": address,
                "current": here == address,
                "active": here == address or (address != "/" and here.startswith(address)),
            }
            for name, address in places
        ]
    }


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: dict[str, Any], page: Page[Any]) -> dict[str, Any]:
    """Links to the pages of a list; nothing where there is one page. The filter in the address stays."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"request": context["request"], "page": page, "numbers": list(numbers)}

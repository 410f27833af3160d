"""The search page: one box over everything, results with the words marked, and facets to narrow them."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minutes.models import SearchKind
from minutes.permissions import signed_in
from minutes.search.facets import facets_of, shown, with_value, without_facets
from minutes.search.finding import MOST, Facets, Found, find
from minutes.search.likeness import meant, people_like
from minutes.search.patience import LONG_WAIT, WAIT
from minutes.search.results import results

ROWS = 20  # on a page
FEW = 5  # results, with which people of a like name are shown too


@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """What was looked for: ``q`` the words, ``kind`` and so on the facets, ``order=newest`` in place of the best.

    ``look=farther`` looks farther back, where to look at all takes long.
    """
    query, facets = request.GET, facets_of(request.GET)
    newest_first = query.get("order") == "newest"
    looks_farther = query.get("look") == "farther"
    wait = LONG_WAIT if looks_farther else WAIT
    found = find(request.user, query.get("q", ""), facets, newest_first, wait=wait)
    page = Paginator(found.hits, ROWS).get_page(query.get("page"))
    context = {
        "searched": found.asked.text,
        "asked": found.asked,
        "found": found,
        "count": f"{len(found):,}{'+' if found.is_part and found else ''}",
        "page": page,
        "results": results(page.object_list, found.asked, request.user),
        "facets": list(shown(request.user, query, found, facets)) if found.asked else [],
        "newest_first": newest_first,
        "orders": {"best": with_value(query, "order"), "newest": with_value(query, "order", "newest")},
        "pages": {
            "before": with_value(query, "page", page.number - 1),
            "after": with_value(query, "page", page.number + 1),
        },
        "most": f"{MOST:,}",
        "farther": "" if looks_farther else with_value(query, "look", "farther"),
    }
    return render(request, "minutes/search.html", context | _instead(request, found, facets))


def _instead(request: HttpRequest, found: Found, facets: Facets) -> dict[str, Any]:
    """What may have been meant, where little was found."""
    if not found.asked or len(found) >= FEW or facets != Facets():
        return {"narrowed": facets != Facets(), "everywhere": without_facets(request.GET)}
    has_people = any(hit.kind == SearchKind.PERSON for hit in found.hits)
    other = meant(found.asked, request.user) if not found else ""
    return {
        "people": [] if has_people else people_like(found.asked, request.user),
        "meant": other,
        "meant_address": with_value(request.GET, "q", other),
    }

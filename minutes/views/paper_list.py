"""The list of papers. A paper's own page is in minutes.views.papers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from minutes import exports
from minutes.filters import PaperFilter
from minutes.models import Document
from minutes.permissions import signed_in
from minutes.views.listing import MET, downloaded, listed

SHOWN = ("filename", "kind", "page_count", "size", "scanned", "version", "uploaded_at", *MET)


@signed_in
def papers(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """All papers, the latest first; as a file where the address is one's."""
    rows = Document.objects.visible_to(request.user).select_related("meeting__committee", "meeting__council")
    filtered = PaperFilter(request.GET, queryset=rows, request=request)
    if file:
        return downloaded(request, filtered, exports.PAPERS, file)
    return render(request, "minutes/papers.html", listed(request, filtered, only=SHOWN))

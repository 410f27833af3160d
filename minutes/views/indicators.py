"""The indicators of a committee's reports, drawn over time, each with a table of its values and their pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from minutes.indicators.chart import chart
from minutes.indicators.series import series_of
from minutes.models import Committee
from minutes.permissions import signed_in


@signed_in
def indicators(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Committee.objects.select_related("council"), pk=pk)
    drawn = [(series, chart(series)) for series in series_of(found, request.user)]
    return render(request, "minutes/indicators_drawn.html", {"committee": found, "drawn": drawn})

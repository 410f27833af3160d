"""How far everybody can use the site: the statement that public bodies owe (SI 2018/952, regulation 8)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required  # who cannot get past signing in needs it most
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "minutes/accessibility.html")

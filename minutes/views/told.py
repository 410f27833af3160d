"""What a person is told by e-mail, and the signed link by which it stops."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from minutes.following import sending
from minutes.following.forms import ToldForm
from minutes.models import Digest, DigestChoice, Often
from minutes.permissions import signed_in


@signed_in
def told(request: HttpRequest) -> HttpResponse:
    """Choose daily, weekly or never; below it, the messages of the last time and whether they went out."""
    choice = DigestChoice.objects.filter(user=request.user).first()
    form = ToldForm(request.POST or None, initial={"often": choice.often if choice else Often.NEVER})
    if request.method == "POST" and form.is_valid():
        DigestChoice.objects.update_or_create(user=request.user, defaults={"often": form.cleaned_data["often"]})
        messages.success(request, _said(form.cleaned_data["often"]))
        return redirect("told")
    sent = Digest.objects.filter(user=request.user)[:10]
    return render(request, "minutes/told.html", {"form": form, "sent": sent}, status=422 if form.errors else 200)


def _said(often: str) -> str:
    if often == Often.NEVER:
        return "Saved. You get no more of these emails."
    return f"Saved. You get an email {Often(often).label.lower()}, where there is something to tell."


@login_not_required
@csrf_exempt  # mail programs send it by themselves (RFC 8058); the signature says who it is
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop somebody's messages by the link in them, without signing in; asking first, as scanners open links too."""
    user = sending.whose(token)
    if user is not None and request.method == "POST":
        DigestChoice.objects.update_or_create(user=user, defaults={"often": Often.NEVER})
        return render(request, "minutes/told_stop.html", {"stopped": True})
    return render(request, "minutes/told_stop.html", {"whose": user, "token": token}, status=200 if user else 404)

"""The three roles: who may do what, in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q

from minutes.exempt import NotExempt

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, HttpResponse

    from minutes.models import User

    View = Callable[..., HttpResponse]

Verb = Literal["see", "upload", "edit", "administer"]


def can(user: User | AnonymousUser, verb: Verb, record: Any = None) -> bool:
    """Whether a user may do something, to one record or in general.

    Everybody with an account sees what is not exempt; officers upload, edit and see what is; administrators do
    all. ``verb`` "administer" is for committees, people's merging, users and roles.
    """
    if not (user.is_authenticated and user.is_active):
        return False
    if verb == "see":
        return user.is_officer or not _is_exempt(record)
    if verb == "administer":
        return user.is_administrator
    return user.is_officer


def visible(user: User | AnonymousUser, *paths: str) -> Q:
    """The condition for a QuerySet: nothing exempt that this user may not see, and nothing for strangers.

    ``paths`` lead from the queried model to those that can be exempt: "" for the model itself, "meeting__",
    "item__", "meeting__items__". Where a path leads nowhere (an action without an item), nothing is exempt on its
    account.
    """
    if not can(user, "see"):
        return Q(pk__in=[])
    if user.is_officer:
        return Q()
    return Q(*map(_not_exempt, paths))


def _not_exempt(path: str) -> Q | NotExempt:
    """The condition that what a path leads to is not exempt."""
    led_to, _, last = path.removesuffix("__").rpartition("__")
    if last == "items":
        return NotExempt(F(led_to), of=last)
    return NotExempt(F(path.removesuffix("__"))) if path else Q(exempt=False)


def public(records: Any) -> Any:
    """Records of meetings without what is exempt, whoever asks: for what goes into an agenda or is published."""
    return records.exclude(meeting__exempt=True).exclude(item__exempt=True)


def _is_exempt(record: Any) -> bool:
    """Whether a record, its item or its meeting is exempt."""
    whole = (record, getattr(record, "item", None), getattr(record, "meeting", None))
    return any(getattr(part, "exempt", False) for part in whole)


signed_in = login_required


def officer_required(view: View) -> View:
    """For views that upload or edit: strangers sign in first, councillors get a 403."""
    return _only("edit", view)


def administrator_required(view: View) -> View:
    """For views about committees, people and users: strangers sign in first, everybody else gets a 403."""
    return _only("administer", view)


def _only(verb: Verb, view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can(request.user, verb):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return login_required(guarded)

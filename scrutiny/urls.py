"""The site's addresses: each app's own, signing in, and the administration."""

from allauth.account.decorators import reauthentication_required
from allauth.account.views import email
from allauth.usersessions.views import list_usersessions
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_safe

handler500 = "scrutiny.away.something_went_wrong"
urlpatterns = [
    # Who sees and ends sessions has signed in within five minutes (ASVS 5.0, 7.5.2).
    path("accounts/sessions/", reauthentication_required(list_usersessions), name="usersessions_list"),
    # Looked at alone: an administrator gives an account its address, and nobody else.
    path("accounts/email/", require_safe(email), name="account_email"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("minutes.api.urls")),
    path("feeds/", include("minutes.feeds.urls")),
    path("", include("ingest.urls")),
    path("", include("ingest.sight.urls")),
    path("", include("minutes.urls")),
]

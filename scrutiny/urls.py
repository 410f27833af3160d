"""The site's addresses: each app's own, signing in, and the administration."""

from django.contrib import admin
from django.urls import include, path

handler500 = "scrutiny.away.something_went_wrong"
urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("minutes.api.urls")),
    path("feeds/", include("minutes.feeds.urls")),
    path("", include("ingest.urls")),
    path("", include("ingest.sight.urls")),
    path("", include("minutes.urls")),
]

"""Addresses of the interface for other programs: /api/meetings/5/."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from minutes.api import views

router = DefaultRouter()
for name, records in (
    ("council", views.Councils),
    ("committee", views.Committees),
    ("person", views.People),
    ("meeting", views.Meetings),
    ("item", views.Items),
    ("resolution", views.Resolutions),
    ("recommendation", views.Recommendations),
    ("action", views.Actions),
    ("interest", views.Interests),
    ("paper", views.Papers),
):
    router.register("people" if name == "person" else f"{name}s", records, name)
router.include_format_suffixes = False

app_name = "api"
urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("", include(router.urls)),
    re_path("", views.Nowhere.as_view()),
]

"""Addresses of the interface for other programs: /api/meetings/5/."""

from typing import Any

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.routers import APIRootView, DefaultRouter

from minutes.api import searching, views


class Root(APIRootView):
    """The addresses of the interface."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        response = super().get(request, *args, **kwargs)
        response.data["search"] = reverse("api:search", request=request)
        return response


router = DefaultRouter()
router.APIRootView = Root
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
    path("search/", searching.Search.as_view(), name="search"),
    path("", include(router.urls)),
    re_path("", views.Nowhere.as_view()),
]

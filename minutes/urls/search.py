"""The address of the search: /search/?q=school+transport&kind=action."""

from django.urls import path

from minutes.views import search

urlpatterns = [path("search/", search.search, name="search")]

"""Addresses of the records."""

from minutes.urls import editing, records

urlpatterns = [*records.urlpatterns, *editing.urlpatterns]

"""Addresses of the records."""

from minutes.urls import checking, editing, records

urlpatterns = [*records.urlpatterns, *checking.urlpatterns, *editing.urlpatterns]

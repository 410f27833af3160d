"""Addresses of the records."""

from minutes.urls import checking, editing, joining, records

urlpatterns = [*records.urlpatterns, *checking.urlpatterns, *editing.urlpatterns, *joining.urlpatterns]

"""Addresses of the records."""

from minutes.urls import browse, checking, editing, joining, records

urlpatterns = [
    *browse.urlpatterns,
    *records.urlpatterns,
    *checking.urlpatterns,
    *editing.urlpatterns,
    *joining.urlpatterns,
]

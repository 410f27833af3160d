"""Addresses of the records."""

from minutes.urls import audit, browse, checking, editing, joining, records, search

urlpatterns = [
    *audit.urlpatterns,
    *browse.urlpatterns,
    *records.urlpatterns,
    *checking.urlpatterns,
    *editing.urlpatterns,
    *joining.urlpatterns,
    *search.urlpatterns,
]

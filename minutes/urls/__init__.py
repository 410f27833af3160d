"""Addresses of the records."""

from minutes.urls import audit, browse, checking, editing, following, joining, records, search

urlpatterns = [
    *audit.urlpatterns,
    *browse.urlpatterns,
    *following.urlpatterns,
    *records.urlpatterns,
    *checking.urlpatterns,
    *editing.urlpatterns,
    *joining.urlpatterns,
    *search.urlpatterns,
]

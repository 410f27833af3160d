"""Addresses of the records."""

from minutes.urls import audit, browse, checking, connections, editing, following, joining, records, search

urlpatterns = [
    *audit.urlpatterns,
    *browse.urlpatterns,
    *following.urlpatterns,
    *records.urlpatterns,
    *checking.urlpatterns,
    *connections.urlpatterns,
    *editing.urlpatterns,
    *joining.urlpatterns,
    *search.urlpatterns,
]

"""Addresses of uploading and watching."""

from django.urls import path

from ingest import views

urlpatterns = [
    path("papers/upload/", views.upload, name="upload"),
    path("papers/upload/rows/", views.rows, name="upload_rows"),
    path("papers/<int:pk>/read-again/", views.read_again, name="read_again"),
]

"""Addresses for programs that watch over the installation; none ends in a slash, as is the custom."""

from django.urls import path

from ingest.sight import views

urlpatterns = [
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
    path("metrics", views.metrics, name="metrics"),
]

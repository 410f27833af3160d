"""Addresses of the records."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

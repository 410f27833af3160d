"""Addresses of uploading and watching."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

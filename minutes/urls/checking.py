"""Addresses of the work of checking."""

from django.urls import path

from minutes.views import checking

urlpatterns = [
    path("needs-a-look/", checking.needs_a_look, name="needs_a_look"),
]

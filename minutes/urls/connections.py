"""Addresses where people make tokens and private addresses, and administrators take committees along."""

from django.urls import path

from minutes.views import connections, exchange

urlpatterns = [
    path("connections/", connections.connections, name="connections"),
    path("connections/tokens/new/", connections.make_token, name="make_token"),
    path("connections/addresses/new/", connections.make_address, name="make_address"),
    path("connections/<str:kind>/<int:pk>/revoke/", connections.revoke, name="revoke"),
    path("connections/api/", connections.try_it, name="try_api"),
    path("connections/committees/", exchange.committees, name="exchange"),
    path("connections/committees/<int:pk>/<str:form>/", exchange.take_along, name="take_along"),
]

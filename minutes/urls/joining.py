"""Addresses of joining and parting people: /people/joins/."""

from django.urls import path

from minutes.views import joining

urlpatterns = [
    path("people/joins/", joining.joins, name="joins"),
    path("people/joins/decide/", joining.decide, name="decide_join"),
    path("people/joins/<int:pk>/undo/", joining.undo, name="undo_join"),
    path("people/<int:pk>/correct/", joining.correct, name="correct_person"),
    path("people/<int:pk>/join/", joining.join, name="join"),
    path("people/<int:pk>/split/", joining.split, name="split"),
    path("people/<int:pk>/account/", joining.tie, name="tie"),
]

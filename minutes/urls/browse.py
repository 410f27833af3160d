"""Addresses of what is browsed, and of lists as files: /resolutions/resolutions.xlsx?year=2025."""

from django.urls import path

from minutes.urls.converters import FILE
from minutes.views import actions, committees, decisions, indicators, items, meetings, paper_list, people

urlpatterns = [
    path(f"meetings/meetings.{FILE}", meetings.meetings, name="meetings_file"),
    path(f"actions/actions.{FILE}", actions.actions, name="actions_file"),
    path(f"resolutions/resolutions.{FILE}", decisions.resolutions, name="resolutions_file"),
    path(f"interests/interests.{FILE}", decisions.interests, name="interests_file"),
    path("papers/", paper_list.papers, name="papers"),
    path(f"papers/papers.{FILE}", paper_list.papers, name="papers_file"),
    path(f"people/people.{FILE}", people.people, name="people_file"),
    path("items/", items.items, name="items"),
    path(f"items/agenda-items.{FILE}", items.items, name="items_file"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/decide/", items.decide, name="item_decide"),
    path("threads/<int:pk>/", items.thread, name="thread"),
    path("threads/<int:pk>/take-back/", items.take_back, name="thread_take_back"),
    path("threads/<int:pk>/rename/", items.rename, name="thread_rename"),
    path("committees/", committees.committees, name="committees"),
    path(f"committees/committees.{FILE}", committees.committees, name="committees_file"),
    path("committees/<int:pk>/", committees.committee, name="committee"),
    path("committees/<int:pk>/threads/", items.threads, name="committee_threads"),
    path("committees/<int:pk>/indicators/", indicators.indicators, name="committee_indicators"),
]

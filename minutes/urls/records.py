"""Addresses of the records' pages."""

from django.urls import path

from minutes.views import accessibility, actions, decisions, home, meetings, papers, people

urlpatterns = [
    path("", home.home, name="home"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/records.csv", meetings.meeting_csv, name="meeting_csv"),
    path("meetings/<int:pk>/records.json", meetings.meeting_json, name="meeting_json"),
    path("actions/", actions.actions, name="actions"),
    path("actions/<int:pk>/", actions.action, name="action"),
    path("actions/<int:pk>/report/", actions.report, name="report"),
    path("resolutions/", decisions.resolutions, name="resolutions"),
    path("resolutions/<int:pk>/", decisions.resolution, name="resolution"),
    path("interests/", decisions.interests, name="interests"),
    path("papers/<int:pk>/", papers.paper, name="paper"),
    path("papers/<int:pk>/pages/<int:number>.webp", papers.page_picture, name="page_picture"),
    path("papers/<int:pk>/pages/<int:number>/words/", papers.page_words, name="page_words"),
    path("papers/<int:pk>/original/", papers.original, name="original"),
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person, name="person"),
]

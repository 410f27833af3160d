"""Addresses of what becomes of what was agreed: /recommendations/12/answer/."""

from django.urls import path

from minutes.urls.converters import FILE
from minutes.views import proposals, recommendations, told, tracker

urlpatterns = [
    path("recommendations/", recommendations.recommendations, name="recommendations"),
    path(f"recommendations/recommendations.{FILE}", recommendations.recommendations, name="recommendations_file"),
    path("recommendations/<int:pk>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/<int:pk>/sent/", recommendations.clock, name="recommendation_clock"),
    path("recommendations/<int:pk>/answer/", recommendations.answer, name="recommendation_answer"),
    path("recommendations/<int:pk>/judgement/", recommendations.judgement, name="recommendation_judgement"),
    path("actions/<int:pk>/judgement/", recommendations.action_judgement, name="action_judgement"),
    path("actions/reports/", proposals.proposals, name="proposals"),
    path("actions/reports/decide/", proposals.decide, name="decide_proposals"),
    path("tracker/", tracker.tracker, name="tracker"),
    path("tracker/tracker.csv", tracker.tracker_file, {"file": "csv"}, name="tracker_csv"),
    path("tracker/tracker.docx", tracker.tracker_file, {"file": "docx"}, name="tracker_docx"),
    path("told/", told.told, name="told"),
    path("told/stop/<str:token>/", told.stop, name="stop_telling"),
    path("impact/", tracker.yearly, name="impact"),
]

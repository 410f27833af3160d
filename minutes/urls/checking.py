"""Addresses of the work of checking: /meetings/5/check/?at=action-12."""

from django.urls import path

from minutes.views import checking, checking_adding, checking_beside, checking_dividing

urlpatterns = [
    path("needs-a-look/", checking.needs_a_look, name="needs_a_look"),
    path("meetings/<int:pk>/check/", checking_beside.beside, name="check"),
    path("meetings/<int:pk>/check/words/", checking_adding.choose, name="check_choose"),
    path("meetings/<int:pk>/check/words/<slug:kind>/", checking_adding.add, name="check_add"),
    path("meetings/<int:pk>/check/divide/<slug:kind>/<int:record>/", checking_dividing.divide, name="check_divide"),
    path("meetings/<int:pk>/check/state/", checking_beside.check_state, name="check_state"),
    path("meetings/<int:pk>/check/all/<slug:name>/", checking_beside.confirm_section, name="check_section"),
    path("meetings/<int:pk>/check/<slug:mark>/confirm/", checking_beside.confirm, name="check_confirm"),
    path("meetings/<int:pk>/check/<slug:mark>/correct/", checking_beside.correct, name="check_correct"),
    path("meetings/<int:pk>/check/<slug:mark>/remove/", checking_beside.remove, name="check_remove"),
    path("meetings/<int:pk>/check/<slug:mark>/answer/", checking_beside.answer, name="check_answer"),
]

"""Addresses where officers change records: /action/12/edit/."""

from django.urls import path, register_converter

from minutes.kinds import KINDS
from minutes.views import editing


class KindConverter:
    regex = "|".join(KINDS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KindConverter, "kind")

urlpatterns = [
    path("meetings/<int:pk>/add/<kind:kind>/", editing.add, name="add"),
    path("<kind:kind>/<int:pk>/edit/", editing.edit, name="edit"),
    path("<kind:kind>/<int:pk>/confirm/", editing.confirm, name="confirm"),
    path("<kind:kind>/<int:pk>/remove/", editing.remove, name="remove"),
    path("<kind:kind>/<int:pk>/restore/", editing.restore, name="restore"),
    path("corrections/<int:pk>/take-back/", editing.take_back, name="take_back"),
]

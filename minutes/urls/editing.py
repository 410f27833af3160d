"""Addresses where officers change records: /action/12/edit/."""

from django.urls import path, register_converter

from minutes.checking.history import WITH_A_HISTORY
from minutes.kinds import KINDS
from minutes.views import editing, history


class KindConverter:
    regex = "|".join(KINDS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class HistoriedConverter(KindConverter):
    regex = "|".join(WITH_A_HISTORY)


register_converter(KindConverter, "kind")
register_converter(HistoriedConverter, "historied")

urlpatterns = [
    path("meetings/<int:pk>/add/<kind:kind>/", editing.add, name="add"),
    path("<kind:kind>/<int:pk>/edit/", editing.edit, name="edit"),
    path("<kind:kind>/<int:pk>/confirm/", editing.confirm, name="confirm"),
    path("<kind:kind>/<int:pk>/remove/", editing.remove, name="remove"),
    path("<kind:kind>/<int:pk>/restore/", editing.restore, name="restore"),
    path("history/<historied:kind>/<int:pk>/", history.of_record, name="history"),
    path("corrections/<int:pk>/take-back/", editing.take_back, name="take_back"),
]

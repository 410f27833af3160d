"""The interface's description in OpenAPI: the refusals that every address may answer with are added here."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse

from minutes.api.problems import MEDIA_TYPE, ProblemSerializer

ALWAYS = {
    401: "No token, or one that is not valid.",
    406: "Another form than JSON was asked for.",
    429: "Too many requests; Retry-After says in how many seconds to try again.",
}
BY_ACTION = {
    "list": {400: "A parameter is not as it should be."},
    "retrieve": {400: "A parameter was given, and there is none.", 404: "There is no such record that you may see."},
}


class Described(AutoSchema):
    def get_response_serializers(self) -> Any:
        own = super().get_response_serializers()
        found = own if isinstance(own, dict) else {200: own}
        refusals = ALWAYS | BY_ACTION.get(getattr(self.view, "action", "list"), {})
        for status, description in refusals.items():
            found[(str(status), MEDIA_TYPE)] = OpenApiResponse(ProblemSerializer, description)
        return found

    def get_operation_id(self) -> str:
        return super().get_operation_id().removeprefix("api_")

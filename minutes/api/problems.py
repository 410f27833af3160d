"""Errors as RFC 9457 has them: `application/problem+json`, each with a sentence that says what is wrong."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound, Throttled, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

MEDIA_TYPE = "application/problem+json"


class ProblemSerializer(serializers.Serializer):
    type = serializers.CharField(help_text="about:blank: the status says which kind of problem it is.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="What is wrong, and what to do, in a sentence.")
    errors = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        required=False,
        help_text="Sentences by parameter, where parameters are wrong.",
    )


def problem(status: int, detail: str, **more: Any) -> dict[str, Any]:
    return {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}


def tell(error: Exception, context: dict[str, Any]) -> Response | None:
    """What Django REST framework calls with an exception; None lets an unforeseen one go on to the log."""
    response = exception_handler(error, context)
    if response is None:
        return None
    response.data = problem(response.status_code, _sentence(error), **_by_parameter(error))
    response.content_type = MEDIA_TYPE
    return response


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "Some parameters are not as they should be: " + ", ".join(sorted(_by_parameter(error)["errors"])) + "."
    if isinstance(error, Throttled):
        return f"Too many requests. Try again in {round(error.wait or 1)} seconds, and not more often after that."
    if isinstance(error, APIException) and not isinstance(error, NotFound):
        return str(error.detail)
    return "There is nothing at this address that you may see."


def _by_parameter(error: Exception) -> dict[str, dict[str, list[str]]]:
    if not isinstance(error, ValidationError):
        return {}
    return {"errors": {name: [str(one) for one in sentences] for name, sentences in error.detail.items()}}

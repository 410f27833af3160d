"""Pages by cursor: page 10,000 costs what page 1 costs, and a record that comes in meanwhile shifts nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError as NotAValue
from django.db.models import QuerySet
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request

ORDERINGS = {"id": ("pk",), "-id": ("-pk",)}


def refuse_unknown(request: Request, known: Collection[str]) -> None:
    """A parameter that is misspelt or empty would be passed over in silence, and everything be given for it."""
    wrong = {name: ["There is no such parameter."] for name in request.query_params if name not in known}
    empty = {name: ["Give a value, or leave it out."] for name in known if request.query_params.get(name) == ""}
    if wrong or empty:
        raise ValidationError(wrong | empty)


class ByCursor(CursorPagination):
    """``page_size`` from 1 to 100; ``ordering`` by what the view's ``orderings`` name, the first unless asked."""

    page_size = 50
    max_page_size = 100
    page_size_query_param = "page_size"
    template = None

    def paginate_queryset(self, queryset: QuerySet[Any], request: Request, view: Any = None) -> list[Any] | None:
        try:
            return super().paginate_queryset(queryset, request, view)
        except (NotFound, ValueError, NotAValue) as error:  # a cursor that somebody made up, or of another ordering
            raise ValidationError({"cursor": ["Follow the addresses under next and previous as they are."]}) from error

    @classmethod
    def parameters(cls) -> set[str]:
        return {cls.cursor_query_param, cls.page_size_query_param, "ordering"}

    def get_page_size(self, request: Request) -> int:
        asked = request.query_params.get(self.page_size_query_param)
        if asked is None:
            return self.page_size
        if not (asked.isascii() and asked.isdecimal() and len(asked) <= 3 and 1 <= int(asked) <= self.max_page_size):
            raise ValidationError({self.page_size_query_param: [f"Give a number from 1 to {self.max_page_size}."]})
        return int(asked)

    def get_ordering(self, request: Request, queryset: QuerySet[Any], view: Any) -> tuple[str, ...]:
        asked = request.query_params.get("ordering")
        if asked is None:
            return next(iter(view.orderings.values()))
        if asked not in view.orderings:
            raise ValidationError({"ordering": [f"Give one of these: {', '.join(view.orderings)}."]})
        return view.orderings[asked]

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        sizes = {"type": "integer", "minimum": 1, "maximum": self.max_page_size, "default": self.page_size}
        orders = {"type": "string", "enum": list(view.orderings), "default": next(iter(view.orderings))}
        return [
            _parameter("cursor", {"type": "string"}, "Where the page begins. Follow next and previous instead."),
            _parameter("page_size", sizes, "How many records a page has at most."),
            _parameter("ordering", orders, "In which order; a minus sign turns it round."),
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": address, "previous": address, "results": schema},
        }


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}

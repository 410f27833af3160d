"""The interface's description as a page can show it: what can be asked, by which parameters, with an example."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

EXAMPLES = {
    "/api/actions/": "when=overdue", "/api/meetings/": "ordering=-date", "/api/people/": "side=member",
    "/api/recommendations/": "response=awaiting", "/api/items/": "words=transport",
    "/api/search/": "q=transport",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    what: str
    values: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that can be asked for. ``example`` is an address that answers."""

    path: str
    what: str
    example: str
    parameters: tuple[Parameter, ...]


@cache
def lists() -> tuple[Asked, ...]:
    """Every list of the interface, in the order of the alphabet."""
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    return tuple(
        _asked(path, operations["get"])
        for path, operations in sorted(paths.items())
        if "{" not in path and path != "/api/schema/"
    )


def _asked(path: str, operation: dict[str, Any]) -> Asked:
    example = EXAMPLES.get(path)
    parameters = tuple(_parameter(one) for one in operation.get("parameters", ()))
    return Asked(path, operation.get("description", ""), f"{path}?{example}" if example else path, parameters)


def _parameter(one: dict[str, Any]) -> Parameter:
    return Parameter(one["name"], one.get("description", "").partition("\n")[0], _values(one["schema"]))


def _values(schema: dict[str, Any]) -> str:
    """What a parameter can be, in words."""
    if "enum" in schema:
        return ", ".join(str(one) for one in schema["enum"] if one is not None)
    if schema.get("format") == "date":
        return "a day, as 2026-03-27"
    if schema["type"] == "boolean":
        return "true or false"
    if schema["type"] == "integer":
        return "a number"
    return "words"

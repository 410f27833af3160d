"""How other programs are served: the settings of the JSON interface, and of its OpenAPI document."""

INTERFACE = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "minutes.api.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_THROTTLE_CLASSES": ["minutes.api.throttles.AMinute"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "minutes.api.paging.ByCursor",
    "DEFAULT_SCHEMA_CLASS": "minutes.api.schema.Described",
    "EXCEPTION_HANDLER": "minutes.api.problems.tell",
    "URL_FORMAT_OVERRIDE": None,
}
DESCRIPTION = {
    "TITLE": "Scrutiny records",
    "DESCRIPTION": "The records of scrutiny committees, read-only, each with its paper, its page and its words.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SERVE_INCLUDE_SCHEMA": False,
    # Those of the library move the words of choices out of sight, and forget that one may be unknown.
    "POSTPROCESSING_HOOKS": [],
}

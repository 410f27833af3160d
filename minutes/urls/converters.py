"""Parts of addresses that several lists have."""

from django.urls import register_converter

FILE = "<file:file>"  # "audit-log.<file:file>"


class FileConverter:
    """The kinds of file that a list is downloaded as."""

    regex = "csv|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FileConverter, "file")

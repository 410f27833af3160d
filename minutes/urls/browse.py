"""Addresses of what is browsed, and of lists as files: /resolutions/resolutions.xlsx?year=2025."""

from django.urls import path, register_converter

from minutes.views import actions, decisions, meetings, paper_list, people


class FileConverter:
    """The kinds of file that a list is downloaded as."""

    regex = "csv|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FileConverter, "file")

urlpatterns = [
    path("meetings/meetings.<file:file>", meetings.meetings, name="meetings_file"),
    path("actions/actions.<file:file>", actions.actions_file, name="actions_file"),
    path("resolutions/resolutions.<file:file>", decisions.resolutions, name="resolutions_file"),
    path("interests/interests.<file:file>", decisions.interests, name="interests_file"),
    path("papers/", paper_list.papers, name="papers"),
    path("papers/papers.<file:file>", paper_list.papers, name="papers_file"),
    path("people/people.<file:file>", people.people, name="people_file"),
]

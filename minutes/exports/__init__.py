"""Records as files for other programs: lists as CSV and Excel, a meeting as CSV and JSON."""

from minutes.exports.meeting import meeting_csv, meeting_json
from minutes.exports.sheets import (
    ACTIONS,
    COMMITTEES,
    INTERESTS,
    ITEMS,
    MEETINGS,
    PAPERS,
    PEOPLE,
    RESOLUTIONS,
    Column,
    Sheet,
    download,
)
from minutes.exports.writing import as_csv, as_excel, file_name

__all__ = [
    "ACTIONS",
    "COMMITTEES",
    "INTERESTS",
    "ITEMS",
    "MEETINGS",
    "PAPERS",
    "PEOPLE",
    "RESOLUTIONS",
    "Column",
    "Sheet",
    "as_csv",
    "as_excel",
    "download",
    "file_name",
    "meeting_csv",
    "meeting_json",
]

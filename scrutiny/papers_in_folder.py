"""Papers in a folder: each whole and on the disk before its row is, or not there at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

DRAFT = "making-"
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)  # of file systems that have none


class PapersInFolder(FileSystemStorage):
    """Django's storage, but that a file that was cut short is never seen, and that a power cut takes none away."""

    def _save(self, name: str, content: Any) -> str:
        """The name under which it stands: another where that one was taken meanwhile. Raises OSError."""
        folder = Path(self.path(name)).parent
        folder.mkdir(parents=True, exist_ok=True)
        number, path = tempfile.mkstemp(dir=folder, prefix=DRAFT)
        draft = Path(path)
        try:
            with os.fdopen(number, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(number)
            draft.chmod(self.file_permissions_mode or 0o644)
            while not _put(draft, Path(self.path(name))):
                name = self.get_available_name(name)
        finally:
            draft.unlink(missing_ok=True)
        _sync(folder)
        return name.replace("\\", "/")


def _put(draft: Path, place: Path) -> bool:
    """Gives the draft its name; False where something has it."""
    try:
        os.link(draft, place)
    except FileExistsError:
        return False
    except OSError as problem:
        if problem.errno not in _NO_LINKS:
            raise
        if place.exists():
            return False
        draft.rename(place)
    return True


def _sync(folder: Path) -> None:
    """Has the folder's new entries written to the disk, and its own entry in the one above."""
    for place in (folder, folder.parent):
        number = os.open(place, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)

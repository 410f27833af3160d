"""Papers in S3, or in what speaks as it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from scrutiny.away import StorageAway

# Seconds, and tries: a storage that is away is said to be so before a person gives up.
_PATIENCE = Config(connect_timeout=3, read_timeout=20, retries={"total_max_attempts": 2}, signature_version="s3v4")


class PapersInS3(S3Storage):
    """S3, whose failures are OSErrors, as those of a disk are. A file that is not there raises FileNotFoundError.

    Nobody is ever given an address in it: papers go out through our own pages, with their permissions.
    """

    def __init__(self, **settings: Any) -> None:
        # Servers of a council's own seldom have a name for each bucket.
        style = Config(s3={"addressing_style": "path" if settings.get("endpoint_url") else "auto"})
        super().__init__(client_config=_PATIENCE.merge(style), max_memory_size=2**21, **settings)

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _told_apart():
            opened = super()._open(name, mode)
            opened.open()  # fetches it now, where its failures are known
            return opened

    def _save(self, name: str, content: Any) -> str:
        with _told_apart():
            return str(super()._save(name, content))

    def exists(self, name: str) -> bool:
        with _told_apart():
            return bool(super().exists(name))

    def size(self, name: str) -> int:
        with _told_apart():
            return int(super().size(name))

    def delete(self, name: str) -> None:
        with _told_apart():
            super().delete(name)


@contextmanager
def _told_apart() -> Iterator[None]:
    """Raises StorageAway for whatever the network and the server say, but that a file is not there."""
    try:
        yield
    except (BotoCoreError, ClientError, Boto3Error) as problem:
        raise StorageAway(str(problem)) from problem

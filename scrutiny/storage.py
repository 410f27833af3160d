"""Where papers are kept when not in a folder: S3, or what speaks as it does."""

from __future__ import annotations

from typing import Any

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from scrutiny.away import StorageAway

_FAILURES = (BotoCoreError, ClientError, Boto3Error)


class PapersInS3(S3Storage):
    """S3, whose failures are OSErrors, as those of a disk are. A file that is not there raises FileNotFoundError."""

    def _open(self, name: str, mode: str = "rb") -> Any:
        try:
            opened = super()._open(name, mode)
            opened.open()  # fetches it now, where its failures are known
        except _FAILURES as problem:
            raise StorageAway(str(problem)) from problem
        return opened

    def _save(self, name: str, content: Any) -> str:
        try:
            return str(super()._save(name, content))
        except _FAILURES as problem:
            raise StorageAway(str(problem)) from problem

    def exists(self, name: str) -> bool:
        try:
            return bool(super().exists(name))
        except _FAILURES as problem:
            raise StorageAway(str(problem)) from problem

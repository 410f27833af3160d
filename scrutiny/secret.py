"""Settings that the environment gives in files, and the installation's secret key, where it does not give one."""

import os
from pathlib import Path

import environ
from django.core.management.utils import get_random_secret_key
from environ.fileaware_mapping import FileAwareMapping


class _InFiles(FileAwareMapping):
    """Without the end of the line: editors and vaults write one, and it is part of no password."""

    def __getitem__(self, key: str) -> str:
        value: str = super().__getitem__(key)
        return value.rstrip("\r\n") if self.env.get(f"{key}_FILE") else value


class Environment(environ.FileAwareEnv):
    """The environment's variables: SECRET_KEY_FILE and so on name files that hold the value."""

    ENVIRON = _InFiles()


def kept_secret(path: Path) -> str:
    """The key in the file at ``path``, which is made with a random key and readable by its owner alone if missing.

    Several processes may start at once: the file is put in place whole, and the first one wins.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(get_random_secret_key())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()

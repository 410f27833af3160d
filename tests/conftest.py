"""What every test stands on: an installation of its own, in a folder that goes away."""

from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import connection
from pytest_django import DjangoDbBlocker, Settings

from scrutiny.celery import app

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"

# Hashing well is slow on purpose, and tests sign in often.
project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
project.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
project.WHITENOISE_USE_FINDERS = True
project.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session", autouse=True)
def _own_queue(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Messages of the tests wake no worker of a running installation, nor one of tests that run beside these."""
    own = tmp_path_factory.getbasetemp() / "queue"
    if not project.CELERY_BROKER_URL.startswith("filesystem://"):
        app.conf.broker_transport_options = {"global_keyprefix": f"{own}:"}
        return
    options = dict(project.CELERY_BROKER_TRANSPORT_OPTIONS)
    for option in ("data_folder_in", "data_folder_out", "control_folder", "processed_folder"):
        folder = own / Path(options[option]).name
        folder.mkdir(parents=True, exist_ok=True)
        options[option] = str(folder)
    app.conf.broker_transport_options = options


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Tests empty the database between them, which the guard of the audit log refuses; its own test puts it up."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        on = " ON minutes_auditentry" if connection.vendor == "postgresql" else ""
        for verb in ("update", "delete", "truncate"):
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_log_{verb}{on}")


@pytest.fixture(autouse=True)
def _own_files(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers and mail of a test lie in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "papers"
    monkeypatch.setattr("minutes.papers.awaited.PATIENCE", 0.3)  # most tests have no worker that draws
    own = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}
    settings.CACHES = {"default": own}  # what a test counts, such as wrong passwords, is its own


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of papers with gold beside the repository; tests that need it are skipped where it is missing."""
    if not CORPUS.is_dir():
        pytest.skip("no corpus beside the repository (../shared/corpus)")
    return CORPUS


@pytest.fixture(scope="session")
def demonstration() -> Path:
    """The demonstration year: papers with their gold."""
    return ROOT / "fixtures" / "demonstration"

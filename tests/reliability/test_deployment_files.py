"""What is written for those who install it is true: every setting has its line, and the services hold to it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reliability.servers import answers, free_port, wait_for

ROOT = Path(__file__).resolve().parents[2]
FREE_OF_THE_README = {"DJANGO_SETTINGS_MODULE"}
OURS = {"web", "worker", "beat", "migrate"}
# What the image fixes, what is for developers, and what several installations at one queue need.
OF_NO_SERVICE = {"VAR_DIR", "STATIC_ROOT", "PAPERS_DIR", "DEBUG", "QUEUE_PREFIX"}


def variables() -> set[str]:
    """The names of all environment variables that the settings, and the rooms beside them, ask for."""
    trees = [ast.parse(path.read_text()) for path in (ROOT / "scrutiny").glob("*.py")]
    return {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "env"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def told() -> set[str]:
    table = (ROOT / "README.md").read_text().partition("## Configuring it")[2].partition("\n## ")[0]
    first_cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}


def test_every_variable_of_the_settings_is_in_the_readme_and_no_other() -> None:
    assert told() == variables() - FREE_OF_THE_README


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"])


def test_the_services_are_all_there(services: dict[str, Any]) -> None:
    assert set(services) == OURS | {"database", "queue"}


def test_only_the_web_server_can_be_reached_and_only_from_its_own_machine(services: dict[str, Any]) -> None:
    assert {name: one["ports"] for name, one in services.items() if "ports" in one} == {
        "web": ["127.0.0.1:${PORT:-8000}:8000"]
    }


def test_ours_run_without_rights_on_a_read_only_file_system(services: dict[str, Any]) -> None:
    for name in OURS:
        one = services[name]
        assert one["read_only"] is True
        assert one["cap_drop"] == ["ALL"]
        assert one["security_opt"] == ["no-new-privileges:true"]
    assert "USER scrutiny" in (ROOT / "Dockerfile").read_text()


def test_every_service_that_stays_is_looked_after(services: dict[str, Any]) -> None:
    assert [name for name, one in services.items() if "healthcheck" not in one] == ["migrate"]
    assert "/healthz" in str(services["web"]["healthcheck"])


def test_what_the_readme_tells_reaches_the_services(services: dict[str, Any]) -> None:
    for name in OURS:
        assert set(services[name]["environment"]) == told() - OF_NO_SERVICE


def test_what_nobody_set_is_as_the_settings_have_it(services: dict[str, Any], tmp_path: Path) -> None:
    """The defaults that the services are given are those of the settings themselves, but for HTTPS and the log."""
    given = {name: _default(value) for name, value in services["web"]["environment"].items() if ":-" in value}
    names = sorted(given.keys() - {"HTTPS", "MFA_REQUIRED", "TRUSTED_PROXIES", "LOG_FORMAT", "ALLOWED_HOSTS"})
    fixed = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "SECRET_KEY": "of no service", "PYTHONHASHSEED": "0"}
    asked = (
        "from scrutiny import settings as s; print({n: repr(v) for n, v in sorted(vars(s).items()) if n.isupper()"
        " and n not in ('DATABASES', 'LOGGING')})"
    )
    without, with_them = (
        subprocess.run([sys.executable, "-c", asked], cwd=ROOT, env=fixed | more, capture_output=True, text=True)
        for more in ({}, {name: given[name] for name in names})
    )
    assert without.returncode == with_them.returncode == 0, with_them.stderr
    assert with_them.stdout == without.stdout


def _default(value: str) -> str:
    """What stands behind ":-" in a line of the services: "${NAME:-this}"."""
    return value.partition(":-")[2].rpartition("}")[0]


def test_the_image_has_what_it_starts_with() -> None:
    image, ignored = (ROOT / "Dockerfile").read_text(), (ROOT / ".dockerignore").read_text().splitlines()
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", image, flags=re.MULTILINE):
        for name in line.split():
            assert (ROOT / name).exists(), name
            assert any(fnmatch(f"!{name}", rule) for rule in ignored if rule.startswith("!")), name


def test_a_setting_can_be_in_a_file_that_the_environment_names(tmp_path: Path) -> None:
    """With the line's end that editors, `echo` and some vaults write after it."""
    told = {"DATABASE_URL": "postgres://town:from-a-file@database/town", "METRICS_TOKEN": "a token", "HTTPS": "1"}
    for name, value in told.items():
        (tmp_path / name).write_text(f"{value}\n")
    environment = {name: value for name, value in os.environ.items() if name not in told} | {"VAR_DIR": str(tmp_path)}
    environment |= {f"{name}_FILE": str(tmp_path / name) for name in told}
    asked = "from scrutiny import settings as s; print([s.DATABASES['default']['PASSWORD'], s.METRICS_TOKEN, s.HTTPS])"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("['from-a-file', 'a token', True]", "")


def test_what_serves_people_has_not_the_password_of_who_owns_the_tables(services: dict[str, Any]) -> None:
    for name in OURS - {"migrate"}:
        assert "OWNER_PASSWORD" not in str(services[name])
    assert "//owner:${OWNER_PASSWORD" in services["migrate"]["environment"]["DATABASE_URL"]
    assert all("${QUEUE_PASSWORD" in services[name]["environment"]["CELERY_BROKER_URL"] for name in OURS)


def test_the_queue_asks_for_its_password_and_stops_when_it_is_told_to(services: dict[str, Any], tmp_path: Path) -> None:
    port, secret = free_port(), "a-secret"
    command = [word.replace("$$", "$") for word in services["queue"]["command"]]
    command[-1] = command[-1].replace("--appendonly", f"--port {port} --appendonly")
    queue = subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"REDISCLI_AUTH": secret}, stdout=subprocess.PIPE)
    wait_for(lambda: answers(port))
    assert [_ping(port), _ping(port, secret)] == ["NOAUTH Authentication required.", "PONG"]
    assert secret.encode() not in Path(f"/proc/{queue.pid}/cmdline").read_bytes()
    queue.terminate()
    assert b"bye bye" in queue.communicate(timeout=60)[0]
    assert not answers(port)


def _ping(port: int, password: str = "") -> str:
    environment = {"PATH": os.environ["PATH"]} | ({"REDISCLI_AUTH": password} if password else {})
    command = ["redis-cli", "-p", str(port), "ping"]
    return subprocess.run(command, env=environment, capture_output=True, text=True).stdout.strip()

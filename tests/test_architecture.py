"""Imports run one way: reading knows nothing of ours, the records know nothing of reading, views are the end."""

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("minutes", "ingest", "scrutiny")
LIBRARIES_OF_READING = {"pdfminer", "docx", "lxml", "spacy", "pypdfium2", "PIL"}
ROOMS_OF_READING = ("sources", "layout", "language", "records")


def modules(package: str) -> dict[str, ast.Module]:
    """Every module of a package by its dotted name, parsed."""
    paths = (ROOT / package.replace(".", "/")).rglob("*.py")
    return {_dotted(path): ast.parse(path.read_text(), str(path)) for path in paths}


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports, at its top, in functions and for types alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def broken(package: str, forbidden: Callable[[str, str], bool]) -> list[str]:
    """'module imports name' for each import in ``package`` that ``forbidden(module, name)`` says must not be."""
    return sorted(
        f"{module} imports {name}"
        for module, tree in modules(package).items()
        for name in set(imports(tree))
        if forbidden(module, name)
    )


def test_the_walk_sees_the_code() -> None:
    assert "ingest.reading.model" in modules("ingest.reading")
    assert "django.db.models" in set(imports(modules("ingest")["ingest.models"]))


def test_reading_knows_python_and_the_libraries_that_read_and_nothing_of_ours() -> None:
    def forbidden(module: str, name: str) -> bool:
        top = name.partition(".")[0]
        known = top in sys.stdlib_module_names or top in LIBRARIES_OF_READING
        return not known and not within(name, "ingest.reading")

    assert broken("ingest.reading", forbidden) == []


@pytest.mark.parametrize("room", ROOMS_OF_READING)
def test_a_room_of_reading_knows_the_model_and_the_language_alone(room: str) -> None:
    allowed = {f"ingest.reading.{part}" for part in ("model", "language", room)}

    def forbidden(module: str, name: str) -> bool:
        return within(name, "ingest.reading") and not any(within(name, part) for part in allowed)

    assert broken(f"ingest.reading.{room}", forbidden) == []


def test_language_knows_no_other_room() -> None:
    def forbidden(module: str, name: str) -> bool:
        ours = within(name, "ingest.reading")
        return ours and not within(name, "ingest.reading.language") and not within(name, "ingest.reading.model")

    assert broken("ingest.reading.language", forbidden) == []


def test_records_never_know_how_they_were_read() -> None:
    assert broken("minutes", lambda module, name: within(name, "ingest")) == []


@pytest.mark.parametrize("app", ["minutes", "ingest"])
def test_views_are_known_to_addresses_alone(app: str) -> None:
    def forbidden(module: str, name: str) -> bool:
        of_addresses = within(module, f"{app}.urls") or within(module, f"{app}.views")
        return within(name, f"{app}.views") and not of_addresses

    assert broken(app, forbidden) == []


def test_views_of_one_app_are_unknown_to_the_other() -> None:
    assert broken("ingest", lambda module, name: within(name, "minutes.views")) == []


def test_models_know_no_pages() -> None:
    pages = [f"minutes.{part}" for part in ("views", "urls", "forms", "filters", "templatetags", "admin")]
    assert broken("minutes.models", lambda module, name: any(within(name, page) for page in pages)) == []


def test_the_project_knows_the_apps_by_their_names_in_settings_alone() -> None:
    assert broken("scrutiny", lambda module, name: within(name, "minutes") or within(name, "ingest")) == []


@pytest.mark.parametrize("app", APPS)
def test_no_row_changes_behind_a_signal(app: str) -> None:
    signals = ("django.db.models.signals", "django.core.signals", "django.dispatch")
    assert broken(app, lambda module, name: any(within(name, signal) for signal in signals)) == []


@pytest.mark.parametrize("app", APPS)
def test_the_product_does_not_import_its_tests(app: str) -> None:
    assert broken(app, lambda module, name: within(name, "tests") or within(name, "pytest")) == []

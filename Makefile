# make run      start the application at http://localhost:8000/     PORT=8123 moves it, DEMO=0 starts it empty
# make test     run the whole test suite
# make check    look the code over: style, types, templates, settings, migrations
# make bench    measure what reading, searching and lists cost; ITEMS="100000 1000000" searches that many agenda items
# make accuracy measure how well it reads
# make load     browse, search and read papers with 50 people at once, for half an hour     LOAD=--short, a minute
# make damaged  read thousands of damaged files      make killed    upload 200 papers while processes are killed
# make setup    install and build what these need and nothing else
# make lock     choose versions anew (needs the registries, writes requirements*.txt and package-lock.json)

PYTHON ?= python3
PORT ?= 8000
DEMO ?= 1
PYTEST ?= -n 2
ITEMS ?= 100000

BIN := .venv/bin
INSTALLED := .venv/.installed
FETCHED := node_modules/.fetched
BUILT := static/built/main.css
STYLES := $(wildcard static/scss/*.scss) static/build.mjs
MANAGE := $(BIN)/python manage.py
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make lock'

# Only this project's own Node and Python are used, whatever else the machine has.
export PATH := $(CURDIR)/$(BIN):$(PATH)
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

.PHONY: run setup test check bench accuracy lock help load damaged killed
.DEFAULT_GOAL := run

run: setup
	@LOG_LEVEL=$${LOG_LEVEL:-WARNING} exec $(MANAGE) run --port $(PORT) $(if $(filter 0 no false,$(DEMO)),--without-demonstration)

setup: $(INSTALLED) $(BUILT)

help:
	@sed -n 's/^# //p;/^$$/q' Makefile

test: setup
	@exec $(BIN)/pytest $(PYTEST)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet templates
	$(MANAGE) makemigrations --check --dry-run --verbosity 0
	HTTPS=1 $(MANAGE) check --deploy --fail-level WARNING
	$(BIN)/pytest --quiet tests/test_architecture.py

bench: setup
	$(BIN)/python tests/bench/reading.py
	$(BIN)/python tests/bench/search.py $(ITEMS)
	$(BIN)/python tests/bench/lists.py $(ITEMS)

load: setup
	$(BIN)/python tests/bench/load.py $(LOAD)

damaged: setup
	$(BIN)/python tests/bench/damaged.py

killed: setup
	$(BIN)/python -m tests.reliability.killing 200 4

accuracy: setup
	$(MANAGE) accuracy

$(INSTALLED): requirements-dev.txt requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"This needs Python 3.11 or newer, and $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12" % sys.version_info[:2])'
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@echo 'Installing Python packages'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@$(BIN)/uv pip sync --quiet --require-hashes --python $(BIN)/python requirements-dev.txt
	@touch $@

$(FETCHED): package.json package-lock.json .npmrc $(INSTALLED)
	@echo 'Fetching the design system'
	@$(BIN)/npm ci --silent
	@touch $@

$(BUILT): $(STYLES) $(FETCHED)
	@echo 'Building styles and scripts'
	@$(BIN)/npm run --silent build

lock: $(INSTALLED)
	$(LOCK) --upgrade --output-file requirements.txt pyproject.toml
	$(LOCK) --upgrade --constraint requirements.txt --group dev --output-file requirements-dev.txt pyproject.toml
	echo uv | $(LOCK) --constraint requirements-dev.txt --output-file requirements-uv.txt -
	$(BIN)/npm update --silent

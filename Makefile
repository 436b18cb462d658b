# Newsroom: `make run` reads, `make test` checks; `make help` lists the rest.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# A folder of your own pages instead of the sample newspaper.
PAGES ?=
# The account that `make editor` creates; asked for when empty.
NAME ?=

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev browser run editor test test-all lint fit score clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: .venv/.installed ## create .venv and install what the site needs

setup-dev: .venv/.installed-dev ## the same, and what the tests need

run: setup ## serve the archive; HOST=, PORT=, PAGES=/path/to/your/pages
	@$(MANAGE) serve --host "$(HOST)" --port "$(PORT)" $(if $(PAGES),--pages "$(PAGES)")

editor: setup ## create an editor's account; NAME=
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser --email "" $(if $(NAME),--username "$(NAME)")

lint: setup-dev ## check format, style, settings and migrations
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(call with_data_of_its_own,$(MANAGE) check && $(MANAGE) makemigrations --check --dry-run)

test: lint browser ## check everything but the slow tests
	@$(call with_data_of_its_own,$(BIN)/python -m pytest -n 2 -m "not slow")

test-all: lint browser ## check everything
	@$(call with_data_of_its_own,$(BIN)/python -m pytest -n 2)

fit: setup-dev ## fit the segmenter's weights anew on all labelled pages at hand (a minute)
	@$(BIN)/python -m tools.fit_segmentation $(wildcard ../shared/pages/src) tests/pages/src --leading $(wildcard ../shared/pages/src)

score: setup-dev ## print what the segmenter reads right, fitted and with each source left out (a quarter of an hour)
	@$(BIN)/python -m tools.score_segmentation

browser: ## look for chromium and a Chinese font, and install them where that is possible
	@sh .ci/browser

clean: ## remove .venv and caches; the data folder stays
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Tests and checks never see the data folder of the site.
define with_data_of_its_own
data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && export NEWSROOM_DATA="$$data" && $(1)
endef

# The stamps are written last: an interrupted installation is taken up again.
.venv/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Newsroom needs Python 3.11 or newer; '$(PYTHON)' is `$(PYTHON) --version 2>&1 | head -1`." >&2; \
	  echo "Install one and name it: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	  echo "Setting up .venv (about a minute, once) ..."; $(PYTHON) -m venv --clear .venv; }
	@$(PIP) install -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@

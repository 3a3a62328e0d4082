# SPDX-License-Identifier: EUPL-1.2
# make site   set up .venv/ and build the site into site/
# make test   set up what the tests need and run them all
# Both work without a network once the packages are there.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := site
.PHONY: site serve check test test-all lint reference lock clean

site: $(VENV)/.site-ready
	@$(BIN)/dalamodellen build
	@echo "Webbplatsen ligger i site/. Titta på den med: make serve"

serve: $(VENV)/.site-ready
	@$(BIN)/dalamodellen serve

check: $(VENV)/.site-ready
	@$(BIN)/dalamodellen check

# Types, style, import contracts and every test. Nothing is skipped.
test: $(VENV)/.test-ready lint
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadscope --no-loadscope-reorder

# As `make test`, with more kills and more random input.
test-all: $(VENV)/.test-ready lint
	@DALAMODELLEN_THOROUGH=1 $(BIN)/python -m pytest --numprocesses=auto --dist=loadscope --no-loadscope-reorder

lint: $(VENV)/.test-ready
	@$(BIN)/ruff check --quiet generator tests docs
	@$(BIN)/ruff format --quiet --check generator tests docs
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

# The record reference and the list of issues are made from the models.
reference: $(VENV)/.site-ready
	@$(BIN)/python docs/reference.py

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 eller nyare behövs. Installera det och försök igen."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python saknar modulen venv. På Debian och Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.site-ready: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installerar det som behövs i $(VENV)/ (en gång)"
	@$(PIP) install --quiet --require-hashes --requirement requirements.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-ready: requirements-test.txt $(VENV)/.site-ready $(VENV)/.browser-ready
	@touch $@

$(VENV)/.test-packages: requirements-test.txt $(VENV)/.site-ready
	@echo "Installerar det som testerna behöver (en gång)"
	@$(PIP) install --quiet --require-hashes --requirement requirements-test.txt
	@touch $@

# What the browser tests need: axe-core and html-validate from npm, and Chromium. A browser that
# is there already is used: CHROMIUM=/path/to/it, or one of the usual names.
$(VENV)/.browser-ready: package.json package-lock.json $(VENV)/.test-packages
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --ignore-scripts --silent
	@$(BIN)/python tests/browser/chromium.py >/dev/null 2>&1 || { \
		echo "Installerar Chromium för testerna (en gång)"; \
		test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq >/dev/null \
			&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || true
	@$(BIN)/python tests/browser/chromium.py >/dev/null
	@touch $@

# Versions and hashes for Python 3.11 and later, and no address of any index.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --upgrade pyproject.toml

lock: $(BIN)/python
	@$(PIP) install --quiet uv
	@$(LOCK) --group build --output-file requirements.txt
	@$(LOCK) --group build --group test --output-file requirements-test.txt
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm update --package-lock-only --silent

clean:
	rm -rf site site-mkdocs .dalamodellen dist

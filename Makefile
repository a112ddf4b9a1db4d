# Everything a newcomer needs: `make run` builds the site, `make test` runs every gate.
# Both work on a fresh machine with Python 3.11+ and make; they install what they need into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AS_OF := 2026-11-21

.PHONY: run test check serve lock messages golden clean

run: $(VENV)/.run
	$(BIN)/sitegen build
	@echo "-> output/index.html"

test: $(VENV)/.dev
	$(BIN)/python tools/browser.py
	$(BIN)/python tools/validator.py
	$(MAKE) --no-print-directory check

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/catalogues.py check
	$(BIN)/sitegen check --strict --as-of $(AS_OF) -q
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 2 --dist worksteal

serve: $(VENV)/.run
	$(BIN)/sitegen serve

# Hashed lock files without addresses of any registry; renew after changing dependencies.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-dev.lock

messages: $(VENV)/.dev
	$(BIN)/python tools/catalogues.py update
	$(BIN)/python tools/catalogues.py compile

golden: $(VENV)/.dev
	$(BIN)/pytest -q --update-golden

clean:
	rm -rf $(VENV) .sitegen dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find output -mindepth 1 ! -name .gitignore -delete

$(VENV)/bin/python:
	$(PYTHON) -c "import sys; sys.exit('sitegen needs Python 3.11 or newer') if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

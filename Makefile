# Everything a newcomer needs: `make run` builds the site, `make test` runs every gate.
# Both work on a fresh machine with Python 3.11+ and make; they install what they need into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AS_OF := 2026-11-21
WORDS := site_gen/locale/vi/LC_MESSAGES/sitegen.mo

.PHONY: run test check serve lock messages golden shots pictures clean

run: $(VENV)/.run $(WORDS)
	$(BIN)/sitegen build
	@echo "-> output/index.html"

test: $(VENV)/.dev $(WORDS)
	$(BIN)/python tools/browser.py
	$(BIN)/python tools/validator.py
	$(MAKE) --no-print-directory check

check: $(VENV)/.dev $(WORDS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/catalogues.py check
	$(BIN)/sitegen check --strict --as-of $(AS_OF) -q
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 2 --dist worksteal

serve: $(VENV)/.run $(WORDS)
	$(BIN)/sitegen serve

# Hashed lock files without addresses of any registry; renew after changing dependencies.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-dev.lock

messages: $(VENV)/.dev
	$(BIN)/python tools/catalogues.py update
	$(BIN)/python tools/catalogues.py compile

# Keeps answers anew, and nothing else: read the difference before it is committed.
golden: $(VENV)/.dev $(WORDS)
	$(BIN)/pytest --update-golden tests/golden tests/reading/test_stories.py tests/cli/test_check.py

# A contact sheet of every kind of page, to be looked through in a minute: shots/index.html.
shots: $(VENV)/.dev $(WORDS)
	$(BIN)/python tools/shots.py

# The pictures in README.md, of today's pages.
pictures: $(VENV)/.dev $(WORDS)
	$(BIN)/python tools/screenshots.py

clean:
	rm -rf shots $(VENV) .sitegen dist .pytest_cache .mypy_cache .ruff_cache .hypothesis $(WORDS)
	find output -mindepth 1 ! -name .gitignore -delete

# The compiled words are not kept in the repository; an install makes them too.
$(WORDS): $(WORDS:.mo=.po) | $(VENV)/.run
	$(BIN)/python tools/compiled_catalogue.py

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

# Each command works in a fresh clone and is quick the second time.
PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
PIP = $(BIN)/pip --disable-pip-version-check install --quiet

.PHONY: run test test-all lint format messages accuracy effort benchmark clean

# The demonstration at http://127.0.0.1:8000; a configured checkout is refused.
run: export DEBUG = on
run: .venv/run
	$(BIN)/python manage.py load_demo --check
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py load_demo
	$(BIN)/python manage.py create_demo_admin
	$(BIN)/python manage.py runserver $(PORT)

# The tests but the slow ones, on SQLite or on the Postgres of DATABASE_URL.
test: .venv/dev
	$(BIN)/pytest $(if $(COVERAGE),--cov --cov-report=term) $(MARKED) $(ARGS)

# All tests, as the build runs them; COVERAGE=on measures how much of the code they run.
test-all: MARKED = -m ""
test-all: test

lint: export DEBUG = on
lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check $$(git ls-files '*.html')
	$(BIN)/django-upgrade --check --target-version 5.2 $$(git ls-files '*.py' ':!*/migrations/*')
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	@before=$$(cat $$(git ls-files locale) | cksum); $(MAKE) --silent messages; \
	test "$$before" = "$$(cat $$(git ls-files locale) | cksum)" || { echo "locale/ was not current: look at it"; exit 1; }

format: .venv/dev
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	-$(BIN)/djade $$(git ls-files '*.html')

# Collect the texts to translate and compile the translations; needs gettext.
messages: export DEBUG = on
messages: .venv/dev
	@command -v msgfmt >/dev/null || { echo "Install gettext first (Debian: apt install gettext)."; exit 1; }
	$(BIN)/python manage.py makemessages --verbosity 0
	$(BIN)/python manage.py compilemessages --ignore .venv --verbosity 0

# How often names are found that are spelled otherwise; with the names in DATA if it is there.
accuracy: DATA = ../shared/data
accuracy: .venv/dev
	ACCURACY_DATA=$(if $(wildcard $(DATA)),$(abspath $(DATA))) \
	$(BIN)/pytest -n 0 --capture=no --quiet tests/accuracy/measure_*.py

# How long staff need to record a forum: clicks, signs and pages, counted in a browser.
effort: .venv/dev
	$(BIN)/pytest -n 0 --capture=no --quiet tests/browser/effort/measure_*.py

# What pages cost, as a ratio to a page without a query.
benchmark: .venv/dev
	$(BIN)/pytest -n 0 --capture=no tests/benchmarks/bench_*.py

.venv/run: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --editable . --constraint constraints.txt
	touch $@

.venv/dev: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --editable '.[dev]' --constraint constraints.txt
	touch $@ .venv/run

clean:
	rm -rf .venv *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

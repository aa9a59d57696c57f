# Each command works in a fresh clone and is quick the second time.
PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
PIP = $(BIN)/pip --disable-pip-version-check install --quiet

.PHONY: run test test-all lint format messages accuracy effort bench bench-search fuzz soak pins clean

# The demonstration at http://127.0.0.1:8000; a configured checkout is refused.
run: export DEBUG = on
run: .venv/run
	$(BIN)/python manage.py load_demo --check
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py load_demo
	$(BIN)/python manage.py set_up_roles --verbosity 0
	$(BIN)/python manage.py create_demo_admin
	$(BIN)/python manage.py runserver $(PORT)

# The tests but the slow ones, on SQLite or on the Postgres of DATABASE_URL; COVERAGE=on measures how
# much of the code they run.
test: .venv/dev
	$(BIN)/pytest $(if $(COVERAGE),--cov --cov-report=term) $(ARGS)

# All tests, as the build runs them: the slow ones come last, and nothing is measured of them.
test-all: test
	$(BIN)/pytest -m slow $(ARGS)

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

# Hostile values in everything that a request may hold: 10,000 requests; prints what answers 5xx.
fuzz: export FUZZ_REQUESTS ?= 10000
fuzz: .venv/dev
	$(BIN)/pytest -n 0 --capture=no --quiet -m "" tests/config/test_fuzz.py

# What pages cost beside the least that they could, on archives of two sizes: docs/performance.md.
# The first run makes the archives; quick: make bench ARGS=--quick.
bench: .venv/dev
	$(BIN)/python -m tests.benchmarks.pages.run $(ARGS)

# What a search costs beside fetching one record.
bench-search: .venv/dev
	$(if $(ROWS),ROWS=$(ROWS)) $(BIN)/pytest -n 0 --capture=no tests/benchmarks/bench_search.py

# Pin what pyproject.toml asks for, with the hash of every file of a release, for all machines:
# everything in constraints.txt, what a server installs of it in requirements/. What is pinned
# stays so while it fits; make pins ARGS=--upgrade takes the newest.
PIN = $(BIN)/uv pip compile pyproject.toml --quiet --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-strip-extras
pins: .venv/run
	test -x $(BIN)/uv || $(PIP) uv
	$(PIN) --all-extras $(ARGS) --output-file constraints.txt
	$(PIN) --constraint constraints.txt --output-file requirements/run.txt
	for extra in ops redis s3; do \
	$(PIN) --extra $$extra --constraint constraints.txt --output-file requirements/$$extra.txt \
	$$(sed -n 's/^\([^ =[]*\)[^=]*==.*/--no-emit-package \1/p' requirements/run.txt) || exit; done

# Whether the memory of the server stays flat, for so many MINUTES (20) or REQUESTS.
soak: .venv/dev
	MINUTES=$(MINUTES) REQUESTS=$(REQUESTS) $(BIN)/pytest -n 0 --capture=no --quiet tests/benchmarks/soak_memory.py

.venv/run: requirements/run.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements/run.txt
	touch $@

.venv/dev: constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement constraints.txt
	touch $@ .venv/run

clean:
	rm -rf .venv *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

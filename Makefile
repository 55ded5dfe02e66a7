# Two targets do everything on a machine with Python 3.11, pip and make:
#   make demo    installs into .venv, reads seeds/ into a store under .demo/, prints the four tables
#   make test    lint, types, architecture, tests

PYTHON311 ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
DEMO := .demo/hrcli.db
GOLD ?= ../shared/gold
DATA ?= ../shared/data
SCORE = $(PYTHON) $(GOLD)/score.py --hrcli $(BIN)/hrcli
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo readme golden man test test-all fuzz score bench bench-store evaluate model codes clean

demo: $(VENV)/installed
	@mkdir -p $(dir $(DEMO))
	$(BIN)/hrcli ingest seeds --db $(DEMO)
	$(BIN)/hrcli entities --db $(DEMO) --format table --limit 20
	$(BIN)/hrcli timeline --db $(DEMO) --format table --limit 20
	$(BIN)/hrcli demands --db $(DEMO) --format table --limit 20
	$(BIN)/hrcli detained --db $(DEMO) --format table

test: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

test-all: $(VENV)/installed
	$(BIN)/pytest -m "slow or not slow"

# Damaged files of every format for so many minutes; --random runs them in the sandbox, where atheris is not to be had.
MINUTES ?= 5
fuzz: $(VENV)/installed
	-$(PYTHON) -m pip install --quiet atheris
	$(PYTHON) tests/fuzz.py --minutes $(MINUTES)

# The tables of the README, from the shared gold files where they lie beside the repository, else from the seeds' own.
score: $(VENV)/installed
ifneq ($(wildcard $(GOLD)/score.py),)
	$(SCORE) --gold $(GOLD)/seeds --texts seeds
	$(SCORE) --gold $(GOLD)/dev/gold --texts $(GOLD)/dev/texts
	$(SCORE) --gold tests/gold/written/gold --texts tests/gold/written/texts
	$(SCORE) --gold tests/gold/held/gold --texts tests/gold/held/texts
	$(PYTHON) tests/gold/persons.py $(GOLD)/seeds seeds $(GOLD)/dev/gold $(GOLD)/dev/texts
	$(PYTHON) tests/gold/timex_table.py $(GOLD)/score_timex.py $(DATA)/dates/timebank-aquaint.tar.gz
	$(PYTHON) $(GOLD)/score_hrds.py $(DATA)/detained/hrdsattack-dev.jsonl --hrcli $(BIN)/hrcli
	$(PYTHON) tests/gold/upr_lists.py $(DATA)
	$(PYTHON) tests/gold/quotations.py $(DATA)
	$(PYTHON) tests/gold/narrative.py $(DATA)
else
	$(PYTHON) tests/gold/scoring.py
	$(PYTHON) tests/gold/persons.py
endif
	$(PYTHON) tests/gold/events_table.py
	$(PYTHON) tests/gold/pairs.py
	$(PYTHON) tests/gold/constructions.py

# The examples of the README, with what they print now, and its command reference.
readme: $(VENV)/installed
	$(PYTHON) tests/readme.py

# What commands print at several widths (tests/golden), as it is now.
golden: $(VENV)/installed
	$(PYTHON) tests/golden/golden.py

# The manual page.
man: $(VENV)/installed
	mkdir -p build
	$(BIN)/hrcli man > build/hrcli.1

bench: $(VENV)/installed
	$(PYTHON) tests/bench.py --data $(DATA)
	$(PYTHON) tests/bench_ingest.py --data $(DATA)
	$(PYTHON) tests/bench_resolve.py

# Questions to stores of 1,000, 10,000 and 100,000 documents made of records, kept under .bench/ (hours; mostly the join of the largest).
bench-store: $(VENV)/installed
	$(PYTHON) tests/bench_store.py

# The scores of the shipped model (or of MODEL) on the treebanks' and name sets' parts that were not trained on.
evaluate: $(VENV)/installed
	$(PYTHON) -m pip install --quiet --editable ".[train]"
	$(PYTHON) -m hrcli.english.training.evaluate $(DATA) $(if $(MODEL),--model $(MODEL))
	$(PYTHON) -m hrcli.coding.training.evaluate $(DATA)

model: $(VENV)/installed
	$(PYTHON) -m pip install --quiet --editable ".[train]"
	$(PYTHON) -m hrcli.english.training $(DATA)

# The weights that tell what demands are about; 40 seconds, the same bytes from the same data.
codes: $(VENV)/installed
	$(PYTHON) -m pip install --quiet --editable ".[train]"
	$(PYTHON) -m hrcli.coding.training $(DATA)

clean:
	rm -rf $(VENV) .demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache build dist

$(VENV)/installed: pyproject.toml
	$(PYTHON311) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "hrcli needs Python 3.11 or newer: make PYTHON311=/path/to/python3.11")'
	$(PYTHON311) -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --editable ".[dev]"
	touch $@

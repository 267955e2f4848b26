# Everything on a fresh machine with Python 3.11+ and make: `make demo`, `make test`.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo install test lint format bench templates pictures clean

demo: install  ## build the example documents into build/
	$(BIN)/docgen build examples -o build

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

test: $(VENV)/.dev  ## run the tests; the end of the output says what was skipped and why
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## docgen against plain docxtpl, then a library of 10,000 snippets, each in one run
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/library.py

templates: $(VENV)/.installed  ## write the shipped templates anew
	$(BIN)/python -m docgen.render.blank templates

pictures: $(VENV)/.dev  ## draw page one of each kind into docs/images (needs LibreOffice)
	$(BIN)/python tests/pictures.py

clean:
	rm -rf build dist $(VENV)

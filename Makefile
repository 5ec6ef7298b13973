# Two commands for a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
# Each makes its own virtual environment in .venv, installs, and does its whole job.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ASSIGNMENT := 1_linear_regression
DEMO := demo
# The students of the demo are invented, so it also runs where the sandbox holds less; the best that there is is used.
ANY_TIER := --tier unconfined

.PHONY: demo test lint clean
.DEFAULT_GOAL := demo

$(VENV)/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/installed
	rm -rf $(DEMO)
	$(BIN)/hippograd doctor
	$(BIN)/hippograd build $(ASSIGNMENT)
	$(BIN)/hippograd sample-class $(DEMO)/submitted --assignment $(ASSIGNMENT) --students 24 --seed 1
	$(BIN)/hippograd grade $(DEMO)/submitted --assignment $(ASSIGNMENT) --records $(DEMO)/records $(ANY_TIER) || test $$? -eq 1
	$(BIN)/hippograd feedback --assignment $(ASSIGNMENT) --records $(DEMO)/records

test: $(VENV)/installed
	$(BIN)/pytest -m "slow or not slow"

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf $(VENV) $(DEMO)

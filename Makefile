# Two commands for a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
# Each makes its own virtual environment in .venv, installs, and does its whole job.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Exact versions, so that a release of somebody else reddens no change; `make CONSTRAINTS= proof` takes the newest.
CONSTRAINTS ?= --constraint .ci/constraints.txt
ASSIGNMENT := 1_linear_regression
DEMO := demo
# The students of the demo are invented, so it also runs where the sandbox holds less; the best that there is is used.
ANY_TIER := --tier unconfined
# Tests wait for other processes a part of the time, so there is one worker more than cores. Each takes up to a gigabyte.
ON_ALL_CORES = --numprocesses $$($(BIN)/python -c 'import os; print(min(os.cpu_count() + 1, 4))') --dist loadfile --no-loadscope-reorder

.PHONY: help demo test proof fast lint commands clean
.DEFAULT_GOAL := help

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/installed: pyproject.toml .ci/constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAINTS) --editable '.[dev]'
	touch $@

demo: $(VENV)/installed ## install, build an assignment, grade a class of 24, write feedback
	rm -rf $(DEMO)
	$(BIN)/hippograd doctor
	$(BIN)/hippograd build $(ASSIGNMENT)
	$(BIN)/hippograd sample-class $(DEMO)/submitted --assignment $(ASSIGNMENT) --students 24 --seed 1
	$(BIN)/hippograd grade $(DEMO)/submitted --assignment $(ASSIGNMENT) --records $(DEMO)/records $(ANY_TIER) || test $$? -eq 1
	$(BIN)/hippograd feedback --assignment $(ASSIGNMENT) --records $(DEMO)/records --unmarked

test: $(VENV)/installed ## install, run the tests of every change: tests/**/test_*.py
	$(BIN)/pytest $(ON_ALL_CORES) $(MORE) tests

proof: $(VENV)/installed ## install, run the long proofs: tests/**/proof_*.py and the whole corpus of answers
	$(BIN)/hippograd build --check
	$(BIN)/pytest $(ON_ALL_CORES) -o python_files='proof_*.py' tests
	$(BIN)/pytest $(ON_ALL_CORES) -m hypothesis --hypothesis-profile=proof tests
	$(BIN)/hippograd verify --corpus --jobs 2

fast: $(VENV)/installed ## the everyday tests: units, and each command once
	$(BIN)/pytest $(ON_ALL_CORES)

lint: $(VENV)/installed ## style, types and the layers of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

commands: $(VENV)/installed ## write docs/commands.md and docs/messages.md
	$(BIN)/python -m typer hippograd.cli utils docs --name hippograd --title Commands > docs/commands.md
	$(BIN)/python -m hippograd.messages > docs/messages.md

clean: ## remove the environment and the demo
	rm -rf $(VENV) $(DEMO)

"""Whatever bytes arrive: a notebook with its cells matched, or an error of ours. Nothing else, and it ends."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.intake import Note, read_notebook
from hippograd.intake.matching.cells import NEEDED
from hippograd.intake.matching.match import match_cells
from hippograd.intake.matching.other_release import release_of
from hippograd.intake.matching.recognition import likeness
from tests.conftest import Class

SOURCES = [
    "def fit(self):\n    pass",
    "LinearModel.fit = fit",
    "W_1d = sigma_X = sigma_XY = 1",
    "class LinearModel(Model):\n    def fit(self):\n        return 1",
    'grader.check("fit_1d")',
    'grader.check("no_such_task")',
    "# YOUR CODE HERE",
    "YOUR ANSWER HERE",
    "%%time\nx = !ls\nprint?",
    "(" * 3000,
    "-" * 3000 + "1",
    "a" + ".a" * 3000,
    "\0",
    "\ud83d",
    "n_linear_parameters = 1; W_by_hand = 2",
    "'\\d'",
    "\r\r\n",
]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
sources = st.sampled_from(SOURCES) | st.text(max_size=60) | st.lists(st.sampled_from(SOURCES), max_size=3)
fuzz = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read_and_match(data: bytes, released: list[ReleasedCell]) -> None:
    """Read and match; the result must hold all that grading rests on."""
    try:
        cells = read_notebook(data, "fuzzed.ipynb")
        matched, notes = match_cells(cells, released, "fuzzed.ipynb")
    except HippogradError as error:
        refusal = error
        matched, notes, cells = [], [], []
    else:
        refusal = None
    if refusal is not None:
        assert refusal.message
        assert refusal.remedy
        return
    twins = [id(cell.released) for cell in matched if cell.released is not None]
    assert len(twins) == len(set(twins))
    there = {cell.released.id for cell in matched if cell.released is not None}
    assert {cell.id for cell in released if cell.kind in NEEDED and cell.kind != "answer"} <= there
    for cell in matched:
        if cell.released is not None and cell.kind in ("setup", "check", "question"):
            assert cell.source == cell.released.source
    assert all(isinstance(note, Note) and note.text for note in notes)
    json.dumps([cell.source for cell in matched]).encode("utf-8")
    for cell in cells:
        json.dumps(cell.kept_outputs)


@fuzz
@given(data=st.binary(max_size=300))
def test_any_bytes(linear_cells: list[ReleasedCell], data: bytes) -> None:
    read_and_match(data, linear_cells)


@fuzz
@given(value=json_values)
def test_any_json(linear_cells: list[ReleasedCell], value: Any) -> None:
    read_and_match(json.dumps(value).encode(), linear_cells)


@fuzz
@given(
    cells=st.lists(
        json_values | st.fixed_dictionaries({"cell_type": st.sampled_from(["code", "x"]), "source": sources})
    ),
    outer=st.dictionaries(st.sampled_from(["cells", "nbformat", "metadata"]), json_values, max_size=3),
    version=st.sampled_from([2, 3, 4, 4.0, "4", None, 5]),
)
def test_any_json_that_looks_like_a_notebook(
    linear_cells: list[ReleasedCell], cells: list[Any], outer: dict[str, Any], version: Any
) -> None:
    data = json.dumps({"nbformat": version, "cells": cells} | outer).encode()
    release_of(data)
    read_and_match(data, linear_cells)


CHANGES = ("drop", "copy", "swap", "retype", "forget", "rewrite", "add", "same id", "spoil")


@fuzz
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(CHANGES), st.integers(0, 200), st.integers(0, 200), sources, json_values), max_size=30
    ),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1"]),
    cut=st.integers(0, 50),
)
def test_any_notebook_that_was_changed(
    classroom: Class, changes: list[tuple[str, int, int, Any, Any]], encoding: str, cut: int
) -> None:
    cells = json.loads(classroom.text())["cells"]
    for change, one, other, source, value in changes:
        if not cells:
            break
        cell, at = cells[one % len(cells)], other % len(cells)
        match change:
            case "drop":
                cells.remove(cell)
            case "copy":
                cells.insert(at, json.loads(json.dumps(cell)))
            case "swap":
                cells[one % len(cells)], cells[at] = cells[at], cell
            case "retype":
                cell["cell_type"] = ["code", "markdown", "raw", "heading"][at % 4]
            case "forget":
                cell["metadata"] = {}
                cell.pop("id", None)
            case "rewrite":
                cell["source"] = source
            case "add":
                cells.insert(at, {"cell_type": "code", "source": source})
            case "same id":
                cell["id"], cell["metadata"] = cells[at].get("id", ""), cells[at].get("metadata") or {}
            case "spoil":
                cell[("metadata", "outputs", "source", "id")[at % 4]] = value
        if not isinstance(cell.get("metadata"), dict):
            cell["metadata"] = {}
    text = json.dumps({"cells": cells, "nbformat": 4}, ensure_ascii=encoding == "latin-1")
    data = text.encode(encoding, errors="replace")
    read_and_match(data[: len(data) - cut] if cut < 3 else data, classroom.cells)


def test_likeness_is_between_0_and_1_and_the_same_both_ways() -> None:
    one, other = "def fit(x, y):\n    return x", "def fit(x, y):\n    return y"
    assert likeness(one, one) == 1
    assert 0.5 < likeness(one, other) == likeness(other, one) < 1
    assert likeness(one, "") == likeness("", "") == likeness(one, "### words, and more of them") == 0

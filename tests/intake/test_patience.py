"""Texts that a pattern could read for hours are read at once, and what is large takes little memory."""

from __future__ import annotations

import io
import json
import multiprocessing
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.errors import HippogradError
from autograder.intake import find_submissions, read_notebook
from autograder.intake.matching import match_cells
from autograder.intake.notebooks import LARGEST_PARSED, MOST_CELLS

from ..conftest import Class

PATIENCE = 30
"""Much longer than any of these takes, and much shorter than what they took, s."""


def script_with_blank_lines() -> None:
    assert len(read_notebook(b"\n" * 5_000 + b"x = 1\n# %%\ny = 2\n", "x.py")) == 1


def names_of_files(folder: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for end in ("x", "-" + "1" * 5_000):
            archive.writestr(f"{' ' * 60_000}{end}.ipynb", "{}")
    (folder / "ada.zip").write_bytes(inner.getvalue())
    (found,) = find_submissions([folder], "1_linear_regression")
    with pytest.raises(HippogradError, match="2 notebooks were handed in"):
        found.read()


def in_time(function: Callable[..., None], *arguments: object) -> None:
    """Run it in a process of its own, which can be ended."""
    process = multiprocessing.get_context("fork").Process(target=function, args=arguments)
    process.start()
    process.join(PATIENCE)
    process.kill()
    process.join()
    assert process.exitcode == 0


def test_a_script_with_blank_lines_takes_time_in_proportion() -> None:
    in_time(script_with_blank_lines)


def test_names_of_files_take_time_in_proportion(tmp_path: Path) -> None:
    in_time(names_of_files, tmp_path)


def test_a_cell_of_blank_lines_takes_time_in_proportion(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    notebook["cells"] = [{**cell, "id": "", "metadata": {}} for cell in notebook["cells"]]
    notebook["cells"].append({"cell_type": "code", "source": "x" + "\n" * 150_000 + "y", "metadata": {}, "outputs": []})
    cells = read_notebook(json.dumps(notebook).encode(), "x.ipynb")

    def match() -> None:
        match_cells(cells, classroom.cells, "x.ipynb")

    in_time(match)


def test_a_notebook_of_too_many_cells_is_refused() -> None:
    cells = [{"cell_type": "code", "source": "", "metadata": {}, "outputs": []}] * (MOST_CELLS + 1)
    with pytest.raises(HippogradError, match=f"x.ipynb has {MOST_CELLS + 1} cells"):
        read_notebook(json.dumps({"cells": cells, "nbformat": 4}).encode(), "x.ipynb")


def test_nested_metadata_take_little_more_memory_than_the_file() -> None:
    nested = "[" * 50 + "[]," * 1_000_000 + "[]" + "]" * 50
    cell = {"cell_type": "code", "source": "x = 1", "metadata": {"id": "mine"}}
    data = json.dumps({"cells": [cell], "nbformat": 4}).replace('"mine"', f'"mine", "more": {nested}').encode()
    tracemalloc.start()
    (read,) = read_notebook(data, "amber01.ipynb")
    assert (read.text, read.own_id) == ("x = 1", "")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * len(data)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"worksheets": [{"cells": [], "more": "%s"}], "nbformat": 3}', id="an old format"),
        pytest.param('{"cells": [], "nbformat": 4, "more": [NaN, "%s"]}', id="not quite JSON"),
    ],
)
def test_what_must_be_parsed_as_a_whole_may_be_so_large_and_no_larger(text: str) -> None:
    assert read_notebook((text % "x").encode(), "amber01.ipynb") == []
    with pytest.raises(HippogradError, match=r"amber01.ipynb is not quite .* 32 MB too large") as error:
        read_notebook((text % ("x" * LARGEST_PARSED)).encode(), "amber01.ipynb")
    assert "clear all outputs" in error.value.remedy

"""Last year's answers as literal values: what somebody hands in who copied them from a friend."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from gradekit.cell_names import defined_names
from hippograd.grading.plan import Plan
from hippograd.grading.running import RunningNotebook
from hippograd.intake import read_notebook
from hippograd.intake.matching.match import match_cells
from hippograd.sandbox.process import REQUEST_SECONDS

LONGEST = 200_000
"""Characters of the longest literal that is written out."""


def literal_answers(plan: Plan, solution: dict[str, Any]) -> dict[str, str]:
    """Return the answers of a cohort's solution with every computed value written out."""
    cells, _ = match_cells(read_notebook(json.dumps(solution).encode(), "solution"), plan.cells, "solution")
    found = {}
    with plan.fork_server() as server:
        running = RunningNotebook(server, cells, plan)
        try:
            student = running.student(REQUEST_SECONDS)
            for task, source in plan.references.items():
                names = sorted(name for name in defined_names(source) if "." not in name)
                values = {name: getattr(student, name) for name in names}
                literals = [f"{name} = {text}" for name, value in values.items() if (text := _literal(value))]
                if literals:
                    found[task] = "\n".join([source, "", "import numpy as np", "", *literals, ""])
        finally:
            running.close()
    return found


def _literal(value: Any) -> str:
    """Python text of plain data; empty for anything else, and for what is too long."""
    try:
        text = _written_out(value)
    except TypeError:
        return ""
    return text if len(text) <= LONGEST else ""


def _written_out(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r})"
    if isinstance(value, list):
        return f"[{', '.join(map(_written_out, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name!r}: {_written_out(item)}" for name, item in value.items()) + "}"
    if value is None or isinstance(value, bool | int | float | str):
        return repr(value)
    raise TypeError(f"a {type(value).__name__} is not plain data")

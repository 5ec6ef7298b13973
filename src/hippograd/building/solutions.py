"""Solutions: the source notebook of an assignment, solved, without mark schemes, executed from top to bottom."""

import json
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from gradekit.checks import COULD_NOT_BE_COMPLETED, OF_ANOTHER_KIND
from hippograd.building.kernel import Stop, run_notebook
from hippograd.building.stamp import stamped_notebook
from hippograd.course import Assignment, Cohort
from hippograd.course.regions import BEGIN_SOLUTION, END_SOLUTION, without_markers, without_scheme
from hippograd.errors import HippogradError
from hippograd.files import digests, sha256, stable_json

_PLACE = re.compile(r"\w+\.py, line \d+")


def solved_notebook(assignment: Assignment, cohort: Cohort, release: Path) -> NotebookNode:
    """Return the solution of an assignment before it is executed."""
    nb = stamped_notebook(assignment, cohort)
    for cell in nb.cells:
        source = without_markers(cell.source, BEGIN_SOLUTION, END_SOLUTION)
        cell.source = without_scheme(source).rstrip("\n")
    nb.metadata["hippograd"] = {
        "assignment": assignment.name,
        "cohort": cohort.name,
        "source_sha256": _source_sha256(nb, release),
    }
    return nb


def execute_solution(nb: NotebookNode, assignment: Assignment, release: Path) -> NotebookNode:
    """Return a solved notebook, as `solved_notebook` gives it, with its outputs."""
    executed, stop = run_notebook(nb, release)
    if stop is not None:
        if missing := _missing_data(stop, release):
            raise HippogradError(
                "release-without-data",
                notebook=assignment.notebook,
                cell=stop.cell_id,
                missing=missing,
                file=assignment.description,
                known=list(assignment.data) or ["nothing"],
            )
        lines = [line.strip() for line in stop.text.splitlines()]
        if {OF_ANOTHER_KIND, COULD_NOT_BE_COMPLETED} & {*lines}:
            place = next((line for line in lines if _PLACE.fullmatch(line)), "")
            raise HippogradError(
                "solution-fails-check",
                notebook=assignment.notebook,
                cell=stop.cell_id,
                place=place,
                cause=lines[-1].rstrip("."),
            )
        said = " ".join(line.strip() for line in stop.text.strip().splitlines()[:2]) or "no message"
        raise HippogradError(
            "solution-raises",
            notebook=assignment.notebook,
            cell=stop.cell_id,
            error=stop.error,
            said=said.rstrip("."),
        )
    return executed


def _missing_data(stop: Stop, release: Path) -> str:
    """Return the file of its data folder that a notebook stopped for; empty where it stopped for anything else."""
    named = re.search(r"\bdata[\\/]([\w.-]*\w)", stop.text)
    return named[1] if named is not None and not (release / "data" / named[1]).exists() else ""


def notebook_text(nb: NotebookNode) -> str:
    """Return the text of a notebook's file, one way for one notebook."""
    nbformat.validate(nb)
    return stable_json(json.loads(nbformat.writes(nb)))


def solution_differences(expected: NotebookNode, file: Path) -> list[str]:
    """Return what differs between a solution as its sources give it and the file; outputs are not compared."""
    if not file.is_file():
        return ["is missing"]
    try:
        present = nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)
    except (ValueError, KeyError, AttributeError, nbformat.ValidationError):
        return ["is not a notebook"]
    if _cells(present) != _cells(expected):
        return ["has other cells than its source"]
    if present.metadata.get("hippograd") != expected.metadata["hippograd"]:
        return ["was executed with another kit, other data or other checks"]
    return []


def _source_sha256(nb: NotebookNode, release: Path) -> str:
    """Of all that the outputs depend on: cells, kit, data, checks."""
    inputs = {name: digest for name, digest in digests(release).items() if "/" in name}
    return sha256(stable_json({"cells": _cells(nb), "files": inputs}).encode())


def _cells(nb: NotebookNode) -> list[list[object]]:
    return [[cell.cell_type, cell.id, cell.source, dict(cell.metadata)] for cell in nb.cells]
